//! Who is gone, who rests for a time, and who comes in somebody's place.
use super::{Cohort, changes, page, together};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

async fn reads(person: &Person<'_>, id: &Value) -> bool {
    let ask = "query($id: ID!) { node(id: $id) { id } }";
    let answer = person.asks(ask, json!({ "id": id })).await;
    !answer["data"]["node"].is_null()
}

async fn leaves(it: &Cohort<'_>, person: &Person<'_>) {
    let pair = page(person, &it.id()).await["pairs"][0]["id"].clone();
    let left = changes(person, ("leavePair", "id"), json!({ "pair": pair })).await;
    assert!(left.get("errors").is_none(), "{left}");
    it.stage.settle().await;
}

async fn kinds(it: &Cohort<'_>, person: &Person<'_>) -> Vec<String> {
    it.stage.settle().await;
    let ask = "{ viewer { notices(first: 20) { edges { node { kind } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let kind = |edge: &Value| edge["node"]["kind"].as_str().map(str::to_owned);
    edges.iter().filter_map(kind).collect()
}

/// Two are together, in this order, and the third waits.
async fn two_and_who_waits<'a, 'stage>(it: &'a Cohort<'stage>) -> [&'a Person<'stage>; 3] {
    let round = it.published(json!({ "trio": false })).await;
    let waiting = &round["unpaired"][0]["person"]["name"];
    let pair = &together(&round)[0];
    let waiting = waiting.as_str().expect("a name");
    [it.named(&pair[0]), it.named(&pair[1]), it.named(waiting)]
}

#[tokio::test]
async fn who_is_removed_or_suspended_is_out_of_their_pair_and_its_room() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let ines = stage.administrator("Ines").await;
    let [removed, stays, waiting] = two_and_who_waits(&it).await;
    let id = page(removed, &it.id()).await["pairs"][0]["id"].clone();
    let begin = json!({ "pair": id, "body": "hello", "nonce": nonce() });
    let thread = changes(removed, ("beginPairTalk", "id"), begin).await["id"].clone();
    assert!(reads(removed, &thread).await);

    let places = communities::memberships_of(&stage.db().read(), removed.record.id).await;
    let places = places.expect("memberships").into_iter();
    let mut places = places.filter(|place| place.community_id == it.community.id);
    let place = places.next().expect("a membership").id.to_string();
    let gone = json!({ "membership": place });
    changes(&it.amara, ("removeMember", "id"), gone).await;
    stage.settle().await;
    assert!(
        !reads(removed, &thread).await,
        "their room is no more theirs"
    );
    assert!(!reads(removed, &id).await);
    let board = it.board().await;
    let mut names = [waiting.record.name.clone(), stays.record.name.clone()];
    names.sort();
    assert_eq!(together(&board), [names.to_vec()], "{board}");
    assert!(reads(waiting, &thread).await);

    let suspend = json!({ "person": stays.record.id.to_string(), "reason": "shared a password" });
    let suspended = changes(&ines, ("suspendPerson", "id"), suspend).await;
    assert!(suspended.get("errors").is_none(), "{suspended}");
    let told = kinds(&it, waiting).await;
    assert_eq!(told, ["PAIR_WAITS"], "nobody is left for them");
    let board = it.board().await;
    assert_eq!(board["unpaired"][0]["person"]["name"], waiting.record.name);
    let own = page(waiting, &it.id()).await;
    assert_eq!(
        (&own["standing"], &own["pairs"]),
        (&json!("WAITING"), &json!([]))
    );
}

#[tokio::test]
async fn who_is_back_before_it_is_heard_that_they_were_gone_stays_in_their_pair() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let before = it.published(json!({})).await;
    let ben = &it.people[0];
    let places = communities::memberships_of(&stage.db().read(), ben.record.id).await;
    let mut places = places.expect("memberships").into_iter();
    let place = places.find(|place| place.community_id == it.community.id);
    let place = place.expect("a membership").id.to_string();
    changes(
        &it.amara,
        ("removeMember", "id"),
        json!({ "membership": place }),
    )
    .await;
    stage.joins(ben, &it.community, Role::Learner).await;
    stage.settle().await;
    assert_eq!(together(&it.board().await), together(&before));
}

#[tokio::test]
async fn who_rests_for_a_time_goes_on_with_whom_they_are_and_nobody_new_comes_to_them() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let round = it.published(json!({})).await;
    assert_eq!(
        together(&round),
        [["Ben", "Cleo", "Dev"].map(str::to_owned)]
    );
    let [ben, cleo, dev] = &it.people[..] else {
        unreachable!("three")
    };
    it.prefers(cleo, json!({ "snoozedUntil": "2026-06-01" }))
        .await;
    leaves(&it, ben).await;
    let board = it.board().await;
    assert_eq!(together(&board), [["Cleo", "Dev"].map(str::to_owned)]);
    assert_eq!(board["unpaired"], json!([]), "nobody is alone: {board}");

    leaves(&it, dev).await;
    let own = page(cleo, &it.id()).await;
    assert_eq!(own["pairs"], json!([]), "a pair of one is none");
    assert_eq!(kinds(&it, cleo).await, ["PAIR_WAITS"]);
}

#[tokio::test]
async fn who_comes_in_somebodys_place_reads_what_is_meant_from_then_on() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let [leaver, stays, waiting] = two_and_who_waits(&it).await;
    let pair = page(stays, &it.id()).await["pairs"][0]["id"].clone();
    let means = async |person: &Person<'_>, words: &str| {
        let input = json!({ "pair": pair, "words": words, "dueOn": "2026-01-20" });
        changes(person, ("makeCommitment", "id"), input).await["id"].clone()
    };
    let of_leaver = means(leaver, "tell you why I hesitate").await;
    let of_stays = means(stays, "ask my manager").await;
    stage.clock.advance(TimeDelta::days(2));
    leaves(&it, leaver).await;
    stage.clock.advance(TimeDelta::hours(1));
    let since = means(stays, "listen first").await;
    means(waiting, "say no once").await;

    let read = async |person: &Person<'_>| {
        let page = page(person, &it.id()).await;
        let all = page["pairs"][0]["commitments"].as_array().cloned();
        let all = all.unwrap_or_else(|| panic!("{page}"));
        let mut words: Vec<String> = all.iter().map(|it| it["words"].to_string()).collect();
        words.sort();
        words
    };
    let (asked, hesitated) = ("\"ask my manager\"", "\"tell you why I hesitate\"");
    let (listened, said_no) = ("\"listen first\"", "\"say no once\"");
    assert_eq!(read(waiting).await, [listened, said_no]);
    let whole = [asked, listened, said_no, hesitated];
    assert_eq!(read(stays).await, whole, "who was told reads it still");
    for (id, may) in [(&of_leaver, false), (&of_stays, false), (&since, true)] {
        assert_eq!(reads(waiting, id).await, may);
    }
    assert!(!reads(leaver, &of_leaver).await);
}
