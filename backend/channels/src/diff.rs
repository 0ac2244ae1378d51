//! What changed between two texts, word by word.
use similar::{ChangeTag, TextDiff};

#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "DiffKind")]
pub enum ChunkKind {
    /// In both texts.
    Same,
    /// Only in the later one.
    Added,
    /// Only in the earlier one.
    Removed,
}

/// A run of words that shares one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    pub kind: ChunkKind,
    pub text: String,
}

/// How `later` differs from `earlier`, in reading order.
pub fn diff(earlier: &str, later: &str) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for change in TextDiff::from_words(earlier, later).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => ChunkKind::Same,
            ChangeTag::Insert => ChunkKind::Added,
            ChangeTag::Delete => ChunkKind::Removed,
        };
        match chunks.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => chunks.push(Chunk {
                kind,
                text: change.value().to_owned(),
            }),
        }
    }
    chunks
}
