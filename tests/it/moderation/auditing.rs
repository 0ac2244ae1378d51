//! An auditor reads what was done everywhere, and nothing of what people said to each other.
use super::{Scene, decides, queue};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const AUDIT: &str =
    "query($filter: AuditFilter) { audit(filter: $filter, first: 20) { edges { node { place
    act { kind at reason by { name } person { name } thread { title } post { body } } } } } }";

async fn audit(person: &Person<'_>, filter: Value) -> Vec<Value> {
    let answer = person.asks(AUDIT, json!({ "filter": filter })).await;
    let edges = answer["data"]["audit"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

fn kinds(lines: &[Value]) -> Vec<&str> {
    let kinds = lines.iter().map(|it| it["act"]["kind"].as_str());
    kinds.map(Option::unwrap_or_default).collect()
}

/// Jonas hides the answer; an hour later Amara mutes who wrote it.
async fn happened(stage: &Stage) -> Scene<'_> {
    let scene = Scene::flagged(stage).await;
    let item = queue(&scene.jonas, "REPORTED").await[0].clone();
    let hidden = decides(&scene.jonas, &item, "HIDE", json!({ "reason": "Not so" })).await;
    assert!(hidden.get("errors").is_none(), "{hidden}");
    stage.clock.advance(TimeDelta::hours(1));
    let mute = "mutation($input: MutePersonInput!) { mutePerson(input: $input) { id } }";
    let until = stage.db().now() + TimeDelta::days(1);
    let input = json!({
        "community": scene.community.id.to_string(), "person": scene.tomas.record.id.to_string(),
        "until": until, "reason": "A day to read",
    });
    let muted = scene.amara.asks(mute, json!({ "input": input })).await;
    assert!(muted.get("errors").is_none(), "{muted}");
    stage.settle().await;
    scene
}

#[tokio::test]
async fn an_auditor_reads_the_log_of_all_by_person_by_kind_and_by_time() {
    let stage = Stage::new().await;
    let scene = happened(&stage).await;
    let audrey = stage.person("Audrey").await;

    let all = audit(&audrey, json!({})).await;
    assert_eq!(kinds(&all), ["MUTED", "HID"]);
    assert_eq!(all[0]["place"], json!(scene.community.name));
    assert_eq!(all[0]["act"]["by"]["name"], "Amara");
    assert_eq!(all[0]["act"]["person"]["name"], "Tomas");
    assert_eq!(all[1]["act"]["reason"], "Not so");
    // What was said there is not theirs to read.
    for line in &all {
        assert_eq!(line["act"]["thread"], Value::Null, "{line}");
        assert_eq!(line["act"]["post"], Value::Null, "{line}");
    }

    let id = |person: &Person<'_>| person.record.id.to_string();
    let by = audit(&audrey, json!({ "person": id(&scene.jonas) })).await;
    assert_eq!(kinds(&by), ["HID"]);
    let about = audit(&audrey, json!({ "person": id(&scene.tomas) })).await;
    assert!(kinds(&about).contains(&"MUTED"), "{about:?}");
    let of_kind = audit(&audrey, json!({ "kinds": ["HID", "REVEALED_ASKER"] })).await;
    assert_eq!(kinds(&of_kind), ["HID"]);
    let now = stage.db().now();
    let lately = json!({ "from": now - TimeDelta::minutes(30) });
    assert_eq!(kinds(&audit(&audrey, lately).await), ["MUTED"]);
    let before = json!({ "until": now - TimeDelta::minutes(30) });
    assert_eq!(kinds(&audit(&audrey, before).await), ["HID"]);
    let nothing = json!({ "kinds": ["SUSPENDED"] });
    assert_eq!(audit(&audrey, nothing).await, Vec::<Value>::new());

    let who = audrey
        .asks("{ auditedPeople { name } viewer { isAuditor } }", json!({}))
        .await;
    let names = json!([{ "name": "Amara" }, { "name": "Jonas" }]);
    assert_eq!(who["data"]["auditedPeople"], names, "{who}");
    assert_eq!(who["data"]["viewer"]["isAuditor"], true);
}

#[tokio::test]
async fn to_everybody_else_there_is_no_such_log() {
    let stage = Stage::new().await;
    let scene = happened(&stage).await;
    let ines = stage.administrator("Ines").await;
    let asks = [
        AUDIT,
        "{ auditedPeople { name } }",
        "{ auditedCorrections(first: 5) { edges { node { claim } } } }",
    ];
    for person in [&scene.jonas, &scene.amara, &scene.dana, &scene.eve, &ines] {
        for ask in asks {
            let refused = person.asks(ask, json!({ "filter": {} })).await;
            let name = &person.record.name;
            assert_eq!(error_of(&refused).0, "NOT_FOUND", "{name}: {refused}");
        }
        let viewer = person.asks("{ viewer { isAuditor } }", json!({})).await;
        assert_eq!(viewer["data"]["viewer"]["isAuditor"], false, "{viewer}");
    }
}
