//! Deciding about what waits.
use super::claims::{stands, still_open};
use super::told::{Concerned, tell_all};
use crate::choices::{Choice, choices_of};
use crate::policy::{Decide, ItemSeen};
use crate::store::{self, NewAct, Verdict, insert_told_act};
use crate::waiting::dealt_with;
use crate::{Decision, Flag, FlagState, Item, ItemSettled, Message, Undo};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{ApprovePost, EditPost, HidePost, MoveThread, PostSeen};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, ChannelId, ClaimMatchId, Command, Conn, Error, MisconceptionId, ModerationItemId,
    Permit, Result, Tx, optional_line, permit,
};
use misconceptions::{DecideClaimMatch, suggested_for};
use questions::VerifyAnswer;

const REASON_CHARS_MAX: usize = 300;
const QUESTION_CHARS_MAX: usize = 1_000;

/// Decides about something that waits. Who is concerned reads what `choices` said they would.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DecideModerationItemInput")]
pub struct DecideModerationItem {
    pub item: ModerationItemId,
    /// The version that was looked at. If somebody was faster, the answer is CONFLICT and carries what
    /// stands now.
    pub version: i32,
    /// One of its `choices`.
    pub decision: Decision,
    /// Why, at most 300 characters. Who is concerned reads it; needed to hide and to edit.
    pub reason: Option<String>,
    /// The new words for EDIT, in Markdown; the question for ASK_AUTHOR.
    pub words: Option<String>,
    /// The revision that was edited, for EDIT.
    pub revision: Option<i32>,
    /// Where the conversation belongs, for MOVE.
    pub channel: Option<ChannelId>,
    /// When it is to be looked at again, for VERIFY.
    pub review_at: Option<DateTime<Utc>>,
    /// The misconception whose passage was marked in the post, for CORRECT. Taking the decision back takes
    /// that back as well, unless its correction was published meanwhile.
    pub misconception: Option<MisconceptionId>,
    /// The edit, made of the words before the transaction.
    #[graphql(skip)]
    pub edit: Option<EditPost>,
}

#[async_trait]
impl Command for DecideModerationItem {
    type Done = Item;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        if self.decision != Decision::Edit {
            return Ok(());
        }
        let seen = store::item_seen(conn, actor, self.item).await?;
        let seen = permit::<Decide, ItemSeen>(actor, seen)?;
        let post = seen.item.post_id.ok_or_else(unfit)?;
        let body = self.words.clone();
        let mut edit = EditPost {
            post,
            body: body.ok_or_else(|| Error::invalid("words", "write how it should read"))?,
            revision: self.revision.unwrap_or_default(),
            reason: self.reason.clone(),
            words: None,
        };
        edit.prepare(conn, actor).await?;
        self.edit = Some(edit);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Item> {
        let conn = tx.conn();
        let seen = store::item_seen(&conn, actor, self.item).await?;
        let seen = permit::<Decide, ItemSeen>(actor, seen)?;
        still_open(tx, &seen).await?;
        if seen.item.version != self.version {
            return Err(stands(tx, &seen.item, "this changed meanwhile").await?);
        }
        let post = seen.item.post_id.ok_or_else(unfit)?;
        let post = channels::post_seen(&conn, actor, post).await?;
        let choice = choices_of(&seen.item, Some(&post))
            .into_iter()
            .find(|choice| choice.decision == self.decision)
            .ok_or_else(unfit)?;
        let words = self.parse()?;
        let mut undo = self.act(tx, actor, &post).await?;
        let flags = self
            .decide_flags(tx, (&post, &choice), words.as_deref())
            .await?;
        undo.flags = flags.iter().map(|flag| flag.id).collect();
        undo.checked = seen.item.checked.clone();
        let item = self
            .write_down(tx, &seen, (&post, words.clone(), undo))
            .await?;
        let concerned = Concerned {
            item: &item,
            post: &post,
            flags: &flags,
            words,
        };
        tell_all(tx, actor, (&choice.readers, &concerned)).await?;
        let fact = ItemSettled {
            community: item.community_id,
            item: item.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(item)
    }
}

fn unfit() -> Error {
    Error::invalid("decision", "this decision does not fit what waits here")
        .hint("choose one of its `choices`")
}

impl DecideModerationItem {
    /// What those concerned read: the reason, or the question to the author.
    fn parse(&self) -> Result<Option<String>> {
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let reason = optional_line("reason", &given(&self.reason), REASON_CHARS_MAX)?;
        match self.decision {
            Decision::AskAuthor => {
                let words = optional_line("words", &given(&self.words), QUESTION_CHARS_MAX)?;
                match words {
                    None => Err(Error::invalid("words", "write what you ask the author")),
                    words => Ok(words),
                }
            }
            Decision::Hide | Decision::Edit if reason.is_none() => Err(Error::invalid(
                "reason",
                "say why; everybody concerned reads it",
            )),
            _ => Ok(reason),
        }
    }

    /// Does it, by the rooms below; returns what takes it back.
    async fn act(&self, tx: &Tx, actor: Actor, post: &PostSeen) -> Result<Undo> {
        let id = post.post.id;
        let mut undo = Undo {
            decision: self.decision,
            post: Some(id),
            checked: crate::Reasons::default(),
            flags: Vec::new(),
            edited: None,
            approved: false,
            moved_from: None,
            matches: Vec::new(),
            misconception: self
                .misconception
                .filter(|_| self.decision == Decision::Correct),
            verified: None,
        };
        match self.decision {
            Decision::Edit => {
                let edit = self.edit.as_ref().ok_or_else(unfit)?;
                let changed = edit.run(tx, actor).await?;
                undo.edited = Some((post.post.body.clone(), changed.post.revision));
            }
            Decision::Hide => {
                let reason = self.reason.clone().unwrap_or_default();
                HidePost { post: id, reason }.run(tx, actor).await?;
            }
            Decision::Verify => {
                let review_at = self.review_at;
                let before = questions::reviews_of(&tx.conn(), &[id]).await?;
                undo.verified = before.get(&id).map(Into::into);
                VerifyAnswer {
                    post: id,
                    review_at,
                }
                .run(tx, actor)
                .await?;
            }
            Decision::Move => {
                let channel = self.channel.ok_or_else(|| {
                    Error::invalid("channel", "say where the conversation belongs")
                })?;
                let thread = post.post.thread_id;
                MoveThread { thread, channel }.run(tx, actor).await?;
                undo.moved_from = Some(post.post.channel_id);
            }
            Decision::Correct | Decision::Nothing => {
                undo.matches = self.matches_decided(tx, actor, post).await?;
            }
            Decision::Approve | Decision::AskAuthor => {}
        }
        let lets_out = matches!(self.decision, Decision::Approve | Decision::Edit);
        if post.post.held_at.is_some() && lets_out {
            ApprovePost { post: id }.run(tx, actor).await?;
            undo.approved = true;
        }
        Ok(undo)
    }

    /// Whether the post says what a misconception does is decided with it. The record of a new one is
    /// begun with `suspectMisconception`, where its passage is chosen: what is suggested beside that is
    /// something else.
    async fn matches_decided(
        &self,
        tx: &Tx,
        actor: Actor,
        post: &PostSeen,
    ) -> Result<Vec<ClaimMatchId>> {
        let mut decided = Vec::new();
        for found in suggested_for(&tx.conn(), &[post.post.id]).await? {
            let is_it = self
                .misconception
                .is_none_or(|it| it == found.misconception_id);
            let decide = DecideClaimMatch {
                claim_match: found.id,
                confirmed: self.decision == Decision::Correct && is_it,
            };
            decided.push(decide.run(tx, actor).await?.id);
        }
        Ok(decided)
    }

    async fn decide_flags(
        &self,
        tx: &Tx,
        (post, choice): (&PostSeen, &Choice),
        outcome: Option<&str>,
    ) -> Result<Vec<Flag>> {
        let told = |message| choice.readers.iter().any(|reads| reads.message == message);
        let state = match (told(Message::FlagActedOn), told(Message::FlagDeclined)) {
            (true, _) => FlagState::ActedOn,
            (false, true) => FlagState::Declined,
            // Who is asked may put it right: until then the flag is open.
            (false, false) => return Ok(Vec::new()),
        };
        let mut flags = store::flags_on(&tx.conn(), &[post.post.id]).await?;
        flags.retain(|flag| flag.state == FlagState::Open);
        let ids: Vec<_> = flags.iter().map(|flag| flag.id).collect();
        let verdict = Verdict {
            state,
            decision: Some(self.decision),
            outcome,
            at: Some(tx.now()),
        };
        store::decide_flags(tx, &ids, verdict).await?;
        Ok(flags)
    }

    async fn write_down(
        &self,
        tx: &Tx,
        seen: &Permit<Decide, ItemSeen>,
        (post, reason, undo): (&PostSeen, Option<String>, Undo),
    ) -> Result<Item> {
        let before = &seen.item;
        let act = NewAct {
            item: Some(before.id),
            thread: before.thread_id,
            post: Some(post.post.id),
            reason: reason.clone(),
            undo: Some(undo),
            ..NewAct::of(self.decision.act(), Some(before.community_id))
        };
        let act = insert_told_act(tx, seen.actor(), act).await?;
        let checked = match self.decision {
            Decision::AskAuthor => before.checked.clone(),
            _ => before.checked.with(&dealt_with(&before.reasons)),
        };
        let row = Item {
            checked,
            settled_at: Some(tx.now()),
            claimed_by: None,
            claimed_at: None,
            act_id: Some(act),
            decision: Some(self.decision),
            decided_by: seen.actor().person(),
            decided_at: Some(tx.now()),
            reason,
            version: before.version + 1,
            ..before.clone()
        };
        store::set_decided(tx, seen, row).await
    }
}
