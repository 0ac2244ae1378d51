//! Who may do what with a session, on one page.
use communities::{Community, CommunityKind, Role, Standing};
use kernel::{Actor, Policy, Verdict};
use sessions::{Attend, Conduct, Plan, Prepare, Record, See, SessionSeen, Witness};
use tests::Stage;

const ROLES: [Role; 5] = [
    Role::Learner,
    Role::Moderator,
    Role::Facilitator,
    Role::Expert,
    Role::Observer,
];

fn marks(seen: &SessionSeen, actor: Actor) -> String {
    let verdicts = [
        Policy::<See>::verdict(seen, &actor),
        Policy::<Prepare>::verdict(seen, &actor),
        Policy::<Conduct>::verdict(seen, &actor),
        Policy::<Witness>::verdict(seen, &actor),
        Policy::<Record>::verdict(seen, &actor),
        Policy::<Plan>::verdict(seen, &actor),
        Policy::<Attend>::verdict(seen, &actor),
    ];
    let marks = verdicts.map(|verdict| match verdict {
        Verdict::Allow => " yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "  no",
        Verdict::Hide => "   -",
    });
    marks.concat()
}

fn page(seen: &SessionSeen, askers: &[(String, Actor, Option<Standing>)]) -> String {
    let mut page = String::new();
    for (name, actor, standing) in askers {
        let seen = SessionSeen {
            standing: *standing,
            ..seen.clone()
        };
        page.push_str(&format!("{name:14}{}\n", marks(&seen, *actor)));
    }
    page
}

#[tokio::test]
async fn who_may_do_what_with_a_session() {
    let stage = Stage::new().await;
    let workshop = super::Workshop::on(&stage).await;
    let planned = workshop.plans(serde_json::json!({})).await;
    let id = planned["data"]["createSession"]["id"]
        .as_str()
        .expect("an id");
    let id = id.parse().expect("an id");
    let conn = stage.db().read();
    let seen = sessions::session_seen(&conn, Actor::System, id).await;
    let draft = seen.expect("a session");
    let person = workshop.priya.record.id;
    let standing = |role| {
        Some(Standing {
            role,
            since: stage.db().now(),
            archived_at: None,
            muted_until: None,
        })
    };
    let mut askers = vec![
        ("anonymous".to_owned(), Actor::Anonymous, None),
        ("stranger".to_owned(), Actor::Person(person), None),
        (
            "administrator".to_owned(),
            Actor::Administrator(person),
            None,
        ),
        ("system".to_owned(), Actor::System, None),
    ];
    for role in ROLES {
        let name = format!("{role:?}").to_lowercase();
        askers.push((name, Actor::Person(person), standing(role)));
    }
    askers.push((
        "admin observes".to_owned(),
        Actor::Administrator(person),
        standing(Role::Observer),
    ));
    let mut shown = draft.clone();
    shown.session.published_at = Some(stage.db().now());
    shown.session.state = sessions::SessionState::Published;
    let mut led = shown.clone();
    led.session.lead_id = Some(person);
    let mut archived = led.clone();
    archived.community = Community {
        archived_at: Some(stage.db().now()),
        kind: CommunityKind::Cohort,
        ..led.community.clone()
    };

    let mut whole = String::from("              see prep cond witn rec plan attend\n");
    for (place, seen) in [
        ("a draft", &draft),
        ("published", &shown),
        ("published, led by the asker", &led),
        ("led by the asker, archived", &archived),
    ] {
        whole.push_str(&format!("{place}\n{}", page(seen, &askers)));
    }

    insta::assert_snapshot!(whole);
}
