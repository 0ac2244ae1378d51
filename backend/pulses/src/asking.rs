//! What can be asked and answered, as it is typed. Pure.
use crate::{Barrier, Options, Question, QuestionKind};
use async_graphql::InputObject;
use kernel::{Error, PulseId, PulseQuestionId, Result, line};

pub const QUESTIONS_MAX: usize = 12;
const STEPS: usize = 5;
const KEY_CHARS_MAX: usize = 60;
const WORDS_CHARS_MAX: usize = 300;
const OPTION_CHARS_MAX: usize = 80;
const TEXT_CHARS_MAX: usize = 2_000;

/// A question.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PulseQuestionInput")]
pub struct QuestionInput {
    /// Of the template, or a word of one's own (a-z, 0-9, -, _ and :, at most 60): the same in every wave.
    pub key: String,
    pub kind: QuestionKind,
    /// What is asked, 1 to 300 characters.
    pub words: String,
    /// 5 words of a scale from the least to the most, each another, of 1 to 80 characters; none for the
    /// others.
    #[graphql(default)]
    pub options: Vec<String>,
    /// Of a reaction form: whom or what it is about, at most 300 characters.
    pub about: Option<String>,
}

impl QuestionInput {
    fn parse(&self, (id, pulse): (PulseQuestionId, PulseId), at: usize) -> Result<Question> {
        let options: Vec<String> = self
            .options
            .iter()
            .map(|option| line("options", option, OPTION_CHARS_MAX))
            .collect::<Result<_>>()?;
        let wanted = match self.kind {
            QuestionKind::Scale => STEPS,
            QuestionKind::Text | QuestionKind::Barriers => 0,
        };
        if options.len() != wanted {
            let words = match self.kind {
                QuestionKind::Scale => "a scale has 5 words",
                QuestionKind::Text | QuestionKind::Barriers => {
                    "only a scale has words to choose from"
                }
            };
            return Err(Error::invalid("options", words));
        }
        let mut known = options.clone();
        known.sort_unstable();
        known.dedup();
        if known.len() < options.len() {
            return Err(Error::invalid("options", "two options read the same"));
        }
        let about = self.about.as_deref().map(str::trim);
        let about = about.filter(|it| !it.is_empty());
        Ok(Question {
            id,
            pulse_id: pulse,
            position: i32::try_from(at).unwrap_or(i32::MAX),
            kind: self.kind,
            item: parse_key(&self.key)?,
            words: line("words", &self.words, WORDS_CHARS_MAX)?,
            options: Options(options),
            about: about
                .map(|it| line("about", it, WORDS_CHARS_MAX))
                .transpose()?,
        })
    }
}

fn parse_key(key: &str) -> Result<String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_:".contains(c);
    match !key.is_empty() && key.len() <= KEY_CHARS_MAX && key.chars().all(fits) {
        true => Ok(key.to_owned()),
        false => Err(Error::invalid(
            "key",
            "a key is 1 to 60 of a-z, 0-9, -, _ and :",
        )),
    }
}

/// What is asked, each key once.
///
/// # Errors
/// `Invalid` on `questions` when there are none or too many, or on the field of one that is not as it
/// should be.
pub(crate) fn parse_questions(
    asked: &[QuestionInput],
    pulse: PulseId,
    mut id: impl FnMut() -> PulseQuestionId,
) -> Result<Vec<Question>> {
    if !(1..=QUESTIONS_MAX).contains(&asked.len()) {
        let words = format!("ask 1 to {QUESTIONS_MAX} questions");
        return Err(Error::invalid("questions", words));
    }
    let questions = asked.iter().enumerate();
    let questions: Vec<Question> = questions
        .map(|(at, question)| {
            let parsed = question.parse((id(), pulse), at);
            parsed.map_err(|error| error.in_list("questions", at))
        })
        .collect::<Result<_>>()?;
    let mut keys: Vec<&str> = questions.iter().map(|it| it.item.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    match keys.len() == questions.len() {
        true => Ok(questions),
        false => Err(Error::invalid(
            "questions",
            "two questions have the same key",
        )),
    }
}

/// About how many minutes it takes to answer them: a third of a minute each, and a minute to write.
pub fn minutes_of(questions: &[Question]) -> usize {
    let written = questions
        .iter()
        .filter(|it| it.kind == QuestionKind::Text)
        .count();
    (questions.len() + 2 * written).div_ceil(3).max(1)
}

/// What somebody answers to one question.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PulseAnswerInput")]
pub struct AnswerInput {
    pub question: PulseQuestionId,
    /// Of a scale: which of its words, from 0.
    pub choice: Option<i32>,
    /// What got in the way, where that is asked.
    #[graphql(default)]
    pub barriers: Vec<Barrier>,
    /// In their own words where that is asked, at most 2,000 characters.
    pub text: Option<String>,
}

/// What was answered, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub question: PulseQuestionId,
    pub choice: Option<i32>,
    pub barriers: Vec<Barrier>,
    pub text: String,
}

/// Answers to all of these questions: each scale has one, texts and barriers may be left out.
///
/// # Errors
/// `Invalid` on `answers` when one fits no question of these or answers it twice, or a scale has none.
pub(crate) fn parse_answers(questions: &[Question], given: &[AnswerInput]) -> Result<Vec<Given>> {
    if given
        .iter()
        .any(|it| !questions.iter().any(|asked| asked.id == it.question))
    {
        return Err(refused("one of these questions is not asked here"));
    }
    let mut kept = Vec::with_capacity(questions.len());
    for question in questions {
        let mut answers = given.iter().filter(|it| it.question == question.id);
        let (answer, other) = (answers.next(), answers.next());
        if other.is_some() {
            return Err(refused("one of these questions is answered twice"));
        }
        kept.extend(of_question(question, answer)?);
    }
    Ok(kept)
}

/// Nothing where a text was left out. Who names no barrier has answered that too.
fn of_question(question: &Question, answer: Option<&AnswerInput>) -> Result<Option<Given>> {
    let mut given = Given {
        question: question.id,
        choice: None,
        barriers: Vec::new(),
        text: String::new(),
    };
    match question.kind {
        QuestionKind::Scale => {
            let Some(choice) = answer.and_then(|it| it.choice) else {
                let words = format!("this waits for an answer: {}", question.words);
                return Err(Error::invalid("answers", words));
            };
            let steps = question.options.0.len();
            if !usize::try_from(choice).is_ok_and(|choice| choice < steps) {
                return Err(refused("this is none of the options"));
            }
            given.choice = Some(choice);
        }
        QuestionKind::Barriers => {
            given.barriers = answer.map_or_else(Vec::new, |it| it.barriers.clone());
            given.barriers.sort_unstable();
            given.barriers.dedup();
        }
        QuestionKind::Text => {
            let text = answer.and_then(|it| it.text.as_deref()).map(str::trim);
            let Some(text) = text.filter(|it| !it.is_empty()) else {
                return Ok(None);
            };
            given.text = kernel::body("answers", text)?;
            if given.text.chars().count() > TEXT_CHARS_MAX {
                return Err(refused("this is too long: 2,000 characters is the most"));
            }
        }
    }
    Ok(Some(given))
}

fn refused(words: &'static str) -> Error {
    Error::invalid("answers", words)
}
