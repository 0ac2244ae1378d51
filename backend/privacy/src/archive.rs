//! The file that somebody takes along: pieces while it is made, one archive then. What is packed goes to the store as it
//! is made; no more than a file of it is in memory.
use crate::jobs::Fetched;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt};
use kernel::{Error, PersonalExportId, Result};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};
use serde_json::Value;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

/// Parts of it on their way to the store at a time.
const PARTS_AT_ONCE: usize = 2;

type Store = Arc<dyn ObjectStore>;

fn folder_of(export: PersonalExportId) -> Path {
    Path::from(format!("exports/{export}"))
}

fn place_of(export: PersonalExportId) -> Path {
    Path::from(format!("exports/{export}/export.zip"))
}

fn place_of_piece((export, name, from): (PersonalExportId, &str, u64)) -> Path {
    Path::from(format!("exports/{export}/pieces/{name}-{from}"))
}

/// Rows as they stand in a list, without what is around it.
pub fn piece_of(rows: &[Value]) -> Result<Bytes> {
    let mut piece = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            piece.extend_from_slice(b",\n");
        }
        serde_json::to_writer(&mut piece, row)?;
    }
    Ok(piece.into())
}

/// Pieces as one list.
pub fn as_list(pieces: Vec<Bytes>) -> Vec<Bytes> {
    let mut list = vec![Bytes::from_static(b"[\n")];
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            list.push(Bytes::from_static(b",\n"));
        }
        list.push(piece);
    }
    list.push(Bytes::from_static(b"\n]\n"));
    list
}

pub async fn put_piece(
    store: &Store,
    place: (PersonalExportId, &str, u64),
    piece: Bytes,
) -> Result<()> {
    let place = place_of_piece(place);
    let put = store.put(&place, PutPayload::from(piece));
    put.await.map_err(Error::internal)?;
    Ok(())
}

/// The pieces of a table, in their order.
pub async fn pieces(
    store: &Store,
    (export, name): (PersonalExportId, &str),
    rows_at_once: u64,
) -> Result<Vec<Bytes>> {
    let mut pieces = Vec::new();
    loop {
        let from = pieces.len() as u64 * rows_at_once;
        match store.get(&place_of_piece((export, name, from))).await {
            Ok(piece) => pieces.push(piece.bytes().await.map_err(Error::internal)?),
            Err(object_store::Error::NotFound { .. }) => return Ok(pieces),
            Err(error) => return Err(Error::internal(error)),
        }
    }
}

pub async fn clear_pieces(store: &Store, export: PersonalExportId) -> Result<()> {
    clear_below(store, &Path::from(format!("exports/{export}/pieces"))).await
}

/// Clears away everything of it.
pub async fn clear(store: &Store, export: PersonalExportId) -> Result<()> {
    clear_below(store, &folder_of(export)).await
}

async fn clear_below(store: &Store, folder: &Path) -> Result<()> {
    let found: Vec<_> = store
        .list(Some(folder))
        .try_collect()
        .await
        .map_err(Error::internal)?;
    for object in found {
        match store.delete(&object.location).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(Error::internal(error)),
        }
    }
    Ok(())
}

/// What was packed, piece by piece.
pub async fn read(store: &Store, export: PersonalExportId) -> Result<Fetched> {
    match store.get(&place_of(export)).await {
        Ok(found) => Ok(Fetched {
            bytes: found.meta.size,
            content: found.into_stream().map_err(io::Error::other).boxed(),
        }),
        Err(object_store::Error::NotFound { .. }) => Err(Error::NotFound("export")),
        Err(error) => Err(Error::internal(error)),
    }
}

/// Where the archive writes to, until it is sent on.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Sink {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An archive on its way to the store.
pub struct Archive {
    writer: ZipWriter<StreamWriter<Sink>>,
    sink: Sink,
    upload: WriteMultipart,
    bytes: u64,
}

impl Archive {
    pub async fn begin(store: &Store, export: PersonalExportId) -> Result<Self> {
        let sink = Sink::default();
        let upload = store.put_multipart(&place_of(export)).await;
        Ok(Self {
            writer: ZipWriter::new_stream(sink.clone()),
            sink,
            upload: WriteMultipart::new(upload.map_err(Error::internal)?),
            bytes: 0,
        })
    }

    /// Adds a file of these parts.
    pub async fn add(&mut self, name: &str, parts: &[Bytes]) -> Result<()> {
        let started = self.writer.start_file(name, SimpleFileOptions::default());
        started.map_err(Error::internal)?;
        for part in parts {
            self.writer.write_all(part).map_err(Error::internal)?;
            self.send_on().await?;
        }
        Ok(())
    }

    async fn send_on(&mut self) -> Result<()> {
        let written = self.sink.take();
        self.bytes += written.len() as u64;
        self.upload.put(written.into());
        let room = self.upload.wait_for_capacity(PARTS_AT_ONCE).await;
        room.map_err(Error::internal)
    }

    /// Ends it; answers how many bytes it has.
    pub async fn finish(self) -> Result<u64> {
        let Self {
            writer,
            sink,
            mut upload,
            bytes,
        } = self;
        writer.finish().map_err(Error::internal)?;
        let rest = sink.take();
        let bytes = bytes + rest.len() as u64;
        upload.put(rest.into());
        upload.finish().await.map_err(Error::internal)?;
        Ok(bytes)
    }
}
