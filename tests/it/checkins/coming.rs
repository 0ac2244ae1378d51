//! Who comes while it is open, who is away and who is back; and what goes on when something fails.
use super::{BOARD, CheckingIn};
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::{RemoveMember, Role};
use kernel::{Actor, Command, Tx};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::{Person, Stage};

/// The kinds of what somebody is told, the newest first.
async fn told(person: &Person<'_>) -> Vec<String> {
    let ask = "{ viewer { notices(first: 9) { edges { node { kind } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}")).iter();
    let kind = |edge: &Value| edge["node"]["kind"].as_str().map(str::to_owned);
    edges.filter_map(kind).collect()
}

async fn is_away(person: &Person<'_>, until: Option<chrono::DateTime<chrono::Utc>>) {
    let away = "mutation($until: DateTime) { setAway(input: { until: $until }) }";
    let said = person.asks(away, json!({ "until": until })).await;
    assert!(said.get("errors").is_none(), "{said}");
}

#[tokio::test]
async fn who_is_back_early_is_asked_and_who_went_away_is_not_reminded() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let priya = &it.workshop.priya;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    let now = stage.db().now();
    is_away(&kofi, Some(now + TimeDelta::days(20))).await;
    it.opens().await;
    let while_away = (told(&kofi).await, it.seen(&it.workshop.amara, BOARD).await);
    is_away(&kofi, None).await;
    it.waits(1).await;
    let back = it.seen(&it.workshop.amara, BOARD).await;
    is_away(priya, Some(now + TimeDelta::days(2))).await;
    let nudged = it.leads("nudgeCheckIn", json!({})).await;
    stage.settle().await;

    assert!(while_away.0.is_empty());
    assert_eq!(while_away.1["board"]["away"], json!([{ "name": "Kofi" }]));
    assert_eq!(back["board"]["away"], json!([]), "{back}");
    let waiting = json!([{ "name": "Kofi" }, { "name": "Priya" }]);
    assert_eq!(back["board"]["waitingFor"], waiting);
    assert!(nudged.get("errors").is_none(), "{nudged}");
    assert_eq!(told(&kofi).await, ["CHECK_IN_REMINDER"]);
    assert_eq!(told(priya).await, ["CHECK_IN_ASKED"]);
}

#[tokio::test]
async fn who_is_away_until_it_closes_is_asked_when_it_stays_open_for_longer() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let priya = &it.workshop.priya;
    let back = stage.db().now() + TimeDelta::days(7);
    is_away(priya, Some(back)).await;
    it.opens().await;
    let longer = it.leads("updateCheckIn", json!({ "daysOpen": 10 })).await;
    assert!(longer.get("errors").is_none(), "{longer}");
    it.waits(24 * 6).await;
    assert!(told(priya).await.is_empty(), "not before they are back");
    it.waits(25).await;
    assert_eq!(told(priya).await, ["CHECK_IN_ASKED"]);
}

#[tokio::test]
async fn who_joins_while_it_is_open_is_asked_and_waited_for() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let mei = stage.person("Mei").await;
    stage.joins(&mei, &it.workshop.cohort, Role::Learner).await;
    stage.settle().await;
    it.waits(1).await;
    let board = it.seen(&it.workshop.amara, BOARD).await;

    assert_eq!(told(&mei).await, ["CHECK_IN_ASKED"]);
    let waiting = json!([{ "name": "Mei" }, { "name": "Priya" }]);
    assert_eq!(board["board"]["waitingFor"], waiting, "{board}");
    let sent = it.sends(&mei, it.words((1, "much to read", 0))).await;
    assert_eq!(sent["data"]["answerCheckIn"]["state"], "SENT");
}

#[tokio::test]
async fn a_summary_is_posted_by_who_leads_when_who_asked_has_left() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let (priya, cohort) = (&it.workshop.priya, &it.workshop.cohort);
    let noor = stage.person("Noor").await;
    stage.joins(&noor, cohort, Role::Facilitator).await;
    it.opens().await;
    it.sends(priya, it.words((2, "a secret", 0))).await;
    let conn = stage.db().read();
    let amara = it.workshop.amara.record.id;
    let own = communities::memberships_of(&conn, amara).await;
    let leave = RemoveMember {
        membership: own.expect("memberships")[0].id,
    };
    stage.does(leave).await.expect("Amara leaves");
    it.waits(24 * 3).await;

    let seen = it
        .seen(priya, "state summary { title opening { author { name } } }")
        .await;
    assert_eq!(seen["state"], "CLOSED");
    assert_eq!(
        seen["summary"]["opening"]["author"]["name"], "Noor",
        "{seen}"
    );
}

/// What can be read no more, as if somebody had written it by hand.
struct Spoil;

#[async_trait]
impl Command for Spoil {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> kernel::Result<()> {
        let spoil = "UPDATE check_in SET rrule = 'NEVER' WHERE title = 'Weekly'";
        tx.conn().execute_unprepared(spoil).await?;
        Ok(())
    }
}

#[tokio::test]
async fn one_that_fails_keeps_no_other_from_its_time() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let weekly = json!({ "title": "Weekly", "rrule": "FREQ=WEEKLY;COUNT=3" });
    let failing = it.defined(weekly).await;
    stage.does(Spoil).await.expect("a recurrence that is none");
    stage.clock.advance(TimeDelta::hours(1));
    let done = checkins::do_what_is_due(stage.db()).await;

    assert!(done.is_ok_and(|done| done > 0), "others are done");
    let state = async |of: &Value| {
        let ask = "query($id: ID!) { node(id: $id) { ... on CheckIn { state } } }";
        let answer = it.workshop.amara.asks(ask, json!({ "id": of["id"] })).await;
        answer["data"]["node"]["state"].clone()
    };
    assert_eq!(state(&it.check_in).await, "OPEN");
    assert_eq!(state(&failing).await, "SCHEDULED");
}
