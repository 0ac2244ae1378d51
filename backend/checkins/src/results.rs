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
    let chosen = choices.iter().flatten().map(|choice| (*choice, 1));
    tally_of(question, chosen)
}

/// As `tally`, of choices that were counted before.
fn tally_of(question: &Question, chosen: impl Iterator<Item = (i32, usize)>) -> Option<Vec<Tally>> {
    let steps = match question.kind {
        QuestionKind::ShortText => return None,
        QuestionKind::Commitment => crate::asking::COMMITMENT_CHOICES,
        _ => question.options.0.len(),
    };
    let mut counts = vec![0; steps];
    for (choice, times) in chosen {
        let at = usize::try_from(choice).ok();
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += times;
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

/// How many were asked again about a misconception, and how many of them would act on it still.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recheck {
    pub answered: usize,
    pub mistaken: usize,
}

impl Recheck {
    /// Adds what came of one question, if all of that may be shown: a part of it would tell the rest.
    pub(crate) fn add(&mut self, question: &Question, chosen: impl Iterator<Item = (i32, usize)>) {
        let tallies = tally_of(question, chosen).unwrap_or_default();
        let counts: Option<Vec<usize>> = tallies.iter().map(|it| it.count).collect();
        let mistaken = question.mistaken.and_then(|at| usize::try_from(at).ok());
        if let (Some(counts), Some(mistaken)) = (counts, mistaken) {
            self.answered += counts.iter().sum::<usize>();
            self.mistaken += counts.get(mistaken).copied().unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(kind: &str) -> T {
        let id = format!("{kind}_01h455vb4pex5vsknk084sn02q");
        id.parse().expect("an id")
    }

    fn recheck(visibility: Visibility) -> Question {
        Question {
            id: id("checkinquestion"),
            check_in_id: id("checkin"),
            position: 0,
            kind: QuestionKind::Misconception,
            words: "Which would you act on?".to_owned(),
            options: Options(vec!["what holds".to_owned(), "what is wrong".to_owned()]),
            visibility,
            optional: false,
            misconception_id: None,
            mistaken: Some(1),
        }
    }

    fn came_of(visibility: Visibility, chosen: [usize; 2]) -> Recheck {
        let mut all = Recheck::default();
        let chosen = (0..).zip(chosen);
        all.add(&recheck(visibility), chosen);
        all
    }

    #[test]
    fn a_recheck_counts_what_its_board_shows_and_nothing_else() {
        let all = Recheck {
            answered: 7,
            mistaken: 2,
        };
        assert_eq!(came_of(Visibility::Cohort, [5, 2]), all);
        assert_eq!(came_of(Visibility::Anonymous, [5, 2]), Recheck::default());
        let enough = Recheck {
            answered: 13,
            mistaken: 6,
        };
        assert_eq!(came_of(Visibility::Anonymous, [7, 6]), enough);
    }
}
