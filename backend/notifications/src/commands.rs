//! What can be done with an inbox.
use crate::{InboxChanged, InboxItemSeen, Keep, store};
use async_graphql::InputObject;
use kernel::{Actor, Command, InboxItemId, Result, Tx, permit};

/// Says that an inbox item is dealt with, or that it is not after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkInboxDoneInput")]
pub struct MarkInboxDone {
    pub item: InboxItemId,
    /// True when it is dealt with, false to put it back.
    pub done: bool,
}

impl Command for MarkInboxDone {
    type Done = InboxItemSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InboxItemSeen> {
        let seen = store::inbox_item_seen(&tx.conn(), actor, self.item).await?;
        let seen = permit::<Keep, _>(actor, seen)?;
        if seen.item.done_at.is_some() == self.done {
            return Ok(seen.into_subject());
        }
        let item = store::set_done(tx, &seen, self.done.then_some(tx.now())).await?;
        let fact = InboxChanged {
            person: item.person_id,
            thread: item.thread_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(InboxItemSeen {
            item,
            ..seen.into_subject()
        })
    }
}
