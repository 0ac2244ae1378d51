//! The fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Changes with every change of fields or of how text becomes words. An index of another version is
/// rebuilt.
pub const VERSION: u32 = 2;

/// A field of words, and how long it usually is.
///
/// The usual length is a fixed yardstick and not the average of the index, which would let the length
/// of documents that the asker may not read move the order of those he may.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worded {
    pub exact: Field,
    pub stems: Field,
    pub usual_words: u64,
    /// How much a word found here weighs.
    pub weight: f32,
    /// Can phrases be found here?
    pub phrases: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub id: Field,
    pub audience: Field,
    pub author: Field,
    pub community: Field,
    pub channel: Field,
    pub thread: Field,
    pub kind: Field,
    /// The languages the document was stemmed in.
    pub tongue: Field,
    /// A whole tag, folded.
    pub tag: Field,
    pub mark: Field,
    pub marks: Field,
    pub helpful: Field,
    pub created: Field,
    pub edited: Field,
    pub title: Worded,
    pub under: Worded,
    pub tags: Worded,
    pub body: Worded,
}

/// The tokenizers, see `analyze.rs`.
pub(crate) const WORDS: &str = "words";
pub(crate) const STEMS: &str = "stems";

pub(crate) const ID: &str = "id";
pub(crate) const MARKS: &str = "marks";
pub(crate) const HELPFUL: &str = "helpful";

impl Fields {
    pub fn define() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let mut worded = |name: &str, (usual_words, weight), phrases, shown| {
            let cut_by = |tokenizer, option| {
                TextOptions::default().set_indexing_options(
                    TextFieldIndexing::default()
                        .set_tokenizer(tokenizer)
                        .set_index_option(option),
                )
            };
            let (freqs, positions) = (
                IndexRecordOption::WithFreqs,
                IndexRecordOption::WithFreqsAndPositions,
            );
            let exact = cut_by(WORDS, if phrases { positions } else { freqs });
            let exact = if shown { exact.set_stored() } else { exact };
            Worded {
                exact: schema.add_text_field(name, exact),
                stems: schema.add_text_field(&format!("{name}_stems"), cut_by(STEMS, freqs)),
                usual_words,
                weight,
                phrases,
            }
        };
        let title = worded("title", (8, 2.5), true, true);
        let under = worded("under", (8, 0.6), false, true);
        let tags = worded("tags", (3, 2.0), false, false);
        let body = worded("body", (130, 1.0), true, true);
        let fields = Self {
            id: schema.add_text_field(ID, STRING | FAST),
            audience: schema.add_text_field("audience", STRING),
            author: schema.add_text_field("author", STRING),
            community: schema.add_text_field("community", STRING),
            channel: schema.add_text_field("channel", STRING),
            thread: schema.add_text_field("thread", STRING),
            kind: schema.add_text_field("kind", STRING),
            tongue: schema.add_text_field("tongue", STRING | STORED),
            tag: schema.add_text_field("tag", STRING),
            mark: schema.add_text_field("mark", STRING),
            marks: schema.add_u64_field(MARKS, FAST),
            helpful: schema.add_u64_field(HELPFUL, FAST),
            created: schema.add_i64_field("created", INDEXED | FAST),
            edited: schema.add_i64_field("edited", FAST),
            title,
            under,
            tags,
            body,
        };
        (schema.build(), fields)
    }

    pub fn worded(&self) -> [Worded; 4] {
        [self.title, self.body, self.tags, self.under]
    }

    /// How many words this field usually has.
    pub fn usual_words(&self, field: Field) -> u64 {
        let found = self
            .worded()
            .into_iter()
            .find(|w| w.exact == field || w.stems == field);
        found.map_or(1, |w| w.usual_words)
    }
}
