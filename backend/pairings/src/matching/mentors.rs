//! Who learns with who knows: a mentor stands there as often as they take somebody.
use super::weigh::Weighed;
use super::{Part, Problem};
use rustworkx_core::max_weight_matching::max_weight_matching;
use rustworkx_core::petgraph::graph::{EdgeReference, UnGraph};
use std::convert::Infallible;

/// Another mentee costs a mentor a little, so that the load is even where nothing else counts.
const LOAD: i64 = 1;
/// What all else is multiplied by, so that the load never counts more.
const ABOVE_LOAD: i64 = 1_000;

pub(super) fn solve(problem: &Problem, weighed: &Weighed, free: &[usize]) -> Vec<Vec<usize>> {
    let part = |wanted: Part| {
        free.iter()
            .copied()
            .filter(move |person| problem.people[*person].part == wanted)
    };
    let taken = |mentor: usize| {
        let with = problem
            .locked
            .iter()
            .filter(|group| group.contains(&mentor));
        with.count()
    };
    let mentees: Vec<usize> = part(Part::Mentee).collect();
    let mut edges = Vec::new();
    let mut places = Vec::new();
    for mentor in part(Part::Mentor) {
        let capacity = problem.people[mentor]
            .capacity
            .saturating_sub(taken(mentor));
        for turn in 0..capacity.min(mentees.len()) {
            let place = (mentees.len() + places.len()) as u32;
            places.push(mentor);
            let load = LOAD * i64::try_from(turn + taken(mentor)).unwrap_or(0);
            for (at, mentee) in mentees.iter().enumerate() {
                if let Some(weight) = weighed.get(mentor, *mentee) {
                    edges.push((at as u32, place, weight * ABOVE_LOAD - load));
                }
            }
        }
    }
    let graph = UnGraph::<(), i64>::from_edges(&edges);
    let weight = |edge: EdgeReference<'_, i64>| Ok::<i128, Infallible>(i128::from(*edge.weight()));
    let pairs = match max_weight_matching(&graph, true, weight, false) {
        Ok(pairs) => pairs,
        Err(never) => match never {},
    };
    let mut groups: Vec<Vec<usize>> = pairs
        .into_iter()
        .map(|(a, b)| vec![mentees[a.min(b)], places[a.max(b) - mentees.len()]])
        .collect();
    groups.sort_unstable();
    groups
}
