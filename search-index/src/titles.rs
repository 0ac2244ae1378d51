//! Titles while they are typed.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::analyze::Shape;
use crate::audience::Readable;
use crate::error::Result;
use crate::fold::{composed, folded};
use crate::index::Index;
use crate::parse::telling_words;
use crate::plan::beginning;
use crate::query::{Stored, check};
use crate::rank::Ranked;
use crate::snippet::{Html, Marker};

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
    /// Titles in which each of the typed words begins a word, for this asker. First those that begin as
    /// typed, then those with whole words, then the greatest id, which is the newest.
    ///
    /// # Errors
    /// When the text is too long, the limit is not within its bounds, or the disk fails.
    pub fn titles(&self, typed: &str, audience: &[String], limit: usize) -> Result<Vec<Title>> {
        check(typed, limit)?;
        let typed = composed(typed);
        let words = telling_words(&typed);
        let live = self.live();
        let searcher = live.searcher();
        let readable = Readable::by(audience, (&searcher, &live.fields, &self.shared.readers))?;
        if words.is_empty() || readable.documents() == 0 {
            return Ok(Vec::new());
        }
        let mut marker = Marker::default();
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, readable.filter())];
        let field = live.fields.title.exact;
        for word in &words {
            marker.add_beginning(&word.text);
            let begins = ConstScoreQuery::new(beginning(field, &word.text), 0.0);
            clauses.push((Occur::Must, Box::new(begins)));
            if word.shape == Shape::Word {
                let term = Term::from_field_text(field, &word.text);
                let whole = TermQuery::new(term, IndexRecordOption::Basic);
                let whole = ConstScoreQuery::new(Box::new(whole), 1.0);
                clauses.push((
                    Occur::Should,
                    Box::new(BoostQuery::new(Box::new(whole), 1.0)),
                ));
            }
        }
        let collector = Ranked {
            limit: limit * CANDIDATES,
            after: None,
        };
        let query = BooleanQuery::new(clauses);
        let ranking = searcher.search_with_statistics_provider(&query, &collector, &readable)?;
        let mut titles = Vec::with_capacity(ranking.found.len());
        for found in ranking.found {
            let stored = Stored::read(&searcher, found.address)?;
            let title = stored.text(live.fields.title.exact);
            let marked = marker.title(title, &stored.tongues(live.fields.tongue));
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
