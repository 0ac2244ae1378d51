//! Somebody reads everything that may be read, and subtracts.
use super::{Pulsing, RESULTS, all};
use crate::prompts::changes;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Stage;

const ENOUGH: i64 = 5;

/// People by site: of two there are enough, of two too few.
const SITES: [(&str, usize); 4] = [("Leeds", 9), ("Ghent", 7), ("Porto", 4), ("Graz", 2)];

/// All counts that a table for spreadsheets holds, each with its measure.
pub fn counts_in(csv: &str) -> Vec<(String, i64)> {
    let rows = csv.lines().skip(1);
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.rsplitn(5, ',').collect();
        let count = cells.get(1)?.parse().ok()?;
        Some((cells.get(3)?.to_string(), count))
    })
    .collect()
}

/// All numbers of people that the API answers with: the whole of each question, and its parts.
pub fn counts_of(results: &Value) -> Vec<(i64, Vec<i64>)> {
    let items = results["items"].as_array().expect("items");
    let list = |item: &Value, (field, count): (&str, &str)| -> Vec<i64> {
        let found = item[field].as_array().into_iter().flatten();
        found.filter_map(|it| it[count].as_i64()).collect()
    };
    let mut found = Vec::new();
    for item in items {
        let Some(whole) = item["answerCount"].as_i64() else {
            continue;
        };
        found.push((whole, list(item, ("bands", "count"))));
        found.push((whole, list(item, ("cuts", "answerCount"))));
        for one in list(item, ("barriers", "count")) {
            found.push((whole, vec![one]));
        }
    }
    found
}

pub fn is_safe(count: i64) -> bool {
    count == 0 || count >= ENOUGH
}

#[tokio::test]
async fn no_two_answers_of_the_api_or_of_tables_subtract_to_a_few_people() {
    let stage = Stage::new().await;
    let people: usize = SITES.iter().map(|(_, count)| count).sum();
    let it = Pulsing::on(&stage, people - 1).await;
    let sites = SITES
        .iter()
        .flat_map(|(site, count)| std::iter::repeat_n(*site, *count));
    for (person, site) in it.asked().zip(sites) {
        let input = json!({ "community": it.workshop.cohort.id.to_string(), "site": site });
        let said = changes(person, "updatePairingPreferences", "site", input).await;
        assert_eq!(
            said["data"]["updatePairingPreferences"]["site"], site,
            "{said}"
        );
    }
    let pulse = it.opened(json!({ "cut": "SITE" })).await;
    let asked: Vec<_> = it.asked().collect();
    let mut open = BTreeSet::new();
    for (number, person) in asked.iter().enumerate() {
        let step = i64::try_from(number % 5).expect("few");
        it.answered(person, &pulse, step).await;
        let fields = format!("askedCount answeredCount {RESULTS}");
        let seen = it.seen(&it.workshop.amara, (&pulse, &fields)).await;
        open.insert(seen.to_string());
    }
    assert_eq!(
        open.len(),
        1,
        "one more answer changes nothing that is shown"
    );
    it.leads("closePulse", &pulse).await;
    let seen = it.seen(&it.workshop.amara, (&pulse, RESULTS)).await;
    let results = &seen["results"];

    assert_eq!(results["respondentCount"], 22, "{results}");
    let cuts = results["items"][0]["cuts"].as_array().expect("cuts");
    let shown = |name: &str| cuts.iter().find(|it| it["name"] == name).expect("a site");
    assert_eq!(shown("Leeds")["answerCount"], 9, "{results}");
    let names: Vec<&Value> = cuts.iter().map(|it| &it["name"]).collect();
    assert_eq!(names, [&json!("Ghent"), &json!("Leeds"), &Value::Null]);
    assert_eq!(
        (&cuts[2]["answerCount"], &cuts[2]["mean"]),
        (&Value::Null, &Value::Null)
    );
    for hidden in ["Porto", "Graz"] {
        assert!(!results.to_string().contains(hidden), "{hidden}: {results}");
    }
    for (whole, parts) in counts_of(results) {
        for chosen in 0..1_u32 << parts.len() {
            let sum: i64 = (0..parts.len())
                .filter(|at| chosen >> at & 1 == 1)
                .map(|at| parts[at])
                .sum();
            assert!(is_safe(sum) && is_safe(whole - sum), "{parts:?} of {whole}");
        }
    }
    let known: BTreeSet<i64> = counts_of(results)
        .into_iter()
        .flat_map(|(whole, parts)| parts.into_iter().chain([whole]))
        .collect();
    let csv = results["csv"].as_str().expect("a table");
    let told = counts_in(csv);
    assert!(told.len() > 5, "{csv}");
    for (measure, count) in told {
        assert!(known.contains(&count), "{measure} {count} in\n{csv}");
    }
}

#[tokio::test]
async fn of_fewer_than_enough_nothing_is_said_and_a_formula_stays_words() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 5).await;
    let few = it.opened(json!({ "daysOpen": 1 })).await;
    for person in it.asked().take(4) {
        it.answered(person, &few, 4).await;
    }
    it.leads("closePulse", &few).await;
    let seen = it
        .seen(
            &it.workshop.amara,
            (&few, &format!("answeredCount {RESULTS}")),
        )
        .await;
    assert_eq!(seen["answeredCount"], Value::Null);
    assert_eq!(seen["results"]["respondentCount"], Value::Null);
    assert_eq!(
        seen["results"]["withheld"],
        "shown where 5 or more answered"
    );
    let csv = seen["results"]["csv"].as_str().expect("a table");
    assert_eq!(csv.lines().count(), 1, "only its head: {csv}");
    for item in seen["results"]["items"].as_array().expect("items") {
        let nothing = json!([]);
        assert_eq!(
            (
                &item["answerCount"],
                &item["mean"],
                &item["bands"],
                &item["texts"]
            ),
            (&Value::Null, &Value::Null, &Value::Null, &nothing),
            "{item}"
        );
    }

    it.waits(chrono::TimeDelta::days(8)).await;
    let pulse = it.opened(json!({})).await;
    for person in it.asked() {
        let mut answers = all(&pulse, 2);
        answers[1]["text"] = json!("=HYPERLINK(\"http://evil.example\")\n+1, \"and so on\"");
        let answer = it.answers(person, &pulse, answers).await;
        assert!(answer.get("errors").is_none(), "{answer}");
    }
    it.leads("closePulse", &pulse).await;
    let seen = it.seen(&it.workshop.amara, (&pulse, RESULTS)).await;
    let csv = seen["results"]["csv"].as_str().expect("a table");
    let safe = "\"'=HYPERLINK(\"\"http://evil.example\"\")\n+1, \"\"and so on\"\"\"";
    assert_eq!(csv.matches(safe).count(), 6, "{csv}");
    assert!(!csv.contains(",=") && !csv.contains("\"="), "{csv}");
}
