//! What it costs to open a check-in for 10,000 people: `opening`. Prints a `Report` as JSON.
mod crowd;

use checkins::{
    DefineCheckIn, OpenCheckIn, QuestionInput, QuestionKind, Visibility, do_what_is_due,
};
use chrono::TimeDelta;
use communities::Role;
use crowd::{Fallible, follow, learners, ms, until_noticed, while_others_ask};
use kernel::{Clock, CommunityId};
use notifications::NotifyReaders;
use serde::Serialize;
use std::sync::Arc;
use std::time::Instant;
use tests::{Stage, nonce};

const PEOPLE: usize = 10_000;

#[derive(Serialize)]
struct Report {
    people: usize,
    /// The change that opens it, with the moment at which each of them is asked.
    open_ms: f64,
    /// From the opening to the last notice.
    last_notice_ms: f64,
    /// The slowest page and the slowest reply of others meanwhile.
    slowest_page_ms: f64,
    slowest_reply_ms: f64,
    asked_meanwhile: usize,
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let (community, lobby) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let thread = amara.begins(&lobby, "Storming", "How was it?").await;
    learners(&stage, community.id, PEOPLE).await?;
    stage.settle().await;
    let check_in = amara.does(two_weeks_after(&stage, community.id)).await?.id;
    // The first of them are asked in the same breath as it opens; what is left is done in handfuls.
    stage.clock.advance(TimeDelta::hours(1));

    let began = Instant::now();
    stage.does(OpenCheckIn(check_in)).await?;
    let open_ms = ms(began);
    let meanwhile = while_others_ask((&amara, &thread), all_hear(&stage)).await?;
    let last_notice_ms = ms(began);

    let report = Report {
        people: PEOPLE,
        open_ms,
        last_notice_ms,
        slowest_page_ms: meanwhile.slowest_page_ms,
        slowest_reply_ms: meanwhile.slowest_reply_ms,
        asked_meanwhile: meanwhile.asked,
    };
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}

fn two_weeks_after(stage: &Stage, community: CommunityId) -> DefineCheckIn {
    let question = |kind, words: &str, options: &[&str]| QuestionInput {
        kind,
        words: words.to_owned(),
        options: options.iter().map(|it| (*it).to_owned()).collect(),
        visibility: Visibility::Facilitators,
        optional: false,
        misconception: None,
        mistaken: None,
    };
    DefineCheckIn {
        community,
        session: None,
        title: "Two weeks on".to_owned(),
        questions: vec![
            question(QuestionKind::ShortText, "What did you try?", &[]),
            question(
                QuestionKind::Scale,
                "How often?",
                &["Not yet", "Once", "Often"],
            ),
        ],
        audience: None,
        opens_at: Some(stage.clock.now() + TimeDelta::minutes(30)),
        days_after_session: None,
        rrule: None,
        days_open: None,
        nonce: nonce(),
    }
}

/// All are told, and each follower of what is told hears of it, as in the server.
async fn all_hear(stage: &Stage) -> Fallible<()> {
    tokio::select! {
        told = until_noticed((stage, PEOPLE), || do_what_is_due(stage.db())) => told,
        failed = follow(stage, Arc::new(NotifyReaders)) => failed,
    }
}
