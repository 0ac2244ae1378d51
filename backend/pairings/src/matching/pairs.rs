//! Two and two, by a maximum-weight matching on a general graph.
use super::weigh::Weighed;
use super::{Problem, Stage, Sure, Watch, trios, worth};
use rustworkx_core::max_weight_matching::max_weight_matching;
use rustworkx_core::petgraph::graph::UnGraph;
use std::collections::HashSet;
use std::convert::Infallible;

/// With more edges than this only the best of each person are looked at first, then more of them.
const EDGES_MAX: usize = 200_000;
const BEST_OF_EACH: [usize; 2] = [20, 60];

/// The pairs, and whether no others are worth more.
pub(super) fn solve(
    problem: &Problem,
    weighed: &Weighed,
    (free, watch): (&[usize], Watch<'_>),
) -> Option<(Vec<Vec<usize>>, Sure)> {
    let (pairs, sure) = matched(weighed, free);
    watch(Stage::Improving, 0).then_some(())?;
    if free.len() % 2 == 0 || !problem.rules.trio {
        return Some((groups_of(pairs), sure));
    }
    let found = trios::with_one(weighed, &pairs, (free, watch))?;
    Some(found.unwrap_or_else(|| (groups_of(pairs), Sure::Bounded)))
}

pub(super) fn groups_of(pairs: Vec<(usize, usize)>) -> Vec<Vec<usize>> {
    pairs.into_iter().map(|(a, b)| vec![a, b]).collect()
}

/// The best pairs among some people, as many as possible, and whether that is certain.
pub(super) fn matched(weighed: &Weighed, among: &[usize]) -> (Vec<(usize, usize)>, Sure) {
    let edges = edges(weighed, among);
    if edges.len() <= EDGES_MAX {
        return (blossom(among, &edges), Sure::Best);
    }
    for most in BEST_OF_EACH {
        let few = blossom(among, &best_of_each(weighed, (among, &edges), most));
        if few.len() == among.len() / 2 {
            return (few, Sure::Bounded);
        }
    }
    (blossom(among, &edges), Sure::Best)
}

/// By places in `among`.
pub(super) fn edges(weighed: &Weighed, among: &[usize]) -> Vec<(u32, u32, i64)> {
    let mut edges = Vec::new();
    for (at, a) in among.iter().enumerate() {
        for (other, b) in among.iter().enumerate().skip(at + 1) {
            if let Some(weight) = weighed.get(*a, *b) {
                edges.push((at as u32, other as u32, weight));
            }
        }
    }
    edges
}

/// The edges that are worth most to each, whoever waited: where everybody has somebody, who waited has too,
/// and nobody would be left over for the others if all looked at those alone.
pub(super) fn best_of_each(
    weighed: &Weighed,
    (among, edges): (&[usize], &[(u32, u32, i64)]),
    most: usize,
) -> Vec<(u32, u32, i64)> {
    let people = among.len();
    let mut of: Vec<Vec<(i64, u32, u32)>> = vec![Vec::new(); people];
    for (at, edge) in edges.iter().enumerate() {
        for (person, other) in [(edge.0, edge.1), (edge.1, edge.0)] {
            // Of equals each looks at others first, or all would look at the same few.
            let turn = (other + people as u32 - person) % people as u32;
            let worth = edge.2 - weighed.waited(among[other as usize]);
            of[person as usize].push((-worth, turn, at as u32));
        }
    }
    let mut kept = HashSet::new();
    for mut best in of {
        if best.len() > most {
            best.select_nth_unstable(most);
        }
        kept.extend(best.iter().take(most).map(|(_, _, at)| *at));
    }
    let mut kept: Vec<u32> = kept.into_iter().collect();
    kept.sort_unstable();
    kept.into_iter().map(|at| edges[at as usize]).collect()
}

pub(super) fn blossom(among: &[usize], edges: &[(u32, u32, i64)]) -> Vec<(usize, usize)> {
    let graph = UnGraph::<(), i64>::from_edges(edges);
    let weight = |edge: rustworkx_core::petgraph::graph::EdgeReference<'_, i64>| {
        Ok::<i128, Infallible>(i128::from(*edge.weight()))
    };
    let pairs = match max_weight_matching(&graph, true, weight, false) {
        Ok(pairs) => pairs,
        Err(never) => match never {},
    };
    let mut pairs: Vec<(usize, usize)> = pairs
        .into_iter()
        .map(|(a, b)| super::ordered(among[a], among[b]))
        .collect();
    pairs.sort_unstable();
    pairs
}

/// What a group is worth with all that counts; nothing when two of it may not be together.
pub(super) fn whole_worth(weighed: &Weighed, group: &[usize]) -> Option<i64> {
    super::twos(group)
        .all(|(a, b)| weighed.get(a, b).is_some())
        .then(|| worth(group, |a, b| weighed.get(a, b).unwrap_or(0)))
}
