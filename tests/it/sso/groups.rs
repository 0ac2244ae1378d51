//! What groups give, and take away again.
use super::beside;
use super::browser::{Browser, described, provider_with};
use communities::{Provenance, Role, memberships_of};
use poem::http::Method;
use serde_json::json;
use sso::{Description, GroupSource, UpdateProvider};
use tests::{Directory, IdentityProvider, Stage};

async fn roles(stage: &Stage) -> Vec<(Role, Provenance)> {
    let alice = stage.finds("alice-andrade").await;
    let memberships = memberships_of(&stage.db().read(), alice.record.id).await;
    let mut roles: Vec<_> = memberships
        .expect("memberships")
        .into_iter()
        .map(|it| (it.role, it.provenance))
        .collect();
    roles.sort_by_key(|(_, provenance)| format!("{provenance:?}"));
    roles
}

#[tokio::test]
async fn groups_give_memberships_and_take_away_only_those() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    let ada = stage.person("Ada").await;
    let (trainers, _) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    let other = stage.cohort("Coaching").await;
    let rules = vec![
        ("trainers", trainers.id, Role::Learner),
        ("coaches", other.id, Role::Expert),
    ];
    provider_with(&stage, ("acme", &there.issuer), rules).await;
    let come_in = async || {
        let mut browser = Browser::of(&stage);
        let out = browser.goes("/auth/oidc/acme/start").await;
        let back = there.lets_in("alice", &out).await;
        assert_eq!(browser.comes_from(&back).await, "/");
    };

    come_in().await;
    assert_eq!(roles(&stage).await, [(Role::Learner, Provenance::Sso)]);

    there
        .is_told(&json!({ "people": { "alice": { "groups": ["coaches"] } } }))
        .await;
    come_in().await;
    assert_eq!(roles(&stage).await, [(Role::Expert, Provenance::Sso)]);

    let alice = stage.finds("alice-andrade").await;
    stage.joins(&alice, &trainers, Role::Observer).await;
    there
        .is_told(&json!({ "people": { "alice": { "groups": [] } } }))
        .await;
    come_in().await;
    assert_eq!(roles(&stage).await, [(Role::Observer, Provenance::Person)]);
}

#[tokio::test]
async fn what_the_directory_says_of_groups_a_sign_in_leaves_as_it_is() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    let (trainers, coaching) = (
        stage.cohort("Training").await,
        stage.cohort("Coaching").await,
    );
    let rules = vec![
        ("trainers", trainers.id, Role::Learner),
        ("Coaches", coaching.id, Role::Expert),
    ];
    let provider = provider_with(&stage, ("acme", &there.issuer), rules.clone()).await;
    let by_directory = UpdateProvider {
        provider,
        description: Description {
            groups_from: Some(GroupSource::Directory),
            ..described(("acme", &there.issuer), rules)
        },
    };
    stage.does(by_directory).await.expect("a provider");
    let directory = Directory::of(&stage).await;
    let alice = json!({ "userName": "alice@example.org", "displayName": "Alice Andrade" });
    let alice = directory.sends(Method::POST, "Users", &alice).await;
    directory.groups("Coaches", &[alice.id()]).await;
    directory.is_heeded().await;

    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    assert_eq!(browser.comes_from(&back).await, "/");

    // At the provider she is one of the trainers.
    assert_eq!(roles(&stage).await, [(Role::Expert, Provenance::Scim)]);
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    directory
        .patches(&format!("Users/{}", alice.id()), off)
        .await;
    assert_eq!(browser.viewer().await, "nobody");
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    let refused = browser.comes_from(&back).await;
    assert_eq!(refused, "/signin?refused=SUSPENDED&provider=acme");
}
