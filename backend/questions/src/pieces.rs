//! Resources and stories as Markdown, and back: so that whatever is done to a post, be it edited, hidden
//! or searched, is done to them. Pure.

/// What a story tells, in the order of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryWords {
    pub situation: String,
    pub used: String,
    pub happened: String,
    pub again: String,
}

/// Between the parts of a story: a line across the page.
const LINE: &str = "\n\n---\n\n";

impl StoryWords {
    pub fn markdown(&self) -> String {
        let parts = [&self.situation, &self.used, &self.happened, &self.again];
        let whole = |part: &&String| part.trim().replace(LINE, "\n\n");
        let parts: Vec<String> = parts.iter().map(whole).collect();
        parts.join(LINE)
    }

    /// An edit may have left fewer parts, or more.
    pub fn read(markdown: &str) -> Self {
        let mut parts = markdown.splitn(4, LINE).map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        Self {
            situation: next(),
            used: next(),
            happened: next(),
            again: next(),
        }
    }
}

/// Why a resource is useful, and the address of its page, if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceWords {
    pub why: String,
    pub url: Option<String>,
}

impl ResourceWords {
    pub fn markdown(&self) -> String {
        match &self.url {
            Some(url) => format!("{}\n\n<{url}>", self.why.trim()),
            None => self.why.trim().to_owned(),
        }
    }

    /// What is said beside the address.
    pub fn why(markdown: &str, url: Option<&str>) -> String {
        let address = url.map(|url| format!("<{url}>")).unwrap_or_default();
        let trimmed = markdown.trim();
        trimmed
            .strip_suffix(&address)
            .unwrap_or(trimmed)
            .trim()
            .to_owned()
    }
}
