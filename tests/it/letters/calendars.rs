//! Sessions in people's own calendars, as another program reads them.
use super::has_chosen;
use chrono::{NaiveDateTime, TimeDelta};
use communities::{Community, RemoveMember, Role};
use kernel::Letter;
use poem::http::StatusCode;
use poem::test::TestClient;
use serde_json::{Value, json};
use sessions::{
    CancelSession, CreateSession, PartPlan, PublishSession, RescheduleSession, Session,
    SessionFormat, WallTime,
};
use tests::{Door, Person, Post, Stage, calendar_as_read, error_of, invitations_as_received};

fn wall(text: &str) -> WallTime {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    WallTime(time.expect("a time"))
}

fn part(starts: &str, ends: &str) -> PartPlan {
    PartPlan {
        starts: wall(starts),
        ends: wall(ends),
        zone: Some("Europe/Berlin".to_owned()),
    }
}

/// A session that Amara planned and published.
async fn session(amara: &Person<'_>, community: &Community, title: &str) -> Session {
    let create = CreateSession {
        community: community.id,
        title: title.to_owned(),
        about: None,
        format: SessionFormat::Classroom,
        parts: vec![part("2026-02-05T14:00", "2026-02-05T16:00")],
        capacity: None,
        place: Some("Hall 2; by the window, left\\right".to_owned()),
        join_url: None,
        join_minutes_before: None,
        join_minutes_after: None,
        lead: None,
        backup: None,
        objectives: None,
        about_html: String::new(),
    };
    let session = amara.does(create).await.expect("a session");
    let publish = PublishSession {
        session: session.id,
    };
    amara.does(publish).await.expect("published");
    session
}

/// The letters to Priya of the next few minutes, and what her calendar program reads in them.
async fn to_priya(stage: &Stage) -> Vec<(Letter, Value)> {
    stage.settle().await;
    stage.clock.advance(TimeDelta::minutes(3));
    let mut read = Vec::new();
    for letter in Post::of(stage).goes_round(stage).await {
        if letter.to == "priya@example.org" {
            let calendar = letter.calendar.clone().expect("a calendar");
            read.push((letter, calendar_as_read(&calendar.text).await));
        }
    }
    read
}

fn words(letter: &Letter) -> String {
    let calendar = letter.calendar.as_ref().expect("a calendar");
    calendar.text.clone()
}

/// Another program's word for each message that reached Priya.
async fn as_received(messages: &[String]) -> Value {
    invitations_as_received("priya@example.org", messages).await
}

#[tokio::test]
async fn a_session_comes_moves_and_goes_in_a_calendar_under_one_name() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let all = [(&amara, Role::Facilitator), (&priya, Role::Learner)];
    let (community, _) = stage.cohort_of(&all).await;
    let title =
        "Difficult conversations, begun well; gut geführte Gespräche mit vielen Umlauten äöü";
    let planned = session(&amara, &community, title).await;

    let mut came = to_priya(&stage).await;
    assert_eq!(
        came.len(),
        1,
        "the invitation tells of it, and nothing else"
    );
    let (letter, read) = came.remove(0);
    let mut messages = vec![words(&letter)];
    assert!(
        letter.subject.ends_with("in your calendar"),
        "{}",
        letter.subject
    );
    assert_eq!(read["method"], "REQUEST");
    let event = &read["events"][0];
    assert_eq!(event["summary"], title);
    assert_eq!(event["location"], "Hall 2; by the window, left\\right");
    assert_eq!(event["starts"], "2026-02-05T13:00:00+00:00");
    assert_eq!(event["ends"], "2026-02-05T15:00:00+00:00");
    assert_eq!(event["status"], "CONFIRMED");
    assert_eq!(event["organizer"]["to"], "mailto:interlude@example.org");
    let attendees = event["attendees"].as_array().expect("attendees");
    assert_eq!(attendees.len(), 1, "nobody else is named");
    assert_eq!(attendees[0]["to"], "mailto:priya@example.org");
    let (uid, first) = (event["uid"].clone(), event["sequence"].as_i64());

    let moved = RescheduleSession {
        session: planned.id,
        parts: vec![part("2026-02-11T14:00", "2026-02-11T16:00")],
        reason: Some("The hall is taken.".to_owned()),
    };
    amara.does(moved).await.expect("moved");
    let (letter, read) = to_priya(&stage).await.remove(0);
    messages.push(words(&letter));
    assert!(
        letter
            .text
            .contains("It was to begin Thursday, 5 February 2026, 13:00 (UTC)")
    );
    assert!(
        letter.text.contains("> The hall is taken."),
        "{}",
        letter.text
    );
    let event = &read["events"][0];
    assert_eq!(event["uid"], uid);
    assert_eq!(event["starts"], "2026-02-11T13:00:00+00:00");
    assert!(event["sequence"].as_i64() > first);
    let second = event["sequence"].as_i64();

    let cancel = CancelSession {
        session: planned.id,
        reason: "Amara is ill.".to_owned(),
    };
    amara.does(cancel).await.expect("cancelled");
    let (letter, read) = to_priya(&stage).await.remove(0);
    messages.push(words(&letter));
    assert_eq!(read["method"], "CANCEL");
    let event = &read["events"][0];
    assert_eq!(
        (&event["uid"], &event["status"]),
        (&uid, &json!("CANCELLED"))
    );
    assert!(event["sequence"].as_i64() > second);
    assert!(to_priya(&stage).await.is_empty(), "told once");
    let meant = json!(["new", "reschedule", "cancel"]);
    assert_eq!(as_received(&messages).await, meant);
    // A letter that was held up on its way changes nothing.
    messages.swap(1, 2);
    let late = json!(["new", "cancel", "obsolete"]);
    assert_eq!(as_received(&messages).await, late);
}

#[tokio::test]
async fn who_joins_is_invited_and_who_leaves_is_off_the_list_while_the_session_stands() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let (community, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    session(&amara, &community, "Session 1").await;
    assert!(to_priya(&stage).await.is_empty());

    stage.joins(&priya, &community, Role::Learner).await;
    let (invitation, read) = to_priya(&stage).await.remove(0);
    assert_eq!(read["method"], "REQUEST");
    let first = read["events"][0]["sequence"].as_i64();
    let memberships = communities::memberships_of(&stage.db().read(), priya.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    amara
        .does(RemoveMember { membership })
        .await
        .expect("removed");
    let (letter, read) = to_priya(&stage).await.remove(0);
    assert_eq!(read["method"], "CANCEL");
    assert_eq!(
        read["events"][0]["status"],
        Value::Null,
        "the session stands"
    );
    assert!(letter.subject.contains("you are no longer on the list"));
    assert!(read["events"][0]["sequence"].as_i64() > first);

    stage.joins(&priya, &community, Role::Learner).await;
    let (return_of_priya, again) = to_priya(&stage).await.remove(0);
    assert_eq!(again["events"][0]["uid"], read["events"][0]["uid"]);
    assert!(again["events"][0]["sequence"].as_i64() > read["events"][0]["sequence"].as_i64());
    let messages = [invitation, letter, return_of_priya];
    let messages = messages.each_ref().map(words);
    let meant = json!(["new", "cancel", "update"]);
    assert_eq!(as_received(&messages).await, meant);
}

#[tokio::test]
async fn who_hears_of_sessions_once_a_day_is_told_and_not_invited() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let all = [(&amara, Role::Facilitator), (&priya, Role::Learner)];
    let (community, _) = stage.cohort_of(&all).await;
    has_chosen(
        &priya,
        json!({ "kinds": [{ "kind": "SESSION", "when": "DAILY" }] }),
    )
    .await;
    session(&amara, &community, "Session 1").await;
    stage.settle().await;

    let notices = "{ viewer { noticeCount notices(first: 5) { edges { node {
        id kind title happensAt about community { name } } } } } }";
    let answer = priya.asks(notices, json!({})).await;
    let viewer = &answer["data"]["viewer"];
    assert_eq!(viewer["noticeCount"], 1, "{answer}");
    let notice = &viewer["notices"]["edges"][0]["node"];
    assert_eq!(notice["kind"], "SESSION_ANNOUNCED");
    assert_eq!(notice["title"], "Session 1");

    stage.clock.advance(TimeDelta::hours(23));
    let letters = Post::of(&stage).goes_round(&stage).await;
    let letter = letters
        .iter()
        .find(|it| it.to == "priya@example.org")
        .expect("a letter");
    assert!(letter.calendar.is_none());
    assert!(
        letter.text.contains("Leading change: a session\nSession 1"),
        "{}",
        letter.text
    );
    assert!(
        letter
            .text
            .contains("Begins Thursday, 5 February 2026, 13:00 (UTC)")
    );

    let done =
        "mutation($input: MarkNoticeDoneInput!) { markNoticeDone(input: $input) { doneAt } }";
    let input = json!({ "notice": notice["id"], "done": true });
    let refused = amara.asks(done, json!({ "input": input })).await;
    assert_eq!(error_of(&refused).0, "NOT_FOUND");
    let answer = priya.asks(done, json!({ "input": input })).await;
    assert!(
        answer["data"]["markNoticeDone"]["doneAt"].is_string(),
        "{answer}"
    );
    let answer = priya.asks(notices, json!({})).await;
    assert_eq!(answer["data"]["viewer"]["noticeCount"], 0);
}

const CREATE: &str = "mutation($input: CreateCalendarFeedInput!) {
    createCalendarFeed(input: $input) { url feed { id community { name } } } }";

async fn feed(person: &Person<'_>, input: Value) -> (String, Value) {
    let answer = person.asks(CREATE, json!({ "input": input })).await;
    let made = &answer["data"]["createCalendarFeed"];
    let url = made["url"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let path = url
        .strip_prefix("http://localhost:8080")
        .expect("our address");
    (path.to_owned(), made["feed"]["id"].clone())
}

#[tokio::test]
async fn a_feed_shows_what_its_person_sees_until_it_is_revoked() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let all = [(&amara, Role::Facilitator), (&priya, Role::Learner)];
    let (community, _) = stage.cohort_of(&all).await;
    let kept = session(&amara, &community, "Session 1").await;
    let off = session(&amara, &community, "Session 2").await;
    let cancel = CancelSession {
        session: off.id,
        reason: "Too few.".to_owned(),
    };
    amara.does(cancel).await.expect("cancelled");
    let guild = stage.cohort("Guild").await;
    stage.joins(&amara, &guild, Role::Facilitator).await;
    session(&amara, &guild, "Not for Priya").await;
    let client = TestClient::new(Door::of(&stage).routes());
    let read = async |path: &str| {
        let answer = client.get(path).send().await;
        answer.assert_status_is_ok();
        let text = answer.0.into_body().into_string().await.expect("text");
        calendar_as_read(&text).await
    };

    let (path, id) = feed(&priya, json!({})).await;
    let calendar = read(&path).await;
    assert_eq!(calendar["method"], "PUBLISH");
    assert_eq!(calendar["zone"], priya.record.zone);
    let events = calendar["events"].as_array().expect("events");
    let shown: Vec<_> = events
        .iter()
        .map(|it| (&it["summary"], &it["status"]))
        .collect();
    assert_eq!(
        shown,
        [
            (&json!("Session 1"), &json!("CONFIRMED")),
            (&json!("Session 2"), &json!("CANCELLED"))
        ]
    );
    assert!(
        events[0]["url"]
            .as_str()
            .expect("a link")
            .ends_with(&kept.id.to_string())
    );
    let (both, _) = feed(&amara, json!({})).await;
    assert_eq!(
        read(&both).await["events"].as_array().map(Vec::len),
        Some(3)
    );
    let (one, _) = feed(&amara, json!({ "community": guild.id.to_string() })).await;
    assert_eq!(read(&one).await["name"], "Guild");

    let stranger = priya.asks(
        CREATE,
        json!({ "input": { "community": guild.id.to_string() } }),
    );
    assert_eq!(error_of(&stranger.await).0, "NOT_FOUND");
    let revoke = "mutation($input: RevokeCalendarFeedInput!) {
        revokeCalendarFeed(input: $input) { revokedAt } }";
    let theirs = amara.asks(revoke, json!({ "input": { "feed": id } })).await;
    assert_eq!(error_of(&theirs).0, "NOT_FOUND");
    let answer = priya.asks(revoke, json!({ "input": { "feed": id } })).await;
    assert!(
        answer["data"]["revokeCalendarFeed"]["revokedAt"].is_string(),
        "{answer}"
    );
    for gone in [path.as_str(), "/calendar/guessed.ics"] {
        client
            .get(gone)
            .send()
            .await
            .assert_status(StatusCode::NOT_FOUND);
    }
    let feeds = "{ viewer { calendarFeeds { id } } }";
    let answer = priya.asks(feeds, json!({})).await;
    assert_eq!(answer["data"]["viewer"]["calendarFeeds"], json!([]));
}

#[tokio::test]
async fn nothing_written_into_a_session_becomes_a_line_of_a_calendar() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let all = [(&amara, Role::Facilitator), (&priya, Role::Learner)];
    let (community, _) = stage.cohort_of(&all).await;
    let title = "Begun\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://evil.example/\\n;x=\"1\",";
    session(&amara, &community, title).await;
    let client = TestClient::new(Door::of(&stage).routes());

    let (path, _) = feed(&priya, json!({})).await;
    let answer = client.get(path).send().await;
    let text = answer.0.into_body().into_string().await.expect("text");
    let calendar = calendar_as_read(&text).await;

    let lines = |begin: &str| {
        text.split("\r\n")
            .filter(|line| line.starts_with(begin))
            .count()
    };
    assert_eq!((lines("BEGIN:VEVENT"), lines("ATTACH")), (1, 0), "{text}");
    let summary = kernel::clean_line(title);
    assert_eq!(
        calendar["events"][0]["summary"],
        json!(summary),
        "{calendar}"
    );
    assert_eq!(calendar["events"].as_array().map(Vec::len), Some(1));
}
