//! The fields of the index.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

/// Changes with every change of fields or of how text becomes words. An index of another version is
/// rebuilt.
pub const VERSION: u32 = 7;

/// A field of words, and how long it usually is.
///
/// The usual length is a fixed yardstick and not the average of the index, which would let the length
/// of documents that the asker may not read move the order of those he may.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worded {
    pub exact: Field,
    pub stems: Field,
    pub usual_words: f32,
    /// How much a word found here weighs.
    pub weight: f32,
    /// How much more words than usual lessen that: 0 not at all, 1 in proportion.
    pub levelled: f32,
    /// Can phrases be found here?
    pub phrases: bool,
}

/// How the words of a field are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// For phrases, and to be shown.
    Shown,
    /// For phrases.
    InOrder,
    Found,
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
    pub session: Field,
    /// The languages the document was stemmed in.
    pub tongue: Field,
    /// The same as bits, see [`bits_of`](crate::language::bits_of).
    pub tongues: Field,
    /// A whole tag, folded.
    pub tag: Field,
    /// A whole name, as a search for it reads.
    pub name: Field,
    pub mark: Field,
    pub marks: Field,
    pub helpful: Field,
    pub created: Field,
    pub edited: Field,
    /// Of the whole document, to tell whether it is out of date.
    pub digest: Field,
    pub title: Worded,
    pub under: Worded,
    pub tags: Worded,
    pub body: Worded,
    /// One value for each file: its name, a line end, and its words.
    pub files: Worded,
    /// The stems of long words of title and body, from their ends: a compound is found by its last part.
    pub ends: Field,
}

/// The tokenizers, see `analyze.rs`.
pub(crate) const WORDS: &str = "words";
pub(crate) const STEMS: &str = "stems";
pub(crate) const ENDS: &str = "ends";

pub(crate) const ID: &str = "id";
pub(crate) const TONGUES_OF: &str = "tongues";
pub(crate) const MARKS: &str = "marks";
pub(crate) const HELPFUL: &str = "helpful";
pub(crate) const CREATED: &str = "created";
pub(crate) const DIGEST: &str = "digest";
pub(crate) const KIND: &str = "kind";
pub(crate) const COMMUNITY: &str = "community";
pub(crate) const CHANNEL: &str = "channel";
pub(crate) const SESSION: &str = "session";
pub(crate) const AUTHOR: &str = "author";

const FREQS: IndexRecordOption = IndexRecordOption::WithFreqs;
const POSITIONS: IndexRecordOption = IndexRecordOption::WithFreqsAndPositions;

/// The length of a field is kept once, with its words as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Kept,
    Left,
}

fn cut_by(tokenizer: &str, option: IndexRecordOption, length: Length) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_fieldnorms(length == Length::Kept)
            .set_index_option(option),
    )
}

/// A name as it is, without the length that nobody asks a name for.
fn named() -> TextOptions {
    cut_by("raw", IndexRecordOption::Basic, Length::Left)
}

fn worded(
    schema: &mut SchemaBuilder,
    name: &str,
    (usual_words, weight, levelled): (f32, f32, f32),
    kept: Kept,
) -> Worded {
    let exact = match kept {
        Kept::Shown => cut_by(WORDS, POSITIONS, Length::Kept).set_stored(),
        Kept::InOrder => cut_by(WORDS, POSITIONS, Length::Kept),
        Kept::Found => cut_by(WORDS, FREQS, Length::Kept),
    };
    let stems = cut_by(STEMS, FREQS, Length::Left);
    Worded {
        exact: schema.add_text_field(name, exact),
        stems: schema.add_text_field(&format!("{name}_stems"), stems),
        usual_words,
        weight,
        levelled,
        phrases: kept != Kept::Found,
    }
}

impl Fields {
    pub fn define() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let title = worded(&mut schema, "title", (8.0, 2.5, 0.4), Kept::Shown);
        let under = worded(&mut schema, "under", (8.0, 0.6, 0.4), Kept::Found);
        let tags = worded(&mut schema, "tags", (3.0, 2.0, 0.2), Kept::Found);
        let body = worded(&mut schema, "body", (130.0, 1.0, 0.55), Kept::InOrder);
        let files = worded(&mut schema, "files", (600.0, 0.5, 0.4), Kept::InOrder);
        let fields = Self {
            id: schema.add_text_field(ID, named() | FAST),
            audience: schema.add_text_field("audience", named()),
            author: schema.add_text_field(AUTHOR, named() | FAST),
            community: schema.add_text_field(COMMUNITY, named() | FAST),
            channel: schema.add_text_field(CHANNEL, named() | FAST),
            thread: schema.add_text_field("thread", named()),
            kind: schema.add_text_field(KIND, named() | FAST),
            session: schema.add_text_field(SESSION, named() | FAST),
            tongue: schema.add_text_field("tongue", named()),
            tongues: schema.add_u64_field(TONGUES_OF, FAST),
            tag: schema.add_text_field("tag", named()),
            name: schema.add_text_field("name", named()),
            mark: schema.add_text_field("mark", named()),
            marks: schema.add_u64_field(MARKS, FAST),
            helpful: schema.add_u64_field(HELPFUL, FAST),
            created: schema.add_i64_field(CREATED, FAST),
            edited: schema.add_i64_field("edited", FAST),
            digest: schema.add_u64_field(DIGEST, FAST),
            title,
            under,
            tags,
            body,
            files,
            ends: schema
                .add_text_field("ends", cut_by(ENDS, IndexRecordOption::Basic, Length::Left)),
        };
        (schema.build(), fields)
    }

    pub fn worded(&self) -> [Worded; 5] {
        [self.title, self.body, self.tags, self.under, self.files]
    }
}
