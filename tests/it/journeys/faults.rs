//! Servers that are killed in the middle of what is due do each thing once: two servers on one
//! PostgreSQL, one on SQLite.
//!
//! `TEST_KILLS=50` kills fifty times while ten thousand things fall due; everyday it is ten times and
//! two thousand.
use super::{Autumn, does, reminds, says};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Entropy, SystemEntropy};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Door, Program, Serving, Visitor, error_of, until_counted};

const KILLS: usize = 10;
/// So many journeys go on between two kills, each with so many items.
const JOURNEYS_A_KILL: usize = 4;
const REMINDERS: usize = 45;
const WORDS: usize = 5;
const ITEMS_A_KILL: usize = JOURNEYS_A_KILL * (REMINDERS + WORDS);

fn kills() -> usize {
    let told = std::env::var("TEST_KILLS").ok();
    told.map_or(KILLS, |told| told.parse().expect("a number of kills"))
}

/// Steps that are all due at once, nine days before the session, and help until it begins.
fn steps() -> Value {
    let due = || json!({ "minutes": -60 * 24 * 9 });
    let reminders = (0..REMINDERS).map(|number| {
        let mut step = reminds(&format!("nudge-{number}"), due());
        step["settings"]["roles"] = json!(["facilitator"]);
        step
    });
    let words = (0..WORDS).map(|number| says(&format!("word-{number}"), due()));
    reminders.chain(words).collect()
}

/// Journeys that are held, around a session in nine days and a second; and the cookie of who leads.
async fn held_journeys(program: &Program, count: usize) -> (Vec<Value>, String) {
    let stage = program.stage().await;
    let autumn = Autumn::opened_on(&stage).await;
    let starts = stage.db().now() + TimeDelta::days(9) + TimeDelta::seconds(1);
    let ends = starts + TimeDelta::hours(2);
    let session = autumn.session(&wall(starts), &wall(ends)).await;
    let mut journeys = Vec::with_capacity(count);
    for _ in 0..count {
        // A session has each template once.
        let template = autumn.template(steps()).await;
        let journey = autumn.applies(&template, &session).await;
        does(&autumn.amara, "pauseJourney", json!({ "journey": journey })).await;
        journeys.push(journey);
    }
    (journeys, Door::of(&stage).cookie_of(&autumn.amara).await)
}

fn wall(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The servers: two on one PostgreSQL, one on SQLite.
struct Nodes<'a> {
    program: &'a Program,
    serving: Vec<Serving>,
    amara: String,
}

impl<'a> Nodes<'a> {
    async fn of(program: &'a Program, amara: String) -> Self {
        let mut nodes = Self {
            program,
            serving: Vec::new(),
            amara,
        };
        for number in 0..if program.has_postgres() { 2 } else { 1 } {
            let node = nodes.starts(number).await;
            nodes.serving.push(node);
        }
        nodes
    }

    async fn starts(&self, number: usize) -> Serving {
        match number {
            0 => self.program.serves().await,
            other => self.program.serves_in(&format!("data-{other}")).await,
        }
    }

    async fn one_is_killed(&mut self) {
        let number = chance(self.serving.len());
        self.serving.remove(number).dies().await;
        let again = self.starts(number).await;
        self.serving.insert(number, again);
    }

    /// Amara at a browser.
    fn amara(&self) -> Visitor {
        let node = &self.serving[chance(self.serving.len())];
        node.visitor().with(&self.amara)
    }

    /// Lets a journey go on. Who is told to try again, by a machine that has its hands full, does.
    async fn resume(&self, journey: &Value) {
        let ask = "mutation($input: ResumeJourneyInput!) { resumeJourney(input: $input) { id } }";
        until_counted("a journey goes on", 1, async || {
            let input = json!({ "input": { "journey": journey } });
            let answer = self.amara().asks(ask, input).await;
            let (code, _) = error_of(&answer);
            assert!(
                ["", "UNAVAILABLE", "CONFLICT"].contains(&code.as_str()),
                "{answer}"
            );
            usize::from(code.is_empty())
        })
        .await;
    }
}

async fn count(database: &DatabaseConnection, query: &str) -> usize {
    let query = Statement::from_string(database.get_database_backend(), query);
    let row = database.query_one_raw(query).await.expect("an answer");
    let count: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
    usize::try_from(count).expect("a count")
}

const DONE: &str = "SELECT COUNT(*) FROM journey_item WHERE state = 'done'";

fn chance(below: usize) -> usize {
    let mut bytes = [0; 8];
    SystemEntropy.fill(&mut bytes);
    let drawn = u64::from_be_bytes(bytes) % u64::try_from(below).expect("a number");
    usize::try_from(drawn).expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_due_happens_once_however_often_a_server_is_killed() {
    let kills = kills();
    let program = Program::new().await;
    let (journeys, amara) = held_journeys(&program, kills * JOURNEYS_A_KILL).await;
    let database = program.database().await;
    let items = kills * ITEMS_A_KILL;
    let all = "SELECT COUNT(*) FROM journey_item";
    assert_eq!(count(&database, all).await, items);

    let mut nodes = Nodes::of(&program, amara).await;
    for (round, held) in journeys.chunks(JOURNEYS_A_KILL).enumerate() {
        for journey in held {
            nodes.resume(journey).await;
        }
        // Somewhere in this round's work; what is left of it, whoever comes next finds.
        let enough = round * ITEMS_A_KILL + chance(ITEMS_A_KILL);
        until_counted("enough is done to kill a server", enough, async || {
            count(&database, DONE).await
        })
        .await;
        nodes.one_is_killed().await;
    }
    until_counted("everything is done", items, async || {
        count(&database, DONE).await
    })
    .await;
    assert_eq!(count(&database, DONE).await, items);

    // As people see it: each reminder reached its one person once, each word was said once.
    let reminded = "SELECT COUNT(*) FROM event WHERE kind = 'journeys.reminded'";
    let reminders = journeys.len() * REMINDERS;
    assert_eq!(count(&database, reminded).await, reminders);
    // PostgreSQL shows the end of the log once nobody can write before it any more: not while it still
    // takes a server that was killed for alive.
    until_counted(
        "each reminder reached its one person",
        reminders,
        async || reminders_heard(&program).await,
    )
    .await;
    let said = "SELECT COUNT(*) FROM event WHERE kind = 'channels.thread_created'";
    assert_eq!(count(&database, said).await, journeys.len() * WORDS);
    let threads = "SELECT COUNT(*) FROM thread";
    assert_eq!(count(&database, threads).await, journeys.len() * WORDS);
    let settled = "SELECT COUNT(*) FROM event WHERE kind = 'journeys.item_settled'";
    // A machine that has its hands full may put off what comes again later, and says that too.
    let put_off = "SELECT CAST(SUM(attempts) AS BIGINT) FROM journey_item";
    let put_off = count(&database, put_off).await;
    assert_eq!(count(&database, settled).await, items + put_off);
}

/// How many items people were reminded by, each counted once.
async fn reminders_heard(program: &Program) -> usize {
    let stage = program.stage().await;
    let conn = stage.db().read();
    let (mut items, mut place) = (BTreeSet::new(), kernel::Cursor::default());
    loop {
        let facts = kernel::facts_after(&conn, place, 10_000).await;
        let facts = facts.expect("the log");
        let Some(last) = facts.last() else {
            return items.len();
        };
        place = last.cursor;
        let told = facts.iter();
        let told = told.filter_map(kernel::Fact::as_event::<journeys::Reminded>);
        items.extend(told.map(|fact| fact.item.to_string()));
    }
}
