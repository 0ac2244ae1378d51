//! Operators of a search: `from:amara`, `is:unanswered`, `before:2026-05`. Pure.
//!
//! What an operator names is a name as people type it. Whose it is only the owner of the documents
//! knows, so a search is read first ([`crate::Asked::read`]), then told which ids its names stand for.

use chrono::NaiveDate;

use crate::document::Mark;
use crate::fold::folded;

/// Of what something is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// A person: `from:amara`, `from:me`, `is:mine`. For the last two the name is `me`.
    Person,
    /// A community or a channel: `in:facilitation`.
    Place,
    /// A session: `session:3`, `session:"difficult talks"`.
    Session,
    /// A kind of document: `kind:question`.
    Kind,
}

/// A name in a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub of: NameOf,
    /// As it was typed, without quotation marks.
    pub text: String,
}

/// What an operator asks of each result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    Named(Named),
    /// Any of these ids, once the name is known.
    Known(NameOf, Vec<String>),
    /// Folded.
    Tag(String),
    Mark(Mark),
    /// Unix time in milliseconds.
    Before(i64),
    From(i64),
}

/// What stands before a colon.
const OPERATORS: [&str; 9] = [
    "from", "in", "session", "kind", "tag", "is", "has", "before", "after",
];

/// `key:value` of a known key, as its key and its value.
pub(crate) fn divided(chunk: &str) -> Option<(&'static str, &str)> {
    let (key, value) = chunk.split_once(':')?;
    let known = OPERATORS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(key))?;
    Some((known, value))
}

/// What an operator asks; nothing when its value is none that it knows.
pub(crate) fn filter(key: &str, value: &str) -> Option<Filter> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let named = |of, text: &str| {
        Some(Filter::Named(Named {
            of,
            text: text.to_owned(),
        }))
    };
    match key {
        "from" => named(NameOf::Person, value.trim_start_matches('@')),
        "in" => named(NameOf::Place, value.trim_start_matches('#')),
        "session" => named(NameOf::Session, value.trim_start_matches('#')),
        "kind" => named(NameOf::Kind, value),
        "tag" => Some(Filter::Tag(folded(value.trim_start_matches('#')))),
        "is" if value.eq_ignore_ascii_case("mine") => named(NameOf::Person, "me"),
        "is" => Mark::worded(&folded(value)).map(Filter::Mark),
        "has" => Mark::had(&folded(value)).map(Filter::Mark),
        "before" => day(value).map(Filter::Before),
        "after" => day(value).map(Filter::From),
        _ => None,
    }
}

/// The first moment of `2026`, `2026-05` or `2026-05-14`, in UTC.
fn day(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, ['-', '/', '.']);
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut next = || parts.next().map_or(Some(1), |part| part.parse().ok());
    let (month, day) = (next()?, next()?);
    let date = NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?;
    Some(date.and_utc().timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_to_the_year_the_month_or_the_day() {
        let first = day("2026-01-01");
        assert_eq!(first, Some(1_767_225_600_000));
        assert_eq!((day("2026"), day("2026-01")), (first, first));
        assert_eq!(day("2026/1/1"), first);
        for none in [
            "soon",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-",
            "-1-1",
            "२०२६",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }

    #[test]
    fn what_an_operator_does_not_know_it_does_not_ask() {
        assert_eq!(filter("is", "Verified"), Some(Filter::Mark(Mark::Verified)));
        assert_eq!(filter("has", "file"), Some(Filter::Mark(Mark::Filed)));
        for (key, value) in [
            ("is", "purple"),
            ("has", "wings"),
            ("before", "noon"),
            ("from", " "),
        ] {
            assert_eq!(filter(key, value), None, "{key}:{value}");
        }
        assert_eq!(divided("http://a.example"), None);
        assert_eq!(divided("FROM:amara"), Some(("from", "amara")));
    }
}
