//! People belong: founding, joining, leaving.
mod archiving;
mod calendar;
mod cohorts;
mod invitations;
mod placeholders;

use communities::{
    ArchiveCommunity, Ask, CommunitySeen, Lead, Manage, Moderate, Read, RemoveMember, Role, See,
    allows, community_seen, readable_community_ids,
};
use kernel::{Actor, CommunityId, Error};
use serde_json::{Value, json};
use tests::{Stage, error_of};

const ROLES: [Role; 5] = [
    Role::Learner,
    Role::Moderator,
    Role::Facilitator,
    Role::Expert,
    Role::Observer,
];
const MEMBERS: &str =
    "query($slug: String!, $first: Int!, $after: String, $query: String, $role: Role) {
    community(slug: $slug) { memberCount leads { name }
      members(first: $first, after: $after, query: $query, role: $role) {
        edges { node { id role person { name communitiesInCommon { name } } } }
        pageInfo { hasNextPage endCursor } } } }";

fn names(answer: &Value) -> Vec<&str> {
    let edges = answer["data"]["community"]["members"]["edges"]
        .as_array()
        .expect("edges");
    edges
        .iter()
        .map(|edge| edge["node"]["person"]["name"].as_str().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn who_may_do_what_in_a_community() {
    let stage = Stage::new().await;
    let community = stage.cohort("Leading change").await;
    let mut askers = vec![
        ("stranger", stage.person("Stranger").await.actor()),
        ("administrator", stage.administrator("Ines").await.actor()),
        ("anonymous", Actor::Anonymous),
        ("system", Actor::System),
    ];
    let watcher = stage.administrator("Marek").await;
    stage.joins(&watcher, &community, Role::Observer).await;
    askers.push(("watcher", watcher.actor()));
    for role in ROLES {
        let member = stage.person(&format!("{role:?} person")).await;
        stage.joins(&member, &community, role).await;
        askers.push((
            Box::leak(format!("{role:?}").into_boxed_str()),
            member.actor(),
        ));
    }

    let open = matrix(&stage, community.id, &askers).await;
    let archive = ArchiveCommunity {
        community: community.id,
    };
    stage.does(archive).await.expect("an archived community");
    let archived = matrix(&stage, community.id, &askers).await;

    // See, Read, Moderate, Manage, Lead, Ask. The watcher observes, and is an administrator.
    assert_eq!(
        open,
        "stranger        -   -   -   -   -   -\n\
         administrator yes   -   - yes yes yes\n\
         anonymous       -   -   -   -   -   -\n\
         system        yes yes yes yes yes yes\n\
         watcher       yes yes   - yes yes   -\n\
         Learner       yes yes   -   -   -   -\n\
         Moderator     yes yes yes   -   -   -\n\
         Facilitator   yes yes yes yes yes yes\n\
         Expert        yes yes   -   -   -   -\n\
         Observer      yes yes   -   -   -   -\n"
    );
    assert_eq!(
        archived,
        "stranger        -   -   -   -   -   -\n\
         administrator yes   -   -   - yes   -\n\
         anonymous       -   -   -   -   -   -\n\
         system        yes yes   -   - yes   -\n\
         watcher       yes yes   -   - yes   -\n\
         Learner       yes yes   -   -   -   -\n\
         Moderator     yes yes   -   -   -   -\n\
         Facilitator   yes yes   -   - yes   -\n\
         Expert        yes yes   -   -   -   -\n\
         Observer      yes yes   -   -   -   -\n"
    );
}

async fn matrix(stage: &Stage, community: CommunityId, askers: &[(&str, Actor)]) -> String {
    let mut page = String::new();
    for (name, actor) in askers {
        let seen = community_seen(&stage.db().read(), *actor, community)
            .await
            .expect("a community");
        let may = [
            allows::<See, CommunitySeen>(*actor, &seen),
            allows::<Read, CommunitySeen>(*actor, &seen),
            allows::<Moderate, CommunitySeen>(*actor, &seen),
            allows::<Manage, CommunitySeen>(*actor, &seen),
            allows::<Lead, CommunitySeen>(*actor, &seen),
            allows::<Ask, CommunitySeen>(*actor, &seen),
        ];
        let readable = readable_community_ids(&stage.db().read(), *actor)
            .await
            .expect("a scope");
        assert_eq!(
            readable.contains(&community),
            may[1],
            "the scope agrees for {name}"
        );
        let marks: String = may
            .iter()
            .map(|may| if *may { " yes" } else { "   -" })
            .collect();
        page.push_str(&format!("{name:13}{marks}\n"));
    }
    page
}

#[tokio::test]
async fn founding_is_for_administrators_who_lead_what_they_found() {
    let stage = Stage::new().await;
    let (ines, ada) = (stage.administrator("Ines").await, stage.person("Ada").await);
    let found = "mutation($input: CreateCommunityInput!) { createCommunity(input: $input) {
        slug normsHtml startsOn viewerMembership { role } viewerCan { edit moderate } } }";
    let with = |ends_on: &str| {
        json!({ "input": {
        "kind": "COHORT", "name": "Leading change, autumn", "purpose": "To lead change",
        "norms": "Be **kind**.", "zone": "Europe/Berlin", "startsOn": "2026-09-01", "endsOn": ends_on } })
    };

    let first = ines.asks(found, with("2026-12-01")).await;
    let second = ines.asks(found, with("2026-12-01")).await;
    let backwards = ines.asks(found, with("2026-08-31")).await;
    let not_hers = ada.asks(found, with("2026-12-01")).await;

    assert_eq!(
        first["data"]["createCommunity"],
        json!({ "slug": "leading-change-autumn", "normsHtml": "<p>Be <strong>kind</strong>.</p>\n",
            "startsOn": "2026-09-01", "viewerMembership": { "role": "FACILITATOR" },
            "viewerCan": { "edit": true, "moderate": true } }),
    );
    assert_eq!(
        second["data"]["createCommunity"]["slug"],
        "leading-change-autumn-2"
    );
    assert_eq!(backwards["errors"][0]["extensions"]["field"], "endsOn");
    assert_eq!(error_of(&not_hers).0, "FORBIDDEN");
}

#[tokio::test]
async fn members_are_found_by_name_and_pages_join_without_a_gap() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara Okafor").await;
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    for name in ["Priya Raman", "jonas Lindqvist", "Mei Wu", "100% Kofi"] {
        let member = stage.person(name).await;
        stage.joins(&member, &community, Role::Learner).await;
    }
    let eve = stage.person("Eve").await;
    let ask = |more: Value| {
        let mut variables = json!({ "slug": community.slug, "first": 10 });
        let own = variables.as_object_mut().expect("an object");
        own.extend(more.as_object().cloned().unwrap_or_default());
        variables
    };

    let (all, statements) = amara.asks_counted(MEMBERS, ask(json!({}))).await;
    let first = amara.asks(MEMBERS, ask(json!({ "first": 2 }))).await;
    let after = &first["data"]["community"]["members"]["pageInfo"]["endCursor"];
    let rest = amara
        .asks(MEMBERS, ask(json!({ "first": 3, "after": after })))
        .await;
    let wu = amara.asks(MEMBERS, ask(json!({ "query": "wU" }))).await;
    let percent = amara.asks(MEMBERS, ask(json!({ "query": "0%" }))).await;
    let leads = amara
        .asks(MEMBERS, ask(json!({ "role": "FACILITATOR" })))
        .await;

    let by_name = [
        "100% Kofi",
        "Amara Okafor",
        "jonas Lindqvist",
        "Mei Wu",
        "Priya Raman",
    ];
    assert_eq!(names(&all), by_name);
    assert_eq!([names(&first), names(&rest)].concat(), by_name);
    assert_eq!(
        rest["data"]["community"]["members"]["pageInfo"]["hasNextPage"],
        false
    );
    assert_eq!(
        (names(&wu), names(&percent)),
        (vec!["Mei Wu"], vec!["100% Kofi"])
    );
    assert_eq!(names(&leads), ["Amara Okafor"]);
    assert_eq!(all["data"]["community"]["memberCount"], 5);
    assert!(
        statements <= 6,
        "{statements} statements for a page of members"
    );
    assert_eq!(
        eve.asks(MEMBERS, ask(json!({}))).await["data"]["community"],
        Value::Null
    );
}

#[tokio::test]
async fn a_community_is_never_left_without_a_facilitator() {
    let stage = Stage::new().await;
    let (amara, jonas) = (stage.person("Amara").await, stage.person("Jonas").await);
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    stage.joins(&jonas, &community, Role::Moderator).await;
    let own = "query($slug: String!) { community(slug: $slug) { viewerMembership { id } } }";
    let mine = |answer: Value| answer["data"]["community"]["viewerMembership"]["id"].clone();
    let slug = json!({ "slug": community.slug });
    let (amaras, jonases) = (
        mine(amara.asks(own, slug.clone()).await),
        mine(jonas.asks(own, slug.clone()).await),
    );
    let change = "mutation($input: ChangeRoleInput!) { changeRole(input: $input) { role } }";
    let remove = "mutation($input: RemoveMemberInput!) { removeMember(input: $input) { viewerMembership { id } } }";
    let role = |id: &Value, role: &str| json!({ "input": { "membership": id, "role": role } });
    let it = |id: &Value| json!({ "input": { "membership": id } });

    let not_his = jonas.asks(change, role(&jonases, "FACILITATOR")).await;
    let stepping_down = amara.asks(change, role(&amaras, "LEARNER")).await;
    let leaving = amara.asks(remove, it(&amaras)).await;
    amara.asks(change, role(&jonases, "FACILITATOR")).await;
    let left = amara.asks(remove, it(&amaras)).await;

    assert_eq!(
        error_of(&not_his),
        (
            "FORBIDDEN".into(),
            "only facilitators may do this; ask one of them".into()
        )
    );
    for refused in [stepping_down, leaving] {
        let words = "a community needs a facilitator; make somebody else one first";
        assert_eq!(error_of(&refused), ("CONFLICT".into(), words.into()));
    }
    assert_eq!(
        left["data"]["removeMember"]["viewerMembership"],
        Value::Null,
        "{left}"
    );
    assert_eq!(
        amara.asks(own, slug).await["data"]["community"],
        Value::Null
    );
}

#[tokio::test]
async fn a_stranger_learns_nothing_from_the_id_of_a_membership() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let community = stage.cohort("Leading change").await;
    stage.joins(&ada, &community, Role::Learner).await;
    let memberships = communities::memberships_of(&stage.db().read(), ada.record.id)
        .await
        .expect("memberships");

    let removed = eve
        .does(RemoveMember {
            membership: memberships[0].id,
        })
        .await;
    let found = eve
        .asks(
            "query($id: ID!) { node(id: $id) { id } }",
            json!({ "id": memberships[0].id.to_string() }),
        )
        .await;
    let person = eve
        .asks("{ person(handle: \"ada\") { name } }", json!({}))
        .await;

    assert!(matches!(removed, Err(Error::NotFound("membership"))));
    assert_eq!(found["data"]["node"], Value::Null);
    assert_eq!(person["data"]["person"], Value::Null);
}

#[tokio::test]
async fn an_administrator_reads_only_after_becoming_a_member() {
    let stage = Stage::new().await;
    let (ines, ada) = (stage.administrator("Ines").await, stage.person("Ada").await);
    let community = stage.cohort("Leading change").await;
    stage.joins(&ada, &community, Role::Learner).await;
    let variables = json!({ "slug": community.slug, "first": 10 });
    let add = "mutation($input: AddMemberInput!) { addMember(input: $input) { role provenance } }";
    let herself = json!({ "input": { "community": community.id.to_string(),
        "person": ines.record.id.to_string(), "role": "OBSERVER" } });

    let outside = ines.asks(MEMBERS, variables.clone()).await;
    let added = ines.asks(add, herself.clone()).await;
    let twice = ines.asks(add, herself).await;

    assert_eq!(
        error_of(&outside).1,
        "only members read here; add yourself as a member first"
    );
    assert_eq!(
        added["data"]["addMember"],
        json!({ "role": "OBSERVER", "provenance": "PERSON" })
    );
    assert_eq!(error_of(&twice).0, "CONFLICT");
    assert_eq!(names(&ines.asks(MEMBERS, variables).await), ["Ada", "Ines"]);
}

#[tokio::test]
async fn norms_are_acknowledged_once_and_the_time_is_ones_own() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let community = stage.cohort("Leading change").await;
    stage.joins(&ada, &community, Role::Learner).await;
    stage.joins(&ben, &community, Role::Learner).await;
    let acknowledge = "mutation($input: AcknowledgeNormsInput!) { acknowledgeNorms(input: $input) {
        id normsAcknowledgedAt } }";
    let it = json!({ "input": { "community": community.id.to_string() } });

    let first = ada.asks(acknowledge, it.clone()).await["data"]["acknowledgeNorms"].clone();
    stage.clock.advance(chrono::TimeDelta::days(1));
    let second = ada.asks(acknowledge, it).await["data"]["acknowledgeNorms"].clone();
    let node = "query($id: ID!) { node(id: $id) { ... on Membership { normsAcknowledgedAt } } }";
    let bens_view = ben.asks(node, json!({ "id": first["id"] })).await;

    assert!(first["normsAcknowledgedAt"].is_string(), "{first}");
    assert_eq!(first, second);
    assert_eq!(
        bens_view["data"]["node"]["normsAcknowledgedAt"],
        Value::Null
    );
}

#[tokio::test]
async fn what_cannot_be_looked_up_is_refused_with_words() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (community, _) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let slug = community.slug;
    let long = "a".repeat(201);
    let asked = [
        (
            "slug",
            r#"{ community(slug: "a\u0000") { id } }"#.to_owned(),
        ),
        (
            "slug",
            format!(r#"{{ community(slug: "{slug}") {{ channel(slug: "a\u0000") {{ id }} }} }}"#),
        ),
        (
            "handle",
            r#"{ person(handle: "a\u0000") { id } }"#.to_owned(),
        ),
        ("key", r#"{ draft(key: "a\u0000") { key } }"#.to_owned()),
        (
            "key",
            r#"mutation { discardDraft(input: { key: "a\u0000" }) { key } }"#.to_owned(),
        ),
        (
            "query",
            format!(
                r#"{{ community(slug: "{slug}") {{ members(first: 1, query: "{long}") {{ edges {{ cursor }} }} }} }}"#
            ),
        ),
        (
            "query",
            format!(r#"{{ suggest(first: 1, query: "{long}") {{ title }} }}"#),
        ),
        (
            "query",
            r#"{ suggest(first: 1, query: "a\u0000") { title } }"#.to_owned(),
        ),
    ];

    for (field, query) in asked {
        let answer = ada.asks(&query, json!({})).await;
        let told = &answer["errors"][0]["extensions"];
        assert_eq!(
            (told["code"].as_str(), told["field"].as_str()),
            (Some("INVALID"), Some(field)),
            "{query}: {answer}"
        );
    }
}
