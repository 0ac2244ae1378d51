//! Finding what was said, and only what the asker may read.
mod asking;
mod files;
mod index;
mod killed;
mod outsider;
mod people;
mod saved;
mod scripts;
mod synonyms;
mod typing;
mod vain;

use communities::{RemoveMember, Role};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const SEARCH: &str = "query($query: String!, $first: Int! = 20, $after: String, $community: ID) {
    search(query: $query, first: $first, after: $after, community: $community) {
        totalCount totalIsExact isWarming note didYouMean facets { of operator name count }
        edges { cursor snippet titleSnippet node { id number body thread { title } } }
        pageInfo { hasNextPage endCursor } } }";

const SUGGEST: &str = "query($query: String!, $community: ID) {
    suggest(query: $query, first: 8, community: $community) { kind title detail path } }";

async fn found(person: &Person<'_>, query: &str) -> Value {
    let answer = person.asks(SEARCH, json!({ "query": query })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["search"].clone()
}

fn bodies(found: &Value) -> Vec<&str> {
    let edges = found["edges"].as_array().expect("edges");
    edges
        .iter()
        .map(|edge| edge["node"]["body"].as_str().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn what_was_said_is_found_with_the_words_marked() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    let thread = priya
        .begins(&lobby, "Quiet groups", "Mine never *speak*.")
        .await;
    jonas
        .posts(&thread, "I count to ten <slowly>, and somebody speaks.")
        .await;
    stage.settle().await;

    let answer = found(&priya, "counting").await;
    assert_eq!(answer["totalCount"], 1);
    assert_eq!(answer["isWarming"], false);
    assert_eq!(
        answer["edges"][0]["snippet"],
        "I <mark>count</mark> to ten &lt;slowly&gt;, and somebody speaks."
    );
    assert_eq!(answer["edges"][0]["titleSnippet"], "Quiet groups");
    let answer = found(&jonas, "quiet").await;
    assert_eq!(
        answer["edges"][0]["node"]["number"], 1,
        "what has it as its title comes first"
    );
    assert_eq!(
        answer["edges"][0]["titleSnippet"],
        "<mark>Quiet</mark> groups"
    );
}

#[tokio::test]
async fn the_index_goes_with_every_change() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Beginnings", "A heron.").await;
    let input = json!({ "post": thread["opening"]["id"] });
    let act = async |document: &str, input: Value| {
        let answer = priya.asks(document, json!({ "input": input })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        stage.settle().await;
    };

    act(
        "mutation($input: EditPostInput!) { editPost(input: $input) { id } }",
        json!({ "post": thread["opening"]["id"], "body": "A kingfisher.", "revision": 1 }),
    )
    .await;
    assert_eq!(found(&priya, "heron").await["totalCount"], 0);
    assert_eq!(found(&priya, "kingfisher").await["totalCount"], 1);

    act(
        "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }",
        input.clone(),
    )
    .await;
    assert_eq!(found(&priya, "kingfisher").await["totalCount"], 0);
    act(
        "mutation($input: RestorePostInput!) { restorePost(input: $input) { id } }",
        input,
    )
    .await;
    assert_eq!(found(&priya, "kingfisher").await["totalCount"], 1);

    priya.posts(&thread, "And a wren.").await;
    act(
        "mutation($input: EditThreadInput!) { editThread(input: $input) { id } }",
        json!({ "thread": thread["id"], "title": "Ornithology" }),
    )
    .await;
    let answer = found(&priya, "ornithology").await;
    assert_eq!(
        answer["totalCount"], 2,
        "the title leads to the replies too"
    );
    assert_eq!(
        answer["edges"][1]["titleSnippet"],
        "<mark>Ornithology</mark>"
    );
}

#[tokio::test]
async fn a_deleted_post_is_not_shown_even_before_the_index_hears_of_it() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Beginnings", "A heron.").await;
    stage.settle().await;
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";

    priya
        .asks(
            delete,
            json!({ "input": { "post": thread["opening"]["id"] } }),
        )
        .await;

    assert!(bodies(&found(&priya, "heron").await).is_empty());
}

#[tokio::test]
async fn a_community_of_others_is_none_to_search_in() {
    let stage = Stage::new().await;
    let (noor, kofi) = (stage.person("Noor").await, stage.person("Kofi").await);
    stage.cohort_of(&[(&noor, Role::Learner)]).await;
    let (hidden, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    kofi.begins(&secret, "Lyrebirds", "The lyrebird sang.")
        .await;
    stage.settle().await;

    let there = json!({ "query": "lyrebird", "community": hidden.id.to_string() });
    for ask in [SEARCH, SUGGEST] {
        let refused = noor.asks(ask, there.clone()).await;
        assert_eq!(error_of(&refused).0, "NOT_FOUND");
        let nobody = stage
            .stranger_asks(ask, json!({ "query": "lyrebird" }))
            .await;
        assert_eq!(error_of(&nobody).0, "SIGN_IN_FIRST");
    }
}

#[tokio::test]
async fn who_is_removed_finds_nothing_from_then_on() {
    let stage = Stage::new().await;
    let (priya, amara) = (stage.person("Priya").await, stage.person("Amara").await);
    let all = [(&priya, Role::Learner), (&amara, Role::Facilitator)];
    let (_, lobby) = stage.cohort_of(&all).await;
    amara.begins(&lobby, "Birds", "A heron.").await;
    stage.settle().await;
    assert_eq!(found(&priya, "heron").await["totalCount"], 1);

    let memberships = communities::memberships_of(&stage.db().read(), priya.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    amara
        .does(RemoveMember { membership })
        .await
        .expect("removed");

    assert_eq!(found(&priya, "heron").await["totalCount"], 0);
}

#[tokio::test]
async fn an_administrator_finds_only_where_they_are_a_member() {
    let stage = Stage::new().await;
    let (ines, priya) = (
        stage.administrator("Ines").await,
        stage.person("Priya").await,
    );
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    priya.begins(&lobby, "Birds", "A heron.").await;
    stage.settle().await;

    assert_eq!(found(&ines, "heron").await["totalCount"], 0);
}

#[tokio::test]
async fn pages_of_results_join_without_a_gap() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Herons", "heron 0").await;
    for n in 1..10 {
        priya.posts(&thread, &format!("heron {n}")).await;
    }
    stage.settle().await;

    let (mut seen, mut after) = (Vec::new(), Value::Null);
    loop {
        let variables = json!({ "query": "heron", "first": 4, "after": after });
        let page = priya.asks(SEARCH, variables).await["data"]["search"].clone();
        assert_eq!(page["totalCount"], 10);
        seen.extend(bodies(&page).iter().map(ToString::to_string));
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }

    seen.sort();
    assert_eq!(
        seen,
        (0..10).map(|n| format!("heron {n}")).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn no_wording_is_an_error_but_a_page_of_it_is() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    priya.begins(&lobby, "Birds", "A heron.").await;
    stage.settle().await;

    let open = found(&priya, "\"heron").await;
    assert_eq!(open["totalCount"], 1);
    assert_eq!(open["note"], "UNCLOSED_QUOTE");
    for odd in ["", "   ", "\"", "AND (", "a:b^9~", "\u{202e}", "-heron"] {
        found(&priya, odd).await;
    }
    let long = priya
        .asks(SEARCH, json!({ "query": "heron ".repeat(100) }))
        .await;
    assert_eq!(long["errors"][0]["extensions"]["field"], "query", "{long}");
    let lost = priya
        .asks(SEARCH, json!({ "query": "heron", "after": "6162" }))
        .await;
    assert_eq!(lost["errors"][0]["extensions"]["field"], "after", "{lost}");
}

#[tokio::test]
async fn what_is_typed_leads_to_places_people_and_conversations_of_one_s_own() {
    let stage = Stage::new().await;
    let (elise, leo) = (
        stage.person("Élise Dubois").await,
        stage.person("Leo").await,
    );
    let stranger = stage.person("Lena Elsewhere").await;
    let all = [(&elise, Role::Learner), (&leo, Role::Learner)];
    let (cohort, lobby) = stage.cohort_of(&all).await;
    stage.cohort_of(&[(&stranger, Role::Learner)]).await;
    leo.begins(&lobby, "Leading from behind", "How?").await;
    stage.settle().await;
    let suggested = async |query: &str| {
        let answer = elise.asks(SUGGEST, json!({ "query": query })).await;
        answer["data"]["suggest"]
            .as_array()
            .unwrap_or_else(|| panic!("{answer}"))
            .clone()
    };
    let named = |list: &[Value]| -> Vec<String> {
        list.iter()
            .map(|it| format!("{} {}", it["kind"], it["title"]).replace('"', ""))
            .collect()
    };

    let all = suggested("le").await;
    assert_eq!(
        named(&all),
        [
            "COMMUNITY Leading change",
            "PERSON Leo",
            "THREAD Leading from behind"
        ]
    );
    assert_eq!(all[0]["path"], format!("/c/{}", cohort.slug));
    assert_eq!(all[1]["detail"], "@leo");
    assert_eq!(all[2]["detail"], "practice-log · Leading change");
    let channel = suggested("practice").await;
    assert_eq!(
        channel[0]["path"],
        format!("/c/{}/channels/{}", cohort.slug, lobby.slug)
    );
    assert_eq!(named(&suggested("él").await), ["PERSON Élise Dubois"]);
    assert_eq!(named(&suggested("@elise").await), ["PERSON Élise Dubois"]);
    assert_eq!(
        named(&suggested("from lead").await),
        ["THREAD Leading from behind"]
    );
    assert!(suggested("%").await.is_empty());
    assert!(suggested("").await.is_empty());
}
