//! Who may do what with rounds, with what was handed in and with feedback, on one page.
use super::Looking;
use communities::{Role, Standing};
use feedback::{Decline, EvidenceSeen, FeedbackSeen, Give, Lead, Read, RoundSeen, Withdraw};
use kernel::{Actor, Policy, Verdict};
use serde_json::json;
use std::sync::Arc;
use tests::Stage;

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allow => " yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "  no",
        Verdict::Hide => "   -",
    }
}

fn marks(seen: &FeedbackSeen, actor: Actor) -> String {
    let (evidence, round) = (&*seen.evidence, &*seen.evidence.round);
    let verdicts = [
        Policy::<Read>::verdict(round, &actor),
        Policy::<Lead>::verdict(round, &actor),
        Policy::<Read>::verdict(evidence, &actor),
        Policy::<Withdraw>::verdict(evidence, &actor),
        Policy::<Read>::verdict(seen, &actor),
        Policy::<Give>::verdict(seen, &actor),
        Policy::<Decline>::verdict(seen, &actor),
    ];
    verdicts.map(mark).concat()
}

/// The same, as somebody who stands so in the community sees it.
fn as_seen(seen: &FeedbackSeen, standing: Option<Standing>) -> FeedbackSeen {
    let evidence = &*seen.evidence;
    let round = RoundSeen {
        standing,
        ..(*evidence.round).clone()
    };
    let thread = channels::ThreadSeen {
        standing,
        ..(*evidence.thread).clone()
    };
    let evidence = EvidenceSeen {
        round: Arc::new(round),
        thread: Arc::new(thread),
        ..evidence.clone()
    };
    FeedbackSeen {
        evidence: Arc::new(evidence),
        ..seen.clone()
    }
}

#[tokio::test]
async fn who_may_do_what_with_feedback() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya", "Kofi"]).await;
    let round = it.opened(json!({ "each": 1 })).await;
    it.hands_in(0, &round).await;
    it.hands_in(1, &round).await;
    let asked = it.due(&it.learners[1]).await.remove(0);
    let id = asked["id"].as_str().expect("an id").parse().expect("an id");
    let ines = stage.administrator("Ines").await;
    let (author, reader, other) = (
        it.learners[0].actor(),
        it.learners[1].actor(),
        it.learners[2].actor(),
    );
    let now = stage.db().now();
    let as_role = |role| {
        Some(Standing {
            role,
            since: now,
            archived_at: None,
            muted_until: None,
        })
    };
    let rows = [
        ("anonymous", Actor::Anonymous, None),
        ("stranger", other, None),
        ("administrator", ines.actor(), None),
        ("who handed in", author, as_role(Role::Learner)),
        ("who is asked", reader, as_role(Role::Learner)),
        ("who left", reader, None),
        ("peer", other, as_role(Role::Learner)),
        ("observer", other, as_role(Role::Observer)),
        ("moderator", other, as_role(Role::Moderator)),
        ("facilitator", other, as_role(Role::Facilitator)),
    ];
    let page = |seen: &FeedbackSeen| {
        let rows = rows.iter().map(|(name, actor, standing)| {
            let seen = as_seen(seen, *standing);
            format!("{name:14}{}\n", marks(&seen, *actor))
        });
        rows.collect::<String>()
    };
    let conn = stage.db().read();
    let seen = feedback::feedback_seen(&conn, Actor::System, id).await;
    let while_asked = "\
anonymous        -   -   -   -   -   -   -
stranger         -   -   -   -   -   -   -
administrator    -   -   -   -   -   -   -
who handed in  yes  no yes yes   -   -   -
who is asked   yes  no yes  no yes yes yes
who left         -   -   -   -   -   -   -
peer           yes  no   -   -   -   -   -
observer       yes  no   -   -   -   -   -
moderator      yes  no   -   -   -   -   -
facilitator    yes yes yes  no yes  no  no
";
    assert_eq!(page(&seen.expect("feedback")), while_asked);
    it.gives(&it.learners[1], &asked).await;
    let seen = feedback::feedback_seen(&conn, Actor::System, id).await;
    let given = while_asked.replace(
        "who handed in  yes  no yes yes   -   -   -",
        "who handed in  yes  no yes yes yes  no  no",
    );
    assert_eq!(
        page(&seen.expect("feedback")),
        given,
        "once it is given, and shows"
    );
}
