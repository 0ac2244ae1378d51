//! What is posted when a check-in closes: counts of what everybody may know. Pure.
use crate::results::{respondents, tally};
use crate::{Counts, Question, QuestionKind, Tally, Visibility};
use std::fmt::Write;

/// The language of who defined the check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

impl Language {
    pub fn of(tag: &str) -> Self {
        match tag {
            "de" => Self::German,
            _ => Self::English,
        }
    }

    /// What is asked of somebody's own commitment where nobody worded it.
    pub fn what_became(self) -> &'static str {
        match self {
            Self::English => "What became of it, and what will you do next?",
            Self::German => "Was ist daraus geworden, und was tun Sie als Nächstes?",
        }
    }

    fn answered(self, counts: Counts) -> String {
        let Counts { asked, sent } = counts;
        match self {
            Self::English => format!("{sent} of {asked} have answered. Thank you."),
            Self::German => format!("{sent} von {asked} haben geantwortet. Vielen Dank."),
        }
    }

    fn answers(self, count: usize) -> String {
        match (self, count) {
            (Self::English, 1) => "1 answer".to_owned(),
            (Self::English, _) => format!("{count} answers"),
            (Self::German, 1) => "1 Antwort".to_owned(),
            (Self::German, _) => format!("{count} Antworten"),
        }
    }

    fn withheld(self) -> &'static str {
        match self {
            Self::English => "Too few answered for anything to be shown without names.",
            Self::German => "Zu wenige Antworten, um ohne Namen etwas zu zeigen.",
        }
    }

    fn few(self) -> &'static str {
        match self {
            Self::English => "few",
            Self::German => "wenige",
        }
    }

    fn commitment(self) -> [&'static str; 3] {
        match self {
            Self::English => ["done", "changed my mind", "open"],
            Self::German => ["erledigt", "anders entschieden", "offen"],
        }
    }

    pub fn title(self, title: &str) -> String {
        let words = match self {
            Self::English => "What came of it",
            Self::German => "Was herausgekommen ist",
        };
        let text = format!("{title}: {words}");
        text.chars().take(150).collect()
    }
}

/// What was chosen in answer to one question, by whoever chose.
pub type Chosen<'a> = (&'a Question, Vec<Option<i32>>);

/// The summary in Markdown: only questions whose answers are for the cohort, or anonymous.
pub fn body(language: Language, counts: Counts, answers: &[Chosen<'_>]) -> String {
    let mut text = language.answered(counts);
    for (question, chosen) in answers {
        let shown = match question.visibility {
            Visibility::Cohort => Some(chosen.len()),
            Visibility::Anonymous => respondents(chosen.len()),
            Visibility::Pair | Visibility::Facilitators => continue,
        };
        let _ = write!(text, "\n\n**{}**\n", plain(&question.words));
        let Some(count) = shown else {
            let _ = write!(text, "\n{}", language.withheld());
            continue;
        };
        match tally(question, chosen) {
            None => {
                let _ = write!(text, "\n{}", language.answers(count));
            }
            Some(tallies) => {
                for it in &tallies {
                    let _ = write!(text, "\n- {}", line(language, question, it));
                }
            }
        }
    }
    text
}

fn line(language: Language, question: &Question, it: &Tally) -> String {
    let word = |at: usize| match question.kind {
        QuestionKind::Commitment => language.commitment().get(at).map(|it| (*it).to_owned()),
        _ => question.options.0.get(at).map(|it| plain(it)),
    };
    let names: Vec<String> = [it.first, it.last]
        .into_iter()
        .filter_map(word)
        .take(if it.first == it.last { 1 } else { 2 })
        .collect();
    let count = it.count.map(|count| count.to_string());
    let count = count.unwrap_or_else(|| language.few().to_owned());
    format!("{}: {count}", names.join(" – "))
}

/// Words as they were typed, whatever they would mean in Markdown.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
