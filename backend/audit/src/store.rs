//! Every query on the audit log.
use crate::decisions::{Topic, kinds_about};
use crate::policy::ReadAuditLog;
use crate::tables::entry::{self, Column};
use crate::{Entry, decisions};
use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{
    AuditEntryId, CommunityId, Conn, First, Organisation, Page, Permit, PersonId, Result, Tx,
    key_of,
};
use sea_orm::sea_query::{Condition, Expr, Func, LikeExpr};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashSet;

/// The last number and its hash, if there is an entry.
pub(crate) async fn end_of_chain(conn: &Conn<'_>) -> Result<Option<(i64, String)>> {
    let last = entry::Entity::find()
        .select_only()
        .columns([Column::Number, Column::Hash])
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last)
}

/// Which of these stand in the log.
pub(crate) async fn known_among(
    conn: &Conn<'_>,
    ids: &[AuditEntryId],
) -> Result<HashSet<AuditEntryId>> {
    let known: Vec<AuditEntryId> = entry::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(known.into_iter().collect())
}

pub(crate) async fn entries_by_ids(conn: &Conn<'_>, ids: &[AuditEntryId]) -> Result<Vec<Entry>> {
    let found = entry::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    Ok(found.all(conn).await?)
}

/// Writes what comes next in the chain. There is no other way to write.
pub(crate) async fn append(tx: &Tx, entries: Vec<Entry>) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let rows = entries.into_iter().map(IntoActiveModel::into_active_model);
    entry::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The entries after this number, in their order, at most `limit`.
pub async fn entries_after(
    conn: &Conn<'_>,
    _: &Permit<ReadAuditLog, Organisation>,
    (number, limit): (i64, u64),
) -> Result<Vec<Entry>> {
    let next = entry::Entity::find()
        .filter(Column::Number.gt(number))
        .order_by_asc(Column::Number)
        .limit(limit);
    Ok(next.all(conn).await?)
}

/// How many entries there are.
pub async fn entry_count(conn: &Conn<'_>, _: &Permit<ReadAuditLog, Organisation>) -> Result<u64> {
    Ok(entry::Entity::find().count(conn).await?)
}

/// What of the log is looked at; nothing given is everything.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AuditLogFilter {
    /// What this person did, or what was done to them.
    pub person: Option<PersonId>,
    /// Only what is about these.
    pub topics: Option<Vec<Topic>>,
    /// Only this kind, as `communities.member_changed`.
    pub kind: Option<String>,
    /// What was done to this thing, by its id.
    pub object: Option<String>,
    /// What was done in this community.
    pub community: Option<CommunityId>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub until: Option<DateTime<Utc>>,
    /// At most 8 words: each stands in the kind, the address, the device, or in what was or is. An e-mail
    /// address finds the sign-ins that were refused to it.
    pub words: Option<String>,
}

const WORDS_MAX: usize = 8;
const WORD_CHARS_MAX: usize = 100;

impl AuditLogFilter {
    fn condition(&self) -> Condition {
        let person = |id: PersonId| {
            Condition::any()
                .add(Column::ActorId.eq(id))
                .add(Column::PersonId.eq(id))
        };
        let topics = self.topics.as_deref().filter(|topics| !topics.is_empty());
        let mut condition = Condition::all()
            .add_option(self.person.map(person))
            .add_option(topics.map(|topics| Column::Kind.is_in(kinds_about(topics))))
            .add_option(self.kind.as_deref().map(|kind| Column::Kind.eq(kind)))
            .add_option(self.object.as_deref().map(|it| Column::Object.eq(it)))
            .add_option(self.community.map(|id| Column::CommunityId.eq(id)))
            .add_option(self.from.map(|from| Column::At.gte(from)))
            .add_option(self.until.map(|until| Column::At.lt(until)));
        let words = self.words.as_deref().unwrap_or_default();
        for word in words.split_whitespace().take(WORDS_MAX) {
            condition = condition.add(says(word));
        }
        condition
    }
}

/// Whether a word stands anywhere in an entry.
fn says(word: &str) -> Condition {
    let word: String = word.to_lowercase().chars().take(WORD_CHARS_MAX).collect();
    let mut pattern = String::from("%");
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    let like = || LikeExpr::new(pattern.clone()).escape('\\');
    let columns = [
        Column::Kind,
        Column::Address,
        Column::Device,
        Column::Via,
        Column::Object,
        Column::Before,
        Column::After,
    ];
    let mut anywhere = Condition::any();
    for column in columns {
        let text = Expr::expr(Func::lower(Expr::col((entry::Entity, column))));
        anywhere = anywhere.add(text.like(like()));
    }
    match word.contains('@') {
        true => anywhere.add(Column::After.contains(identity::mark_of(&word))),
        false => anywhere,
    }
}

/// A page of the log, the latest first.
pub async fn log_page(
    conn: &Conn<'_>,
    _: &Permit<ReadAuditLog, Organisation>,
    filter: &AuditLogFilter,
    (first, after): (First, Option<&str>),
) -> Result<Page<Entry>> {
    let mut query = entry::Entity::find()
        .filter(filter.condition())
        .order_by_desc(Column::Number)
        .limit(first.and_one());
    if let Some(cursor) = after {
        query = query.filter(Column::Number.lt(key_of::<i64>(cursor)?));
    }
    let rows = query.all(conn).await?;
    Ok(Page::cut(rows, first, |entry| entry.number.to_string()))
}

/// What of the log is taken along, oldest first; at most `limit`.
pub(crate) async fn filtered(
    conn: &Conn<'_>,
    filter: &AuditLogFilter,
    limit: u64,
) -> Result<Vec<Entry>> {
    let query = entry::Entity::find()
        .filter(filter.condition())
        .order_by_asc(Column::Number)
        .limit(limit);
    Ok(query.all(conn).await?)
}

impl Entry {
    /// What it is about; nothing for a kind that this version of the program does not know.
    pub fn topic(&self) -> Option<Topic> {
        decisions::topic_of(&self.kind)
    }
}

/// Who has a person look after the organisation, as the log tells it; nobody where the platform did it by itself.
pub async fn appointed_by(
    conn: &Conn<'_>,
    _: &Permit<ReadAuditLog, Organisation>,
    person: PersonId,
) -> Result<Option<PersonId>> {
    const KINDS: [&str; 2] = [
        "identity.administrator_appointed",
        "identity.person_created",
    ];
    let last = entry::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Kind.is_in(KINDS))
        .order_by_desc(Column::Number)
        .limit(1)
        .one(conn)
        .await?;
    Ok(last.and_then(|entry| entry.actor_id))
}
