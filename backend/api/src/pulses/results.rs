use super::pulse::QuestionObject;
use crate::connection::count;
use ::pulses::{
    Barrier, Change, ItemResults, PulseResults, Question, QuestionKind, Withheld, table_of,
};
use async_graphql::{Object, SimpleObject};

/// As many examples are shown at once.
const SHOWN_MAX: usize = 200;

/// What the group said, as far as it may be shown.
pub struct ResultsObject {
    pub results: PulseResults,
    pub asked: usize,
    pub enough: usize,
}

fn too_few(enough: usize) -> String {
    format!("shown where {enough} or more answered")
}

#[Object(name = "PulseResults")]
impl ResultsObject {
    /// How many answered; nothing unless they are enough.
    async fn respondent_count(&self) -> Option<i32> {
        self.results.respondents.map(count)
    }

    /// How many were asked, they who were spared or away left out.
    async fn asked_count(&self) -> i32 {
        count(self.asked)
    }

    /// Why nothing is shown, in words.
    async fn withheld(&self) -> Option<String> {
        self.results.withheld.map(|why| match why {
            Withheld::Open => "shown once it is closed".to_owned(),
            Withheld::TooFew => too_few(self.enough),
            Withheld::TooMany => {
                "more answered than there are people here, so some answered more than once: \
                nothing is shown"
                    .to_owned()
            }
        })
    }

    /// Question by question, in their order.
    async fn items(&self) -> Vec<ItemObject> {
        let items = self.results.items.iter();
        items
            .map(|(question, item)| ItemObject {
                question: question.clone(),
                item: item.clone(),
                enough: self.enough,
            })
            .collect()
    }

    /// How the same people's answers changed from the baseline on, by question and wave.
    async fn changes(&self) -> Vec<ChangeObject> {
        let changes = self.results.changes.iter();
        changes.map(|change| ChangeObject(change.clone())).collect()
    }

    /// All of this as a table of comma-separated values that spreadsheets open safely. It holds nothing
    /// that is not in the other fields.
    async fn csv(&self) -> String {
        table_of(&self.results)
    }
}

/// How many chose one of a run of neighbouring steps of a scale.
#[derive(SimpleObject)]
pub struct PulseBand {
    /// The first of them, from 0.
    choice: i32,
    /// The last of them.
    up_to: i32,
    /// How many.
    count: i32,
}

/// One part of a cut.
#[derive(SimpleObject)]
pub struct PulseCutResults {
    /// What it is called; empty for who did not say, and null for all the others together, of whom too
    /// few answered.
    name: Option<String>,
    /// How many answered; nothing where that may not be shown.
    answer_count: Option<i32>,
    /// Their mean, likewise.
    mean: Option<f64>,
}

/// How many said that something got in the way.
#[derive(SimpleObject)]
pub struct PulseBarrierCount {
    /// What.
    barrier: Barrier,
    /// Nothing where that may not be shown.
    count: Option<i32>,
}

/// What the group said to one question.
pub struct ItemObject {
    question: Question,
    item: ItemResults,
    enough: usize,
}

#[Object(name = "PulseItemResults")]
impl ItemObject {
    /// What was asked.
    async fn question(&self) -> QuestionObject {
        QuestionObject(self.question.clone())
    }

    /// How many answered it; nothing unless they are enough, and of examples, which may be left out.
    async fn answer_count(&self) -> Option<i32> {
        self.item.count.map(count)
    }

    /// Of a scale: the mean, from 1 to 5; rounded, the fewer answered the coarser.
    async fn mean(&self) -> Option<f64> {
        self.item.mean
    }

    /// Of a scale: runs of neighbouring steps, each with enough people in it.
    async fn bands(&self) -> Option<Vec<PulseBand>> {
        let bands = self.item.bands.as_ref()?;
        let object = |band: &checkins::Band| PulseBand {
            choice: count(band.first),
            up_to: count(band.last),
            count: count(band.count),
        };
        Some(bands.iter().map(object).collect())
    }

    /// Of a scale: the parts of the one cut that was fixed beforehand.
    async fn cuts(&self) -> Vec<PulseCutResults> {
        let cuts = self.item.cuts.iter();
        cuts.map(|cut| PulseCutResults {
            name: cut.name.clone(),
            answer_count: cut.shown.map(|(number, _)| count(number)),
            mean: cut.shown.map(|(_, mean)| mean),
        })
        .collect()
    }

    /// What got in the way, where that was asked.
    async fn barriers(&self) -> Option<Vec<PulseBarrierCount>> {
        let barriers = self.item.barriers.as_ref()?.iter();
        Some(
            barriers
                .map(|it| PulseBarrierCount {
                    barrier: it.barrier,
                    count: it.count.map(count),
                })
                .collect(),
        )
    }

    /// Examples, at most 200, in the order of the alphabet; none unless enough people wrote one.
    async fn texts(&self) -> Vec<&str> {
        let texts = self.item.texts.iter().map(String::as_str);
        texts.take(SHOWN_MAX).collect()
    }

    /// Why nothing is shown, in words.
    async fn withheld(&self) -> Option<String> {
        let is_shown = match self.question.kind {
            QuestionKind::Text => !self.item.texts.is_empty(),
            QuestionKind::Scale | QuestionKind::Barriers => self.item.count.is_some(),
        };
        (!is_shown).then(|| too_few(self.enough))
    }
}

/// How the same people's answers to one question changed since the baseline.
pub struct ChangeObject(Change);

#[Object(name = "PulseChange")]
impl ChangeObject {
    /// The key of the question.
    async fn key(&self) -> &str {
        &self.0.item
    }

    /// How it reads in the baseline.
    async fn words(&self) -> &str {
        &self.0.words
    }

    /// After how many days: 30, 60 or 90.
    async fn wave(&self) -> i32 {
        self.0.wave
    }

    /// Of how many people it is reckoned; nothing where it may not be shown.
    async fn count(&self) -> Option<i32> {
        self.0.shown.map(|(number, _)| count(number))
    }

    /// The mean of each person's change, in steps of the scale, rounded as means are.
    async fn change(&self) -> Option<f64> {
        self.0.shown.map(|(_, change)| change)
    }

    /// Why it is not shown, in words.
    async fn withheld(&self) -> Option<&'static str> {
        match self.0.shown {
            Some(_) => None,
            None => Some("too few answered both times for it to be shown"),
        }
    }
}
