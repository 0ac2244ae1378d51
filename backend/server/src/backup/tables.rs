//! The tables as the database itself describes them, so that a backup forgets none.
use crate::failure::Failure;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

/// A table and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

/// What a column holds, whichever database holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    SmallInteger,
    Integer,
    BigInteger,
    Double,
    Boolean,
    Bytes,
    Uuid,
    Time,
    Date,
    Json,
}

impl Kind {
    /// Reads a declared type: PostgreSQL's, or the one that was written for SQLite.
    fn of(declared: &str) -> Result<Self, Failure> {
        let declared = declared.to_lowercase();
        let plain = declared.split('(').next().unwrap_or_default().trim();
        Ok(match plain {
            "varchar" | "character varying" | "text" => Self::Text,
            "smallint" => Self::SmallInteger,
            "integer" | "int" => Self::Integer,
            "bigint" => Self::BigInteger,
            "double" | "double precision" => Self::Double,
            "boolean" => Self::Boolean,
            "blob" | "bytea" | "varbinary_blob" | "binary_blob" => Self::Bytes,
            "uuid" | "uuid_text" => Self::Uuid,
            "timestamp with time zone" | "timestamp_with_timezone_text" => Self::Time,
            "date" | "date_text" => Self::Date,
            "json" | "jsonb" | "json_text" | "jsonb_text" => Self::Json,
            _ => {
                let words = format!("a column of type {declared} cannot be copied");
                return Err(Failure::plain(words));
            }
        })
    }
}

const SQLITE_COLUMNS: &str = "SELECT m.name, c.name, c.type FROM sqlite_master m \
    JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' \
    ESCAPE '\\' AND m.name <> 'seaql_migrations' ORDER BY m.name, c.cid";
const SQLITE_REFERENCES: &str = "SELECT m.name, f.\"table\" FROM sqlite_master m \
    JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
const POSTGRES_COLUMNS: &str = "SELECT c.table_name::text, c.column_name::text, c.data_type::text \
    FROM information_schema.columns c JOIN information_schema.tables t \
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name \
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
    AND c.table_name <> 'seaql_migrations' ORDER BY c.table_name, c.ordinal_position";
const POSTGRES_REFERENCES: &str = "SELECT a.relname::text, b.relname::text FROM pg_constraint k \
    JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid \
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace";

/// All tables but the history of migrations, each after those that it refers to.
pub async fn in_order(conn: &impl ConnectionTrait) -> Result<Vec<Table>, Failure> {
    let backend = conn.get_database_backend();
    let (columns, references) = match backend {
        DbBackend::Postgres => (POSTGRES_COLUMNS, POSTGRES_REFERENCES),
        _ => (SQLITE_COLUMNS, SQLITE_REFERENCES),
    };
    let mut tables: Vec<Table> = Vec::new();
    for row in conn
        .query_all_raw(Statement::from_string(backend, columns))
        .await?
    {
        let name: String = row.try_get_by_index(0)?;
        let column = Column {
            name: row.try_get_by_index(1)?,
            kind: Kind::of(&row.try_get_by_index::<String>(2)?)?,
        };
        match tables.last_mut().filter(|table| table.name == name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table {
                name,
                columns: vec![column],
            }),
        }
    }
    let references = conn
        .query_all_raw(Statement::from_string(backend, references))
        .await?
        .iter()
        .map(pair)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(sort(tables, &references))
}

fn pair(row: &QueryResult) -> Result<(String, String), Failure> {
    Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
}

/// Puts every table behind those it refers to; a table may refer to itself.
fn sort(mut waiting: Vec<Table>, references: &[(String, String)]) -> Vec<Table> {
    let mut sorted: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let (ready, blocked): (Vec<_>, Vec<_>) = waiting.iter().cloned().partition(|table| {
            references
                .iter()
                .filter(|(from, to)| *from == table.name && to != from)
                .all(|(_, to)| sorted.iter().any(|done| done.name == *to))
        });
        if ready.is_empty() {
            // A circle: no order is right, and the database will say so.
            sorted.extend(blocked);
            break;
        }
        sorted.extend(ready);
        waiting = blocked;
    }
    sorted
}
