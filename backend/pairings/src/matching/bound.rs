//! Above what no division of people can be worth.
//!
//! In a group each has somebody whole: one other, or half of two, or a third of three. So no division is
//! worth more than the best in which everybody divides themselves as they like, and that one is an
//! assignment of everybody to somebody, each two counted half.
use super::weigh::{fits, soft};
use super::{Format, Part, Problem, twos, worth};

/// Among more people the bound is one that is found at once, and somewhat higher.
const ASSIGNED_MAX: usize = 250;
/// So often everybody asks for less, as long as somebody can.
const SWEEPS: usize = 8;

/// In twelfths, of all divisions that keep to the rules and leave who is locked together.
pub(super) fn of(problem: &Problem) -> i64 {
    let locked = problem.locked.iter();
    let locked: i64 = locked
        .map(|group| worth(group, |a, b| soft(problem, a, b)))
        .sum();
    let free = problem.free();
    locked
        + match problem.rules.format {
            Format::Mentoring => mentored(problem, &free),
            Format::Pairs | Format::Groups => Worths::of(problem, &free).bound(),
        }
}

/// Each who learns with the one from whom they have most.
fn mentored(problem: &Problem, free: &[usize]) -> i64 {
    let learns = |person: &&usize| problem.people[**person].part == Part::Mentee;
    let best = |person: &usize| {
        let able = free.iter().filter(|other| fits(problem, *person, **other));
        able.map(|other| soft(problem, *person, *other)).max()
    };
    free.iter()
        .filter(learns)
        .filter_map(best)
        .map(|most| most * 12)
        .sum()
}

/// What each two of some people are worth; nothing where they may not be together.
pub(super) struct Worths {
    people: usize,
    all: Vec<i32>,
}

impl Worths {
    pub(super) fn of(problem: &Problem, free: &[usize]) -> Self {
        let people = free.len();
        let mut all = vec![0; people * people];
        let places: Vec<usize> = (0..people).collect();
        for (a, b) in twos(&places) {
            if fits(problem, free[a], free[b]) {
                let worth = soft(problem, free[a], free[b]);
                let worth = i32::try_from(worth).unwrap_or(i32::MAX);
                all[a * people + b] = worth;
                all[b * people + a] = worth;
            }
        }
        Self { people, all }
    }

    fn row(&self, person: usize) -> &[i32] {
        &self.all[person * self.people..][..self.people]
    }

    fn bound(&self) -> i64 {
        match self.people <= ASSIGNED_MAX {
            true => self.assigned(),
            false => self.asked(),
        }
    }

    /// What everybody asks for, so that any two ask for what they are worth together, at least. First half
    /// of their best; then each asks for what the others leave them.
    pub(super) fn asked(&self) -> i64 {
        // In halves.
        let most = |person: usize| self.row(person).iter().copied().max().unwrap_or(0);
        let mut asks: Vec<i64> = (0..self.people).map(|it| i64::from(most(it))).collect();
        for _ in 0..SWEEPS {
            let mut less = false;
            for person in 0..self.people {
                let others = self.row(person).iter().zip(&asks);
                let left = others.map(|(worth, asks)| 2 * i64::from(*worth) - asks);
                let left = left.max().unwrap_or(0).max(0);
                less |= left < asks[person];
                asks[person] = left.min(asks[person]);
            }
            if !less {
                break;
            }
        }
        asks.iter().sum::<i64>() * 6
    }

    /// The best assignment of everybody to somebody, by the Hungarian method: one after the other is taken
    /// in by the cheapest way on which others change whom they are assigned to.
    pub(super) fn assigned(&self) -> i64 {
        let none = self.people;
        let (mut rows, mut columns) = (vec![0_i64; none + 1], vec![0_i64; none + 1]);
        let mut taken_by = vec![none; none + 1];
        for person in 0..none {
            let (mut least, mut from) = (vec![i64::MAX; none], vec![none; none]);
            let mut reached = vec![false; none + 1];
            let mut at = none;
            taken_by[none] = person;
            while taken_by[at] != none {
                reached[at] = true;
                let row = taken_by[at];
                let (mut step, mut next) = (i64::MAX, none);
                for (column, worth) in self.row(row).iter().enumerate() {
                    if reached[column] {
                        continue;
                    }
                    let costs = -i64::from(*worth) - rows[row] - columns[column];
                    if costs < least[column] {
                        (least[column], from[column]) = (costs, at);
                    }
                    if least[column] < step {
                        (step, next) = (least[column], column);
                    }
                }
                for (column, reached) in reached.iter().enumerate() {
                    if *reached {
                        rows[taken_by[column]] += step;
                        columns[column] -= step;
                    } else if column < none {
                        least[column] -= step;
                    }
                }
                at = next;
            }
            while at != none {
                taken_by[at] = taken_by[from[at]];
                at = from[at];
            }
        }
        let worth = |column: usize| i64::from(self.row(taken_by[column])[column]);
        (0..none).map(worth).sum::<i64>() * 6
    }
}
