//! Taking a decision back.
use super::claims::stands;
use super::told::tell_no_more;
use crate::policy::{Decide, ItemSeen};
use crate::store::{self, Verdict};
use crate::{Act, Acted, Decision, FlagState, Item, ItemOpened, Undo, ground};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{EditPost, HoldPost, MoveThread, ShowPost};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, Command, Conn, Error, ModerationActId, ModerationItemId, PersonId, Result, Tx, permit,
};
use misconceptions::{TakeBackPassage, UndoClaimMatch};
use questions::TakeBackVerification;

/// How long a decision can be taken back.
const UNDO_FOR: TimeDelta = TimeDelta::minutes(30);

impl Item {
    /// Until when what was decided can be taken back.
    pub fn undoable_until(&self) -> Option<DateTime<Utc>> {
        let decided_at = self.decided_at.filter(|_| self.act_id.is_some())?;
        Some(decided_at + UNDO_FOR)
    }
}

/// Takes back what was decided, within 30 minutes: everything stands as before, and waits again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UndoModerationDecisionInput")]
pub struct UndoModerationDecision {
    pub item: ModerationItemId,
    /// The words before an edit, rendered before the transaction.
    #[graphql(skip)]
    pub edit: Option<EditPost>,
}

#[async_trait]
impl Command for UndoModerationDecision {
    type Done = Item;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let seen = store::item_seen(conn, actor, self.item).await?;
        let seen = permit::<Decide, ItemSeen>(actor, seen)?;
        self.edit = edit_back(conn, actor, seen.item.act_id).await?;
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Item> {
        let conn = tx.conn();
        let seen = store::item_seen(&conn, actor, self.item).await?;
        let seen = permit::<Decide, ItemSeen>(actor, seen)?;
        let act = match seen.item.act_id {
            Some(id) => store::act_by_id(&conn, id).await?,
            None => None,
        };
        let standing = act.filter(|act| act.undone_at.is_none());
        let Some((act, undo)) = standing.and_then(|act| act.undo.clone().map(|undo| (act, undo)))
        else {
            return Err(stands(tx, &seen.item, "there is no decision to take back").await?);
        };
        if tx.now() >= act.at + UNDO_FOR {
            let late = "a decision can be taken back for 30 minutes; this one stands";
            return Err(stands(tx, &seen.item, late).await?);
        }
        take_back(tx, actor, (&act, &undo, self.edit.as_ref())).await?;
        let flags = store::flags_by_ids(&conn, &undo.flags).await?;
        let open = Verdict {
            state: FlagState::Open,
            decision: None,
            outcome: None,
            at: None,
        };
        store::decide_flags(tx, &undo.flags, open).await?;
        let row = Item {
            checked: undo.checked,
            settled_at: None,
            act_id: None,
            decision: None,
            decided_by: None,
            decided_at: None,
            reason: None,
            version: seen.item.version + 1,
            ..seen.item.clone()
        };
        let item = store::set_decided(tx, &seen, row).await?;
        let mut people: Vec<PersonId> = flags.iter().map(|flag| flag.person_id).collect();
        if let Some(post) = undo.post {
            let post = channels::post_seen(&conn, Actor::System, post).await?;
            people.push(ground::addressee(&post.post));
        }
        tell_no_more(tx, actor, (&item, &people)).await?;
        let undone = Acted {
            community: Some(item.community_id),
            act: act.kind,
            item: Some(item.id),
            thread: act.thread_id,
            post: act.post_id,
            person: act.person_id,
            reason: None,
            undone: true,
        };
        tx.emit(actor, &undone).await?;
        let fact = ItemOpened {
            community: item.community_id,
            item: item.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(item)
    }
}

/// The edit that brings back the words that a decision changed.
pub(super) async fn edit_back(
    conn: &Conn<'_>,
    actor: Actor,
    act: Option<ModerationActId>,
) -> Result<Option<EditPost>> {
    let act = match act {
        Some(id) => store::act_by_id(conn, id).await?,
        None => None,
    };
    let undo = act.and_then(|act| act.undo);
    let Some((Some(post), (body, revision))) =
        undo.and_then(|undo| Some((undo.post, undo.edited?)))
    else {
        return Ok(None);
    };
    let mut edit = EditPost {
        post,
        body,
        revision,
        reason: Some("an edit was taken back".to_owned()),
        words: None,
    };
    edit.prepare(conn, actor).await?;
    Ok(Some(edit))
}

/// Does the opposite of what was decided, and notes that.
///
/// # Errors
/// `Conflict` when something else happened to the post meanwhile.
pub(super) async fn take_back(
    tx: &Tx,
    actor: Actor,
    (act, undo, edit): (&Act, &Undo, Option<&EditPost>),
) -> Result<()> {
    let post = undo.post.ok_or(Error::NotFound("post"))?;
    match undo.decision {
        Decision::Hide => {
            ShowPost { post }.run(tx, actor).await?;
        }
        Decision::Edit => {
            let edit = edit.ok_or_else(|| Error::conflict("this changed meanwhile; try again"))?;
            edit.run(tx, actor).await?;
        }
        Decision::Verify => {
            let back = TakeBackVerification {
                post,
                verified_at: act.at,
                before: undo.verified.clone(),
            };
            back.run(tx, actor).await?;
        }
        Decision::Move => {
            if let (Some(thread), Some(channel)) = (act.thread_id, undo.moved_from) {
                MoveThread { thread, channel }.run(tx, actor).await?;
            }
        }
        Decision::Correct | Decision::Nothing => undecided(tx, actor, undo).await?,
        Decision::Approve | Decision::AskAuthor => {}
    }
    if undo.approved {
        HoldPost { post }.run(tx, actor).await?;
    }
    store::set_undone(tx, act.id, actor).await
}

/// Whether the post says what a misconception does is open again, and a correction that was only begun is
/// none.
async fn undecided(tx: &Tx, actor: Actor, undo: &Undo) -> Result<()> {
    for claim_match in undo.matches.iter().copied() {
        UndoClaimMatch { claim_match }.run(tx, actor).await?;
    }
    if let (Some(misconception), Some(post)) = (undo.misconception, undo.post) {
        let back = TakeBackPassage {
            misconception,
            post,
        };
        back.run(tx, actor).await?;
    }
    Ok(())
}
