//! What the answers to one question come to, and what of it may be shown. Pure.
//!
//! Every number goes through `checkins::threshold`: nothing stands on fewer people than it allows. Of
//! each scale there is one division into runs; of a cut, which is fixed before anybody is asked, how many
//! and their mean, never how they are spread, so that nothing spread over a part can be subtracted from
//! the whole. A mean is rounded as coarsely as few people need: beside the runs, it must not tell what
//! one of them said.
use crate::tables::Answer;
use crate::{Barrier, Question, QuestionKind};
use checkins::{Band, bands, gate, may_show};
use std::collections::BTreeMap;

/// What may be shown of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemResults {
    /// Nothing where too few answered, and of texts, which may be left out.
    pub count: Option<usize>,
    pub mean: Option<f64>,
    pub bands: Option<Vec<Band>>,
    pub cuts: Vec<CutResults>,
    pub barriers: Option<Vec<BarrierCount>>,
    /// In no order.
    pub texts: Vec<String>,
}

/// What may be shown of one part of a cut.
#[derive(Clone, Debug, PartialEq)]
pub struct CutResults {
    /// Empty where people did not say; nothing where it stands for all the parts that are withheld,
    /// whose names would tell where somebody is.
    pub name: Option<String>,
    /// How many, and their mean; nothing where it is withheld.
    pub shown: Option<(usize, f64)>,
}

/// How many said that this got in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarrierCount {
    pub barrier: Barrier,
    /// Nothing where it is withheld.
    pub count: Option<usize>,
}

/// A mean, or a mean of changes, of so many answers that sum up to this.
pub fn mean_shown(sum: i64, count: usize) -> Option<f64> {
    let count_of = u32::try_from(count).ok().filter(|count| *count > 0)?;
    let sum = i32::try_from(sum).ok()?;
    let steps = match count {
        0..10 => 2.0,
        10..20 => 5.0,
        _ => 10.0,
    };
    let rounded = (f64::from(sum) / f64::from(count_of) * steps).round() / steps;
    Some(if rounded == 0.0 { 0.0 } else { rounded }) // no minus before nothing
}

/// What may be shown of the answers to one question.
pub(crate) fn item_results(question: &Question, answers: &[&Answer], enough: usize) -> ItemResults {
    match question.kind {
        QuestionKind::Scale => scale(question, answers, enough),
        QuestionKind::Barriers => barriers(answers, enough),
        QuestionKind::Text => ItemResults {
            texts: texts(answers, enough),
            ..ItemResults::default()
        },
    }
}

/// Steps count from 0 and are told from 1.
fn value(answer: &Answer) -> Option<i64> {
    answer.choice.map(|choice| i64::from(choice) + 1)
}

fn scale(question: &Question, answers: &[&Answer], enough: usize) -> ItemResults {
    let mut counts = vec![0; question.options.0.len()];
    for choice in answers.iter().filter_map(|it| it.choice) {
        let at = usize::try_from(choice).ok();
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    let count: usize = counts.iter().sum();
    if !may_show(count, enough) {
        return ItemResults::default();
    }
    let sum: i64 = answers.iter().filter_map(|it| value(it)).sum();
    ItemResults {
        count: Some(count),
        mean: mean_shown(sum, count),
        bands: bands(&counts, enough),
        cuts: cuts(answers, enough),
        ..ItemResults::default()
    }
}

fn cuts(answers: &[&Answer], enough: usize) -> Vec<CutResults> {
    if answers.iter().all(|it| it.part.is_none()) {
        return Vec::new(); // nobody was divided
    }
    let mut parts: BTreeMap<String, (usize, i64)> = BTreeMap::new();
    for answer in answers {
        if let Some(value) = value(answer) {
            // Who belongs to no part did not say: left out, they were what is left of the whole.
            let part = answer.part.clone().unwrap_or_default();
            let (count, sum) = parts.entry(part).or_default();
            *count += 1;
            *sum += value;
        }
    }
    let counts = parts
        .iter()
        .map(|(name, (count, _))| (name.clone(), *count))
        .collect();
    let Some(gated) = gate(&counts, enough) else {
        return Vec::new();
    };
    let is_withheld = gated.cuts.values().any(Option::is_none);
    let shown = gated.cuts.into_iter().filter_map(|(name, count)| {
        let (count, (_, sum)) = (count?, *parts.get(&name)?);
        Some(CutResults {
            shown: Some((count, mean_shown(sum, count)?)),
            name: Some(name),
        })
    });
    let others = CutResults {
        name: None,
        shown: None,
    };
    shown.chain(is_withheld.then_some(others)).collect()
}

fn barriers(answers: &[&Answer], enough: usize) -> ItemResults {
    let total = answers.len();
    if !may_show(total, enough) {
        return ItemResults::default();
    }
    let counts = Barrier::ALL.into_iter().map(|barrier| {
        let such = |it: &&&Answer| it.barriers.0.contains(&barrier);
        let named = answers.iter().filter(such).count();
        // Those who did not name it are the rest, and can be told from the whole.
        let both = BTreeMap::from([(true, named), (false, total - named)]);
        let shown = gate(&both, enough).and_then(|shown| shown.cuts.get(&true).copied().flatten());
        BarrierCount {
            barrier,
            count: shown,
        }
    });
    ItemResults {
        count: Some(total),
        barriers: Some(counts.collect()),
        ..ItemResults::default()
    }
}

fn texts(answers: &[&Answer], enough: usize) -> Vec<String> {
    let written = answers.iter().filter(|it| !it.text.is_empty());
    let mut texts: Vec<String> = written.map(|it| it.text.clone()).collect();
    if !may_show(texts.len(), enough) {
        return Vec::new();
    }
    // By the alphabet: no order in which they came, and none that two tables share.
    texts.sort_unstable();
    texts
}

#[cfg(test)]
mod tests;
