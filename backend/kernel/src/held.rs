//! What is held about a person: each capability names the rows of its tables here, so that somebody can be given
//! all that is theirs. A test goes over every column of the database and lets none be forgotten.
mod columns;

use crate::{Conn, Id, PersonId, Result, type_id};
use async_trait::async_trait;
use chrono::SecondsFormat;
use columns::kind_of_column;
use sea_orm::sea_query::{Condition, SelectStatement, sea_value_to_json_value};
use sea_orm::{
    ColumnTrait, EntityTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Value,
};
use serde_json::Map;

/// The rows of a table, and what in them is somebody's.
#[async_trait]
pub trait Holds: Send + Sync {
    fn table(&self) -> &'static str;

    /// What these rows are called among what somebody takes along.
    fn name(&self) -> &'static str;

    /// Why no row of it is anybody's; nothing where rows are.
    fn reason(&self) -> Option<&'static str>;

    /// Which kind of thing a column of ids points to, by the prefix of its ids.
    fn kind_of(&self, column: &str) -> Option<&'static str>;

    /// What is said of a column: that it tells whose a row is, or why it does not, or why it is left out.
    fn says_of(&self, column: &str) -> Option<Said>;

    /// The columns that are given to nobody, and why.
    fn left_out(&self) -> Vec<(&'static str, &'static str)>;

    /// The rows that are this person's, as JSON, from a place in their order on, at most so many. A row that goes
    /// meanwhile may hide another: who asks again has it.
    async fn rows_of(
        &self,
        conn: &Conn<'_>,
        person: PersonId,
        place: (u64, u64),
    ) -> Result<Vec<serde_json::Value>>;
}

/// What is said of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It tells whose the row is.
    Whose,
    /// It names somebody whose the row is not, and why.
    Another(&'static str),
    /// It is given to nobody, and why.
    LeftOut(&'static str),
}

type Theirs = Box<dyn Fn(PersonId) -> Condition + Send + Sync>;

/// `Holds`, put together column by column.
pub struct Rows<E: EntityTrait> {
    name: &'static str,
    theirs: Vec<Theirs>,
    said: Vec<(&'static str, Said)>,
    kinds: Vec<(&'static str, &'static str)>,
    /// Only their columns are asked for.
    entity: E,
}

impl<E: EntityTrait> Rows<E> {
    pub fn new() -> Self {
        let entity = E::default();
        Self {
            name: entity.table_name(),
            theirs: Vec::new(),
            said: Vec::new(),
            kinds: Vec::new(),
            entity,
        }
    }

    /// How the rows are called, where a table is named twice.
    #[must_use]
    pub fn called(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// The column `id` holds ids of this kind.
    #[must_use]
    pub fn id<I: Id>(self) -> Self {
        self.points("id", I::PREFIX)
    }

    /// A column holds ids of this kind, which its name does not tell.
    #[must_use]
    pub fn ids<I: Id>(self, column: E::Column) -> Self {
        let name = column.as_str();
        self.points(name, I::PREFIX)
    }

    fn points(mut self, column: &'static str, prefix: &'static str) -> Self {
        self.kinds.push((column, prefix));
        self
    }

    /// A row is whose this column says.
    #[must_use]
    pub fn of(mut self, column: E::Column) -> Self {
        self.said.push((column.as_str(), Said::Whose));
        self.theirs.push(Box::new(move |person| {
            Condition::all().add(column.eq(person))
        }));
        self
    }

    /// A row is whose the row above it is: the one whose `key` is in this column, and that `whose` names somebody of.
    #[must_use]
    pub fn under<P: EntityTrait>(
        mut self,
        column: E::Column,
        (key, whose): (P::Column, P::Column),
    ) -> Self {
        self.theirs.push(Box::new(move |person| {
            let above = P::find().select_only().column(key);
            let above = above.filter(whose.eq(person)).into_query();
            Condition::all().add(column.in_subquery(above))
        }));
        self
    }

    /// A row is somebody's when this column is among what is asked of their id.
    #[must_use]
    pub fn among(mut self, column: E::Column, theirs: fn(PersonId) -> SelectStatement) -> Self {
        self.theirs.push(Box::new(move |person| {
            Condition::all().add(column.in_subquery(theirs(person)))
        }));
        self
    }

    /// These columns name somebody whose the row is not, and why.
    #[must_use]
    pub fn others(mut self, columns: &[E::Column], reason: &'static str) -> Self {
        let said = columns.iter();
        self.said
            .extend(said.map(|it| (it.as_str(), Said::Another(reason))));
        self
    }

    /// These columns are given to nobody, and why.
    #[must_use]
    pub fn without(mut self, columns: &[E::Column], reason: &'static str) -> Self {
        let said = columns.iter();
        self.said
            .extend(said.map(|it| (it.as_str(), Said::LeftOut(reason))));
        self
    }

    #[must_use]
    pub fn held(self) -> Box<dyn Holds> {
        Box::new(self)
    }

    fn told(&self, row: &E::Model) -> serde_json::Value {
        let mut fields = Map::new();
        for column in E::Column::iter() {
            let name = column.as_str();
            if matches!(self.says_of(name), Some(Said::LeftOut(_))) {
                continue;
            }
            let value = match row.get(column) {
                Value::Uuid(Some(id)) => {
                    let written = self.kind_of(name).map(|prefix| type_id(prefix, id));
                    written.map_or(serde_json::Value::Null, Into::into)
                }
                Value::ChronoDateTimeUtc(Some(at)) => {
                    at.to_rfc3339_opts(SecondsFormat::Millis, true).into()
                }
                // What is kept as bytes is a secret or the hash of one.
                Value::Bytes(_) => continue,
                value => sea_value_to_json_value(&value),
            };
            fields.insert(public_name(name), value);
        }
        serde_json::Value::Object(fields)
    }
}

impl<E: EntityTrait> Default for Rows<E> {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl<E: EntityTrait> Holds for Rows<E> {
    fn table(&self) -> &'static str {
        self.entity.table_name()
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn reason(&self) -> Option<&'static str> {
        None
    }

    fn kind_of(&self, column: &str) -> Option<&'static str> {
        known(&self.kinds, column).or_else(|| kind_of_column(column))
    }

    fn says_of(&self, column: &str) -> Option<Said> {
        let said = self.said.iter().find(|(name, _)| *name == column);
        said.map(|(_, said)| *said)
    }

    fn left_out(&self) -> Vec<(&'static str, &'static str)> {
        let left_out = self.said.iter().filter_map(|(column, said)| match said {
            Said::LeftOut(reason) => Some((*column, *reason)),
            Said::Whose | Said::Another(_) => None,
        });
        left_out.collect()
    }

    async fn rows_of(
        &self,
        conn: &Conn<'_>,
        person: PersonId,
        (from, limit): (u64, u64),
    ) -> Result<Vec<serde_json::Value>> {
        let any = self.theirs.iter();
        let any = any.fold(Condition::any(), |any, theirs| any.add(theirs(person)));
        let mut rows = E::find().filter(any).offset(from).limit(limit);
        for key in E::PrimaryKey::iter() {
            rows = rows.order_by_asc(key.into_column());
        }
        let rows = rows.all(conn).await?;
        Ok(rows.iter().map(|row| self.told(row)).collect())
    }
}

/// A table no row of which is anybody's.
pub struct Nobodys {
    table: &'static str,
    reason: &'static str,
    others: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, &'static str)>,
}

/// A table no row of which is anybody's, and why.
pub fn nobodys(table: &'static str, reason: &'static str) -> Nobodys {
    Nobodys {
        table,
        reason,
        others: Vec::new(),
        kinds: Vec::new(),
    }
}

impl Nobodys {
    /// These columns name people, and why the rows are not theirs.
    #[must_use]
    pub fn others(mut self, columns: &[&'static str], reason: &'static str) -> Self {
        self.others.extend(columns.iter().map(|it| (*it, reason)));
        self
    }

    /// A column holds ids of this kind, which its name does not tell.
    #[must_use]
    pub fn ids<I: Id>(mut self, column: &'static str) -> Self {
        self.kinds.push((column, I::PREFIX));
        self
    }

    #[must_use]
    pub fn held(self) -> Box<dyn Holds> {
        Box::new(self)
    }
}

#[async_trait]
impl Holds for Nobodys {
    fn table(&self) -> &'static str {
        self.table
    }

    fn name(&self) -> &'static str {
        self.table
    }

    fn reason(&self) -> Option<&'static str> {
        Some(self.reason)
    }

    fn kind_of(&self, column: &str) -> Option<&'static str> {
        known(&self.kinds, column).or_else(|| kind_of_column(column))
    }

    fn says_of(&self, column: &str) -> Option<Said> {
        known(&self.others, column).map(Said::Another)
    }

    fn left_out(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }

    async fn rows_of(
        &self,
        _: &Conn<'_>,
        _: PersonId,
        _: (u64, u64),
    ) -> Result<Vec<serde_json::Value>> {
        Ok(Vec::new())
    }
}

/// The tables of the kernel itself.
pub fn held() -> Vec<Box<dyn Holds>> {
    let log = "what happened, by ids alone: what it tells stands in the rows that are given";
    vec![
        nobodys("event", log)
            .others(&["actor_id", "person_id"], log)
            .held(),
        nobodys("job", "what the program is about to do").held(),
        nobodys("follower", "places of the program in its log").held(),
    ]
}

fn known(list: &[(&'static str, &'static str)], column: &str) -> Option<&'static str> {
    list.iter()
        .find(|(name, _)| *name == column)
        .map(|(_, said)| *said)
}

/// `created_at` as the API calls it, `createdAt`; and `author_id` as `author`.
fn public_name(column: &str) -> String {
    let column = column.strip_suffix("_id").unwrap_or(column);
    let mut name = String::with_capacity(column.len());
    for (at, part) in column.split('_').enumerate() {
        match part.split_at_checked(1) {
            Some((first, rest)) if at > 0 => {
                name.push_str(&first.to_uppercase());
                name.push_str(rest);
            }
            _ => name.push_str(part),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::public_name;

    #[test]
    fn columns_are_called_as_the_api_calls_them() {
        let names = ["id", "author_id", "created_at", "ask_me_about", "nudged_at"];
        let called = ["id", "author", "createdAt", "askMeAbout", "nudgedAt"];
        assert_eq!(names.map(public_name), called);
    }
}
