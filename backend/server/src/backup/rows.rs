//! Rows as lines of JSON that either database can read.
use super::archive::ArchiveWriter;
use super::tables::{Column, Kind, Table};
use crate::failure::Failure;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, NaiveDate, Utc};
use futures_util::TryStreamExt;
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult, StreamTrait, Value};
use serde_json::Value as Json;
use uuid::Uuid;

/// Bytes of lines after which a new file of the archive begins: memory stays flat.
const PART_BYTES: usize = 8 * 1024 * 1024;
/// Values in one INSERT, below what either database permits.
const VALUES_MAX: usize = 20_000;

/// Writes all rows of a table to the archive; returns how many.
pub async fn dump(
    snapshot: &DatabaseTransaction,
    table: &Table,
    archive: &mut ArchiveWriter,
) -> Result<u64, Failure> {
    let query = Query::select()
        .columns(table.columns.iter().map(|column| Alias::new(&column.name)))
        .from(Alias::new(&table.name))
        .to_owned();
    let mut rows = snapshot.stream(&query).await?;
    let (mut count, mut parts, mut lines) = (0, 0, Vec::new());
    while let Some(row) = rows.try_next().await? {
        let line = line_of(&row, &table.columns)?;
        serde_json::to_writer(&mut lines, &line).map_err(kernel::Error::from)?;
        lines.push(b'\n');
        count += 1;
        if lines.len() >= PART_BYTES {
            archive.add(&part_name(&table.name, parts), &lines)?;
            parts += 1;
            lines.clear();
        }
    }
    if !lines.is_empty() {
        archive.add(&part_name(&table.name, parts), &lines)?;
    }
    Ok(count)
}

fn part_name(table: &str, part: u32) -> String {
    format!("rows/{table}.{part:04}.jsonl")
}

/// The table whose rows an archive's file holds, if it holds rows.
pub fn table_of(entry: &str) -> Option<&str> {
    let (table, _) = entry
        .strip_prefix("rows/")?
        .strip_suffix(".jsonl")?
        .rsplit_once('.')?;
    Some(table)
}

/// Inserts the lines of one file into its table; returns how many there were.
pub async fn fill(
    conn: &impl ConnectionTrait,
    table: &Table,
    lines: &[u8],
) -> Result<u64, Failure> {
    let at_once = (VALUES_MAX / table.columns.len().max(1)).max(1);
    let mut count = 0;
    let mut rows = Vec::new();
    for line in lines.split(|byte| *byte == b'\n').filter(|l| !l.is_empty()) {
        let line: serde_json::Map<String, Json> =
            serde_json::from_slice(line).map_err(kernel::Error::from)?;
        rows.push(values_of(line, table)?);
        count += 1;
        if rows.len() == at_once {
            insert(conn, table, std::mem::take(&mut rows)).await?;
        }
    }
    insert(conn, table, rows).await?;
    Ok(count)
}

async fn insert(
    conn: &impl ConnectionTrait,
    table: &Table,
    rows: Vec<Vec<Expr>>,
) -> Result<(), Failure> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut query = Query::insert();
    query
        .into_table(Alias::new(&table.name))
        .columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for row in rows {
        query.values_panic(row);
    }
    conn.execute(&query).await?;
    Ok(())
}

fn line_of(row: &QueryResult, columns: &[Column]) -> Result<Json, Failure> {
    let mut line = serde_json::Map::new();
    for Column { name, kind } in columns {
        let value = match kind {
            Kind::Text => row.try_get::<Option<String>>("", name)?.map(Json::from),
            Kind::SmallInteger => row.try_get::<Option<i16>>("", name)?.map(Json::from),
            Kind::Integer => row.try_get::<Option<i32>>("", name)?.map(Json::from),
            Kind::BigInteger => row.try_get::<Option<i64>>("", name)?.map(Json::from),
            Kind::Double => row.try_get::<Option<f64>>("", name)?.map(Json::from),
            Kind::Boolean => row.try_get::<Option<bool>>("", name)?.map(Json::from),
            Kind::Json => row.try_get::<Option<Json>>("", name)?,
            Kind::Bytes => row
                .try_get::<Option<Vec<u8>>>("", name)?
                .map(|bytes| BASE64_STANDARD.encode(bytes).into()),
            Kind::Uuid => row
                .try_get::<Option<Uuid>>("", name)?
                .map(|id| id.to_string().into()),
            Kind::Time => row
                .try_get::<Option<DateTime<Utc>>>("", name)?
                .map(|time| time.to_rfc3339().into()),
            Kind::Date => row
                .try_get::<Option<NaiveDate>>("", name)?
                .map(|date| date.to_string().into()),
        };
        line.insert(name.clone(), value.unwrap_or(Json::Null));
    }
    Ok(line.into())
}

fn values_of(mut line: serde_json::Map<String, Json>, table: &Table) -> Result<Vec<Expr>, Failure> {
    table
        .columns
        .iter()
        .map(|column| {
            let json = line.remove(&column.name).unwrap_or(Json::Null);
            value_of(column.kind, json).map(Expr::val).ok_or_else(|| {
                let Column { name, .. } = column;
                Failure::plain(format!(
                    "a row of {} has no readable {name}; nothing was changed",
                    table.name
                ))
            })
        })
        .collect()
}

/// A value with its type, also where there is none: PostgreSQL wants to know what it is not given.
fn value_of(kind: Kind, json: Json) -> Option<Value> {
    let nothing = json.is_null();
    let text = json.as_str();
    Some(match kind {
        _ if nothing => none_of(kind),
        Kind::Json => Value::from(json),
        Kind::SmallInteger => Value::from(i16::try_from(json.as_i64()?).ok()?),
        Kind::Integer => Value::from(i32::try_from(json.as_i64()?).ok()?),
        Kind::BigInteger => Value::from(json.as_i64()?),
        Kind::Double => Value::from(json.as_f64()?),
        Kind::Boolean => Value::from(json.as_bool()?),
        Kind::Text => Value::from(text?),
        Kind::Bytes => Value::from(BASE64_STANDARD.decode(text?).ok()?),
        Kind::Uuid => Value::from(text?.parse::<Uuid>().ok()?),
        Kind::Time => {
            let time = DateTime::parse_from_rfc3339(text?).ok()?;
            Value::from(time.with_timezone(&Utc))
        }
        Kind::Date => Value::from(text?.parse::<NaiveDate>().ok()?),
    })
}

fn none_of(kind: Kind) -> Value {
    match kind {
        Kind::Text => Value::from(None::<String>),
        Kind::SmallInteger => Value::from(None::<i16>),
        Kind::Integer => Value::from(None::<i32>),
        Kind::BigInteger => Value::from(None::<i64>),
        Kind::Double => Value::from(None::<f64>),
        Kind::Boolean => Value::from(None::<bool>),
        Kind::Bytes => Value::from(None::<Vec<u8>>),
        Kind::Uuid => Value::from(None::<Uuid>),
        Kind::Time => Value::from(None::<DateTime<Utc>>),
        Kind::Date => Value::from(None::<NaiveDate>),
        Kind::Json => Value::from(None::<Json>),
    }
}
