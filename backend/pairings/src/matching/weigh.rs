//! Whether two may be together, and what that is worth.
use super::{Candidate, Format, Part, Problem, Rule, ordered};
use std::collections::HashSet;

const DAY: u32 = 24 * 60;
/// What somebody can gain from another on all objectives together.
const COMPLEMENT_MAX: i64 = 8;
const HOURS_MAX: i64 = 8;

/// Minutes that two work at the same time in a day, wherever they are.
pub(crate) fn overlap(a: &Candidate, b: &Candidate) -> u32 {
    let common = |shift: i64| {
        let (from, to) = (
            i64::from(a.works_from),
            i64::from(a.works_from + a.works_for),
        );
        let begin = i64::from(b.works_from) + shift;
        let end = begin + i64::from(b.works_for);
        (to.min(end) - from.max(begin)).max(0)
    };
    let day = i64::from(DAY);
    let minutes = common(-day) + common(0) + common(day);
    u32::try_from(minutes).unwrap_or(0).min(DAY)
}

/// On how much one could help the other: an objective on which they differ by two or more.
fn complement(a: &Candidate, b: &Candidate) -> i64 {
    let gains = a.ratings.iter().zip(&b.ratings).map(|pair| match pair {
        (Some(a), Some(b)) => (i64::from(*a) - i64::from(*b)).abs() - 1,
        _ => 0,
    });
    gains
        .map(|gain| gain.max(0))
        .sum::<i64>()
        .min(COMPLEMENT_MAX)
}

fn same(a: Option<u32>, b: Option<u32>) -> bool {
    a.is_some() && a == b
}

fn differ(a: Option<u32>, b: Option<u32>) -> i64 {
    i64::from(a.is_some() && b.is_some() && a != b)
}

/// What the goals of the round give for two who are together.
pub(crate) fn soft(problem: &Problem, a: usize, b: usize) -> i64 {
    let (one, other) = (&problem.people[a], &problem.people[b]);
    let weights = problem.rules.weights;
    i64::from(weights.complement) * complement(one, other)
        + 4 * i64::from(weights.goal) * i64::from(same(one.goal, other.goal))
        + 4 * i64::from(weights.site) * differ(one.site, other.site)
        + 4 * i64::from(weights.level) * differ(one.level, other.level)
        + i64::from(overlap(one, other) / 60).min(HOURS_MAX)
}

/// Which rules keep two apart, of those that may be spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    pub broken: Vec<Rule>,
}

impl Fit {
    pub fn of(problem: &Problem, a: usize, b: usize) -> Self {
        let (one, other) = (&problem.people[a], &problem.people[b]);
        let rules = &problem.rules;
        let met = problem.met(a, b);
        let mentoring = rules.format == Format::Mentoring;
        let checks = [
            (Rule::Overlap, overlap(one, other) < rules.min_overlap),
            (
                Rule::Cooldown,
                met.times > 0 && met.rounds_ago <= rules.cooldown,
            ),
            (
                Rule::Language,
                rules.shared_language && !speak(problem, a, b),
            ),
            (
                Rule::Team,
                rules.different_teams && same(one.team, other.team),
            ),
            (Rule::Manager, rules.not_manager && manages(problem, a, b)),
            (
                Rule::Capacity,
                mentoring && !mentors(one, other) && !mentors(other, one),
            ),
        ];
        let broken = checks.iter().filter(|(_, breaks)| *breaks);
        Self {
            broken: broken.map(|(rule, _)| *rule).collect(),
        }
    }
}

/// Whether two have a language in common.
pub(crate) fn speak(problem: &Problem, a: usize, b: usize) -> bool {
    problem.people[a].languages & problem.people[b].languages != 0
}

/// Whether one of two reports to the other.
pub(crate) fn manages(problem: &Problem, a: usize, b: usize) -> bool {
    problem.people[a].manager == Some(b) || problem.people[b].manager == Some(a)
}

fn mentors(one: &Candidate, other: &Candidate) -> bool {
    one.part == Part::Mentor && other.part == Part::Mentee
}

/// Whether nothing keeps two apart.
pub(crate) fn fits(problem: &Problem, a: usize, b: usize) -> bool {
    !problem.are_apart(a, b) && Fit::of(problem, a, b).broken.is_empty()
}

/// Whether what people say for themselves lets a group be: whatever else a round wants of it.
pub(crate) fn may_stay(problem: &Problem, group: &[usize]) -> bool {
    const THEIRS: [Rule; 3] = [Rule::Overlap, Rule::Language, Rule::Manager];
    super::twos(group).all(|(a, b)| {
        let broken = Fit::of(problem, a, b).broken;
        !problem.are_apart(a, b) && !THEIRS.iter().any(|rule| broken.contains(rule))
    })
}

/// Every two that may be together, with all that counts in one number: more of what counts more is
/// worth more than all of the rest.
pub struct Weighed {
    people: usize,
    weights: Vec<Option<i64>>,
    /// What of that comes of how often each was left out: the same with whomever they are.
    waited: Vec<i64>,
}

impl Weighed {
    pub(crate) fn of(problem: &Problem, free: &[usize]) -> Self {
        let people = problem.people.len();
        let mut weighed = Self {
            people,
            weights: vec![None; people * people],
            waited: Vec::new(),
        };
        let kept: HashSet<(usize, usize)> = problem
            .before
            .iter()
            .flat_map(|group| super::twos(group))
            .map(|(a, b)| ordered(a, b))
            .collect();
        let steps = Steps::of(problem, free);
        weighed.waited = (0..people).map(|it| steps.waited(problem, it)).collect();
        for (a, b) in super::twos(free) {
            if fits(problem, a, b) {
                let stays = kept.contains(&ordered(a, b));
                let weight = steps.weight(problem, (a, b), i64::from(stays));
                weighed.weights[a * people + b] = Some(weight);
                weighed.weights[b * people + a] = Some(weight);
            }
        }
        weighed
    }

    pub(super) fn waited(&self, person: usize) -> i64 {
        self.waited[person]
    }

    /// What two are worth together; nothing when they may not be.
    pub fn get(&self, a: usize, b: usize) -> Option<i64> {
        self.weights[a * self.people + b]
    }
}

/// What one unit of each thing that counts is worth: more than all that counts less, together.
struct Steps {
    stays: i64,
    left_out: i64,
    repeat: i64,
    repeats_max: i64,
}

impl Steps {
    fn of(problem: &Problem, free: &[usize]) -> Self {
        let count = i64::try_from(free.len()).unwrap_or(i64::MAX).max(2);
        let weights = problem.rules.weights;
        let soft_max = i64::from(weights.complement) * COMPLEMENT_MAX
            + 4 * i64::from(weights.goal)
            + 4 * i64::from(weights.site)
            + 4 * i64::from(weights.level)
            + HOURS_MAX;
        // A change of one pair is felt in two: what stays is counted in whole pairs.
        let stays = match problem.before.is_empty() {
            true => 0,
            false => count * (soft_max + 1),
        };
        let below = stays.max(soft_max) + 1;
        let waited = free.iter().map(|person| problem.people[*person].left_out);
        let waited_max = i64::from(waited.max().unwrap_or(0)).min(1_000);
        let (left_out, above) = match waited_max > 0 && weights.fairness > 0 {
            true => (count * below, count * below * (2 * waited_max + 1)),
            false => (0, below),
        };
        let met_max = problem.met.values().map(|met| met.times).max().unwrap_or(0);
        let repeat = match weights.novelty > 0 {
            true => count * above,
            false => 0,
        };
        Self {
            stays,
            left_out,
            repeat,
            repeats_max: i64::from(met_max).min(100),
        }
    }

    /// What it is worth that somebody has anybody at all, who was left out before.
    fn waited(&self, problem: &Problem, person: usize) -> i64 {
        i64::from(problem.people[person].left_out).min(1_000) * self.left_out
    }

    /// Above nothing at all: somebody is always better than nobody.
    fn weight(&self, problem: &Problem, (a, b): (usize, usize), stays: i64) -> i64 {
        let times = i64::from(problem.met(a, b).times).min(self.repeats_max);
        1 + soft(problem, a, b)
            + stays * self.stays
            + self.waited(problem, a)
            + self.waited(problem, b)
            + (self.repeats_max - times) * self.repeat
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The minutes of a day at which somebody works, counted one by one.
    fn at_work(it: &Candidate) -> HashSet<u32> {
        let all = it.works_from..it.works_from + it.works_for;
        all.map(|minute| minute % DAY).collect()
    }

    proptest! {
        #[test]
        fn what_two_have_in_common_is_what_one_counts_also_over_midnight(
            one in (0..DAY, 0..=DAY),
            other in (0..DAY, 0..=DAY),
        ) {
            let [one, other] = [one, other].map(|(works_from, works_for)| Candidate {
                works_from,
                works_for,
                ..Candidate::default()
            });
            let both = at_work(&one).intersection(&at_work(&other)).count();
            prop_assert_eq!(overlap(&one, &other) as usize, both);
            prop_assert_eq!(overlap(&other, &one) as usize, both);
        }
    }
}
