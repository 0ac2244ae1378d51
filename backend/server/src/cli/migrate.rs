//! `interlude migrate`
use crate::config::Settings;
use crate::failure::Failure;
use crate::stdout::say;
use crate::storage::{self, DataFolder};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Migrate {
    /// Apply what is not applied yet. The server does so by itself when it starts.
    Up,
    /// Take the newest migrations back, with what they hold. The server must be stopped.
    Down {
        /// How many.
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
    /// List the migrations, and which are applied.
    Status,
}

pub async fn run(verb: Migrate, settings: &Settings) -> Result<(), Failure> {
    let folder = DataFolder::open(&settings.data_dir)?;
    let url = settings.database_url();
    match verb {
        Migrate::Up => {
            let _lock = folder.lock()?;
            let applied = storage::up(&url).await?;
            for name in &applied {
                say(format_args!("applied {name}"))?;
            }
            if applied.is_empty() {
                say("the schema is up to date")?;
            }
        }
        Migrate::Down { steps } => {
            let _lock = folder.lock()?;
            storage::down(&url, steps).await?;
            say(format_args!("took back {steps}"))?;
        }
        Migrate::Status => {
            for (name, applied) in storage::status(&url).await? {
                let word = if applied { "applied" } else { "pending" };
                say(format_args!("{name}  {word}"))?;
            }
        }
    }
    Ok(())
}
