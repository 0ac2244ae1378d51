//! `interlude demo`
use crate::config::Settings;
use crate::failure::Failure;
use crate::{demonstration, program};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Demo {
    /// Fill an empty database with the demonstration organisation.
    Load,
}

pub async fn run(verb: &Demo, settings: &Settings) -> Result<(), Failure> {
    match verb {
        Demo::Load => {
            let opened = program::open(settings).await?;
            demonstration::load(&opened).await
        }
    }
}
