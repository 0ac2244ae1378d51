//! What is asked where nobody worded it, in English and German. Pure.
use crate::{PulseKind, QuestionInput, QuestionKind};
use checkins::Language;
use sessions::Objective;

/// A form names at most so many objectives: more would not be answered.
const OBJECTIVES_MAX: usize = 6;
const ABOUT_CHARS_MAX: usize = 150;
/// A baseline is repeated after so many days.
pub(crate) const WAVES: [i32; 3] = [30, 60, 90];

/// What a pulse of a kind asks unless somebody says otherwise.
#[derive(Clone, Debug)]
pub struct Template {
    pub kind: PulseKind,
    pub title: String,
    /// So many days after its session it opens, if it follows one.
    pub days_after: Option<i32>,
    pub days_open: i32,
    /// After how many days it is asked again.
    pub waves: Vec<i32>,
    pub questions: Vec<QuestionInput>,
}

/// Whom and what a reaction form asks about.
#[derive(Clone, Debug, Default)]
pub(crate) struct About {
    /// The ids and names of those who lead the session.
    pub leaders: Vec<(String, String)>,
    pub objectives: Vec<Objective>,
}

/// What is asked in a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub Language);

impl Words {
    fn say<'a>(self, english: &'a str, german: &'a str) -> &'a str {
        match self.0 {
            Language::English => english,
            Language::German => german,
        }
    }

    pub(crate) fn template(self, kind: PulseKind, about: &About) -> Template {
        let (days_after, days_open) = match kind {
            PulseKind::Reaction => (Some(0), 3),
            PulseKind::Transfer => (Some(14), 14),
            PulseKind::Baseline | PulseKind::FollowUp => (None, 7),
        };
        Template {
            kind,
            title: self.title(kind).to_owned(),
            days_after,
            days_open,
            waves: match kind {
                PulseKind::Baseline => WAVES.to_vec(),
                _ => Vec::new(),
            },
            questions: match kind {
                PulseKind::Reaction => self.reaction(about),
                PulseKind::Transfer => self.transfer(),
                PulseKind::Baseline | PulseKind::FollowUp => self.practice(),
            },
        }
    }

    fn title(self, kind: PulseKind) -> &'static str {
        match kind {
            PulseKind::Reaction => self.say("Before you go", "Bevor Sie gehen"),
            PulseKind::Transfer => self.say("What came of it?", "Was ist daraus geworden?"),
            PulseKind::Baseline => self.say("Where do you stand?", "Wo stehen Sie?"),
            PulseKind::FollowUp => self.say("Where do you stand now?", "Wo stehen Sie jetzt?"),
        }
    }

    /// What a follow-up is called.
    pub(crate) fn title_of_wave(self, title: &str, days: i32) -> String {
        let text = match self.0 {
            Language::English => format!("{title} ({days} days on)"),
            Language::German => format!("{title} (nach {days} Tagen)"),
        };
        text.chars().take(150).collect()
    }

    fn agreement(self) -> Vec<String> {
        let words = match self.0 {
            Language::English => ["not at all", "hardly", "partly", "mostly", "fully"],
            Language::German => ["gar nicht", "kaum", "teilweise", "überwiegend", "völlig"],
        };
        words.map(str::to_owned).to_vec()
    }

    fn frequency(self) -> Vec<String> {
        let words = match self.0 {
            Language::English => ["never", "once", "a few times", "every week", "almost daily"],
            Language::German => ["nie", "einmal", "einige Male", "jede Woche", "fast täglich"],
        };
        words.map(str::to_owned).to_vec()
    }

    fn scale(key: &str, words: &str, options: Vec<String>) -> QuestionInput {
        QuestionInput {
            key: key.to_owned(),
            kind: QuestionKind::Scale,
            words: words.to_owned(),
            options,
            about: None,
        }
    }

    fn open(key: &str, words: &str) -> QuestionInput {
        QuestionInput {
            kind: QuestionKind::Text,
            ..Self::scale(key, words, Vec::new())
        }
    }

    fn barriers(self) -> QuestionInput {
        let words = self.say("What got in the way?", "Was kam dazwischen?");
        QuestionInput {
            kind: QuestionKind::Barriers,
            ..Self::scale("barriers", words, Vec::new())
        }
    }

    fn transfer(self) -> Vec<QuestionInput> {
        let peers = self.say(
            "Conversations with peers helped me apply what I learned.",
            "Gespräche mit anderen haben mir geholfen, das Gelernte anzuwenden.",
        );
        let used = self.say(
            "How often have you used what you learned?",
            "Wie oft haben Sie das Gelernte angewandt?",
        );
        let example = self.say(
            "An example: what did you do differently, and who helped?",
            "Ein Beispiel: Was haben Sie anders gemacht, und wer hat geholfen?",
        );
        vec![
            Self::scale("peers", peers, self.agreement()),
            Self::open("example", example),
            Self::scale("used", used, self.frequency()),
            self.barriers(),
        ]
    }

    fn practice(self) -> Vec<QuestionInput> {
        let sure = self.say(
            "I am sure that I can do what this program is about.",
            "Ich bin sicher, dass ich kann, worum es in diesem Programm geht.",
        );
        let doing = self.say(
            "How often do you do it at work?",
            "Wie oft tun Sie es bei der Arbeit?",
        );
        let backing = self.say(
            "The people I work with help me to do it.",
            "Die Menschen, mit denen ich arbeite, helfen mir dabei.",
        );
        vec![
            Self::scale("sure", sure, self.agreement()),
            Self::scale("doing", doing, self.frequency()),
            Self::scale("backing", backing, self.agreement()),
            self.barriers(),
        ]
    }

    fn reaction(self, about: &About) -> Vec<QuestionInput> {
        let useful = self.say(
            "This session is useful for my work.",
            "Diese Sitzung nützt mir bei der Arbeit.",
        );
        let kept = self.say(
            "What should stay as it is, and what should change?",
            "Was soll so bleiben, und was soll anders werden?",
        );
        let mut asked = vec![Self::scale("useful", useful, self.agreement())];
        asked.extend(about.leaders.iter().map(|(id, name)| {
            let words = self.say(
                "They helped me learn.",
                "Sie oder er hat mir beim Lernen geholfen.",
            );
            QuestionInput {
                about: Some(name.clone()),
                ..Self::scale(&format!("leader:{id}"), words, self.agreement())
            }
        }));
        let objectives = about.objectives.iter().take(OBJECTIVES_MAX);
        asked.extend(objectives.map(|objective| {
            let words = self.say("I can do this now.", "Das kann ich jetzt.");
            let key = format!("objective:{}", objective.number);
            let statement = objective.statement.chars().take(ABOUT_CHARS_MAX);
            QuestionInput {
                about: Some(statement.collect()),
                ..Self::scale(&key, words, self.agreement())
            }
        }));
        asked.push(Self::open("stay", kept));
        asked
    }
}
