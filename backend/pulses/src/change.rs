//! How the same people's answers changed from a baseline on. Pure.
//!
//! A mean change of some people and the means of both waves can be subtracted from each other: what is
//! left is of those who answered once only. So whom a change is reckoned of is fewer than who answered
//! the later wave by as many as the gate asks for, chosen by their pseudonyms, which are chance: then
//! whatever is subtracted, the later answers of so many people remain in it, and nothing else that is
//! shown holds those. Where exactly the same people answered both there is nothing to keep back: their
//! change is the difference of the two means. A pulse with waves has no cuts for the same reason.
use crate::results::mean_shown;
use checkins::may_show;
use std::collections::BTreeMap;

/// The values of one wave of one item, each by its pseudonym.
pub(crate) type Wave = BTreeMap<Vec<u8>, i64>;

/// What may be shown of the change of one item up to one wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The item's key.
    pub item: String,
    /// As it reads.
    pub words: String,
    /// In days after the baseline.
    pub wave: i32,
    /// How many it is reckoned of, and the mean of their changes; nothing where it is withheld.
    pub shown: Option<(usize, f64)>,
}

/// The pseudonyms of whom a change is reckoned; nobody where it may not be shown.
fn reckoned<'a>(before: &'a Wave, after: &'a Wave, enough: usize) -> Vec<&'a Vec<u8>> {
    let mut both: Vec<&Vec<u8>> = before.keys().filter(|it| after.contains_key(*it)).collect();
    let is_the_same = both.len() == before.len() && both.len() == after.len();
    if !is_the_same {
        both.truncate(after.len().saturating_sub(enough));
    }
    match may_show(both.len(), enough) {
        true => both,
        false => Vec::new(),
    }
}

/// The mean change, and of how many; nothing where it may not be shown.
pub(crate) fn change(before: &Wave, after: &Wave, enough: usize) -> Option<(usize, f64)> {
    let people = reckoned(before, after, enough);
    let sum = people
        .iter()
        .filter_map(|it| Some(after.get(*it)? - before.get(*it)?));
    let mean = mean_shown(sum.sum(), people.len())?;
    Some((people.len(), mean))
}

#[cfg(test)]
mod tests;
