//! `interlude import`
use crate::config::Settings;
use crate::failure::Failure;
use crate::program::{self, Opened};
use crate::stdout::say;
use ::search::Searcher;
use clap::{Args, Subcommand};
use imports::{Intent, Progress, Sheet, UndoRoster};
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Actor, RosterId};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, Subcommand)]
pub enum Import {
    /// An export of a Slack workspace: conversations, people, reactions.
    Slack(Archive),
    /// A data dump of a Stack Exchange site: questions, answers, comments.
    Stackexchange(Archive),
    /// A list of people as CSV with the columns name, email and role: members and invitations.
    Roster {
        #[command(flatten)]
        archive: Archive,
        /// Only show what would be done.
        #[arg(long)]
        dry_run: bool,
    },
    /// Take back what a roster did: only what it added, and what it changed as it was before.
    Undo {
        /// What the roster is called, as the import said at its end: roster_….
        roster: String,
    },
}

#[derive(Debug, Args)]
pub struct Archive {
    /// The export (a zip), the folder of the dump, or the CSV file.
    source: PathBuf,
    /// Name of the community it goes into; founded when there is none.
    #[arg(long)]
    community: String,
    /// Also write the sheet, with every dropped record, to this CSV file.
    #[arg(long)]
    sheet: Option<PathBuf>,
}

pub async fn run(verb: Import, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    let progress = Arc::new(Bars::default());
    let (archive, sheet) = match verb {
        Import::Slack(archive) => {
            let (name, source) = (&archive.community, &archive.source);
            let sheet = imports::import_slack(&opened.db, name, source, progress.clone()).await?;
            (archive, sheet)
        }
        Import::Stackexchange(archive) => {
            let (name, source) = (&archive.community, &archive.source);
            let sheet =
                imports::import_stackexchange(&opened.db, name, source, progress.clone()).await?;
            (archive, sheet)
        }
        Import::Roster { archive, dry_run } => {
            let (name, source) = (&archive.community, &archive.source);
            let intent = match dry_run {
                true => Intent::Rehearse,
                false => Intent::BringIn(progress.clone()),
            };
            let (sheet, roster) = imports::import_roster(&opened.db, name, source, intent).await?;
            if let Some(roster) = roster {
                progress.end();
                say(format_args!(
                    "To take it back: interlude import undo {roster}\n"
                ))?;
            }
            (archive, sheet)
        }
        Import::Undo { roster } => return undo(&opened, roster.parse()?).await,
    };
    progress.end();
    index(&opened).await?;
    tell(&sheet, &archive)
}

async fn undo(opened: &Opened, roster: RosterId) -> Result<(), Failure> {
    let roster = opened
        .db
        .write(Actor::System, UndoRoster { roster })
        .await?;
    index(opened).await?;
    Ok(say(format_args!("{} was taken back.", roster.name))?)
}

/// Brings the index up to date, unless a running server does so by itself.
async fn index(opened: &Opened) -> Result<(), Failure> {
    match Searcher::open(&opened.folder.room("search")?) {
        Ok(searcher) => {
            searcher.catch_up(&opened.db).await?;
            Ok(())
        }
        Err(kernel::Error::Unavailable(_)) => {
            say("The running server takes it into the search index.")?;
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

fn tell(sheet: &Sheet, archive: &Archive) -> Result<(), Failure> {
    say(sheet)?;
    if let Some(path) = &archive.sheet {
        std::fs::write(path, sheet.to_csv())?;
        say(format_args!("The whole sheet is in {}", path.display()))?;
    }
    if sheet.adds_up() {
        return Ok(());
    }
    Err(Failure::plain(
        "the sheet does not add up: something was lost",
    ))
}

/// One bar for each stage, drawn only where somebody watches.
#[derive(Default)]
pub struct Bars(Mutex<Option<ProgressBar>>);

impl Bars {
    pub fn end(&self) {
        let bar = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(bar) = bar {
            bar.finish();
        }
    }
}

impl Progress for Bars {
    fn begin(&self, stage: &'static str, total: u64) {
        self.end();
        let bar = bar(stage);
        bar.set_length(total);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar);
    }

    fn advance(&self, by: u64) {
        if let Some(bar) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            bar.inc(by);
        }
    }
}

/// A bar of its own for one piece of work.
pub fn bar(stage: &'static str) -> ProgressBar {
    let bar = ProgressBar::no_length().with_message(stage);
    let style = ProgressStyle::with_template("{msg:16} {wide_bar} {human_pos}/{human_len} {eta}");
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
