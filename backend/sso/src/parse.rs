//! What administrators write about a provider, made into what is kept.
use crate::tables::Words;
use kernel::{Error, Result, line};
use oauth2::url::Url;

const NAME_CHARS_MAX: usize = 60;
const SLUG_CHARS_MAX: usize = 40;
const URL_CHARS_MAX: usize = 500;
const WORD_CHARS_MAX: usize = 200;
pub(crate) const WORDS_MAX: usize = 100;
pub(crate) const RULES_MAX: usize = 200;

pub(crate) fn name(text: &str) -> Result<String> {
    line("name", text, NAME_CHARS_MAX)
}

/// The part of the provider's addresses.
pub(crate) fn slug(text: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let spelled_well = text
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    match spelled_well && (1..=SLUG_CHARS_MAX).contains(&text.len()) {
        true => Ok(text),
        false => Err(Error::invalid(
            "slug",
            "an address has 1 to 40 letters a to z, digits and hyphens",
        )),
    }
}

/// An address by HTTP, kept as it was written: an issuer is compared letter by letter.
pub(crate) fn address(field: &'static str, text: &str) -> Result<String> {
    let text = line(field, text, URL_CHARS_MAX)?;
    let fits = Url::parse(&text).is_ok_and(|url| {
        matches!(url.scheme(), "https" | "http")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.fragment().is_none()
    });
    match fits {
        true => Ok(text),
        false => Err(Error::invalid(field, "this is no address").hint("it begins with https://")),
    }
}

/// Words without a space in them, each once.
pub(crate) fn words(field: &'static str, words: &[String]) -> Result<Words> {
    let mut read = Words::default();
    for word in words {
        let word = line(field, word, WORD_CHARS_MAX)?;
        if word.contains(char::is_whitespace) {
            return Err(Error::invalid(
                field,
                "write each by itself, without spaces",
            ));
        }
        if !read.hold(&word) {
            read.0.push(word);
        }
    }
    match read.0.len() <= WORDS_MAX {
        true => Ok(read),
        false => Err(Error::invalid(field, format!("at most {WORDS_MAX}"))),
    }
}

/// Domains of e-mail addresses, as they are compared.
pub(crate) fn domains(field: &'static str, domains: &[String]) -> Result<Words> {
    let lowered: Vec<String> = domains
        .iter()
        .map(|domain| domain.trim().trim_start_matches('@').to_lowercase())
        .collect();
    let read = words(field, &lowered)?;
    let is_domain = |domain: &String| identity::parse_email(&format!("a@{domain}")).is_ok();
    match read.0.iter().all(is_domain) {
        true => Ok(read),
        false => Err(Error::invalid(field, "this is no domain").hint("it looks like example.org")),
    }
}

pub(crate) fn group(text: &str) -> Result<String> {
    line("group", text, WORD_CHARS_MAX)
}

/// Where somebody goes on: a path of ours as an address bar has it, or the beginning. Whatever a browser could read as
/// another place is none.
pub(crate) fn path_of_ours(next: &str) -> &str {
    let is_ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && next.bytes().all(|byte| byte.is_ascii_graphic())
        && next.len() <= URL_CHARS_MAX;
    match is_ours {
        true => next,
        false => "/",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_ours_leads_on() {
        for ours in ["/", "/c/leading-change?x=1#y", "/@ada"] {
            assert_eq!(path_of_ours(ours), ours);
        }
        let elsewhere = [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
            "evil.example",
            " //evil.example",
            "/\u{0}/",
            "/\r\nLocation: x",
            "/c/größe",
            "/c/a b",
        ];
        for next in elsewhere {
            assert_eq!(path_of_ours(next), "/");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_stays_with_us(next in ".{0,40}") {
            let base = Url::parse("https://interlude.example.org/signin").expect("an address");
            let there = base.join(path_of_ours(&next)).expect("an address");
            proptest::prop_assert_eq!(there.origin(), base.origin());
        }
    }
}
