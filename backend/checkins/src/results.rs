//! What answers come to, each by its question. Pure.
use crate::threshold::{ENOUGH, bands, gate, may_show};
use crate::{Question, QuestionKind, Visibility};
use std::collections::BTreeMap;

/// How many chose an option, or one of a run of neighbouring steps of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub first: usize,
    pub last: usize,
    /// Nothing where it may not be shown.
    pub count: Option<usize>,
}

/// Counts by option. Of anonymous answers only what the gate lets through; nothing where that is
/// nothing at all, or the question offers no options.
pub fn tally(question: &Question, choices: &[Option<i32>]) -> Option<Vec<Tally>> {
    let steps = match question.kind {
        QuestionKind::ShortText => return None,
        QuestionKind::Commitment => crate::asking::COMMITMENT_CHOICES,
        _ => question.options.0.len(),
    };
    let mut counts = vec![0; steps];
    for choice in choices.iter().flatten() {
        let at = usize::try_from(*choice).ok();
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    match (question.visibility, question.kind) {
        (Visibility::Anonymous, QuestionKind::Scale) => {
            let bands = bands(&counts, ENOUGH)?;
            Some(
                bands
                    .iter()
                    .map(|band| Tally {
                        first: band.first,
                        last: band.last,
                        count: Some(band.count),
                    })
                    .collect(),
            )
        }
        (Visibility::Anonymous, _) => {
            let counts: BTreeMap<usize, usize> = counts.into_iter().enumerate().collect();
            let shown = gate(&counts, ENOUGH)?;
            Some(
                shown
                    .cuts
                    .into_iter()
                    .map(|(at, count)| one(at, count))
                    .collect(),
            )
        }
        _ => Some(
            counts
                .into_iter()
                .enumerate()
                .map(|(at, count)| one(at, Some(count)))
                .collect(),
        ),
    }
}

fn one(at: usize, count: Option<usize>) -> Tally {
    Tally {
        first: at,
        last: at,
        count,
    }
}

/// How many answered without a name, where that may be said.
pub fn respondents(count: usize) -> Option<usize> {
    may_show(count, ENOUGH).then_some(count)
}
