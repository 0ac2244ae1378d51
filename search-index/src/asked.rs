//! What can be asked of a search beside what was typed. Pure.

use std::ops::Range;
use std::sync::Arc;

use crate::alike::Alike;
use crate::document::Kinds;
use crate::fold::folded;
use crate::operators::{Filter, NameOf};
use crate::parse::{Asked, Asking};

impl Asked {
    /// The search widened by words that mean the same.
    #[must_use]
    pub fn with_alike(mut self, alike: Arc<Alike>) -> Self {
        self.alike = alike;
        self
    }

    /// The search among what was written since then, Unix time in milliseconds, and has all of its words:
    /// what nobody waits for must fit.
    #[must_use]
    pub fn written_since(mut self, since: i64) -> Self {
        // Nothing asked is not everything asked.
        if !self.is_empty() {
            self.filters.push(Asking {
                filter: Filter::From(since),
                excluded: false,
                value: 0..0,
            });
        }
        self.is_whole = true;
        self
    }

    /// The search among these kinds of documents.
    #[must_use]
    pub fn among(mut self, kinds: Kinds<'_>) -> Self {
        let (excluded, kinds) = match kinds {
            Kinds::Only(kinds) => (false, kinds),
            Kinds::AllBut(kinds) => (true, kinds),
        };
        // Nothing asked is not everything asked.
        if !self.is_empty() {
            let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
            self.filters.push(Asking {
                filter: Filter::Known(NameOf::Kind, kinds),
                excluded,
                value: 0..0,
            });
        }
        self
    }

    /// Whether it has words to look for, and not operators alone.
    pub fn has_words(&self) -> bool {
        !(self.words.is_empty() && self.phrases.is_empty())
    }

    /// Its words in small letters and without accents: what searches for the same have in common.
    /// Operators and phrases are none of them.
    pub fn plain_words(&self) -> String {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            match pieces.last_mut() {
                // Pairs of letters overlap.
                Some(last) if word.at.start < last.end => last.end = last.end.max(word.at.end),
                _ => pieces.push(word.at.clone()),
            }
        }
        let pieces: Vec<String> = pieces
            .into_iter()
            .map(|at| folded(&self.text[at]))
            .collect();
        pieces.join(" ")
    }
}

/// A name as a search for it and nothing else reads: what was typed is compared with that.
pub(crate) fn called(name: &str) -> String {
    Asked::read(name).map_or_else(|_| String::new(), |asked| asked.plain_words())
}
