//! Every setting as a flag of every command.
use crate::config::{Given, Setting, Settings};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

const CONFIG: &str = "config";

/// Adds a flag for each setting.
pub fn with_settings(command: Command) -> Command {
    let config = Arg::new(CONFIG)
        .long(CONFIG)
        .value_name("FILE")
        .env("INTERLUDE_CONFIG")
        .help("Configuration file; else ./interlude.toml, else the one in the data folder")
        .global(true)
        .help_heading("Settings");
    let flags = Settings::list().iter().map(flag);
    command.arg(config).args(flags)
}

fn flag(setting: &'static Setting) -> Arg {
    let flag = Arg::new(setting.key)
        .long(setting.key)
        .help(setting.help.trim())
        .global(true)
        .help_heading("Settings");
    if setting.switch {
        flag.num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true")
            .value_name("true|false")
            .hide_possible_values(true)
    } else {
        flag.value_name(setting.key.to_uppercase().replace('-', "_"))
    }
}

/// What was given by flag and by variable.
pub fn given(matches: &ArgMatches) -> Given {
    let text = |key: &str| matches.get_one::<String>(key).cloned();
    let flags = Settings::list()
        .iter()
        .filter(|setting| matches.value_source(setting.key) == Some(ValueSource::CommandLine))
        .filter_map(|setting| Some((setting.key.to_owned(), text(setting.key)?)))
        .collect();
    Given {
        config: text(CONFIG).map(PathBuf::from),
        flags,
        variables: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
    }
}
