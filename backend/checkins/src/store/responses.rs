//! Who is asked, how far they are, and what they answer.
use crate::asking::Given;
use crate::policy::{Answer as MayAnswer, CheckInSeen};
use crate::tables::{answer, question, response};
use crate::{Answer, Question, Response, ResponseState, Visibility};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CheckInId, CheckInQuestionId, CheckInResponseId, CommitmentId, Conn, Error, First, Page,
    Permit, PersonId, Result, Tx, keys_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// Somebody's response, to a check-in as its asker sees it.
#[derive(Clone, Debug)]
pub struct ResponseSeen {
    pub response: Response,
    pub check_in: CheckInSeen,
}

/// An answer and whose it is.
#[derive(Clone, Debug)]
pub struct AnswerSeen {
    pub answer: Answer,
    pub question: Question,
    pub response: Response,
}

/// How many are asked, and how many sent their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub asked: usize,
    pub sent: usize,
}

/// The asker's own responses.
pub async fn own_responses(
    conn: &Conn<'_>,
    actor: Actor,
    check_ins: &[CheckInId],
) -> Result<HashMap<CheckInId, Response>> {
    let found = response::Entity::find()
        .filter(response::Column::CheckInId.is_in(check_ins.iter().copied()))
        .filter(response::Column::PersonId.eq(actor.person()))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| (it.check_in_id, it)).collect())
}

/// A response, and the check-in it answers.
///
/// # Errors
/// `NotFound` when there is none that the asker gave or leads.
pub async fn response_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: CheckInResponseId,
) -> Result<ResponseSeen> {
    let found = response::Entity::find_by_id(id).one(conn).await?;
    let response = found.ok_or(Error::NotFound("response"))?;
    let check_in = super::check_in_seen(conn, actor, response.check_in_id).await;
    let check_in = check_in.map_err(|error| match error {
        Error::NotFound(_) => Error::NotFound("response"),
        error => error,
    })?;
    let is_own = actor.person() == Some(response.person_id);
    match is_own || check_in.leads() {
        true => Ok(ResponseSeen { response, check_in }),
        false => Err(Error::NotFound("response")),
    }
}

/// Everybody's responses, for whoever has leave to know them.
pub async fn responses_of(conn: &Conn<'_>, check_in: CheckInId) -> Result<Vec<Response>> {
    Ok(response::Entity::find()
        .filter(response::Column::CheckInId.eq(check_in))
        .order_by_asc(response::Column::PersonId)
        .all(conn)
        .await?)
}

pub(crate) async fn response_of(
    conn: &Conn<'_>,
    check_in: CheckInId,
    person: PersonId,
) -> Result<Option<Response>> {
    Ok(response::Entity::find()
        .filter(response::Column::CheckInId.eq(check_in))
        .filter(response::Column::PersonId.eq(person))
        .one(conn)
        .await?)
}

/// How many are asked and how many sent, of each.
pub async fn counts_of(
    conn: &Conn<'_>,
    check_ins: &[CheckInId],
) -> Result<HashMap<CheckInId, Counts>> {
    let rows: Vec<(CheckInId, ResponseState, i64)> = response::Entity::find()
        .select_only()
        .column(response::Column::CheckInId)
        .column(response::Column::State)
        .expr(Func::count(Expr::col(response::Column::Id)))
        .filter(response::Column::CheckInId.is_in(check_ins.iter().copied()))
        .group_by(response::Column::CheckInId)
        .group_by(response::Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    let mut of: HashMap<CheckInId, Counts> = HashMap::new();
    for (id, state, count) in rows {
        let count = usize::try_from(count).unwrap_or(0);
        let counts = of.entry(id).or_default();
        if state != ResponseState::Away {
            counts.asked += count;
        }
        if state.is_sent() {
            counts.sent += count;
        }
    }
    Ok(of)
}

/// What somebody saved or sent with their name.
pub(crate) async fn answers_of(
    conn: &Conn<'_>,
    responses: &[CheckInResponseId],
) -> Result<Vec<Answer>> {
    Ok(answer::Entity::find()
        .filter(answer::Column::ResponseId.is_in(responses.iter().copied()))
        .order_by_asc(answer::Column::Id)
        .all(conn)
        .await?)
}

/// As `answers_of`, with the question of each, in their order; for whoever may read the responses.
pub async fn answers_of_people(
    conn: &Conn<'_>,
    responses: &[CheckInResponseId],
) -> Result<HashMap<CheckInResponseId, Vec<(Answer, Question)>>> {
    let mut found = answer::Entity::find()
        .find_also_related(response::Entity)
        .filter(answer::Column::ResponseId.is_in(responses.iter().copied()))
        .all(conn)
        .await?;
    let sent = found.iter_mut().filter_map(|(answer, of)| {
        let is_sent = of.as_ref().is_some_and(|it| it.state.is_sent());
        is_sent.then_some(answer)
    });
    super::as_they_stand(conn, sent.collect()).await?;
    let ids: BTreeSet<_> = found.iter().map(|(it, _)| it.question_id).collect();
    let questions = question::Entity::find()
        .filter(question::Column::Id.is_in(ids))
        .all(conn)
        .await?;
    let by_id: HashMap<_, _> = questions.into_iter().map(|it| (it.id, it)).collect();
    let mut of: HashMap<CheckInResponseId, Vec<(Answer, Question)>> = HashMap::new();
    for (row, _) in found {
        if let Some(asked) = by_id.get(&row.question_id) {
            let of = of.entry(row.response_id).or_default();
            of.push((row, asked.clone()));
        }
    }
    for answers in of.values_mut() {
        answers.sort_by_key(|(_, question)| question.position);
    }
    Ok(of)
}

/// As many answers are on a board at once.
const BOARD_MAX: u64 = 5_000;

/// What was sent with a name, the newest first; what of it the asker may read is for the policy to say.
pub async fn sent_answers(conn: &Conn<'_>, check_in: CheckInId) -> Result<Vec<AnswerSeen>> {
    let asked = super::questions_of(conn, &[check_in]).await?;
    let questions: HashMap<_, _> = asked
        .into_values()
        .flatten()
        .filter(|it| it.visibility != Visibility::Anonymous)
        .map(|it| (it.id, it))
        .collect();
    let found = answer::Entity::find()
        .find_also_related(response::Entity)
        .filter(answer::Column::QuestionId.is_in(questions.keys().copied()))
        .filter(response::Column::State.is_in([ResponseState::Sent, ResponseState::Late]))
        .order_by_desc(response::Column::SentAt)
        .order_by_desc(answer::Column::Id)
        .limit(BOARD_MAX)
        .all(conn)
        .await?;
    let seen = |(answer, response): (Answer, Option<Response>)| {
        Some(AnswerSeen {
            question: questions.get(&answer.question_id)?.clone(),
            response: response?,
            answer,
        })
    };
    let mut seen: Vec<AnswerSeen> = found.into_iter().filter_map(seen).collect();
    let answers = seen.iter_mut().map(|it| &mut it.answer);
    super::as_they_stand(conn, answers.collect()).await?;
    Ok(seen)
}

/// The asker's own responses to everything they were ever asked and did something about, the newest
/// first.
pub async fn diary(
    conn: &Conn<'_>,
    person: PersonId,
    (first, after): (First, Option<&str>),
) -> Result<Page<Response>> {
    let kept = [
        ResponseState::Saved,
        ResponseState::Sent,
        ResponseState::Late,
        ResponseState::Skipped,
    ];
    let mut query = response::Entity::find()
        .filter(response::Column::PersonId.eq(person))
        .filter(response::Column::State.is_in(kept))
        .order_by_desc(response::Column::AskedAt)
        .order_by_desc(response::Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, CheckInResponseId) = keys_of(cursor)?;
        let same = response::Column::AskedAt
            .eq(at)
            .and(response::Column::Id.lt(id));
        query = query.filter(
            Condition::any()
                .add(response::Column::AskedAt.lt(at))
                .add(same),
        );
    }
    Ok(Page::cut(query.all(conn).await?, first, |row| {
        format!("{} {}", row.asked_at.to_rfc3339(), row.id)
    }))
}

pub(crate) async fn insert_response(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    row: Response,
) -> Result<()> {
    let row: response::ActiveModel = row.into();
    response::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_response(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    row: Response,
) -> Result<()> {
    let row: response::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// Keeps what was given, each in the place of what was there; takes back what was emptied.
pub(crate) async fn save_answers(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    (response, given): (CheckInResponseId, &[Given]),
) -> Result<()> {
    for it in given {
        if it.is_nothing() {
            answer::Entity::delete_many()
                .filter(answer::Column::ResponseId.eq(response))
                .filter(answer::Column::QuestionId.eq(it.question))
                .exec(&tx.conn())
                .await?;
            continue;
        }
        let row = answer::ActiveModel {
            id: Set(tx.id()),
            response_id: Set(response),
            question_id: Set(it.question),
            text: Set(it.text.clone()),
            choice: Set(it.choice),
            saved_at: Set(tx.now()),
            taken_into: Set(None),
            commitment_id: Set(None),
        };
        let mut anew =
            OnConflict::columns([answer::Column::ResponseId, answer::Column::QuestionId]);
        anew.update_columns([
            answer::Column::Text,
            answer::Column::Choice,
            answer::Column::SavedAt,
        ]);
        answer::Entity::insert(row)
            .on_conflict(anew)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Keeps which commitment of a pair answers are about that are about none yet; of those that choose nothing
/// it is taken away.
pub(crate) async fn name_commitment(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    (response, questions): (CheckInResponseId, &[CheckInQuestionId]),
    commitment: CommitmentId,
) -> Result<()> {
    let of_these = || {
        answer::Entity::update_many()
            .filter(answer::Column::ResponseId.eq(response))
            .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
    };
    let nothing: Option<CommitmentId> = None;
    of_these()
        .col_expr(answer::Column::CommitmentId, Expr::value(nothing))
        .filter(answer::Column::Choice.is_null())
        .exec(&tx.conn())
        .await?;
    of_these()
        .col_expr(answer::Column::CommitmentId, Expr::value(Some(commitment)))
        .filter(answer::Column::Choice.is_not_null())
        .filter(answer::Column::CommitmentId.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes away what was saved in answer to these questions.
pub(crate) async fn drop_answers(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    (response, questions): (CheckInResponseId, &[CheckInQuestionId]),
) -> Result<()> {
    answer::Entity::delete_many()
        .filter(answer::Column::ResponseId.eq(response))
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
