//! Who met lately meets again before somebody is alone, and not for less.
use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Nobody meets again too early for nothing, and nobody is alone whom that would help.
    #[test]
    fn who_met_lately_meets_again_only_so_that_fewer_are_alone(problem in problem(0..=10)) {
        let strict = solved(&problem, ON).expect("nobody ended it");
        let found = solve(&problem, ON).expect("nobody ended it");
        let again = problem.meeting_again();
        holds(&again, &found)?;
        let (most, _) = brute(&whole(&again), &again.free());
        prop_assert_eq!(found.groups.len(), most);
        let mut all = found.groups.iter().flat_map(|group| twos(group));
        if all.any(|(a, b)| !fits(&problem, a, b)) {
            prop_assert!(found.unpaired.len() < strict.unpaired.len());
        }
    }
}

#[test]
fn two_who_have_only_each_other_meet_again_and_the_longer_ago_the_rather() {
    let mut four = cohort(4);
    four.rules.cooldown = 4;
    let met = |times: u32, rounds_ago: u32| Met { times, rounds_ago };
    four.met = HashMap::from([
        ((0, 1), met(1, 1)),
        ((2, 3), met(1, 1)),
        ((0, 2), met(1, 3)),
        ((1, 3), met(1, 3)),
        ((0, 3), met(1, 2)),
        ((1, 2), met(1, 2)),
    ]);
    assert_eq!(solved(&four, ON).map(|it| it.unpaired.len()), Some(4));
    let mut groups = solve(&four, ON).expect("nobody ended it").groups;
    groups.sort();
    assert_eq!(groups, [[0, 2], [1, 3]]);
}

#[test]
fn who_stays_alone_in_a_pair_comes_to_whom_they_met_lately() {
    let mut three = cohort(3);
    three.rules.cooldown = 3;
    three.met = HashMap::from([(
        (0, 2),
        Met {
            times: 1,
            rounds_ago: 1,
        },
    )]);
    three.out.insert(1);
    assert_eq!(repair(&three, &[vec![0]], 0), Repair::With(2));
}
