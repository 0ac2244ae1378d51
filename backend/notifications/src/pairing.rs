//! Who is told of pairs: everybody once when a round is published, each of a pair when it is time to say
//! whether they met or somebody would like to hear from them, and who leads when somebody is paused.
use crate::announcing::{Telling, settle, tell_people};
use crate::{NoticeFacts, NoticeKind};
use checkins::Language;
use kernel::{
    Actor, CommunityId, Error, Event, Fact, PairId, PairingRoundId, PersonId, Result, Tx,
};
use pairings::{
    CommitmentChanged, LeftAlone, MeetingAsked, Nudged, PairChanged, PairSeen, Paired, Parted,
    Paused, PreferencesChanged, RoundChanged, RoundPublished, RoundReady, RoundSeen, RoundState,
};

/// Tells of what a fact says about pairs.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        Paired::KIND => match fact.as_event::<Paired>() {
            Some(it) => {
                let gone = name_of(tx, it.after).await?;
                tell(tx, fact, (it.pair, it.person, NoticeKind::Paired), gone).await
            }
            None => Ok(()),
        },
        Parted::KIND => match fact.as_event::<Parted>() {
            Some(it) => parted(tx, fact, it).await,
            None => Ok(()),
        },
        Nudged::KIND => match fact.as_event::<Nudged>() {
            Some(it) => nudge(tx, fact, it).await,
            None => Ok(()),
        },
        MeetingAsked::KIND => match fact.as_event::<MeetingAsked>() {
            Some(it) => tell(tx, fact, (it.pair, it.person, NoticeKind::PairAsked), None).await,
            None => Ok(()),
        },
        PairChanged::KIND => match fact.as_event::<PairChanged>() {
            Some(it) => done(tx, fact, (it.pair, it.person)).await,
            None => Ok(()),
        },
        CommitmentChanged::KIND => match fact.as_event::<CommitmentChanged>() {
            Some(it) => done(tx, fact, (it.pair, it.person)).await,
            None => Ok(()),
        },
        RoundPublished::KIND => match fact.as_event::<RoundPublished>() {
            Some(it) => published(tx, fact, it).await,
            None => Ok(()),
        },
        RoundReady::KIND => match fact.as_event::<RoundReady>() {
            Some(it) => ready(tx, fact, it).await,
            None => Ok(()),
        },
        RoundChanged::KIND => match fact.as_event::<RoundChanged>() {
            Some(it) => looked_at(tx, it).await,
            None => Ok(()),
        },
        LeftAlone::KIND => match fact.as_event::<LeftAlone>() {
            Some(it) => left_alone(tx, fact, it).await,
            None => Ok(()),
        },
        Paused::KIND => match fact.as_event::<Paused>() {
            Some(it) => paused(tx, fact, it).await,
            None => Ok(()),
        },
        PreferencesChanged::KIND => match fact.as_event::<PreferencesChanged>() {
            Some(it) => back(tx, it).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn pair(tx: &Tx, id: PairId) -> Result<Option<PairSeen>> {
    match pairings::pair_seen(&tx.conn(), Actor::System, id).await {
        Ok(seen) => Ok(Some(seen)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn round(tx: &Tx, id: PairingRoundId) -> Result<Option<RoundSeen>> {
    match pairings::round_seen(&tx.conn(), Actor::System, id).await {
        Ok(seen) => Ok(Some(seen)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names of everybody else of a pair, as somebody says them: "Mei Wu and Sipho Dlamini".
async fn others(tx: &Tx, seen: &PairSeen, person: PersonId) -> Result<String> {
    let others = seen.present().map(|member| member.person_id);
    let others: Vec<PersonId> = others.filter(|other| *other != person).collect();
    let people = identity::people_by_ids(&tx.conn(), &others).await?;
    let mut names: Vec<String> = people.into_iter().map(|person| person.name).collect();
    names.sort_unstable();
    let reader = identity::person_by_id(&tx.conn(), person).await?;
    let language = reader.map_or(Language::English, |it| {
        Language::of(&it.preferences.language)
    });
    let and = match language {
        Language::English => "and",
        Language::German => "und",
    };
    Ok(match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        _ => names.concat(),
    })
}

/// Tells one of a pair something of it, in the place of what they were told of it before; what became of
/// them after somebody left, in one with who that was.
async fn tell(
    tx: &Tx,
    fact: &Fact,
    (id, person, kind): (PairId, PersonId, NoticeKind),
    gone: Option<String>,
) -> Result<()> {
    let Some(seen) = pair(tx, id).await? else {
        return Ok(());
    };
    // What is over, or was said since, is no news.
    let member = seen.member(Some(person));
    let Some(member) = member.filter(|_| seen.pair.ended_at.is_none()) else {
        return Ok(());
    };
    if kind == NoticeKind::PairAsked && member.met.is_some() {
        return Ok(());
    }
    let mut words = None;
    if kind == NoticeKind::Paired {
        // Whoever waited does so no longer.
        settle(tx, &seen.pair.round_id.to_string(), Some(person)).await?;
        words = message(tx, &seen).await?;
    }
    // A pair that is told of beforehand begins later.
    let begins = Some(seen.pair.starts_at).filter(|at| *at > fact.happened_at);
    let facts = NoticeFacts {
        title: others(tx, &seen, person).await?,
        at: begins.filter(|_| kind == NoticeKind::Paired),
        until: Some(seen.pair.ends_at),
        words,
        gone,
        ..NoticeFacts::default()
    };
    tell_people(tx, &telling(fact, (&seen, kind), facts), &[person]).await
}

fn telling(fact: &Fact, (seen, kind): (&PairSeen, NoticeKind), facts: NoticeFacts) -> Telling {
    Telling {
        community: seen.pair.community_id,
        kind,
        about: seen.pair.id.to_string(),
        thread: seen.pair.thread_id,
        facts,
        at: fact.happened_at,
    }
}

/// What who leads wrote to everybody.
async fn message(tx: &Tx, seen: &PairSeen) -> Result<Option<String>> {
    let round = pairings::round_seen(&tx.conn(), Actor::System, seen.pair.round_id).await?;
    let html = round.round.message_html;
    Ok(html.map(|html| kernel::strip_markup(&html)))
}

/// Who stays hears who is with them no more; whoever leads, who left.
async fn parted(tx: &Tx, fact: &Fact, it: Parted) -> Result<()> {
    let conn = tx.conn();
    let whom = identity::person_by_id(&conn, it.whom).await?;
    let (Some(seen), Some(whom)) = (pair(tx, it.pair).await?, whom) else {
        return Ok(());
    };
    let stays = seen.member(Some(it.person)).is_some();
    let kind = match stays {
        true if seen.pair.ended_at.is_some() => return Ok(()),
        true => NoticeKind::PairLeft,
        false => NoticeKind::PairMended,
    };
    let leads = communities::leads_of(&conn, &[it.community]).await?;
    let mut leads = leads.get(&it.community).into_iter().flatten();
    if !stays && !leads.any(|lead| lead.id == it.person) {
        return Ok(()); // they left as well meanwhile
    }
    let facts = NoticeFacts {
        title: whom.name,
        until: Some(seen.pair.ends_at).filter(|_| stays),
        ..NoticeFacts::default()
    };
    let telling = Telling {
        // Their conversation is nobody else's.
        thread: seen.pair.thread_id.filter(|_| stays),
        ..telling(fact, (&seen, kind), facts)
    };
    tell_people(tx, &telling, &[it.person]).await
}

async fn name_of(tx: &Tx, person: Option<PersonId>) -> Result<Option<String>> {
    let Some(person) = person else {
        return Ok(None);
    };
    let person = identity::person_by_id(&tx.conn(), person).await?;
    Ok(person.map(|person| person.name))
}

async fn nudge(tx: &Tx, fact: &Fact, it: Nudged) -> Result<()> {
    let Some(seen) = pair(tx, it.pair).await? else {
        return Ok(());
    };
    let by = identity::person_by_id(&tx.conn(), it.by).await?;
    let (Some(by), Some(_)) = (by, seen.member(Some(it.person))) else {
        return Ok(());
    };
    let facts = NoticeFacts {
        title: by.name,
        ..NoticeFacts::default()
    };
    let telling = telling(fact, (&seen, NoticeKind::PairNudge), facts);
    tell_people(tx, &telling, &[it.person]).await
}

/// Who did something in a pair, or belongs to it no more, is waited for no longer.
async fn done(tx: &Tx, fact: &Fact, (id, person): (PairId, PersonId)) -> Result<()> {
    let goes_on =
        |seen: &PairSeen| seen.pair.ended_at.is_none() && seen.member(Some(person)).is_some();
    let over = !pair(tx, id).await?.as_ref().is_some_and(goes_on);
    match over || fact.actor == Some(person) {
        true => settle(tx, &id.to_string(), Some(person)).await,
        false => Ok(()),
    }
}

/// Who has nobody hears of it kindly; when a round is over, nobody is waited for.
async fn published(tx: &Tx, fact: &Fact, it: RoundPublished) -> Result<()> {
    let Some(round) = round(tx, it.round).await? else {
        return Ok(());
    };
    match round.round.state {
        RoundState::Published => {
            settle(tx, &it.round.to_string(), None).await?;
            let waiting = round.round.unpaired.0.iter().map(|left| left.person);
            let waiting: Vec<PersonId> = waiting.collect();
            tell_who_waits(tx, fact, (&round, &waiting), None).await
        }
        RoundState::Ended => {
            let conn = tx.conn();
            let pairs = pairings::pairs_of_rounds(&conn, Actor::System, &[it.round]).await?;
            for seen in &pairs {
                settle(tx, &seen.pair.id.to_string(), None).await?;
            }
            settle(tx, &it.round.to_string(), None).await
        }
        _ => Ok(()),
    }
}

/// What began by itself waits for who leads.
async fn ready(tx: &Tx, fact: &Fact, it: RoundReady) -> Result<()> {
    let Some(round) = round(tx, it.round).await? else {
        return Ok(());
    };
    let kind = match round.round.state {
        RoundState::Proposed if round.round.problem.is_none() => NoticeKind::PairsProposed,
        RoundState::Proposed | RoundState::Failed => NoticeKind::PairsFailed,
        _ => return Ok(()), // somebody was faster
    };
    let leads = communities::leads_of(&tx.conn(), &[it.community]).await?;
    let leads = leads.get(&it.community).into_iter().flatten();
    let leads: Vec<PersonId> = leads.map(|lead| lead.id).collect();
    let telling = Telling {
        community: it.community,
        kind,
        about: it.round.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: place_name(tx, it.community).await?,
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &leads).await
}

/// What was taken back, or is solved again, waits for nobody.
async fn looked_at(tx: &Tx, it: RoundChanged) -> Result<()> {
    let waits =
        |it: &RoundSeen| matches!(it.round.state, RoundState::Proposed | RoundState::Failed);
    let round = round(tx, it.round).await?;
    let going_on = round
        .as_ref()
        .is_some_and(|it| it.round.state == RoundState::Published);
    match going_on || round.as_ref().is_some_and(waits) {
        true => Ok(()),
        false => settle(tx, &it.round.to_string(), None).await,
    }
}

/// Who is alone since somebody left hears of it like who was never found anybody.
async fn left_alone(tx: &Tx, fact: &Fact, it: LeftAlone) -> Result<()> {
    match round(tx, it.round).await? {
        Some(round) => {
            let gone = name_of(tx, it.after).await?;
            tell_who_waits(tx, fact, (&round, &[it.person]), gone).await
        }
        None => Ok(()),
    }
}

async fn tell_who_waits(
    tx: &Tx,
    fact: &Fact,
    (round, waiting): (&RoundSeen, &[PersonId]),
    gone: Option<String>,
) -> Result<()> {
    let telling = Telling {
        community: round.round.community_id,
        kind: NoticeKind::PairWaits,
        about: round.round.id.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: place_name(tx, round.round.community_id).await?,
            gone,
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, waiting).await
}

async fn place_name(tx: &Tx, id: CommunityId) -> Result<String> {
    let place = communities::community_by_id(&tx.conn(), id).await?;
    Ok(place.map(|place| place.name).unwrap_or_default())
}

/// What the pause of somebody is told under: to them, and to who leads.
fn pause_of(community: CommunityId, whom: PersonId) -> String {
    format!("{community} {whom}")
}

/// Who takes part again is worried about no longer.
async fn back(tx: &Tx, it: PreferencesChanged) -> Result<()> {
    let conn = tx.conn();
    let Some(person) = identity::person_by_id(&conn, it.person).await? else {
        return Ok(());
    };
    let profile = pairings::profile_of(&conn, it.community, &person).await?;
    match profile.paused_at {
        Some(_) => Ok(()),
        None => settle(tx, &pause_of(it.community, it.person), None).await,
    }
}

/// The person hears that they are paused; who leads, that they are.
async fn paused(tx: &Tx, fact: &Fact, it: Paused) -> Result<()> {
    let whom = identity::person_by_id(&tx.conn(), it.whom).await?;
    let Some(whom) = whom else {
        return Ok(());
    };
    let own = it.person == it.whom;
    let telling = Telling {
        community: it.community,
        kind: match own {
            true => NoticeKind::PairPaused,
            false => NoticeKind::PairSilent,
        },
        about: pause_of(it.community, it.whom),
        thread: None,
        facts: NoticeFacts {
            title: match own {
                true => place_name(tx, it.community).await?,
                false => whom.name,
            },
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}
