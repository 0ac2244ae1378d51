//! Who may do what with a round, a pair and what its people mean to do, on one page.
use super::{Cohort, changes, page};
use communities::{Role, Standing};
use kernel::{Actor, CommitmentId, PersonId, Policy, Verdict};
use pairings::{Arrange, Belong, CommitmentSeen, PairSeen, RoundSeen, RoundState, See, Settle};
use serde_json::json;
use tests::Stage;

const ROLES: [Role; 5] = [
    Role::Learner,
    Role::Moderator,
    Role::Facilitator,
    Role::Expert,
    Role::Observer,
];

/// A round with a pair and what somebody of it means to do, in one state.
#[derive(Clone)]
struct Scene {
    round: RoundSeen,
    commitment: CommitmentSeen,
    /// Who asks, where that is a person.
    asker: PersonId,
    archived: bool,
}

fn marks(scene: &Scene, (actor, role): (Actor, Option<Role>)) -> String {
    let since = scene.round.round.created_at;
    let standing = role.map(|role| Standing {
        role,
        since,
        archived_at: scene.archived.then_some(since),
        muted_until: None,
    });
    let round = RoundSeen {
        standing,
        ..scene.round.clone()
    };
    let pair = PairSeen {
        standing,
        ..scene.commitment.pair.clone()
    };
    let commitment = CommitmentSeen {
        pair: pair.clone(),
        ..scene.commitment.clone()
    };
    let verdicts = [
        Policy::<See>::verdict(&round, &actor),
        Policy::<Arrange>::verdict(&round, &actor),
        Policy::<See>::verdict(&pair, &actor),
        Policy::<Arrange>::verdict(&pair, &actor),
        Policy::<Belong>::verdict(&pair, &actor),
        Policy::<See>::verdict(&commitment, &actor),
        Policy::<Settle>::verdict(&commitment, &actor),
    ];
    let marks = verdicts.map(|verdict| match verdict {
        Verdict::Allow => "  yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "   no",
        Verdict::Hide => "    -",
    });
    marks.concat()
}

fn shown(scene: &Scene) -> String {
    let person = scene.asker;
    let mut askers = vec![
        ("anonymous".to_owned(), Actor::Anonymous, None),
        ("stranger".to_owned(), Actor::Person(person), None),
        (
            "administrator".to_owned(),
            Actor::Administrator(person),
            None,
        ),
        ("platform".to_owned(), Actor::System, None),
    ];
    for role in ROLES {
        let name = format!("{role:?}").to_lowercase();
        askers.push((name, Actor::Person(person), Some(role)));
    }
    let lines = askers.into_iter().map(|(name, actor, role)| {
        let marks = marks(scene, (actor, role));
        format!("{name:14}{marks}\n")
    });
    lines.collect()
}

/// As it is published, asked about by Ben, who means to do something.
async fn published(stage: &Stage) -> (Scene, PersonId) {
    let it = Cohort::of(stage, &["Ben", "Cleo"]).await;
    let round = it.published(json!({})).await;
    let ben = &it.people[0];
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-01-16" });
    let made = changes(ben, ("makeCommitment", "id"), commit).await;
    let conn = stage.db().read();
    let id = round["id"].as_str().expect("an id").parse();
    let round = pairings::round_seen(&conn, Actor::System, id.expect("an id")).await;
    let id: CommitmentId = made["id"].as_str().expect("an id").parse().expect("an id");
    let commitment = pairings::commitment_seen(&conn, Actor::System, id).await;
    let scene = Scene {
        round: round.expect("a round"),
        commitment: commitment.expect("a commitment"),
        asker: ben.record.id,
        archived: false,
    };
    (scene, it.amara.record.id)
}

#[tokio::test]
async fn who_may_do_what_with_pairs() {
    let stage = Stage::new().await;
    let (theirs, amara) = published(&stage).await;
    let mut proposed = theirs.clone();
    proposed.round.round.state = RoundState::Proposed;
    proposed.commitment.pair.pair.published_at = None;
    let others = Scene {
        asker: amara,
        ..theirs.clone()
    };
    let mut over = theirs.clone();
    over.round.round.state = RoundState::Ended;
    over.commitment.pair.pair.ended_at = Some(stage.db().now());
    let mut left = theirs.clone();
    for member in &mut left.commitment.pair.members {
        member.left_at = Some(stage.db().now());
    }
    let archived = Scene {
        archived: true,
        ..theirs.clone()
    };

    let mut whole = String::from(
        "              round      pair           commitment\n                see  arr  see  arr belong see settle\n",
    );
    for (place, scene) in [
        ("a proposal with the asker in it", &proposed),
        ("a pair of others", &others),
        ("the asker's own", &theirs),
        ("the asker's own, over", &over),
        ("a pair that the asker left", &left),
        ("the asker's own, archived", &archived),
    ] {
        whole.push_str(&format!("{place}\n{}", shown(scene)));
    }

    insta::assert_snapshot!(whole);
}
