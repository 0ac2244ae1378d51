//! Who is told of a check-in: each person it asks, when they are asked, and once more if a facilitator
//! reminds them.
use crate::announcing::{Telling, settle, tell_people};
use crate::{NoticeFacts, NoticeKind};
use checkins::{Asking, CheckInAnswered, CheckInAsked, CheckInChanged, CheckInState, News};
use kernel::{Actor, Error, Event, Fact, Result, Tx};

/// Tells of what a fact says about check-ins.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        CheckInAsked::KIND => match fact.as_event::<CheckInAsked>() {
            Some(it) => ask(tx, fact, it).await,
            None => Ok(()),
        },
        CheckInAnswered::KIND => match fact.as_event::<CheckInAnswered>() {
            Some(it) => settle(tx, &it.check_in.to_string(), Some(it.person)).await,
            None => Ok(()),
        },
        CheckInChanged::KIND => match fact.as_event::<CheckInChanged>() {
            Some(it) if matches!(it.news, News::Closed | News::Cancelled) => {
                settle(tx, &it.check_in.to_string(), None).await
            }
            Some(_) | None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn ask(tx: &Tx, fact: &Fact, it: CheckInAsked) -> Result<()> {
    let conn = tx.conn();
    let seen = match checkins::check_in_seen(&conn, Actor::System, it.check_in).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    // What is over, or was answered since, is no news.
    let is_open = seen.check_in.state(tx.now()) == CheckInState::Open;
    if !is_open || !checkins::is_waited_for(&conn, it.check_in, it.person).await? {
        return Ok(());
    }
    let asked = checkins::questions_of(&conn, &[it.check_in]).await?;
    let asked = asked
        .get(&it.check_in)
        .map_or(0, |it| checkins::minutes_of(it));
    let telling = Telling {
        community: it.community,
        kind: match it.asking {
            Asking::First => NoticeKind::CheckInAsked,
            Asking::Again => NoticeKind::CheckInReminder,
        },
        about: it.check_in.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: seen.check_in.title.clone(),
            at: Some(seen.check_in.closes_at),
            minutes: i32::try_from(asked).ok(),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}
