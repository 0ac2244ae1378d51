//! Programs have versions, and a cohort runs one.
use super::{Workshop, does, looks_at};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const PROGRAM: &str = "id slug title versions { id number notes publishedAt
    objectives { id number statement measure } }";

async fn writes(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let fields = match verb {
        "deliverProgram" => "community { slug } version { number }",
        "publishProgramVersion" => "id number publishedAt",
        _ => PROGRAM,
    };
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ {fields} }} }}");
    person.asks(&change, json!({ "input": input })).await
}

/// Ines writes a program of two objectives and publishes it; returns the program.
async fn published(ines: &Person<'_>) -> Value {
    let program = json!({ "title": "Leading change", "objectives": [
        { "statement": "Open a hard talk", "measure": "Two role plays" },
        { "statement": "Name a loss" },
    ] });
    let written = writes(ines, "createProgram", program).await;
    let program = written["data"]["createProgram"].clone();
    let input = json!({ "program": program["id"] });
    writes(ines, "publishProgramVersion", input).await;
    program
}

async fn seen(person: &Person<'_>) -> Value {
    let ask = format!("{{ program(slug: \"leading-change\") {{ {PROGRAM} }} }}");
    let answer = person.asks(&ask, json!({})).await;
    answer["data"]["program"].clone()
}

#[tokio::test]
async fn a_new_version_never_changes_a_running_cohort() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let first = &program["versions"][0];
    let deliver = json!({ "community": workshop.cohort.id.to_string(), "version": first["id"] });
    let delivered = writes(&workshop.amara, "deliverProgram", deliver).await;
    let objective = &first["objectives"][0]["id"];
    let session = workshop
        .publishes(json!({ "objectives": [objective] }))
        .await;

    let next = json!({ "program": program["id"], "notes": "Shorter", "objectives": [
        { "number": 2, "statement": "Name a loss and a gain" },
        { "statement": "Ask for help" },
    ] });
    let next = writes(&ines, "updateProgram", next).await;
    writes(
        &ines,
        "publishProgramVersion",
        json!({ "program": program["id"] }),
    )
    .await;

    assert_eq!(delivered["data"]["deliverProgram"]["version"]["number"], 1);
    let versions = &next["data"]["updateProgram"]["versions"];
    assert_eq!(versions[0]["number"], 2);
    assert_eq!(versions[0]["objectives"][0]["number"], 2);
    assert_eq!(versions[0]["objectives"][1]["number"], 3);
    assert_eq!(versions[1]["objectives"], first["objectives"]);
    let fields = "objectives { statement } community { delivery { version { number
        objectives { statement } } } }";
    let running = looks_at(&workshop.priya, &session["id"], fields).await;
    assert_eq!(
        running["objectives"],
        json!([{ "statement": "Open a hard talk" }])
    );
    let version = &running["community"]["delivery"]["version"];
    assert_eq!(version["number"], 1);
    assert_eq!(version["objectives"][1]["statement"], "Name a loss");
}

#[tokio::test]
async fn a_cohort_with_sessions_keeps_its_version() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let next = json!({ "program": program["id"], "notes": "Second" });
    writes(&ines, "updateProgram", next).await;
    let second = writes(
        &ines,
        "publishProgramVersion",
        json!({ "program": program["id"] }),
    )
    .await;
    let second = &second["data"]["publishProgramVersion"]["id"];
    let deliver = async |version: &Value| {
        let community = workshop.cohort.id.to_string();
        let input = json!({ "community": community, "version": version });
        writes(&workshop.amara, "deliverProgram", input).await
    };

    deliver(&program["versions"][0]["id"]).await;
    let exchanged = deliver(second).await;
    workshop.plans(json!({})).await;
    let refused = deliver(&program["versions"][0]["id"]).await;

    assert_eq!(exchanged["data"]["deliverProgram"]["version"]["number"], 2);
    assert_eq!(error_of(&refused).0, "CONFLICT");
}

#[tokio::test]
async fn a_session_serves_only_objectives_of_what_its_cohort_runs() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let foreign = &program["versions"][0]["objectives"][0]["id"];

    let refused = workshop.plans(json!({ "objectives": [foreign] })).await;

    assert_eq!(error_of(&refused).0, "INVALID");
    assert_eq!(refused["errors"][0]["extensions"]["field"], "objectives");
}

#[tokio::test]
async fn programs_are_written_by_administrators_and_read_by_who_leads_or_takes_part() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let rename = json!({ "program": program["id"], "title": "Mine" });

    let by_amara = writes(&workshop.amara, "updateProgram", rename.clone()).await;
    let by_priya = writes(&workshop.priya, "updateProgram", rename).await;
    let create = json!({ "title": "Mine", "objectives": [] });
    let created = writes(&workshop.amara, "createProgram", create).await;

    assert_eq!(error_of(&by_amara).0, "FORBIDDEN");
    assert_eq!(error_of(&by_priya).0, "NOT_FOUND");
    assert_eq!(error_of(&created).0, "FORBIDDEN");
    assert_eq!(seen(&workshop.amara).await["title"], "Leading change");
    assert!(seen(&workshop.priya).await.is_null());

    let version = &program["versions"][0]["id"];
    let deliver = json!({ "community": workshop.cohort.id.to_string(), "version": version });
    writes(&workshop.amara, "deliverProgram", deliver).await;
    let draft = json!({ "program": program["id"], "notes": "Not yet" });
    writes(&ines, "updateProgram", draft).await;

    let versions = |program: Value| program["versions"].as_array().map(Vec::len);
    assert_eq!(versions(seen(&workshop.priya).await), Some(1));
    assert_eq!(versions(seen(&ines).await), Some(2));
    let ask = "{ programs(first: 10) { edges { node { slug } } } }";
    let listed = workshop.priya.asks(ask, json!({})).await;
    assert_eq!(
        listed["data"]["programs"]["edges"].as_array().map(Vec::len),
        Some(1)
    );
    let eve = stage.person("Eve").await;
    let listed = eve.asks(ask, json!({})).await;
    assert_eq!(listed["data"]["programs"]["edges"], json!([]));
}

#[tokio::test]
async fn each_wrong_program_is_refused_in_words() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let id = &program["id"];
    let unwritten = json!({ "program": id });
    let unknown = json!({ "program": id, "objectives": [
        { "statement": "Fine" }, { "number": 9, "statement": "Not there" } ] });
    let empty = json!({ "program": id, "objectives": [{ "statement": " " }] });
    let same = json!({ "title": "Other", "slug": "leading-change", "objectives": [] });
    let found = "mutation($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }";
    let guild = json!({ "kind": "PRACTICE", "name": "Facilitation guild", "zone": "UTC",
        "purpose": "To lead sessions well" });
    let guild = ines.asks(found, json!({ "input": guild })).await;
    let guild = &guild["data"]["createCommunity"]["id"];
    let practice = json!({ "community": guild, "version": program["versions"][0]["id"] });

    let unwritten = writes(&ines, "publishProgramVersion", unwritten).await;
    let unknown = writes(&ines, "updateProgram", unknown).await;
    let empty = writes(&ines, "updateProgram", empty).await;
    let same = writes(&ines, "createProgram", same).await;
    let practice = writes(&ines, "deliverProgram", practice).await;

    assert_eq!(error_of(&unwritten).0, "CONFLICT");
    assert_eq!(
        error_of(&unknown).1,
        "objective 2 continues one that there is not"
    );
    assert_eq!(
        error_of(&empty).1,
        "objective 1 needs 1 to 300 characters that say what people can do"
    );
    assert_eq!(error_of(&same).1, "another program has this address");
    assert_eq!(error_of(&practice).1, "only a cohort runs a program");
    assert_eq!(
        seen(&ines).await["versions"].as_array().map(Vec::len),
        Some(1)
    );
}

#[tokio::test]
async fn the_coverage_names_what_nothing_is_done_for_and_what_is_done_for_nothing() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let program = published(&ines).await;
    let version = &program["versions"][0];
    let deliver = json!({ "community": workshop.cohort.id.to_string(), "version": version["id"] });
    writes(&workshop.amara, "deliverProgram", deliver).await;
    let objective = &version["objectives"][0]["id"];
    let session = workshop
        .publishes(json!({ "objectives": [objective] }))
        .await;
    let agenda = json!({ "session": session["id"], "segments": [
        { "kind": "INPUT", "title": "Hear", "minutes": 10 },
        { "kind": "ROLE_PLAY", "title": "Try", "minutes": 40, "objectives": [objective] },
        { "kind": "DISCUSSION", "title": "Wander", "minutes": 20 },
    ] });
    does(&workshop.amara, "setAgenda", agenda).await;
    let ask = "query($slug: String!) { community(slug: $slug) { coverage {
        objectives { objective { statement } activities { kind title } }
        withoutObjective { kind title } } } }";
    let slug = json!({ "slug": workshop.cohort.slug });

    let covered = workshop.amara.asks(ask, slug.clone()).await;
    let by_priya = workshop.priya.asks(ask, slug).await;

    assert_eq!(
        covered["data"]["community"]["coverage"],
        json!({
            "objectives": [
                { "objective": { "statement": "Open a hard talk" }, "activities": [
                    { "kind": "SESSION", "title": "Listening first" },
                    { "kind": "SEGMENT", "title": "Try" } ] },
                { "objective": { "statement": "Name a loss" }, "activities": [] },
            ],
            "withoutObjective": [{ "kind": "SEGMENT", "title": "Wander" }],
        }),
        "{covered}"
    );
    assert_eq!(by_priya["data"]["community"]["coverage"], Value::Null);
}
