//! `interlude posts`
use super::import::bar;
use crate::config::Settings;
use crate::failure::Failure;
use crate::program;
use crate::stdout::say;
use channels::RenderPosts;
use clap::Subcommand;
use kernel::Actor;

#[derive(Debug, Subcommand)]
pub enum Posts {
    /// Render every post again from what was written, as this program shows it. Words and history stay.
    Render,
}

pub async fn run(verb: &Posts, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    match verb {
        Posts::Render => {
            let bar = bar("posts");
            bar.set_length(channels::post_count(&opened.db.read()).await?);
            let (mut last, mut posts, mut changed, mut left) = (None, 0, 0, 0);
            loop {
                let render = RenderPosts::after(last);
                let batch = opened.db.write(Actor::System, render).await?;
                if batch.last.is_none() {
                    break;
                }
                last = batch.last;
                posts += batch.posts;
                changed += batch.changed;
                left += batch.left;
                bar.set_position(posts);
            }
            bar.finish();
            say(format_args!(
                "{posts} posts were rendered; {changed} look otherwise now"
            ))?;
            if left > 0 {
                say(format_args!(
                    "{left} stay as they were: whom they mention cannot be told for certain"
                ))?;
            }
        }
    }
    Ok(())
}
