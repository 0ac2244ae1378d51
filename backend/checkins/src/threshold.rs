//! The anonymity gate: the one place that decides what may be said of anonymous answers. Pure.
//!
//! What is counted of few people tells about each of them, and so does what two counts differ by. So
//! counts are shown for the whole of those who answered, or for cuts of them fixed beforehand (the
//! options of a question, the groups of a program), of which every one is shown that has enough, unless
//! what is left of the whole would have too few: then the smallest of those that were to be shown is
//! withheld too, until what is withheld together is either nothing or enough.
use std::collections::BTreeMap;

/// So many people at least stand behind whatever is shown.
pub const ENOUGH: usize = 5;

/// A number that may be shown, and what of its parts may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<Cut: Ord> {
    pub total: usize,
    /// Each cut with its count; nothing for those that are withheld.
    pub cuts: BTreeMap<Cut, Option<usize>>,
}

/// What may be shown of counts that divide one whole; nothing where too few answered at all.
///
/// A cut in which nobody is tells as much as a cut with one: whoever knows an answer of theirs in it is
/// found out, so it is withheld like a small one.
pub fn gate<Cut: Ord + Clone>(counts: &BTreeMap<Cut, usize>, enough: usize) -> Option<Shown<Cut>> {
    let total: usize = counts.values().sum();
    if total < enough.max(1) {
        return None;
    }
    let mut shown: Vec<(&Cut, usize)> = counts
        .iter()
        .filter(|(_, count)| **count >= enough)
        .map(|(cut, count)| (cut, *count))
        .collect();
    shown.sort_by_key(|(_, count)| *count);
    // What is withheld can be told by subtracting what is shown from the whole.
    while must_withhold_more(counts, &shown, (total, enough)) && !shown.is_empty() {
        shown.remove(0);
    }
    let cuts = counts.keys().map(|cut| {
        let count = shown.iter().find(|(other, _)| *other == cut);
        (cut.clone(), count.map(|(_, count)| *count))
    });
    Some(Shown {
        total,
        cuts: cuts.collect(),
    })
}

fn must_withhold_more<Cut: Ord>(
    counts: &BTreeMap<Cut, usize>,
    shown: &[(&Cut, usize)],
    (total, enough): (usize, usize),
) -> bool {
    let withheld = counts.len() - shown.len();
    let rest = total - shown.iter().map(|(_, count)| count).sum::<usize>();
    // One withheld cut is known exactly; several are known together.
    withheld > 0 && (rest < enough || withheld == 1)
}

/// A sum that may be shown: of words, of examples, of anything that people wrote without a name.
pub fn may_show(respondents: usize, enough: usize) -> bool {
    respondents >= enough.max(1)
}

/// A run of neighbouring steps of a scale, and how many are on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub first: usize,
    pub last: usize,
    pub count: usize,
}

/// A scale as finely as it may be shown: neighbours are joined until every run has enough. Nothing
/// where too few answered at all.
///
/// There is one division of each scale and no other beside it, so nothing can be subtracted from it.
pub fn bands(counts: &[usize], enough: usize) -> Option<Vec<Band>> {
    let enough = enough.max(1);
    let mut found: Vec<Band> = Vec::new();
    let mut open: Option<Band> = None;
    for (at, count) in counts.iter().enumerate() {
        let band = open.get_or_insert(Band {
            first: at,
            last: at,
            count: 0,
        });
        band.last = at;
        band.count += count;
        if band.count >= enough {
            found.extend(open.take());
        }
    }
    // What is left at the end has too few for itself.
    if let Some(rest) = open {
        let last = found.last_mut()?;
        last.last = rest.last;
        last.count += rest.count;
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests;
