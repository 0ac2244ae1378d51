//! How the fields of pairing are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, SignIn};
use chrono::TimeDelta;
use communities::{Community, Role};
use kernel::{Actor, Date};
use pairings::{Format, MakeCommitment, PlanPairing, ProposePairs, PublishPairs, RulesInput};
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Pairings {
    community: String,
    round: String,
    pair: String,
    commitment: String,
    person: String,
    plan: String,
}

/// The usual rules.
fn rules() -> RulesInput {
    RulesInput {
        format: Format::Pairs,
        group_size: 2,
        min_overlap_minutes: 60,
        different_teams: false,
        not_manager: true,
        shared_language: true,
        cooldown_rounds: 3,
        trio: true,
        weights: None,
    }
}

impl Pairings {
    /// Two of the community who are together, and what one of them means to do.
    pub async fn of(stage: &Stage, community: &Community, lead: &Person<'_>) -> Self {
        let (fay, gus) = (stage.person("Fay").await, stage.person("Gus").await);
        for person in [&fay, &gus] {
            stage.joins(person, community, Role::Learner).await;
        }
        let propose = ProposePairs {
            community: community.id,
            rules: rules(),
            starts_at: None,
            weeks: 4,
            together: Some(vec![vec![fay.record.id, gus.record.id]]),
        };
        let round = lead.does(propose).await.expect("a round");
        stage.pairs_people().await;
        let conn = stage.db().read();
        let seen = pairings::round_seen(&conn, Actor::System, round.id).await;
        let publish = PublishPairs {
            round: round.id,
            version: seen.expect("the round").round.version,
            message: None,
        };
        lead.does(publish).await.expect("pairs");
        let pairs = pairings::own_pairs(&conn, fay.actor(), community.id).await;
        let pair = pairs.expect("pairs").remove(0).pair.id;
        let commit = MakeCommitment {
            pair,
            words: "the secret word".to_owned(),
            due_on: Date(stage.db().now().date_naive()),
            nonce: None,
        };
        let commitment = fay.does(commit).await.expect("a commitment");
        let plan = PlanPairing {
            community: community.id,
            every_weeks: Some(6),
            rrule: None,
            first_at: Some(stage.db().now() + TimeDelta::weeks(6)),
            rules: rules(),
            weeks: None,
            publishes: None,
        };
        let plan = lead.does(plan).await.expect("a plan");
        Self {
            community: community.id.to_string(),
            round: round.id.to_string(),
            pair: pair.to_string(),
            commitment: commitment.id.to_string(),
            person: fay.record.id.to_string(),
            plan: plan.id.to_string(),
        }
    }

    /// As these, of which nothing exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            community: id("community"),
            round: id("pairing"),
            pair: id("pair"),
            commitment: id("commitment"),
            person: id("person"),
            plan: id("pairingplan"),
        }
    }
}

/// Field, how it is asked, what nobody hears, what a stranger hears.
pub fn rows(of: &Pairings) -> Vec<(&'static str, String, Answer, Answer)> {
    let m = |field: &'static str, (input, shown): (String, &str)| {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ {shown} }} }}");
        (field, ask, SignIn, NotFound)
    };
    let objective = "objective: \"objective_01h455vb4pex5vsknk084sn02q\"";
    let community = format!("community: \"{}\"", of.community);
    let round = format!("round: \"{}\"", of.round);
    let pair = format!("pair: \"{}\"", of.pair);
    let person = format!("person: \"{}\"", of.person);
    let commitment = format!("commitment: \"{}\"", of.commitment);
    let version = "version: 1";
    vec![
        m("proposePairs", (format!("{community}, rules: {{}}"), "id")),
        m(
            "moveInPairing",
            (format!("{round}, {version}, {person}"), "id"),
        ),
        m("solvePairsAgain", (round.clone(), "id")),
        m(
            "planPairing",
            (format!("{community}, everyWeeks: 4, rules: {{}}"), "id"),
        ),
        m("stopPairingPlan", (format!("plan: \"{}\"", of.plan), "id")),
        m("publishPairs", (format!("{round}, {version}"), "id")),
        m("cancelPairing", (round.clone(), "id")),
        m("endPairing", (round.clone(), "id")),
        m("lockPair", (format!("{pair}, locked: true"), "id")),
        m(
            "updatePairingPreferences",
            (format!("{community}, optedOut: true"), "optedOut"),
        ),
        m(
            "rateObjective",
            (format!("{community}, {objective}, rating: 3"), "optedOut"),
        ),
        m(
            "keepApart",
            (format!("{community}, {person}, apart: true"), "optedOut"),
        ),
        m("resumePairing", (community, "optedOut")),
        m(
            "makeCommitment",
            (format!("{pair}, words: \"x\", dueOn: \"2026-01-12\""), "id"),
        ),
        m(
            "settleCommitment",
            (format!("{commitment}, outcome: DONE"), "id"),
        ),
        m("sayWhetherMet", (format!("{pair}, answer: YES"), "id")),
        m("nudgePair", (pair.clone(), "id")),
        m("leavePair", (pair.clone(), "id")),
        m(
            "beginPairTalk",
            (format!("{pair}, body: \"x\", nonce: \"n\""), "id"),
        ),
    ]
}
