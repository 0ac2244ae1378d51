//! Why these, and why not: in numbers, for others to put into words. What somebody keeps to themself is
//! never among it, nor can it be told from what is missing: who is kept apart counts as somebody who fits
//! and is with others.
use super::weigh::overlap;
use super::{Fit, Format, Problem, Rule, Solution, twos};
use std::collections::HashSet;

/// A reason for a group, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Three, because the number is odd.
    Trio,
    Mentoring,
    /// On this objective that person is stronger.
    Complements {
        objective: usize,
        person: usize,
    },
    SameGoal(u32),
    /// The fewest minutes that two of them have in common.
    Overlap(u32),
    DifferentTeam,
    DifferentSite,
    DifferentLevel,
    /// How many rounds somebody of them was left out.
    Waited(u32),
    MetBefore(u32),
    New,
    SharedLanguage(u32),
}

/// Why a group is one.
pub fn why(problem: &Problem, group: &[usize]) -> Vec<Why> {
    let people = || group.iter().map(|person| &problem.people[*person]);
    let pairs: Vec<(usize, usize)> = twos(group).collect();
    let mut reasons = Vec::new();
    match problem.rules.format {
        Format::Pairs if group.len() > 2 => reasons.push(Why::Trio),
        Format::Mentoring => reasons.push(Why::Mentoring),
        Format::Pairs | Format::Groups => {}
    }
    reasons.extend(complements(problem, group));
    if let Some(goal) = people().next().and_then(|person| person.goal)
        && people().all(|person| person.goal == Some(goal))
    {
        reasons.push(Why::SameGoal(goal));
    }
    let common = pairs
        .iter()
        .map(|(a, b)| overlap(&problem.people[*a], &problem.people[*b]));
    reasons.extend(common.min().map(Why::Overlap));
    let all_differ = |of: &dyn Fn(usize) -> Option<u32>| {
        let differ =
            |(a, b): &(usize, usize)| of(*a).is_some() && of(*b).is_some() && of(*a) != of(*b);
        !pairs.is_empty() && pairs.iter().all(differ)
    };
    let differences = [
        (
            all_differ(&|at| problem.people[at].team),
            Why::DifferentTeam,
        ),
        (
            all_differ(&|at| problem.people[at].site),
            Why::DifferentSite,
        ),
        (
            all_differ(&|at| problem.people[at].level),
            Why::DifferentLevel,
        ),
    ];
    let differences = differences.into_iter().filter(|(differ, _)| *differ);
    reasons.extend(differences.map(|(_, why)| why));
    let waited = people().map(|person| person.left_out).max().unwrap_or(0);
    if waited > 0 {
        reasons.push(Why::Waited(waited));
    }
    let times = pairs.iter().map(|(a, b)| problem.met(*a, *b).times).max();
    match times {
        Some(0) => reasons.push(Why::New),
        Some(times) => reasons.push(Why::MetBefore(times)),
        None => {}
    }
    let common = people().fold(u64::MAX, |common, person| common & person.languages);
    if common != 0 && common != u64::MAX {
        reasons.push(Why::SharedLanguage(common.trailing_zeros()));
    }
    reasons
}

/// The objective on which each of a group is most ahead of another, at most two of them.
fn complements(problem: &Problem, group: &[usize]) -> Vec<Why> {
    const SHOWN_MAX: usize = 2;
    let objectives = problem.people[group[0]].ratings.len();
    let mut gains = Vec::new();
    for objective in 0..objectives {
        let rated = group.iter().filter_map(|person| {
            let rating = problem.people[*person].ratings.get(objective).copied();
            rating.flatten().map(|rating| (rating, *person))
        });
        let rated: Vec<(u8, usize)> = rated.collect();
        let most = rated.iter().max();
        let least = rated.iter().map(|(rating, _)| *rating).min();
        if let (Some((most, person)), Some(least)) = (most, least)
            && most - least >= 2
        {
            gains.push((most - least, objective, *person));
        }
    }
    gains.sort_by_key(|(gain, objective, _)| (std::cmp::Reverse(*gain), *objective));
    gains
        .into_iter()
        .take(SHOWN_MAX)
        .map(|(_, objective, person)| Why::Complements { objective, person })
        .collect()
}

/// Why somebody has nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// No one fits under the rules.
    NobodyFits(Option<Relaxation>),
    /// All who fit are with somebody else.
    NobodyLeft(Option<Relaxation>),
    /// They were taken out by hand.
    ByHand,
}

/// The smallest change of one rule that would find somebody, and with whom that would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    pub rule: Rule,
    /// How many minutes, or people, would do.
    pub to: Option<u32>,
    pub with: Vec<usize>,
}

/// Why somebody has nobody, and what would help.
pub fn unpaired_because(problem: &Problem, solution: &Solution, person: usize) -> WhyNot {
    if problem.out.contains(&person) {
        return WhyNot::ByHand;
    }
    let others = || (0..problem.people.len()).filter(|other| *other != person);
    if others().any(|other| fits_again(problem, person, other)) {
        let by_size = one_more(problem, solution, person);
        return WhyNot::NobodyLeft(by_size.or_else(|| relaxed(problem, solution, person)));
    }
    WhyNot::NobodyFits(relaxed(problem, solution, person))
}

/// Whether two fit. Who is kept apart counts as any other: the answer is the same with and without. Who met
/// lately would meet again, if that left nobody else alone.
fn fits_again(problem: &Problem, person: usize, other: usize) -> bool {
    let broken = Fit::of(problem, person, other).broken;
    broken.iter().all(|rule| *rule == Rule::Cooldown)
}

/// Whether somebody who has nobody fits another who has nobody either, since somebody was moved by hand. Of those
/// whom the rules left so together that is not asked: a solution would have put them together, if it could.
pub(crate) fn left_over(
    problem: &Problem,
    solution: &Solution,
    (person, by_rules): (usize, &HashSet<usize>),
) -> bool {
    let settled = |other: usize| by_rules.contains(&person) && by_rules.contains(&other);
    let mut others = solution.unpaired.iter().copied();
    others.any(|other| {
        let may = other != person && !problem.out.contains(&other) && !settled(other);
        may && fits_again(problem, person, other)
    })
}

/// A group that would take them in, if one more were allowed.
fn one_more(problem: &Problem, solution: &Solution, person: usize) -> Option<Relaxation> {
    if problem.rules.format != Format::Pairs || problem.rules.trio {
        return None;
    }
    let group = solution.groups.iter().find(|group| {
        group.len() == 2
            && group
                .iter()
                .all(|other| super::weigh::fits(problem, person, *other))
    })?;
    Some(Relaxation {
        rule: Rule::Size,
        to: Some(3),
        with: group.clone(),
    })
}

/// The cheapest rule to give up for somebody; best of all for another who has nobody either.
fn relaxed(problem: &Problem, solution: &Solution, person: usize) -> Option<Relaxation> {
    let others = (0..problem.people.len()).filter(|other| *other != person);
    let able = others.filter(|other| !problem.are_apart(person, *other));
    let one_rule = able.filter_map(|other| {
        let broken = Fit::of(problem, person, other).broken;
        let [rule] = broken[..] else { return None };
        let (to, cost) = match rule {
            Rule::Overlap => {
                let minutes = overlap(&problem.people[person], &problem.people[other]);
                let minutes = Some(minutes).filter(|minutes| *minutes > 0)?;
                (Some(minutes), problem.rules.min_overlap - minutes)
            }
            // It has given way already where that helps.
            Rule::Cooldown | Rule::Capacity => return None,
            Rule::Language | Rule::Team | Rule::Manager | Rule::Size => (None, 0),
        };
        let taken = !solution.unpaired.contains(&other);
        Some((taken, rule, cost, other, to))
    });
    let (_, rule, _, other, to) = one_rule.min()?;
    Some(Relaxation {
        rule,
        to,
        with: vec![other],
    })
}
