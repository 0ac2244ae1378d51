//! What stands inside a line: people, places, addresses and emoji.
use super::{Mentions, options};
use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, TextMergeStream};
use std::collections::BTreeSet;

/// The `@handles` a body speaks to, outside code and links, each once. Whether such people exist is
/// for the caller to find out.
pub fn mentioned_handles(body: &str) -> Vec<String> {
    let mut quiet = 0_usize;
    let mut handles = BTreeSet::new();
    for event in TextMergeStream::new(Parser::new_ext(body, options())) {
        match event {
            Event::Start(tag) => quiet += usize::from(is_quiet(&tag)),
            Event::End(end) => quiet -= usize::from(is_quiet_end(end)),
            Event::Text(text) if quiet == 0 => {
                let found = pieces(&text).into_iter().filter_map(|piece| match piece {
                    Piece::Handle(handle) => Some(handle.to_owned()),
                    _ => None,
                });
                handles.extend(found);
            }
            _ => {}
        }
    }
    handles.into_iter().collect()
}

/// Turns mentions, ids, addresses and emoji names in the text into what they stand for. Text inside
/// code and links is left alone.
pub(super) fn enriched<'a>(
    events: impl Iterator<Item = Event<'a>> + 'a,
    mentions: &'a Mentions,
) -> impl Iterator<Item = Event<'a>> + 'a {
    let mut quiet = 0_usize;
    events.flat_map(move |event| {
        match &event {
            Event::Start(tag) => quiet += usize::from(is_quiet(tag)),
            Event::End(end) => quiet = quiet.saturating_sub(usize::from(is_quiet_end(*end))),
            Event::Text(text) if quiet == 0 => return enrich(text, mentions),
            _ => {}
        }
        vec![event]
    })
}

fn is_quiet(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_quiet_end(end: TagEnd) -> bool {
    matches!(end, TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image)
}

fn enrich<'a>(text: &str, mentions: &Mentions) -> Vec<Event<'a>> {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(plain) => Event::Text(CowStr::from(plain.to_owned())),
            Piece::Handle(handle) => match mentions.get(handle) {
                Some((person, name)) => {
                    link("mention", &format!("/go/{person}"), &format!("@{name}"))
                }
                None => Event::Text(CowStr::from(format!("@{handle}"))),
            },
            Piece::Id(id) => link("reference", &format!("/go/{id}"), id),
            Piece::Url(url) => link("reference", url, url),
            Piece::Emoji(emoji) => Event::Text(CowStr::from(emoji.to_owned())),
        })
        .collect()
}

fn link<'a>(class: &str, href: &str, words: &str) -> Event<'a> {
    let (href, words) = (escaped(href), escaped(words));
    Event::InlineHtml(CowStr::from(format!(
        "<a class=\"{class}\" href=\"{href}\">{words}</a>"
    )))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[derive(Debug, PartialEq)]
enum Piece<'a> {
    Plain(&'a str),
    Handle(&'a str),
    Id(&'a str),
    Url(&'a str),
    Emoji(&'static str),
}

/// Cuts a run of text into what is special and what is not.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(true);
    let mut pieces = Vec::new();
    for span in finder.spans(text) {
        let web = span.as_str().starts_with("https://") || span.as_str().starts_with("http://");
        match span.kind() {
            Some(_) if web => pieces.push(Piece::Url(span.as_str())),
            _ => cut_words(span.as_str(), &mut pieces),
        }
    }
    pieces
}

fn cut_words<'a>(text: &'a str, pieces: &mut Vec<Piece<'a>>) {
    let mut plain_from = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let after_word = text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_');
        let special = if after_word { None } else { special(rest) };
        match special {
            Some((length, piece)) => {
                if plain_from < at {
                    pieces.push(Piece::Plain(&text[plain_from..at]));
                }
                pieces.push(piece);
                at += length;
                plain_from = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if plain_from < text.len() {
        pieces.push(Piece::Plain(&text[plain_from..]));
    }
}

/// What begins here, and how many bytes of the text it takes.
fn special(rest: &str) -> Option<(usize, Piece<'_>)> {
    if let Some(after) = rest.strip_prefix('@') {
        let length = after
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-')
            .count();
        let handle = after[..length].trim_end_matches('-');
        let fits =
            (2..=40).contains(&handle.len()) && handle.bytes().all(|b| !b.is_ascii_uppercase());
        return fits.then_some((1 + handle.len(), Piece::Handle(handle)));
    }
    if let Some(after) = rest.strip_prefix(':') {
        let (name, _) = after.split_once(':')?;
        let named = (2..=40).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'));
        let emoji = named.then(|| emojis::get_by_shortcode(name)).flatten()?;
        return Some((name.len() + 2, Piece::Emoji(emoji.as_str())));
    }
    for prefix in ["thread_", "post_"] {
        let Some(after) = rest.strip_prefix(prefix) else {
            continue;
        };
        let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let id = &rest[..prefix.len() + length];
        return id
            .parse::<crate::AnyId>()
            .is_ok()
            .then_some((id.len(), Piece::Id(id)));
    }
    None
}
