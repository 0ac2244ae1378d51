//! Groups of a directory give roles by the rules of single sign-on, and take away only what they gave.
use super::facts;
use communities::{Provenance, Role, memberships_of};
use kernel::{CommunityId, SsoProviderId};
use poem::http::Method;
use serde_json::{Value, json};
use sso::{CreateProvider, Description, GroupRuleInput, GroupSource, Kind, UpdateProvider};
use tests::{Directory, Person, Stage};

fn rule(group: &str, community: CommunityId, role: Role) -> GroupRuleInput {
    GroupRuleInput {
        group: group.to_owned(),
        community: Some(community),
        role: Some(role),
    }
}

/// A provider that leaves groups to the directory, with these rules.
fn described(group_rules: Vec<GroupRuleInput>) -> Description {
    Description {
        slug: "acme".to_owned(),
        name: "Acme".to_owned(),
        kind: Kind::OpenId,
        issuer: "https://id.example.org".to_owned(),
        client_id: "interlude".to_owned(),
        client_secret: None,
        scopes: None,
        authorization_url: None,
        token_url: None,
        userinfo_url: None,
        domains: Vec::new(),
        trusted_domains: Vec::new(),
        creates_accounts: false,
        asks_second_factor: false,
        claims: None,
        group_rules,
        groups_from: Some(GroupSource::Directory),
    }
}

async fn rules(stage: &Stage, rules: Vec<GroupRuleInput>) -> SsoProviderId {
    let description = described(rules);
    let made = stage.does(CreateProvider { description }).await;
    made.expect("a provider").id
}

async fn roles(stage: &Stage, person: &Person<'_>) -> Vec<(CommunityId, Role, Provenance)> {
    let memberships = memberships_of(&stage.db().read(), person.record.id).await;
    let mut roles: Vec<_> = memberships
        .expect("memberships")
        .into_iter()
        .map(|it| (it.community_id, it.role, it.provenance))
        .collect();
    roles.sort_by_key(|(_, role, _)| format!("{role:?}"));
    roles
}

#[tokio::test]
async fn who_is_in_a_group_belongs_to_its_community_as_long_as_they_are_in_it() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (change, _) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    let coaching = stage.cohort("Coaching").await;
    let by_id = "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159";
    rules(
        &stage,
        vec![
            rule("Trainers", change.id, Role::Expert),
            rule("Everybody", change.id, Role::Learner),
            rule(by_id, coaching.id, Role::Observer),
        ],
    )
    .await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let everybody = directory.groups("Everybody", &[&id]).await;
    let trainers = directory.groups("Trainers", &[&id]).await;
    directory.is_heeded().await;
    let mei = stage.finds("mei").await;
    assert_eq!(
        roles(&stage, &mei).await,
        [(change.id, Role::Expert, Provenance::Scim)]
    );

    let numbered = json!([{ "op": "replace", "path": "externalId", "value": by_id }]);
    directory
        .patches(&format!("Groups/{trainers}"), numbered)
        .await;
    directory.is_heeded().await;
    let both = [
        (change.id, Role::Expert, Provenance::Scim),
        (coaching.id, Role::Observer, Provenance::Scim),
    ];
    assert_eq!(roles(&stage, &mei).await, both);

    let at = format!("Groups/{trainers}");
    let gone = directory.sends(Method::DELETE, &at, &Value::Null).await;
    assert_eq!(gone.status, 204);
    directory.is_heeded().await;
    assert_eq!(
        roles(&stage, &mei).await,
        [(change.id, Role::Learner, Provenance::Scim)]
    );

    let out = json!([{ "op": "remove", "path": format!("members[value eq \"{id}\"]") }]);
    directory.patches(&format!("Groups/{everybody}"), out).await;
    directory.is_heeded().await;
    assert_eq!(roles(&stage, &mei).await, []);
    let told = facts(&stage, "sso.groups_applied").await;
    assert_eq!(told.len(), 4, "each change is told with what was before");
}

#[tokio::test]
async fn what_somebody_was_given_by_hand_no_group_takes_away() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (change, _) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    rules(&stage, vec![rule("Everybody", change.id, Role::Learner)]).await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let mei = stage.finds("mei").await;
    stage.joins(&mei, &change, Role::Moderator).await;
    let group = directory.groups("Everybody", &[&id]).await;
    directory.is_heeded().await;
    let at = format!("Groups/{group}");
    directory.sends(Method::DELETE, &at, &Value::Null).await;
    directory.is_heeded().await;

    assert_eq!(
        roles(&stage, &mei).await,
        [(change.id, Role::Moderator, Provenance::Person)]
    );
}

#[tokio::test]
async fn a_group_has_somebody_administer_and_another_rule_gives_at_once() {
    let stage = Stage::new().await;
    let coaching = stage.cohort("Coaching").await;
    let administrators = GroupRuleInput {
        group: "Administrators".to_owned(),
        community: None,
        role: None,
    };
    let provider = rules(&stage, vec![administrators.clone()]).await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    directory.groups("Administrators", &[&id]).await;
    directory.is_heeded().await;
    let appointed = stage.finds("mei").await;
    assert!(appointed.record.administrator_since.is_some());

    let spelled_otherwise = rule("administrators", coaching.id, Role::Learner);
    let exact = rule("Administrators", coaching.id, Role::Expert);
    let changed = UpdateProvider {
        provider,
        description: described(vec![administrators, spelled_otherwise, exact.clone()]),
    };
    stage.does(changed).await.expect("another rule");
    directory.is_heeded().await;
    assert_eq!(
        roles(&stage, &appointed).await,
        [(coaching.id, Role::Expert, Provenance::Scim)]
    );

    let alone = UpdateProvider {
        provider,
        description: described(vec![exact]),
    };
    stage.does(alone).await.expect("fewer rules");
    directory.is_heeded().await;
    assert!(
        stage
            .finds("mei")
            .await
            .record
            .administrator_since
            .is_none()
    );
}

#[tokio::test]
async fn a_provider_that_reads_groups_at_sign_ins_is_not_concerned() {
    let stage = Stage::new().await;
    let coaching = stage.cohort("Coaching").await;
    let description = Description {
        groups_from: None,
        ..described(vec![rule("Everybody", coaching.id, Role::Learner)])
    };
    let made = stage.does(CreateProvider { description }).await;
    made.expect("a provider");
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    directory.groups("Everybody", &[&id]).await;
    directory.is_heeded().await;

    assert_eq!(roles(&stage, &stage.finds("mei").await).await, []);
}

#[tokio::test]
async fn a_group_holds_people_whom_the_directory_brought_and_has_a_name_of_its_own() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let directory = Directory::of(&stage).await;
    let mei = directory.brings("Mei").await;
    let group = directory.groups("Everybody", &[&mei]).await;
    let of = |members: Value| json!({ "displayName": "Trainers", "members": members });
    for (wrong, body) in [
        (
            "a stranger",
            of(json!([{ "value": ada.record.id.to_string() }])),
        ),
        ("a group", of(json!([{ "value": group, "type": "Group" }]))),
        ("no id", of(json!([{ "value": "x" }]))),
        ("no list", of(json!("x"))),
        ("no name", json!({ "members": [] })),
    ] {
        let told = directory.sends(Method::POST, "Groups", &body).await;
        assert_eq!(
            (told.status, &told.body["scimType"]),
            (400, &json!("invalidValue")),
            "{wrong}"
        );
    }
    let same = json!({ "displayName": "EVERYBODY" });
    let twice = directory.sends(Method::POST, "Groups", &same).await;
    assert_eq!(
        (twice.status, &twice.body["scimType"]),
        (409, &json!("uniqueness"))
    );
    let known = directory.asks("Groups").await;
    assert_eq!(known.body["totalResults"], 1, "nothing half done stays");
}
