//! Keeping a member from writing for a time.
use crate::{MemberMuted, MemberSeen, MemberUnmuted, Membership, Mute, See, Silence, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, Command, CommunityId, Error, Permit, PersonId, Result, Tx, line, permit};

const REASON_CHARS_MAX: usize = 300;
/// A mute ends by itself; who should not come back is removed.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// Lets a member read and not write in a community, until a given time. They are told, with the reason.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MutePersonInput")]
pub struct MutePerson {
    pub community: CommunityId,
    pub person: PersonId,
    /// When they write again, at most a year ahead.
    pub until: DateTime<Utc>,
    /// Why, 1 to 300 characters. The person reads it.
    pub reason: String,
}

#[async_trait]
impl Command for MutePerson {
    type Done = (Membership, Mute);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(Membership, Mute)> {
        let reason = line("reason", &self.reason, REASON_CHARS_MAX)?;
        if self.until <= tx.now() {
            return Err(Error::invalid("until", "this time has passed").hint("choose a later one"));
        }
        if self.until > tx.now() + LONGEST {
            return Err(Error::invalid("until", "a year is the longest")
                .hint("a facilitator can remove them from the community"));
        }
        let seen = leave(tx, actor, (self.community, self.person)).await?;
        store::lift_mutes_of(tx, &seen).await?;
        let mute = Mute {
            id: tx.id(),
            community_id: self.community,
            person_id: self.person,
            until: self.until,
            reason,
            by_id: actor.person(),
            at: tx.now(),
            lifted_at: None,
        };
        let membership = store::insert_mute(tx, &seen, mute.clone()).await?;
        let fact = MemberMuted {
            community: self.community,
            person: self.person,
            mute: mute.id,
            until: Some(mute.until),
            reason: Some(mute.reason.clone()),
        };
        tx.emit(actor, &fact).await?;
        Ok((membership, mute))
    }
}

/// Lets a muted member write again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UnmutePersonInput")]
pub struct UnmutePerson {
    pub community: CommunityId,
    pub person: PersonId,
}

#[async_trait]
impl Command for UnmutePerson {
    type Done = (Membership, Option<Mute>);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(Membership, Option<Mute>)> {
        let seen = leave(tx, actor, (self.community, self.person)).await?;
        let standing = store::standing_mute(&tx.conn(), self.community, self.person).await?;
        let membership = end(tx, actor, (&seen, standing.as_ref())).await?;
        Ok((membership, standing))
    }
}

/// Ends the mute of a member as part of a larger change. One that is over already stays so.
///
/// # Errors
/// `NotFound` when they are no member any more; `Forbidden` to who may not mute them.
pub async fn end_mute(tx: &Tx, actor: Actor, mute: &Mute) -> Result<Membership> {
    let seen = leave(tx, actor, (mute.community_id, mute.person_id)).await?;
    let standing = store::standing_mute(&tx.conn(), mute.community_id, mute.person_id).await?;
    let this = standing.filter(|standing| standing.id == mute.id);
    end(tx, actor, (&seen, this.as_ref())).await
}

async fn end(
    tx: &Tx,
    actor: Actor,
    (seen, standing): (&Permit<Silence, MemberSeen>, Option<&Mute>),
) -> Result<Membership> {
    let Some(mute) = standing else {
        return Ok(seen.membership.clone());
    };
    let membership = store::lift_mutes_of(tx, seen).await?;
    let fact = MemberUnmuted {
        community: mute.community_id,
        person: mute.person_id,
        mute: mute.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(membership)
}

async fn leave(
    tx: &Tx,
    actor: Actor,
    (community, person): (CommunityId, PersonId),
) -> Result<Permit<Silence, MemberSeen>> {
    let conn = tx.conn();
    let seen = store::community_seen(&conn, actor, community).await?;
    // Who may not see the community learns nothing of its members.
    let seen = permit::<See, _>(actor, seen)?.into_subject();
    let membership = store::membership_of(&conn, community, person).await?;
    let seen = MemberSeen {
        membership: membership.ok_or(Error::NotFound("member"))?,
        community: seen,
    };
    permit(actor, seen)
}

/// Lets those write again whose mute is over. What it does follows from the time alone.
pub(crate) struct LiftMutes;

#[async_trait]
impl Command for LiftMutes {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let over = store::lift_mutes_over(tx).await?;
        let facts = over.iter().map(|mute| MemberUnmuted {
            community: mute.community_id,
            person: mute.person_id,
            mute: mute.id,
        });
        tx.emit_all(actor, &facts.collect::<Vec<_>>()).await
    }
}
