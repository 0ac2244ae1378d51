//! The policy and its form in SQL say the same: in worlds made by chance, what a list shows is what
//! the policy allows, no more and no less.
use channels::{
    Answers, ApprovePost, BeginPrompt, EditPost, HidePost, Premoderation, Read, ThreadFilter,
    ThreadsIn, UpdateChannel, answers_opened_to, post_seen, posts_of_thread, posts_visible_to,
    thread_posts_as_they_stand, thread_seen, threads_in, threads_visible_to, withheld_from,
};
use communities::Role;
use kernel::{First, Policy, PostId, ThreadId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::HashSet;
use std::sync::Arc;
use tests::{Person, Stage};

const ROLES: [Role; 5] = [
    Role::Learner,
    Role::Moderator,
    Role::Facilitator,
    Role::Expert,
    Role::Observer,
];

/// For each of four people and three communities: which role, or none.
type World = Vec<Option<usize>>;

async fn agrees(world: World) -> Result<(), TestCaseError> {
    let stage = Stage::new().await;
    let author = stage.person("Author").await;
    let mut people: Vec<Person<'_>> = Vec::new();
    for name in ["Ada", "Ben", "Cyd"] {
        people.push(stage.person(name).await);
    }
    people.push(stage.administrator("Ines").await);

    let mut threads = Vec::new();
    for community in 0..3 {
        let (cohort, lobby) = stage.cohort_of(&[(&author, Role::Learner)]).await;
        for (at, person) in people.iter().enumerate() {
            if let Some(role) = world[community * people.len() + at] {
                stage.joins(person, &cohort, ROLES[role]).await;
            }
        }
        let thread = author.begins(&lobby, "Something", "said").await;
        threads.push(
            thread["id"]
                .as_str()
                .unwrap_or_default()
                .parse::<ThreadId>()
                .expect("an id"),
        );
    }

    let conn = stage.db().read();
    let first = First::parse(100).expect("in range");
    for person in &people {
        let actor = person.actor();
        let mut allowed = Vec::new();
        for id in &threads {
            let seen = thread_seen(&conn, actor, *id).await.expect("it exists");
            if Policy::<Read>::verdict(&seen, &actor).allows() {
                allowed.push(*id);
            }
        }
        let place = (ThreadsIn::Everywhere, ThreadFilter::All);
        let listed = threads_in(&conn, actor, place, (first, None))
            .await
            .expect("a page");
        let mut listed: Vec<ThreadId> = listed.nodes().map(|seen| seen.thread.id).collect();
        let picked = threads_visible_to(&conn, actor, &threads)
            .await
            .expect("threads");
        let mut picked: Vec<ThreadId> = picked.iter().map(|seen| seen.thread.id).collect();
        allowed.sort_unstable();
        listed.sort_unstable();
        picked.sort_unstable();
        prop_assert_eq!(&listed, &allowed);
        prop_assert_eq!(&picked, &allowed);
    }
    Ok(())
}

#[test]
fn what_a_list_shows_is_what_the_policy_allows() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    });
    let worlds = prop::collection::vec(prop::option::of(0..ROLES.len()), 12);
    runner
        .run(&worlds, |world| runtime.block_on(agrees(world)))
        .expect("policy and scope agree");
}

/// What a member does with a prompt.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Nothing,
    Answers,
    AnswersAndTakesItBack,
}

/// For each of five members: their role, and what they do.
type Cohort = Vec<(usize, Deed)>;

/// Whatever way is taken, a member reads those posts of a prompt that the policy shows them.
async fn withholds_alike((cohort, answers): (Cohort, Answers)) -> Result<(), TestCaseError> {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let (community, lobby) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let ask = BeginPrompt {
        channel: lobby.id,
        title: "A change that failed".to_owned(),
        body: "What went wrong?".to_owned(),
        answers,
        attachments: Vec::new(),
        nonce: tests::nonce(),
        words: None,
    };
    let thread = amara.does(ask).await.expect("a prompt").id;
    let named = serde_json::json!({ "id": thread.to_string() });
    amara.posts(&named, "for example this").await;
    let mut people: Vec<Person<'_>> = vec![stage.person("Stranger").await];
    for (at, (role, deed)) in cohort.iter().enumerate() {
        let person = stage.person(&format!("Member {at}")).await;
        stage.joins(&person, &community, ROLES[*role]).await;
        if !matches!(deed, Deed::Nothing) {
            let answer = person.posts(&named, "an answer").await;
            let post = &answer["data"]["createPost"]["id"];
            if let (Deed::AnswersAndTakesItBack, Some(post)) = (deed, post.as_str()) {
                let take_back = channels::DeletePost {
                    post: post.parse().expect("an id"),
                    reason: None,
                };
                person.does(take_back).await.expect("taken back");
            }
        }
        people.push(person);
    }
    let conn = stage.db().read();
    let all = thread_posts_as_they_stand(&conn, &[thread], None, 1_000)
        .await
        .expect("posts");
    let all: Vec<PostId> = all.iter().map(|(post, _)| post.id).collect();
    let members: HashSet<_> = people.iter().map(|person| person.record.id).collect();
    let withheld = withheld_from(&conn, thread, &members)
        .await
        .expect("people");
    for person in &people {
        let actor = person.actor();
        let mut allowed = Vec::new();
        for id in &all {
            let seen = post_seen(&conn, actor, *id).await.expect("it exists");
            if Policy::<Read>::verdict(&seen, &actor).allows() {
                allowed.push(*id);
            }
        }
        let picked = posts_visible_to(&conn, actor, &all).await.expect("posts");
        let mut picked: Vec<PostId> = picked.iter().map(|seen| seen.post.id).collect();
        let seen = Arc::new(thread_seen(&conn, actor, thread).await.expect("a thread"));
        let first = First::parse(100).expect("in range");
        let paged = posts_of_thread(&conn, actor, &seen, (first, None))
            .await
            .expect("a page");
        let mut paged: Vec<PostId> = paged.nodes().map(|seen| seen.post.id).collect();
        let opened = answers_opened_to(&conn, actor, &[community.id])
            .await
            .expect("threads");
        for posts in [&mut allowed, &mut picked, &mut paged] {
            posts.sort_unstable();
        }
        prop_assert_eq!(&picked, &allowed);
        if Policy::<Read>::verdict(&*seen, &actor).allows() {
            prop_assert_eq!(&paged, &allowed);
            prop_assert_eq!(withheld.contains(&person.record.id), seen.withholds());
            let found = opened.contains(&thread);
            prop_assert_eq!(found, answers == Answers::First && !seen.withholds());
        } else {
            prop_assert!(allowed.is_empty() && opened.is_empty());
        }
    }
    Ok(())
}

#[test]
fn what_is_withheld_is_withheld_on_every_way() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    });
    let deed = prop_oneof![
        Just(Deed::Nothing),
        Just(Deed::Answers),
        Just(Deed::AnswersAndTakesItBack)
    ];
    let cohorts = prop::collection::vec((0..ROLES.len(), deed), 5);
    let answers = prop_oneof![3 => Just(Answers::First), 1 => Just(Answers::Open)];
    runner
        .run(&(cohorts, answers), |world| {
            runtime.block_on(withholds_alike(world))
        })
        .expect("policy and scope agree");
}

/// What becomes of an answer where all answers wait for a moderator.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Waits,
    IsLetOut,
    IsChangedAndWaitsAgain,
    IsHidden,
}

/// Whatever way is taken, what waits is shown to those to whom the policy shows it.
async fn waits_alike(answers: Vec<(usize, Fate)>) -> Result<(), TestCaseError> {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let (community, lobby) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let thread = amara.begins(&lobby, "Who tells the team", "first").await;
    let watch = UpdateChannel {
        channel: lobby.id,
        name: None,
        purpose: None,
        kind: None,
        premoderation: Some(Premoderation::AllAnswers),
        high_stakes_tags: None,
    };
    stage.does(watch).await.expect("a channel");
    let mut people: Vec<Person<'_>> = vec![stage.person("Stranger").await];
    for (at, (role, fate)) in answers.iter().enumerate() {
        let person = stage.person(&format!("Member {at}")).await;
        stage.joins(&person, &community, ROLES[*role]).await;
        let answer = person.posts(&thread, "an answer").await;
        if let Some(post) = answer["data"]["createPost"]["id"].as_str() {
            meets(&person, &amara, (post.parse().expect("an id"), *fate)).await;
        }
        people.push(person);
    }
    people.push(amara);
    let conn = stage.db().read();
    let thread: ThreadId = thread["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let all = thread_posts_as_they_stand(&conn, &[thread], None, 1_000).await;
    let all: Vec<PostId> = all
        .expect("posts")
        .iter()
        .map(|(post, _)| post.id)
        .collect();
    for person in &people {
        let actor = person.actor();
        let mut allowed = Vec::new();
        for id in &all {
            let seen = post_seen(&conn, actor, *id).await.expect("it exists");
            if Policy::<Read>::verdict(&seen, &actor).allows() {
                allowed.push(*id);
            }
        }
        let picked = posts_visible_to(&conn, actor, &all).await.expect("posts");
        let mut picked: Vec<PostId> = picked.iter().map(|seen| seen.post.id).collect();
        let seen = Arc::new(thread_seen(&conn, actor, thread).await.expect("a thread"));
        allowed.sort_unstable();
        picked.sort_unstable();
        prop_assert_eq!(&picked, &allowed);
        if Policy::<Read>::verdict(&*seen, &actor).allows() {
            let first = First::parse(100).expect("in range");
            let paged = posts_of_thread(&conn, actor, &seen, (first, None)).await;
            let paged = paged.expect("a page");
            let mut paged: Vec<PostId> = paged.nodes().map(|seen| seen.post.id).collect();
            paged.sort_unstable();
            prop_assert_eq!(&paged, &allowed);
        }
    }
    Ok(())
}

/// A post meets its fate; what never waited is let out already.
async fn meets(author: &Person<'_>, moderator: &Person<'_>, (post, fate): (PostId, Fate)) {
    if matches!(fate, Fate::Waits) {
        return;
    }
    let _ = moderator.does(ApprovePost { post }).await;
    match fate {
        Fate::Waits | Fate::IsLetOut => {}
        Fate::IsChangedAndWaitsAgain => {
            let edit = EditPost {
                post,
                body: "another answer".to_owned(),
                revision: 1,
                reason: None,
                words: None,
            };
            author.does(edit).await.expect("an edit");
        }
        Fate::IsHidden => {
            let reason = "unkind".to_owned();
            let hide = HidePost { post, reason };
            moderator.does(hide).await.expect("hidden");
        }
    }
}

#[test]
fn what_waits_is_shown_to_the_same_on_every_way() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    });
    let fate = prop_oneof![
        Just(Fate::Waits),
        Just(Fate::IsLetOut),
        Just(Fate::IsChangedAndWaitsAgain),
        Just(Fate::IsHidden)
    ];
    let answers = prop::collection::vec((0..ROLES.len(), fate), 5);
    runner
        .run(&answers, |answers| runtime.block_on(waits_alike(answers)))
        .expect("policy and scope agree");
}
