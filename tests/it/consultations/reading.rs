//! Who reads what, and what facilitators count.
use super::{CONSULTATION, Consulting};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

impl Consulting<'_> {
    async fn concluded(&self, visibility: &str) -> Value {
        let asked = self.asked(json!({ "visibility": visibility })).await;
        let token = self.token().await;
        self.confirms(&token, "between us").await;
        let change = json!({ "change": "I listen first" });
        self.goes_on("concludeConsultation", (&asked, change)).await;
        asked
    }

    async fn listed(&self, person: &Person<'_>) -> usize {
        let ask = format!(
            "query($slug: String!) {{ community(slug: $slug) {{
                consultations {{ edges {{ node {{ {CONSULTATION} }} }} }} }} }}"
        );
        let slug = json!({ "slug": self.workshop.cohort.slug });
        let answer = person.asks(&ask, slug).await;
        let edges = answer["data"]["community"]["consultations"]["edges"].as_array();
        edges.unwrap_or_else(|| panic!("{answer}")).len()
    }
}

#[tokio::test]
async fn what_changes_is_read_by_whom_it_is_shared_with_and_the_colleague_by_nobody() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let (amara, jonas) = (&it.workshop.amara, &it.workshop.jonas);
    let ines = stage.administrator("Ines").await;
    let own = it.concluded("ASKER").await;
    let led = it.concluded("FACILITATORS").await;
    let all = it.concluded("COHORT").await;
    let reads = |seen: &Value| seen["change"] == "I listen first";
    for (of, by_amara, by_jonas) in [
        (&own, false, false),
        (&led, true, false),
        (&all, true, true),
    ] {
        let (amara, jonas) = (it.seen(amara, of).await, it.seen(jonas, of).await);
        assert_eq!((reads(&amara), reads(&jonas)), (by_amara, by_jonas));
        for seen in [&amara, &jonas].into_iter().filter(|seen| reads(seen)) {
            assert_eq!(seen["colleague"], Value::Null, "{seen}");
            assert_eq!(seen["colleagueLine"], Value::Null, "{seen}");
        }
        assert_eq!(it.seen(&ines, of).await, Value::Null);
    }
    let lists = (
        it.listed(&it.workshop.priya).await,
        it.listed(amara).await,
        it.listed(jonas).await,
    );
    assert_eq!(lists, (3, 2, 1));
    let cohort = json!({ "visibility": "COHORT" });
    let theirs = it
        .does(jonas, "shareConsultation", (&all, cohort.clone()))
        .await;
    assert_eq!(error_of(&theirs).0, "FORBIDDEN");
    it.goes_on("shareConsultation", (&own, cohort)).await;
    assert!(reads(&it.seen(jonas, &own).await));
}

#[tokio::test]
async fn who_wrote_to_an_address_sees_it_and_nobody_else_does() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let (amara, jonas) = (&it.workshop.amara, &it.workshop.jonas);
    let email = "jonas@example.org";
    let whom = json!({ "email": email, "name": "Jonas" });
    let asked = it
        .asked(json!({ "colleague": whom, "visibility": "COHORT" }))
        .await;
    it.letters().await;
    let by_colleague = it.seen(jonas, &asked).await;
    it.does(jonas, "confirmConsultation", (&asked, json!({})))
        .await;
    let change = json!({ "change": "I listen first" });
    it.goes_on("concludeConsultation", (&asked, change)).await;

    let own = it.seen(&it.workshop.priya, &asked).await;
    assert_eq!(own["colleague"]["email"], email, "{own}");
    assert_eq!(by_colleague["colleague"], Value::Null, "{by_colleague}");
    let by_amara = it.seen(amara, &asked).await;
    assert_eq!(by_amara["change"], "I listen first", "{by_amara}");
    for seen in [by_amara, it.seen(jonas, &asked).await] {
        assert!(!seen.to_string().contains(email), "{seen}");
    }
}

#[tokio::test]
async fn facilitators_count_and_read_no_words() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    it.asked(json!({})).await;
    it.letters().await;
    it.concluded("ASKER").await;
    let ask = "query($slug: String!) { community(slug: $slug) { consultationCounts {
        objective { statement } assigned asked confirmed concluded } } }";
    let slug = json!({ "slug": it.workshop.cohort.slug });
    let amara = it.workshop.amara.asks(ask, slug.clone()).await;
    let priya = it.workshop.priya.asks(ask, slug).await;
    let counts = json!([{
        "objective": { "statement": "Say what is lost" },
        "assigned": 0, "asked": 2, "confirmed": 1, "concluded": 1,
    }]);
    assert_eq!(amara["data"]["community"]["consultationCounts"], counts);
    assert_eq!(
        priya["data"]["community"]["consultationCounts"],
        Value::Null
    );
}

#[tokio::test]
async fn a_list_of_many_costs_as_many_statements_as_one_of_few() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let ask = format!("{{ consultations(first: 50) {{ edges {{ node {{ {CONSULTATION} }} }} }} }}");
    it.asked(json!({})).await;
    let (_, few) = it.workshop.priya.asks_counted(&ask, json!({})).await;
    for number in 0..6 {
        let email = format!("colleague-{number}@elsewhere.example");
        let whom = json!({ "email": email, "name": "C" });
        it.asked(json!({ "colleague": whom })).await;
    }
    let (answer, many) = it.workshop.priya.asks_counted(&ask, json!({})).await;
    let edges = answer["data"]["consultations"]["edges"]
        .as_array()
        .map(Vec::len);
    assert_eq!(edges, Some(7), "{answer}");
    assert_eq!(few, many);
}
