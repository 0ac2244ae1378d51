//! Who is told of a pulse: each person it asks, when they are asked, and twice more if they wait.
use crate::announcing::{Telling, settle, settle_those, tell_people};
use crate::{NoticeFacts, NoticeKind, store};
use kernel::{Actor, Error, Event, Fact, Result, Tx};
use pulses::{Asking, News, PulseAnswered, PulseAsked, PulseChanged, PulseState};

/// Tells of what a fact says about pulses.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        PulseAsked::KIND => match fact.as_event::<PulseAsked>() {
            Some(it) => ask(tx, fact, it).await,
            None => Ok(()),
        },
        PulseAnswered::KIND => match fact.as_event::<PulseAnswered>() {
            // The fact says neither who nor when, and what is settled is dated like it.
            Some(it) => {
                let tx = tx.at(fact.happened_at);
                let open = store::open_though_done(&tx.conn(), it.pulse).await?;
                settle_those(&tx, open).await
            }
            None => Ok(()),
        },
        PulseChanged::KIND => match fact.as_event::<PulseChanged>() {
            Some(it) if matches!(it.news, News::Closed | News::Cancelled) => {
                settle(tx, &it.pulse.to_string(), None).await
            }
            Some(_) | None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn ask(tx: &Tx, fact: &Fact, it: PulseAsked) -> Result<()> {
    let conn = tx.conn();
    let seen = match pulses::pulse_seen(&conn, Actor::System, it.pulse).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    // What is over, or was answered since, is no news.
    let is_open = seen.pulse.state(tx.now()) == PulseState::Open;
    if !is_open || !pulses::is_waited_for(&conn, it.pulse, it.person).await? {
        return Ok(());
    }
    let asked = pulses::questions_of(&conn, &[it.pulse]).await?;
    let minutes = asked.get(&it.pulse).map_or(0, |it| pulses::minutes_of(it));
    let telling = Telling {
        community: it.community,
        kind: match it.asking {
            Asking::First => NoticeKind::PulseAsked,
            Asking::Again => NoticeKind::PulseReminder,
        },
        about: it.pulse.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: seen.pulse.title.clone(),
            at: Some(seen.pulse.closes_at),
            minutes: i32::try_from(minutes).ok(),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}
