//! Saying that something is wrong with a post.
use crate::policy::{Flagged, Keep, Raise};
use crate::{Flag, FlagChanged, FlagReason, FlagState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::PostSeen;
use chrono::TimeDelta;
use kernel::{
    Actor, Command, Conn, Error, FlagId, PersonId, PostId, Result, Tx, optional_line, permit,
};

const NOTE_CHARS_MAX: usize = 600;
const PROPOSAL_CHARS_MAX: usize = 2_000;
/// More flags than this in an hour are not looked at by anybody.
const FLAGS_AN_HOUR: u64 = 30;
const HOUR: TimeDelta = TimeDelta::hours(1);

/// Says that something is wrong with a post. Those who moderate read it; its author does not learn by
/// whom.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "FlagPostInput")]
pub struct FlagPost {
    pub post: PostId,
    pub reason: FlagReason,
    /// What else there is to say, at most 600 characters. Needed for OTHER.
    pub note: Option<String>,
    /// What would be right instead, at most 2,000 characters.
    pub proposal: Option<String>,
}

#[async_trait]
impl Command for FlagPost {
    type Done = Flag;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Flag> {
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let note = optional_line("note", &given(&self.note), NOTE_CHARS_MAX)?;
        let proposal = optional_line("proposal", &given(&self.proposal), PROPOSAL_CHARS_MAX)?;
        if self.reason == FlagReason::Other && note.is_none() {
            return Err(Error::invalid("note", "say what is wrong with it"));
        }
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let conn = tx.conn();
        let seen = channels::post_seen(&conn, actor, self.post).await?;
        let seen = permit::<Raise, _>(actor, flagged(&conn, seen).await?)?;
        if let Some(flag) = store::open_flag(&conn, self.post, person).await? {
            return Err(twice(Some(&flag)));
        }
        within_the_limit(tx, person).await?;
        let post = &seen.post.post;
        let flag = Flag {
            id: tx.id(),
            community_id: post.community_id,
            thread_id: post.thread_id,
            post_id: post.id,
            person_id: person,
            reason: self.reason,
            note,
            proposal,
            created_at: tx.now(),
            state: FlagState::Open,
            decision: None,
            outcome: None,
            decided_at: None,
        };
        // Of two that come at once, the database takes one.
        let raised = tx.attempt(store::insert_flag(tx, &seen, flag.clone()));
        raised.await?.map_err(|_| twice(None))?;
        tell(tx, actor, &flag).await?;
        Ok(flag)
    }
}

async fn flagged(conn: &Conn<'_>, post: PostSeen) -> Result<Flagged> {
    let place = communities::community_by_id(conn, post.post.community_id).await?;
    let place = place.ok_or_else(|| Error::NotFound("post"))?.kind;
    Ok(Flagged { post, place })
}

fn twice(flag: Option<&Flag>) -> Error {
    Error::Conflict {
        message: "you flagged this already; a moderator will look at it".into(),
        current: flag.map(|flag| serde_json::json!({ "flag": flag.id.to_string() })),
    }
}

async fn within_the_limit(tx: &Tx, person: PersonId) -> Result<()> {
    let window = (tx.now() - HOUR, FLAGS_AN_HOUR);
    let raised = store::flags_since(&tx.conn(), person, window).await?;
    let Some(oldest) = raised
        .first()
        .filter(|_| raised.len() as u64 >= FLAGS_AN_HOUR)
    else {
        return Ok(());
    };
    let wait = (*oldest + HOUR - tx.now()).num_seconds();
    Err(Error::SlowDown(u64::try_from(wait).unwrap_or(1).max(1)))
}

async fn tell(tx: &Tx, actor: Actor, flag: &Flag) -> Result<()> {
    let fact = FlagChanged {
        community: flag.community_id,
        person: flag.person_id,
        flag: flag.id,
        post: flag.post_id,
    };
    tx.emit(actor, &fact).await
}

/// Takes one's own flag back, while nobody has decided about it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawFlagInput")]
pub struct WithdrawFlag {
    pub flag: FlagId,
}

#[async_trait]
impl Command for WithdrawFlag {
    type Done = Flag;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Flag> {
        let seen = store::flag_seen(&tx.conn(), actor, self.flag).await?;
        let seen = permit::<Keep, _>(actor, seen)?;
        match seen.flag.state {
            FlagState::Withdrawn => return Ok(seen.into_subject().flag),
            FlagState::ActedOn | FlagState::Declined => {
                return Err(Error::conflict(
                    "a moderator has decided about this already",
                ));
            }
            FlagState::Open => {}
        }
        let flag = store::withdraw_flag(tx, &seen).await?;
        tell(tx, actor, &flag).await?;
        Ok(flag)
    }
}
