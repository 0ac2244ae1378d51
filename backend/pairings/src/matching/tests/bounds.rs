//! What nothing is worth more than.
use super::*;
use crate::matching::bound::{self, Worths};

/// The most that goals give in groups of up to so many, by trying all divisions that keep to the rules.
fn brute_goals(problem: &Problem, left: &[usize], most: usize) -> i64 {
    let Some((first, rest)) = left.split_first() else {
        return 0;
    };
    let mut best = 0;
    for chosen in 0_u32..1 << rest.len() {
        let (with, others): (Vec<usize>, Vec<usize>) =
            (0..rest.len()).map(|at| (chosen >> at & 1, rest[at])).fold(
                (vec![*first], Vec::new()),
                |(mut with, mut others), (is_in, person)| {
                    match is_in {
                        1 => with.push(person),
                        _ => others.push(person),
                    }
                    (with, others)
                },
            );
        if with.len() <= most && twos(&with).all(|(a, b)| fits(problem, a, b)) {
            let own = worth(&with, |a, b| weigh::soft(problem, a, b));
            best = best.max(own + brute_goals(problem, &others, most));
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_division_is_worth_more_than_the_bound(problem in problem(0..=7), most in 2_usize..=5) {
        let all: Vec<usize> = (0..problem.people.len()).collect();
        prop_assert!(brute_goals(&problem, &all, most) <= bound::of(&problem));
    }

    /// Three are either two of them or all: the bound is what the better is worth.
    #[test]
    fn of_three_the_bound_is_the_best(problem in problem(1..=3)) {
        let all: Vec<usize> = (0..problem.people.len()).collect();
        prop_assert_eq!(brute_goals(&problem, &all, 3), bound::of(&problem));
    }

    /// What is found at once among many is never too low, and no higher than half of everybody's best.
    #[test]
    fn what_everybody_asks_for_lies_above_the_assignment(problem in problem(0..=24)) {
        let worths = Worths::of(&problem, &problem.free());
        let best = |a: usize| {
            let able = (0..problem.people.len()).filter(|b| *b != a && fits(&problem, a, *b));
            able.map(|b| weigh::soft(&problem, a, b)).max().unwrap_or(0)
        };
        let bests: i64 = (0..problem.people.len()).map(best).sum();
        prop_assert!(worths.assigned() <= worths.asked());
        prop_assert!(worths.asked() <= bests * 6);
    }

    #[test]
    fn a_bound_leaves_who_is_locked_together(problem in problem(6..=12)) {
        let locked = Problem { locked: vec![vec![0, 3], vec![1, 5]], ..problem };
        let own: i64 = locked.locked.iter().map(|group| worth(group, |a, b| weigh::soft(&locked, a, b))).sum();
        let rest = Problem { locked: Vec::new(), out: [0, 1, 3, 5].into(), ..locked.clone() };
        prop_assert_eq!(bound::of(&locked), own + bound::of(&rest));
    }

    #[test]
    fn no_mentoring_is_worth_more_than_the_bound(mut problem in problem(2..=16)) {
        problem.rules.format = Format::Mentoring;
        for (at, person) in problem.people.iter_mut().enumerate() {
            person.part = if at % 4 == 0 { Part::Mentor } else { Part::Mentee };
        }
        // By every rule: who would be alone may meet again, and that is above any bound of the rules.
        let solution = solved(&problem, ON).expect("nobody ended it");
        prop_assert!(solution.weight <= bound::of(&problem));
    }
}

/// An odd number in one room of the same hours: nobody is told that they stand far from the best.
#[test]
fn an_odd_crowd_comes_near_its_bound() {
    for people in [33, 61, 251] {
        let mut problem = cohort(people);
        problem.rules.trio = true;
        let solution = solve(&problem, ON).expect("nobody ended it");
        assert!(
            solution.weight * 100 >= solution.bound * 90,
            "{people}: {} of {}",
            solution.weight,
            solution.bound
        );
    }
}
