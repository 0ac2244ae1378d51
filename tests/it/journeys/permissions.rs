//! Who may look at a journey and steer it, on one page.
use super::{Autumn, says};
use communities::Role;
use journeys::{JourneySeen, Look, Steer};
use kernel::{Actor, Id, JourneyId, Policy, Verdict};
use serde_json::json;
use tests::Stage;

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allow => "yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "no",
        Verdict::Hide => "-",
    }
}

fn line(name: &str, seen: &JourneySeen, actor: Actor) -> String {
    let look = mark(Policy::<Look>::verdict(seen, &actor));
    let steer = mark(Policy::<Steer>::verdict(seen, &actor));
    format!("{name}: look {look}, steer {steer}")
}

#[tokio::test]
async fn those_who_lead_look_and_steer_and_nobody_else() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let steps = json!([says("hello", json!({ "days": -1 }))]);
    let (journey, _) = autumn.travels(steps).await;
    let id = JourneyId::parse(journey.as_str().expect("an id")).expect("an id");
    let conn = stage.db().read();
    let of = async |actor: Actor| {
        let seen = journeys::journey_seen(&conn, actor, id).await;
        seen.expect("a journey")
    };
    let member = of(autumn.priya.actor()).await;
    let mut lines = Vec::new();
    for role in [
        Role::Learner,
        Role::Expert,
        Role::Observer,
        Role::Moderator,
        Role::Facilitator,
    ] {
        let mut seen = member.clone();
        if let Some(membership) = &mut seen.community.membership {
            membership.role = role;
        }
        lines.push(line(&format!("{role:?}"), &seen, autumn.priya.actor()));
    }
    let mut archived = of(autumn.amara.actor()).await;
    archived.community.community.archived_at = Some(stage.db().now());
    lines.push(line(
        "facilitator of an archived one",
        &archived,
        autumn.amara.actor(),
    ));
    let ines = stage.administrator("Ines").await;
    let outside = of(ines.actor()).await;
    lines.push(line("administrator outside", &outside, ines.actor()));
    let eve = stage.person("Eve").await;
    lines.push(line("stranger", &of(eve.actor()).await, eve.actor()));
    lines.push(line(
        "nobody",
        &of(Actor::Anonymous).await,
        Actor::Anonymous,
    ));
    assert_eq!(
        lines,
        [
            "Learner: look no, steer no",
            "Expert: look no, steer no",
            "Observer: look no, steer no",
            "Moderator: look no, steer no",
            "Facilitator: look yes, steer yes",
            "facilitator of an archived one: look yes, steer no",
            "administrator outside: look yes, steer yes",
            "stranger: look -, steer -",
            "nobody: look -, steer -",
        ]
    );
}
