//! When a pulse opens, and what it asks unless somebody says otherwise.
use super::somebody;
use crate::templates::{About, Template, Words};
use crate::{Pulse, PulseKind};
use checkins::{Language, after_session, closing};
use chrono::{DateTime, Utc};
use communities::{Ask, WorkCalendar};
use kernel::{Actor, CommunityId, Conn, Error, Result, SessionId, permit};
use sessions::Session;
use std::ops::RangeInclusive;

const DAYS_AFTER_MAX: i32 = 365;
const DAYS_TO_APPLY: RangeInclusive<i32> = 14..=28;

/// The session that a pulse follows, which is of its community and takes place.
pub(super) async fn followed(
    conn: &Conn<'_>,
    actor: Actor,
    (community, session): (CommunityId, Option<SessionId>),
) -> Result<Option<Session>> {
    let followed = sessions::session_to_follow(conn, actor, (community, session)).await?;
    Ok(followed.map(|seen| seen.session))
}

/// Whom and what a form about a session asks about.
pub(super) async fn about(conn: &Conn<'_>, session: Option<&Session>) -> Result<About> {
    let Some(session) = session else {
        return Ok(About::default());
    };
    let leads: Vec<_> = session
        .lead_id
        .into_iter()
        .chain(session.backup_id)
        .collect();
    let people = identity::people_by_ids(conn, &leads).await?;
    let found = leads
        .iter()
        .filter_map(|id| people.iter().find(|person| person.id == *id));
    Ok(About {
        leaders: found
            .map(|person| (person.id.to_string(), person.name.clone()))
            .collect(),
        objectives: sessions::objectives_of_session(conn, session.id).await?,
    })
}

/// The words for somebody, in their language.
pub(super) async fn words_for(conn: &Conn<'_>, actor: Actor) -> Result<Words> {
    let person = identity::person_by_id(conn, somebody(actor)?).await?;
    let person = person.ok_or(Error::NotFound("person"))?;
    Ok(Words(Language::of(&person.preferences.language)))
}

/// What can be asked in a community, after this session if one is given.
///
/// # Errors
/// `NotFound` when there is no such community or session for the asker; `Forbidden` for who does not
/// lead there.
pub async fn templates_for(
    conn: &Conn<'_>,
    actor: Actor,
    (community, session): (CommunityId, Option<SessionId>),
) -> Result<Vec<Template>> {
    let place = communities::community_seen(conn, actor, community).await?;
    permit::<Ask, _>(actor, place)?;
    let session = followed(conn, actor, (community, session)).await?;
    let about = about(conn, session.as_ref()).await?;
    let words = words_for(conn, actor).await?;
    let mut kinds = vec![PulseKind::Transfer, PulseKind::Baseline];
    if session.is_some() {
        kinds.insert(0, PulseKind::Reaction);
    }
    let templates = kinds.into_iter().map(|kind| words.template(kind, &about));
    Ok(templates.collect())
}

/// When a pulse opens that follows a session: what is asked on the way out when it ends, the rest so
/// many days after it in the morning.
pub(super) fn opening_after(
    kind: PulseKind,
    (ends_at, days): (DateTime<Utc>, i32),
    calendar: &WorkCalendar,
) -> DateTime<Utc> {
    match (kind, days) {
        (PulseKind::Reaction, 0) => ends_at,
        _ => after_session(ends_at, days, calendar),
    }
}

/// How many days after its session it may open. What came of it shows after two weeks, and after four it
/// is remembered no longer.
pub(super) fn window(kind: PulseKind) -> RangeInclusive<i32> {
    match kind {
        PulseKind::Transfer => DAYS_TO_APPLY,
        PulseKind::Reaction | PulseKind::Baseline | PulseKind::FollowUp => 0..=DAYS_AFTER_MAX,
    }
}

/// That it opens on such a day, on `field`.
pub(super) fn outside(field: &'static str, kind: PulseKind) -> Error {
    let (first, last) = window(kind).into_inner();
    Error::invalid(field, format!("{first} to {last} days after the session"))
}

/// Holds an instant that somebody said to the days after the session in which its kind is of use. Where
/// people began is asked before it, too.
///
/// # Errors
/// `Invalid` on `opensAt` when it lies outside.
pub(super) async fn within_window(conn: &Conn<'_>, row: &Pulse) -> Result<()> {
    let asks_what_came = matches!(row.kind, PulseKind::Transfer | PulseKind::Reaction);
    let Some(session) = row.session_id.filter(|_| asks_what_came) else {
        return Ok(());
    };
    let held = sessions::session_seen(conn, Actor::System, session).await?;
    let calendar = communities::calendar_of(conn, row.community_id).await?;
    let days = calendar.day_of(row.opens_at) - calendar.day_of(held.session.ends_at);
    let window = window(row.kind);
    let window = i64::from(*window.start())..=i64::from(*window.end());
    match window.contains(&days.num_days()) {
        true => Ok(()),
        false => Err(outside("opensAt", row.kind)),
    }
}

/// When a follow-up opens that follows no session.
pub(super) fn opening_of_wave(baseline: &Pulse, wave: i32) -> DateTime<Utc> {
    closing(baseline.opens_at, wave, baseline.tz())
}

/// What is asked again is asked once the one before has closed; `series` in its order.
///
/// # Errors
/// `Invalid` on `daysOpen` when two of them would be open at once.
pub(super) fn apart(series: &[Pulse]) -> Result<()> {
    let meet = |two: &[Pulse]| matches!(two, [one, next] if one.closes_at > next.opens_at);
    match series.windows(2).any(meet) {
        true => Err(Error::invalid(
            "daysOpen",
            "it would still be open when it is asked again: let it be open for fewer days",
        )),
        false => Ok(()),
    }
}
