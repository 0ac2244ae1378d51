//! `interlude backup` and `interlude restore`
use crate::backup::{self, Amounts, Replace};
use crate::config::{InForce, Settings};
use crate::failure::Failure;
use crate::stdout::say;
use crate::storage::{self, DataFolder};
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
    say(format_args!("{} in {}", told(&amounts), file.display()))?;
    say("Secrets are not in it: keep them where you keep secrets.")?;
    Ok(())
}

pub async fn restore(file: &Path, replace: Replace, settings: &Settings) -> Result<(), Failure> {
    let folder = DataFolder::open(&settings.data_dir)?;
    let _lock = folder.lock()?;
    let objects = storage::objects(settings, &folder)?;
    let amounts = backup::restore(settings, &folder, &*objects, (file, replace)).await?;
    say(format_args!("{} from {}", told(&amounts), file.display()))?;
    say("Set the secrets again, and start the server: it fills the search index by itself.")?;
    Ok(())
}

fn told(amounts: &Amounts) -> String {
    format!("{} rows and {} attachments", amounts.rows, amounts.files)
}
