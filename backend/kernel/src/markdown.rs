//! Text to safe HTML, once, when it is written.
//!
//! pulldown-cmark reads, ammonia has the last word. Between them the event stream is bounded in
//! depth, because sanitising is quadratic in nesting: without the bound 64 KB of `- - -` cost ten
//! seconds. Raw HTML is shown as the text it is.
use crate::Error;
use ammonia::Builder;
use pulldown_cmark::{
    CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html,
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::LazyLock;

mod inline;

pub use inline::mentioned_handles;

pub const BODY_BYTES_MAX: usize = 64 * 1024;
const DEPTH_MAX: usize = 32;
const HTML_BYTES_MAX: usize = 1_000_000;

/// Handles that may be linked, each with who it means and the name to show. The link goes by the id:
/// a handle may one day be another's.
pub type Mentions = HashMap<String, (crate::PersonId, String)>;

/// What a body became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub html: String,
    /// The same without markup, for search and excerpts.
    pub text: String,
}

/// Renders a body. `mentions` names the people whose `@handle` becomes a link.
///
/// # Errors
/// `Invalid` on `body` when the result would be unreasonably large.
pub fn render(body: &str, mentions: &Mentions) -> Result<Rendered, Error> {
    // Footnotes of two posts on one page must not share an anchor.
    let scope = crate::hex(&Sha256::digest(body)[..4]);
    let events = Parser::new_ext(body, options());
    let events = TextMergeStream::new(bounded(events, &scope));
    let mut dirty = String::with_capacity(body.len() * 2);
    html::push_html(&mut dirty, inline::enriched(events, mentions));
    if dirty.len() > HTML_BYTES_MAX {
        return Err(
            Error::invalid("body", "this grows too large when it is shown")
                .hint("use fewer tables and nested lists"),
        );
    }
    let html = SANITISER.clean(&dirty).to_string();
    let text = crate::strip_markup(&html);
    Ok(Rendered { html, text })
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// The stream with raw HTML as text, nesting cut at `DEPTH_MAX`, headings moved below the page's own,
/// pictures kept only when they are files of ours, and footnotes named apart.
fn bounded<'a>(
    events: impl Iterator<Item = Event<'a>> + 'a,
    scope: &'a str,
) -> impl Iterator<Item = Event<'a>> + 'a {
    // For each open tag, how it must be closed; nothing for one that was cut.
    let mut open: Vec<Option<TagEnd>> = Vec::new();
    let mut depth = 0;
    events.filter_map(move |event| match event {
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(tag) => {
            let tag = (depth < DEPTH_MAX).then(|| tamed(tag, scope));
            depth += usize::from(tag.is_some());
            open.push(tag.as_ref().map(Tag::to_end));
            tag.map(Event::Start)
        }
        Event::End(_) => {
            let end = open.pop().flatten();
            depth -= usize::from(end.is_some());
            end.map(Event::End)
        }
        Event::FootnoteReference(name) => Some(Event::FootnoteReference(note_name(scope, &name))),
        Event::TaskListMarker(true) => Some(Event::Text("☑ ".into())),
        Event::TaskListMarker(false) => Some(Event::Text("☐ ".into())),
        other => Some(other),
    })
}

fn tamed<'a>(tag: Tag<'a>, scope: &str) -> Tag<'a> {
    match tag {
        Tag::Heading { level, .. } => Tag::Heading {
            level: lowered(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        },
        // A picture from elsewhere would tell its server who reads here: it becomes a link.
        Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        } if !dest_url.starts_with("/files/") => Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        },
        Tag::FootnoteDefinition(name) => Tag::FootnoteDefinition(note_name(scope, &name)),
        other => other,
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

fn note_name<'a>(scope: &str, name: &str) -> CowStr<'a> {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(24)
        .collect();
    format!("note-{scope}-{name}").into()
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "a",
        "p",
        "br",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "sup",
        "div",
        "img",
    ];
    let mut builder = Builder::empty();
    builder
        .tags(tags.into())
        .tag_attributes(HashMap::from([
            ("a", ["href", "title"].into()),
            ("ol", ["start"].into()),
            ("code", ["class"].into()),
            ("div", ["id"].into()),
            ("img", ["src", "alt", "title"].into()),
        ]))
        .allowed_classes(HashMap::from([
            ("a", ["mention", "reference"].into()),
            ("div", ["footnote-definition"].into()),
            (
                "sup",
                ["footnote-reference", "footnote-definition-label"].into(),
            ),
        ]))
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener noreferrer nofollow ugc"))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") if !value.starts_with("/files/") => None,
            ("code", "class") if !value.starts_with("language-") => None,
            _ => Some(value.into()),
        });
    builder
});
