//! Administrators look after the accounts of all.
use crate::audit::log_of;
use chrono::TimeDelta;
use communities::{ChangeRole, InvitePlaceholder, Role};
use identity::{CreatePerson, NewPerson, SendPasswordReset, Standing, SuspendPerson};
use kernel::Error;
use serde_json::{Value, json};
use tests::{Stage, error_of};

const ACCOUNTS: &str = "query($query: String, $state: AccountState, $role: OrganisationRole,
    $after: String, $first: Int! = 20) {
    accounts(first: $first, after: $after, filter: { query: $query, state: $state, role: $role }) {
    edges { node { email state roles hasPassword providers lastHereAt person { name }
        memberships { role provenance grantedBy { name } community { name } } } }
    pageInfo { hasNextPage endCursor } } }";
const ACCOUNT: &str = "query($id: ID!) { account(id: $id) { state roles administratorSince
    administratorFrom administratorBy { name } signInCount apiTokenCount } }";
const APPOINT: &str =
    "mutation($input: AppointAdministratorInput!) { appointAdministrator(input: $input) {
    roles administratorBy { name } signInCount } }";
const DISMISS: &str =
    "mutation($input: DismissAdministratorInput!) { dismissAdministrator(input: $input) {
    roles signInCount } }";
const END: &str =
    "mutation($input: EndSignInsInput!) { endSignIns(input: $input) { signInCount } }";

fn whom(person: &tests::Person<'_>) -> Value {
    json!({ "input": { "person": person.record.id.to_string() } })
}

fn nodes(answer: &Value) -> Vec<Value> {
    assert!(answer.get("errors").is_none(), "{answer}");
    let edges = answer["data"]["accounts"]["edges"].as_array();
    let edges = edges.expect("a list").iter();
    edges.map(|edge| edge["node"].clone()).collect()
}

fn names(answer: &Value) -> Vec<String> {
    let name = |node: &Value| node["person"]["name"].as_str().map(str::to_owned);
    nodes(answer).iter().filter_map(name).collect()
}

/// Somebody whom an archive named, with an address.
async fn named_by_an_archive(stage: &Stage, name: &str) -> identity::Person {
    let person = NewPerson {
        standing: Standing::Placeholder {
            of: "slack".to_owned(),
        },
        ..NewPerson::named(name)
    };
    let password = None;
    let made = stage.does(CreatePerson { person, password }).await;
    made.expect("a placeholder")
}

#[tokio::test]
async fn everybody_is_found_by_name_address_state_and_role_and_who_made_them_what_they_are() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (ada, tomas) = (stage.person("Ada").await, stage.person("Tomas").await);
    let (cohort, _) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    stage.joins(&tomas, &cohort, Role::Learner).await;
    let membership = communities::memberships_of(&stage.db().read(), tomas.record.id).await;
    let membership = membership.expect("memberships").remove(0).id;
    let role = Role::Expert;
    ada.does(ChangeRole { membership, role })
        .await
        .expect("leave to");
    let suspend = SuspendPerson {
        person: stage.person("Vera").await.record.id,
        reason: "Spam".to_owned(),
    };
    ines.does(suspend).await.expect("leave to");
    let (kofi, mei) = (
        named_by_an_archive(&stage, "Kofi").await,
        named_by_an_archive(&stage, "Mei").await,
    );
    for person in [&kofi, &mei] {
        stage
            .joins(&stage.finds(&person.handle).await, &cohort, Role::Learner)
            .await;
    }
    let invite = InvitePlaceholder {
        person: mei.id,
        email: "mei@example.org".to_owned(),
    };
    ines.does(invite).await.expect("an invitation");
    ada.asks("{ viewer { email } }", json!({})).await;
    stage.clock.advance(TimeDelta::hours(1));

    let asks = async |with: Value| ines.asks(ACCOUNTS, with).await;
    let all = names(&asks(json!({})).await);
    let by_name = nodes(&asks(json!({ "query": "TOM" })).await);
    let by_address = names(&asks(json!({ "query": "ada@example" })).await);
    let stand = async |state: &str| names(&asks(json!({ "state": state })).await);
    let administrators = names(&asks(json!({ "role": "ADMINISTRATOR" })).await);
    let auditors = names(&asks(json!({ "role": "AUDITOR" })).await);
    let first = asks(json!({ "first": 4 })).await;
    let after = first["data"]["accounts"]["pageInfo"]["endCursor"].clone();
    let rest = names(&asks(json!({ "after": after })).await);

    assert_eq!(all, ["Ada", "Ines", "Kofi", "Mei", "Tomas", "Vera"]);
    let tomas = &by_name[0];
    assert_eq!(by_name.len(), 1);
    assert_eq!(tomas["memberships"][0]["role"], "EXPERT");
    assert_eq!(tomas["memberships"][0]["provenance"], "PERSON");
    assert_eq!(tomas["memberships"][0]["grantedBy"]["name"], "Ada");
    assert_eq!(tomas["memberships"][0]["community"]["name"], cohort.name);
    assert_eq!(tomas["lastHereAt"], Value::Null, "he never came");
    assert_eq!(tomas["hasPassword"], false);
    assert_eq!(by_address, ["Ada"]);
    assert_eq!(stand("ACTIVE").await, ["Ada", "Ines", "Tomas"]);
    assert_eq!(stand("SUSPENDED").await, ["Vera"]);
    assert_eq!(stand("INVITED").await, ["Mei"]);
    assert_eq!(stand("PLACEHOLDER").await, ["Kofi"]);
    assert_eq!(administrators, ["Ines"]);
    assert_eq!(auditors, Vec::<String>::new());
    assert_eq!(names(&first), ["Ada", "Ines", "Kofi", "Mei"]);
    assert_eq!(rest, ["Tomas", "Vera"]);
}

#[tokio::test]
async fn a_page_of_accounts_costs_no_more_for_more_people() {
    let mut costs = Vec::new();
    for count in [2, 12] {
        let stage = Stage::new().await;
        let ines = stage.administrator("Ines").await;
        let (cohort, _) = stage.cohort_of(&[]).await;
        for number in 0..count {
            let person = stage.person(&format!("Person {number}")).await;
            stage.joins(&person, &cohort, Role::Learner).await;
        }
        ines.asks("{ viewer { email } }", json!({})).await;
        let (answer, statements) = ines.asks_counted(ACCOUNTS, json!({})).await;
        assert_eq!(nodes(&answer).len(), count + 1);
        costs.push(statements);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn who_was_here_is_remembered_after_they_signed_out() {
    let stage = Stage::new().await;
    let (ines, ada) = (stage.administrator("Ines").await, stage.person("Ada").await);
    ada.asks("{ viewer { email } }", json!({})).await;
    let here = stage.db().now();
    stage.clock.advance(TimeDelta::minutes(10));
    let out = "mutation { signOut(input: { everywhere: true }) { signInsEnded } }";

    let ended = ada.asks(out, json!({})).await;
    let found = nodes(&ines.asks(ACCOUNTS, json!({ "query": "ada" })).await);
    let one = json!({ "id": ada.record.id.to_string() });
    let account = ines.asks(ACCOUNT, one).await;

    assert_eq!(ended["data"]["signOut"]["signInsEnded"], 1, "{ended}");
    let seen: chrono::DateTime<chrono::Utc> =
        serde_json::from_value(found[0]["lastHereAt"].clone()).expect("a moment");
    assert_eq!(seen, here);
    assert_eq!(account["data"]["account"]["signInCount"], 0, "{account}");
}

#[tokio::test]
async fn an_administrator_makes_another_one_and_they_sign_in_anew() {
    let stage = Stage::new().await;
    let (ines, ada) = (stage.administrator("Ines").await, stage.person("Ada").await);
    ada.asks("{ viewer { email } }", json!({})).await;

    let appointed = ines.asks(APPOINT, whom(&ada)).await;
    let log = log_of(&stage).await;
    let one = json!({ "id": ada.record.id.to_string() });
    let account = ines.asks(ACCOUNT, one).await;
    let anew = stage.finds("ada").await;
    let sees = anew.asks(ACCOUNTS, json!({})).await;
    let dismissed = anew.asks(DISMISS, whom(&ines)).await;
    let by_ines = stage.finds("ines").await.asks(ACCOUNTS, json!({})).await;
    let herself = anew.asks(DISMISS, whom(&anew)).await;

    assert_eq!(
        appointed["data"]["appointAdministrator"]["roles"],
        json!(["ADMINISTRATOR"]),
        "{appointed}"
    );
    assert_eq!(appointed["data"]["appointAdministrator"]["signInCount"], 0);
    let entry = log
        .iter()
        .find(|it| it.kind == "identity.administrator_appointed");
    assert_eq!(entry.expect("an entry").actor_id, Some(ines.record.id));
    let account = &account["data"]["account"];
    assert_eq!(account["administratorBy"]["name"], "Ines");
    assert_eq!(account["administratorFrom"], Value::Null);
    assert_eq!(names(&sees), ["Ada", "Ines"]);
    assert_eq!(
        dismissed["data"]["dismissAdministrator"]["roles"],
        json!([]),
        "{dismissed}"
    );
    assert!(
        by_ines.get("errors").is_some(),
        "she is nobody special now: {by_ines}"
    );
    let (code, words) = error_of(&herself);
    assert_eq!(code, "FORBIDDEN");
    assert_eq!(words, "ask another administrator to take this from you");
}

#[tokio::test]
async fn an_organisation_keeps_one_who_looks_after_it() {
    let stage = Stage::new().await;
    let (ines, ada) = (
        stage.administrator("Ines").await,
        stage.administrator("Ada").await,
    );
    // Both act at once: what Ada may do was found out before Ines took it from her.
    ines.asks(DISMISS, whom(&ada)).await;

    let late = ada
        .does(identity::DismissAdministrator {
            person: ines.record.id,
        })
        .await;
    let suspend = SuspendPerson {
        person: ines.record.id,
        reason: "Spam".to_owned(),
    };
    let late_too = ada.does(suspend).await;

    for refused in [late.map(|_| ()), late_too.map(|_| ())] {
        assert!(
            matches!(refused, Err(Error::Conflict { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(names(&ines.asks(ACCOUNTS, json!({})).await).len(), 2);
}

#[tokio::test]
async fn sign_ins_are_ended_and_letters_sent_by_an_administrator_and_it_stands_in_the_log() {
    let stage = Stage::new().await;
    let (ines, ada) = (stage.administrator("Ines").await, stage.person("Ada").await);
    ada.asks("{ viewer { email } }", json!({})).await;
    let reset =
        "mutation($input: SendPasswordResetInput!) { sendPasswordReset(input: $input) { id } }";

    let ended = ines.asks(END, whom(&ada)).await;
    let own = ines.asks(END, whom(&ines)).await;
    let sent = ines.asks(reset, whom(&ada)).await;
    let kofi = named_by_an_archive(&stage, "Kofi").await;
    let to_nobody = ines.does(SendPasswordReset { person: kofi.id }).await;
    let by_ada = stage.finds("ada").await.asks(END, whom(&ines)).await;
    let log = log_of(&stage).await;

    assert_eq!(ended["data"]["endSignIns"]["signInCount"], 0, "{ended}");
    assert_eq!(error_of(&own).0, "FORBIDDEN");
    assert!(sent.get("errors").is_none(), "{sent}");
    assert!(
        matches!(to_nobody, Err(Error::Conflict { .. })),
        "{to_nobody:?}"
    );
    assert_eq!(error_of(&by_ada).0, "NOT_FOUND");
    for kind in ["identity.signed_out", "identity.reset_sent"] {
        let entry = log.iter().find(|entry| entry.kind == kind).expect(kind);
        assert_eq!(entry.actor_id, Some(ines.record.id), "{kind}");
        assert_eq!(entry.person_id, Some(ada.record.id), "{kind}");
    }
}

/// The table of who may do what, as the platform tells it.
struct Table(Vec<Value>);

impl Table {
    async fn of(ines: &tests::Person<'_>) -> Self {
        let ask = "{ rolePermissions { act scope allowedTo } }";
        let answer = ines.asks(ask, json!({})).await;
        let rows = answer["data"]["rolePermissions"].as_array();
        Self(rows.expect("a table").clone())
    }

    fn allows(&self, act: &str, holder: &str) -> bool {
        let row = self.0.iter().find(|row| row["act"] == act).expect(act);
        let holders = row["allowedTo"].as_array().expect("holders");
        holders.iter().any(|it| it == holder)
    }
}

const HOLDERS: [(&str, Option<Role>); 6] = [
    ("OBSERVER", Some(Role::Observer)),
    ("LEARNER", Some(Role::Learner)),
    ("EXPERT", Some(Role::Expert)),
    ("MODERATOR", Some(Role::Moderator)),
    ("FACILITATOR", Some(Role::Facilitator)),
    ("ADMINISTRATOR", None),
];

/// Somebody who is this in the community; administrators are no members.
async fn somebody<'stage>(
    stage: &'stage Stage,
    community: &communities::Community,
    (holder, role): (&str, Option<Role>),
) -> tests::Person<'stage> {
    let Some(role) = role else {
        return stage.administrator("Mira").await;
    };
    let person = stage.person(holder).await;
    stage.joins(&person, community, role).await;
    person
}

#[tokio::test]
async fn the_table_of_roles_says_what_people_are_told_that_they_may() {
    let stage = Stage::new().await;
    let table = Table::of(&stage.administrator("Ines").await).await;
    let (community, _) = stage.cohort_of(&[]).await;
    let can = "query($slug: String!) { community(slug: $slug) { viewerCan {
        edit ask manageMembers createChannel archive importRoster moderate } } }";

    for (holder, role) in HOLDERS {
        let somebody = somebody(&stage, &community, (holder, role)).await;
        let told = somebody.asks(can, json!({ "slug": community.slug })).await;
        let told = &told["data"]["community"]["viewerCan"];
        for (act, field) in [
            ("MANAGE", "edit"),
            ("MANAGE", "manageMembers"),
            ("ASK", "ask"),
            ("LEAD", "archive"),
            ("BRING_IN", "importRoster"),
            ("MODERATE", "moderate"),
        ] {
            let allows = table.allows(act, holder);
            assert_eq!(told[field], allows, "{holder} {act}: {told}");
        }
    }
    assert!(table.allows("AUDIT_READERS", "AUDITOR"));
    assert!(!table.allows("AUDIT_READERS", "ADMINISTRATOR"));
    assert!(!table.allows("SEE", "ELSEWHERE") && table.allows("SEE", "ADMINISTRATOR"));
    assert!(
        !table.allows("READ", "ADMINISTRATOR"),
        "they become a member first"
    );
    assert!(table.allows("READ_PROGRAM", "LEARNER") && !table.allows("WRITE_PROGRAM", "LEARNER"));
}

#[tokio::test]
async fn the_table_of_roles_says_what_people_can_do() {
    let stage = Stage::new().await;
    let table = Table::of(&stage.administrator("Ines").await).await;
    let (community, channel) = stage.cohort_of(&[]).await;
    let begins = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let founds =
        "mutation($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }";

    for (holder, role) in HOLDERS {
        let somebody = somebody(&stage, &community, (holder, role)).await;
        let thread = json!({ "channel": channel.id.to_string(), "kind": "DISCUSSION",
            "title": "A title", "body": "words", "nonce": tests::nonce() });
        let cohort = json!({ "kind": "COHORT", "name": format!("Of {holder}"),
            "purpose": "To try", "zone": "UTC" });
        let begun = somebody.asks(begins, json!({ "input": thread })).await;
        let founded = somebody.asks(founds, json!({ "input": cohort })).await;
        let accounts = somebody.asks(ACCOUNTS, json!({})).await;

        for (act, answer) in [
            ("WRITE", begun),
            ("FOUND", founded),
            ("OVERSEE_PEOPLE", accounts),
        ] {
            let done = answer.get("errors").is_none();
            assert_eq!(done, table.allows(act, holder), "{holder} {act}: {answer}");
        }
    }
}
