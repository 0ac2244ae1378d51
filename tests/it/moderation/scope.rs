//! A moderator sees and does what is of their communities, whatever these are; and hearing the log again
//! changes nothing.
use super::{Scene, queue};
use async_trait::async_trait;
use communities::Role;
use kernel::{Actor, First, Policy};
use moderation::{Decide, KeepQueue, See, Tab, item_seen};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
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

async fn is_scoped(world: World) -> Result<(), TestCaseError> {
    let stage = Stage::new().await;
    let author = stage.person("Author").await;
    let mut people: Vec<Person<'_>> = Vec::new();
    for name in ["Ada", "Ben", "Cyd"] {
        people.push(stage.person(name).await);
    }
    people.push(stage.administrator("Ines").await);
    for community in 0..3 {
        let (cohort, lobby) = stage.cohort_of(&[(&author, Role::Learner)]).await;
        for (at, person) in people.iter().enumerate() {
            if let Some(role) = world[community * people.len() + at] {
                stage.joins(person, &cohort, ROLES[role]).await;
            }
        }
        author.begins(&lobby, "Something", "said").await;
    }
    stage.settle().await;
    let conn = stage.db().read();
    let page = (First::parse(100).expect("in range"), None);
    let place = (Tab::ToCheck, None);
    let all = moderation::queue(&conn, Actor::System, place, page).await;
    let all: Vec<_> = all
        .expect("all")
        .nodes()
        .map(|it| it.item.clone())
        .collect();
    prop_assert_eq!(all.len(), 3);
    for person in &people {
        let actor = person.actor();
        let listed = moderation::queue(&conn, actor, place, page).await;
        let mut listed: Vec<_> = listed
            .expect("a page")
            .nodes()
            .map(|it| it.item.id)
            .collect();
        let mut allowed = Vec::new();
        for item in &all {
            let seen = item_seen(&conn, actor, item.id).await.expect("it exists");
            let leads = seen.standing.map(|it| it.role);
            let leads = matches!(leads, Some(Role::Moderator | Role::Facilitator));
            let sees = Policy::<See>::verdict(&seen, &actor).allows();
            prop_assert_eq!(sees, leads);
            prop_assert_eq!(Policy::<Decide>::verdict(&seen, &actor).allows(), leads);
            allowed.extend(sees.then_some(item.id));
        }
        let counts = moderation::queue_counts(&conn, actor)
            .await
            .expect("counts");
        let counted = counts.get(&Tab::ToCheck).copied().unwrap_or_default();
        prop_assert_eq!(usize::try_from(counted).unwrap_or_default(), allowed.len());
        listed.sort_unstable();
        allowed.sort_unstable();
        prop_assert_eq!(listed, allowed);
    }
    Ok(())
}

#[test]
fn the_queue_holds_what_waits_where_somebody_moderates_and_nothing_else() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut runner = TestRunner::new(Config {
        cases: 8,
        failure_persistence: None,
        ..Config::default()
    });
    let worlds = prop::collection::vec(prop::option::of(0..ROLES.len()), 12);
    runner
        .run(&worlds, |world| runtime.block_on(is_scoped(world)))
        .expect("each sees their own");
}

#[tokio::test]
async fn hearing_the_same_facts_again_changes_nothing() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let before = queue(&scene.jonas, "REPORTED").await;
    let facts = kernel::facts_after(&stage.db().read(), kernel::Cursor::default(), 10_000).await;
    let again = HearAgain(facts.expect("the log"));

    stage.does(again).await.expect("heard again");
    stage.settle().await;

    assert_eq!(queue(&scene.jonas, "REPORTED").await, before);
}

/// Lets the keeper of the queue hear what it heard before.
struct HearAgain(Vec<kernel::Fact>);

#[async_trait]
impl kernel::Command for HearAgain {
    type Done = ();

    async fn run(&self, tx: &kernel::Tx, _: Actor) -> kernel::Result<()> {
        let keeper = Arc::new(KeepQueue);
        kernel::Follower::hear(&*keeper, tx, &self.0).await
    }
}
