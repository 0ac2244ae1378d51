//! What a facilitator makes of a check-in.
use super::{BOARD, CHECK_IN, CheckingIn};
use crate::prompts::changes;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const TAKEN_IN: &str = "query($id: ID!) { session(id: $id) { takenIn {
    checkIn { title } theme { title count } answer { choiceWords person { name } } } } }";
const NOTICES: &str = "{ viewer { notices(first: 5) { edges { node { kind } } } } }";

#[tokio::test]
async fn who_has_not_answered_is_reminded_once() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let refused = changes(
        &it.workshop.priya,
        "nudgeCheckIn",
        "id",
        json!({ "checkIn": it.check_in["id"] }),
    )
    .await;
    let nudged = it.leads("nudgeCheckIn", json!({})).await;
    stage.settle().await;
    let again = it.leads("nudgeCheckIn", json!({})).await;
    let told = it.workshop.priya.asks(NOTICES, json!({})).await;

    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    assert_eq!(
        nudged["data"]["nudgeCheckIn"]["viewerCan"]["nudge"], false,
        "{nudged}"
    );
    assert_eq!(error_of(&again).0, "CONFLICT");
    let edges = &told["data"]["viewer"]["notices"]["edges"];
    assert_eq!(
        edges.as_array().map(Vec::len),
        Some(1),
        "it takes the place of the first"
    );
    assert_eq!(edges[0]["node"]["kind"], "CHECK_IN_REMINDER");
}

#[tokio::test]
async fn answers_are_put_together_and_taken_into_the_next_session() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.workshop.publishes(json!({})).await;
    it.opens().await;
    it.sends(&it.workshop.priya, it.words((1, "no time", 0)))
        .await;
    let board = it.seen(&it.workshop.amara, BOARD).await;
    let answer = board["board"]["questions"][1]["answers"][0]["id"].clone();
    let theme = json!({ "checkIn": it.check_in["id"], "title": "Time", "answers": [answer] });
    let made = changes(
        &it.workshop.amara,
        "createCheckInTheme",
        "id title count",
        theme,
    )
    .await;
    let made = &made["data"]["createCheckInTheme"];
    let taken = it
        .leads("takeIntoSession", json!({ "theme": made["id"] }))
        .await;
    let seen = it.seen(&it.workshop.amara, BOARD).await;
    let of_jonas = it.seen(&it.workshop.jonas, BOARD).await;

    assert_eq!(made["count"], 1, "{made}");
    assert!(taken.get("errors").is_none(), "{taken}");
    assert_eq!(
        seen["board"]["themes"][0]["takenInto"]["number"], 1,
        "{seen}"
    );
    assert_eq!(seen["board"]["themes"][0]["answers"][0]["text"], "no time");
    assert_eq!(
        of_jonas["board"]["themes"],
        json!([]),
        "what is in it is not for them"
    );
}

#[tokio::test]
async fn two_themes_of_one_check_in_are_never_called_the_same() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let makes = async |title: &str| {
        let theme = json!({ "checkIn": it.check_in["id"], "title": title });
        changes(&it.workshop.amara, "createCheckInTheme", "id title", theme).await
    };
    let time = makes("Time").await;
    let twin = makes(" TIME ").await;
    let people = makes("People").await;
    let renames = async |title: &str| {
        let theme = &people["data"]["createCheckInTheme"]["id"];
        let input = json!({ "theme": theme, "title": title });
        changes(&it.workshop.amara, "updateCheckInTheme", "title", input).await
    };
    let renamed = renames("time").await;
    let itself = renames("PEOPLE").await;

    assert!(time.get("errors").is_none(), "{time}");
    for refused in [twin, renamed] {
        assert_eq!(error_of(&refused).0, "INVALID", "{refused}");
        assert_eq!(refused["errors"][0]["extensions"]["field"], "title");
    }
    assert_eq!(itself["data"]["updateCheckInTheme"]["title"], "PEOPLE");
    let board = it.seen(&it.workshop.amara, BOARD).await;
    let themes = board["board"]["themes"].as_array().map(Vec::len);
    assert_eq!(themes, Some(2), "{board}");
}

#[tokio::test]
async fn what_was_taken_into_a_session_stands_with_it_for_who_may_read_it() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let session = it.workshop.publishes(json!({})).await;
    let later = it.workshop.publishes(json!({})).await;
    it.opens().await;
    it.sends(&it.workshop.priya, it.words((1, "no time", 0)))
        .await;
    let board = it.seen(&it.workshop.amara, BOARD).await;
    let answer =
        |question: usize| board["board"]["questions"][question]["answers"][0]["id"].clone();
    let theme = json!({ "checkIn": it.check_in["id"], "title": "Time", "answers": [answer(1)] });
    let made = changes(&it.workshop.amara, "createCheckInTheme", "id", theme).await;
    let theme = &made["data"]["createCheckInTheme"]["id"];
    let first = &session["id"];
    for what in [
        json!({ "answer": answer(0), "session": first }),
        json!({ "theme": theme, "session": first }),
    ] {
        let taken = it.leads("takeIntoSession", what).await;
        assert!(taken.get("errors").is_none(), "{taken}");
    }
    let taken_in = async |person: &Person<'_>, session: &Value| {
        let answer = person.asks(TAKEN_IN, json!({ "id": session["id"] })).await;
        answer["data"]["session"]["takenIn"].clone()
    };
    let said = json!({ "checkIn": { "title": "Two weeks on" }, "theme": null,
        "answer": { "choiceWords": "once", "person": { "name": "Priya" } } });
    let put = json!({ "checkIn": { "title": "Two weeks on" }, "answer": null,
        "theme": { "title": "Time", "count": 1 } });

    let amara = &it.workshop.amara;
    assert_eq!(taken_in(amara, &session).await, json!([put, said]));
    assert_eq!(taken_in(amara, &later).await, json!([]));
    assert_eq!(
        taken_in(&it.workshop.jonas, &session).await,
        json!([said]),
        "what is in the theme is not for them"
    );
    it.leads("cancelCheckIn", json!({})).await;
    assert_eq!(
        taken_in(&it.workshop.jonas, &session).await,
        json!([]),
        "what was taken back is for who leads alone"
    );
}

#[tokio::test]
async fn when_it_closes_a_summary_is_posted_for_everybody() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    it.sends(&it.workshop.priya, it.words((2, "a secret", 0)))
        .await;
    let closed = it.leads("closeCheckIn", json!({})).await;
    let thread = "query($id: ID!) { node(id: $id) { ... on CheckIn {
        summary { title opening { body } } } } }";
    let read = it
        .workshop
        .jonas
        .asks(thread, json!({ "id": it.check_in["id"] }))
        .await;

    let closed = &closed["data"]["closeCheckIn"];
    assert_eq!(closed["state"], "CLOSED", "{closed}");
    let summary = &read["data"]["node"]["summary"];
    assert_eq!(summary["title"], "Two weeks on: What came of it", "{read}");
    let body = summary["opening"]["body"].as_str().expect("words");
    assert!(body.contains("1 of 1 have answered"), "{body}");
    assert!(body.contains("often: 1"), "{body}");
    assert!(
        !body.contains("secret") && !body.contains("got in the way"),
        "{body}"
    );
    assert!(body.contains("Too few answered"), "{body}");
}

#[tokio::test]
async fn what_people_are_asked_already_stays_as_it_was_asked() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let sooner = it
        .leads("updateCheckIn", json!({ "title": "One week on" }))
        .await;
    it.opens().await;
    let asked = json!([{ "kind": "SHORT_TEXT", "words": "Something else?" }]);
    let later = it
        .leads("updateCheckIn", json!({ "questions": asked }))
        .await;
    let cancelled = it.leads("cancelCheckIn", json!({})).await;
    let find = "query($id: ID!) { node(id: $id) { id } }";
    let gone = it
        .workshop
        .priya
        .asks(find, json!({ "id": it.check_in["id"] }))
        .await;

    assert_eq!(sooner["data"]["updateCheckIn"]["title"], "One week on");
    assert_eq!(error_of(&later).0, "CONFLICT");
    assert_eq!(cancelled["data"]["cancelCheckIn"]["state"], "CANCELLED");
    assert_eq!(gone["data"]["node"], Value::Null);
    assert_eq!(
        it.seen(&it.workshop.amara, CHECK_IN).await["state"],
        "CANCELLED"
    );
}
