//! Somebody leaves: the smallest change that leaves nobody alone.
use super::weigh::{fits, soft};
use super::{Problem, idle_mentor, worth};

/// What happens for who stays alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Nobody is alone: the rest of the group goes on.
    Nothing,
    /// They are with somebody who had nobody, or with a mentor who has room.
    With(usize),
    /// Somebody comes to them from a group of three or more, by its place.
    From(usize, usize),
    /// They come to a group, by its place.
    Into(usize),
    /// Nobody fits.
    Nobody,
}

/// What to do for the last one of a group, whose others left; `alone` is the place of that group. Nobody
/// else loses who they are with. Who met lately meets again before somebody is alone.
pub fn repair(problem: &Problem, groups: &[Vec<usize>], alone: usize) -> Repair {
    match repaired(problem, groups, alone) {
        Repair::Nobody => repaired(&problem.meeting_again(), groups, alone),
        found => found,
    }
}

fn repaired(problem: &Problem, groups: &[Vec<usize>], alone: usize) -> Repair {
    let [person] = groups[alone][..] else {
        return Repair::Nothing;
    };
    // Who wants to be with nobody new is left where they are, and nobody comes to them.
    let may = |other: &usize| !problem.out.contains(other);
    if !may(&person) {
        return Repair::Nobody;
    }
    let times = |other: usize| groups.iter().filter(|group| group.contains(&other)).count();
    let has_room = |other: usize| match idle_mentor(problem, other) {
        // They stand there as often as they take somebody.
        true => other != person && times(other) < problem.people[other].capacity,
        false => times(other) == 0,
    };
    let waiting = (0..problem.people.len()).filter(|other| has_room(*other) && may(other));
    let best = waiting
        .filter(|other| fits(problem, person, *other))
        .max_by_key(|other| soft(problem, person, *other));
    if let Some(other) = best {
        return Repair::With(other);
    }
    let others = || groups.iter().enumerate().filter(|(at, _)| *at != alone);
    let of_three = others().filter(|(_, group)| group.len() > problem.rules.size.max(2));
    let leaving = of_three
        .flat_map(|(at, group)| group.iter().map(move |other| (at, *other)))
        .filter(|(_, other)| may(other) && fits(problem, person, *other))
        .max_by_key(|(_, other)| soft(problem, person, *other));
    if let Some((at, other)) = leaving {
        return Repair::From(at, other);
    }
    if !problem.rules.trio {
        return Repair::Nobody;
    }
    let joined = others()
        .filter(|(_, group)| group.len() > 1 && group.len() <= problem.rules.size.max(2))
        .filter(|(_, group)| {
            let mut others = group.iter();
            others.all(|other| may(other) && fits(problem, person, *other))
        })
        .max_by_key(|(_, group)| {
            let with: Vec<usize> = group.iter().copied().chain([person]).collect();
            let of = |a: usize, b: usize| soft(problem, a, b);
            worth(&with, of) - worth(group, of)
        });
    joined.map_or(Repair::Nobody, |(at, _)| Repair::Into(at))
}
