//! Today: what waits and what is new, and no more.
use communities::Role;
use serde_json::{Value, json};
use tests::Stage;

const TODAY: &str = "{ today { since norms { name }
    waiting { newCount reasons thread { title community { slug } channel { slug } }
        latestPost { bodyHtml author { name } } }
    unanswered { title author { name } channel { name } }
    news { title unreadCount lastAuthor { name } channel { name } community { name } }
    drafts { key title path } } }";

fn titles(list: &Value) -> Vec<&str> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(title_of)
        .collect()
}

fn title_of(it: &Value) -> &str {
    it["title"]
        .as_str()
        .or_else(|| it["thread"]["title"].as_str())
        .unwrap_or_default()
}

#[tokio::test]
async fn today_gathers_what_waits_in_eight_statements_and_ends() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let amara = stage.person("Amara").await;
    let all = [
        (&priya, Role::Learner),
        (&jonas, Role::Moderator),
        (&amara, Role::Facilitator),
    ];
    let (cohort, lobby) = stage.cohort_of(&all).await;
    let agree = "mutation($input: UpdateCommunityInput!) { updateCommunity(input: $input) { id } }";
    let norms = json!({ "community": cohort.id.to_string(), "norms": "Assume good intent." });
    let agreed = amara.asks(agree, json!({ "input": norms })).await;
    assert!(agreed.get("errors").is_none(), "{agreed}");
    let save = "mutation($input: SaveDraftInput!) { saveDraft(input: $input) { version } }";
    let key = format!("new:{}", lobby.id);
    let draft = json!({ "key": key, "title": "Begun", "body": "I wond", "version": 0 });
    let saved = jonas.asks(save, json!({ "input": draft })).await;
    assert!(saved.get("errors").is_none(), "{saved}");
    for n in 0..12 {
        priya.begins(&lobby, &format!("News {n}"), "words").await;
        stage.clock.advance(chrono::TimeDelta::minutes(1));
    }
    let followed = jonas.begins(&lobby, "Followed", "words").await;
    priya.posts(&followed, "more").await;
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    priya.begins(&lobby, "Named", "@jonas?").await;
    for n in 0..4 {
        stage.clock.advance(chrono::TimeDelta::minutes(1));
        priya
            .wonders(&lobby, &format!("Question {n}"), "why?")
            .await;
    }
    stage.settle().await;

    let (answer, statements) = jonas.asks_counted(TODAY, json!({})).await;

    assert!(answer.get("errors").is_none(), "{answer}");
    let today = &answer["data"]["today"];
    assert_eq!(today["since"], "2026-01-04T00:00:00+00:00");
    assert_eq!(
        titles(&today["waiting"]),
        ["Named", "Followed"],
        "who was named goes first"
    );
    assert_eq!(
        titles(&today["unanswered"]),
        ["Question 0", "Question 1", "Question 2"]
    );
    let news = titles(&today["news"]);
    assert_eq!(
        (news.len(), news[0], news[1]),
        (10, "Question 3", "News 11")
    );
    assert_eq!(today["norms"], json!([{ "name": "Leading change" }]));
    assert_eq!(titles(&today["drafts"]), ["Begun"]);
    // norms; the inbox, and its posts in their threads; questions; news; drafts; people; communities
    assert!((6..=8).contains(&statements), "{statements} statements");
    let of_priya = priya.asks(TODAY, json!({})).await;
    assert!(
        titles(&of_priya["data"]["today"]["unanswered"]).is_empty(),
        "a learner need not answer"
    );
}

#[tokio::test]
async fn yesterday_begins_where_the_person_lives() {
    let stage = Stage::new().await;
    let noor = stage.person("Noor").await;
    let moved = identity::UpdateProfile {
        zone: Some("Pacific/Auckland".to_owned()),
        ..Default::default()
    };
    noor.does(moved).await.expect("another zone");

    let today = noor.asks("{ today { since } }", json!({})).await;

    // It is ten in the evening of Monday there, thirteen hours ahead of UTC.
    assert_eq!(
        today["data"]["today"]["since"], "2026-01-03T11:00:00+00:00",
        "{today}"
    );
}
