//! Who may do what with a consultation, on one page.
use super::Consulting;
use communities::{Role, Standing};
use consultations::{Ask, ConsultationSeen, Keep, MayAnswer, Read, Visibility};
use kernel::{Actor, Policy, Verdict};
use serde_json::json;
use tests::Stage;

fn marks(seen: &ConsultationSeen, actor: Actor) -> String {
    let verdicts = [
        Policy::<Read>::verdict(seen, &actor),
        Policy::<Keep>::verdict(seen, &actor),
        Policy::<Ask>::verdict(seen, &actor),
        Policy::<MayAnswer>::verdict(seen, &actor),
    ];
    let marks = verdicts.map(|verdict| match verdict {
        Verdict::Allow => " yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "  no",
        Verdict::Hide => "   -",
    });
    marks.concat()
}

/// Who looks at it, and where they stand in the community.
struct Askers {
    asker: Actor,
    colleague: Actor,
    other: Actor,
    administrator: Actor,
}

impl Askers {
    fn page(&self, seen: &ConsultationSeen, since: chrono::DateTime<chrono::Utc>) -> String {
        let as_role = |role| {
            Some(Standing {
                role,
                since,
                archived_at: None,
                muted_until: None,
            })
        };
        let rows = [
            ("anonymous", Actor::Anonymous, None),
            ("stranger", self.other, None),
            ("administrator", self.administrator, None),
            ("who asks", self.asker, as_role(Role::Learner)),
            ("who left", self.asker, None),
            ("colleague", self.colleague, as_role(Role::Expert)),
            ("learner", self.other, as_role(Role::Learner)),
            ("facilitator", self.other, as_role(Role::Facilitator)),
            ("platform", Actor::System, None),
        ];
        let mut page = String::new();
        for (name, actor, standing) in rows {
            let seen = ConsultationSeen {
                standing,
                ..seen.clone()
            };
            page.push_str(&format!("{name:14}{}\n", marks(&seen, actor)));
        }
        page
    }
}

#[tokio::test]
async fn who_may_do_what_with_a_consultation() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let askers = Askers {
        asker: it.workshop.priya.actor(),
        colleague: it.workshop.jonas.actor(),
        other: it.workshop.amara.actor(),
        administrator: ines.actor(),
    };
    let whom = json!({ "person": it.workshop.jonas.record.id.to_string() });
    let asked = it.asked(json!({ "colleague": whom })).await;
    let id = asked["id"].as_str().expect("an id").parse().expect("an id");
    let conn = stage.db().read();
    let seen = consultations::consultation_seen(&conn, Actor::System, id).await;
    let mut seen = seen.expect("a consultation");
    let now = stage.db().now();

    let while_asked = "\
anonymous        -   -   -   -
stranger         -   -   -   -
administrator    -   -   -   -
who asks       yes yes yes  no
who left         -   -   -   -
colleague      yes  no  no yes
learner          -   -   -   -
facilitator      -   -   -   -
platform       yes yes yes  no
";
    assert_eq!(askers.page(&seen, now), while_asked);
    seen.consultation.confirmed_at = Some(now);
    seen.consultation.concluded_at = Some(now);
    assert_eq!(
        askers.page(&seen, now),
        while_asked,
        "nothing is shared yet"
    );
    seen.consultation.visibility = Visibility::Facilitators;
    let led = while_asked.replace(
        "facilitator      -   -   -   -",
        "facilitator    yes  no  no  no",
    );
    assert_eq!(askers.page(&seen, now), led);
    seen.consultation.visibility = Visibility::Cohort;
    let shared = led.replace(
        "learner          -   -   -   -",
        "learner        yes  no  no  no",
    );
    assert_eq!(askers.page(&seen, now), shared);
    seen.consultation.withdrawn_at = Some(now);
    let gone = while_asked.replace(
        "colleague      yes  no  no yes",
        "colleague        -   -   -   -",
    );
    assert_eq!(askers.page(&seen, now), gone);
}
