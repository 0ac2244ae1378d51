//! `interlude config`
use crate::config::InForce;
use crate::failure::Failure;
use crate::stdout::print;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Config {
    /// Check the configuration, and show every setting with where it comes from.
    Check,
}

pub fn run(verb: &Config, in_force: &[InForce]) -> Result<(), Failure> {
    match verb {
        Config::Check => {
            let lines: String = in_force.iter().map(explained).collect();
            Ok(print(lines.as_bytes())?)
        }
    }
}

fn explained(line: &InForce) -> String {
    let InForce {
        setting,
        shown,
        source,
    } = line;
    format!(
        "{key} = {shown}  ({source})\n    {help}\n    --{key}, {variable}\n",
        key = setting.key,
        help = setting.help.trim(),
        variable = setting.variable(),
    )
}
