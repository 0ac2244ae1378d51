//! What can be asked of a search beside what was typed. Pure.

use std::sync::Arc;

use crate::alike::Alike;
use crate::operators::Filter;
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
}
