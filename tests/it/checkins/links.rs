//! Answering by a link from a letter, and what happens to who tampers with one.
use super::{BOARD, CHECK_IN, CheckingIn};
use kernel::Event;
use serde_json::{Value, json};
use tests::{Post, Stage};

const PAGE: &str = "query($token: String!) { checkInByLink(token: $token) { state title personName
    communityName questions { id words } saved { text } } }";
const SEND: &str = "mutation($input: AnswerCheckInByLinkInput!) {
    answerCheckInByLink(input: $input) { sent page { state title questions { id } } } }";

const SAVE: &str = "mutation($input: SaveCheckInByLinkInput!) {
    saveCheckInByLink(input: $input) { saved state } }";

/// The token in the first letter that asks somebody.
pub async fn token_in_a_letter(stage: &Stage) -> String {
    stage.clock.advance(chrono::TimeDelta::hours(24));
    let letters = Post::of(stage).goes_round(stage).await;
    let asking = letters.iter().find(|it| it.text.contains("/checkin/"));
    let text = &asking
        .unwrap_or_else(|| panic!("no letter: {letters:?}"))
        .text;
    let (_, rest) = text.split_once("/checkin/").expect("a link");
    let token = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
    token.collect()
}

impl CheckingIn<'_> {
    /// The token in Priya's letter.
    async fn letter(&self) -> String {
        token_in_a_letter(self.stage).await
    }

    async fn page(&self, token: &str) -> Value {
        let answer = self
            .stage
            .stranger_asks(PAGE, json!({ "token": token }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["checkInByLink"].clone()
    }

    async fn sends_by(&self, token: &str) -> Value {
        let input = json!({ "token": token, "answers": self.words((1, "by mail", 0)) });
        let answer = self
            .stage
            .stranger_asks(SEND, json!({ "input": input }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["answerCheckInByLink"].clone()
    }

    async fn saves_by(&self, token: &str, answers: Value) -> Value {
        let input = json!({ "token": token, "answers": answers });
        let answer = self
            .stage
            .stranger_asks(SAVE, json!({ "input": input }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["saveCheckInByLink"].clone()
    }

    /// How many links were refused, by the log.
    async fn refused(&self) -> usize {
        let conn = self.stage.db().read();
        let all = kernel::facts_after(&conn, kernel::Cursor::default(), 10_000).await;
        let all = all.expect("the log");
        let refused = all
            .iter()
            .filter(|it| it.kind == checkins::LinkRefused::KIND);
        refused.count()
    }
}

#[tokio::test]
async fn a_link_answers_once_and_opens_nothing_after_that() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let token = it.letter().await;
    let page = it.page(&token).await;
    let sent = it.sends_by(&token).await;
    let (replayed, opened) = (it.sends_by(&token).await, it.page(&token).await);
    stage.facts_arrive().await;

    assert_eq!(page["state"], "READY", "{page}");
    assert_eq!(
        (&page["title"], &page["personName"]),
        (&json!("Two weeks on"), &json!("Priya"))
    );
    assert_eq!(sent["sent"], true, "{sent}");
    assert_eq!(
        (&replayed["sent"], &replayed["page"]["state"]),
        (&json!(false), &json!("USED"))
    );
    assert_eq!(
        (&opened["title"], &opened["questions"]),
        (&Value::Null, &json!([]))
    );
    assert_eq!(it.refused().await, 2, "sent again, and opened again");
    let own = it.seen(&it.workshop.priya, CHECK_IN).await;
    assert_eq!(own["viewerResponse"]["state"], "SENT");
}

#[tokio::test]
async fn what_is_answered_by_a_link_is_kept_at_each_step_until_it_is_sent() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let token = it.letter().await;
    let all = it.words((1, "by mail", 0));
    let first = it.saves_by(&token, json!([all[0]])).await;
    let second = it.saves_by(&token, json!([all[1]])).await;
    let again = it.page(&token).await;
    let unseen = it.seen(&it.workshop.amara, BOARD).await;
    let sent = it.sends_by(&token).await;
    let late = it.saves_by(&token, json!([all[0]])).await;
    let wrong = it.saves_by("guessed", json!([all[0]])).await;
    stage.facts_arrive().await;

    assert_eq!(first["saved"], true);
    assert_eq!(second, json!({ "saved": true, "state": "READY" }));
    assert_eq!(again["state"], "READY", "the link is as it was: {again}");
    assert_eq!(again["saved"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        unseen["board"]["stream"]["edges"],
        json!([]),
        "nobody else's until it is sent"
    );
    assert_eq!(sent["sent"], true);
    assert_eq!(late, json!({ "saved": false, "state": "USED" }));
    assert_eq!(wrong, json!({ "saved": false, "state": "UNKNOWN" }));
    assert_eq!(it.refused().await, 2, "and that is written down");
}

#[tokio::test]
async fn an_altered_link_and_one_whose_time_is_over_open_nothing() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let token = it.letter().await;
    let last = if token.ends_with('A') { 'B' } else { 'A' };
    let altered = format!("{}{last}", &token[..token.len() - 1]);
    for wrong in [altered.as_str(), &token[..10], "", "guessed"] {
        assert_eq!(it.page(wrong).await["state"], "UNKNOWN", "{wrong}");
        let sent = it.sends_by(wrong).await;
        assert_eq!(sent["page"]["state"], "UNKNOWN");
    }
    assert_eq!(
        it.page(&token).await["state"],
        "READY",
        "others did no harm"
    );
    it.waits(24 * 3).await;
    let expired = it.sends_by(&token).await;
    stage.facts_arrive().await;

    assert_eq!(expired["page"]["state"], "EXPIRED");
    assert_eq!(it.refused().await, 9, "opened and sent, each time");
}

#[tokio::test]
async fn a_link_to_what_was_closed_or_answered_meanwhile_says_so() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let token = it.letter().await;
    it.sends(&it.workshop.priya, it.words((0, "at the desk", 0)))
        .await;
    assert_eq!(it.page(&token).await["state"], "USED");

    let it = CheckingIn {
        check_in: it.defined(json!({ "title": "Another" })).await,
        ..it
    };
    it.opens().await;
    let token = it.letter().await;
    it.leads("cancelCheckIn", json!({})).await;
    assert_ne!(it.page(&token).await["state"], "READY");
    assert_eq!(it.sends_by(&token).await["sent"], false);
}

#[tokio::test]
async fn only_the_hash_of_a_link_is_kept() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let token = it.letter().await;
    assert_eq!(token.len(), 43, "256 bits of chance");
    let kept = "SELECT COUNT(*) AS kept FROM check_in_link";
    let kept = sea_orm::Statement::from_string(stage.db().backend(), kept);
    let row = sea_orm::ConnectionTrait::query_one_raw(&stage.db().read(), kept).await;
    let row = row.expect("a query").expect("a row");
    let kept: i64 = row.try_get("", "kept").expect("a count");
    assert_eq!(kept, 1);
    let hash = identity::token_hash(&token);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let page = it.page(&hash).await;
    assert_eq!(page["state"], "UNKNOWN", "what is kept opens nothing");
}
