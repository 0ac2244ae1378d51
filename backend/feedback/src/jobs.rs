//! What feedback does by itself: as time passes, and when others tell.
use crate::balancing::{Cause, balance};
use crate::commands::{KeepRound, Remind};
use crate::{EvidenceChanged, EvidenceNews, store};
use async_trait::async_trait;
use channels::{
    PostCreated, PostDeleted, PostEdited, PostHeld, PostHidden, PostRestored, PostShown,
    ThreadChanged, ThreadCreated, ThreadMerged,
};
use communities::{CommunityRestored, MemberChanged, MemberJoined, MemberRemoved, MemberUnmuted};
use kernel::{
    Actor, CommunityId, Db, Event, Fact, Follower, KeepTime, Organisation, PersonId, PostId,
    Result, ThreadId, Tx, permit,
};
use std::collections::BTreeSet;

/// Reminds of what is due soon, passes on what is late, and closes rounds whose time is over.
///
/// # Errors
/// When the database fails.
pub async fn keep_feedback(db: &Db) -> Result<()> {
    let now = db.now();
    if !store::to_remind(&db.read(), now).await?.is_empty() {
        db.write(Actor::System, Remind).await?;
    }
    for round in store::rounds_to_keep(&db.read(), now).await? {
        db.write(Actor::System, KeepRound(round)).await?;
    }
    Ok(())
}

/// Keeps rounds right when people come and go, and when what was handed in is hidden or shown; and tells
/// who handed in of feedback that can be read.
#[derive(Debug, Default)]
pub struct KeepFeedback;

#[async_trait]
impl Follower for KeepFeedback {
    const NAME: &'static str = "feedback";

    fn heeds(&self, fact: &Fact) -> bool {
        moved(fact).is_some()
            || awoken(fact).is_some()
            || touched(fact).is_some()
            || fact.kind == PostCreated::KIND
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
        let conn = tx.conn();
        let people: BTreeSet<PersonId> = facts.iter().filter_map(moved).collect();
        let mut rounds = store::rounds_with(&conn, &people).await?;
        let places: BTreeSet<CommunityId> = facts.iter().filter_map(awoken).collect();
        rounds.extend(store::rounds_going_on(&conn, &places).await?);
        let threads: BTreeSet<ThreadId> = facts.iter().filter_map(touched).collect();
        let threads: Vec<ThreadId> = threads.into_iter().collect();
        let handed_in = store::evidence_of_threads(&conn, &threads).await?;
        rounds.extend(handed_in.iter().map(|it| it.round_id));
        for round in rounds {
            balance(tx, &leave, (round, Cause::Around)).await?;
        }
        tell_of_what_shows(tx, facts).await
    }
}

/// Who came, left, has another role, or may write again.
fn moved(fact: &Fact) -> Option<PersonId> {
    match fact.kind.as_str() {
        MemberJoined::KIND | MemberChanged::KIND | MemberRemoved::KIND | MemberUnmuted::KIND => {
            let person = fact.body.get("person")?;
            serde_json::from_value(person.clone()).ok()
        }
        _ => None,
    }
}

/// The community that goes on after it rested.
fn awoken(fact: &Fact) -> Option<CommunityId> {
    (fact.kind == CommunityRestored::KIND).then_some(fact.place.community)?
}

/// The conversation that may be read by others than before.
fn touched(fact: &Fact) -> Option<ThreadId> {
    match fact.kind.as_str() {
        ThreadCreated::KIND
        | ThreadChanged::KIND
        | ThreadMerged::KIND
        | PostEdited::KIND
        | PostDeleted::KIND
        | PostRestored::KIND
        | PostHeld::KIND
        | PostHidden::KIND
        | PostShown::KIND => fact.place.thread,
        _ => None,
    }
}

/// Feedback that a moderator looks at first is told once others may read it, as any reply is.
async fn tell_of_what_shows(tx: &Tx, facts: &[Fact]) -> Result<()> {
    let created = facts.iter().filter_map(Fact::as_event::<PostCreated>);
    let posts: Vec<PostId> = created.map(|it| it.post).collect();
    if posts.is_empty() {
        return Ok(());
    }
    for given in store::feedback_of_posts(&tx.conn(), &posts).await? {
        let evidence = store::evidence_row(&tx.conn(), given.evidence_id).await?;
        let fact = EvidenceChanged {
            community: evidence.community_id,
            feedback_round: evidence.round_id,
            evidence: evidence.id,
            person: evidence.person_id,
            feedback: Some(given.id),
            news: EvidenceNews::GotFeedback,
        };
        tx.emit(Actor::Person(given.person_id), &fact).await?;
    }
    Ok(())
}
