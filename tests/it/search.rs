//! Finding what was said: at once, whole after any crash, and only what the asker may read.
use channels::{BringInThreads, PostBroughtIn, ThreadBroughtInHere, ThreadKind};
use communities::{RemoveMember, Role};
use futures_util::poll;
use kernel::{Db, Error, Id, PostId, ThreadId};
use search::Searcher;
use serde_json::{Value, json};
use std::path::Path;
use std::pin::pin;
use std::time::Duration;
use tests::{Person, Stage, error_of};

const SEARCH: &str = "query($query: String!, $first: Int! = 20, $after: String, $community: ID) {
    search(query: $query, first: $first, after: $after, community: $community) {
        totalCount totalIsExact isWarming note
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
async fn to_an_outsider_a_secret_word_changes_nothing() {
    let stage = Stage::new().await;
    let (noor, kofi) = (stage.person("Noor").await, stage.person("Kofi").await);
    let (_, open) = stage.cohort_of(&[(&noor, Role::Learner)]).await;
    let (hidden, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    for n in 0..4 {
        noor.begins(
            &open,
            &format!("Birds {n}"),
            &format!("A nightingale sang {n} times."),
        )
        .await;
        noor.begins(&open, &format!("Songs {n}"), "It sang, and sang, and sang.")
            .await;
    }
    let asked = [
        "nightingale",
        "sang",
        "nightingale sang",
        "lyrebird",
        "\"lyrebird sang\"",
        "lyre*",
    ];
    let answers = async || {
        stage.settle().await;
        let mut answers = Vec::new();
        for query in asked {
            answers.push(found(&noor, query).await);
            answers.push(noor.asks(SUGGEST, json!({ "query": query })).await);
        }
        answers
    };
    let before = answers().await;

    for n in 0..20 {
        kofi.begins(
            &secret,
            &format!("Lyrebird nightingale {n}"),
            "The lyrebird sang.",
        )
        .await;
    }

    assert_eq!(answers().await, before);
    assert_eq!(found(&kofi, "lyrebird").await["totalCount"], 20);
    let there = json!({ "query": "lyrebird", "community": hidden.id.to_string() });
    assert_eq!(
        error_of(&noor.asks(SEARCH, there.clone()).await).0,
        "NOT_FOUND"
    );
    assert_eq!(error_of(&noor.asks(SUGGEST, there).await).0, "NOT_FOUND");
    let nobody = stage
        .stranger_asks(SEARCH, json!({ "query": "nightingale" }))
        .await;
    assert_eq!(error_of(&nobody).0, "SIGN_IN_FIRST");
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
    assert!(
        open["note"]
            .as_str()
            .is_some_and(|note| note.contains("quotation mark")),
        "{open}"
    );
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

async fn sound(searcher: &Searcher, db: &Db) -> u64 {
    let tally = searcher.verify(&db.read()).await.expect("a comparison");
    assert!(tally.is_sound(), "{tally:?}");
    tally.index.documents
}

/// Opens the index again; the one before may still be letting go of its folder.
async fn opened(folder: &Path) -> Searcher {
    loop {
        match Searcher::open(folder) {
            Err(Error::Unavailable(_)) => tokio::task::yield_now().await,
            outcome => return outcome.expect("an index"),
        }
    }
}

#[tokio::test]
async fn an_index_cut_off_in_the_middle_catches_up_and_lacks_nothing() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Herons", "heron").await;
    let folder = tempfile::tempdir().expect("a folder");

    // Dropped at another moment of its work each time.
    for moment in 0..40 {
        let post = priya.posts(&thread, &format!("heron {moment}")).await;
        if moment % 5 == 0 {
            let input = json!({ "input": { "post": post["data"]["createPost"]["id"] } });
            let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
            priya.asks(delete, input).await;
        }
        let searcher = opened(folder.path()).await;
        let mut catching_up = pin!(searcher.catch_up(stage.db()));
        for _ in 0..moment {
            if poll!(catching_up.as_mut()).is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }

    let searcher = opened(folder.path()).await;
    searcher.catch_up(stage.db()).await.expect("it catches up");
    assert_eq!(sound(&searcher, stage.db()).await, 1 + 40 - 8);
    assert_eq!(
        searcher
            .catch_up(stage.db())
            .await
            .expect("nothing is left"),
        0
    );
}

#[tokio::test]
async fn an_index_of_another_database_is_told_anew() {
    let (here, there) = (Stage::new().await, Stage::new().await);
    let folder = tempfile::tempdir().expect("a folder");
    for (stage, words) in [(&here, "heron"), (&there, "kingfisher")] {
        let priya = stage.person("Priya").await;
        let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
        priya.begins(&lobby, "Birds", words).await;

        let searcher = opened(folder.path()).await;
        searcher.catch_up(stage.db()).await.expect("it catches up");

        assert_eq!(sound(&searcher, stage.db()).await, 1);
    }
}

#[tokio::test]
async fn a_damaged_index_fills_itself_again_and_says_so_meanwhile() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    priya.begins(&lobby, "Birds", "heron").await;
    let folder = tempfile::tempdir().expect("a folder");
    let searcher = opened(folder.path()).await;
    searcher.catch_up(stage.db()).await.expect("it catches up");
    drop(searcher);
    std::fs::write(folder.path().join("current"), "not what it was").expect("damage");

    let searcher = opened(folder.path()).await;
    assert!(searcher.is_warming());
    searcher.catch_up(stage.db()).await.expect("it catches up");

    assert!(!searcher.is_warming());
    assert_eq!(sound(&searcher, stage.db()).await, 1);
}

#[tokio::test]
async fn a_whole_conversation_from_elsewhere_is_found() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (community, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    stage.settle().await;
    let at = stage.db().now() - chrono::TimeDelta::days(900);
    let entropy = &kernel::SystemEntropy;
    let post = |body: &str| PostBroughtIn {
        id: PostId::mint(at, entropy),
        author: priya.record.id,
        parent: None,
        body: body.to_owned(),
        html: format!("<p>{body}</p>"),
        created_at: at,
        edited_at: None,
        earlier: Vec::new(),
        helpful_unnamed: 3,
        reactions: Vec::new(),
    };
    let thread = ThreadBroughtInHere {
        id: ThreadId::mint(at, entropy),
        community: community.id,
        channel: lobby.id,
        kind: ThreadKind::Question,
        title: "Which bird?".to_owned(),
        tags: vec!["birds".to_owned()],
        posts: vec![post("A grey one"), post("A heron"), post("A crane")],
        accepted: Some(1),
        duplicate_of: None,
        locked_at: None,
    };

    stage
        .does(BringInThreads {
            threads: vec![thread],
        })
        .await
        .expect("brought in");
    stage.settle().await;

    assert_eq!(bodies(&found(&priya, "crane").await), ["A crane"]);
    assert_eq!(found(&priya, "birds").await["totalCount"], 3);
    assert_eq!(sound(&stage.app.searcher, stage.db()).await, 3);
}

#[tokio::test]
async fn a_rebuilt_index_holds_the_same_and_tells_how_far_it_is() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Birds", "heron").await;
    priya.posts(&thread, "crane").await;
    stage.settle().await;
    let (searcher, mut told) = (&stage.app.searcher, Vec::new());

    searcher
        .rebuild(stage.db(), &mut |posts| told.push(posts))
        .await
        .expect("rebuilt");

    assert_eq!(told, [2]);
    assert_eq!(sound(searcher, stage.db()).await, 2);
    priya.posts(&thread, "stork").await;
    stage.settle().await;
    assert_eq!(found(&priya, "stork").await["totalCount"], 1);
}

#[tokio::test]
async fn a_post_is_found_within_a_second() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (searcher, db) = (stage.app.searcher.clone(), stage.db().clone());
    let following = tokio::spawn(async move { searcher.follow(&db).await });

    priya.begins(&lobby, "Birds", "heron").await;
    let appears = async {
        while found(&priya, "heron").await["totalCount"] != 1 {
            tokio::task::yield_now().await;
        }
    };

    tokio::time::timeout(Duration::from_secs(1), appears)
        .await
        .expect("found in time");
    following.abort();
}
