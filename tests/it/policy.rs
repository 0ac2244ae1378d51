//! The policy and its form in SQL say the same: in worlds made by chance, what a list shows is what
//! the policy allows, no more and no less.
use channels::{Read, ThreadFilter, ThreadsIn, thread_seen, threads_in, threads_visible_to};
use communities::Role;
use kernel::{First, Policy, ThreadId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
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
