//! Putting together what somebody takes along, outside of any transaction, and giving it to them.
use crate::archive::{self, Archive};
use crate::commands::{Finish, Forget, MoveOn, NoteFetched};
use crate::named::what_is_somebodys;
use crate::store::Reached;
use crate::{PersonalExport, store};
use channels::Files;
use futures_util::stream::BoxStream;
use kernel::{Actor, Db, Error, Holds, Job, JobError, PersonalExportId, Result, Worker, Working};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Put together all that is held about somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakePersonalExport {
    pub export: PersonalExportId,
}

impl Job for MakePersonalExport {
    const KIND: &'static str = "privacy.make_personal_export";
}

/// Tell somebody by a letter that they can fetch it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailExportReady {
    pub export: PersonalExportId,
}

impl Job for MailExportReady {
    const KIND: &'static str = "privacy.mail_export_ready";
}

/// Whom to tell, of what; nobody when it is gone again.
///
/// # Errors
/// When the database fails.
pub async fn export_to_tell_of(
    db: &Db,
    job: &MailExportReady,
) -> Result<Option<(identity::Person, PersonalExport)>> {
    let Some(export) = store::export_by_id(&db.read(), job.export).await? else {
        return Ok(None);
    };
    let person = identity::person_by_id(&db.read(), export.person_id).await?;
    Ok(person.map(|person| (person, export)))
}

/// Rows that are read and written down at a time.
const ROWS_AT_ONCE: u64 = 500;
/// Files that are looked up at a time.
const FILES_AT_ONCE: u64 = 50;
/// Exports that are cleared away at a time.
const HANDFUL: u64 = 20;

/// Does `MakePersonalExport`: a handful of rows, then it notes where it is, and so on. Killed in between, it goes on from
/// there.
pub struct MakeExports {
    db: Db,
    files: Files,
}

impl MakeExports {
    pub fn new(db: Db, files: Files) -> Self {
        Self { db, files }
    }

    async fn make(&self, id: PersonalExportId) -> Result<()> {
        let named = what_is_somebodys();
        while let Some(export) = self.unfinished(id).await? {
            let step = usize::try_from(export.step).unwrap_or(usize::MAX);
            match named.get(step) {
                Some(rows) => {
                    self.write_down(&export, (rows.as_ref(), named.len()))
                        .await?
                }
                None => self.pack(&export, &named).await?,
            }
        }
        Ok(())
    }

    async fn unfinished(&self, id: PersonalExportId) -> Result<Option<PersonalExport>> {
        let export = store::export_by_id(&self.db.read(), id).await?;
        Ok(export.filter(|it| it.ready_at.is_none()))
    }

    /// Writes down the next rows of a table, and then where it is.
    async fn write_down(
        &self,
        export: &PersonalExport,
        (named, tables): (&dyn Holds, usize),
    ) -> Result<()> {
        let from = u64::try_from(export.from_row).unwrap_or(0);
        let read = self.db.read();
        let rows = named.rows_of(&read, export.person_id, (from, ROWS_AT_ONCE));
        let rows = rows.await?;
        if !rows.is_empty() {
            let piece = archive::piece_of(&rows)?;
            archive::put_piece(self.files.store(), (export.id, named.name(), from), piece).await?;
        }
        let is_all = (rows.len() as u64) < ROWS_AT_ONCE;
        let reached = match is_all {
            true => Reached {
                step: export.step + 1,
                from_row: 0,
                percent: percent(export.step + 1, tables),
            },
            false => Reached {
                from_row: export.from_row + ROWS_AT_ONCE as i64,
                step: export.step,
                percent: export.percent,
            },
        };
        let was = export.clone();
        self.db.write(Actor::System, MoveOn { was, reached }).await
    }

    /// Makes one file of the pieces and of what the person uploaded. It is made anew when it was killed on the way.
    async fn pack(&self, export: &PersonalExport, named: &[Box<dyn Holds>]) -> Result<()> {
        let store = self.files.store();
        let mut archive = Archive::begin(store, export.id).await?;
        archive.add("about.json", &[about(export)?]).await?;
        archive.add("left-out.json", &[left_out()?]).await?;
        for rows in named {
            let pieces = archive::pieces(store, (export.id, rows.name()), ROWS_AT_ONCE).await?;
            if !pieces.is_empty() {
                let name = format!("data/{}.json", rows.name());
                archive.add(&name, &archive::as_list(pieces)).await?;
            }
        }
        self.add_files(export, &mut archive).await?;
        let bytes = archive.finish().await?;
        let export_id = export.id;
        let finish = Finish {
            export: export_id,
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        };
        self.db.write(Actor::System, finish).await?;
        archive::clear_pieces(store, export_id).await
    }

    async fn add_files(&self, export: &PersonalExport, archive: &mut Archive) -> Result<()> {
        let mut after = None;
        loop {
            let read = self.db.read();
            let page = (after, FILES_AT_ONCE);
            let files = channels::files_uploaded_by(&read, export.person_id, page).await?;
            let Some(last) = files.last() else {
                return Ok(());
            };
            after = Some(last.id);
            for file in files {
                match self.files.read(file.id).await {
                    Ok(content) => {
                        let name = format!("files/{}-{}", file.id, file.name);
                        archive.add(&name, &[content]).await?;
                    }
                    // Its content was lost; what is known of it stands in data/file.json.
                    Err(Error::NotFound(_)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
}

impl Worker for MakeExports {
    fn work<'a>(&'a self, body: &'a Value) -> Working<'a> {
        Box::pin(async move {
            let job: MakePersonalExport = serde_json::from_value(body.clone())
                .map_err(|error| JobError::GiveUp(error.to_string()))?;
            Ok(self.make(job.export).await?)
        })
    }
}

/// What making it comes to; packing is the rest.
fn percent(done: i32, tables: usize) -> i32 {
    let tables = i32::try_from(tables).unwrap_or(i32::MAX).max(1);
    (done * 90 / tables).min(90)
}

fn about(export: &PersonalExport) -> Result<bytes::Bytes> {
    let told = json!({
        "export": export.id.to_string(),
        "person": export.person_id.to_string(),
        "askedAt": export.asked_at,
        "times": "UTC",
    });
    written(&told)
}

/// What is not in it, and why.
fn left_out() -> Result<bytes::Bytes> {
    let mut told = serde_json::Map::new();
    for rows in crate::all_that_is_held() {
        let said = match rows.reason() {
            Some(reason) => json!(reason),
            None => Value::Object(
                rows.left_out()
                    .into_iter()
                    .map(|(column, reason)| (column.to_owned(), reason.into()))
                    .collect(),
            ),
        };
        if said.as_object().is_none_or(|fields| !fields.is_empty()) {
            told.insert(rows.name().to_owned(), said);
        }
    }
    written(&Value::Object(told))
}

fn written(told: &Value) -> Result<bytes::Bytes> {
    Ok(serde_json::to_vec_pretty(told)?.into())
}

/// What was put together, on its way to the person.
pub struct Fetched {
    pub bytes: u64,
    pub content: BoxStream<'static, std::io::Result<bytes::Bytes>>,
}

/// Gives it to the person it is about, piece by piece.
///
/// # Errors
/// `NotFound` to everybody else, and when it is not there (any more).
pub async fn fetch_export(
    db: &Db,
    files: &Files,
    (actor, export): (Actor, PersonalExportId),
) -> Result<Fetched> {
    actor.person().ok_or(Error::SignInFirst)?;
    let export = db.write(actor, NoteFetched { export }).await?;
    archive::read(files.store(), export.id).await
}

/// Clears away what could be fetched long enough.
///
/// # Errors
/// When the database or the store fails.
pub async fn sweep_exports(db: &Db, files: &Files) -> Result<()> {
    loop {
        let over = store::expired(&db.read(), (db.now(), HANDFUL)).await?;
        if over.is_empty() {
            return Ok(());
        }
        // The content first: a row that is left leads to another attempt.
        for export in &over {
            archive::clear(files.store(), export.id).await?;
        }
        let exports = over.into_iter().map(|it| it.id).collect();
        db.write(Actor::System, Forget { exports }).await?;
    }
}
