//! Beginning and ending with tantivy's writer.

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexWriter};

/// What the writer may hold in memory before it writes a segment.
const MEMORY_BYTES: usize = 48_000_000;
/// One merge of segments at a time: each holds the words of all that it merges.
const MERGES_AT_ONCE: usize = 1;
/// A segment of which this share was replaced or deleted is written anew without it.
const GONE_SHARE_MAX: f32 = 0.3;

/// The one writer of an index.
pub(crate) fn begin(engine: &Index) -> tantivy::Result<IndexWriter> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .memory_budget_per_thread(MEMORY_BYTES)
        .num_merge_threads(MERGES_AT_ONCE)
        .build();
    let writer = engine.writer_with_options(options)?;
    let mut merging = LogMergePolicy::default();
    merging.set_del_docs_ratio_before_merge(GONE_SHARE_MAX);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}

/// Ends a writer, with all that it did not commit.
///
/// tantivy gives the index free while a merge goes on. That merge would write its list of segments over
/// what the next writer commits, and delete files that the next reader has found; so the one at hand is
/// waited for, and no other begins.
pub(crate) fn end(writer: IndexWriter) {
    writer.set_merge_policy(Box::new(NoMergePolicy));
    let _what_was_committed_stands = writer.wait_merging_threads();
}
