//! `interlude search`
use super::import::bar;
use crate::config::Settings;
use crate::failure::Failure;
use crate::program;
use crate::stdout::say;
use ::search::Searcher;
use clap::Subcommand;
use kernel::Db;

#[derive(Debug, Subcommand)]
pub enum Search {
    /// Fill the index anew from the database.
    Rebuild,
    /// Let the index hear what it has not heard yet, and compare it with the database, one by one.
    Verify,
    /// Show how large it is, and how far behind the log.
    Stats,
}

pub async fn run(verb: &Search, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    let searcher = Searcher::open(&opened.folder.room("search")?)?;
    match verb {
        Search::Rebuild => {
            let bar = bar("documents");
            searcher
                .rebuild(&opened.db, &mut |documents| bar.set_position(documents))
                .await?;
            bar.finish();
            say("the index is new")?;
        }
        Search::Verify => verify(&searcher, &opened.db).await?,
        Search::Stats => {
            show(&searcher, &opened.db).await?;
            let files = program::files(settings, &opened.folder)?;
            let unread = files.unread(&opened.db.read()).await?;
            say(format_args!("files      {unread} not read yet"))?;
        }
    }
    Ok(())
}

async fn verify(searcher: &Searcher, db: &Db) -> Result<(), Failure> {
    // What it has not heard yet it would hear when the server starts: that is no fault.
    if searcher.behind(&db.read()).await?.is_some() {
        searcher.catch_up(db).await?;
    }
    let tally = searcher.verify(&db.read()).await?;
    say(format_args!(
        "{} documents are missing, {} are too many, {} are out of date",
        tally.missing, tally.surplus, tally.stale
    ))?;
    if let Some(damage) = &tally.index.damage {
        say(damage)?;
    }
    if !tally.is_sound() {
        return Err(Failure::plain(
            "the index is not as it should be; fill it anew with: interlude search rebuild",
        ));
    }
    Ok(say("the index is sound")?)
}

async fn show(searcher: &Searcher, db: &Db) -> Result<(), Failure> {
    let stats = searcher.stats().await?;
    say(format_args!("documents  {}", stats.documents))?;
    for (what, kind) in [("people", "person"), ("sessions", "session")] {
        let count = stats.kinds.get(kind).copied().unwrap_or(0);
        say(format_args!("{what:<9}  {count}"))?;
    }
    say(format_args!("size       {} kB", stats.bytes / 1000))?;
    say(format_args!("segments   {}", stats.segments))?;
    say(format_args!("version    {}", stats.version))?;
    match searcher.behind(&db.read()).await? {
        Some(behind) => say(format_args!("behind     {behind} facts"))?,
        None => say("behind     all of the log: it is filled when the server starts")?,
    }
    Ok(())
}
