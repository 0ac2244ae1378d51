//! What people answered for whom they are paired with.
use super::AnswerSeen;
use crate::policy::{Reader, may_read};
use crate::tables::{answer, check_in, question, response};
use crate::{Question, ResponseState, Visibility};
use kernel::{Actor, CheckInQuestionId, Conn, Result};
use pairings::PairSeen;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::HashMap;

/// As many answers stand on the page of a pair.
const SHOWN_MAX: u64 = 50;

/// What the people of a pair answered for each other alone, and sent while they were together, the newest
/// first; nothing for anybody else.
pub async fn answers_within(
    conn: &Conn<'_>,
    actor: Actor,
    pair: &PairSeen,
) -> Result<Vec<AnswerSeen>> {
    if !pair.belongs(&actor) || !may_read(Visibility::Pair, Reader::Paired) {
        return Ok(Vec::new());
    }
    let here = check_in::Entity::find()
        .select_only()
        .column(check_in::Column::Id)
        .filter(check_in::Column::CommunityId.eq(pair.pair.community_id));
    let asked: HashMap<CheckInQuestionId, Question> = question::Entity::find()
        .filter(question::Column::CheckInId.in_subquery(here.into_query()))
        .filter(question::Column::Visibility.eq(Visibility::Pair))
        .all(conn)
        .await?
        .into_iter()
        .map(|question| (question.id, question))
        .collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let Some(asker) = actor.person() else {
        return Ok(Vec::new());
    };
    // Each said it for whom they were with then: who came later reads what was sent since.
    let mut since = Condition::any();
    for member in pair.present() {
        let came = pair.together_from(asker, member.person_id);
        let from = came.map_or(pair.pair.starts_at, |came| came.max(pair.pair.starts_at));
        since = since.add(
            Condition::all()
                .add(response::Column::PersonId.eq(member.person_id))
                .add(response::Column::SentAt.gte(from)),
        );
    }
    let mut together = Condition::all()
        .add(since)
        .add(response::Column::State.is_in([ResponseState::Sent, ResponseState::Late]));
    if let Some(ended_at) = pair.pair.ended_at {
        together = together.add(response::Column::SentAt.lte(ended_at));
    }
    let found = answer::Entity::find()
        .find_also_related(response::Entity)
        .filter(answer::Column::QuestionId.is_in(asked.keys().copied()))
        .filter(together)
        .order_by_desc(response::Column::SentAt)
        .order_by_desc(answer::Column::Id)
        .limit(SHOWN_MAX)
        .all(conn)
        .await?;
    let seen = |(answer, response): (answer::Model, Option<_>)| {
        Some(AnswerSeen {
            question: asked.get(&answer.question_id)?.clone(),
            response: response?,
            answer,
        })
    };
    let mut seen: Vec<AnswerSeen> = found.into_iter().filter_map(seen).collect();
    let answers = seen.iter_mut().map(|it| &mut it.answer);
    super::as_they_stand(conn, answers.collect()).await?;
    Ok(seen)
}
