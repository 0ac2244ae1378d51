//! The audit log: who did what, when and from where, what was before and after; and that nobody changes
//! it unseen.
mod chain;
mod decisions;
mod links;
mod program;

use async_trait::async_trait;
use audit::{Entry, ReadAuditLog, entries_after};
use communities::{AddMember, ChangeRole, Role, UpdateCommunity};
use identity::{Attempt, Hasher, NewPassword, NewPerson, Secret, Standing, Visitor};
use kernel::{Actor, Command, Organisation, Origin, Permit, Result, Tx, permit};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::{Stage, error_of};

/// Leave to read the log, as the platform.
pub fn leave() -> Permit<ReadAuditLog, Organisation> {
    permit(Actor::System, Organisation).expect("the platform may")
}

/// Everything that stands in the log, oldest first.
pub async fn log_of(stage: &Stage) -> Vec<Entry> {
    stage.audits().await;
    let entries = entries_after(&stage.db().read(), &leave(), (0, 1000)).await;
    entries.expect("the log")
}

/// What somebody does who has the database in their hands.
pub struct Sql(pub String);

#[async_trait]
impl Command for Sql {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        tx.conn().execute_unprepared(&self.0).await?;
        Ok(())
    }
}

fn at_home() -> Origin {
    Origin {
        via: None,
        address: Some("192.0.2.7".to_owned()),
        device: Some("Firefox on Linux".to_owned()),
    }
}

fn unchanged(community: &communities::Community) -> UpdateCommunity {
    UpdateCommunity {
        community: community.id,
        name: None,
        purpose: None,
        norms: None,
        zone: None,
        starts_on: None,
        ends_on: None,
        nameless_questions: None,
        answer_promise_hours: None,
        norms_html: String::new(),
    }
}

const LOG: &str = "query($filter: AuditLogFilter! = {}) { auditLog(first: 40, filter: $filter) {
    edges { node { number kind topic by { name } person { name } place address device
    changes { what before after } } } pageInfo { hasNextPage } } }";

fn nodes(answer: &Value) -> Vec<Value> {
    assert!(answer.get("errors").is_none(), "{answer}");
    let edges = answer["data"]["auditLog"]["edges"].as_array();
    let edges = edges.expect("a list").iter();
    edges.map(|edge| edge["node"].clone()).collect()
}

#[tokio::test]
async fn who_did_what_is_in_it_with_before_and_after_and_from_where() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines Duarte").await;
    let jonas = stage.person("Jonas Lindqvist").await;
    let autumn = stage.cohort("Autumn cohort").await;
    let joined = stage.does(AddMember {
        community: autumn.id,
        person: jonas.record.id,
        role: Role::Learner,
    });
    let change = ChangeRole {
        membership: joined.await.expect("a membership").id,
        role: Role::Moderator,
    };
    let here = stage.db().asked_from(at_home());
    here.write(ines.actor(), change).await.expect("a new role");
    let renamed = UpdateCommunity {
        name: Some("Winter cohort".to_owned()),
        answer_promise_hours: Some(24),
        ..unchanged(&autumn)
    };
    here.write(ines.actor(), renamed).await.expect("a new name");
    stage.audits().await;

    let told = nodes(&ines.asks(LOG, json!({})).await);
    let of = |kind: &str| {
        let found = told.iter().find(|node| node["kind"] == kind);
        found
            .unwrap_or_else(|| panic!("no {kind} in {told:?}"))
            .clone()
    };
    let role = of("communities.member_changed");
    assert_eq!(role["by"]["name"], "Ines Duarte");
    assert_eq!(role["person"]["name"], "Jonas Lindqvist");
    assert_eq!(role["place"], "Winter cohort");
    assert_eq!(
        (&role["address"], &role["device"]),
        (&json!("192.0.2.7"), &json!("Firefox on Linux"))
    );
    let moderator = json!([{ "what": "role", "before": "learner", "after": "moderator" }]);
    assert_eq!(role["changes"], moderator);
    let settings = of("communities.community_changed");
    let changes = json!([
        { "what": "answer_promise_hours", "before": null, "after": "24" },
        { "what": "name", "before": "Autumn cohort", "after": "Winter cohort" },
    ]);
    assert_eq!(settings["changes"], changes);

    // Filters find it, and pages go on without a gap.
    let about = async |filter: Value| nodes(&ines.asks(LOG, json!({ "filter": filter })).await);
    let jonas_id = jonas.record.id.to_string();
    for filter in [
        json!({ "topics": ["ROLES"], "person": jonas_id }),
        json!({ "words": "moderator 192.0.2" }),
        json!({ "kind": "communities.member_changed", "community": autumn.id.to_string() }),
    ] {
        assert!(about(filter.clone()).await.contains(&role), "{filter}");
    }
    assert!(about(json!({ "words": "100%" })).await.is_empty());
    assert!(about(json!({ "topics": ["REVEALS"] })).await.is_empty());
}

#[tokio::test]
async fn nobody_but_administrators_reads_it_and_taking_it_along_is_an_entry() {
    let stage = Stage::new().await;
    let (ines, amara) = (
        stage.administrator("Ines").await,
        stage.person("Amara").await,
    );
    // An auditor of moderators is no administrator.
    let audrey = stage.person("Audrey").await;
    stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    stage.audits().await;
    for person in [&amara, &audrey] {
        let refused = person.asks(LOG, json!({})).await;
        assert_eq!(error_of(&refused).0, "NOT_FOUND", "{refused}");
    }

    let export = "mutation { exportAuditLog(input: {}) { entryCount csv } }";
    let taken = ines.asks(export, json!({})).await;
    let csv = taken["data"]["exportAuditLog"]["csv"]
        .as_str()
        .expect("a table")
        .to_owned();
    assert!(csv.starts_with("number,id,at,kind,"), "{csv}");
    let count = taken["data"]["exportAuditLog"]["entryCount"].as_u64();
    assert_eq!(csv.lines().count() as u64, count.expect("a count") + 1);
    let last = log_of(&stage).await.pop().expect("an entry");
    assert_eq!(
        (&*last.kind, last.actor_id),
        ("audit.log_exported", Some(ines.record.id))
    );

    let check = ines
        .asks(
            "{ auditCheck { entryCount checkedCount flaw seal } }",
            json!({}),
        )
        .await;
    let check = &check["data"]["auditCheck"];
    assert_eq!(check["flaw"], Value::Null);
    assert_eq!(check["entryCount"], last.number);
    assert_eq!(check["seal"], format!("{}:{}", last.number, last.hash));
}

#[tokio::test]
async fn a_page_of_it_costs_the_same_however_much_stands_there() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (_, lobby) = stage.cohort_of(&[]).await;
    let few = async || {
        stage.audits().await;
        ines.asks_counted(LOG, json!({})).await.1
    };
    let before = few().await;
    let community = lobby.community_id;
    for number in 0..30 {
        let person = stage.person(&format!("Somebody {number}")).await;
        let add = AddMember {
            community,
            person: person.record.id,
            role: Role::Learner,
        };
        ines.does(add).await.expect("a membership");
    }
    let after = few().await;
    assert!(after <= before + 2, "{before}, then {after}");
    assert!(after <= 8, "{after}");
}

#[tokio::test]
async fn sign_ins_that_were_refused_tell_nothing_of_who_is_here_and_do_not_flood() {
    let stage = Stage::new().await;
    let hasher = Hasher::new();
    let ada = NewPerson {
        email: Some("ada@example.org".to_owned()),
        standing: Standing::Member,
        ..NewPerson::named("Ada".to_owned())
    };
    let password = Some(NewPassword::new(
        Secret::new("four quiet otters juggle"),
        &hasher,
    ));
    let created = identity::CreatePerson {
        person: ada,
        password,
    };
    stage.does(created).await.expect("Ada");
    let knock = async |email: &str| {
        let attempt = Attempt {
            email: email.to_owned(),
            password: Secret::new("canary-of-a-password"),
            code: None,
            visitor: Visitor::new("2001:db8:1:2:3:4:5:6".parse().ok(), "Firefox/1 Linux"),
        };
        identity::sign_in(stage.db(), &hasher, attempt)
            .await
            .expect_err("it is wrong")
    };
    knock("ada@example.org").await;
    knock("nobody@example.org").await;
    let refused = |log: Vec<Entry>| -> Vec<Entry> {
        let kind = "identity.sign_in_refused";
        log.into_iter().filter(|entry| entry.kind == kind).collect()
    };
    let told = refused(log_of(&stage).await);
    assert_eq!(told.len(), 2);
    for entry in &told {
        assert_eq!(entry.address.as_deref(), Some("2001:db8:1:2::"));
        assert_eq!((entry.actor_id, entry.person_id), (None, None));
        let said = entry.after.as_deref().unwrap_or_default();
        assert!(
            !said.contains("example") && !said.contains("canary"),
            "{said}"
        );
    }
    let mark = |entry: &Entry| entry.after.clone().map(|it| it.len());
    assert_eq!(mark(&told[0]), mark(&told[1]));

    for number in 0..22 {
        knock(&format!("guess{number}@example.org")).await;
    }
    assert_eq!(refused(log_of(&stage).await).len(), 20);
    stage.clock.advance(chrono::TimeDelta::hours(1));
    knock("ada@example.org").await;
    assert_eq!(refused(log_of(&stage).await).len(), 21);

    // Who knows the address that was tried finds the tries.
    let ines = stage.administrator("Ines").await;
    let tried = json!({ "filter": { "words": "Ada@example.org" } });
    assert_eq!(nodes(&ines.asks(LOG, tried).await).len(), 2);
}

#[tokio::test]
async fn no_secret_stands_in_it_and_nothing_of_a_room_of_two() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (_, lobby) = stage.cohort_of(&[(&ines, Role::Facilitator)]).await;
    ines.begins(&lobby, "A canary of a title", "a canary of words")
        .await;
    let hasher = Hasher::new();
    let invited = stage.does(communities::InvitePerson {
        community: lobby.community_id,
        email: "priya@example.org".to_owned(),
        role: Role::Learner,
    });
    let token = invited.await.expect("an invitation").token;
    let acceptance = communities::Acceptance {
        token: token.clone(),
        name: "Priya".to_owned(),
        password: Secret::new("canary otters juggle quietly"),
        code: None,
        visitor: Visitor::default(),
    };
    let came = communities::accept_invitation(stage.db(), &hasher, Actor::Anonymous, acceptance);
    came.await.expect("a way in");
    let reset = identity::MailReset {
        email: "priya@example.org".to_owned(),
    };
    identity::mint_reset(stage.db(), &reset)
        .await
        .expect("a link");
    let room = crate::pairings::room_of_two(&stage).await;
    let room = communities::community_by_slug(&stage.db().read(), &room).await;
    let room = room.expect("an answer").expect("a room").id;

    let log = log_of(&stage).await;
    let kinds: Vec<&str> = log.iter().map(|entry| &*entry.kind).collect();
    for kind in [
        "communities.invitation_accepted",
        "identity.signed_in",
        "identity.reset_minted",
    ] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    for entry in &log {
        let told = format!("{entry:?}");
        assert!(
            !told.contains("canary") && !told.contains(token.expose()),
            "{told}"
        );
        assert_ne!(entry.community_id, Some(room), "{told}");
    }
}
