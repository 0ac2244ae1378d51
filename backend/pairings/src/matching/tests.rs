mod again;
mod bounds;
mod many;
mod threes;

use super::*;
use crate::matching::weigh::fits;
use proptest::prelude::*;

const ON: Watch<'_> = &|_, _| true;

fn candidate() -> impl Strategy<Value = Candidate> {
    let word = || prop::option::of(0_u32..3);
    let ratings = prop::collection::vec(prop::option::of(1_u8..=5), 3);
    (
        0_u32..24,
        1_u64..8,
        word(),
        word(),
        word(),
        (word(), ratings, 0_u32..3),
    )
        .prop_map(
            |(from, languages, team, site, level, (goal, ratings, left_out))| Candidate {
                works_from: from * 60,
                works_for: 480,
                languages,
                team,
                site,
                level,
                goal,
                ratings,
                left_out,
                capacity: 2,
                ..Candidate::default()
            },
        )
}

/// Some people, whom they met and with whom they do not want to be.
fn problem(people: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Problem> {
    let people = prop::collection::vec(candidate(), people);
    let met = prop::collection::vec((0_usize..50, 0_usize..50, 1_u32..3, 1_u32..6), 0..12);
    let apart = prop::collection::vec((0_usize..50, 0_usize..50), 0..4);
    let rules = (0_u32..300, any::<bool>(), any::<bool>(), 0_u32..4);
    (people, met, apart, rules).prop_map(|(mut people, met, apart, rules)| {
        let count = people.len().max(1);
        if let Some(first) = people.first_mut() {
            first.manager = Some(1);
        }
        let two = |a: usize, b: usize| ordered(a % count, b % count);
        let met = met
            .into_iter()
            .map(|(a, b, times, rounds_ago)| (two(a, b), Met { times, rounds_ago }));
        Problem {
            met: met.collect(),
            apart: apart.into_iter().map(|(a, b)| two(a, b)).collect(),
            rules: Rules {
                min_overlap: rules.0,
                different_teams: rules.1,
                shared_language: rules.2,
                cooldown: rules.3,
                trio: false,
                ..Rules::default()
            },
            people,
            ..Problem::default()
        }
    })
}

fn whole(problem: &Problem) -> Weighed {
    Weighed::of(problem, &problem.free())
}

/// The most pairs, and the most that these are worth, by trying all.
fn brute(weighed: &Weighed, left: &[usize]) -> (usize, i64) {
    let Some((first, rest)) = left.split_first() else {
        return (0, 0);
    };
    let mut best = brute(weighed, rest);
    for (at, other) in rest.iter().enumerate() {
        if let Some(weight) = weighed.get(*first, *other) {
            let mut others = rest.to_vec();
            others.remove(at);
            let (pairs, worth) = brute(weighed, &others);
            best = best.max((pairs + 1, worth + weight));
        }
    }
    best
}

/// The most that pairs and one group of three are worth with nobody left, by trying all.
fn brute_with_trio(weighed: &Weighed, free: &[usize]) -> Option<i64> {
    let mut best = None;
    for (a, b) in twos(free) {
        for c in free.iter().copied().filter(|c| *c > b) {
            let Some(own) = pairs::whole_worth(weighed, &[a, b, c]) else {
                continue;
            };
            let rest: Vec<usize> = free
                .iter()
                .copied()
                .filter(|p| ![a, b, c].contains(p))
                .collect();
            let (pairs, worth) = brute(weighed, &rest);
            if pairs * 2 == rest.len() {
                best = best.max(Some(own + worth * 12));
            }
        }
    }
    best
}

fn value(weighed: &Weighed, solution: &Solution) -> (usize, i64) {
    let worth = |group: &Vec<usize>| pairs::whole_worth(weighed, group).unwrap_or(0);
    (
        solution.groups.len(),
        solution.groups.iter().map(worth).sum(),
    )
}

/// Nobody twice, nobody lost, and nobody with whom a rule or a wish forbids.
fn holds(problem: &Problem, solution: &Solution) -> Result<(), TestCaseError> {
    let mut seen: Vec<usize> = solution.groups.iter().flatten().copied().collect();
    seen.extend(&solution.unpaired);
    seen.sort_unstable();
    prop_assert_eq!(seen, (0..problem.people.len()).collect::<Vec<_>>());
    for group in &solution.groups {
        prop_assert!(group.len() >= 2);
        for (a, b) in twos(group) {
            let locked = problem.locked.iter().any(|locked| locked.contains(&a));
            prop_assert!(locked || fits(problem, a, b), "{a} and {b} are together");
        }
    }
    prop_assert!(solution.weight <= solution.bound);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_other_pairs_are_worth_more(problem in problem(0..=10)) {
        let weighed = whole(&problem);
        let solution = solved(&problem, ON).expect("nobody ended it");
        holds(&problem, &solution)?;
        let (pairs, worth) = brute(&weighed, &problem.free());
        prop_assert_eq!(value(&weighed, &solution), (pairs, worth * 12));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_group_of_three_loses_least(mut problem in problem(3..=9)) {
        problem.rules.trio = true;
        let weighed = whole(&problem);
        let solution = solved(&problem, ON).expect("nobody ended it");
        holds(&problem, &solution)?;
        let free = problem.free();
        let best = brute_with_trio(&weighed, &free).filter(|_| free.len() % 2 == 1);
        if let Some(best) = best {
            prop_assert_eq!(solution.unpaired.len(), 0);
            prop_assert_eq!(value(&weighed, &solution).1, best);
            prop_assert_eq!(solution.bound, solution.weight, "it is called the best");
        }
    }

    #[test]
    fn groups_of_a_size_hold(mut problem in problem(0..=40), size in 2_usize..=5) {
        problem.rules = Rules { format: Format::Groups, size, ..problem.rules };
        let solution = solved(&problem, ON).expect("nobody ended it");
        holds(&problem, &solution)?;
        for group in &solution.groups {
            prop_assert!(group.len() <= size + 1);
        }
    }

    #[test]
    fn mentors_have_as_many_as_they_take(mut problem in problem(2..=16)) {
        problem.rules.format = Format::Mentoring;
        for (at, person) in problem.people.iter_mut().enumerate() {
            person.part = if at % 4 == 0 { Part::Mentor } else { Part::Mentee };
        }
        let solution = solved(&problem, ON).expect("nobody ended it");
        for group in &solution.groups {
            let parts: Vec<Part> = group.iter().map(|at| problem.people[*at].part).collect();
            prop_assert!(parts.contains(&Part::Mentor) && parts.contains(&Part::Mentee));
            prop_assert!(fits(&problem, group[0], group[1]));
        }
        for at in 0..problem.people.len() {
            let with = solution.groups.iter().filter(|group| group.contains(&at)).count();
            let most = if at % 4 == 0 { 2 } else { 1 };
            prop_assert!(with <= most);
        }
    }

    /// What does not have to change does not change.
    #[test]
    fn solving_again_keeps_what_stands(problem in problem(2..=24)) {
        let first = solve(&problem, ON).expect("nobody ended it");
        let again = Problem { before: first.groups.clone(), ..problem };
        let second = solve(&again, ON).expect("nobody ended it");
        let mut sorted = (first.groups.clone(), second.groups.clone());
        sorted.0.sort();
        sorted.1.sort();
        prop_assert_eq!(sorted.0, sorted.1);
    }

    #[test]
    fn who_is_locked_stays_together(problem in problem(6..=14)) {
        let locked = Problem { locked: vec![vec![0, 3], vec![1, 5]], ..problem };
        let solution = solved(&locked, ON).expect("nobody ended it");
        prop_assert_eq!(&solution.groups[..2], &locked.locked[..]);
        holds(&locked, &solution)?;
    }

    /// A repair touches one group, breaks nothing and leaves nobody whom it could help.
    #[test]
    fn a_repair_is_small(mut problem in problem(4..=15), trio in any::<bool>()) {
        problem.rules.trio = trio;
        let mut groups = solve(&problem, ON).expect("nobody ended it").groups;
        let Some(alone) = groups.iter().position(|group| group.len() == 2) else {
            return Ok(());
        };
        let left = groups[alone].pop().expect("two");
        problem.out.insert(left);
        let person = groups[alone][0];
        let again = problem.meeting_again();
        let with = match repair(&problem, &groups, alone) {
            Repair::With(other) | Repair::From(_, other) => vec![other],
            Repair::Into(at) => groups[at].clone(),
            Repair::Nobody => {
                let together: Vec<usize> = groups.iter().flatten().copied().collect();
                for other in (0..problem.people.len()).filter(|at| !together.contains(at) && *at != left) {
                    prop_assert!(!fits(&again, person, other));
                }
                return Ok(());
            }
            Repair::Nothing => return Err(TestCaseError::fail("they are alone")),
        };
        for other in with {
            prop_assert!(other != left && fits(&again, person, other));
        }
    }

    /// What would help does help.
    #[test]
    fn a_relaxation_finds_somebody(problem in problem(2..=10)) {
        let solution = solve(&problem, ON).expect("nobody ended it");
        for person in solution.unpaired.iter().copied() {
            let (WhyNot::NobodyFits(Some(it)) | WhyNot::NobodyLeft(Some(it))) =
                unpaired_because(&problem, &solution, person) else { continue };
            let mut relaxed = problem.clone();
            match it.rule {
                Rule::Overlap => relaxed.rules.min_overlap = it.to.unwrap_or(0),
                Rule::Language => relaxed.rules.shared_language = false,
                Rule::Team => relaxed.rules.different_teams = false,
                Rule::Manager => relaxed.rules.not_manager = false,
                Rule::Size => relaxed.rules.trio = true,
                Rule::Cooldown | Rule::Capacity => {
                    return Err(TestCaseError::fail("nobody offers that"));
                }
            }
            prop_assert!(it.with.iter().all(|other| fits(&relaxed, person, *other)));
        }
    }

    /// That somebody does not want to be with another is told by nothing that is said of either.
    #[test]
    fn nothing_tells_who_is_kept_apart(problem in problem(2..=8)) {
        let open = Problem { apart: HashSet::new(), ..problem.clone() };
        let solution = solve(&problem, ON).expect("nobody ended it");
        for person in solution.unpaired.iter().copied() {
            let fits_nobody = |problem: &Problem| {
                matches!(unpaired_because(problem, &solution, person), WhyNot::NobodyFits(_))
            };
            prop_assert_eq!(fits_nobody(&problem), fits_nobody(&open));
        }
    }
}

fn crowd(people: usize) -> Problem {
    let person = |at: usize| Candidate {
        works_from: (at as u32 * 37 % 24) * 60,
        works_for: 480,
        languages: 1 << (at % 3) | 1 << (at % 5),
        team: Some(at as u32 % 9),
        site: Some(at as u32 % 6),
        level: Some(at as u32 % 3),
        goal: Some(at as u32 % 7),
        ratings: (0..5)
            .map(|objective| Some(((at * 7 + objective * 3) % 5 + 1) as u8))
            .collect(),
        ..Candidate::default()
    };
    let rules = Rules {
        min_overlap: 120,
        different_teams: true,
        ..Rules::default()
    };
    Problem {
        people: (0..people).map(person).collect(),
        rules,
        ..Problem::default()
    }
}

/// One round after the other, with what was before: how often each was left out, and the repeats.
fn rounds(mut problem: Problem, rounds: usize) -> (Vec<u32>, usize) {
    let mut repeats = 0;
    for _ in 0..rounds {
        let solution = solve(&problem, ON).expect("nobody ended it");
        repeats += solution.repeats;
        for met in problem.met.values_mut() {
            met.rounds_ago += 1;
        }
        for (a, b) in solution.groups.iter().flat_map(|group| twos(group)) {
            let met = problem.met.entry(ordered(a, b)).or_default();
            *met = Met {
                times: met.times + 1,
                rounds_ago: 1,
            };
        }
        for person in &solution.unpaired {
            problem.people[*person].left_out += 1;
        }
    }
    (
        problem
            .people
            .iter()
            .map(|person| person.left_out)
            .collect(),
        repeats,
    )
}

fn cohort(people: usize) -> Problem {
    let mut problem = crowd(people);
    for person in &mut problem.people {
        (person.works_from, person.languages) = (540, 1);
    }
    problem.rules = Rules {
        trio: false,
        ..Rules::default()
    };
    problem
}

#[test]
fn twelve_rounds_repeat_nothing_and_are_fair() {
    let (left_out, repeats) = rounds(cohort(30), 12);
    assert_eq!((repeats, left_out.iter().sum::<u32>()), (0, 0));
    let (left_out, repeats) = rounds(cohort(31), 12);
    assert_eq!(repeats, 0);
    let (least, most) = (left_out.iter().min(), left_out.iter().max());
    assert!(
        most.zip(least)
            .is_some_and(|(most, least)| most - least <= 1),
        "{left_out:?}"
    );
}

#[test]
fn nobody_meets_again_until_everybody_met() {
    assert_eq!(rounds(cohort(8), 7).1, 0);
    let mut eight = cohort(8);
    eight.rules.cooldown = 0;
    assert_eq!(
        rounds(eight, 8).1,
        4,
        "the eighth round has none that is new"
    );
}

#[test]
fn five_hundred_hold_every_rule() {
    for format in [Format::Pairs, Format::Groups] {
        let mut problem = crowd(500);
        problem.rules.format = format;
        problem.rules.size = if format == Format::Groups { 4 } else { 2 };
        let solution = solve(&problem, ON).expect("nobody ended it");
        holds(&problem, &solution).expect("it holds");
        assert_eq!(solution.repeats, 0);
    }
}

#[test]
fn who_watches_ends_it() {
    let end = |stage: Stage, _: u8| stage != Stage::Matching;
    assert_eq!(solve(&crowd(20), &end), None);
}
