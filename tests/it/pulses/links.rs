//! Links from letters, and forms that anybody fills in on the way out.
use super::{PULSE, Pulsing, RESULTS, all};
use api::Doorway;
use chrono::{DateTime, TimeDelta};
use kernel::{Error, Event};
use serde_json::{Value, json};
use std::net::{IpAddr, Ipv4Addr};
use tests::{Post, Stage, error_of};

const PAGE: &str = "query($token: String!) { page: pulseByLink(token: $token) {
    state title personName communityName enough questions { id kind } } }";
const SEND: &str = "mutation($input: AnswerPulseByLinkInput!) {
    sent: answerPulseByLink(input: $input) { sent page { state title questions { id } } } }";
const FORM: &str = "query($token: String!, $seat: String) {
    page: reactionForm(token: $token, seat: $seat) {
        state title personName questions { id kind about } } }";
const FILL: &str = "mutation($input: AnswerReactionInput!) {
    sent: answerReaction(input: $input) { sent page { state } } }";

impl Pulsing<'_> {
    /// The token in Priya's letter.
    async fn letter(&self) -> String {
        self.stage.clock.advance(TimeDelta::hours(24));
        let letters = Post::of(self.stage).goes_round(self.stage).await;
        let to_priya = letters.iter().find(|it| it.text.contains("/pulse/"));
        let to_priya = to_priya.unwrap_or_else(|| panic!("no letter: {letters:?}"));
        let (_, rest) = to_priya.text.split_once("/pulse/").expect("a link");
        let is_of_it = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
        rest.chars().take_while(is_of_it).collect()
    }

    /// A form for the end of a session, and the token in its open link.
    async fn form(&self) -> (Value, String) {
        let session = self.workshop.publishes(json!({})).await["id"].clone();
        let form = json!({ "kind": "REACTION", "session": session, "opensAt": null });
        let pulse = self.defined(form).await;
        let path = pulse["openLink"]["path"].as_str().expect("a path");
        let token = path.strip_prefix("/react/").expect("a token").to_owned();
        (pulse, token)
    }

    async fn page(&self, token: &str) -> Value {
        let answer = self
            .stage
            .stranger_asks(PAGE, json!({ "token": token }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["page"].clone()
    }

    async fn sends_by(&self, token: &str, answers: Value) -> Value {
        let input = json!({ "token": token, "answers": answers });
        let answer = self
            .stage
            .stranger_asks(SEND, json!({ "input": input }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["sent"].clone()
    }
}

#[tokio::test]
async fn a_link_answers_once_and_opens_nothing_after_that() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let pulse = it.opened(json!({})).await;
    let token = it.letter().await;
    let page = it.page(&token).await;
    let sent = it.sends_by(&token, all(&pulse, 2)).await;
    let replayed = it.sends_by(&token, all(&pulse, 3)).await;
    let opened = it.page(&token).await;

    assert_eq!(
        (&page["state"], &page["personName"], &page["enough"]),
        (&json!("READY"), &json!("Priya"), &json!(5)),
        "{page}"
    );
    assert_eq!(sent["sent"], true, "{sent}");
    assert_eq!(
        replayed,
        json!({ "sent": false,
        "page": { "state": "USED", "title": null, "questions": [] } })
    );
    assert_eq!(opened["title"], Value::Null);
    assert_eq!(it.facts(pulses::LinkRefused::KIND, None).await.len(), 2);
    let own = it.seen(&it.workshop.priya, (&pulse, PULSE)).await;
    assert_eq!(own["viewerState"], "ANSWERED");
}

#[tokio::test]
async fn an_altered_link_and_one_whose_time_is_over_open_nothing() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let pulse = it.opened(json!({ "daysOpen": 3 })).await;
    let token = it.letter().await;
    let last = if token.ends_with('A') { 'B' } else { 'A' };
    let altered = format!("{}{last}", &token[..token.len() - 1]);
    let hash = kernel::hex(&identity::token_hash(&token));
    for wrong in [&altered, &token[..10], "", "guessed", &hash] {
        assert_eq!(it.page(wrong).await["state"], "UNKNOWN", "{wrong}");
        let sent = it.sends_by(wrong, all(&pulse, 1)).await;
        assert_eq!(sent["page"]["state"], "UNKNOWN");
    }
    assert_eq!(
        it.page(&token).await["state"],
        "READY",
        "others did no harm"
    );
    it.waits(TimeDelta::days(3)).await;
    let expired = it.sends_by(&token, all(&pulse, 1)).await;
    assert_eq!(expired["page"]["state"], "EXPIRED");
    assert_eq!(it.facts(pulses::LinkRefused::KIND, None).await.len(), 11);

    let another = it
        .opened(json!({ "daysOpen": 30, "opensAt": "2026-01-20T09:00:00Z" }))
        .await;
    it.lives_until("2026-01-20T09:00:00Z").await;
    let token = it.letter().await;
    it.leads("cancelPulse", &another).await;
    assert_eq!(
        it.page(&token).await["state"],
        "CLOSED",
        "it was taken back"
    );
}

/// A browser that fills in an open form.
async fn fills(stage: &Stage, (token, seat): (&str, &str), answers: Value) -> Value {
    let input = json!({ "token": token, "seat": seat, "answers": answers });
    stage.stranger_asks(FILL, json!({ "input": input })).await
}

#[tokio::test]
async fn an_open_form_counts_each_browser_and_each_person_once() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 4).await;
    let (pulse, token) = it.form().await;
    let token = token.as_str();
    let asks = async |seat: &str| {
        let answer = stage
            .stranger_asks(FORM, json!({ "token": token, "seat": seat }))
            .await;
        answer["data"]["page"].clone()
    };
    let svg = pulse["openLink"]["qrSvg"].as_str().expect("a picture");
    assert!(svg.contains("<svg"), "{svg}");
    let hidden = it.seen(&it.workshop.priya, (&pulse, PULSE)).await;
    assert_eq!(hidden["openLink"], Value::Null);
    assert_eq!(asks("a-seat-of-a-browser-0").await["state"], "EARLY");
    it.lives_until("2026-01-12T12:00:00Z").await;

    for number in 0..5 {
        let seat = format!("a-seat-of-a-browser-{number}");
        let page = asks(&seat).await;
        assert_eq!(page["state"], "READY", "{page}");
        assert_eq!(page["personName"], Value::Null);
        let sent = fills(&stage, (token, &seat), all(&pulse, number)).await;
        assert_eq!(sent["data"]["sent"]["sent"], true, "{sent}");
        assert_eq!(asks(&seat).await["state"], "USED");
        let again = fills(&stage, (token, &seat), all(&pulse, 0)).await;
        assert_eq!(again["data"]["sent"]["page"]["state"], "USED", "{again}");
    }
    let short = fills(&stage, (token, "short"), all(&pulse, 0)).await;
    assert_eq!(error_of(&short).0, "INVALID");
    let unknown = fills(&stage, ("guessed", "a-seat-of-a-browser-9"), json!([])).await;
    assert_eq!(unknown["data"]["sent"]["page"]["state"], "UNKNOWN");

    // Whoever is signed in counts as themself, in whatever browser.
    let priya = &it.workshop.priya;
    let input = |seat: &str| json!({ "input": { "token": token, "seat": seat, "answers": all(&pulse, 4) } });
    let sent = priya.asks(FILL, input("a-seat-of-priyas-desk")).await;
    assert_eq!(sent["data"]["sent"]["sent"], true, "{sent}");
    let again = priya.asks(FILL, input("a-seat-of-priyas-phone")).await;
    assert_eq!(again["data"]["sent"]["page"]["state"], "USED", "{again}");
    let signed_out = asks("a-seat-of-priyas-desk").await;
    assert_eq!(signed_out["state"], "USED");

    it.leads("closePulse", &pulse).await;
    assert_eq!(asks("a-seat-of-a-browser-7").await["state"], "CLOSED");
    let seen = it.seen(&it.workshop.amara, (&pulse, RESULTS)).await;
    assert_eq!(seen["results"]["respondentCount"], 6, "{seen}");
}

#[tokio::test]
async fn a_browser_that_filled_in_a_form_does_not_count_again_with_a_name() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let (pulse, token) = it.form().await;
    it.lives_until("2026-01-12T12:00:00Z").await;
    let phone = "a-seat-of-priyas-phone";
    fills(&stage, (&token, phone), all(&pulse, 1)).await;
    let input = json!({ "token": token, "seat": phone, "answers": all(&pulse, 4) });
    let named = json!({ "input": input });
    let again = it.workshop.priya.asks(FILL, named).await;

    assert_eq!(again["data"]["sent"]["page"]["state"], "USED", "{again}");
    let answers = "SELECT COUNT(DISTINCT pseudonym) AS counted FROM pulse_answer";
    assert_eq!(it.counts(answers).await, 1);
    // Another form knows nothing of it: what is kept of a browser is of one pulse.
    let seats = "SELECT COUNT(*) AS counted FROM pulse_seat";
    assert_eq!(it.counts(seats).await, 1);
}

#[tokio::test]
async fn nothing_is_said_of_a_form_that_more_filled_in_than_there_are_people() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 3).await;
    let (pulse, token) = it.form().await;
    it.lives_until("2026-01-12T12:00:00Z").await;
    it.answered(&it.workshop.priya, &pulse, 0).await;
    for number in 0..9 {
        let seat = format!("a-seat-of-a-script-{number}");
        fills(&stage, (&token, &seat), all(&pulse, 4)).await;
    }
    it.leads("closePulse", &pulse).await;
    let fields = format!("answeredCount {RESULTS}");
    let seen = it.seen(&it.workshop.amara, (&pulse, &fields)).await;
    let results = &seen["results"];

    assert_eq!(
        results["withheld"],
        "more answered than there are people here, so some answered more than once: nothing is shown"
    );
    assert_eq!(
        (
            &results["respondentCount"],
            &results["items"],
            &seen["answeredCount"]
        ),
        (&Value::Null, &json!([]), &Value::Null),
        "{seen}"
    );
}

#[tokio::test]
async fn a_form_has_no_cut_and_is_not_filled_in_by_whom_it_does_not_ask() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let cut = json!({ "kind": "REACTION", "session": session, "opensAt": null, "cut": "SITE" });
    let refused = it.defines(cut).await;
    let (_, token) = it.form().await;
    it.lives_until("2026-01-12T12:00:00Z").await;
    let seat = json!({ "token": token, "seat": "a-seat-of-a-browser-0" });
    let by_expert = it.workshop.jonas.asks(FORM, seat).await;

    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "cut",
        "{refused}"
    );
    assert_eq!(error_of(&by_expert).0, "FORBIDDEN", "{by_expert}");
}

#[test]
fn a_room_fits_through_the_door_of_a_form_and_a_script_waits() {
    let place = |last: u8| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last));
    let (door, now) = (Doorway::default(), DateTime::UNIX_EPOCH);
    for _ in 0..60 {
        assert!(door.admit(("form", place(1)), now).is_ok());
    }
    let waits = door.admit(("form", place(1)), now);
    assert!(matches!(waits, Err(Error::SlowDown(600))), "{waits:?}");
    assert!(door.admit(("form", place(2)), now).is_ok(), "elsewhere");
    assert!(door.admit(("another", place(1)), now).is_ok());
    let later = now + TimeDelta::minutes(10);
    assert!(door.admit(("form", place(1)), later).is_ok());
}
