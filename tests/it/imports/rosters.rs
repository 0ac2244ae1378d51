//! Rosters are looked at, applied whole or not at all, and taken back.
use super::roster::utf_16;
use bytes::Bytes;
use communities::{Community, RemoveMember, Role, memberships_of};
use imports::SweepRosters;
use kernel::MembershipId;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const ROSTER: &str = "fragment R on Roster { id name appliedAt undoneAt
    counts { arriving joining changing staying refused } viewerCan { apply undo }
    lines(first: 100) { edges { node { line name email role fate reason roleBefore
      person { name } } } } }";
const PEOPLE: &str = "query($slug: String!) { community(slug: $slug) { memberCount
    rosters(first: 10) { edges { node { id name } } } viewerCan { importRoster }
    members(first: 100) { edges { node { role provenance person { name } } } } } }";

async fn does(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let ask = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ ...R }} }} {ROSTER}");
    let mut answer = person.asks(&ask, json!({ "input": input })).await;
    match answer["errors"].is_null() {
        true => answer["data"][verb].take(),
        false => answer,
    }
}

async fn looks(person: &Person<'_>, cohort: &Community, text: &str) -> Value {
    let input = json!({ "community": cohort.id.to_string(), "text": text });
    does(person, "previewRoster", input).await
}

async fn applies(person: &Person<'_>, roster: &Value) -> Value {
    does(person, "applyRoster", json!({ "roster": roster["id"] })).await
}

async fn undoes(person: &Person<'_>, roster: &Value) -> Value {
    does(person, "undoRoster", json!({ "roster": roster["id"] })).await
}

/// Name, role and provenance of everybody.
async fn people(stage: &Stage, cohort: &Community) -> Vec<String> {
    let members = communities::everybody_in(&stage.db().read(), cohort.id).await;
    let mut lines = Vec::new();
    for member in members.expect("members") {
        let person = identity::person_by_id(&stage.db().read(), member.person_id).await;
        let name = person.expect("a read").expect("a person").name;
        lines.push(format!(
            "{name}: {:?}, {:?}",
            member.role, member.provenance
        ));
    }
    lines.sort();
    lines
}

fn fates(roster: &Value) -> Vec<String> {
    let edges = roster["lines"]["edges"].as_array().expect("lines");
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    edges
        .iter()
        .map(|edge| &edge["node"])
        .map(|line| {
            format!(
                "{} {} {}",
                line["line"],
                word(&line["fate"]),
                word(&line["reason"])
            )
        })
        .collect()
}

async fn autumn(stage: &Stage) -> (Person<'_>, Person<'_>, Person<'_>, Community) {
    let ines = stage.administrator("Ines").await;
    let (amara, jonas) = (stage.person("Amara").await, stage.person("Jonas").await);
    let members = [(&amara, Role::Facilitator), (&jonas, Role::Learner)];
    let (cohort, _) = stage.cohort_of(&members).await;
    (ines, amara, jonas, cohort)
}

const AUTUMN: &str = "name,email,role\n\
    Mei Wu,mei@example.org,expert\n\
    Jonas,jonas@example.org,moderator\n\
    Tomas Herrera,tomas@example.org,\n\
    Amara,amara@example.org,\n";

#[tokio::test]
async fn a_roster_does_what_its_preview_said_and_is_taken_back() {
    let stage = Stage::new().await;
    let (ines, _, _, cohort) = autumn(&stage).await;
    stage.person("Mei").await;
    let before = people(&stage, &cohort).await;

    let preview = looks(&ines, &cohort, AUTUMN).await;
    let said = ["2 JOINS -", "3 CHANGES_ROLE -", "4 ARRIVES -", "5 STAYS -"];
    assert_eq!(fates(&preview), said, "{preview}");
    assert_eq!(people(&stage, &cohort).await, before, "nothing is done yet");
    assert_eq!(
        preview["viewerCan"],
        json!({ "apply": true, "undo": false })
    );

    let applied = applies(&ines, &preview).await;
    assert_eq!(fates(&applied), said);
    assert_eq!(
        applied["counts"],
        json!({ "arriving": 1, "joining": 1, "changing": 1, "staying": 1, "refused": 0 })
    );
    assert_eq!(
        applied["lines"]["edges"][1]["node"]["roleBefore"],
        "LEARNER"
    );
    assert_eq!(
        people(&stage, &cohort).await,
        [
            "Amara: Facilitator, Person",
            "Jonas: Moderator, Person",
            "Mei: Expert, Import",
            "Tomas Herrera: Learner, Import"
        ]
    );
    assert_eq!(error_of(&applies(&ines, &preview).await).0, "CONFLICT");

    let undone = undoes(&ines, &applied).await;
    assert!(undone["undoneAt"].is_string(), "{undone}");
    assert_eq!(people(&stage, &cohort).await, before);
    let conn = stage.db().read();
    let tomas = identity::person_by_email(&conn, "tomas@example.org").await;
    assert_eq!(tomas.expect("a read"), None, "the account is forgotten");
    let mei = identity::person_by_email(&conn, "mei@example.org").await;
    assert!(mei.expect("a read").is_some(), "she was here before");
    assert_eq!(error_of(&undoes(&ines, &applied).await).0, "CONFLICT");
}

#[tokio::test]
async fn what_was_changed_by_hand_since_stays_and_so_does_an_account_in_use() {
    let stage = Stage::new().await;
    let (ines, _, jonas, cohort) = autumn(&stage).await;
    let preview = looks(&ines, &cohort, AUTUMN).await;
    let applied = applies(&ines, &preview).await;
    let own = memberships_of(&stage.db().read(), jonas.record.id).await;
    let jonas_here: MembershipId = own.expect("memberships")[0].id;
    let expert = communities::ChangeRole {
        membership: jonas_here,
        role: Role::Expert,
    };
    stage.does(expert).await.expect("a role");
    let tomas = stage.finds("tomas-herrera").await;
    let other = stage.cohort("Another cohort").await;
    stage.joins(&tomas, &other, Role::Learner).await;

    let undone = undoes(&ines, &applied).await;

    assert_eq!(
        people(&stage, &cohort).await,
        ["Amara: Facilitator, Person", "Jonas: Expert, Person"]
    );
    assert_eq!(
        people(&stage, &other).await,
        ["Tomas Herrera: Learner, Person"]
    );
    let said = fates(&undone);
    assert_eq!(said[2], "4 ARRIVES the account stays, because it is in use");
    let mei = identity::person_by_email(&stage.db().read(), "mei@example.org").await;
    assert_eq!(mei.expect("a read"), None);
}

#[tokio::test]
async fn who_came_or_left_between_the_look_and_the_deed_is_met_as_they_are() {
    let stage = Stage::new().await;
    let (ines, _, jonas, cohort) = autumn(&stage).await;
    let preview = looks(&ines, &cohort, AUTUMN).await;
    let mei = stage.person("Mei").await;
    stage.joins(&mei, &cohort, Role::Expert).await;
    let own = memberships_of(&stage.db().read(), jonas.record.id).await;
    let leave = RemoveMember {
        membership: own.expect("memberships")[0].id,
    };
    stage.does(leave).await.expect("a farewell");

    let applied = applies(&ines, &preview).await;

    assert_eq!(
        fates(&applied),
        ["2 STAYS -", "3 JOINS -", "4 ARRIVES -", "5 STAYS -"]
    );
}

#[tokio::test]
async fn a_community_is_never_left_without_a_facilitator_and_nothing_is_half_done() {
    let stage = Stage::new().await;
    let (ines, amara, _, cohort) = autumn(&stage).await;
    let demote = "name,email,role\nAmara,amara@example.org,learner\nMei Wu,mei@example.org,\n";
    let refused = looks(&ines, &cohort, demote).await;
    assert_eq!(
        fates(&refused),
        [
            "2 REFUSED a community needs a facilitator, and would have none",
            "3 ARRIVES -"
        ]
    );
    let hand_over = "name,email,role\nAmara,amara@example.org,learner\n\
        Mei Wu,mei@example.org,facilitator\nKofi Mensah,kofi@example.org,\n";
    let preview = looks(&ines, &cohort, hand_over).await;
    let applied = applies(&ines, &preview).await;
    let own = memberships_of(&stage.db().read(), amara.record.id).await;
    let leave = RemoveMember {
        membership: own.expect("memberships")[0].id,
    };
    stage.does(leave).await.expect("a farewell");
    let before = people(&stage, &cohort).await;

    let undone = undoes(&ines, &applied).await;

    assert_eq!(error_of(&undone).0, "CONFLICT", "{undone}");
    assert_eq!(
        people(&stage, &cohort).await,
        before,
        "all of it or nothing"
    );
}

#[tokio::test]
async fn each_line_that_names_nobody_says_why() {
    let stage = Stage::new().await;
    let (ines, _, _, cohort) = autumn(&stage).await;
    let long = "a".repeat(81);
    let text = format!(
        "role,e-mail,name\n,mei@example.org,\n,mei@,Mei Wu\nboss,mei@example.org,Mei Wu\n\n\
         ,,\n,mei@example.org,Mei Wu\n,MEI@example.org,Mei again\n,a@example.org,{long}\n"
    );

    let preview = looks(&ines, &cohort, &text).await;

    let said = fates(&preview);
    assert_eq!(
        said[..5],
        [
            "2 REFUSED there is no name",
            "3 REFUSED this is no e-mail address",
            "4 REFUSED the role is none of learner, moderator, facilitator, expert, observer",
            "7 ARRIVES -",
            "8 REFUSED the address stands on line 7 already",
        ],
        "{preview}"
    );
    assert!(
        said[5].starts_with("9 REFUSED ") && said[5].len() > 12,
        "{}",
        said[5]
    );
    let asked = "query($id: ID!) { node(id: $id) { ... on Roster {
        lines(first: 1, fate: ARRIVES) { edges { node { line } } pageInfo { hasNextPage } } } } }";
    let only = ines.asks(asked, json!({ "id": preview["id"] })).await;
    assert_eq!(
        only["data"]["node"]["lines"],
        json!({ "edges": [{ "node": { "line": 7 } }], "pageInfo": { "hasNextPage": false } })
    );
}

#[tokio::test]
async fn a_table_that_excel_saved_in_unicode_is_uploaded_and_read() {
    let stage = Stage::new().await;
    let (ines, _, _, cohort) = autumn(&stage).await;
    let table = utf_16("name\temail\nMei Wu\tmei@example.org\n", u16::to_le_bytes);
    let upload = stage
        .app
        .files
        .accept(stage.db(), ines.actor(), "autumn.txt", Bytes::from(table));
    let file = upload.await.expect("a file").id.to_string();

    let input = json!({ "community": cohort.id.to_string(), "file": file });
    let preview = does(&ines, "previewRoster", input).await;

    assert_eq!(preview["name"], "autumn.txt", "{preview}");
    assert_eq!(fates(&preview), ["2 ARRIVES -"]);
    let both = json!({ "community": cohort.id.to_string(), "file": file, "text": AUTUMN });
    let refused = does(&ines, "previewRoster", both).await;
    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "file",
        "{refused}"
    );
}

#[tokio::test]
async fn fifty_thousand_people_come_and_go_in_one_piece() {
    const PEOPLE: usize = 50_000;
    let stage = Stage::new().await;
    let (ines, _, _, cohort) = autumn(&stage).await;
    let mut table = "name,email\n".to_owned();
    for at in 0..PEOPLE {
        table.push_str(&format!("Person {at},person-{at}@example.org\n"));
    }
    let upload = stage
        .app
        .files
        .accept(stage.db(), ines.actor(), "all.csv", Bytes::from(table));
    let file = upload.await.expect("a file").id.to_string();
    let input = json!({ "community": cohort.id.to_string(), "file": file });

    let preview = does(&ines, "previewRoster", input).await;
    assert_eq!(preview["counts"]["arriving"], PEOPLE);
    let applied = applies(&ines, &preview).await;
    assert_eq!(applied["counts"]["arriving"], PEOPLE);
    assert_eq!(member_count(&stage, &cohort).await, PEOPLE + 2);
    let undone = undoes(&ines, &applied).await;
    assert!(undone["undoneAt"].is_string(), "{undone}");
    assert_eq!(member_count(&stage, &cohort).await, 2);
    let first = identity::person_by_email(&stage.db().read(), "person-0@example.org").await;
    assert_eq!(first.expect("a read"), None);
}

async fn member_count(stage: &Stage, cohort: &Community) -> usize {
    let members = communities::everybody_in(&stage.db().read(), cohort.id).await;
    members.expect("members").len()
}

#[tokio::test]
async fn rosters_are_for_administrators() {
    let stage = Stage::new().await;
    let (ines, amara, jonas, cohort) = autumn(&stage).await;
    let eve = stage.person("Eve").await;
    for (person, code) in [
        (&amara, "FORBIDDEN"),
        (&jonas, "FORBIDDEN"),
        (&eve, "NOT_FOUND"),
    ] {
        let refused = looks(person, &cohort, AUTUMN).await;
        assert_eq!(error_of(&refused).0, code, "{refused}");
    }
    let preview = looks(&ines, &cohort, AUTUMN).await;
    for person in [&amara, &jonas, &eve] {
        assert_eq!(error_of(&applies(person, &preview).await).0, "NOT_FOUND");
        assert_eq!(error_of(&undoes(person, &preview).await).0, "NOT_FOUND");
        let ask = "query($id: ID!) { node(id: $id) { id } }";
        let found = person.asks(ask, json!({ "id": preview["id"] })).await;
        assert_eq!(found["data"]["node"], Value::Null, "{found}");
    }
    let seen = amara.asks(PEOPLE, json!({ "slug": cohort.slug })).await;
    assert_eq!(seen["data"]["community"]["rosters"], Value::Null);
    assert_eq!(
        seen["data"]["community"]["viewerCan"]["importRoster"],
        false
    );
    stage.joins(&ines, &cohort, Role::Observer).await;
    let seen = ines.asks(PEOPLE, json!({ "slug": cohort.slug })).await;
    let edges = &seen["data"]["community"]["rosters"]["edges"];
    assert_eq!(edges[0]["node"]["name"], "roster.csv", "{seen}");
    assert_eq!(seen["data"]["community"]["viewerCan"]["importRoster"], true);
}

#[tokio::test]
async fn a_roster_that_was_only_looked_at_is_forgotten_after_a_week() {
    let stage = Stage::new().await;
    let (ines, _, _, cohort) = autumn(&stage).await;
    let looked_at = looks(&ines, &cohort, AUTUMN).await;
    let preview = looks(&ines, &cohort, AUTUMN).await;
    let applied = applies(&ines, &preview).await;
    stage.clock.advance(chrono::TimeDelta::days(6));
    stage.does(SweepRosters).await.expect("a sweep");
    assert!(applies(&ines, &looked_at).await["appliedAt"].is_string());
    let third = looks(&ines, &cohort, AUTUMN).await;
    stage.clock.advance(chrono::TimeDelta::days(8));

    stage.does(SweepRosters).await.expect("a sweep");

    assert_eq!(error_of(&applies(&ines, &third).await).0, "NOT_FOUND");
    assert!(undoes(&ines, &applied).await["undoneAt"].is_string());
}
