//! The command line: what is asked, and the code the answer ends with.
mod audit;
mod config;
mod copies;
mod demo;
mod flags;
mod health;
mod import;
mod keys;
mod migrate;
mod people;
mod posts;
mod search;

use crate::config::{InForce, Settings};
use crate::failure::Failure;
use crate::stdout::print;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;
use std::process::ExitCode;

const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 the port is in use, 4 the data folder
cannot be used, 5 the database is newer than this program, 6 another server runs on the data folder.

Every setting is a flag, a variable INTERLUDE_… and a key of interlude.toml, in this order of
precedence; `interlude config check` shows all of them.";

/// The community around instructor-led training.
#[derive(Debug, Parser)]
#[command(name = "interlude", version, about, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve the web app and the API.
    Serve,
    /// Bring the schema of the database up to date, take it back, or show where it stands.
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// Fill an empty database with the demonstration.
    #[command(subcommand)]
    Demo(demo::Demo),
    /// Add people, invite them, let them in again.
    #[command(subcommand)]
    Person(people::Person),
    /// Bring in an archive or a list of people. What was brought in before is not brought in twice.
    #[command(subcommand)]
    Import(import::Import),
    /// Look after how posts are shown.
    #[command(subcommand)]
    Posts(posts::Posts),
    /// Look after the search index. The server must be stopped.
    #[command(subcommand)]
    Search(search::Search),
    /// Look after the keys that secrets in the database are sealed with.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Check the audit log, or write it to a file.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Print the schema of the API.
    Schema,
    /// Show the configuration.
    #[command(subcommand)]
    Config(config::Config),
    /// Write everything to one archive, while the server runs.
    Backup {
        /// The archive to write, as in interlude.tar.gz.
        file: PathBuf,
    },
    /// Put everything back from an archive, into either kind of database. The server must be stopped.
    Restore {
        /// The archive to read.
        file: PathBuf,
        /// Replace what is there.
        #[arg(long)]
        force: bool,
    },
    /// Ask the server on this machine whether it is ready.
    Health,
    /// Print completions for a shell.
    Completions { shell: Shell },
    /// Read the words of a file for the server.
    #[command(hide = true)]
    ReadFile { kind: String },
}

/// Runs the program.
pub fn main() -> ExitCode {
    let command = flags::with_settings(Cli::command());
    let matches = command.clone().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match run(cli, command, &flags::given(&matches)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            for line in failure.words.lines() {
                eprintln!("interlude: {line}");
            }
            ExitCode::from(failure.exit as u8)
        }
    }
}

fn run(cli: Cli, mut command: clap::Command, given: &crate::config::Given) -> Result<(), Failure> {
    // What needs no configuration must work where there is a broken one.
    match cli.verb {
        Verb::Schema => return Ok(print(api::sdl().as_bytes())?),
        Verb::ReadFile { kind } => return Ok(crate::reading::read_for_another(&kind)?),
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, "interlude", &mut script);
            return Ok(print(&script)?);
        }
        _ => {}
    }
    let (settings, in_force) = crate::config::resolve(given)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(act(cli.verb, &settings, &in_force))
}

async fn act(verb: Verb, settings: &Settings, in_force: &[InForce]) -> Result<(), Failure> {
    match verb {
        Verb::Serve => crate::serve::serve(settings).await,
        Verb::Migrate(verb) => migrate::run(verb, settings).await,
        Verb::Demo(verb) => demo::run(&verb, settings).await,
        Verb::Person(verb) => people::run(verb, settings).await,
        Verb::Import(verb) => import::run(verb, settings).await,
        Verb::Posts(verb) => posts::run(&verb, settings).await,
        Verb::Search(verb) => search::run(&verb, settings).await,
        Verb::Keys(verb) => keys::run(&verb, settings).await,
        Verb::Audit(verb) => audit::run(verb, settings).await,
        Verb::Config(verb) => config::run(&verb, in_force),
        Verb::Backup { file } => copies::backup(&file, settings, in_force).await,
        Verb::Restore { file, force } => copies::restore(&file, force.into(), settings).await,
        Verb::Health => health::run(settings).await,
        Verb::Schema | Verb::Completions { .. } | Verb::ReadFile { .. } => Ok(()),
    }
}
