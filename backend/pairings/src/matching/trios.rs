//! One group of three takes in who would be left over, where the number is odd.
use super::pairs::{groups_of, matched, whole_worth};
use super::weigh::Weighed;
use super::{Stage, Sure, Watch};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Up to so many groups of three are each tried with the best division of the rest.
const TRIOS_MAX: usize = 5_000;
/// Among more people, somebody takes the place of another, who takes the place of a third, at most so
/// often: whoever is left over then comes to two.
const HANDS_MAX: usize = 6;
/// If that finds nobody, so many are each left over on purpose, and everybody else is matched anew.
const ANEW_MAX: usize = 32;

pub(super) type Groups = Vec<Vec<usize>>;
type Pairs = [(usize, usize)];

/// The pairs of a division with one group of three among them; nothing where nobody left over comes to
/// two by what is tried, and nothing at all when whoever watches ended it.
pub(super) fn with_one(
    weighed: &Weighed,
    pairs: &Pairs,
    (free, watch): (&[usize], Watch<'_>),
) -> Option<Option<(Groups, Sure)>> {
    let bounded = |groups: Groups| (groups, Sure::Bounded);
    let count = free.len();
    if count * (count - 1) * count.saturating_sub(2) / 6 <= TRIOS_MAX {
        let best = every_trio(weighed, (free, watch))?.map(|groups| (groups, Sure::Best));
        return Some(best.or_else(|| taken_in(weighed, free, pairs).map(bounded)));
    }
    match taken_in(weighed, free, pairs) {
        Some(found) => Some(Some(bounded(found))),
        None => Some(anew(weighed, (free, pairs), watch)?.map(bounded)),
    }
}

/// Each group of three with the best pairs of the rest: the least is lost.
fn every_trio(weighed: &Weighed, (free, watch): (&[usize], Watch<'_>)) -> Option<Option<Groups>> {
    let mut best: Option<(i64, Groups)> = None;
    for (at, a) in free.iter().enumerate() {
        let percent = u8::try_from(at * 100 / free.len()).unwrap_or(100);
        watch(Stage::Improving, percent).then_some(())?;
        for (b, c) in super::twos(&free[at + 1..]) {
            let trio = vec![*a, b, c];
            let Some(own) = whole_worth(weighed, &trio) else {
                continue;
            };
            let rest: Vec<usize> = free
                .iter()
                .copied()
                .filter(|person| !trio.contains(person))
                .collect();
            let (pairs, _) = matched(weighed, &rest);
            if pairs.len() * 2 < rest.len() {
                continue;
            }
            let mut groups = groups_of(pairs);
            let others: i64 = groups
                .iter()
                .filter_map(|group| whole_worth(weighed, group))
                .sum();
            if best.as_ref().is_none_or(|(worth, _)| own + others > *worth) {
                groups.push(trio);
                best = Some((own + others, groups));
            }
        }
    }
    Some(best.map(|(_, groups)| groups))
}

/// The best group of three that comes of these pairs when people take each other's places.
pub(super) fn taken_in(weighed: &Weighed, free: &[usize], pairs: &Pairs) -> Option<Groups> {
    let paired: HashSet<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let left = free.iter().filter(|person| !paired.contains(person));
    let best = left.filter_map(|person| best_for(weighed, pairs, *person));
    best.max_by_key(|(worth, _)| *worth)
        .map(|(_, groups)| groups)
}

/// How somebody comes to be left over in another's place: what that is worth, and who took whose place
/// in which pair on the way.
#[derive(Clone, Default)]
struct Way {
    worth: i64,
    /// The pair, who stays in it, and who comes.
    changed: Vec<(usize, usize, usize)>,
}

fn best_for(weighed: &Weighed, pairs: &Pairs, left: usize) -> Option<(i64, Groups)> {
    let mut best: Option<(i64, usize, Way, usize)> = None;
    for (person, way) in ways(weighed, pairs, left) {
        let changed: HashMap<usize, [usize; 2]> = way
            .changed
            .iter()
            .map(|(at, stays, comes)| (*at, [*stays, *comes]))
            .collect();
        for (at, (a, b)) in pairs.iter().enumerate() {
            let [a, b] = changed.get(&at).copied().unwrap_or([*a, *b]);
            let Some(three) = whole_worth(weighed, &[a, b, person]) else {
                continue;
            };
            let two = whole_worth(weighed, &[a, b]).unwrap_or(0);
            let worth = way.worth * 12 + three - two;
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, person, way.clone(), at));
            }
        }
    }
    let (worth, person, way, into) = best?;
    let mut groups = groups_of(pairs.to_vec());
    for (at, stays, comes) in way.changed {
        groups[at] = vec![stays, comes];
    }
    groups[into].push(person);
    Some((worth, groups))
}

/// Who could be left over instead of somebody, each by the best way that was found.
fn ways(weighed: &Weighed, pairs: &Pairs, left: usize) -> BTreeMap<usize, Way> {
    let mut ways = BTreeMap::from([(left, Way::default())]);
    let mut news = vec![left];
    for _ in 0..HANDS_MAX {
        let mut better: BTreeMap<usize, Way> = BTreeMap::new();
        for comes in &news {
            let way = &ways[comes];
            for (at, (a, b)) in pairs.iter().enumerate() {
                if way.changed.iter().any(|(changed, ..)| *changed == at) {
                    continue;
                }
                let Some(now) = weighed.get(*a, *b) else {
                    continue;
                };
                for (stays, goes) in [(*a, *b), (*b, *a)] {
                    let Some(then) = weighed.get(stays, *comes) else {
                        continue;
                    };
                    let worth = way.worth + then - now;
                    let known = better.get(&goes).or_else(|| ways.get(&goes));
                    if known.is_none_or(|known| worth > known.worth) {
                        let mut changed = way.changed.clone();
                        changed.push((at, stays, *comes));
                        better.insert(goes, Way { worth, changed });
                    }
                }
            }
        }
        news = better.keys().copied().collect();
        ways.extend(better);
        if news.is_empty() {
            break;
        }
    }
    ways
}

/// Leaves one after the other out, and matches everybody else anew.
fn anew(
    weighed: &Weighed,
    (free, pairs): (&[usize], &Pairs),
    watch: Watch<'_>,
) -> Option<Option<Groups>> {
    for (at, person) in free.iter().take(ANEW_MAX).enumerate() {
        let percent = u8::try_from(at * 100 / ANEW_MAX).unwrap_or(100);
        watch(Stage::Improving, percent).then_some(())?;
        let others: Vec<usize> = free
            .iter()
            .copied()
            .filter(|other| other != person)
            .collect();
        let (found, _) = matched(weighed, &others);
        if found.len() < pairs.len() {
            continue;
        }
        if let Some(groups) = taken_in(weighed, free, &found) {
            return Some(Some(groups));
        }
    }
    Some(None)
}
