//! What is searched, and how it changes.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::checksum::Checksum;

/// One thing that can be found. All names of people and places are opaque to the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Document {
    /// Unique; a document with the same id replaces the older one. At most 512 bytes.
    pub id: String,
    /// Who may find it: it is readable to every asker who has at least one of these.
    pub audience: Vec<String>,
    pub author: String,
    pub community: String,
    pub channel: String,
    pub thread: String,
    pub kind: String,
    /// The sessions it belongs to.
    pub sessions: Vec<String>,
    /// The document's own title. A reply has none.
    pub title: String,
    /// The title of what it stands under, such as the thread of a reply: searched, but lightly, and
    /// shown where the document has no title of its own.
    pub under: String,
    /// What it is called, if it is called by names, as somebody is: found as its title is, but not shown.
    /// Who types one of them and nothing else finds it first.
    pub names: Vec<String>,
    pub tags: Vec<String>,
    /// Plain text, without markup.
    pub body: String,
    pub files: Vec<Attached>,
    /// Unix time in milliseconds.
    pub created: i64,
    /// Unix time in milliseconds; `None` when it was never edited.
    pub edited: Option<i64>,
    pub marks: Vec<Mark>,
    /// How many people found it helpful.
    pub helpful: u32,
}

/// What hangs on a document. Its name is searched with its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attached {
    pub name: String,
    /// Plain text.
    pub text: String,
}

impl Document {
    /// 32 bits of all that it holds, which the index keeps: documents with different digests differ.
    pub fn digest(&self) -> u64 {
        let mut sum = Checksum::default();
        self.hash(&mut sum);
        sum.finish() >> 32
    }
}

/// What a document is known to be. Some of it moves a document up or down among the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The asker chose it as the answer.
    Accepted,
    /// A facilitator or an expert stands behind it.
    Verified,
    /// It carries a correction of what it first said.
    Corrected,
    /// It no longer holds.
    Obsolete,
    /// It asks, and nobody answered.
    Unanswered,
    /// A file hangs on it.
    Filed,
}

impl Mark {
    pub(crate) const ALL: [Self; 6] = [
        Self::Accepted,
        Self::Verified,
        Self::Corrected,
        Self::Obsolete,
        Self::Unanswered,
        Self::Filed,
    ];

    /// What it is called in a search, after `is:`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Verified => "verified",
            Self::Corrected => "corrected",
            Self::Obsolete => "obsolete",
            Self::Unanswered => "unanswered",
            Self::Filed => "file",
        }
    }

    /// What `is:` calls by this word.
    pub(crate) fn worded(word: &str) -> Option<Self> {
        let said = Self::ALL.into_iter().find(|mark| mark.word() == word);
        said.filter(|mark| *mark != Self::Filed)
    }

    /// What `has:` calls by this word.
    pub(crate) fn had(word: &str) -> Option<Self> {
        matches!(word, "file" | "files" | "attachment").then_some(Self::Filed)
    }

    pub(crate) fn bit(self) -> u64 {
        1 << self as u64
    }

    /// By how much the mark multiplies the score.
    pub(crate) fn factor(self) -> f32 {
        match self {
            Self::Accepted => 1.15,
            Self::Verified => 1.25,
            Self::Corrected | Self::Unanswered | Self::Filed => 1.0,
            Self::Obsolete => 0.6,
        }
    }
}

/// Which kinds of documents are looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds<'a> {
    Only(&'a [&'a str]),
    AllBut(&'a [&'a str]),
}

/// One change to the index. Changes of a batch take effect in their order.
#[derive(Debug, Clone)]
pub enum Change {
    Put(Box<Document>),
    /// Removes the document with this id, if there is one.
    Delete(String),
    /// Removes everything that stands in this place.
    DeleteAllOf(Whole),
}

/// A place with everything in it, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    Thread(String),
    Channel(String),
    Community(String),
}

impl Change {
    /// How much text it brings, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        match self {
            Self::Put(document) => {
                let files = document.files.iter().map(|file| file.text.len());
                document.title.len() + document.body.len() + files.sum::<usize>()
            }
            Self::Delete(_) | Self::DeleteAllOf(_) => 0,
        }
    }
}

impl From<Document> for Change {
    fn from(document: Document) -> Self {
        Self::Put(Box::new(document))
    }
}
