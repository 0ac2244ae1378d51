//! Titles while they are typed.

use tantivy::Term;

use crate::audience::Readable;
use crate::document::Kinds;
use crate::error::{Error, Result};
use crate::fielded::{Like, Word};
use crate::fold::{composed, folded};
use crate::index::Index;
use crate::parse::{QUERY_CHARS_MAX, telling_words};
use crate::plan::{any, beginning, term_query};
use crate::query::{Stored, check};
use crate::rank::Ranked;
use crate::sieve::{Plan, Reach, Sieve};
use crate::snippet::{Html, Marker};
use crate::words::Shape;

/// As many candidates are looked at for each title that is asked for.
const CANDIDATES: usize = 4;

/// A title that fits what was typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub id: String,
    pub title: String,
    pub marked: Html,
}

impl Index {
    /// Titles, of these kinds of documents, in which each of the typed words begins a word, for this asker. First those that begin as
    /// typed, then those with whole words, then the greatest id, which is the newest.
    ///
    /// # Errors
    /// When the text is too long, the limit is not within its bounds, or the disk fails.
    pub fn titles(
        &self,
        (typed, kinds): (&str, Kinds<'_>),
        audience: &[String],
        limit: usize,
    ) -> Result<Vec<Title>> {
        check(limit)?;
        let chars = typed.chars().count();
        if chars > QUERY_CHARS_MAX {
            let max = QUERY_CHARS_MAX;
            return Err(Error::QueryTooLong { chars, max });
        }
        let typed = composed(typed);
        let live = self.searched();
        let searcher = live.searcher();
        let readable = Readable::by(audience, (&searcher, &live, &self.shared.readers))?;
        let mut marker = Marker::default();
        let field = live.fields.title.exact;
        let mut plan = Plan::default();
        for word in telling_words(&typed) {
            marker.add_beginning(&word.text);
            let mut likes = vec![Like {
                query: beginning(field, &word.text),
                score: 0.0,
            }];
            if word.shape == Shape::Word {
                likes.push(Like {
                    query: term_query(Term::from_field_text(field, &word.text)),
                    score: 1.0,
                });
            }
            plan.words.push(Word::like(likes));
        }
        let kind = |kind: &&str| term_query(Term::from_field_text(live.fields.kind, kind));
        match kinds {
            Kinds::Only(kinds) => plan.must.push(any(kinds.iter().map(kind).collect())),
            Kinds::AllBut(kinds) => plan.without.extend(kinds.iter().map(kind)),
        }
        if plan.words.is_empty() || readable.documents() == 0 {
            return Ok(Vec::new());
        }
        let ranked = Ranked {
            limit: limit * CANDIDATES,
            after: None,
            today: 0,
            all_first: false,
        };
        let mut parts = Vec::new();
        for (ord, (segment, set)) in (0..).zip(readable.segments()) {
            let mut part = ranked.part(ord, segment)?;
            Sieve::of(
                (&plan, Reach::AllWords),
                (segment, &live.fields),
                set.clone(),
            )?
            .each(|doc, held| part.gather(doc, held));
            parts.push(part);
        }
        let ranking = ranked.join(parts)?;
        let mut titles = Vec::with_capacity(ranking.found.len());
        for found in ranking.found {
            let stored = Stored::read(&searcher, found.address)?;
            let title = stored.text(live.fields.title.exact);
            let tongues = readable.tongues_at(found.address);
            let marked = marker.line(title, &tongues);
            titles.push(Title {
                id: found.place.id,
                title: title.to_owned(),
                marked,
            });
        }
        let start = folded(typed.trim());
        titles.sort_by_key(|found| !folded(&found.title).starts_with(&start));
        titles.truncate(limit);
        Ok(titles)
    }
}
