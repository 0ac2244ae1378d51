//! Tags while they are typed.

use std::collections::BTreeSet;

use tantivy::Term;

use crate::audience::Readable;
use crate::error::Result;
use crate::fold::{composed, folded};
use crate::index::Index;
use crate::query::check;

/// A tag that fits what was typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// In small letters and without accents.
    pub tag: String,
    /// How many documents have it.
    pub count: u64,
    /// One of them: the index proposes, whoever owns the documents disposes.
    pub id: String,
}

impl Index {
    /// Tags in which each of the typed words begins a word, of what this asker may read; those that most
    /// documents have first.
    ///
    /// # Errors
    /// When the limit is not within its bounds, or the disk fails.
    pub fn tags(&self, typed: &str, audience: &[String], limit: usize) -> Result<Vec<Tag>> {
        check(limit)?;
        let typed = folded(&composed(typed));
        let live = self.searched();
        let searcher = live.searcher();
        let readable = Readable::by(audience, (&searcher, &live, &self.shared.readers))?;
        if words_of(&typed).next().is_none() || readable.documents() == 0 {
            return Ok(Vec::new());
        }
        let field = live.fields.tag;
        let mut fitting = BTreeSet::new();
        for (segment, _) in readable.segments() {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                if let Ok(tag) = std::str::from_utf8(terms.key())
                    && fits(tag, &typed)
                {
                    fitting.insert(tag.to_owned());
                }
            }
        }
        let mut tags = Vec::new();
        for tag in fitting {
            let term = Term::from_field_text(field, &tag);
            let count = readable.frequency(&term)?;
            if let Some(id) = readable.one_with(&term)? {
                tags.push(Tag { tag, count, id });
            }
        }
        tags.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.tag.cmp(&b.tag)));
        tags.truncate(limit);
        Ok(tags)
    }
}

/// Whether each typed word begins a word of the tag.
fn fits(tag: &str, typed: &str) -> bool {
    words_of(typed).all(|word| words_of(tag).any(|of_tag| of_tag.starts_with(word)))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
