//! The log: lines for people or for machines, to standard error.
use crate::config::{LogFormat, Settings};
use crate::failure::{Exit, Failure};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// What libraries tell of every connection is of no use to an operator, unless asked for; nor is that
/// PostgreSQL had nothing to take back after a lost race. What sanitises posts would tell their words.
const QUIETER: &str = "poem=warn,sqlx=warn,sqlx::postgres::notice=error,html5ever=warn";

/// # Errors
/// When the level cannot be read.
pub fn start(settings: &Settings) -> Result<(), Failure> {
    let filter = format!("{QUIETER},{}", settings.log_level);
    let filter = EnvFilter::try_new(filter).map_err(|_| {
        Failure::new(
            Exit::Usage,
            format!(
                "log-level {} cannot be read; write info, or info,kernel=debug",
                settings.log_level
            ),
        )
    })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // There is a log already when a test starts two servers.
    let _ = match settings.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    Ok(())
}
