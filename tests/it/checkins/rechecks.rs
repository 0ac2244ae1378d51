//! A misconception is asked about again: who has answered reads what holds, and its spread counts them.
use super::links::token_in_a_letter;
use crate::misconceptions::{CLAIM, Practice, done};
use crate::prompts::{changes, merge};
use chrono::TimeDelta;
use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of, nonce};

const HOLDS: &str = "Stay in it, and make disagreeing safe.";
const QUESTIONS: &str = "id questions { id options holds mistaken misconception { id } }
    board { questions { question { holds mistaken misconception { id } } } }";

/// A question about a misconception, the first of whose statements is wrong.
fn about(misconception: &Value, more: Value) -> Value {
    let mut question = json!({
        "kind": "MISCONCEPTION", "words": "Which would you act on?",
        "options": [CLAIM, "A good leader makes disagreeing safe"], "visibility": "COHORT",
        "misconception": misconception["id"], "mistaken": 0,
    });
    merge(&mut question, &more);
    question
}

/// The whole answer to somebody who plans a check-in of one question.
async fn plans(
    (stage, lead): (&Stage, &Person<'_>),
    community: &Community,
    question: Value,
) -> Value {
    let input = json!({
        "community": community.id.to_string(), "title": "Two weeks on", "daysOpen": 3,
        "opensAt": stage.db().now() + TimeDelta::hours(1), "questions": [question],
        "nonce": nonce(),
    });
    changes(lead, "defineCheckIn", QUESTIONS, input).await
}

impl Practice<'_> {
    /// Amara asks her cohort about it again; open.
    async fn asks_again(&self, misconception: &Value, more: Value) -> Value {
        let question = about(misconception, more);
        let planned = plans((self.stage, &self.amara), &self.cohort, question).await;
        assert!(planned.get("errors").is_none(), "{planned}");
        self.stage.clock.advance(TimeDelta::hours(1));
        self.stage.checks_in().await;
        planned["data"]["defineCheckIn"].clone()
    }

    /// Somebody acts on one of the statements; returns what the check-in says then.
    async fn acts_on(&self, person: &Person<'_>, check_in: &Value, choice: i32) -> Value {
        let question = &check_in["questions"][0]["id"];
        let input = json!({ "checkIn": check_in["id"],
            "answers": [{ "question": question, "choice": choice }] });
        let fields = format!("checkIn {{ {QUESTIONS} }}");
        let sent = changes(person, "answerCheckIn", &fields, input).await;
        assert!(sent.get("errors").is_none(), "{sent}");
        sent["data"]["answerCheckIn"]["checkIn"].clone()
    }
}

async fn sees(person: &Person<'_>, check_in: &Value) -> Value {
    let ask = format!("query($id: ID!) {{ node(id: $id) {{ ... on CheckIn {{ {QUESTIONS} }} }} }}");
    let answer = person.asks(&ask, json!({ "id": check_in["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["node"].clone()
}

/// How many answered, and how many of them would act on it still, as somebody reads it.
async fn spread(person: &Person<'_>, misconception: &Value) -> (i64, i64) {
    let ask = "query($id: ID!) { node(id: $id) { ... on Misconception {
        spread { rechecked stillMistaken } } } }";
    let answer = person.asks(ask, json!({ "id": misconception["id"] })).await;
    let spread = &answer["data"]["node"]["spread"];
    let count = |field: &str| spread[field].as_i64().unwrap_or_else(|| panic!("{answer}"));
    (count("rechecked"), count("stillMistaken"))
}

#[tokio::test]
async fn who_has_answered_reads_what_holds_and_nobody_does_before() {
    let stage = Stage::new().await;
    let it = Practice::on(&stage).await;
    let wrong = it.published().await;
    let check_in = it.asks_again(&wrong, json!({})).await;
    let of_amara = &check_in["questions"][0];
    assert_eq!(of_amara["misconception"]["id"], wrong["id"]);
    assert_eq!(
        (&of_amara["mistaken"], &of_amara["holds"]),
        (&json!(0), &Value::Null)
    );

    let before = sees(&it.priya, &check_in).await;
    let after = it.acts_on(&it.priya, &check_in, 0).await;
    let others = sees(&it.lena, &check_in).await;
    for (seen, holds) in [
        (&before, Value::Null),
        (&after, json!(HOLDS)),
        (&others, Value::Null),
    ] {
        let board = &seen["board"]["questions"][0]["question"];
        for question in [&seen["questions"][0], board] {
            assert_eq!(question["holds"], holds, "{seen}");
            assert_eq!(
                (&question["misconception"], &question["mistaken"]),
                (&Value::Null, &Value::Null),
                "which of them is wrong is for who designs it"
            );
        }
    }
    assert_eq!(spread(&it.jonas, &wrong).await, (1, 1));
    it.acts_on(&it.lena, &check_in, 1).await;
    assert_eq!(spread(&it.jonas, &wrong).await, (2, 1));
    let of_priya = crate::misconceptions::looks_at(&it.priya, &wrong).await;
    assert_eq!(of_priya["spread"], Value::Null, "as ever");

    // A correction that is taken back is told to nobody.
    done(
        &it.jonas,
        "undoCorrection",
        json!({ "misconception": wrong["id"] }),
    )
    .await;
    let withdrawn = sees(&it.priya, &check_in).await;
    assert_eq!(withdrawn["questions"][0]["holds"], Value::Null);
}

#[tokio::test]
async fn only_what_was_corrected_here_and_stands_is_asked_about_again() {
    let stage = Stage::new().await;
    let it = Practice::on(&stage).await;
    let drafted = it.drafted("PRACTICE").await;
    let at_home = (&stage, &it.amara);
    let refused = async |planned: Value| error_of(&planned).0;

    let unpublished = plans(at_home, &it.cohort, about(&drafted, json!({}))).await;
    assert_eq!(refused(unpublished).await, "INVALID");
    let offer = json!({ "misconception": drafted["id"], "hours": 24 });
    done(&it.jonas, "offerToAuthor", offer).await;
    stage.clock.advance(TimeDelta::hours(24));
    stage.corrects().await;

    let elsewhere = stage.cohort("Elsewhere").await;
    for person in [&it.amara, &it.eve] {
        stage.joins(person, &elsewhere, Role::Facilitator).await;
    }
    let question = || about(&drafted, json!({}));
    let of_another = plans(at_home, &elsewhere, question()).await;
    let of_a_stranger = plans((&stage, &it.eve), &elsewhere, question()).await;
    assert_eq!(refused(of_another).await, "INVALID");
    assert_eq!(refused(of_a_stranger).await, "NOT_FOUND");
    for unclear in [
        json!({ "mistaken": null }),
        json!({ "mistaken": 2 }),
        json!({ "misconception": null }),
        json!({ "kind": "CHOICE" }),
    ] {
        let planned = plans(at_home, &it.cohort, about(&drafted, unclear.clone())).await;
        assert_eq!(refused(planned).await, "INVALID", "{unclear}");
    }
    let planned = plans(at_home, &it.cohort, question()).await;
    assert!(planned.get("errors").is_none(), "{planned}");

    done(
        &it.jonas,
        "undoCorrection",
        json!({ "misconception": drafted["id"] }),
    )
    .await;
    let change = json!({ "checkIn": planned["data"]["defineCheckIn"]["id"],
        "questions": [question()] });
    let withdrawn = changes(&it.amara, "updateCheckIn", "id", change).await;
    assert_eq!(refused(withdrawn).await, "INVALID");
}

#[tokio::test]
async fn its_spread_counts_what_one_reads_on_the_boards_and_no_more() {
    let stage = Stage::new().await;
    let it = Practice::on(&stage).await;
    let wrong = it.published().await;
    let led = it
        .asks_again(&wrong, json!({ "visibility": "FACILITATORS" }))
        .await;
    it.acts_on(&it.priya, &led, 0).await;
    let paired = it.asks_again(&wrong, json!({ "visibility": "PAIR" })).await;
    it.acts_on(&it.priya, &paired, 0).await;
    let nameless = it
        .asks_again(&wrong, json!({ "visibility": "ANONYMOUS" }))
        .await;
    for person in [&it.ben, &it.priya, &it.lena] {
        it.acts_on(person, &nameless, 0).await;
    }
    assert_eq!(spread(&it.amara, &wrong).await, (1, 1));
    assert_eq!(
        spread(&it.jonas, &wrong).await,
        (0, 0),
        "a moderator leads nothing"
    );

    stage.clock.advance(TimeDelta::days(4));
    stage.checks_in().await;
    assert_eq!(spread(&it.amara, &wrong).await, (1, 1), "three are too few");
}

#[tokio::test]
async fn who_answers_by_a_link_reads_what_holds_once() {
    let stage = Stage::new().await;
    let it = Practice::on(&stage).await;
    let wrong = it.published().await;
    let check_in = it.asks_again(&wrong, json!({})).await;
    let token = token_in_a_letter(&stage).await;

    let page = "query($token: String!) { checkInByLink(token: $token) {
        questions { holds mistaken misconception { id } } } }";
    let page = stage.stranger_asks(page, json!({ "token": token })).await;
    let nothing = json!([{ "holds": null, "mistaken": null, "misconception": null }]);
    assert_eq!(
        page["data"]["checkInByLink"]["questions"], nothing,
        "{page}"
    );
    let send = "mutation($input: AnswerCheckInByLinkInput!) { answerCheckInByLink(input: $input) {
        sent holds { question holds } } }";
    let question = &check_in["questions"][0]["id"];
    let answers = json!([{ "question": question, "choice": 1 }]);
    let input = json!({ "input": { "token": token, "answers": answers } });
    let sent = stage.stranger_asks(send, input.clone()).await;
    let again = stage.stranger_asks(send, input).await;

    let told = json!({ "sent": true, "holds": [{ "question": question, "holds": HOLDS }] });
    assert_eq!(sent["data"]["answerCheckInByLink"], told, "{sent}");
    let untold = json!({ "sent": false, "holds": [] });
    assert_eq!(again["data"]["answerCheckInByLink"], untold, "{again}");
}
