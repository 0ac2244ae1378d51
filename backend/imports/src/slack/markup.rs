//! Slack's own mark-up to Markdown.
use crate::people::People;
use std::collections::HashMap;

/// Whom and what a message can point to.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub people: &'a People,
    /// Channels by their ids.
    pub channels: &'a HashMap<String, String>,
}

const FENCE: &str = "```";

/// The Markdown of a message: blocks of code as they are, lines with their breaks.
pub(super) fn to_markdown(text: &str, names: Names<'_>) -> String {
    let text = without_skin_tones(text);
    let fences = text.matches(FENCE).count();
    let mut blocks = Vec::new();
    for (number, piece) in text.split(FENCE).enumerate() {
        let is_code = number % 2 == 1 && number < fences;
        if is_code {
            let code = plain(piece, names);
            blocks.push(format!("{FENCE}\n{}\n{FENCE}", code.trim_matches('\n')));
        } else if !piece.trim().is_empty() {
            blocks.push(lines(piece.trim_matches('\n'), names));
        }
    }
    blocks.join("\n\n")
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Empty,
    Plain,
    Item,
    Quote,
}

fn lines(text: &str, names: Names<'_>) -> String {
    let mut out = String::new();
    let mut before = Shape::Empty;
    for source in text.split('\n') {
        let (shape, line) = line(source.trim_end(), names);
        match (before, shape) {
            _ if out.is_empty() => {}
            (Shape::Plain, Shape::Plain) | (Shape::Quote, Shape::Quote) => out.push_str("  \n"),
            (Shape::Item, Shape::Item) | (Shape::Empty, _) | (_, Shape::Empty) => out.push('\n'),
            _ => out.push_str("\n\n"),
        }
        out.push_str(&line);
        before = shape;
    }
    out
}

fn line(source: &str, names: Names<'_>) -> (Shape, String) {
    let indent = source.len() - source.trim_start().len();
    let text = source.trim_start();
    if text.is_empty() {
        return (Shape::Empty, String::new());
    }
    if let Some(quoted) = text.strip_prefix("&gt;") {
        let quoted = quoted.trim_start_matches("&gt;").trim_start();
        return (Shape::Quote, format!("> {}", inline(quoted, names)));
    }
    for bullet in ["• ", "◦ ", "▪︎ ", "- "] {
        if let Some(item) = text.strip_prefix(bullet) {
            let nested = if indent >= 4 { "  " } else { "" };
            return (Shape::Item, format!("{nested}- {}", inline(item, names)));
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) && text[digits..].starts_with(". ") {
        let number = &text[..digits];
        let item = inline(&text[digits + 2..], names);
        return (Shape::Item, format!("{number}. {item}"));
    }
    // What would be a heading or a rule in Markdown was none in Slack.
    let is_rule = text.len() > 1 && text.bytes().all(|byte| b"-=*_+ ".contains(&byte));
    let shield = if text.starts_with('#') || is_rule {
        "\\"
    } else {
        ""
    };
    (Shape::Plain, format!("{shield}{}", inline(text, names)))
}

/// One line: code, pointers, emphasis and entities.
fn inline(text: &str, names: Names<'_>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let taken = match c {
            '`' => code(rest, names),
            '<' => pointer(rest, names),
            '*' => emphasis(text, at, ("*", "**"), names),
            '~' => emphasis(text, at, ("~", "~~"), names),
            '&' => entity(rest),
            '\\' => Some((1, "\\\\".to_owned())),
            ']' if rest.starts_with("](") => Some((2, "]\\(".to_owned())),
            _ => None,
        };
        match taken {
            Some((length, markdown)) => {
                out.push_str(&markdown);
                at += length;
            }
            None => {
                if matches!(c, '*' | '`') {
                    out.push('\\');
                }
                out.push(c);
                at += c.len_utf8();
            }
        }
    }
    out
}

type Taken = Option<(usize, String)>;

fn code(rest: &str, names: Names<'_>) -> Taken {
    let inside = &rest[1..];
    let end = inside.find('`').filter(|end| *end > 0)?;
    Some((end + 2, format!("`{}`", plain(&inside[..end], names))))
}

/// `*bold*`, where it stands around whole words.
fn emphasis(text: &str, at: usize, (mark, markdown): (&str, &str), names: Names<'_>) -> Taken {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let inside = &text[at + mark.len()..];
    if is_word(text[..at].chars().next_back()) || is_space(inside.chars().next()) {
        return None;
    }
    let end = inside.find(mark).filter(|end| *end > 0)?;
    let after = inside[end + mark.len()..].chars().next();
    if is_word(after) || is_space(inside[..end].chars().next_back()) {
        return None;
    }
    let words = inline(&inside[..end], names);
    Some((end + 2 * mark.len(), format!("{markdown}{words}{markdown}")))
}

fn entity(rest: &str) -> Taken {
    let (entity, markdown) = [("&amp;", "&"), ("&lt;", "\\<"), ("&gt;", ">")]
        .into_iter()
        .find(|(entity, _)| rest.starts_with(entity))?;
    Some((entity.len(), markdown.to_owned()))
}

/// `<…>`: a person, a channel, a group, a date or an address.
fn pointer(rest: &str, names: Names<'_>) -> Taken {
    let end = rest.find('>')?;
    let (target, label) = split(&rest[1..end]);
    let markdown = match named(target, label, names) {
        Some(words) => words,
        None => {
            let url = decoded(target).replace(['<', '>', ' '], "");
            match label.map(decoded).filter(|label| *label != url) {
                Some(label) => {
                    let label = label.replace('[', "\\[").replace(']', "\\]");
                    format!("[{label}](<{url}>)")
                }
                None => format!("<{url}>"),
            }
        }
    };
    Some((end + 1, markdown))
}

fn split(inside: &str) -> (&str, Option<&str>) {
    match inside.split_once('|') {
        Some((target, label)) => (target, Some(label).filter(|label| !label.is_empty())),
        None => (inside, None),
    }
}

/// The words for what is no address.
fn named(target: &str, label: Option<&str>, names: Names<'_>) -> Option<String> {
    if let Some(id) = target.strip_prefix('@') {
        let handle = names.people.get(id).map(|known| known.handle.as_str());
        return Some(format!("@{}", handle.or(label).unwrap_or("somebody")));
    }
    if let Some(id) = target.strip_prefix('#') {
        let name = names.channels.get(id).map(String::as_str);
        return Some(format!("#{}", name.or(label).unwrap_or("a-channel")));
    }
    let command = target.strip_prefix('!')?;
    Some(match label {
        Some(label) => decoded(label),
        None => format!("@{}", command.split('^').next().unwrap_or_default()),
    })
}

/// As inside code: pointers as plain words, entities read.
fn plain(text: &str, names: Names<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else {
            rest = &rest[at..];
            break;
        };
        let (target, label) = split(&rest[at + 1..at + end]);
        match named(target, label, names) {
            Some(words) => out.push_str(&words),
            None => out.push_str(label.unwrap_or(target)),
        }
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    decoded(&out)
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn without_skin_tones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split("::skin-tone-");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        // `3:` is left of the tone; its colon closes the emoji.
        out.push_str(piece.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    out
}
