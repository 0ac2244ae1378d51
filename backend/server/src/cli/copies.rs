//! `interlude backup` and `interlude restore`
use crate::backup::{self, Amounts, Replace};
use crate::config::{InForce, Settings};
use crate::failure::Failure;
use crate::stdout::say;
use crate::storage::{self, DataFolder};
use audit::{CopyNews, NoteCopy};
use kernel::Actor;
use std::path::Path;

impl From<bool> for Replace {
    fn from(force: bool) -> Self {
        if force { Self::Accept } else { Self::Refuse }
    }
}

pub async fn backup(file: &Path, settings: &Settings, in_force: &[InForce]) -> Result<(), Failure> {
    let folder = DataFolder::open(&settings.data_dir)?;
    let objects = storage::objects(settings, &folder)?;
    let amounts = backup::backup(settings, in_force, &*objects, file).await?;
    note((settings, &folder), CopyNews::Written, &amounts).await?;
    say(format_args!("{} in {}", told(&amounts), file.display()))?;
    say("Secrets are not in it: keep them where you keep secrets.")?;
    Ok(())
}

pub async fn restore(file: &Path, replace: Replace, settings: &Settings) -> Result<(), Failure> {
    let folder = DataFolder::open(&settings.data_dir)?;
    let _lock = folder.lock()?;
    let objects = storage::objects(settings, &folder)?;
    let amounts = backup::restore(settings, &folder, &*objects, (file, replace)).await?;
    note((settings, &folder), CopyNews::PutBack, &amounts).await?;
    say(format_args!("{} from {}", told(&amounts), file.display()))?;
    say("Set the secrets again, and start the server: it fills the search index by itself.")?;
    Ok(())
}

/// That everything was copied stands in the audit log; in that of an older program, which a backup does not
/// change, there is no place for it.
async fn note(
    (settings, folder): (&Settings, &DataFolder),
    copy: CopyNews,
    amounts: &Amounts,
) -> Result<(), Failure> {
    let schema = storage::status(&settings.database_url()).await?;
    if schema.iter().any(|(_, is_applied)| !is_applied) {
        return Ok(());
    }
    let db = storage::open(
        &settings.database_url(),
        storage::parts(storage::keys(settings, folder)?),
    )
    .await?;
    let rows = amounts.rows;
    db.write(Actor::System, NoteCopy { copy, rows }).await?;
    Ok(())
}

fn told(amounts: &Amounts) -> String {
    format!("{} rows and {} attachments", amounts.rows, amounts.files)
}
