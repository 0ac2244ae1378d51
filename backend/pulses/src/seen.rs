//! What is shown of a pulse: the one way from answers to numbers, for pages and for tables alike.
use crate::change::{Wave, change};
use crate::policy::Results;
use crate::results::item_results;
use crate::tables::Answer;
use crate::{
    Change, ItemResults, Pulse, PulseKind, PulseSeen, PulseState, Question, QuestionKind, store,
};
use chrono::{DateTime, Utc};
use kernel::{Actor, CommunityId, Conn, Permit, PersonId, Policy, PulseId, Result};
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

/// What may be shown.
#[derive(Clone, Debug, Default)]
pub struct PulseResults {
    /// How many answered; nothing where they are too few.
    pub respondents: Option<usize>,
    pub items: Vec<(Question, ItemResults)>,
    pub changes: Vec<Change>,
    pub withheld: Option<Withheld>,
}

/// Why nothing at all is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It is not over.
    Open,
    /// Too few answered.
    TooFew,
    /// More filled in an open form than there are people: most of them are nobody.
    TooMany,
}

type Answers = HashMap<PulseId, Vec<(Question, Vec<Answer>)>>;

/// The results of these pulses, for who may see them; of their series, the changes between those waves
/// that they may see. What they need is read once for all of them.
///
/// # Errors
/// When the database fails.
pub async fn results_of(
    conn: &Conn<'_>,
    seen: &[Permit<Results, PulseSeen>],
    now: DateTime<Utc>,
) -> Result<HashMap<PulseId, PulseResults>> {
    let closed: Vec<_> = seen
        .iter()
        .filter(|it| it.pulse.state(now) == PulseState::Closed)
        .collect();
    let waves = waves_of(conn, &closed, now).await?;
    let all = waves.values().flatten().map(|it| it.pulse.id);
    let mut ids: Vec<PulseId> = all.chain(closed.iter().map(|it| it.pulse.id)).collect();
    ids.sort_unstable();
    ids.dedup();
    let answers = answers_of(conn, &ids).await?;
    let there = people_there(conn, &closed).await?;
    let shown = seen.iter().map(|it| {
        let pulse = &it.pulse;
        let results = match pulse.state(now) {
            PulseState::Closed => {
                let waves = waves.get(&pulse.series_id).map_or(&[][..], Vec::as_slice);
                shown(pulse, (waves, &answers), there.get(&pulse.id).copied())
            }
            _ => PulseResults::nothing(Withheld::Open),
        };
        (pulse.id, results)
    });
    Ok(shown.collect())
}

/// The waves of each series that may be shown.
async fn waves_of(
    conn: &Conn<'_>,
    closed: &[&Permit<Results, PulseSeen>],
    now: DateTime<Utc>,
) -> Result<HashMap<PulseId, Vec<PulseSeen>>> {
    let repeated = closed
        .iter()
        .filter(|it| matches!(it.pulse.kind, PulseKind::Baseline | PulseKind::FollowUp));
    let series: Vec<PulseId> = repeated.map(|it| it.pulse.series_id).collect();
    let Some(actor) = closed.first().map(|it| it.actor()) else {
        return Ok(HashMap::new());
    };
    if series.is_empty() {
        return Ok(HashMap::new());
    }
    let all = store::pulses_of_series(conn, actor, &series).await?;
    let mut of: HashMap<PulseId, Vec<PulseSeen>> = HashMap::new();
    for it in shown_waves(all, actor, now) {
        of.entry(it.pulse.series_id).or_default().push(it);
    }
    Ok(of)
}

/// What may be shown of one that has closed; of a form, where so many people can have filled it in.
fn shown(
    pulse: &Pulse,
    (waves, answers): (&[PulseSeen], &Answers),
    there: Option<usize>,
) -> PulseResults {
    let own = answers.get(&pulse.id).map_or(&[][..], Vec::as_slice);
    let enough = pulse.threshold();
    let respondents = respondents(own);
    if there.is_some_and(|there| respondents > there) {
        return PulseResults::nothing(Withheld::TooMany);
    }
    let is_enough = checkins::may_show(respondents, enough);
    let items = own.iter().map(|(question, answers)| {
        let answers: Vec<&Answer> = answers.iter().collect();
        let shown = match is_enough {
            true => item_results(question, &answers, enough),
            false => ItemResults::default(),
        };
        (question.clone(), shown)
    });
    PulseResults {
        respondents: is_enough.then_some(respondents),
        items: items.collect(),
        changes: changes(waves, answers, enough),
        withheld: (!is_enough).then_some(Withheld::TooFew),
    }
}

impl PulseResults {
    fn nothing(withheld: Withheld) -> Self {
        Self {
            withheld: Some(withheld),
            ..Self::default()
        }
    }
}

/// How many people can have filled in each of those that are forms: who belongs there, or did when it
/// opened.
async fn people_there(
    conn: &Conn<'_>,
    closed: &[&Permit<Results, PulseSeen>],
) -> Result<HashMap<PulseId, usize>> {
    let forms: Vec<&Pulse> = closed
        .iter()
        .map(|it| &it.pulse)
        .filter(|it| it.kind == PulseKind::Reaction)
        .collect();
    let ids: Vec<PulseId> = forms.iter().map(|it| it.id).collect();
    let then = store::people_of(conn, &ids).await?;
    let mut members: HashMap<CommunityId, BTreeSet<PersonId>> = HashMap::new();
    let mut there = HashMap::new();
    for form in forms {
        if let Entry::Vacant(place) = members.entry(form.community_id) {
            let standings = communities::standings(conn, form.community_id).await?;
            place.insert(standings.into_keys().collect());
        }
        let now = members.get(&form.community_id).into_iter().flatten();
        let then = then.get(&form.id).into_iter().flatten();
        let people: BTreeSet<&PersonId> = now.chain(then).collect();
        there.insert(form.id, people.len());
    }
    Ok(there)
}

fn shown_waves(all: Vec<PulseSeen>, actor: Actor, now: DateTime<Utc>) -> Vec<PulseSeen> {
    let shown = all.into_iter().filter(|it| {
        it.pulse.state(now) == PulseState::Closed && Policy::<Results>::verdict(it, &actor).allows()
    });
    shown.collect()
}

async fn answers_of(conn: &Conn<'_>, pulses: &[PulseId]) -> Result<Answers> {
    let asked = store::questions_of(conn, pulses).await?;
    let ids: Vec<_> = asked.values().flatten().map(|it| it.id).collect();
    let mut given = store::answers_to(conn, &ids).await?;
    let mut of: Answers = HashMap::new();
    for (pulse, questions) in asked {
        let answered = questions.into_iter().map(|question| {
            let answers = given.remove(&question.id).unwrap_or_default();
            (question, answers)
        });
        of.insert(pulse, answered.collect());
    }
    Ok(of)
}

/// How many people, or browsers, answered anything.
fn respondents(answers: &[(Question, Vec<Answer>)]) -> usize {
    let all = answers.iter().flat_map(|(_, answers)| answers);
    let people: BTreeSet<&[u8]> = all.map(|it| it.pseudonym.as_slice()).collect();
    people.len()
}

fn changes(waves: &[PulseSeen], answers: &Answers, enough: usize) -> Vec<Change> {
    let Some(baseline) = waves.iter().find(|it| it.pulse.wave == 0) else {
        return Vec::new();
    };
    let Some(before) = answers.get(&baseline.pulse.id) else {
        return Vec::new();
    };
    let scales = before
        .iter()
        .filter(|(question, _)| question.kind == QuestionKind::Scale);
    let mut found = Vec::new();
    for (question, first) in scales {
        let first = values(first);
        for it in waves.iter().filter(|it| it.pulse.wave > 0) {
            let later = answers.get(&it.pulse.id).into_iter().flatten();
            let later = later.filter(|(other, _)| other.item == question.item);
            let later: Wave = later.flat_map(|(_, answers)| values(answers)).collect();
            found.push(Change {
                item: question.item.clone(),
                words: question.words.clone(),
                wave: it.pulse.wave,
                shown: change(&first, &later, enough),
            });
        }
    }
    found
}

fn values(answers: &[Answer]) -> Wave {
    let chosen = answers
        .iter()
        .filter_map(|it| Some((it.pseudonym.clone(), i64::from(it.choice?))));
    chosen.collect()
}
