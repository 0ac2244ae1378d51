//! What can be asked and answered, as it is typed. Pure.
use crate::{Answer, Options, Question, QuestionKind, Visibility};
use async_graphql::InputObject;
use kernel::{CheckInId, CheckInQuestionId, Error, MisconceptionId, Result, line, optional_line};
use pairings::CommitmentOutcome;
use serde::{Deserialize, Serialize};

pub const QUESTIONS_MAX: usize = 8;
const WORDS_CHARS_MAX: usize = 300;
const OPTION_CHARS_MAX: usize = 200;
/// A statement may say what a misconception does in its own words.
const STATEMENT_CHARS_MAX: usize = 300;
const TEXT_CHARS_MAX: usize = 2_000;
/// Done, changed my mind, open.
pub const COMMITMENT_CHOICES: usize = 3;
pub const COMMITMENT_DONE: i32 = 0;
pub const COMMITMENT_CHANGED: i32 = 1;
pub const COMMITMENT_OPEN: i32 = 2;

/// What became of a commitment of a pair, as an option of who is asked about it.
pub fn choice_of(outcome: CommitmentOutcome) -> i32 {
    match outcome {
        CommitmentOutcome::Done => COMMITMENT_DONE,
        CommitmentOutcome::ChangedMind => COMMITMENT_CHANGED,
        CommitmentOutcome::Open => COMMITMENT_OPEN,
    }
}

/// A question.
#[derive(Clone, Debug, InputObject, Serialize, Deserialize)]
#[graphql(name = "CheckInQuestionInput")]
pub struct QuestionInput {
    pub kind: QuestionKind,
    /// What is asked, 1 to 300 characters.
    pub words: String,
    /// 3 to 5 words of a scale from the least to the most, 2 to 12 of a choice, the two statements of a
    /// re-check; none for the others. Each 1 to 200 characters, a statement 1 to 300.
    #[graphql(default)]
    #[serde(default)]
    pub options: Vec<String>,
    /// Who reads the answers.
    #[graphql(default_with = "Visibility::Facilitators")]
    pub visibility: Visibility,
    /// Whether it can be left out.
    #[graphql(default)]
    #[serde(default)]
    pub optional: bool,
    /// Of a re-check: a misconception that was corrected in the community. Who has answered reads what
    /// holds instead, and its spread counts them.
    #[serde(default)]
    pub misconception: Option<MisconceptionId>,
    /// Which of the two statements says that misconception, from 0; nothing without one.
    #[serde(default)]
    pub mistaken: Option<i32>,
}

impl QuestionInput {
    /// # Errors
    /// `Invalid` on the field of this question that is not as it should be.
    pub fn parse(
        &self,
        (id, check_in): (CheckInQuestionId, CheckInId),
        at: usize,
    ) -> Result<Question> {
        let (words, options) = self.read()?;
        Ok(Question {
            id,
            check_in_id: check_in,
            position: i32::try_from(at).unwrap_or(i32::MAX),
            kind: self.kind,
            words,
            options: Options(options),
            visibility: self.visibility,
            optional: self.optional,
            misconception_id: self.misconception,
            mistaken: self.mistaken,
        })
    }

    /// Whether it can be asked, for who plans it long before.
    ///
    /// # Errors
    /// `Invalid` on the field of this question that is not as it should be.
    pub fn check(&self) -> Result<()> {
        self.read().map(|_| ())
    }

    /// What is asked, and its options.
    fn read(&self) -> Result<(String, Vec<String>)> {
        let longest = match self.kind {
            QuestionKind::Misconception => STATEMENT_CHARS_MAX,
            _ => OPTION_CHARS_MAX,
        };
        let options: Vec<String> = self
            .options
            .iter()
            .map(|option| line("options", option, longest))
            .collect::<Result<_>>()?;
        let (least, most, words) = match self.kind {
            QuestionKind::ShortText => (0, 0, "a short text has no options"),
            QuestionKind::Commitment => (0, 0, "a commitment brings its own options"),
            QuestionKind::Scale => (3, 5, "a scale has 3 to 5 words"),
            QuestionKind::Choice => (2, 12, "a choice has 2 to 12 options"),
            QuestionKind::Misconception => (2, 2, "a re-check has two statements"),
        };
        if !(least..=most).contains(&options.len()) {
            return Err(Error::invalid("options", words));
        }
        let mut known = options.clone();
        known.sort_unstable();
        known.dedup();
        if known.len() < options.len() {
            let words = "two options read the same";
            return Err(Error::invalid("options", words));
        }
        if self.kind == QuestionKind::Commitment && self.visibility == Visibility::Anonymous {
            return Err(Error::invalid(
                "visibility",
                "a commitment is somebody's own, so it cannot be anonymous",
            ));
        }
        self.check_mistaken()?;
        Ok((line("words", &self.words, WORDS_CHARS_MAX)?, options))
    }

    /// A misconception is asked about by a re-check alone, which says which of its statements is wrong.
    fn check_mistaken(&self) -> Result<()> {
        match (self.kind, self.misconception, self.mistaken) {
            (_, None, None) | (QuestionKind::Misconception, Some(_), Some(0 | 1)) => Ok(()),
            (QuestionKind::Misconception, Some(_), _) => Err(Error::invalid(
                "mistaken",
                "say which of the two statements is the misconception",
            )),
            (QuestionKind::Misconception, None, Some(_)) => Err(Error::invalid(
                "misconception",
                "say which misconception the statement is",
            )),
            _ => Err(Error::invalid(
                "misconception",
                "a misconception is asked about by a re-check alone",
            )),
        }
    }
}

/// # Errors
/// `Invalid` on `questions` when there are none, or too many.
pub fn few_enough(questions: &[QuestionInput]) -> Result<()> {
    match (1..=QUESTIONS_MAX).contains(&questions.len()) {
        true => Ok(()),
        false => Err(Error::invalid(
            "questions",
            format!("ask 1 to {QUESTIONS_MAX} questions"),
        )),
    }
}

/// About how many minutes it takes to answer them: half a minute each, and as much again to write.
pub fn minutes_of(questions: &[Question]) -> usize {
    let written = [QuestionKind::ShortText, QuestionKind::Commitment];
    let slow = questions.iter().filter(|it| written.contains(&it.kind));
    (questions.len() + slow.count()).div_ceil(2).max(1)
}

/// What somebody answers to one question. Neither words nor a choice takes an answer back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CheckInAnswerInput")]
pub struct AnswerInput {
    pub question: CheckInQuestionId,
    /// Their own words, at most 2,000 characters; of what offers options a remark, and of a changed mind why.
    pub text: Option<String>,
    /// Which of the options, from 0; of a commitment 0 for done, 1 for a changed mind, 2 for open.
    pub choice: Option<i32>,
}

/// What was answered, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub question: CheckInQuestionId,
    pub text: String,
    pub choice: Option<i32>,
}

impl Given {
    pub fn is_nothing(&self) -> bool {
        self.text.is_empty() && self.choice.is_none()
    }
}

impl AnswerInput {
    /// # Errors
    /// `Invalid` on `answers` when it fits no question of these.
    pub fn parse(&self, questions: &[Question]) -> Result<Given> {
        let asked = questions.iter().find(|it| it.id == self.question);
        let asked = asked.ok_or_else(|| wrong("one of these questions is not asked here"))?;
        let text = match self.text.as_deref().map(str::trim) {
            None | Some("") => String::new(),
            Some(text) => kernel::body("answers", text)?,
        };
        if text.chars().count() > TEXT_CHARS_MAX {
            return Err(wrong("this is too long: 2,000 characters is the most"));
        }
        let choices = match asked.kind {
            QuestionKind::Commitment => COMMITMENT_CHOICES,
            QuestionKind::ShortText => 0,
            _ => asked.options.0.len(),
        };
        let fits = |choice: i32| usize::try_from(choice).is_ok_and(|choice| choice < choices);
        match self.choice {
            Some(choice) if !fits(choice) => Err(wrong("this is none of the options")),
            choice => Ok(Given {
                question: asked.id,
                text,
                choice,
            }),
        }
    }
}

/// # Errors
/// `Invalid` on `answers`, naming the first question that must be answered and is not; or when a mind was
/// changed without a reason.
pub fn all_answered<'a>(
    questions: impl Iterator<Item = &'a Question>,
    given: &[Given],
) -> Result<()> {
    for question in questions {
        let answer = given.iter().find(|it| it.question == question.id);
        if answer.is_some_and(|it| changed_mind(question, it) && it.text.is_empty()) {
            return Err(wrong("say in a few words why you changed your mind"));
        }
        if question.optional {
            continue;
        }
        let answered = answer.is_some_and(|it| match question.kind {
            QuestionKind::ShortText | QuestionKind::Commitment => !it.is_nothing(),
            _ => it.choice.is_some(),
        });
        if !answered {
            let words = format!("this waits for an answer: {}", question.words);
            return Err(Error::invalid("answers", words));
        }
    }
    Ok(())
}

fn changed_mind(question: &Question, given: &Given) -> bool {
    question.kind == QuestionKind::Commitment && given.choice == Some(COMMITMENT_CHANGED)
}

/// Of answers to commitment questions, the latest first: what the person stands by still.
///
/// New words are a new commitment, unless they say why somebody changed their mind. One that was done, or
/// about which they did, is one no more.
pub fn standing_commitment<'a>(
    answers: impl IntoIterator<Item = &'a Answer>,
) -> Option<&'a Answer> {
    for answer in answers {
        match answer.choice {
            Some(COMMITMENT_CHANGED) => return None,
            _ if !answer.text.is_empty() => return Some(answer),
            Some(COMMITMENT_OPEN) => {}
            _ => return None,
        }
    }
    None
}

/// Why somebody skips it.
pub fn parse_because(because: &str) -> Result<String> {
    match optional_line("because", because, WORDS_CHARS_MAX)? {
        Some(because) => Ok(because),
        None => Err(Error::invalid("because", "say why in a few words")),
    }
}

fn wrong(words: &'static str) -> Error {
    Error::invalid("answers", words)
}
