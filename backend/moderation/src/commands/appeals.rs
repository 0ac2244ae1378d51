//! Asking that a decision is looked at again, and answering that.
use super::people::ended;
use super::undo::{edit_back, take_back};
use crate::policy::{Answer, AppealSeen};
use crate::store::{self, NewAct, Verdict, insert_told_act};
use crate::{ActKind, Appeal, AppealChanged, Decision, FlagState, Item, Message, Told, ToldNoMore};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::EditPost;
use communities::Mute;
use kernel::{
    Actor, AppealId, Command, Conn, Error, ModerationItemId, MuteId, Permit, Result, Tx, line,
    permit,
};

const WORDS_CHARS_MAX: usize = 1_000;

/// Asks that a decision about one's own post, or one's mute, is looked at again. Each once.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AppealInput")]
pub struct MakeAppeal {
    /// What a notice about the decision is about.
    pub item: Option<ModerationItemId>,
    /// The mute that it is against.
    pub mute: Option<MuteId>,
    /// What was overlooked, 1 to 1,000 characters.
    pub words: String,
}

#[async_trait]
impl Command for MakeAppeal {
    type Done = Appeal;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Appeal> {
        let words = line("words", &self.words, WORDS_CHARS_MAX)?;
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let appeal = |community_id| Appeal {
            id: tx.id(),
            community_id,
            person_id: person,
            item_id: None,
            act_id: None,
            mute_id: None,
            words,
            created_at: tx.now(),
            answer: None,
            answered_at: None,
            answered_by: None,
            upheld: None,
        };
        let (row, post) = match (self.item, self.mute) {
            (Some(id), None) => {
                let item = decided_about_own(tx, actor, id).await?;
                let row = Appeal {
                    item_id: Some(item.id),
                    act_id: item.act_id,
                    ..appeal(item.community_id)
                };
                (row, item.post_id)
            }
            (None, Some(id)) => {
                let mute = own_mute(tx, actor, id).await?;
                let row = Appeal {
                    mute_id: Some(mute.id),
                    ..appeal(mute.community_id)
                };
                (row, None)
            }
            _ => {
                return Err(Error::invalid("item", "say which decision this is against")
                    .hint("give either `item` or `mute`"));
            }
        };
        let against = (row.act_id, row.mute_id);
        let before = store::appeal_against(&tx.conn(), person, against).await?;
        if before.is_some() {
            return Err(Error::conflict("you asked for this already, once"));
        }
        store::insert_appeal(tx, row.clone()).await?;
        let fact = AppealChanged {
            community: row.community_id,
            person,
            appeal: row.id,
            post,
            mute: row.mute_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(row)
    }
}

/// What was decided about something that the asker wrote. To everybody else there is no such item.
async fn decided_about_own(tx: &Tx, actor: Actor, id: ModerationItemId) -> Result<Item> {
    const APPEALED: [Decision; 3] = [Decision::Hide, Decision::Edit, Decision::Move];
    let unknown = || Error::NotFound("item");
    let conn = tx.conn();
    let item = store::item_seen(&conn, actor, id).await?.item;
    let post = channels::post_seen(&conn, actor, item.post_id.ok_or_else(unknown)?).await?;
    let readable = permit::<channels::Read, _>(actor, post).map_err(|_| unknown())?;
    if !readable.post.is_by(actor) {
        return Err(unknown());
    }
    match item.decision.filter(|_| item.act_id.is_some()) {
        Some(decision) if APPEALED.contains(&decision) => Ok(item),
        Some(_) | None => Err(Error::conflict(
            "there is no decision here to appeal against",
        )),
    }
}

async fn own_mute(tx: &Tx, actor: Actor, id: MuteId) -> Result<Mute> {
    let mute = communities::mute_by_id(&tx.conn(), id).await?;
    let own = mute.filter(|mute| actor.person() == Some(mute.person_id));
    let own = own.ok_or(Error::NotFound("mute"))?;
    match own.lifted_at {
        None => Ok(own),
        Some(_) => Err(Error::conflict("this mute is over")),
    }
}

/// Says whether an appeal is right. If it is, what it was against is taken back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerAppealInput")]
pub struct AnswerAppeal {
    pub appeal: AppealId,
    pub is_upheld: bool,
    /// What the person reads, 1 to 1,000 characters.
    pub answer: String,
    /// The words before an edit, rendered before the transaction.
    #[graphql(skip)]
    pub edit: Option<EditPost>,
}

#[async_trait]
impl Command for AnswerAppeal {
    type Done = Appeal;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let seen = store::appeal_seen(conn, actor, self.appeal).await?;
        let seen = permit::<Answer, AppealSeen>(actor, seen)?;
        if self.is_upheld {
            self.edit = edit_back(conn, actor, seen.appeal.act_id).await?;
        }
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Appeal> {
        let answer = line("answer", &self.answer, WORDS_CHARS_MAX)?;
        let seen = store::appeal_seen(&tx.conn(), actor, self.appeal).await?;
        let seen = permit::<Answer, AppealSeen>(actor, seen)?;
        if let Some(upheld) = seen.appeal.upheld {
            return Err(Error::Conflict {
                message: "somebody answered this meanwhile".into(),
                current: Some(serde_json::json!({ "isUpheld": upheld })),
            });
        }
        let item = match seen.appeal.item_id {
            Some(id) => Some(store::item_seen(&tx.conn(), actor, id).await?.item),
            None => None,
        };
        if self.is_upheld {
            self.take_back(tx, actor, &seen).await?;
        }
        let appeal = store::set_answered(tx, &seen, (self.is_upheld, answer)).await?;
        self.tell(tx, actor, (&appeal, item.as_ref())).await?;
        Ok(appeal)
    }
}

impl AnswerAppeal {
    async fn take_back(
        &self,
        tx: &Tx,
        actor: Actor,
        seen: &Permit<Answer, AppealSeen>,
    ) -> Result<()> {
        let conn = tx.conn();
        if let Some(id) = seen.appeal.mute_id {
            let mute = communities::mute_by_id(&conn, id).await?;
            let mute = mute.ok_or(Error::NotFound("mute"))?;
            if mute.lifted_at.is_none() {
                communities::end_mute(tx, actor, &mute).await?;
                ended(tx, actor, &mute).await?;
            }
            return Ok(());
        }
        let act = match seen.appeal.act_id {
            Some(id) => store::act_by_id(&conn, id).await?,
            None => None,
        };
        let standing = act.filter(|act| act.undone_at.is_none());
        let Some((act, undo)) = standing.and_then(|act| act.undo.clone().map(|undo| (act, undo)))
        else {
            return Ok(());
        };
        take_back(tx, actor, (&act, &undo, self.edit.as_ref())).await?;
        if let Some(item) = seen.appeal.item_id {
            let over = ToldNoMore {
                community: seen.appeal.community_id,
                person: seen.appeal.person_id,
                about: item.to_string(),
            };
            tx.emit(actor, &over).await?;
        }
        // Who flagged it hears that it stands after all.
        let declined = Verdict {
            state: FlagState::Declined,
            decision: Some(Decision::Nothing),
            outcome: Some(&self.answer),
            at: Some(tx.now()),
        };
        store::decide_flags(tx, &undo.flags, declined).await?;
        for flag in store::flags_by_ids(&conn, &undo.flags).await? {
            let told = Told {
                community: flag.community_id,
                person: flag.person_id,
                about: flag.id.to_string(),
                message: Message::FlagDeclined,
                decision: Some(Decision::Nothing),
                thread: Some(flag.thread_id),
                post: Some(flag.post_id),
                words: Some(self.answer.clone()),
                until: None,
            };
            tx.emit(actor, &told).await?;
        }
        Ok(())
    }

    async fn tell(
        &self,
        tx: &Tx,
        actor: Actor,
        (appeal, item): (&Appeal, Option<&Item>),
    ) -> Result<()> {
        let (kind, message) = match self.is_upheld {
            true => (ActKind::AppealUpheld, Message::AppealUpheld),
            false => (ActKind::AppealDeclined, Message::AppealDeclined),
        };
        let (thread, post) = item.map_or((None, None), |item| (item.thread_id, item.post_id));
        let act = NewAct {
            item: appeal.item_id,
            thread,
            post,
            // Who asked without a name has none in the log either.
            person: appeal.mute_id.map(|_| appeal.person_id),
            reason: appeal.answer.clone(),
            ..NewAct::of(kind, Some(appeal.community_id))
        };
        insert_told_act(tx, actor, act).await?;
        let told = Told {
            community: appeal.community_id,
            person: appeal.person_id,
            about: appeal.id.to_string(),
            message,
            decision: None,
            thread,
            post,
            words: appeal.answer.clone(),
            until: None,
        };
        tx.emit(actor, &told).await?;
        let fact = AppealChanged {
            community: appeal.community_id,
            person: appeal.person_id,
            appeal: appeal.id,
            post,
            mute: appeal.mute_id,
        };
        tx.emit(actor, &fact).await
    }
}
