//! Who is told of consultations: who asks, of what waits for them; and the colleague, where they belong
//! to the community. The colleague's letter goes by itself, so the inbox writes them no second one.
use crate::announcing::{Telling, settle, tell_people, tell_quietly};
use crate::{NoticeFacts, NoticeKind};
use consultations::{
    ColleagueTold, Consultation, ConsultationChanged, ConsultationState, News, ToColleague,
};
use kernel::{Actor, ConsultationId, Error, Event, Fact, Result, Tx};

/// Tells of what a fact says about consultations.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        ConsultationChanged::KIND => match fact.as_event::<ConsultationChanged>() {
            Some(it) => changed(tx, fact, it).await,
            None => Ok(()),
        },
        ColleagueTold::KIND => match fact.as_event::<ColleagueTold>() {
            Some(it) => colleague(tx, fact, it).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn changed(tx: &Tx, fact: &Fact, it: ConsultationChanged) -> Result<()> {
    let about = it.consultation.to_string();
    let kind = match it.news {
        News::Assigned => NoticeKind::ConsultationAssigned,
        News::Confirmed => NoticeKind::ConsultationConfirmed,
        News::Declined | News::Expired => NoticeKind::ConsultationUnanswered,
        News::Asked => return asked(tx, fact, it).await,
        News::Shared => return Ok(()),
        News::Concluded | News::Withdrawn => return settle(tx, &about, Some(it.person)).await,
    };
    let Some(row) = standing(tx, it.consultation).await? else {
        return Ok(());
    };
    // What went on meanwhile is no news.
    let fits = match it.news {
        News::Assigned => row.asked_at.is_none(),
        News::Confirmed => row.state(tx.now()) == ConsultationState::Confirmed,
        News::Declined => row.state(tx.now()) == ConsultationState::Declined,
        News::Expired => row.state(tx.now()) == ConsultationState::Expired,
        News::Asked | News::Shared | News::Concluded | News::Withdrawn => false,
    };
    if !fits || row.withdrawn_at.is_some() {
        return Ok(());
    }
    let telling = Telling {
        community: it.community,
        kind,
        about,
        thread: None,
        facts: facts(tx, &row, kind).await?,
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}

/// That nobody answered is no news any more once somebody is asked again; what a plan asks for waits on,
/// until it is concluded.
async fn asked(tx: &Tx, fact: &Fact, it: ConsultationChanged) -> Result<()> {
    let about = it.consultation.to_string();
    let Some(row) = standing(tx, it.consultation).await? else {
        return Ok(());
    };
    let is_planned = row.note.is_some() || row.due_at.is_some();
    if !is_planned || row.state(tx.now()) != ConsultationState::Asked {
        return settle(tx, &about, Some(it.person)).await;
    }
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::ConsultationAssigned,
        about,
        thread: None,
        facts: facts(tx, &row, NoticeKind::ConsultationAssigned).await?,
        at: fact.happened_at,
    };
    tell_quietly(tx, &telling, &[it.person]).await
}

async fn colleague(tx: &Tx, fact: &Fact, it: ColleagueTold) -> Result<()> {
    let about = it.consultation.to_string();
    if it.told == ToColleague::Released {
        return settle(tx, &about, Some(it.person)).await;
    }
    let Some(row) = standing(tx, it.consultation).await? else {
        return Ok(());
    };
    let waits = row.state(tx.now()) == ConsultationState::Asked;
    if !waits || row.colleague_id != Some(it.person) {
        return Ok(());
    }
    let asker = identity::person_by_id(&tx.conn(), row.person_id).await?;
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::ConsultationAsked,
        about,
        thread: None,
        facts: NoticeFacts {
            title: asker.map(|it| it.name).unwrap_or_default(),
            at: row.expires_at,
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_quietly(tx, &telling, &[it.person]).await
}

async fn standing(tx: &Tx, id: ConsultationId) -> Result<Option<Consultation>> {
    match consultations::consultation_seen(&tx.conn(), Actor::System, id).await {
        Ok(seen) => Ok(Some(seen.consultation)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What who asks reads: whom they asked, once they asked somebody; before that the session it follows, or
/// where they learn. And what the plan says.
async fn facts(tx: &Tx, row: &Consultation, kind: NoticeKind) -> Result<NoticeFacts> {
    let asked = row.colleague_name.clone();
    let title = match asked.filter(|_| kind != NoticeKind::ConsultationAssigned) {
        Some(colleague) => colleague,
        None => plan_of(tx, row).await?,
    };
    Ok(NoticeFacts {
        title,
        at: row.due_at,
        words: row.note.clone(),
        ..NoticeFacts::default()
    })
}

async fn plan_of(tx: &Tx, row: &Consultation) -> Result<String> {
    let conn = tx.conn();
    if let Some(id) = row.session_id {
        let seen = sessions::session_seen(&conn, Actor::System, id).await?;
        return Ok(seen.session.title);
    }
    let place = communities::community_by_id(&conn, row.community_id).await?;
    Ok(place.map(|it| it.name).unwrap_or_default())
}
