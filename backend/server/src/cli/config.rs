//! `interlude config`
use crate::config::InForce;
use crate::failure::Failure;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Config {
    /// Check the configuration, and show every setting with where it comes from.
    Check,
}

pub fn run(verb: &Config, in_force: &[InForce]) -> Result<(), Failure> {
    match verb {
        Config::Check => {
            for line in in_force {
                println!("{} = {}  ({})", line.setting.key, line.shown, line.source);
                println!("    {}", line.setting.help.trim());
                println!("    --{}, {}", line.setting.key, line.setting.variable());
            }
            Ok(())
        }
    }
}
