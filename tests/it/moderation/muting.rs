//! Who is muted in a community, and who is kept out of the organisation.
use chrono::{DateTime, TimeDelta, Utc};
use communities::{AddMember, Community, RemoveMember, Role, lift_mutes};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const MUTE: &str = "mutation($input: MutePersonInput!) { mutePerson(input: $input) {
    id muted { id until reason by { name } person { name } } } }";
const UNMUTE: &str =
    "mutation($input: UnmutePersonInput!) { unmutePerson(input: $input) { muted { id } } }";
const SUSPEND: &str = "mutation($input: SuspendPersonInput!) { suspendPerson(input: $input) {
    handle suspendedAt } }";
const RESTORE: &str = "mutation($input: RestorePersonInput!) { restorePerson(input: $input) {
    handle suspendedAt } }";
const OWN: &str = "query($slug: String!) { community(slug: $slug) {
    viewerMembership { muted { reason by { name } } }
    mutes { person { name } } } }";
const LOG: &str = "query($slug: String!) { community(slug: $slug) {
    moderationLog(first: 10) { edges { node { kind reason by { name } person { name } } } } } }";

async fn mutes(
    by: &Person<'_>,
    (community, person): (&Community, &Person<'_>),
    until: DateTime<Utc>,
) -> Value {
    let input = json!({
        "community": community.id.to_string(), "person": person.record.id.to_string(),
        "until": until.to_rfc3339(), "reason": "Three advertisements in an hour",
    });
    by.asks(MUTE, json!({ "input": input })).await
}

async fn unmutes(by: &Person<'_>, community: &Community, person: &Person<'_>) -> Value {
    let input = json!({
        "community": community.id.to_string(), "person": person.record.id.to_string(),
    });
    by.asks(UNMUTE, json!({ "input": input })).await
}

fn in_a_week(stage: &Stage) -> DateTime<Utc> {
    stage.db().now() + TimeDelta::days(7)
}

#[tokio::test]
async fn a_muted_member_reads_and_is_told_until_when_they_do_not_write() {
    let stage = Stage::new().await;
    let (jonas, tomas) = (stage.person("Jonas").await, stage.person("Tomas").await);
    let roles = [(&jonas, Role::Moderator), (&tomas, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&roles).await;
    let thread = tomas.begins(&lobby, "Buy now", "cheap").await;

    let muted = mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;
    let refused = tomas.posts(&thread, "and cheaper").await;
    let edit =
        json!({ "input": { "post": thread["opening"]["id"], "body": "dear", "revision": 1 } });
    let edits = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
    let edited = tomas.asks(edits, edit).await;
    let read = "query($id: ID!) { thread(id: $id) { title viewerCan { reply } } }";
    let read = tomas.asks(read, json!({ "id": thread["id"] })).await;

    let mute = &muted["data"]["mutePerson"]["muted"];
    assert_eq!(mute["by"]["name"], "Jonas", "{muted}");
    assert_eq!(mute["reason"], "Three advertisements in an hour");
    for answer in [&refused, &edited] {
        assert_eq!(
            error_of(answer),
            (
                "FORBIDDEN".to_owned(),
                "a moderator muted you here: you read, and do not write, \
                 until 12 January 2026, 09:00 UTC"
                    .to_owned()
            )
        );
    }
    assert_eq!(read["data"]["thread"]["title"], "Buy now");
    assert_eq!(read["data"]["thread"]["viewerCan"]["reply"], false);
}

#[tokio::test]
async fn a_mute_is_known_to_its_person_and_to_moderators_and_stands_in_their_log() {
    let stage = Stage::new().await;
    let (jonas, tomas) = (stage.person("Jonas").await, stage.person("Tomas").await);
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let roles = [
        (&jonas, Role::Moderator),
        (&tomas, Role::Learner),
        (&ada, Role::Learner),
    ];
    let (community, _) = stage.cohort_of(&roles).await;
    let id = mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;
    let membership = json!({ "id": id["data"]["mutePerson"]["id"] });
    let of = "query($id: ID!) { node(id: $id) { ... on Membership { muted { reason } } } }";
    let slug = json!({ "slug": community.slug });

    let own = tomas.asks(OWN, slug.clone()).await;
    let by_jonas = jonas.asks(OWN, slug.clone()).await;
    let log = jonas.asks(LOG, slug.clone()).await;
    let by_ada = ada.asks(of, membership.clone()).await;
    let log_for_ada = ada.asks(LOG, slug.clone()).await;
    let by_eve = eve.asks(of, membership.clone()).await;

    assert_eq!(
        error_of(&own).0,
        "FORBIDDEN",
        "a learner has no list of mutes"
    );
    let seen = tomas.asks(of, membership).await;
    let reason = "Three advertisements in an hour";
    assert_eq!(seen["data"]["node"]["muted"]["reason"], reason);
    let mutes = &by_jonas["data"]["community"]["mutes"];
    assert_eq!(mutes[0]["person"]["name"], "Tomas", "{by_jonas}");
    let act = &log["data"]["community"]["moderationLog"]["edges"][0]["node"];
    let told = json!({ "kind": "MUTED", "reason": reason, "by": { "name": "Jonas" },
        "person": { "name": "Tomas" } });
    assert_eq!(*act, told);
    assert_eq!(by_ada["data"]["node"]["muted"], Value::Null, "{by_ada}");
    assert_eq!(error_of(&log_for_ada).0, "FORBIDDEN");
    assert_eq!(by_eve["data"]["node"], Value::Null);
}

#[tokio::test]
async fn a_mute_ends_by_itself_and_by_a_moderator() {
    let stage = Stage::new().await;
    let (jonas, tomas) = (stage.person("Jonas").await, stage.person("Tomas").await);
    let roles = [(&jonas, Role::Moderator), (&tomas, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&roles).await;
    let thread = jonas.begins(&lobby, "Welcome", "all of you").await;
    mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;

    stage.clock.advance(TimeDelta::days(7));
    lift_mutes(stage.db()).await.expect("mutes end");
    let after = tomas.posts(&thread, "sorry").await;
    mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;
    let again = tomas.posts(&thread, "hm").await;
    let lifted = unmutes(&jonas, &community, &tomas).await;
    let at_last = tomas.posts(&thread, "thank you").await;

    assert_eq!(after["errors"], Value::Null, "{after}");
    assert_eq!(error_of(&again).0, "FORBIDDEN");
    assert_eq!(
        lifted["data"]["unmutePerson"]["muted"],
        Value::Null,
        "{lifted}"
    );
    assert_eq!(at_last["errors"], Value::Null, "{at_last}");
}

#[tokio::test]
async fn nobody_leaves_a_mute_behind_by_leaving_and_coming_back() {
    let stage = Stage::new().await;
    let (jonas, tomas) = (stage.person("Jonas").await, stage.person("Tomas").await);
    let roles = [(&jonas, Role::Facilitator), (&tomas, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&roles).await;
    let thread = jonas.begins(&lobby, "Welcome", "all of you").await;
    mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;
    let conn = stage.db().read();
    let own = communities::memberships_of(&conn, tomas.record.id).await;
    let leave = RemoveMember {
        membership: own.expect("memberships")[0].id,
    };

    tomas.does(leave).await.expect("they leave");
    let back = AddMember {
        community: community.id,
        person: tomas.record.id,
        role: Role::Learner,
    };
    stage.does(back).await.expect("they are back");
    let refused = tomas.posts(&thread, "here again").await;

    assert_eq!(error_of(&refused).0, "FORBIDDEN");
}

#[tokio::test]
async fn only_who_moderates_mutes_and_never_themself_or_one_another() {
    let stage = Stage::new().await;
    let (jonas, amara) = (stage.person("Jonas").await, stage.person("Amara").await);
    let (tomas, eve) = (stage.person("Tomas").await, stage.person("Eve").await);
    let ines = stage.administrator("Ines").await;
    let roles = [
        (&jonas, Role::Moderator),
        (&amara, Role::Facilitator),
        (&tomas, Role::Learner),
    ];
    let (community, _) = stage.cohort_of(&roles).await;
    let elsewhere = stage.cohort("Elsewhere").await;
    stage.joins(&eve, &elsewhere, Role::Moderator).await;
    let week = in_a_week(&stage);

    let cases = [
        (mutes(&tomas, (&community, &jonas), week).await, "FORBIDDEN"),
        (mutes(&jonas, (&community, &jonas), week).await, "FORBIDDEN"),
        (mutes(&jonas, (&community, &amara), week).await, "FORBIDDEN"),
        (mutes(&amara, (&community, &jonas), week).await, "FORBIDDEN"),
        (mutes(&eve, (&community, &tomas), week).await, "NOT_FOUND"),
        (mutes(&ines, (&community, &tomas), week).await, "FORBIDDEN"),
        (mutes(&jonas, (&community, &eve), week).await, "NOT_FOUND"),
        (
            mutes(&jonas, (&community, &tomas), stage.db().now()).await,
            "INVALID",
        ),
        (
            mutes(&jonas, (&community, &tomas), week + TimeDelta::days(400)).await,
            "INVALID",
        ),
    ];

    for (at, (answer, code)) in cases.iter().enumerate() {
        assert_eq!(error_of(answer).0, *code, "case {at}: {answer}");
    }
}

#[tokio::test]
async fn an_open_browser_learns_of_a_mute_at_once_and_others_do_not() {
    let stage = Stage::live().await;
    let (jonas, tomas) = (stage.person("Jonas").await, stage.person("Tomas").await);
    let roles = [(&jonas, Role::Moderator), (&tomas, Role::Learner)];
    let (community, _) = stage.cohort_of(&roles).await;
    stage.facts_arrive().await;
    let follow = "subscription { liveEvents { kind community { viewerMembership {
        muted { reason } } } } }";
    let mut browser = tomas.follows(follow, json!({})).await;
    browser.next().await.expect("it is ready");

    mutes(&jonas, (&community, &tomas), in_a_week(&stage)).await;
    let told = browser.next().await.expect("news");

    let event = &told["data"]["liveEvents"];
    assert_eq!(event["kind"], "MEMBERSHIP_CHANGED", "{told}");
    assert_eq!(
        event["community"]["viewerMembership"]["muted"]["reason"],
        "Three advertisements in an hour"
    );
}

#[tokio::test]
async fn who_is_suspended_is_signed_out_everywhere_and_refused_in_words() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (ada, tomas) = (stage.person("Ada").await, stage.person("Tomas").await);
    let _ = stage
        .cohort_of(&[(&ada, Role::Learner), (&tomas, Role::Learner)])
        .await;
    let door = tests::Door::of(&stage);
    let cookie = door.cookie_of(&tomas).await;
    let token = cookie.split('=').nth(1).unwrap_or_default().to_owned();
    let hash = identity::token_hash(&token);
    let input = json!({ "person": tomas.record.id.to_string(), "reason": "Sold our addresses" });
    let person = "query($handle: String!) { person(handle: $handle) { name suspendedAt } }";
    let named = json!({ "handle": "tomas" });

    let by_ada = ada.asks(SUSPEND, json!({ "input": input })).await;
    let of_self = json!({ "person": ines.record.id.to_string(), "reason": "Holidays" });
    let by_self = ines.asks(SUSPEND, json!({ "input": of_self })).await;
    let suspended = ines.asks(SUSPEND, json!({ "input": input })).await;
    let conn = stage.db().read();
    let sign_in = identity::sign_in_seen(&conn, &hash, stage.db().now()).await;
    let visit = identity::SignInAs {
        person: tomas.record.id,
        visitor: identity::Visitor::default(),
    };
    let refused = stage.does(visit).await.expect_err("kept out").to_string();
    let seen_by_ada = ada.asks(person, named.clone()).await;
    let seen_by_ines = ines.asks(person, named).await;

    assert_eq!(error_of(&by_ada).0, "NOT_FOUND");
    assert_eq!(error_of(&by_self).0, "FORBIDDEN");
    assert_eq!(
        suspended["data"]["suspendPerson"]["handle"], "tomas",
        "{suspended}"
    );
    assert_eq!(sign_in.expect("an answer"), None);
    let words = "this account is suspended; ask an administrator of your organisation";
    assert_eq!(refused, words);
    assert_eq!(seen_by_ada["data"]["person"]["suspendedAt"], Value::Null);
    assert!(seen_by_ines["data"]["person"]["suspendedAt"].is_string());

    stage.clock.advance(TimeDelta::minutes(1));
    let input = json!({ "person": tomas.record.id.to_string() });
    let restored = ines.asks(RESTORE, json!({ "input": input })).await;
    assert_eq!(
        restored["data"]["restorePerson"]["suspendedAt"],
        Value::Null
    );
    let visit = identity::SignInAs {
        person: tomas.record.id,
        visitor: identity::Visitor::default(),
    };
    stage.does(visit).await.expect("they come in again");

    let list = "{ suspensions(first: 5) { edges { node { kind reason by { name }
        person { name suspendedAt } } } } }";
    let kept = ines.asks(list, json!({})).await;
    let kinds = |at: usize| kept["data"]["suspensions"]["edges"][at]["node"]["kind"].clone();
    assert_eq!(
        (kinds(0), kinds(1)),
        (json!("RESTORED"), json!("SUSPENDED"))
    );
    let first = &kept["data"]["suspensions"]["edges"][1]["node"];
    assert_eq!(first["reason"], "Sold our addresses", "{kept}");
    assert_eq!(first["by"]["name"], "Ines");
    assert_eq!(error_of(&ada.asks(list, json!({})).await).0, "NOT_FOUND");
}
