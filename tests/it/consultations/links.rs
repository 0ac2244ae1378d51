//! The link in a letter, and what happens to who tampers with one.
use super::Consulting;
use consultations::{LinkRefused, Refusal};
use serde_json::{Value, json};
use tests::Stage;

impl Consulting<'_> {
    /// Why links were refused, by the log.
    async fn refused(&self) -> Vec<Refusal> {
        self.stage.facts_arrive().await;
        let conn = self.stage.db().read();
        let all = kernel::facts_after(&conn, kernel::Cursor::default(), 10_000).await;
        let all = all.expect("the log");
        let refused = all.iter().filter_map(kernel::Fact::as_event::<LinkRefused>);
        refused.map(|it| it.why).collect()
    }
}

#[tokio::test]
async fn a_link_shows_the_question_and_nothing_else_and_confirms_once() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let token = it.token().await;
    let page = it.page(&token).await;
    let once = it.confirms(&token, "").await;
    let again = it.confirms(&token, "something else").await;

    let shown = json!({
        "state": "READY", "askerName": "Priya", "objective": "Say what is lost",
        "question": "How do you tell people that something ends?",
    });
    assert_eq!(page, shown);
    assert_eq!((once, again), (true, false));
    let gone = json!({
        "state": "GONE", "askerName": null, "objective": null, "question": null,
    });
    assert_eq!(it.page(&token).await, gone);
    assert_eq!(
        it.refused().await,
        [Refusal::Used; 2],
        "sent again, and opened again"
    );
    let own = it.seen(&it.workshop.priya, &asked).await;
    assert_eq!(
        own["colleagueLine"],
        Value::Null,
        "the replay added nothing"
    );
}

#[tokio::test]
async fn altered_expired_and_withdrawn_links_are_answered_alike_and_written_down() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let first = it.asked(json!({})).await;
    let token = it.token().await;
    let last = if token.ends_with('A') { 'B' } else { 'A' };
    let altered = format!("{}{last}", &token[..token.len() - 1]);
    let hash = identity::token_hash(&token);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let gone = it.page("guessed").await;
    for wrong in [altered.as_str(), &token[..10], "", &hash] {
        assert_eq!(it.page(wrong).await, gone, "{wrong}");
        assert!(!it.confirms(wrong, "").await);
    }
    assert_eq!(
        it.page(&token).await["state"],
        "READY",
        "others did no harm"
    );
    it.goes_on("withdrawConsultation", (&first, json!({})))
        .await;
    assert_eq!(it.page(&token).await, gone);
    assert!(!it.confirms(&token, "").await);

    let second = it.asked(json!({})).await;
    let token = it.token().await;
    it.waits(21).await;
    assert_eq!(it.page(&token).await, gone);
    assert!(!it.confirms(&token, "late").await);
    let own = it.seen(&it.workshop.priya, &second).await;
    assert_eq!(own["state"], "EXPIRED");
    assert_eq!(
        it.inbox(&it.workshop.priya).await,
        ["CONSULTATION_UNANSWERED"]
    );
    let mut why = vec![Refusal::Unknown; 9];
    why.extend([Refusal::Retired; 2]);
    why.extend([Refusal::Expired; 2]);
    assert_eq!(it.refused().await, why);
}

#[tokio::test]
async fn a_month_after_the_end_the_colleague_is_forgotten() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let token = it.token().await;
    it.confirms(&token, "Good talk").await;
    let change = json!({ "change": "More of that" });
    it.goes_on("concludeConsultation", (&asked, change)).await;
    it.waits(29).await;
    let priya = &it.workshop.priya;
    assert_eq!(it.seen(priya, &asked).await["colleague"]["name"], "Noor");
    it.waits(1).await;
    let seen = it.seen(priya, &asked).await;
    assert_eq!(
        (&seen["colleague"], &seen["colleagueLine"], &seen["change"]),
        (&Value::Null, &Value::Null, &json!("More of that"))
    );
    let kept = "SELECT COUNT(*) AS kept FROM consultation WHERE colleague_email IS NOT NULL";
    let kept = sea_orm::Statement::from_string(stage.db().backend(), kept);
    let row = sea_orm::ConnectionTrait::query_one_raw(&stage.db().read(), kept).await;
    let row = row.expect("a query").expect("a row");
    let kept: i64 = row.try_get("", "kept").expect("a count");
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn who_confirmed_what_is_never_concluded_is_forgotten_three_months_after() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let token = it.token().await;
    it.confirms(&token, "Good talk").await;
    it.waits(89).await;
    let priya = &it.workshop.priya;
    let before = it.seen(priya, &asked).await;
    it.waits(1).await;
    let after = it.seen(priya, &asked).await;

    assert_eq!(before["colleagueLine"], "Good talk");
    assert_eq!(
        (&after["colleague"], &after["colleagueLine"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn letters_are_counted_for_two_days_whatever_else_is_due() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    it.asked(json!({})).await;
    let counted = async || {
        let all = "SELECT COUNT(*) AS counted FROM consultation_letter";
        let all = sea_orm::Statement::from_string(stage.db().backend(), all);
        let row = sea_orm::ConnectionTrait::query_one_raw(&stage.db().read(), all).await;
        let row = row.expect("a query").expect("a row");
        row.try_get::<i64>("", "counted").expect("a count")
    };
    it.waits(1).await;
    assert_eq!(counted().await, 1);
    it.waits(2).await;
    assert_eq!(counted().await, 0);
}
