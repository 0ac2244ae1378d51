//! Cohorts of one program: their answers join under pseudonyms, and nobody can be taken out of them.
use super::attack::{counts_in, counts_of, is_safe};
use super::{PULSE, Pulsing, RESULTS, all};
use crate::prompts::changes;
use chrono::TimeDelta;
use communities::{Community, Role};
use kernel::ProgramVersionId;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use sessions::{CreateProgram, DeliverProgram, ObjectivePlan, PublishProgramVersion};
use std::collections::BTreeSet;
use tests::{Stage, nonce};

/// A program that can be run.
async fn program(stage: &Stage, title: &str) -> ProgramVersionId {
    let objective = ObjectivePlan {
        number: None,
        statement: "Say what is lost".to_owned(),
        measure: None,
    };
    let program = CreateProgram {
        title: title.to_owned(),
        slug: None,
        summary: None,
        objectives: vec![objective],
    };
    let program = stage.does(program).await.expect("a program");
    let program = program.id;
    let version = stage.does(PublishProgramVersion { program }).await;
    version.expect("a version").id
}

async fn runs(stage: &Stage, cohort: &Community, version: ProgramVersionId) {
    let deliver = DeliverProgram {
        community: cohort.id,
        version,
    };
    stage.does(deliver).await.expect("a delivery");
}

impl Pulsing<'_> {
    /// A pulse of a cohort, answered by so many: who is spared may answer, too.
    async fn asks_in(&self, cohort: &Community, answer: usize) -> Value {
        let input = json!({
            "community": cohort.id.to_string(), "kind": "TRANSFER", "daysOpen": 30,
            "opensAt": self.stage.db().now(), "nonce": nonce(),
        });
        let amara = &self.workshop.amara;
        let defined = changes(amara, "definePulse", PULSE, input).await;
        let pulse = defined["data"]["definePulse"].clone();
        assert!(!pulse.is_null(), "{defined}");
        self.waits(TimeDelta::minutes(1)).await;
        for (number, person) in self.asked().take(answer).enumerate() {
            let step = i64::try_from(number % 5).expect("few");
            let sent = self.answers(person, &pulse, all(&pulse, step)).await;
            assert!(sent.get("errors").is_none(), "{sent}");
        }
        pulse
    }

    /// The pseudonyms in the database.
    async fn pseudonyms(&self) -> BTreeSet<Vec<u8>> {
        let conn = self.stage.db().read();
        let sql = "SELECT pseudonym FROM pulse_answer";
        let all = Statement::from_string(self.stage.db().backend(), sql);
        let rows = conn.query_all_raw(all).await.expect("rows");
        let of = |row: &sea_orm::QueryResult| row.try_get("", "pseudonym").expect("bytes");
        rows.iter().map(of).collect()
    }

    async fn secrets(&self) -> i64 {
        let all = "SELECT COUNT(DISTINCT secret) AS counted FROM pulse_secret";
        self.counts(all).await
    }
}

/// Another cohort of the same people, led by Amara too.
async fn second_cohort(it: &Pulsing<'_>) -> Community {
    let cohort = it.stage.cohort("The second run").await;
    let lead = &it.workshop.amara;
    it.stage.joins(lead, &cohort, Role::Facilitator).await;
    for person in it.asked() {
        it.stage.joins(person, &cohort, Role::Learner).await;
    }
    cohort
}

#[tokio::test]
async fn a_person_has_one_pseudonym_in_all_cohorts_that_run_a_program() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 6).await;
    let (first, second) = (it.workshop.cohort.clone(), second_cohort(&it).await);
    let other = second_cohort(&it).await;
    let leading = program(&stage, "Leading change").await;
    for cohort in [&first, &second] {
        runs(&stage, cohort, leading).await;
    }
    runs(&stage, &other, program(&stage, "Saying no").await).await;

    let of_first = it.asks_in(&first, 7).await;
    assert_eq!(it.pseudonyms().await.len(), 7);
    let of_second = it.asks_in(&second, 6).await;
    assert_eq!(it.pseudonyms().await.len(), 7, "the same six again");
    let of_other = it.asks_in(&other, 5).await;
    assert_eq!(
        it.pseudonyms().await.len(),
        12,
        "another program joins nothing"
    );
    assert_eq!(it.secrets().await, 2);

    // What makes them is kept for as long as one of the cohorts is under way, and no longer.
    it.leads("closePulse", &of_first).await;
    let of_first = it.asks_in(&first, 7).await;
    assert_eq!(
        it.pseudonyms().await.len(),
        12,
        "the first is joined with itself again"
    );
    for pulse in [&of_first, &of_other] {
        it.leads("closePulse", pulse).await;
    }
    assert_eq!(it.secrets().await, 1);
    it.leads("closePulse", &of_second).await;
    assert_eq!(
        it.secrets().await,
        0,
        "nobody can tell any more whose they are"
    );
}

#[tokio::test]
async fn whoever_leads_two_cohorts_of_a_program_can_take_nobody_out_of_what_they_said() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 6).await;
    let (first, second) = (it.workshop.cohort.clone(), second_cohort(&it).await);
    let leading = program(&stage, "Leading change").await;
    for cohort in [&first, &second] {
        runs(&stage, cohort, leading).await;
    }
    let of_first = it.asks_in(&first, 7).await;
    let of_second = it.asks_in(&second, 6).await;
    let of_few = it.asks_in(&second, 4).await;
    let mut told = String::new();
    let mut shown = Vec::new();
    for pulse in [&of_first, &of_second, &of_few] {
        it.leads("closePulse", pulse).await;
        let fields = format!("{PULSE} {RESULTS}");
        let seen = it.seen(&it.workshop.amara, (pulse, &fields)).await;
        told.push_str(&seen.to_string());
        shown.push(seen["results"].clone());
    }

    let respondents: Vec<&Value> = shown.iter().map(|it| &it["respondentCount"]).collect();
    assert_eq!(
        respondents,
        [&json!(7), &json!(6), &Value::Null],
        "four are too few"
    );
    for results in &shown {
        assert_eq!(
            results["changes"],
            json!([]),
            "nothing is reckoned over cohorts"
        );
        let whole: Vec<i64> = counts_of(results)
            .into_iter()
            .flat_map(|(whole, parts)| parts.into_iter().chain([whole]))
            .collect();
        assert!(whole.iter().all(|count| is_safe(*count)), "{results}");
        let table = counts_in(results["csv"].as_str().expect("a table"));
        assert!(table.iter().all(|(_, count)| is_safe(*count)), "{table:?}");
    }
    let facts = it
        .facts(<pulses::PulseAnswered as kernel::Event>::KIND, None)
        .await;
    told.push_str(&format!("{facts:?}"));
    for pseudonym in it.pseudonyms().await {
        let hex: String = pseudonym.iter().map(|byte| format!("{byte:02x}")).collect();
        let list = serde_json::to_string(&pseudonym).expect("numbers");
        for form in [hex, list] {
            assert!(
                !told.contains(&form),
                "no answer of the program says {form}"
            );
        }
    }
}
