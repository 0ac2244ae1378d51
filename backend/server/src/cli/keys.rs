//! `interlude keys`
use crate::config::Settings;
use crate::failure::Failure;
use crate::program;
use crate::stdout::say;
use crate::storage;
use clap::Subcommand;
use identity::SealFactors;
use kernel::{Actor, KeyRing};
use sso::SealSso;

#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Show the ids of the keys that secrets in the database are sealed with, the newest first.
    List,
    /// Put a new key before the others, and seal with it. What was sealed before opens as it did.
    Add,
    /// Seal everything with the newest key. Afterwards the older ones open nothing and can be forgotten.
    Seal,
}

pub async fn run(verb: &Keys, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    match verb {
        Keys::List => list(&opened.db.parts().keys),
        Keys::Add => {
            let keys = storage::add_key(settings, &opened.folder)?;
            list(&keys)?;
            say("Start the server again, and then seal with: interlude keys seal")?;
            Ok(())
        }
        Keys::Seal => {
            let factors = opened.db.write(Actor::System, SealFactors).await?;
            let sealed = factors + opened.db.write(Actor::System, SealSso).await?;
            say(format_args!("{sealed} secrets are sealed anew"))?;
            Ok(())
        }
    }
}

fn list(keys: &KeyRing) -> Result<(), Failure> {
    for id in keys.ids() {
        say(id)?;
    }
    Ok(())
}
