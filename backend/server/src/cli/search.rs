//! `interlude search`
use super::import::bar;
use crate::config::Settings;
use crate::failure::Failure;
use crate::program;
use crate::stdout::say;
use ::search::Searcher;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Search {
    /// Fill the index anew from the database.
    Rebuild,
    /// Compare the index with the database, post by post.
    Verify,
    /// Show how large it is.
    Stats,
}

pub async fn run(verb: &Search, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    let searcher = Searcher::open(&opened.folder.room("search")?)?;
    match verb {
        Search::Rebuild => {
            let bar = bar("posts");
            searcher
                .rebuild(&opened.db, &mut |posts| bar.set_position(posts))
                .await?;
            bar.finish();
            say("the index is new")?;
        }
        Search::Verify => {
            let tally = searcher.verify(&opened.db.read()).await?;
            say(format_args!(
                "{} posts are missing, {} are too many",
                tally.missing, tally.surplus
            ))?;
            if !tally.is_sound() {
                return Err(Failure::plain(
                    "the index is not as it should be; fill it anew with: interlude search rebuild",
                ));
            }
            say("the index is sound")?;
        }
        Search::Stats => say(format_args!("{:#?}", searcher.stats().await?))?,
    }
    Ok(())
}
