//! Who is put together with whom: the pure algorithm. People are numbers here, from 0.
//!
//! What counts, in this order: as many people as possible have somebody; as few as possible meet again
//! whom they met (unless novelty is worth nothing); who was left out before is not left out again (unless
//! fairness is worth nothing); of what stood before, as much as possible stays; and then what the goals
//! are worth. Of the rules the cooldown alone gives way, where fewer are alone for it.
mod again;
mod bound;
mod explain;
mod groups;
mod mentors;
mod pairs;
mod repair;
#[cfg(test)]
mod tests;
mod trios;
mod weigh;

pub(crate) use explain::left_over;
pub use explain::{Relaxation, Why, WhyNot, unpaired_because, why};
pub use repair::{Repair, repair};
pub use weigh::{Fit, Weighed};
pub(crate) use weigh::{manages, may_stay, overlap, speak};

use std::collections::{HashMap, HashSet};

/// What is made of people.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    async_graphql::Enum,
    serde::Serialize,
    serde::Deserialize,
)]
#[graphql(name = "PairingFormat")]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Two, and one group of three if the number is odd and that is allowed.
    #[default]
    Pairs,
    /// Groups of a size, and some of one more or less.
    Groups,
    /// Who knows with who learns; a mentor has as many as they take.
    Mentoring,
}

/// What somebody is in a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    #[default]
    Peer,
    Mentor,
    Mentee,
}

/// A rule of a round, by its name.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    async_graphql::Enum,
    serde::Serialize,
    serde::Deserialize,
)]
#[graphql(name = "PairingRule")]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Working hours in common.
    Overlap,
    /// So many rounds until two meet again, unless somebody would be alone for it.
    Cooldown,
    /// A language in common.
    Language,
    /// Different teams.
    Team,
    /// No manager with who reports to them.
    Manager,
    /// How many belong together.
    Size,
    /// How many a mentor takes.
    Capacity,
}

/// What the goals of a round are worth, 0 to 10 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Weights {
    pub complement: u8,
    pub goal: u8,
    pub site: u8,
    pub level: u8,
    pub novelty: u8,
    pub fairness: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            complement: 3,
            goal: 2,
            site: 1,
            level: 1,
            novelty: 5,
            fairness: 4,
        }
    }
}

/// The rules of a round.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Rules {
    pub format: Format,
    /// How many belong together; two in pairs and with a mentor.
    pub size: usize,
    pub min_overlap: u32,
    pub different_teams: bool,
    pub not_manager: bool,
    pub shared_language: bool,
    /// Who met in one of so many rounds before does not meet, unless somebody would be alone for it.
    pub cooldown: u32,
    /// Whether one group of three takes in who would be left out.
    pub trio: bool,
    pub weights: Weights,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            format: Format::Pairs,
            size: 2,
            min_overlap: 60,
            different_teams: false,
            not_manager: true,
            shared_language: true,
            cooldown: 3,
            trio: true,
            weights: Weights::default(),
        }
    }
}

/// Somebody who takes part, as far as it matters here. Words are compared by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Working hours in UTC: minutes from midnight, and how many minutes long.
    pub works_from: u32,
    pub works_for: u32,
    /// A bit for each language.
    pub languages: u64,
    pub team: Option<u32>,
    pub site: Option<u32>,
    pub level: Option<u32>,
    pub goal: Option<u32>,
    pub manager: Option<usize>,
    /// How sure they are of each objective, 1 to 5.
    pub ratings: Vec<Option<u8>>,
    pub part: Part,
    pub capacity: usize,
    /// In how many rounds they were left out.
    pub left_out: u32,
}

/// How often two were together, and how many rounds ago: 1 for the last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    pub times: u32,
    pub rounds_ago: u32,
}

/// All that a solution depends on.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub people: Vec<Candidate>,
    /// By the smaller number and the larger one.
    pub met: HashMap<(usize, usize), Met>,
    /// Who is not with whom, whatever happens; why is said to nobody.
    pub apart: HashSet<(usize, usize)>,
    pub rules: Rules,
    /// Who stays together.
    pub locked: Vec<Vec<usize>>,
    /// Who is together now; as much of it as possible stays.
    pub before: Vec<Vec<usize>>,
    /// Who is left out on purpose.
    pub out: HashSet<usize>,
}

impl Problem {
    pub fn met(&self, a: usize, b: usize) -> Met {
        self.met.get(&ordered(a, b)).copied().unwrap_or_default()
    }

    pub(crate) fn are_apart(&self, a: usize, b: usize) -> bool {
        self.apart.contains(&ordered(a, b))
    }

    /// Who is to be put together: neither locked nor left out on purpose. A mentor in a locked pair may
    /// have room for others.
    fn free(&self) -> Vec<usize> {
        let locked: HashSet<usize> = self.locked.iter().flatten().copied().collect();
        let taken = |person: &usize| {
            self.out.contains(person) || (locked.contains(person) && !idle_mentor(self, *person))
        };
        (0..self.people.len())
            .filter(|person| !taken(person))
            .collect()
    }
}

pub(crate) fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// Every two of a group.
pub(crate) fn twos(group: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let rest = move |(at, a): (usize, &usize)| {
        let a = *a;
        group[at + 1..].iter().map(move |b| (a, *b))
    };
    group.iter().enumerate().flat_map(rest)
}

/// Who is together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// The locked ones first.
    pub groups: Vec<Vec<usize>>,
    pub unpaired: Vec<usize>,
    /// What the goals of all groups are worth, in twelfths; and the bound, above which none is that keeps
    /// to the rules as well.
    pub weight: i64,
    pub bound: i64,
    /// How many twos were together before, and how many twos there are.
    pub repeats: usize,
    pub meetings: usize,
}

/// What is done at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    Weighing,
    Matching,
    Improving,
}

/// Who watches is asked between steps whether to go on; false ends it.
pub type Watch<'a> = &'a (dyn Fn(Stage, u8) -> bool + Sync);

/// How much is known of how good a division is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    /// That none is better.
    Best,
    /// How good one could be at most.
    Bounded,
}

/// Puts people together; nothing when whoever watches ended it.
pub fn solve(problem: &Problem, watch: Watch<'_>) -> Option<Solution> {
    let found = solved(problem, watch)?;
    let fewer = again::with_fewer_alone(problem, &found, watch)?;
    Some(fewer.unwrap_or(found))
}

/// The same by every rule, whoever is alone for it.
fn solved(problem: &Problem, watch: Watch<'_>) -> Option<Solution> {
    watch(Stage::Weighing, 0).then_some(())?;
    let free = problem.free();
    let weighed = Weighed::of(problem, &free);
    watch(Stage::Matching, 0).then_some(())?;
    let (found, sure) = match problem.rules.format {
        Format::Pairs => pairs::solve(problem, &weighed, (&free, watch))?,
        Format::Groups => {
            let groups = groups::solve(problem, &weighed, (&free, watch))?;
            (groups, Sure::Bounded)
        }
        Format::Mentoring => (mentors::solve(problem, &weighed, &free), Sure::Best),
    };
    watch(Stage::Improving, 100).then_some(())?;
    let mut groups = problem.locked.clone();
    groups.extend(found);
    Some(assessed(problem, groups, sure))
}

/// What a division of people is worth.
pub fn assess(problem: &Problem, groups: Vec<Vec<usize>>) -> Solution {
    assessed(problem, groups, Sure::Bounded)
}

fn assessed(problem: &Problem, mut groups: Vec<Vec<usize>>, sure: Sure) -> Solution {
    for group in &mut groups {
        group.sort_unstable();
    }
    let paired: HashSet<usize> = groups.iter().flatten().copied().collect();
    let unpaired = (0..problem.people.len())
        .filter(|person| !paired.contains(person) && !idle_mentor(problem, *person))
        .collect();
    let weight = groups
        .iter()
        .map(|group| worth(group, |a, b| weigh::soft(problem, a, b)))
        .sum();
    let all = || groups.iter().flat_map(|group| twos(group));
    let repeats = all().filter(|(a, b)| problem.met(*a, *b).times > 0).count();
    let bound = match sure {
        Sure::Best => weight,
        Sure::Bounded => bound::of(problem).max(weight),
    };
    let meetings = all().count();
    Solution {
        unpaired,
        weight,
        bound,
        repeats,
        meetings,
        groups,
    }
}

/// A mentor waits for nobody.
fn idle_mentor(problem: &Problem, person: usize) -> bool {
    problem.rules.format == Format::Mentoring && problem.people[person].part == Part::Mentor
}

/// What a group is worth: each has as much as they have with the others on average. In twelfths, so that
/// groups of two to five divide without a rest.
pub(crate) fn worth(group: &[usize], of: impl Fn(usize, usize) -> i64) -> i64 {
    let others = i64::try_from(group.len().saturating_sub(1).max(1)).unwrap_or(1);
    twos(group).map(|(a, b)| of(a, b)).sum::<i64>() * 12 / others
}
