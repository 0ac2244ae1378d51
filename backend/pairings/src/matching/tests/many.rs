//! Among many only the best of each are looked at first.
use super::*;

#[test]
fn everybody_has_somebody_among_the_best_of_each_though_some_waited() {
    let mut problem = crowd(240);
    for (at, person) in problem.people.iter_mut().enumerate() {
        person.left_out = u32::from(at % 3 == 0);
    }
    let (free, weighed) = (problem.free(), whole(&problem));
    let edges = pairs::edges(&weighed, &free);
    let few = pairs::best_of_each(&weighed, (&free, &edges), 20);
    assert!(
        few.len() * 2 < edges.len(),
        "{} of {}",
        few.len(),
        edges.len()
    );
    let found = pairs::blossom(&free, &few);
    assert_eq!(found.len(), free.len() / 2);

    let worth = |pairs: &[(usize, usize)]| -> i64 {
        pairs
            .iter()
            .map(|(a, b)| weigh::soft(&problem, *a, *b))
            .sum()
    };
    let best = pairs::blossom(&free, &edges);
    assert!(
        worth(&found) * 100 >= worth(&best) * 98,
        "close to the best"
    );
}
