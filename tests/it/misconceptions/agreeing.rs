//! A colleague is asked by name to agree, is told of it, and agrees; nobody else learns that.
use super::{Practice, does, done, draft};
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

/// What somebody is told of agreements.
async fn asked(person: &Person<'_>) -> Vec<Value> {
    let ask = "{ viewer { notices(first: 20) { edges { node {
        kind about misconception { claim holds } } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let nodes = edges.iter().map(|edge| edge["node"].clone());
    nodes.filter(|it| it["kind"] == "AGREEMENT_ASKED").collect()
}

const DESK: &str = "query($id: ID!) { node(id: $id) { ... on Misconception { state claim
    askedToAgree { name } agreedBy { name } colleagues { name } history { state }
    viewerCan { agree askToAgree publish edit } } } }";

async fn sees(person: &Person<'_>, it: &Value) -> Value {
    let answer = person.asks(DESK, json!({ "id": it["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["node"].clone()
}

#[tokio::test]
async fn an_expert_is_asked_by_a_notice_and_agrees() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &scene.cohort, Role::Expert).await;
    let it = scene.drafted("SAFETY").await;
    assert_eq!(
        sees(&noor, &it).await,
        Value::Null,
        "it is none of hers yet"
    );
    let desk = sees(&scene.jonas, &it).await;
    assert_eq!(
        desk["colleagues"],
        json!([{ "name": "Amara" }, { "name": "Noor" }]),
        "whoever wrote it is not asked"
    );
    assert_eq!(desk["viewerCan"]["askToAgree"], true);
    assert_eq!(desk["viewerCan"]["agree"], false);

    let ask = |person: &Person<'_>| json!({ "misconception": it["id"], "person": person.record.id.to_string() });
    let learner = does(&scene.jonas, "askToAgree", ask(&scene.lena)).await;
    assert_eq!(error_of(&learner).0, "INVALID", "{learner}");
    let writer = does(&scene.amara, "askToAgree", ask(&scene.jonas)).await;
    assert_eq!(error_of(&writer).0, "INVALID", "{writer}");
    let peer = does(&scene.lena, "askToAgree", ask(&noor)).await;
    assert_eq!(error_of(&peer).0, "NOT_FOUND", "{peer}");
    done(&scene.jonas, "askToAgree", ask(&noor)).await;
    stage.settle().await;

    let told = asked(&noor).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["about"], it["id"]);
    assert!(told[0]["misconception"]["holds"].is_string());
    for other in [&scene.amara, &scene.lena, &scene.ben, &scene.priya] {
        assert!(asked(other).await.is_empty(), "{}", other.record.name);
        if other.record.name != "Amara" {
            assert_eq!(sees(other, &it).await, Value::Null, "{}", other.record.name);
        }
    }
    let hers = sees(&noor, &it).await;
    assert_eq!(hers["viewerCan"]["agree"], true, "{hers}");
    assert_eq!(hers["viewerCan"]["publish"], false, "she agrees, no more");
    assert_eq!(hers["viewerCan"]["edit"], false);
    assert_eq!(hers["colleagues"], json!([]));
    let about = json!({ "misconception": it["id"] });
    let publishes = does(&noor, "publishCorrection", about.clone()).await;
    assert_eq!(error_of(&publishes).0, "FORBIDDEN", "{publishes}");

    // The words are changed: what was asked is asked anew.
    done(&scene.jonas, "draftCorrection", draft(&it, "SAFETY")).await;
    stage.settle().await;
    assert_eq!(asked(&noor).await.len(), 1);

    done(&noor, "agreeToCorrection", about.clone()).await;
    stage.settle().await;
    assert!(asked(&noor).await.is_empty(), "it is dealt with");
    let desk = sees(&scene.jonas, &it).await;
    assert_eq!(desk["agreedBy"]["name"], "Noor");
    assert_eq!(desk["viewerCan"]["publish"], true);
    done(&scene.jonas, "publishCorrection", about).await;
}

#[tokio::test]
async fn who_leaves_the_community_is_asked_no_longer() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &scene.cohort, Role::Expert).await;
    let it = scene.drafted("COMPLIANCE").await;
    let ask = json!({ "misconception": it["id"], "person": noor.record.id.to_string() });
    done(&scene.jonas, "askToAgree", ask).await;
    stage.settle().await;
    assert!(sees(&noor, &it).await.is_object());

    let me = "query($slug: String!) { community(slug: $slug) { viewerMembership { id } } }";
    let me = noor.asks(me, json!({ "slug": scene.cohort.slug })).await;
    let leave = "mutation($input: RemoveMemberInput!) { removeMember(input: $input) { id } }";
    let input = json!({ "membership": me["data"]["community"]["viewerMembership"]["id"] });
    let left = noor.asks(leave, json!({ "input": input })).await;
    assert!(left.get("errors").is_none(), "{left}");
    assert_eq!(sees(&noor, &it).await, Value::Null);
    let about = json!({ "misconception": it["id"] });
    let agrees = does(&noor, "agreeToCorrection", about).await;
    assert_eq!(error_of(&agrees).0, "NOT_FOUND", "{agrees}");
}

#[tokio::test]
async fn who_was_told_long_ago_is_forgotten_and_the_numbers_stay() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    super::acknowledges(&scene.priya, &it, "GOT_IT").await;
    let before = super::looks_at(&scene.jonas, &it).await["spread"].clone();
    assert_eq!(before["acknowledged"], 1);
    let kept = async |misconception: &Value| {
        let mine = super::looks_at(&scene.priya, misconception).await;
        mine["viewerNotice"].clone()
    };
    assert!(kept(&it).await.is_object());

    stage.clock.advance(chrono::TimeDelta::days(401));
    let before_that = stage.db().now() - chrono::TimeDelta::days(400);
    let sweep = misconceptions::SweepExposures {
        before: before_that,
    };
    let forgotten = stage.does(sweep.clone()).await.expect("it is swept");
    assert!(forgotten > 0);
    assert_eq!(stage.does(sweep).await.expect("again"), 0);

    assert_eq!(
        kept(&it).await,
        Value::Null,
        "nobody knows that she was told"
    );
    let after = super::looks_at(&scene.jonas, &it).await["spread"].clone();
    for number in ["exposedBefore", "told", "acknowledged", "notConvinced"] {
        assert_eq!(after[number], before[number], "{number}");
    }
    stage.corrects().await;
    assert!(
        super::kinds(&scene.priya).await.is_empty(),
        "and nobody is told again"
    );
}

#[tokio::test]
async fn an_auditor_learns_with_a_reason_who_was_told_and_nobody_else_does() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let audrey = stage.person("Audrey").await;
    let ines = stage.administrator("Ines").await;
    let it = scene.published().await;
    super::acknowledges(&scene.priya, &it, "GOT_IT").await;
    let ask = "mutation($input: AuditExposuresInput!) { auditExposures(input: $input) {
        person { name } answer toldAt } }";
    let why = json!({ "input": { "misconception": it["id"], "reason": "An accident" } });

    for other in [&scene.jonas, &scene.amara, &scene.priya, &ines] {
        let refused = other.asks(ask, why.clone()).await;
        assert_eq!(error_of(&refused).0, "NOT_FOUND", "{refused}");
    }
    let found =
        "{ auditedCorrections(first: 5) { edges { node { id claim place exposedBefore } } } }";
    let found = audrey.asks(found, json!({})).await;
    let first = &found["data"]["auditedCorrections"]["edges"][0]["node"];
    assert_eq!(first["id"], it["id"], "{found}");
    assert_eq!(first["place"], json!(scene.cohort.name), "{found}");
    assert_eq!(first["exposedBefore"], 1, "{found}");
    let silent = json!({ "input": { "misconception": it["id"], "reason": " " } });
    let silent = audrey.asks(ask, silent).await;
    assert_eq!(error_of(&silent).0, "INVALID", "{silent}");
    let told = audrey.asks(ask, why).await;
    let lines = told["data"]["auditExposures"].as_array();
    let lines = lines.unwrap_or_else(|| panic!("{told}"));
    assert_eq!(lines.len(), 1, "{told}");
    assert_eq!(lines[0]["person"]["name"], "Priya");
    assert_eq!(lines[0]["answer"], "GOT_IT");

    stage.settle().await;
    let log = "query($slug: String!) { community(slug: $slug) { moderationLog(first: 5) {
        edges { node { kind by { name } reason } } } } }";
    let log = scene
        .amara
        .asks(log, json!({ "slug": scene.cohort.slug }))
        .await;
    let first = &log["data"]["community"]["moderationLog"]["edges"][0]["node"];
    assert_eq!(first["kind"], "AUDITED_READERS", "{log}");
    assert_eq!(first["by"]["name"], "Audrey");
    assert_eq!(first["reason"], "An accident");
}
