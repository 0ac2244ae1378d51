//! What changed between two texts, word by word.
use similar::{ChangeTag, TextDiff};
use std::time::Duration;

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

/// Comparing long texts that have nothing in common costs the square of their length: beyond this
/// the rest is shown as removed and added whole.
const PATIENCE: Duration = Duration::from_millis(50);

/// How `later` differs from `earlier`, in reading order.
pub fn diff(earlier: &str, later: &str) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let compared = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_words(earlier, later);
    for change in compared.iter_all_changes() {
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
