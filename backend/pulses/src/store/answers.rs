//! What was answered, under which pseudonyms, and the links that answer.
use crate::asking::Given;
use crate::policy::{Change, PulseSeen};
use crate::tables::{Answer, Link, answer, link, question, seat, secret};
use crate::{Barriers, Pulse};
use chrono::{DateTime, Utc};
use kernel::{
    CommunityId, Conn, KeepTime, Organisation, Permit, PersonId, PulseId, PulseLinkId,
    PulseQuestionId, Result, Tx,
};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::HashMap;

/// The secret of a community's pseudonyms: made when it is needed first, unless another community that
/// runs the same program has one under way, which is theirs too then.
pub(crate) async fn secret_of(tx: &Tx, community: CommunityId) -> Result<Vec<u8>> {
    let found = secret::Entity::find_by_id(community)
        .one(&tx.conn())
        .await?;
    if let Some(found) = found {
        return Ok(found.secret);
    }
    let known = secret_of_program(tx, community).await?;
    let secret = known.unwrap_or_else(|| tx.secret().to_vec());
    let row = secret::ActiveModel {
        community_id: Set(community),
        secret: Set(secret.clone()),
    };
    secret::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(secret)
}

/// That of a community that runs the same program. (The first of them: who had begun apart, stays so.)
async fn secret_of_program(tx: &Tx, community: CommunityId) -> Result<Option<Vec<u8>>> {
    let conn = tx.conn();
    let Some(program) = sessions::program_of_community(&conn, community).await? else {
        return Ok(None);
    };
    let alike = sessions::communities_of_program(&conn, program).await?;
    let found = secret::Entity::find()
        .filter(secret::Column::CommunityId.is_in(alike))
        .order_by_asc(secret::Column::CommunityId)
        .one(&conn)
        .await?;
    Ok(found.map(|it| it.secret))
}

/// From now on nobody can tell whose a pseudonym is, unless a community of the same program is under way.
pub(crate) async fn erase_secret(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    community: CommunityId,
) -> Result<()> {
    secret::Entity::delete_by_id(community)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Keeps answers under a pseudonym, for whoever has leave to answer; of an open form its link is that.
pub(crate) async fn insert_answers(
    tx: &Tx,
    (pseudonym, part): (Vec<u8>, Option<String>),
    given: Vec<Given>,
) -> Result<()> {
    let rows: Vec<answer::ActiveModel> = given
        .into_iter()
        .map(|it| answer::ActiveModel {
            id: Set(tx.id_of_chance()),
            question_id: Set(it.question),
            pseudonym: Set(pseudonym.clone()),
            part: Set(part.clone()),
            choice: Set(it.choice),
            text: Set(it.text),
            barriers: Set(Barriers(it.barriers)),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    answer::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the answers again in the order of their ids, all at once: neither the place of a row nor the
/// transaction that wrote it tells then which came when.
pub(crate) async fn shuffle(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    questions: &[PulseQuestionId],
) -> Result<()> {
    const AT_ONCE: usize = 1_000;
    let of_these = answer::Column::QuestionId.is_in(questions.iter().copied());
    let rows = answer::Entity::find()
        .filter(of_these.clone())
        .order_by_asc(answer::Column::Id)
        .all(&tx.conn())
        .await?;
    answer::Entity::delete_many()
        .filter(of_these)
        .exec(&tx.conn())
        .await?;
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(answer::ActiveModel::from);
        answer::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Erases what was answered to pulses that are taken back, in which browsers, and the links to them.
pub(crate) async fn erase_answers(
    tx: &Tx,
    _: &Permit<Change, PulseSeen>,
    pulses: &[PulseId],
) -> Result<()> {
    let asked = question::Entity::find()
        .select_only()
        .column(question::Column::Id)
        .filter(question::Column::PulseId.is_in(pulses.iter().copied()))
        .into_query();
    answer::Entity::delete_many()
        .filter(answer::Column::QuestionId.in_subquery(asked))
        .exec(&tx.conn())
        .await?;
    seat::Entity::delete_many()
        .filter(seat::Column::PulseId.is_in(pulses.iter().copied()))
        .exec(&tx.conn())
        .await?;
    link::Entity::update_many()
        .col_expr(link::Column::Used, Expr::value(false))
        .filter(link::Column::PulseId.is_in(pulses.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// What was answered to these questions: for the gate alone.
pub(crate) async fn answers_to(
    conn: &Conn<'_>,
    questions: &[PulseQuestionId],
) -> Result<HashMap<PulseQuestionId, Vec<Answer>>> {
    let found = answer::Entity::find()
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .order_by_asc(answer::Column::Id)
        .all(conn)
        .await?;
    let mut of: HashMap<PulseQuestionId, Vec<Answer>> = HashMap::new();
    for row in found {
        of.entry(row.question_id).or_default().push(row);
    }
    Ok(of)
}

pub(crate) async fn insert_link(
    tx: &Tx,
    (pulse, person): (PulseId, PersonId),
    (token_hash, expires_at): (Vec<u8>, DateTime<Utc>),
) -> Result<()> {
    let row = link::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(token_hash),
        pulse_id: Set(pulse),
        person_id: Set(person),
        expires_at: Set(expires_at),
        used: Set(false),
    };
    link::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn link_by_hash(conn: &Conn<'_>, hash: Vec<u8>) -> Result<Option<Link>> {
    Ok(link::Entity::find()
        .filter(link::Column::TokenHash.eq(hash))
        .one(conn)
        .await?)
}

/// From now on it opens nothing. False when somebody else was there before.
pub(crate) async fn use_link(
    tx: &Tx,
    _: &Permit<crate::policy::Answer, PulseSeen>,
    id: PulseLinkId,
) -> Result<bool> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::Used, Expr::value(true))
        .filter(link::Column::Id.eq(id))
        .filter(link::Column::Used.eq(false))
        .exec(&tx.conn())
        .await?;
    Ok(used.rows_affected == 1)
}

/// Whether a browser has filled in this form.
pub(crate) async fn is_seated(conn: &Conn<'_>, pulse: &Pulse, seat_hash: Vec<u8>) -> Result<bool> {
    let found = seat::Entity::find_by_id((pulse.id, seat_hash))
        .one(conn)
        .await?;
    Ok(found.is_some())
}

/// Writes that a browser has filled in this form. False when it had before.
pub(crate) async fn take_seat(tx: &Tx, pulse: &Pulse, seat_hash: Vec<u8>) -> Result<bool> {
    let row = seat::ActiveModel {
        pulse_id: Set(pulse.id),
        seat_hash: Set(seat_hash),
    };
    let mut once = OnConflict::columns([seat::Column::PulseId, seat::Column::SeatHash]);
    once.do_nothing();
    let taken = seat::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(taken == 1)
}
