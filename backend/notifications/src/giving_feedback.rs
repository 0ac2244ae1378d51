//! Who is told of feedback: who may hand something in, who is asked to look at it, who gets feedback, and
//! those who lead where nobody can look.
use crate::announcing::{Telling, settle, settle_kind, tell_people, tell_quietly};
use crate::{NoticeFacts, NoticeKind};
use communities::Role;
use feedback::{
    EvidenceChanged, EvidenceNews, FeedbackChanged, FeedbackNews, FeedbackRoundState, FeedbackSeen,
    FeedbackState, RoundChanged, RoundMoved, RoundNews,
};
use kernel::{Actor, Error, Event, Fact, FeedbackId, PersonId, Result, Tx};

/// Tells of what a fact says about feedback.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        RoundChanged::KIND => match fact.as_event::<RoundChanged>() {
            Some(it) => round(tx, fact, it).await,
            None => Ok(()),
        },
        EvidenceChanged::KIND => match fact.as_event::<EvidenceChanged>() {
            Some(it) => evidence(tx, fact, it).await,
            None => Ok(()),
        },
        FeedbackChanged::KIND => match fact.as_event::<FeedbackChanged>() {
            Some(it) => asked(tx, fact, it).await,
            None => Ok(()),
        },
        RoundMoved::KIND => match fact.as_event::<RoundMoved>() {
            Some(it) => leads(tx, fact, it).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Those who learn are asked to hand something in, until it is closed.
async fn round(tx: &Tx, fact: &Fact, it: RoundChanged) -> Result<()> {
    let about = it.feedback_round.to_string();
    match it.news {
        RoundNews::Opened => {}
        RoundNews::Changed | RoundNews::Reopened => return Ok(()),
        // What nobody can look at goes on, for those who lead.
        RoundNews::Closed => {
            return settle_kind(tx, &about, NoticeKind::FeedbackRoundOpened).await;
        }
        RoundNews::Cancelled => return settle(tx, &about, None).await,
    }
    let seen = feedback::round_seen(&tx.conn(), Actor::System, it.feedback_round).await?;
    if seen.round.state(tx.now()) != FeedbackRoundState::Open {
        return Ok(());
    }
    let standings = communities::standings(&tx.conn(), it.community).await?;
    let told: Vec<PersonId> = standings
        .into_iter()
        .filter(|(person, standing)| standing.role == Role::Learner && Some(*person) != fact.actor)
        .map(|(person, _)| person)
        .collect();
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::FeedbackRoundOpened,
        about,
        thread: None,
        facts: NoticeFacts {
            title: seen.round.title,
            at: seen.round.closes_at,
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &told).await
}

/// Who handed in is asked no more, and reads what feedback they got.
async fn evidence(tx: &Tx, fact: &Fact, it: EvidenceChanged) -> Result<()> {
    let given = match (it.news, it.feedback) {
        (EvidenceNews::GotFeedback, Some(given)) => given,
        (EvidenceNews::HandedIn, _) => {
            return settle(tx, &it.feedback_round.to_string(), Some(it.person)).await;
        }
        (EvidenceNews::Withdrawn, _) => {
            return settle(tx, &it.evidence.to_string(), Some(it.person)).await;
        }
        (EvidenceNews::ReadersChanged, _) | (EvidenceNews::GotFeedback, None) => return Ok(()),
    };
    let Some(seen) = standing(tx, given).await? else {
        return Ok(());
    };
    let by = identity::person_by_id(&tx.conn(), seen.feedback.person_id).await?;
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::FeedbackReceived,
        about: it.evidence.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: by.map(|it| it.name).unwrap_or_default(),
            words: Some(seen.evidence.round.round.title.clone()),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    // The reply itself has its letter.
    tell_quietly(tx, &telling, &[it.person]).await
}

async fn asked(tx: &Tx, fact: &Fact, it: FeedbackChanged) -> Result<()> {
    let about = it.feedback.to_string();
    let kind = match it.news {
        FeedbackNews::Asked => NoticeKind::FeedbackAsked,
        FeedbackNews::Reminded => NoticeKind::FeedbackReminder,
        FeedbackNews::Marked => return Ok(()),
        FeedbackNews::Given
        | FeedbackNews::Declined
        | FeedbackNews::PassedOn
        | FeedbackNews::Released => return settle(tx, &about, Some(it.person)).await,
    };
    if fact.actor == Some(it.person) {
        return Ok(()); // they asked themself
    }
    let Some(seen) = standing(tx, it.feedback).await? else {
        return Ok(());
    };
    if seen.feedback.state() != FeedbackState::Asked {
        return Ok(()); // what went on meanwhile is no news
    }
    let author = identity::person_by_id(&tx.conn(), seen.evidence.evidence.person_id).await?;
    let telling = Telling {
        community: it.community,
        kind,
        about,
        thread: None,
        facts: NoticeFacts {
            title: author.map(|it| it.name).unwrap_or_default(),
            at: Some(seen.feedback.due_at),
            words: Some(seen.evidence.round.round.title.clone()),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}

/// Those who lead are told of what nobody can look at, until somebody can.
async fn leads(tx: &Tx, fact: &Fact, it: RoundMoved) -> Result<()> {
    let Some(with_nobody) = it.with_nobody else {
        return Ok(());
    };
    let about = it.feedback_round.to_string();
    if with_nobody == 0 {
        return settle_kind(tx, &about, NoticeKind::FeedbackWithNobody).await;
    }
    let leads = communities::leads_of(&tx.conn(), &[it.community]).await?;
    let leads: Vec<PersonId> = leads.into_values().flatten().map(|it| it.id).collect();
    let seen = feedback::round_seen(&tx.conn(), Actor::System, it.feedback_round).await?;
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::FeedbackWithNobody,
        about,
        thread: None,
        facts: NoticeFacts {
            title: seen.round.title,
            count: i32::try_from(with_nobody).ok(),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &leads).await
}

async fn standing(tx: &Tx, id: FeedbackId) -> Result<Option<FeedbackSeen>> {
    match feedback::feedback_seen(&tx.conn(), Actor::System, id).await {
        Ok(seen) => Ok(Some(seen)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
