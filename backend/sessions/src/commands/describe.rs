//! Sessions are planned and described.
use super::permitted;
use crate::store::{SESSIONS_MAX, insert_part, insert_session};
use crate::times::PartTime;
use crate::{
    Part, PartPlan, Plan, Session, SessionAspect, SessionChanged, SessionCreated, SessionFormat,
    SessionSeen, SessionState, life, parse, parse_parts, store,
};
use async_graphql::{InputObject, MaybeUndefined};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use communities::{Community, CommunitySeen, Manage, members_among};
use kernel::{
    Actor, Command, CommunityId, Conn, Error, Mentions, ObjectiveId, Permit, PersonId, Result,
    SessionId, Tx, permit,
};
use std::collections::HashSet;

const JOIN_MINUTES_BEFORE: i32 = 10;
const JOIN_MINUTES_AFTER: i32 = 15;

/// Plans a session. It is a draft, which only those who plan and lead it see.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateSessionInput")]
pub struct CreateSession {
    /// In which community.
    pub community: CommunityId,
    /// 1 to 120 characters.
    pub title: String,
    /// What it is about: Markdown, at most 64 KB.
    pub about: Option<String>,
    /// How people come together.
    pub format: SessionFormat,
    /// When: 1 to 20 parts, none while another lasts.
    pub parts: Vec<PartPlan>,
    /// How many learners there is room for, 1 to 10,000.
    pub capacity: Option<i32>,
    /// The room, at most 200 characters.
    pub place: Option<String>,
    /// The address of the video call.
    pub join_url: Option<String>,
    /// How many minutes before a part learners see the address; 10 when absent.
    pub join_minutes_before: Option<i32>,
    /// How many minutes after a part they still see it; 15 when absent.
    pub join_minutes_after: Option<i32>,
    /// The member who leads it.
    pub lead: Option<PersonId>,
    /// The member who steps in.
    pub backup: Option<PersonId>,
    /// Which objectives of the program it serves.
    pub objectives: Option<Vec<ObjectiveId>>,
    /// Made of `about` before the transaction.
    #[graphql(skip)]
    pub about_html: String,
}

#[async_trait]
impl Command for CreateSession {
    type Done = Session;

    async fn prepare(&mut self, _: &Conn<'_>, _: Actor) -> Result<()> {
        if let Some(about) = &mut self.about {
            (*about, self.about_html) = rendered(about)?;
        }
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen = communities::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let community = seen.into_subject().community;
        let times = parse_parts(&self.parts, &community.zone)?;
        let row = self.row(tx, &times).await?;
        instructors(tx, &community, [self.lead, self.backup]).await?;
        let objectives = self.objectives.as_deref().unwrap_or_default();
        let objectives = own_objectives(&tx.conn(), community.id, objectives).await?;

        let session = insert_session(tx, row).await?;
        for (number, time) in (1..).zip(times) {
            insert_part(tx, new_part(tx, session.id, (number, time))).await?;
        }
        store::replace_session_objectives(tx, session.id, &objectives).await?;
        let fact = SessionCreated {
            community: community.id,
            session: session.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

impl CreateSession {
    async fn row(&self, tx: &Tx, times: &[PartTime]) -> Result<Session> {
        let (number, count) = store::next_number(&tx.conn(), self.community).await?;
        if count >= SESSIONS_MAX {
            return Err(Error::conflict(
                "a community has at most 200 sessions; plan this one in another",
            ));
        }
        let (starts_at, ends_at) = span_of(times, tx.now());
        let (before, after) = (self.join_minutes_before, self.join_minutes_after);
        let before = before.unwrap_or(JOIN_MINUTES_BEFORE);
        let after = after.unwrap_or(JOIN_MINUTES_AFTER);
        Ok(Session {
            id: tx.id(),
            community_id: self.community,
            number,
            title: parse::title(&self.title)?,
            about: self.about.clone().unwrap_or_default(),
            about_html: self.about_html.clone(),
            format: self.format,
            state: SessionState::Draft,
            state_reason: None,
            capacity: self.capacity.map(parse::capacity).transpose()?,
            place: parse::place(self.place.as_deref().unwrap_or_default())?,
            join_url: parse::link("joinUrl", self.join_url.as_deref().unwrap_or_default())?,
            join_minutes_before: parse::join_minutes("joinMinutesBefore", before)?,
            join_minutes_after: parse::join_minutes("joinMinutesAfter", after)?,
            lead_id: self.lead,
            backup_id: self.backup,
            sequence: 0,
            starts_at,
            ends_at,
            created_at: tx.now(),
            changed_at: tx.now(),
            published_at: None,
            closed_at: None,
        })
    }
}

/// Changes what a session is. What is not given stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateSessionInput")]
pub struct UpdateSession {
    /// Which one.
    pub session: SessionId,
    /// 1 to 120 characters.
    pub title: Option<String>,
    /// What it is about: Markdown, at most 64 KB. An empty text takes it away.
    pub about: Option<String>,
    /// How people come together.
    pub format: Option<SessionFormat>,
    /// How many learners there is room for, 1 to 10,000; null for any number.
    pub capacity: MaybeUndefined<i32>,
    /// The room, at most 200 characters. An empty text takes it away.
    pub place: Option<String>,
    /// The address of the video call. An empty text takes it away.
    pub join_url: Option<String>,
    /// How many minutes before a part learners see the address.
    pub join_minutes_before: Option<i32>,
    /// How many minutes after a part they still see it.
    pub join_minutes_after: Option<i32>,
    /// The member who leads it; null for nobody.
    pub lead: MaybeUndefined<PersonId>,
    /// The member who steps in; null for nobody.
    pub backup: MaybeUndefined<PersonId>,
    /// Which objectives of the program it serves: all of them.
    pub objectives: Option<Vec<ObjectiveId>>,
    /// Made of `about` before the transaction.
    #[graphql(skip)]
    pub about_html: String,
}

#[async_trait]
impl Command for UpdateSession {
    type Done = Session;

    async fn prepare(&mut self, _: &Conn<'_>, _: Actor) -> Result<()> {
        if let Some(about) = &mut self.about {
            (*about, self.about_html) = rendered(about)?;
        }
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Plan, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::open_to_change(&seen.session)?;
        let SessionSeen {
            session: before,
            community,
            ..
        } = seen.into_subject();
        let mut session = self.described(before.clone())?;
        instructors(tx, &community, [session.lead_id, session.backup_id]).await?;
        let mut aspects = aspects_between(&before, &session);
        if let Some(objectives) = &self.objectives {
            let objectives = own_objectives(&tx.conn(), community.id, objectives).await?;
            store::replace_session_objectives(tx, session.id, &objectives).await?;
            aspects.push(SessionAspect::Objectives);
        }
        if aspects.is_empty() {
            return Ok(before);
        }
        if in_calendars(&before) != in_calendars(&session) {
            session.sequence += 1;
        }
        session.changed_at = tx.now();
        let session = store::update_session(tx, session).await?;
        let fact = SessionChanged {
            community: community.id,
            session: session.id,
            aspects,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

impl UpdateSession {
    fn described(&self, mut session: Session) -> Result<Session> {
        if let Some(title) = &self.title {
            session.title = parse::title(title)?;
        }
        if let Some(about) = &self.about {
            session.about.clone_from(about);
            session.about_html.clone_from(&self.about_html);
        }
        session.format = self.format.unwrap_or(session.format);
        match self.capacity {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => session.capacity = None,
            MaybeUndefined::Value(seats) => session.capacity = Some(parse::capacity(seats)?),
        }
        if let Some(place) = &self.place {
            session.place = parse::place(place)?;
        }
        if let Some(link) = &self.join_url {
            session.join_url = parse::link("joinUrl", link)?;
        }
        if let Some(minutes) = self.join_minutes_before {
            session.join_minutes_before = parse::join_minutes("joinMinutesBefore", minutes)?;
        }
        if let Some(minutes) = self.join_minutes_after {
            session.join_minutes_after = parse::join_minutes("joinMinutesAfter", minutes)?;
        }
        if !self.lead.is_undefined() {
            session.lead_id = self.lead.value().copied();
        }
        if !self.backup.is_undefined() {
            session.backup_id = self.backup.value().copied();
        }
        Ok(session)
    }
}

/// What people see of a session in their calendars, beside when it is. The link to it is in none.
fn in_calendars(session: &Session) -> (&str, Option<&str>) {
    (&session.title, session.place.as_deref())
}

fn aspects_between(before: &Session, after: &Session) -> Vec<SessionAspect> {
    let described = before.title == after.title
        && before.about == after.about
        && before.format == after.format
        && before.capacity == after.capacity;
    let placed = before.place == after.place
        && before.join_url == after.join_url
        && before.join_minutes_before == after.join_minutes_before
        && before.join_minutes_after == after.join_minutes_after;
    let led = before.lead_id == after.lead_id && before.backup_id == after.backup_id;
    let same = [
        (described, SessionAspect::Description),
        (placed, SessionAspect::Place),
        (led, SessionAspect::Instructors),
    ];
    let changed = same.into_iter().filter(|(same, _)| !same);
    changed.map(|(_, aspect)| aspect).collect()
}

/// What it is about as typed and as shown. A session may have none.
fn rendered(about: &str) -> Result<(String, String)> {
    if about.trim().is_empty() {
        return Ok((String::new(), String::new()));
    }
    let about = kernel::body("about", about)?;
    let html = kernel::render(&about, &Mentions::new())?.html;
    Ok((about, html))
}

/// Who leads and who steps in are two members.
async fn instructors(
    tx: &Tx,
    community: &Community,
    [lead, backup]: [Option<PersonId>; 2],
) -> Result<()> {
    if lead.is_some() && lead == backup {
        return Err(
            Error::invalid("backup", "who steps in is somebody else than who leads")
                .hint("choose another member"),
        );
    }
    let people: HashSet<PersonId> = lead.into_iter().chain(backup).collect();
    let members = members_among(&tx.conn(), community.id, &people).await?;
    for (field, person) in [("lead", lead), ("backup", backup)] {
        if person.is_some_and(|person| !members.contains(&person)) {
            return Err(Error::invalid(field, "this person is no member here")
                .hint("add them as a member first"));
        }
    }
    Ok(())
}

/// These objectives, once each.
///
/// # Errors
/// `Invalid` on `objectives` when the community's program has no such objective.
pub(super) async fn own_objectives(
    conn: &Conn<'_>,
    community: CommunityId,
    wanted: &[ObjectiveId],
) -> Result<Vec<ObjectiveId>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let own = store::objectives_of_community(conn, community).await?;
    let own: HashSet<ObjectiveId> = own.iter().map(|objective| objective.id).collect();
    let wanted: HashSet<ObjectiveId> = wanted.iter().copied().collect();
    if !wanted.is_subset(&own) {
        return Err(Error::invalid(
            "objectives",
            "this community's program has no such objective",
        )
        .hint("choose among the objectives of the version that it runs"));
    }
    Ok(wanted.into_iter().collect())
}

/// The first start and the last end; there is always a part.
pub(super) fn span_of(times: &[PartTime], now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let starts_at = times.first().map_or(now, |time| time.starts_at);
    let ends_at = times.last().map_or(now, |time| time.ends_at);
    (starts_at, ends_at)
}

pub(super) fn new_part(tx: &Tx, session: SessionId, (number, time): (i32, PartTime)) -> Part {
    Part {
        id: tx.id(),
        session_id: session,
        number,
        starts_at: time.starts_at,
        ends_at: time.ends_at,
        zone: time.zone,
        secret: tx.secret().to_vec(),
    }
}
