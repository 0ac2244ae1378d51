//! The log: lines for people or for machines, to standard error.
use crate::config::{LogFormat, Settings};
use crate::failure::{Exit, Failure};
use tracing_subscriber::EnvFilter;

/// # Errors
/// When the level cannot be read.
pub fn start(settings: &Settings) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.log_level).map_err(|_| {
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
        .with_writer(std::io::stderr);
    // There is a log already when a test starts two servers.
    let _ = match settings.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    Ok(())
}
