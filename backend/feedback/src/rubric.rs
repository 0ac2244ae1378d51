//! What is looked at, and which levels were seen. Pure.
use async_graphql::InputObject;
use kernel::{Error, Result, line};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

const CRITERIA_MIN: usize = 2;
const CRITERIA_MAX: usize = 6;
const LEVELS_MIN: usize = 3;
const LEVELS_MAX: usize = 5;
const TITLE_CHARS_MAX: usize = 150;
const LEVEL_CHARS_MAX: usize = 300;

/// One thing that is looked at, with what each level of it looks like.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RubricCriterionInput")]
pub struct CriterionInput {
    /// 1 to 150 characters.
    pub title: String,
    /// 3 to 5, the least first, each 1 to 300 characters.
    pub levels: Vec<String>,
}

/// One thing that is looked at, with what each level of it looks like, the least first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub title: String,
    pub levels: Vec<String>,
}

/// All that is looked at, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Rubric(Vec<Criterion>);

/// For each criterion the level that was seen, from 0, or nothing where nothing could be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Marks(Vec<Option<usize>>);

impl CriterionInput {
    /// One that stands after these.
    fn parse(&self, before: &[Criterion]) -> Result<Criterion> {
        if !(LEVELS_MIN..=LEVELS_MAX).contains(&self.levels.len()) {
            let words = format!("a criterion has {LEVELS_MIN} to {LEVELS_MAX} levels");
            return Err(Error::invalid("levels", words)
                .hint("say what it looks like from the least to the most"));
        }
        let title = line("title", &self.title, TITLE_CHARS_MAX)?;
        if before.iter().any(|it| it.title == title) {
            return Err(Error::invalid("title", "two criteria have the same title"));
        }
        let levels = self.levels.iter();
        let levels = levels.map(|level| line("levels", level, LEVEL_CHARS_MAX));
        Ok(Criterion {
            title,
            levels: levels.collect::<Result<_>>()?,
        })
    }
}

impl Rubric {
    /// # Errors
    /// `Invalid` when it has too few or too many criteria or levels, or one without words.
    pub fn parse(typed: &[CriterionInput]) -> Result<Self> {
        if !(CRITERIA_MIN..=CRITERIA_MAX).contains(&typed.len()) {
            let words = format!("a rubric has {CRITERIA_MIN} to {CRITERIA_MAX} criteria");
            return Err(Error::invalid("criteria", words)
                .hint("name what somebody who looks at it should look for"));
        }
        let mut criteria: Vec<Criterion> = Vec::with_capacity(typed.len());
        for (at, criterion) in typed.iter().enumerate() {
            let parsed = criterion.parse(&criteria);
            criteria.push(parsed.map_err(|error| error.in_list("criteria", at))?);
        }
        Ok(Self(criteria))
    }

    pub fn criteria(&self) -> &[Criterion] {
        &self.0
    }
}

impl Marks {
    /// # Errors
    /// `Invalid` when there is not one for each criterion, or one that is no level of it.
    pub fn parse(typed: &[Option<i32>], rubric: &Rubric) -> Result<Self> {
        let criteria = rubric.criteria();
        if typed.len() != criteria.len() {
            let words = format!("there are {} criteria: mark each of them", criteria.len());
            return Err(Error::invalid("marks", words).hint("give null where nothing can be said"));
        }
        let level = |(mark, criterion): (&Option<i32>, &Criterion)| match mark {
            None => Ok(None),
            Some(mark) => match usize::try_from(*mark) {
                Ok(mark) if mark < criterion.levels.len() => Ok(Some(mark)),
                _ => Err(Error::invalid("marks", "there is no such level").hint("the least is 0")),
            },
        };
        let marks = typed.iter().zip(criteria).map(level);
        Ok(Self(marks.collect::<Result<_>>()?))
    }

    pub fn levels(&self) -> &[Option<usize>] {
        &self.0
    }
}
