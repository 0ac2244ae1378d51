//! Cohorts end, and run again.
use chrono::{DateTime, Utc};
use communities::{
    Community, CommunityKind, CreateCommunity, Provenance, Role, UpdateCommunity, end_cohorts,
};
use kernel::Date;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const COHORT: &str = "query($slug: String!) { community(slug: $slug) { id name endedAt alumniAccess
    startsOn endsOn purpose zone memberCount leads { name } channels { name slug }
    alumniCommunity { name } previousRun { name } nextRuns { name } viewerCan { cloneCohort }
    calendar { workDays holidays { name } }
    viewerMembership { role formerRole provenance joinedLate } } }";
const CLONE: &str =
    "mutation($input: CloneCohortInput!) { cloneCohort(input: $input) { id slug } }";
const ALUMNI: &str = "mutation($input: UpdateAlumniAccessInput!) {
    updateAlumniAccess(input: $input) { alumniAccess endedAt } }";

fn day(text: &str) -> Date {
    Date(text.parse().expect("a day"))
}

/// A cohort in Samoa, whose last day is Friday 9 January 2026.
async fn autumn(stage: &Stage, members: &[(&Person<'_>, Role)]) -> Community {
    let create = CreateCommunity {
        kind: CommunityKind::Cohort,
        name: "Leading change, autumn".to_owned(),
        slug: Some("autumn".to_owned()),
        purpose: "To lead change".to_owned(),
        norms: None,
        zone: "Pacific/Pago_Pago".to_owned(),
        starts_on: Some(day("2026-01-05")),
        ends_on: Some(day("2026-01-09")),
        norms_html: String::new(),
    };
    let cohort = stage.does(create).await.expect("a cohort");
    for (person, role) in members {
        stage.joins(person, &cohort, *role).await;
    }
    cohort
}

async fn guild(stage: &Stage, lead: &Person<'_>) -> Community {
    let create = CreateCommunity {
        kind: CommunityKind::Practice,
        name: "Facilitation guild".to_owned(),
        slug: Some("guild".to_owned()),
        purpose: "To go on learning".to_owned(),
        norms: None,
        zone: "UTC".to_owned(),
        starts_on: None,
        ends_on: None,
        norms_html: String::new(),
    };
    let guild = stage.does(create).await.expect("a guild");
    stage.joins(lead, &guild, Role::Facilitator).await;
    guild
}

async fn sees(person: &Person<'_>, slug: &str) -> Value {
    let answer = person.asks(COHORT, json!({ "slug": slug })).await;
    answer["data"]["community"].clone()
}

async fn settles(lead: &Person<'_>, cohort: &Community, access: &str, guild: Option<&Community>) {
    let moves_to = guild.map(|guild| guild.id.to_string());
    let input =
        json!({ "community": cohort.id.to_string(), "access": access, "movesTo": moves_to });
    let answer = lead.asks(ALUMNI, json!({ "input": input })).await;
    assert!(answer["errors"].is_null(), "{answer}");
}

fn clock_shows(stage: &Stage, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().expect("an instant");
    stage.clock.advance(instant - stage.db().now());
}

async fn time_comes(stage: &Stage, instant: &str) {
    clock_shows(stage, instant);
    end_cohorts(stage.db()).await.expect("cohorts end");
}

#[tokio::test]
async fn alumni_read_on_from_the_day_after_the_last_one_in_the_cohorts_zone() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let cohort = autumn(
        &stage,
        &[(&amara, Role::Facilitator), (&priya, Role::Learner)],
    )
    .await;
    let channel = stage
        .channel(&cohort, "practice-log", channels::ChannelKind::Mixed)
        .await;
    priya.begins(&channel, "While it runs", "a word").await;
    settles(&amara, &cohort, "READ", None).await;

    // Pago Pago is eleven hours behind: its Friday goes on until Saturday noon in Greenwich.
    time_comes(&stage, "2026-01-10T10:59:00Z").await;
    assert_eq!(sees(&priya, "autumn").await["endedAt"], Value::Null);
    time_comes(&stage, "2026-01-10T11:00:00Z").await;

    let seen = sees(&priya, "autumn").await;
    assert!(seen["endedAt"].is_string());
    assert_eq!(seen["viewerMembership"]["role"], "OBSERVER");
    assert_eq!(seen["viewerMembership"]["formerRole"], "LEARNER");
    assert_eq!(seen["channels"][0]["name"], "practice-log");
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({ "channel": channel.id.to_string(), "title": "After the end",
        "body": "one more word", "nonce": "after", "kind": "DISCUSSION" });
    let refused = priya.asks(begin, json!({ "input": input })).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN", "{refused}");
    let lead = sees(&amara, "autumn").await;
    assert_eq!(lead["viewerMembership"]["role"], "FACILITATOR");
}

#[tokio::test]
async fn a_cohort_that_goes_on_after_all_gives_everybody_back_what_they_were() {
    let stage = Stage::new().await;
    let (amara, kofi) = (stage.person("Amara").await, stage.person("Kofi").await);
    let cohort = autumn(
        &stage,
        &[(&amara, Role::Facilitator), (&kofi, Role::Expert)],
    )
    .await;
    settles(&amara, &cohort, "READ", None).await;
    time_comes(&stage, "2026-01-12T00:00:00Z").await;
    assert_eq!(
        sees(&kofi, "autumn").await["viewerMembership"]["role"],
        "OBSERVER"
    );

    let longer = UpdateCommunity {
        community: cohort.id,
        name: None,
        purpose: None,
        norms: None,
        zone: None,
        starts_on: None,
        ends_on: Some(day("2026-02-28")),
        nameless_questions: None,
        answer_promise_hours: None,
        norms_html: String::new(),
    };
    stage.does(longer).await.expect("a longer cohort");

    let seen = sees(&kofi, "autumn").await;
    assert_eq!(seen["endedAt"], Value::Null);
    assert_eq!(seen["viewerMembership"]["role"], "EXPERT");
    assert_eq!(seen["viewerMembership"]["formerRole"], Value::Null);
    time_comes(&stage, "2026-03-02T00:00:00Z").await;
    assert_eq!(
        sees(&kofi, "autumn").await["viewerMembership"]["role"],
        "OBSERVER"
    );
}

#[tokio::test]
async fn alumni_come_into_the_community_of_practice_once() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let mei = stage.person("Mei").await;
    let members = [
        (&amara, Role::Facilitator),
        (&priya, Role::Learner),
        (&mei, Role::Moderator),
    ];
    let cohort = autumn(&stage, &members).await;
    let guild = guild(&stage, &amara).await;
    settles(&amara, &cohort, "NONE", Some(&guild)).await;
    for instant in ["2026-01-12T00:00:00Z", "2026-01-13T00:00:00Z"] {
        time_comes(&stage, instant).await;
    }

    assert_eq!(sees(&priya, "autumn").await, Value::Null, "they left it");
    for alumna in [&priya, &mei] {
        let place = sees(alumna, "guild").await;
        assert_eq!(place["viewerMembership"]["role"], "LEARNER");
        assert_eq!(place["viewerMembership"]["provenance"], "COHORT");
    }
    let lead = sees(&amara, "autumn").await;
    assert_eq!(lead["memberCount"], 1);
    assert_eq!(lead["alumniCommunity"]["name"], "Facilitation guild");
    let own = sees(&amara, "guild").await;
    assert_eq!(own["viewerMembership"]["role"], "FACILITATOR");
    assert_eq!(own["memberCount"], 3);
}

#[tokio::test]
async fn who_sends_alumni_somewhere_leads_there_too() {
    let stage = Stage::new().await;
    let (amara, jonas) = (stage.person("Amara").await, stage.person("Jonas").await);
    let cohort = autumn(&stage, &[(&amara, Role::Facilitator)]).await;
    let elsewhere = guild(&stage, &jonas).await;
    let practice = guild_of_learner(&stage, &amara).await;
    let other = stage.cohort("Another cohort").await;
    stage.joins(&amara, &other, Role::Facilitator).await;
    for (place, code) in [
        (&elsewhere, "NOT_FOUND"),
        (&practice, "FORBIDDEN"),
        (&other, "INVALID"),
    ] {
        let input = json!({ "community": cohort.id.to_string(), "access": "READ",
            "movesTo": place.id.to_string() });
        let answer = amara.asks(ALUMNI, json!({ "input": input })).await;
        assert_eq!(error_of(&answer).0, code, "{answer}");
    }
}

async fn guild_of_learner(stage: &Stage, learner: &Person<'_>) -> Community {
    let create = CreateCommunity {
        kind: CommunityKind::Practice,
        name: "Coaches".to_owned(),
        slug: None,
        purpose: "To coach".to_owned(),
        norms: None,
        zone: "UTC".to_owned(),
        starts_on: None,
        ends_on: None,
        norms_html: String::new(),
    };
    let practice = stage.does(create).await.expect("a community");
    stage.joins(learner, &practice, Role::Learner).await;
    practice
}

/// The cohort runs a program, and has a template of its own.
async fn teaches(stage: &Stage, lead: &Person<'_>, cohort: &Community) {
    let ines = stage.administrator("Ines").await;
    let create = json!({ "title": "Leading change", "objectives": [
        { "statement": "Listen first", "measure": "One talk" }] });
    let create_it = "mutation($input: CreateProgramInput!) { createProgram(input: $input) { id } }";
    let program = ines.asks(create_it, json!({ "input": create })).await;
    let program = program["data"]["createProgram"]["id"].clone();
    let publish = "mutation($input: PublishProgramVersionInput!) {
        publishProgramVersion(input: $input) { id } }";
    let input = json!({ "input": { "program": program } });
    let version = ines.asks(publish, input).await["data"]["publishProgramVersion"]["id"].clone();
    let deliver =
        "mutation($input: DeliverProgramInput!) { deliverProgram(input: $input) { deliveredAt } }";
    let input = json!({ "community": cohort.id.to_string(), "version": version });
    let delivered = ines.asks(deliver, json!({ "input": input })).await;
    assert!(delivered.get("errors").is_none(), "{delivered}");
    let template = "mutation($input: CreateJourneyTemplateInput!) {
        createJourneyTemplate(input: $input) { id } }";
    let input = json!({ "community": cohort.id.to_string(), "name": "Around a session", "steps": [
        { "key": "hour", "title": "In an hour", "anchor": "SESSION_START", "minutes": -60,
          "action": "remind", "settings": { "text": "Soon." } }] });
    let written = lead.asks(template, json!({ "input": input })).await;
    assert!(written.get("errors").is_none(), "{written}");
}

#[tokio::test]
async fn the_next_run_has_the_leads_calendar_and_channels_and_none_of_the_members() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let cohort = autumn(
        &stage,
        &[(&amara, Role::Facilitator), (&priya, Role::Learner)],
    )
    .await;
    for name in ["practice-log", "Questions"] {
        stage
            .channel(&cohort, name, channels::ChannelKind::Mixed)
            .await;
    }
    let calendar = json!({ "community": cohort.id.to_string(), "workDays": ["TUESDAY"],
        "holidays": [{ "day": "2026-04-25", "name": "Flag Day" }] });
    let update = "mutation($input: UpdateCalendarInput!) { updateCalendar(input: $input) { id } }";
    amara.asks(update, json!({ "input": calendar })).await;
    teaches(&stage, &amara, &cohort).await;
    assert_eq!(
        sees(&amara, "autumn").await["viewerCan"]["cloneCohort"],
        true
    );
    assert_eq!(
        sees(&priya, "autumn").await["viewerCan"]["cloneCohort"],
        false
    );

    let input = json!({ "community": cohort.id.to_string(), "name": "Leading change, spring",
        "startsOn": "2026-04-06" });
    let refused = priya.asks(CLONE, json!({ "input": input })).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    let answer = amara.asks(CLONE, json!({ "input": input })).await;

    let slug = answer["data"]["cloneCohort"]["slug"]
        .as_str()
        .expect("a slug");
    let spring = sees(&amara, slug).await;
    assert_eq!(spring["name"], "Leading change, spring");
    assert_eq!(spring["startsOn"], "2026-04-06");
    assert_eq!(spring["endsOn"], "2026-04-10", "as long as before");
    assert_eq!(spring["memberCount"], 1);
    assert_eq!(spring["leads"], json!([{ "name": "Amara" }]));
    assert_eq!(spring["zone"], "Pacific/Pago_Pago");
    assert_eq!(
        spring["calendar"],
        json!({ "workDays": ["TUESDAY"], "holidays": [{ "name": "Flag Day" }] })
    );
    assert_eq!(
        spring["channels"],
        json!([{ "name": "practice-log", "slug": "practice-log" },
               { "name": "Questions", "slug": "questions" }])
    );
    assert_eq!(spring["previousRun"]["name"], "Leading change, autumn");
    let taught = "query($slug: String!) { community(slug: $slug) {
        delivery { version { number program { title } } }
        journeyTemplates { name steps { key } } } }";
    for of in ["autumn", slug] {
        let answer = amara.asks(taught, json!({ "slug": of })).await;
        let expected = json!({
            "delivery": { "version": { "number": 1, "program": { "title": "Leading change" } } },
            "journeyTemplates": [{ "name": "Around a session", "steps": [{ "key": "hour" }] }] });
        assert_eq!(answer["data"]["community"], expected, "{of}: {answer}");
    }
    let autumn = sees(&amara, "autumn").await;
    assert_eq!(
        autumn["nextRuns"],
        json!([{ "name": "Leading change, spring" }])
    );
    assert_eq!(
        sees(&priya, "autumn").await["nextRuns"],
        json!([]),
        "she is not in it"
    );
}

#[tokio::test]
async fn only_a_cohort_runs_again_and_never_backwards() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let cohort = autumn(&stage, &[(&amara, Role::Facilitator)]).await;
    let guild = guild(&stage, &amara).await;
    for (input, field) in [
        (
            json!({ "community": guild.id.to_string(), "name": "Again", "startsOn": "2026-04-06" }),
            "community",
        ),
        (
            json!({ "community": cohort.id.to_string(), "name": "Again", "startsOn": "2026-04-06",
                "endsOn": "2026-04-05" }),
            "endsOn",
        ),
        (
            json!({ "community": cohort.id.to_string(), "name": "Again", "slug": "autumn",
                "startsOn": "2026-04-06" }),
            "slug",
        ),
        (
            json!({ "community": cohort.id.to_string(), "name": " ", "startsOn": "2026-04-06" }),
            "name",
        ),
    ] {
        let answer = amara.asks(CLONE, json!({ "input": input })).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"],
            json!(field),
            "{answer}"
        );
    }
    assert_eq!(sees(&amara, "autumn").await["nextRuns"], json!([]));
}

#[tokio::test]
async fn who_comes_after_the_first_day_came_late() {
    let stage = Stage::new().await;
    let (priya, noor) = (stage.person("Priya").await, stage.person("Noor").await);
    let cohort = autumn(&stage, &[(&priya, Role::Learner)]).await;
    // Tuesday in Greenwich, and still Monday in Pago Pago.
    clock_shows(&stage, "2026-01-06T10:00:00Z");
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &cohort, Role::Learner).await;
    clock_shows(&stage, "2026-01-06T11:00:00Z");
    stage.joins(&noor, &cohort, Role::Learner).await;
    for (person, late) in [(&priya, false), (&kofi, false), (&noor, true)] {
        let seen = sees(person, "autumn").await;
        assert_eq!(seen["viewerMembership"]["joinedLate"], late, "{seen}");
    }
    let conn = stage.db().read();
    let membership = communities::memberships_of(&conn, noor.record.id).await;
    let membership = membership.expect("a read").remove(0);
    assert_eq!(membership.provenance, Provenance::Person);
}
