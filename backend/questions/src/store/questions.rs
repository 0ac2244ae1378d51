use super::marks::verified_in;
use crate::policy::{Have, Invite, Park};
use crate::tables::{invitation, objective, question, too};
use crate::{Question, QuestionFilter};
use channels::{AnswersOf, Ask, Listing, ThreadFilter, ThreadKind, ThreadSeen, ThreadsIn};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CommunityId, Conn, ObjectiveId, Permit, PersonId, Result, SessionId, ThreadId, Tx,
};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;

/// What a question is beyond its conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionSeen {
    pub session: Option<SessionId>,
    pub parked_on: Option<SessionId>,
    pub helped_at: Option<DateTime<Utc>>,
    pub verified_at: Option<DateTime<Utc>>,
    /// Nothing while nobody but who asked has answered.
    pub answers: Option<AnswersOf>,
    pub too_count: i32,
    /// Whether the asker has it too.
    pub has_too: bool,
    pub objectives: Vec<ObjectiveId>,
    /// Who is asked by name to answer.
    pub invited: Vec<PersonId>,
}

/// What these threads are as questions, which the caller may read; one without a row is one too.
pub async fn questions_of(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, QuestionSeen>> {
    let ids = || threads.iter().copied();
    let mut seen: HashMap<ThreadId, QuestionSeen> =
        ids().map(|id| (id, QuestionSeen::default())).collect();
    let rows = question::Entity::find().filter(question::Column::ThreadId.is_in(ids()));
    for row in rows.all(conn).await? {
        let one = seen.entry(row.thread_id).or_default();
        one.session = row.session_id;
        one.parked_on = row.parked_on;
        one.helped_at = row.helped_at;
    }
    for (thread, answers) in channels::answers_of(conn, threads).await? {
        seen.entry(thread).or_default().answers = Some(answers);
    }
    for (thread, at) in verified_in(conn, threads).await? {
        seen.entry(thread).or_default().verified_at = Some(at);
    }
    let too = too::Entity::find().filter(too::Column::ThreadId.is_in(ids()));
    let too: Vec<(ThreadId, PersonId)> = too
        .select_only()
        .column(too::Column::ThreadId)
        .column(too::Column::PersonId)
        .into_tuple()
        .all(conn)
        .await?;
    for (thread, person) in too {
        let one = seen.entry(thread).or_default();
        one.too_count += 1;
        one.has_too |= actor.person() == Some(person);
    }
    let links = objective::Entity::find().filter(objective::Column::ThreadId.is_in(ids()));
    for link in links.all(conn).await? {
        let one = seen.entry(link.thread_id).or_default();
        one.objectives.push(link.objective_id);
    }
    let invited = invitation::Entity::find()
        .filter(invitation::Column::ThreadId.is_in(ids()))
        .order_by_asc(invitation::Column::At);
    for invitation in invited.all(conn).await? {
        let one = seen.entry(invitation.thread_id).or_default();
        one.invited.push(invitation.person_id);
    }
    Ok(seen)
}

/// Which threads a filter lists in a community; `since` is when its latest session ended, and
/// `corrected` where something was corrected.
pub async fn listing_of(
    conn: &Conn<'_>,
    actor: Actor,
    (community, filter): (CommunityId, QuestionFilter),
    (since, corrected): (Option<DateTime<Utc>>, Vec<ThreadId>),
) -> Result<Listing> {
    let all = Listing {
        kind: Some(ThreadKind::Question),
        ..Listing::of(ThreadsIn::Community(community))
    };
    let filtered = |filter| Listing {
        filter,
        ..all.clone()
    };
    Ok(match filter {
        QuestionFilter::All => all,
        QuestionFilter::Interlude => Listing { since, ..all },
        QuestionFilter::Unanswered => filtered(ThreadFilter::Unanswered),
        QuestionFilter::Following => filtered(ThreadFilter::Following),
        QuestionFilter::Corrected => Listing {
            among: Some(corrected),
            ..all
        },
        QuestionFilter::Mine => Listing {
            or: too_of(conn, actor).await?,
            ..filtered(ThreadFilter::Mine)
        },
    })
}

/// As many questions of others are looked through for those the asker has too.
const TOO_MAX: u64 = 500;

/// The questions of others that the asker has too, the latest first.
async fn too_of(conn: &Conn<'_>, actor: Actor) -> Result<Vec<ThreadId>> {
    Ok(too::Entity::find()
        .select_only()
        .column(too::Column::ThreadId)
        .filter(too::Column::PersonId.eq(actor.person()))
        .order_by_desc(too::Column::At)
        .limit(TOO_MAX)
        .into_tuple()
        .all(conn)
        .await?)
}

/// As many questions are parked on one session.
const PARKED_MAX: u64 = 100;

/// The questions that will be covered in these sessions, as far as the asker may read them, each with its
/// session.
pub async fn parked_on(
    conn: &Conn<'_>,
    actor: Actor,
    sessions: &[SessionId],
) -> Result<Vec<(SessionId, ThreadSeen)>> {
    let rows = question::Entity::find()
        .filter(question::Column::ParkedOn.is_in(sessions.iter().copied()))
        .limit(PARKED_MAX)
        .all(conn)
        .await?;
    let ids: Vec<ThreadId> = rows.iter().map(|row| row.thread_id).collect();
    let mut parked = channels::threads_visible_to(conn, actor, &ids).await?;
    parked.retain(|seen| seen.thread.moved_to.is_none());
    parked.sort_by_key(|seen| seen.thread.created_at);
    let on = |seen: &ThreadSeen| {
        let row = rows.iter().find(|row| row.thread_id == seen.thread.id);
        row.and_then(|row| row.parked_on)
    };
    let with_session = parked
        .into_iter()
        .filter_map(|seen| Some((on(&seen)?, seen)));
    Ok(with_session.collect())
}

pub(crate) async fn insert_question(
    tx: &Tx,
    row: Question,
    objectives: &[ObjectiveId],
) -> Result<()> {
    let thread = row.thread_id;
    let row: question::ActiveModel = row.into();
    question::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    link(tx, thread, objectives).await
}

pub(super) async fn link(tx: &Tx, thread: ThreadId, objectives: &[ObjectiveId]) -> Result<()> {
    if objectives.is_empty() {
        return Ok(());
    }
    let rows = objectives.iter().map(|id| objective::ActiveModel {
        thread_id: Set(thread),
        objective_id: Set(*id),
    });
    objective::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The row of a question, which one that was brought in does not have yet.
async fn row_of(tx: &Tx, seen: &ThreadSeen) -> Result<question::ActiveModel> {
    let id = seen.thread.id;
    let conn = tx.conn();
    if let Some(row) = question::Entity::find_by_id(id).one(&conn).await? {
        return Ok(row.into());
    }
    let row = question::ActiveModel {
        thread_id: Set(id),
        community_id: Set(seen.thread.community_id),
        session_id: Set(None),
        parked_on: Set(None),
        helped_at: Set(None),
    };
    Ok(row.insert(&conn).await?.into())
}

pub(crate) async fn set_helped(
    tx: &Tx,
    seen: &Permit<Ask, ThreadSeen>,
    at: Option<DateTime<Utc>>,
) -> Result<()> {
    let mut row = row_of(tx, seen).await?;
    row.helped_at = Set(at);
    row.update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn set_parked(
    tx: &Tx,
    seen: &Permit<Park, ThreadSeen>,
    session: Option<SessionId>,
) -> Result<()> {
    let mut row = row_of(tx, seen).await?;
    row.parked_on = Set(session);
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Notes that somebody has a question too, or not after all; says whether that is new.
pub(crate) async fn set_too(
    tx: &Tx,
    seen: &Permit<Have, ThreadSeen>,
    (person, on): (PersonId, Wish),
) -> Result<bool> {
    let id = (seen.thread.id, person);
    let conn = tx.conn();
    let changed = match on {
        Wish::On => {
            let row = too::ActiveModel {
                thread_id: Set(id.0),
                person_id: Set(person),
                at: Set(tx.now()),
            };
            too::Entity::insert(row)
                .on_conflict(OnConflict::new().do_nothing().to_owned())
                .exec_without_returning(&conn)
                .await?
        }
        Wish::Off => {
            too::Entity::delete_by_id(id)
                .exec(&conn)
                .await?
                .rows_affected
        }
    };
    Ok(changed > 0)
}

/// Whether something should stand or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    On,
    Off,
}

pub(crate) async fn invited_to(conn: &Conn<'_>, thread: ThreadId) -> Result<Vec<PersonId>> {
    Ok(invitation::Entity::find()
        .select_only()
        .column(invitation::Column::PersonId)
        .filter(invitation::Column::ThreadId.eq(thread))
        .into_tuple()
        .all(conn)
        .await?)
}

/// How often each of these people was asked to answer since then.
pub(crate) async fn invitations_open(
    conn: &Conn<'_>,
    people: &[PersonId],
    since: DateTime<Utc>,
) -> Result<HashMap<PersonId, i64>> {
    let counts: Vec<(PersonId, i64)> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::PersonId)
        .column_as(invitation::Column::ThreadId.count(), "invitations")
        .filter(invitation::Column::PersonId.is_in(people.iter().copied()))
        .filter(invitation::Column::At.gte(since))
        .group_by(invitation::Column::PersonId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counts.into_iter().collect())
}

pub(crate) async fn invite(
    tx: &Tx,
    seen: &Permit<Invite, ThreadSeen>,
    (person, by): (PersonId, PersonId),
) -> Result<()> {
    let row = invitation::ActiveModel {
        thread_id: Set(seen.thread.id),
        person_id: Set(person),
        at: Set(tx.now()),
        invited_by: Set(by),
    };
    invitation::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Who had the merged question has the one that took it in, and so with all else that is known of it.
pub(crate) async fn merge_question(tx: &Tx, from: &ThreadSeen, into: &ThreadSeen) -> Result<()> {
    let conn = tx.conn();
    let nothing = || OnConflict::new().do_nothing().to_owned();
    let (old, new) = (from.thread.id, into.thread.id);
    let too: Vec<too::Model> = too::Entity::find()
        .filter(too::Column::ThreadId.eq(old))
        .all(&conn)
        .await?;
    for row in too
        .into_iter()
        .filter(|row| !into.thread.is_by(Actor::Person(row.person_id)))
    {
        let row = too::ActiveModel::from(too::Model {
            thread_id: new,
            ..row
        });
        too::Entity::insert(row.reset_all())
            .on_conflict(nothing())
            .exec_without_returning(&conn)
            .await?;
    }
    let links = objective::Entity::find().filter(objective::Column::ThreadId.eq(old));
    let links: Vec<ObjectiveId> = links
        .all(&conn)
        .await?
        .iter()
        .map(|it| it.objective_id)
        .collect();
    link(tx, new, &links).await?;
    let Some(before) = question::Entity::find_by_id(old).one(&conn).await? else {
        return Ok(());
    };
    let mut row = row_of(tx, into).await?;
    let own = |own: &sea_orm::ActiveValue<Option<SessionId>>| own.clone().take().flatten();
    row.parked_on = Set(own(&row.parked_on).or(before.parked_on));
    row.session_id = Set(own(&row.session_id).or(before.session_id));
    if into.thread.accepted_post_id.is_none() && from.thread.accepted_post_id.is_some() {
        row.helped_at = Set(before.helped_at);
    }
    row.update(&conn).await?;
    // What will be covered is what took it in.
    let gone = question::ActiveModel {
        thread_id: Set(old),
        parked_on: Set(None),
        ..Default::default()
    };
    gone.update(&conn).await?;
    Ok(())
}
