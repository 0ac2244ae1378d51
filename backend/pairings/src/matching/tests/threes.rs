//! Who is left over comes to two, among more people than can all be tried.
use super::*;
use crate::matching::trios::taken_in;

fn all_worth(weighed: &Weighed, groups: &[Vec<usize>]) -> i64 {
    let worth = |group: &Vec<usize>| pairs::whole_worth(weighed, group).unwrap_or(i64::MIN / 100);
    groups.iter().map(worth).sum()
}

/// The most that a group of three is worth when at most one takes the place of another, by trying all.
fn brute_with_one_change(
    weighed: &Weighed,
    free: &[usize],
    standing: &[(usize, usize)],
) -> Option<i64> {
    let paired: Vec<usize> = standing.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let mut best = None;
    for left in free.iter().filter(|person| !paired.contains(person)) {
        let mut divisions = vec![(*left, pairs::groups_of(standing.to_vec()))];
        for at in 0..standing.len() {
            let (a, b) = standing[at];
            for (stays, goes) in [(a, b), (b, a)] {
                if weighed.get(stays, *left).is_some() {
                    let mut groups = pairs::groups_of(standing.to_vec());
                    groups[at] = vec![stays, *left];
                    divisions.push((goes, groups));
                }
            }
        }
        for (person, groups) in divisions {
            for at in 0..groups.len() {
                let mut with = groups.clone();
                with[at].push(person);
                if with
                    .iter()
                    .all(|group| pairs::whole_worth(weighed, group).is_some())
                {
                    best = best.max(Some(all_worth(weighed, &with)));
                }
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// What is found among many is never worth less than the best change of one place.
    #[test]
    fn no_single_change_of_places_is_worth_more(problem in problem(33..=45)) {
        let free = problem.free();
        let weighed = whole(&problem);
        let (standing, _) = pairs::matched(&weighed, &free);
        let found = taken_in(&weighed, &free, &standing);
        if let Some(best) = brute_with_one_change(&weighed, &free, &standing) {
            let found = found.clone().expect("a group of three");
            prop_assert!(all_worth(&weighed, &found) >= best);
        }
        if let Some(found) = found {
            let mut people = found.concat();
            people.sort_unstable();
            people.dedup();
            prop_assert_eq!(people.len(), standing.len() * 2 + 1, "nobody twice, nobody lost");
            for group in &found {
                prop_assert!(pairs::whole_worth(&weighed, group).is_some());
            }
        }
    }

    /// And never worth more than the best there is, where all can be tried.
    #[test]
    fn what_is_found_by_changes_is_no_better_than_the_best(problem in problem(3..=9)) {
        let free = problem.free();
        let weighed = whole(&problem);
        let (standing, _) = pairs::matched(&weighed, &free);
        let best = brute_with_trio(&weighed, &free).filter(|_| free.len() % 2 == 1);
        if standing.len() * 2 + 1 == free.len()
            && let (Some(found), Some(best)) = (taken_in(&weighed, &free, &standing), best)
        {
            prop_assert!(all_worth(&weighed, &found) <= best);
        }
    }
}

#[test]
fn who_fits_no_pair_takes_the_place_of_somebody_who_does() {
    let mut problem = cohort(35);
    problem.rules.trio = true;
    for person in &mut problem.people {
        person.left_out = 1;
    }
    // The last one speaks with the first alone, and nobody minds leaving them out.
    problem.people[0].languages = 0b11;
    problem.people[34].languages = 0b10;
    problem.people[34].left_out = 0;
    let solution = solve(&problem, ON).expect("nobody ended it");
    holds(&problem, &solution).expect("it holds");
    assert_eq!(solution.unpaired, [0; 0], "{:?}", solution.groups);
}
