//! Who is with whom in a round, as a whole: read, changed and kept again.
use crate::gather::Gathered;
use crate::matching::{Fit, Solution, assess, manages, may_stay, speak, twos};
use crate::policy::{Arrange, PairSeen, RoundSeen};
use crate::tables::{Lefts, Reasons, RulesBroken};
use crate::{Format, Pair, PairMember, PairRole, Reason, ReasonKind, Round, Rule, store};
use kernel::{PairId, Permit, PersonId, Result, Tx};
use std::collections::HashSet;

/// People who are together; those with an id are in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub id: Option<PairId>,
    pub people: Vec<PersonId>,
    pub locked: bool,
    pub by_hand: bool,
}

impl Group {
    pub fn of(seen: &PairSeen) -> Self {
        let by_hand = |reason: &Reason| reason.kind == ReasonKind::ByHand;
        Self {
            id: Some(seen.pair.id),
            people: seen.present().map(|member| member.person_id).collect(),
            locked: seen.pair.locked,
            by_hand: seen.pair.reasons.0.iter().any(by_hand),
        }
    }
}

/// Keeps who is with whom, and returns the round with what that is worth.
pub(crate) async fn keep(
    tx: &Tx,
    round: &Permit<Arrange, RoundSeen>,
    (gathered, before): (&Gathered, &[PairSeen]),
    (groups, assessed): (Vec<Group>, Option<Solution>),
) -> Result<Round> {
    let stays = |seen: &&PairSeen| {
        let group = Group::of(seen);
        groups.contains(&group)
    };
    let gone: Vec<PairId> = before
        .iter()
        .filter(|seen| !stays(seen))
        .map(|seen| seen.pair.id)
        .collect();
    store::delete_proposed(tx, round, &gone).await?;
    let known: HashSet<PairId> = before.iter().map(|seen| seen.pair.id).collect();
    let gone: HashSet<PairId> = gone.into_iter().collect();
    let is_new = |group: &&Group| {
        group
            .id
            .is_none_or(|id| gone.contains(&id) || !known.contains(&id))
    };
    let rows = groups
        .iter()
        .filter(is_new)
        .map(|group| rows(tx, &round.round, (gathered, group)))
        .collect();
    store::insert_pairs(tx, round, rows).await?;
    // Who is with somebody who does not take part any more has somebody still.
    let numbers = |group: &Group| -> Vec<usize> {
        let known = group.people.iter().filter_map(|id| gathered.at.get(id));
        known.copied().collect()
    };
    let groups = groups.iter().map(numbers).filter(|group| !group.is_empty());
    let by_hand = assessed.is_none();
    let solution = assessed.unwrap_or_else(|| assess(&gathered.problem, groups.collect()));
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let left_before = by_hand.then_some(&round.round.unpaired);
    Ok(Round {
        version: round.round.version + 1,
        unpaired: Lefts(gathered.left(&solution, left_before)),
        weight: solution.weight / 12,
        // Never rounded to what stands: only the best is called so.
        bound: solution.weight / 12 + (solution.bound - solution.weight + 11) / 12,
        repeats: count(solution.repeats),
        meetings: count(solution.meetings),
        problem: None,
        ..round.round.clone()
    })
}

fn rows(tx: &Tx, round: &Round, (gathered, group): (&Gathered, &Group)) -> (Pair, Vec<PairMember>) {
    let numbers = gathered.numbers(&group.people).unwrap_or_default();
    let above = group.by_hand.then_some(ReasonKind::ByHand);
    let (reasons, broken) = explained(gathered, (&numbers, above));
    let pair = Pair {
        id: group.id.unwrap_or_else(|| tx.id()),
        community_id: round.community_id,
        round_id: round.id,
        room_id: None,
        channel_id: None,
        thread_id: None,
        starts_at: round.starts_at,
        ends_at: round.ends_at,
        published_at: None,
        ended_at: None,
        locked: group.locked,
        reasons,
        broken,
    };
    let member = |person: &PersonId| member(&pair, *person, role_in(gathered, *person));
    let members = group.people.iter().map(member).collect();
    (pair, members)
}

/// Why a group is one, with what is said above all, and which rules of the round it breaks.
pub(crate) fn explained(
    gathered: &Gathered,
    (numbers, above): (&[usize], Option<ReasonKind>),
) -> (Reasons, RulesBroken) {
    let mut reasons = match numbers.is_empty() {
        true => Vec::new(),
        false => gathered.reasons(numbers),
    };
    let broken = broken(gathered, numbers);
    // By hand people meet again as somebody likes; else only so that nobody is alone.
    if above != Some(ReasonKind::ByHand) && broken.contains(&Rule::Cooldown) {
        reasons.retain(|reason| reason.kind != ReasonKind::MetBefore);
        reasons.insert(0, plain(ReasonKind::Again));
    }
    if let Some(above) = above {
        reasons.insert(0, plain(above));
    }
    (Reasons(reasons), RulesBroken(broken))
}

fn plain(kind: ReasonKind) -> Reason {
    Reason {
        kind,
        minutes: None,
        objective: None,
        person: None,
        text: None,
        count: None,
    }
}

pub(crate) fn member(pair: &Pair, person: PersonId, role: PairRole) -> PairMember {
    PairMember {
        pair_id: pair.id,
        person_id: person,
        role,
        joined_at: None,
        left_at: None,
        nudged_at: None,
        asked_at: None,
        met: None,
        met_note: None,
        met_at: None,
    }
}

/// What somebody is in a pair of the round.
pub(crate) fn role_in(gathered: &Gathered, person: PersonId) -> PairRole {
    if gathered.problem.rules.format != Format::Mentoring {
        return PairRole::Peer;
    }
    let part = gathered.at.get(&person);
    match part.map(|at| gathered.problem.people[*at].part) {
        Some(crate::Part::Mentor) => PairRole::Mentor,
        Some(crate::Part::Mentee) => PairRole::Mentee,
        Some(crate::Part::Peer) | None => PairRole::Peer,
    }
}

/// Which rules of the round a group breaks, of those that are the round's own.
fn broken(gathered: &Gathered, group: &[usize]) -> Vec<Rule> {
    let rules = &gathered.problem.rules;
    let mut broken: Vec<Rule> = twos(group)
        .flat_map(|(a, b)| Fit::of(&gathered.problem, a, b).broken)
        .filter(|rule| matches!(rule, Rule::Team | Rule::Cooldown | Rule::Capacity))
        .collect();
    let most = rules.size + usize::from(rules.trio || rules.format == Format::Groups);
    if group.len() > most {
        broken.push(Rule::Size);
    }
    broken.sort_unstable();
    broken.dedup();
    broken
}

/// Whether what people said for themselves lets a group be one. It is not said what of it does not, and
/// part of it counts whatever the rules are: were all rules given up, a refusal would else tell who does
/// not want to be with whom.
pub(crate) fn lets(gathered: &Gathered, people: &[PersonId]) -> bool {
    let Some(group) = gathered.numbers(people) else {
        return false;
    };
    twos(&group).all(|(a, b)| {
        let problem = &gathered.problem;
        let too_short = Fit::of(problem, a, b).broken.contains(&Rule::Overlap);
        !problem.are_apart(a, b) && !too_short && speak(problem, a, b) && !manages(problem, a, b)
    })
}

/// Whether what people said for themselves lets a group that was proposed go on being one. Rules that who
/// leads may break by hand do not count here.
pub(crate) fn stands(gathered: &Gathered, people: &[PersonId]) -> bool {
    let group = gathered.numbers(people);
    group.is_some_and(|group| may_stay(&gathered.problem, &group))
}

/// Takes somebody out of every group; what is left of one alone is none.
pub(crate) fn without(groups: &mut Vec<Group>, person: PersonId) {
    for group in groups.iter_mut() {
        if group.people.contains(&person) {
            group.people.retain(|other| *other != person);
        }
    }
    groups.retain(|group| group.people.len() > 1);
}
