//! One index of tantivy: its reader, its one writer, and the position it was told up to.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tantivy::directory::error::OpenReadError;
use tantivy::index::SegmentComponent;
use tantivy::{
    Index as Engine, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher,
    SegmentReader, TantivyError,
};

use crate::analyze::{CutEnds, CutStems};
use crate::checksum::checksum;
use crate::document::Change;
use crate::error::{Error, Result};
use crate::schema::{DIGEST, ENDS, Fields, ID, STEMS, WORDS};
use crate::words::CutWords;
use crate::write::Scribe;
use crate::writer;

/// Larger pieces compress better, and take longer to read a snippet from.
const STORED_PIECE_BYTES: usize = 32 * 1024;

/// The files of every segment.
const PARTS: [SegmentComponent; 6] = [
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::Terms,
    SegmentComponent::Store,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
];

pub(crate) struct Live {
    pub fields: Fields,
    /// `None` in memory.
    pub path: Option<PathBuf>,
    engine: Engine,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
}

impl Live {
    pub fn create(path: Option<PathBuf>) -> Result<Self> {
        let (schema, _) = Fields::define();
        let settings = IndexSettings {
            docstore_blocksize: STORED_PIECE_BYTES,
            ..IndexSettings::default()
        };
        let builder = Engine::builder().schema(schema).settings(settings);
        let engine = match &path {
            Some(path) => builder.create_in_dir(path)?,
            None => builder.create_in_ram()?,
        };
        Self::over(engine, path)
    }

    /// Opens an index that exists, or tells why it cannot be trusted. It reads every file once.
    pub fn open(path: &Path) -> std::result::Result<Self, String> {
        // tantivy trusts its files, and some damage makes it panic.
        let opened = catch_unwind(AssertUnwindSafe(|| {
            let live = Self::over(Engine::open_in_dir(path)?, Some(path.to_owned()))?;
            Ok::<_, Error>((live.damage()?, live))
        }));
        match opened {
            Ok(Ok((None, live))) => Ok(live),
            Ok(Ok((Some(damage), _))) => Err(damage),
            Ok(Err(error)) => Err(format!("it is damaged ({error})")),
            Err(_) => Err("it is damaged".into()),
        }
    }

    fn over(engine: Engine, path: Option<PathBuf>) -> Result<Self> {
        engine.tokenizers().register(WORDS, CutWords);
        engine.tokenizers().register(STEMS, CutStems::default());
        engine.tokenizers().register(ENDS, CutEnds::default());
        let reader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let (_, fields) = Fields::define();
        Ok(Self {
            fields,
            path,
            engine,
            reader,
            writer: Mutex::default(),
        })
    }

    pub fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    pub fn is_empty(&self) -> bool {
        self.searcher().num_docs() == 0
    }

    /// Writes changes; with a position they are committed with it and seen by the next search.
    ///
    /// After an error nothing of what was not committed is left.
    pub fn write(
        &self,
        changes: impl IntoIterator<Item = Change>,
        position: Option<&str>,
    ) -> Result<()> {
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken out while writing: when anything fails it ends, and all uncommitted with it.
        let mut writer = slot.take().map_or_else(|| self.new_writer(), Ok)?;
        let outcome = self.write_by(&mut writer, changes, position);
        match outcome {
            Ok(()) => *slot = Some(writer),
            Err(_) => writer::end(writer),
        }
        outcome
    }

    fn write_by(
        &self,
        writer: &mut IndexWriter,
        changes: impl IntoIterator<Item = Change>,
        position: Option<&str>,
    ) -> Result<()> {
        let scribe = Scribe {
            fields: &self.fields,
        };
        for change in changes {
            scribe.write(writer, change)?;
        }
        if let Some(position) = position {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&seal(position));
            commit.commit()?;
            self.reader.reload()?;
        }
        Ok(())
    }

    fn new_writer(&self) -> Result<IndexWriter> {
        writer::begin(&self.engine).map_err(|error| match (error, &self.path) {
            (TantivyError::LockFailure(..), Some(path)) => Error::Busy { path: path.clone() },
            (error, _) => error.into(),
        })
    }

    pub fn position(&self) -> Result<Option<String>> {
        Ok(self
            .engine
            .load_metas()?
            .payload
            .and_then(|sealed| unseal(&sealed)))
    }

    /// What the files of all that a search finds take.
    pub fn bytes(&self) -> Result<u64> {
        loop {
            let searcher = self.searcher();
            match searcher.space_usage() {
                Ok(usage) => return Ok(usage.total().get_bytes()),
                // A merge took files away that this reader had read: what took their place is counted.
                Err(_) if !self.holds(&searcher)? => self.reader.reload()?,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Whether the index consists of what this reads, and nothing was merged since.
    fn holds(&self, searcher: &Searcher) -> Result<bool> {
        let read = searcher.segment_readers().iter();
        let read: HashSet<_> = read.map(SegmentReader::segment_id).collect();
        Ok(read == self.engine.searchable_segment_ids()?.into_iter().collect())
    }

    /// The first damage found, in words.
    pub fn damage(&self) -> Result<Option<String>> {
        loop {
            self.reader.reload()?;
            let searcher = self.searcher();
            let found = self.damage_in(&searcher)?;
            // What a merge took away while it was looked for is missing, and no damage.
            if found.is_none() || self.holds(&searcher)? {
                return Ok(found);
            }
        }
    }

    fn damage_in(&self, searcher: &Searcher) -> Result<Option<String>> {
        if self.engine.schema() != Fields::define().0 {
            return Ok(Some("its fields are not those of this version".into()));
        }
        let metas = self.engine.load_metas()?;
        if metas
            .payload
            .as_deref()
            .is_some_and(|sealed| unseal(sealed).is_none())
        {
            return Ok(Some("the position it was told up to cannot be read".into()));
        }
        let directory = self.engine.directory();
        for segment in &metas.segments {
            let changed = segment.has_deletes().then_some(SegmentComponent::Delete);
            for part in PARTS.into_iter().chain(changed) {
                let file = segment.relative_path(part);
                let damage = match directory.validate_checksum(&file) {
                    Ok(true) => continue,
                    Err(OpenReadError::FileDoesNotExist(_)) => "missing",
                    Ok(false) | Err(_) => "damaged",
                };
                return Ok(Some(format!("its file {} is {damage}", file.display())));
            }
        }
        for segment in searcher.segment_readers() {
            let ids = segment
                .fast_fields()
                .str(ID)?
                .map_or(0, |ids| ids.ords().values.num_vals());
            if ids != segment.max_doc() {
                return Ok(Some("it does not have an id for each document".into()));
            }
        }
        Ok(None)
    }

    /// Calls back with the id and the digest of every document, in no order.
    pub fn for_each(&self, mut found: impl FnMut(&str, u64)) -> Result<()> {
        for segment in self.searcher().segment_readers() {
            let fast = segment.fast_fields();
            let Some(ids) = fast.str(ID)? else {
                continue;
            };
            let digests = fast.u64(DIGEST)?;
            let mut there = Vec::new();
            for doc in segment.doc_ids_alive() {
                let digest = digests.first(doc).unwrap_or(0);
                there.extend(ids.term_ords(doc).map(|ord| (ord, digest)));
            }
            there.sort_unstable();
            let ords: Vec<u64> = there.iter().map(|(ord, _)| *ord).collect();
            let mut digests = there.iter().map(|(_, digest)| *digest);
            ids.dictionary().sorted_ords_to_term_cb(&ords, |id| {
                found(&String::from_utf8_lossy(id), digests.next().unwrap_or(0));
            })?;
        }
        Ok(())
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let slot = self.writer.get_mut();
        if let Some(writer) = slot.unwrap_or_else(PoisonError::into_inner).take() {
            writer::end(writer);
        }
    }
}

/// A position with a checksum before it. tantivy protects its data files and not this one: a flipped
/// digit would silently skip what was never indexed.
fn seal(position: &str) -> String {
    format!("{:016x} {position}", checksum(position))
}

fn unseal(sealed: &str) -> Option<String> {
    let (sum, position) = sealed.split_once(' ')?;
    (u64::from_str_radix(sum, 16).ok()? == checksum(position)).then(|| position.to_owned())
}
