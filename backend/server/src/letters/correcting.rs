//! What letters say of corrections: beside what they quote, beside the titles that they name, and on their own.
use super::news::Reader;
use super::sheet::Thing;
use kernel::MisconceptionId;
use misconceptions::{Correction, Misconception, OccurrenceState};
use notifications::{CorrectionFacts, Mailing, Notice, NoticeKind, Told};

impl Reader<'_> {
    /// What a letter tells of, with what is corrected of its title.
    pub(super) fn thing(&self, told: &Told, titled: &[Misconception]) -> Thing {
        let thing = self.told(told);
        let shown: Vec<MisconceptionId> = match told {
            Told::Said { corrections, .. } => {
                let standing = corrections.iter();
                let standing = standing.filter(|it| it.state == OccurrenceState::Stands);
                standing.map(|it| it.record.id).collect()
            }
            Told::Noticed { .. } | Told::Waits { .. } | Told::News { .. } => Vec::new(),
        };
        let titled = titled.iter().filter(|it| !shown.contains(&it.id));
        let lines = titled.flat_map(|record| {
            let lead = self.text("mail-correction-title", &self.facts());
            let parts = self.correction((&record.claim, &record.misses, &record.holds));
            std::iter::once(lead).chain(parts)
        });
        Thing {
            beside: thing.beside.iter().cloned().chain(lines).collect(),
            ..thing
        }
    }

    /// A notice of a correction: what is said of it, and where it stands.
    pub(super) fn correcting(&self, notice: &Notice, it: &CorrectionFacts, thing: Thing) -> Thing {
        let said = match notice.kind {
            NoticeKind::CorrectionOffered => match notice.facts.at {
                Some(until) => self.moment_fact("mail-correction-until", Some(until)),
                None => Some(self.text("mail-correction-revise", &self.facts())),
            },
            NoticeKind::CorrectionTold | NoticeKind::CorrectionReminder if it.is_required => {
                Some(self.text("mail-correction-required", &self.facts()))
            }
            _ => None,
        };
        // It stands in the conversation, beside its passage.
        let place = match notice.kind {
            // What is asked is done where the record is.
            NoticeKind::AgreementAsked => None,
            _ => notice.thread_id.map(|thread| self.go(thread)),
        };
        Thing {
            link: place.unwrap_or(thing.link),
            facts: said.into_iter().collect(),
            quote: None,
            beside: self.correction((&it.claim, &it.misses, &it.holds)),
            ..thing
        }
    }

    /// What stands beside a passage that a letter quotes.
    pub(super) fn beside(&self, it: &Correction) -> Vec<String> {
        let record = &it.record;
        match it.state {
            OccurrenceState::Stands => {
                let lead = self.text("mail-correction-beside", &self.facts());
                let parts = self.correction((&record.claim, &record.misses, &record.holds));
                std::iter::once(lead).chain(parts).collect()
            }
            // What was revised is not in what is quoted.
            OccurrenceState::Revised | OccurrenceState::Lost => Vec::new(),
        }
    }

    /// The three parts of a correction.
    fn correction(&self, (claim, misses, holds): (&str, &str, &str)) -> Vec<String> {
        let mut facts = self.facts();
        facts.set("claim", claim.to_owned());
        facts.set("misses", misses.to_owned());
        facts.set("holds", holds.to_owned());
        let parts = [
            "mail-correction-claim",
            "mail-correction-misses",
            "mail-correction-holds",
        ];
        parts.map(|part| self.text(part, &facts)).to_vec()
    }
}

/// What is corrected of the title of the conversation that is told of. A letter about a correction says it anyway.
pub(super) fn titled<'a>(mailing: &'a Mailing, told: &Told) -> &'a [Misconception] {
    let is_correction = match told {
        Told::Noticed { notice, .. } => notice.facts.correction.is_some(),
        Told::Said { .. } | Told::Waits { .. } | Told::News { .. } => false,
    };
    let key = told.titled().filter(|_| !is_correction);
    let found = key.and_then(|key| mailing.titles.get(&key));
    found.map_or(&[], Vec::as_slice)
}
