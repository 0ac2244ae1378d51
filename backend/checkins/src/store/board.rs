//! What is made of answers: themes, answers of nobody's, and links that answer.
use crate::policy::{Answer as MayAnswer, CheckInSeen, Lead};
use crate::tables::Link;
use crate::tables::{anonymous, answer, link, response, theme, themed};
use crate::{Answer, Theme};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CheckInAnswerId, CheckInId, CheckInLinkId, CheckInQuestionId, CheckInThemeId, Conn,
    Error, KeepTime, Organisation, Permit, PersonId, Result, SessionId, Tx,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// A theme and the answers in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeSeen {
    pub theme: Theme,
    pub answers: Vec<CheckInAnswerId>,
}

/// The themes of a check-in, in the order of their making.
pub async fn themes_of(conn: &Conn<'_>, check_in: CheckInId) -> Result<Vec<ThemeSeen>> {
    let found = theme::Entity::find()
        .filter(theme::Column::CheckInId.eq(check_in))
        .order_by_asc(theme::Column::MadeAt)
        .order_by_asc(theme::Column::Id)
        .all(conn)
        .await?;
    let links = themed::Entity::find()
        .filter(themed::Column::ThemeId.is_in(found.iter().map(|it| it.id)))
        .order_by_asc(themed::Column::AnswerId)
        .all(conn)
        .await?;
    let mut of: HashMap<CheckInThemeId, Vec<CheckInAnswerId>> = HashMap::new();
    for it in links {
        of.entry(it.theme_id).or_default().push(it.answer_id);
    }
    Ok(found
        .into_iter()
        .map(|theme| ThemeSeen {
            answers: of.remove(&theme.id).unwrap_or_default(),
            theme,
        })
        .collect())
}

/// A theme, and the check-in it was made of as the asker sees it.
///
/// # Errors
/// `NotFound` when there is none in a community of the asker's.
pub async fn check_in_of_theme(
    conn: &Conn<'_>,
    actor: Actor,
    id: CheckInThemeId,
) -> Result<(Theme, CheckInSeen)> {
    let found = theme::Entity::find_by_id(id).one(conn).await?;
    let theme = found.ok_or(Error::NotFound("theme"))?;
    match super::check_in_seen(conn, actor, theme.check_in_id).await {
        Ok(seen) => Ok((theme, seen)),
        Err(Error::NotFound(_)) => Err(Error::NotFound("theme")),
        Err(error) => Err(error),
    }
}

pub(crate) async fn insert_theme(
    tx: &Tx,
    seen: &Permit<Lead, CheckInSeen>,
    title: String,
) -> Result<Theme> {
    let row = Theme {
        id: tx.id(),
        check_in_id: seen.check_in.id,
        title,
        made_at: tx.now(),
        taken_into: None,
    };
    let active: theme::ActiveModel = row.clone().into();
    theme::Entity::insert(active)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(row)
}

pub(crate) async fn update_theme(tx: &Tx, _: &Permit<Lead, CheckInSeen>, row: Theme) -> Result<()> {
    let row: theme::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// Puts these answers into a theme, and no others.
pub(crate) async fn set_themed(
    tx: &Tx,
    _: &Permit<Lead, CheckInSeen>,
    (theme, answers): (CheckInThemeId, &[CheckInAnswerId]),
) -> Result<()> {
    themed::Entity::delete_many()
        .filter(themed::Column::ThemeId.eq(theme))
        .exec(&tx.conn())
        .await?;
    if answers.is_empty() {
        return Ok(());
    }
    let rows = answers.iter().map(|answer| themed::ActiveModel {
        theme_id: Set(theme),
        answer_id: Set(*answer),
    });
    themed::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// A theme is only what somebody put together: the answers stay.
pub(crate) async fn remove_theme(
    tx: &Tx,
    seen: &Permit<Lead, CheckInSeen>,
    theme: CheckInThemeId,
) -> Result<()> {
    set_themed(tx, seen, (theme, &[])).await?;
    theme::Entity::delete_by_id(theme).exec(&tx.conn()).await?;
    Ok(())
}

/// Takes an answer into a session.
pub(crate) async fn set_taken(
    tx: &Tx,
    _: &Permit<Lead, CheckInSeen>,
    (answer, session): (CheckInAnswerId, SessionId),
) -> Result<()> {
    answer::Entity::update_many()
        .col_expr(answer::Column::TakenInto, Expr::value(Some(session)))
        .filter(answer::Column::Id.eq(answer))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The check-ins of which something was taken into these sessions, each once.
pub async fn taken_into(
    conn: &Conn<'_>,
    sessions: &[SessionId],
) -> Result<BTreeSet<(SessionId, CheckInId)>> {
    let themes: Vec<(SessionId, CheckInId)> = theme::Entity::find()
        .select_only()
        .columns([theme::Column::TakenInto, theme::Column::CheckInId])
        .filter(theme::Column::TakenInto.is_in(sessions.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let answers: Vec<(SessionId, CheckInId)> = answer::Entity::find()
        .select_only()
        .column(answer::Column::TakenInto)
        .column(response::Column::CheckInId)
        .inner_join(response::Entity)
        .filter(answer::Column::TakenInto.is_in(sessions.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(themes.into_iter().chain(answers).collect())
}

/// Takes the name from an answer that is sent: what is kept knows neither who nor when.
pub(crate) async fn forget_name(
    tx: &Tx,
    _: &Permit<MayAnswer, CheckInSeen>,
    it: Answer,
) -> Result<()> {
    answer::Entity::delete_by_id(it.id).exec(&tx.conn()).await?;
    let row = anonymous::ActiveModel {
        id: Set(tx.id_of_chance()),
        question_id: Set(it.question_id),
        text: Set(it.text),
        choice: Set(it.choice),
    };
    anonymous::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the answers of nobody's again in the order of their ids, all at once: neither the place of a
/// row nor the transaction that wrote it tells then which came with which response.
pub(crate) async fn shuffle(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    questions: &[CheckInQuestionId],
) -> Result<()> {
    const AT_ONCE: usize = 1_000;
    let of_these = anonymous::Column::QuestionId.is_in(questions.iter().copied());
    let rows = anonymous::Entity::find()
        .filter(of_these.clone())
        .order_by_asc(anonymous::Column::Id)
        .all(&tx.conn())
        .await?;
    anonymous::Entity::delete_many()
        .filter(of_these)
        .exec(&tx.conn())
        .await?;
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(anonymous::ActiveModel::from);
        anonymous::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// What was answered to these questions without a name, in no order: for the gate alone.
pub async fn nameless(
    conn: &Conn<'_>,
    questions: &[CheckInQuestionId],
) -> Result<HashMap<CheckInQuestionId, Vec<(String, Option<i32>)>>> {
    let found = anonymous::Entity::find()
        .filter(anonymous::Column::QuestionId.is_in(questions.iter().copied()))
        .order_by_asc(anonymous::Column::Id)
        .all(conn)
        .await?;
    let mut of: HashMap<CheckInQuestionId, Vec<(String, Option<i32>)>> = HashMap::new();
    for row in found {
        let of = of.entry(row.question_id).or_default();
        of.push((row.text, row.choice));
    }
    Ok(of)
}

pub(crate) async fn insert_link(
    tx: &Tx,
    (check_in, person): (CheckInId, PersonId),
    (token_hash, expires_at): (Vec<u8>, DateTime<Utc>),
) -> Result<()> {
    let row = link::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(token_hash),
        check_in_id: Set(check_in),
        person_id: Set(person),
        expires_at: Set(expires_at),
        used_at: Set(None),
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
    _: &Permit<MayAnswer, CheckInSeen>,
    id: CheckInLinkId,
) -> Result<bool> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(Some(tx.now())))
        .filter(link::Column::Id.eq(id))
        .filter(link::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(used.rows_affected == 1)
}
