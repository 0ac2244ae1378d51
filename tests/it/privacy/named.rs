//! Every table and every column that points to a person is named, or left out for a reason. Whoever adds one says in
//! the `held.rs` of its capability whose its rows are.
use kernel::{Holds, Id, PersonId, Said};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::collections::BTreeSet;
use tests::Stage;

const SQLITE: &str = "SELECT m.name, c.name, c.type FROM sqlite_master m \
    JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' \
    ESCAPE '\\' AND m.name <> 'seaql_migrations' ORDER BY m.name, c.cid";
const POSTGRES: &str = "SELECT c.table_name::text, c.column_name::text, c.data_type::text \
    FROM information_schema.columns c JOIN information_schema.tables t \
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name \
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
    AND c.table_name <> 'seaql_migrations' ORDER BY c.table_name, c.ordinal_position";

/// Every column of the database: its table, its name, its type.
async fn columns(stage: &Stage) -> Vec<(String, String, String)> {
    let backend = stage.db().backend();
    let query = match backend {
        DbBackend::Postgres => POSTGRES,
        _ => SQLITE,
    };
    let query = Statement::from_string(backend, query);
    let rows = stage.db().read().query_all_raw(query).await;
    let read = |row: &sea_orm::QueryResult, at| row.try_get_by_index::<String>(at).expect("text");
    let rows = rows.expect("the columns");
    rows.iter()
        .map(|row| (read(row, 0), read(row, 1), read(row, 2).to_lowercase()))
        .collect()
}

/// What is wrong with how a column of ids is named, if anything is.
fn flaw(of_table: &[&dyn Holds], column: &str) -> Option<&'static str> {
    if of_table.iter().any(|rows| rows.says_of(column).is_some()) {
        return None;
    }
    match of_table.iter().find_map(|rows| rows.kind_of(column)) {
        None => Some("say what kind of thing its ids are of"),
        Some(PersonId::PREFIX) => Some("say whether a row is theirs whom it names"),
        Some(_) => None,
    }
}

#[tokio::test]
async fn no_table_and_no_column_that_names_a_person_is_forgotten() {
    let stage = Stage::new().await;
    let named = privacy::all_that_is_held();
    let mut wrong = Vec::new();
    let mut tables = BTreeSet::new();
    for (table, column, kind) in columns(&stage).await {
        tables.insert(table.clone());
        let of_table: Vec<&dyn Holds> = named
            .iter()
            .map(AsRef::as_ref)
            .filter(|rows| rows.table() == table)
            .collect();
        if of_table.is_empty() {
            wrong.push(format!("{table}: name it in held.rs"));
            continue;
        }
        // Its own id points to nothing else.
        if kind.starts_with("uuid")
            && column != "id"
            && let Some(flaw) = flaw(&of_table, &column)
        {
            wrong.push(format!("{table}.{column}: {flaw}"));
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for rows in &named {
        assert!(
            tables.contains(rows.table()),
            "there is no {}",
            rows.table()
        );
    }
}

#[tokio::test]
async fn every_name_is_used_once_and_every_reason_is_a_sentence() {
    let named = privacy::all_that_is_held();
    let names: BTreeSet<&str> = named.iter().map(|rows| rows.name()).collect();
    assert_eq!(names.len(), named.len(), "two kinds of rows have one name");
    for rows in &named {
        let reasons = rows.left_out().into_iter().map(|(_, reason)| reason);
        for reason in reasons.chain(rows.reason()) {
            assert!(reason.contains(' '), "{}: {reason}", rows.name());
        }
    }
}

#[tokio::test]
async fn what_opens_a_door_is_left_out_by_name() {
    let named = privacy::all_that_is_held();
    let stage = Stage::new().await;
    let secrets = ["hash", "secret", "phc", "seed", "token"];
    for (table, column, _) in columns(&stage).await {
        let rows = named.iter().filter(|rows| rows.table() == table);
        for rows in rows.filter(|rows| rows.reason().is_none()) {
            let is_secret = secrets
                .iter()
                .any(|word| column.split('_').any(|it| it == *word));
            if is_secret {
                let said = rows.says_of(&column);
                assert!(matches!(said, Some(Said::LeftOut(_))), "{table}.{column}");
            }
        }
    }
}
