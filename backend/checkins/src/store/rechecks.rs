//! What is asked again of misconceptions: what came of it, and what holds instead.
use crate::results::Recheck;
use crate::tables::{anonymous, answer, question, response};
use crate::{CheckInState, Question, Read, Reader, ResponseState, Visibility, may_read};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{Actor, CheckInId, CheckInQuestionId, Conn, Error, MisconceptionId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, HashMap};

/// What holds instead of what one question asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    pub question: CheckInQuestionId,
    pub holds: String,
}

/// What holds of what a check-in asked about again, for who has answered it and may see that: nothing of
/// a correction that was taken back.
pub(crate) async fn what_holds(
    conn: &Conn<'_>,
    actor: Actor,
    check_in: CheckInId,
) -> Result<Vec<Truth>> {
    let asked = super::questions_of(conn, &[check_in]).await?;
    let asked: Vec<Question> = asked.into_values().flatten().collect();
    let ids: Vec<MisconceptionId> = asked.iter().filter_map(|it| it.misconception_id).collect();
    let known = misconceptions::misconceptions_visible_to(conn, actor, &ids).await?;
    let truth = |question: &Question| {
        let record = known
            .iter()
            .map(|seen| &seen.record)
            .find(|record| Some(record.id) == question.misconception_id)?;
        record.state.is_public().then(|| Truth {
            question: question.id,
            holds: record.holds.clone(),
        })
    };
    Ok(asked.iter().filter_map(truth).collect())
}

/// What came of asking about these misconceptions again: of each board what the asker may read there, and
/// nothing of what was taken back.
///
/// # Errors
/// When the database fails.
pub async fn rechecks_of(
    conn: &Conn<'_>,
    (actor, now): (Actor, DateTime<Utc>),
    misconceptions: &[MisconceptionId],
) -> Result<HashMap<MisconceptionId, Recheck>> {
    let asked = question::Entity::find()
        .filter(question::Column::MisconceptionId.is_in(misconceptions.iter().copied()))
        .all(conn)
        .await?;
    let ids: Vec<CheckInId> = asked.iter().map(|it| it.check_in_id).collect();
    let seen = super::check_ins_visible_to(conn, actor, &ids).await?;
    let may_count = |question: &&Question| {
        let of = seen.get(&question.check_in_id);
        of.is_some_and(|of| {
            let reader = match of.leads() {
                true => Reader::Facilitator,
                false => Reader::Member,
            };
            let is_told = match question.visibility {
                Visibility::Anonymous => of.check_in.state(now) == CheckInState::Closed,
                visibility => may_read(visibility, reader),
            };
            is_told && of.check_in.cancelled_at.is_none() && allows::<Read, _>(actor, of)
        })
    };
    let counted: Vec<&Question> = asked.iter().filter(may_count).collect();
    let chosen = chosen_of(conn, &counted).await?;
    let mut of: HashMap<MisconceptionId, Recheck> = HashMap::new();
    for question in counted {
        let (Some(id), Some(chosen)) = (question.misconception_id, chosen.get(&question.id)) else {
            continue;
        };
        of.entry(id)
            .or_default()
            .add(question, chosen.iter().copied());
    }
    Ok(of)
}

type Chosen = BTreeMap<CheckInQuestionId, Vec<(i32, usize)>>;

/// How often each option of these questions was chosen in answers that were sent.
async fn chosen_of(conn: &Conn<'_>, questions: &[&Question]) -> Result<Chosen> {
    let ids = || questions.iter().map(|it| it.id);
    let named: Vec<(CheckInQuestionId, Option<i32>, i64)> = answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .column(answer::Column::Choice)
        .column_as(answer::Column::Id.count(), "times")
        .inner_join(response::Entity)
        .filter(answer::Column::QuestionId.is_in(ids()))
        .filter(response::Column::State.is_in([ResponseState::Sent, ResponseState::Late]))
        .group_by(answer::Column::QuestionId)
        .group_by(answer::Column::Choice)
        .into_tuple()
        .all(conn)
        .await?;
    let nameless: Vec<(CheckInQuestionId, Option<i32>, i64)> = anonymous::Entity::find()
        .select_only()
        .column(anonymous::Column::QuestionId)
        .column(anonymous::Column::Choice)
        .column_as(anonymous::Column::Id.count(), "times")
        .filter(anonymous::Column::QuestionId.is_in(ids()))
        .group_by(anonymous::Column::QuestionId)
        .group_by(anonymous::Column::Choice)
        .into_tuple()
        .all(conn)
        .await?;
    let mut chosen = Chosen::new();
    for (question, choice, times) in named.into_iter().chain(nameless) {
        if let Some(choice) = choice {
            let times =
                usize::try_from(times).map_err(|_| Error::internal("a count below zero"))?;
            chosen.entry(question).or_default().push((choice, times));
        }
    }
    Ok(chosen)
}
