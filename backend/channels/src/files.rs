//! What is attached to posts: looked at, made harmless, and kept in an object store.
//!
//! A file is believed by its content, never by its name. Pictures are drawn again, so that nothing
//! rides along in them: no place where they were taken, no second format hidden in the first.
use crate::commands::{BeginReading, KeepRead, RecordFile, SweepUnattached};
use crate::{File, Unreadable, store};
use async_trait::async_trait;
use bytes::Bytes;
use image::{ImageFormat, ImageReader, Limits};
use kernel::{Actor, Conn, Db, Error, FileId, Id, Result};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path};
use std::io::Cursor;
use std::sync::Arc;

pub const FILE_BYTES_MAX: usize = 25 * 1024 * 1024;
const PIXELS_SIDE_MAX: u32 = 12_000;
const PICTURE_MEMORY_MAX: u64 = 256 * 1024 * 1024;

/// Types that may be attached beside pictures, as their content shows them. Whatever a browser would
/// run or draw as a page is not among them.
const KNOWN: [&str; 14] = [
    "application/pdf",
    "application/zip",
    "application/gzip",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "audio/mpeg",
    "video/mp4",
    "video/webm",
];

/// What a text is told to be: it is known by being text, and by nothing else.
const TEXTS: [&str; 2] = ["text/plain; charset=utf-8", "text/plain; charset=utf-16"];

/// So many files that nobody read are read at a time: well within the lease of a job, whatever they are.
const HANDFUL: u64 = 4;

/// Where files are kept: a folder, or an S3-compatible store; and who reads what is said in them.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    reader: Option<Arc<dyn ReadsFiles>>,
}

/// Reads files whose content anybody may have made, so that none of them takes anything down.
#[async_trait]
pub trait ReadsFiles: Send + Sync {
    /// Whether it knows the type.
    fn reads(&self, media_type: &str) -> bool;

    /// What is said in a file of this type; nothing when it does not know the type.
    async fn said_in(&self, media_type: &str, bytes: &Bytes) -> Option<Result<String, Unreadable>>;
}

impl Files {
    /// Plain text alone is read.
    pub fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self {
            store,
            reader: None,
        }
    }

    #[must_use]
    pub fn read_by(self, reader: Arc<dyn ReadsFiles>) -> Self {
        Self {
            reader: Some(reader),
            ..self
        }
    }

    async fn said_in(&self, media_type: &str, bytes: &Bytes) -> Option<Result<String, Unreadable>> {
        if TEXTS.contains(&media_type) {
            let text = kernel::letters(bytes).map(|text| spoken(&text));
            return Some(text.ok_or(Unreadable::Broken));
        }
        let reader = self.reader.as_ref()?;
        reader.said_in(media_type, bytes).await
    }

    fn types_read(&self) -> Vec<&'static str> {
        let reads = |kind: &&str| self.reader.as_ref().is_some_and(|it| it.reads(kind));
        TEXTS
            .into_iter()
            .chain(KNOWN.into_iter().filter(reads))
            .collect()
    }

    /// How many files could be read, and nobody did.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unread(&self, conn: &Conn<'_>) -> Result<u64> {
        store::unread_count(conn, &self.types_read()).await
    }

    /// Has what nobody read be read by jobs: what came before there was a reader, or while it could not be
    /// begun.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_reading(&self, db: &Db) -> Result<()> {
        let types = self.types_read();
        // Looking first keeps it from costing a commit each time.
        if store::unread_files(&db.read(), &types, 1).await?.is_empty() {
            return Ok(());
        }
        db.write(Actor::System, BeginReading { types }).await
    }

    /// Reads a handful of what nobody read.
    pub(crate) async fn read_some(&self, db: &Db) -> Result<()> {
        let types = self.types_read();
        let unread = store::unread_files(&db.read(), &types, HANDFUL).await?;
        let mut read = Vec::with_capacity(unread.len());
        for file in unread {
            let said = match self.read(file.id).await {
                Ok(bytes) => self.said_in(&file.media_type, &bytes).await,
                // There is nothing to read, and there will not be.
                Err(Error::NotFound(_)) => Some(Err(Unreadable::Broken)),
                Err(error) => return Err(error),
            };
            let unread = || Error::internal("files cannot be read now");
            read.push((file.id, said.ok_or_else(unread)?));
        }
        db.write(Actor::System, KeepRead { types, read }).await
    }

    /// Takes in what a person uploads, unattached as yet.
    ///
    /// # Errors
    /// `Invalid` on `file` when it is empty, too large, a broken picture, or of a type that cannot be
    /// shown safely.
    pub async fn accept(&self, db: &Db, actor: Actor, name: &str, bytes: Bytes) -> Result<File> {
        actor.person().ok_or(Error::SignInFirst)?;
        let name = kernel::line("file", name, 200)?.replace(['/', '\\'], "-");
        let checked = tokio::task::spawn_blocking(move || examine(bytes)).await;
        let examined = checked.map_err(Error::internal)??;
        let id = FileId::mint(db.now(), db.parts().entropy.as_ref());
        let place = place_of(id);
        // The content first: whoever is shown a file finds what is in it.
        self.store
            .put(&place, PutPayload::from(examined.bytes.clone()))
            .await
            .map_err(Error::internal)?;
        let said = self.said_in(&examined.media_type, &examined.bytes).await;
        let record = RecordFile {
            id,
            name,
            examined,
            said,
        };
        let recorded = db.write(actor, record).await;
        if recorded.is_err()
            && let Err(error) = self.store.delete(&place).await
        {
            tracing::warn!(%error, %place, "the content of a refused upload could not be cleared away");
        }
        recorded
    }

    /// Forgets uploads that were never posted, and their content.
    pub async fn sweep(&self, db: &Db) -> Result<()> {
        for id in db.write(Actor::System, SweepUnattached).await? {
            match self.store.delete(&place_of(id)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(Error::internal(error)),
            }
        }
        Ok(())
    }

    pub async fn read(&self, id: FileId) -> Result<Bytes> {
        match self.store.get(&place_of(id)).await {
            Ok(found) => found.bytes().await.map_err(Error::internal),
            Err(object_store::Error::NotFound { .. }) => Err(Error::NotFound("file")),
            Err(error) => Err(Error::internal(error)),
        }
    }

    /// The file and its content, if the asker may have it.
    pub async fn fetch(&self, db: &Db, actor: Actor, id: FileId) -> Result<(File, Bytes)> {
        // Nobody signed in learns whether there is such a file.
        actor.person().ok_or(Error::SignInFirst)?;
        let seen = store::file_seen(&db.read(), actor, id).await?;
        let seen = kernel::permit::<crate::Read, _>(actor, seen)?;
        Ok((seen.file.clone(), self.read(id).await?))
    }

    pub fn store(&self) -> &Arc<dyn ObjectStore> {
        &self.store
    }
}

/// As much of a text file is searched.
const TEXT_BYTES_MAX: usize = 256 * 1024;

/// What is said in a text. Of subtitles that is what stands between their times.
fn spoken(text: &str) -> String {
    let text = match text.starts_with("WEBVTT") {
        true => subtitles(&text.replace("\r\n", "\n")),
        false => text.to_owned(),
    };
    text[..text.floor_char_boundary(TEXT_BYTES_MAX)].to_owned()
}

fn subtitles(text: &str) -> String {
    let blocks = text.split("\n\n").filter_map(|block| {
        let (times, words) = block.split_once('\n')?;
        match times.contains("-->") {
            true => Some(words),
            // A cue may have a name above its times.
            false => Some(
                words
                    .split_once('\n')
                    .filter(|(it, _)| it.contains("-->"))?
                    .1,
            ),
        }
    });
    let lines: Vec<String> = blocks.map(kernel::strip_markup).collect();
    lines.join("\n")
}

fn place_of(id: FileId) -> Path {
    Path::from(format!("files/{id}"))
}

/// A file after a look inside.
#[derive(Clone, Debug)]
pub struct Examined {
    pub bytes: Bytes,
    pub media_type: String,
    pub size: Option<(u32, u32)>,
}

fn examine(bytes: Bytes) -> Result<Examined> {
    if bytes.is_empty() {
        return Err(Error::invalid("file", "this file is empty").hint("choose another one"));
    }
    if bytes.len() > FILE_BYTES_MAX {
        let limit = FILE_BYTES_MAX / 1024 / 1024;
        return Err(
            Error::invalid("file", format!("this file is larger than {limit} MB"))
                .hint("share a link to it instead"),
        );
    }
    let kind = infer::get(&bytes).map_or("", |kind| kind.mime_type());
    match kind {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" => redraw(&bytes, kind),
        kind if KNOWN.contains(&kind) => Ok(Examined {
            bytes,
            media_type: kind.to_owned(),
            size: None,
        }),
        "" if let Some(media_type) = text_type(&bytes) => Ok(Examined {
            bytes,
            media_type: media_type.to_owned(),
            size: None,
        }),
        _ => Err(
            Error::invalid("file", "files of this type cannot be shared here")
                .hint("pictures, PDF, office documents, text, audio, video and zip archives can"),
        ),
    }
}

/// Spreadsheets save their tables in UTF-16 as often as not.
fn text_type(bytes: &[u8]) -> Option<&'static str> {
    kernel::letters(bytes).filter(|text| !is_drawing(text))?;
    let [plain, wide] = TEXTS;
    Some(match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => wide,
        _ => plain,
    })
}

/// An SVG is text by its bytes, and a page by what a browser makes of it.
fn is_drawing(text: &str) -> bool {
    let begin = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    ["<svg", "<!--", "<?xml"].iter().any(|mark| {
        begin
            .get(..mark.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(mark))
    })
}

/// Decodes a picture within limits and writes it anew, without what came with it.
fn redraw(bytes: &[u8], kind: &str) -> Result<Examined> {
    let broken = |_| {
        Error::invalid("file", "this picture cannot be read").hint("save it again as PNG or JPEG")
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(PIXELS_SIDE_MAX);
    limits.max_image_height = Some(PIXELS_SIDE_MAX);
    limits.max_alloc = Some(PICTURE_MEMORY_MAX);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(Error::internal)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let turned = image::ImageDecoder::orientation(&mut decoder).map_err(broken)?;
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(turned);
    // A photograph stays a JPEG; everything else becomes a PNG, which loses nothing but motion.
    let (format, media_type) = match kind {
        "image/jpeg" => (ImageFormat::Jpeg, "image/jpeg"),
        _ => (ImageFormat::Png, "image/png"),
    };
    if format == ImageFormat::Jpeg {
        picture = picture.to_rgb8().into();
    }
    let mut drawn = Cursor::new(Vec::new());
    picture
        .write_to(&mut drawn, format)
        .map_err(Error::internal)?;
    Ok(Examined {
        size: Some((picture.width(), picture.height())),
        bytes: drawn.into_inner().into(),
        media_type: media_type.to_owned(),
    })
}
