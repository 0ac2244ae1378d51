//! A letter laid out: once as text, once dressed, with the same words.
//!
//! The dressed one has no pictures and loads nothing: nobody learns that it was read.

/// A letter before it is laid out.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub greeting: String,
    pub parts: Vec<Part>,
    /// Who writes, and where they are.
    pub sign_off: (String, String),
    /// What can be done about letters like it: words and addresses.
    pub foot: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub enum Part {
    /// Paragraphs, with an empty line between two; a line that is an address becomes a link.
    Words(String),
    Thing(Thing),
}

/// One thing that a letter tells of.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    /// What happened, and where.
    pub lead: String,
    /// What it is called, and where it is.
    pub title: String,
    pub link: String,
    /// When it is, how long it takes, and the like: a line each.
    pub facts: Vec<String>,
    /// What somebody said.
    pub quote: Option<String>,
    /// What is to be known beside that: a line each.
    pub beside: Vec<String>,
}

impl Sheet {
    pub fn text(&self) -> String {
        let mut blocks = vec![self.greeting.clone()];
        blocks.extend(self.parts.iter().map(Part::text));
        let (name, address) = &self.sign_off;
        blocks.push(format!("{name}\n{address}"));
        if !self.foot.is_empty() {
            let lines = self
                .foot
                .iter()
                .map(|(words, to)| format!("{words}:\n{to}"));
            blocks.push(lines.collect::<Vec<_>>().join("\n"));
        }
        blocks.join("\n\n") + "\n"
    }

    pub fn html(&self, language: &str) -> String {
        let parts: String = self.parts.iter().map(Part::html).collect();
        let (name, address) = &self.sign_off;
        let foot: Vec<String> = self
            .foot
            .iter()
            .map(|(words, to)| link(to, words))
            .collect();
        let foot = match foot.is_empty() {
            true => String::new(),
            false => format!("<p style=\"{SMALL}\">{}</p>", foot.join(" · ")),
        };
        format!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\"></head>\
             <body style=\"margin:0;padding:24px 16px\"><div style=\"{PAGE}\">\
             <p>{}</p>{parts}<p>{}<br>{}</p>{foot}</div></body></html>",
            escaped(&self.greeting),
            escaped(name),
            link(address, address),
        )
    }
}

const PAGE: &str = "max-width:560px;margin:0 auto;\
    font:16px/1.5 'Hanken Grotesk',system-ui,-apple-system,'Segoe UI',sans-serif";
const TITLE: &str = "font:500 19px/1.35 Newsreader,Georgia,serif";
const QUOTE: &str = "margin:8px 0 0;padding:0 0 0 12px;border-left:3px solid #b9c0cc";
const BESIDE: &str = "margin:8px 0 0;padding:8px 12px;border:1px solid #b9c0cc;border-radius:6px";
const SMALL: &str = "font-size:14px;margin:24px 0 0;padding:12px 0 0;border-top:1px solid #b9c0cc";

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Thing(thing) => thing.text(),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Words(words) => words.split("\n\n").map(paragraph).collect(),
            Self::Thing(thing) => thing.html(),
        }
    }
}

impl Thing {
    fn text(&self) -> String {
        let mut lines = vec![self.lead.clone(), self.title.clone()];
        lines.extend(self.facts.iter().cloned());
        if let Some(quote) = &self.quote {
            lines.extend(quote.lines().map(|line| format!("> {line}")));
        }
        lines.extend(self.beside.iter().cloned());
        lines.push(self.link.clone());
        lines.join("\n")
    }

    fn html(&self) -> String {
        let facts: String = self
            .facts
            .iter()
            .map(|fact| format!("<br>{}", escaped(fact)))
            .collect();
        let quote = self.quote.as_deref().map_or_else(String::new, |quote| {
            format!(
                "<blockquote style=\"{QUOTE}\">{}</blockquote>",
                escaped(quote)
            )
        });
        let beside = match self.beside.as_slice() {
            [] => String::new(),
            lines => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                format!("<div style=\"{BESIDE}\">{}</div>", lines.join("<br>"))
            }
        };
        format!(
            "<div style=\"margin:24px 0\">{}<br><span style=\"{TITLE}\">{}</span>{facts}{quote}{beside}</div>",
            escaped(&self.lead),
            link(&self.link, &self.title),
        )
    }
}

fn paragraph(words: &str) -> String {
    let lines: Vec<String> = words
        .lines()
        .map(
            |line| match line.starts_with("https://") || line.starts_with("http://") {
                true => link(line, line),
                false => escaped(line),
            },
        )
        .collect();
    format!("<p>{}</p>", lines.join("<br>"))
}

fn link(to: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(to), escaped(words))
}

/// Text that stays text, in an element and in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
