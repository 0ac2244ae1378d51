//! The languages of the documents of one segment, in memory: four bytes for each.

use tantivy::{DocId, SegmentReader};

use crate::schema::TONGUES_OF;

/// For each document its languages, see [`bits_of`](crate::language::bits_of).
pub(crate) struct Spoken(Vec<u32>);

impl Spoken {
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        let kept = segment.fast_fields().u64(TONGUES_OF)?;
        let of = |doc| u32::try_from(kept.first(doc).unwrap_or(0)).unwrap_or(0);
        Ok(Self((0..segment.max_doc()).map(of).collect()))
    }

    pub fn of(&self, doc: DocId) -> u32 {
        self.0.get(doc as usize).copied().unwrap_or(0)
    }

    pub fn bytes(&self) -> usize {
        4 * self.0.len()
    }
}
