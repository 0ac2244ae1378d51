//! A command whose type is forgotten on its way through the door of the database. There are hundreds of
//! commands: queueing, repeating and committing are compiled once for all of them, not once for each.
use crate::{Actor, Command, Conn, Error, Result, Tx};
use async_trait::async_trait;
use std::any::Any;

/// A command of any type, and what it did once it ran.
#[async_trait]
pub(crate) trait Carried: Send {
    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()>;

    /// Runs it and keeps what it did, in the place of what it did before.
    async fn run(&mut self, tx: &Tx, actor: Actor) -> Result<()>;

    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

struct Carrying<C: Command> {
    command: C,
    done: Option<C::Done>,
}

#[async_trait]
impl<C: Command> Carried for Carrying<C> {
    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        self.command.prepare(conn, actor).await
    }

    async fn run(&mut self, tx: &Tx, actor: Actor) -> Result<()> {
        self.done = Some(self.command.run(tx, actor).await?);
        Ok(())
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

pub(crate) fn carried<C: Command>(command: C) -> Box<dyn Carried> {
    Box::new(Carrying {
        command,
        done: None,
    })
}

/// What a command of this type did.
pub(crate) fn done<C: Command>(carried: Box<dyn Carried>) -> Result<C::Done> {
    let known = carried.into_any().downcast::<Carrying<C>>().ok();
    known
        .and_then(|it| it.done)
        .ok_or_else(|| Error::internal("a command was answered before it ran"))
}
