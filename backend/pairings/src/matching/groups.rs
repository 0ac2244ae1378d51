//! Groups of a size: begun by a matching, improved by exchanging people until no exchange helps.
use super::pairs::{matched, whole_worth};
use super::weigh::Weighed;
use super::{Problem, Stage, Watch};

/// Looks over all groups so often at most: each look that does not end it makes them worth more.
const LOOKS_MAX: u8 = 40;

pub(super) fn solve(
    problem: &Problem,
    weighed: &Weighed,
    (free, watch): (&[usize], Watch<'_>),
) -> Option<Vec<Vec<usize>>> {
    let mut sizes = sizes(free.len(), problem.rules.size);
    let mut groups = begun(weighed, free, &mut sizes);
    for look in 0..LOOKS_MAX {
        let percent = look * (100 / LOOKS_MAX);
        watch(Stage::Improving, percent).then_some(())?;
        let placed = place_the_rest(weighed, free, (&mut groups, &sizes));
        let exchanged = exchange(weighed, &mut groups);
        let let_in = let_in(weighed, free, &mut groups);
        if !(placed || exchanged || let_in) {
            break;
        }
    }
    Some(groups.into_iter().filter(|group| group.len() > 1).collect())
}

/// How large each group is: as many as possible of the size wanted, none more than one away from it
/// where the number allows that.
fn sizes(people: usize, wanted: usize) -> Vec<usize> {
    if people < 2 {
        return Vec::new();
    }
    let count = ((people + wanted / 2) / wanted).clamp(1, people / 2);
    let (each, more) = (people / count, people % count);
    (0..count).map(|at| each + usize::from(at < more)).collect()
}

/// Pairs of a matching stay together as far as sizes allow; each group takes what it has most with.
fn begun(weighed: &Weighed, free: &[usize], sizes: &mut [usize]) -> Vec<Vec<usize>> {
    let mut pairs = matched(weighed, free).0;
    let mut groups: Vec<Vec<usize>> = Vec::with_capacity(sizes.len());
    for _ in 0..sizes.len() {
        groups.push(match pairs.pop() {
            Some((a, b)) => vec![a, b],
            None => Vec::new(),
        });
    }
    for (a, b) in pairs {
        let roomy = (0..groups.len()).filter(|at| groups[*at].len() + 2 <= sizes[*at]);
        let best = roomy
            .filter_map(|at| {
                let joined: Vec<usize> = groups[at].iter().copied().chain([a, b]).collect();
                whole_worth(weighed, &joined).map(|worth| (worth, at))
            })
            .max();
        if let Some((_, at)) = best {
            groups[at].extend([a, b]);
        }
    }
    groups
}

fn left_over(free: &[usize], groups: &[Vec<usize>]) -> Vec<usize> {
    let placed: std::collections::HashSet<usize> = groups.iter().flatten().copied().collect();
    free.iter()
        .copied()
        .filter(|person| !placed.contains(person))
        .collect()
}

/// Gives a group to who has none.
fn place_the_rest(
    weighed: &Weighed,
    free: &[usize],
    (groups, sizes): (&mut [Vec<usize>], &[usize]),
) -> bool {
    let mut placed = false;
    for person in left_over(free, groups) {
        let roomy = (0..groups.len()).filter(|at| groups[*at].len() < sizes[*at]);
        let best = roomy
            .filter_map(|at| {
                let joined: Vec<usize> = groups[at].iter().copied().chain([person]).collect();
                let more = whole_worth(weighed, &joined)?;
                Some((more - whole_worth(weighed, &groups[at]).unwrap_or(0), at))
            })
            .max();
        if let Some((_, at)) = best {
            groups[at].push(person);
            placed = true;
        }
    }
    placed
}

/// Exchanges two people wherever that is worth more.
fn exchange(weighed: &Weighed, groups: &mut [Vec<usize>]) -> bool {
    let mut better = false;
    for one in 0..groups.len() {
        for other in one + 1..groups.len() {
            while let Some((a, b)) = best_exchange(weighed, &groups[one], &groups[other]) {
                let person = groups[one][a];
                groups[one][a] = groups[other][b];
                groups[other][b] = person;
                better = true;
            }
        }
    }
    better
}

fn best_exchange(weighed: &Weighed, one: &[usize], other: &[usize]) -> Option<(usize, usize)> {
    let now = whole_worth(weighed, one)? + whole_worth(weighed, other)?;
    let mut best = None;
    for a in 0..one.len() {
        for b in 0..other.len() {
            let (mut first, mut second) = (one.to_vec(), other.to_vec());
            (first[a], second[b]) = (other[b], one[a]);
            let worth = whole_worth(weighed, &first).zip(whole_worth(weighed, &second));
            let Some(worth) = worth.map(|(first, second)| first + second) else {
                continue;
            };
            if worth > now && best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, (a, b)));
            }
        }
    }
    best.map(|(_, places)| places)
}

/// Who has no group takes the place of somebody for whom that is worth less.
fn let_in(weighed: &Weighed, free: &[usize], groups: &mut [Vec<usize>]) -> bool {
    let mut better = false;
    for person in left_over(free, groups) {
        for group in groups.iter_mut() {
            let Some(now) = whole_worth(weighed, group) else {
                continue;
            };
            let best = (0..group.len())
                .filter_map(|at| {
                    let mut changed = group.clone();
                    changed[at] = person;
                    let worth = whole_worth(weighed, &changed)?;
                    (worth > now).then_some((worth, at))
                })
                .max();
            if let Some((_, at)) = best {
                group[at] = person;
                better = true;
                break;
            }
        }
    }
    better
}
