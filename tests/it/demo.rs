//! The demo organisation: it is told once, and it is alive.
use channels::{ThreadFilter, ThreadsIn};
use demo::{Loaded, PEOPLE};
use identity::{SignInAs, Visitor, actor_of, person_by_handle};
use kernel::{Actor, First};
use moderation::{Reason, Tab};
use notifications::{Today, today};
use serde_json::{Value, json};
use sessions::SessionState::{Closed, Published};
use tests::Stage;

async fn demonstration() -> (Stage, Loaded) {
    let stage = Stage::new().await;
    let loaded = load(&stage).await;
    stage.settle().await;
    (stage, loaded)
}

async fn load(stage: &Stage) -> Loaded {
    demo::load(stage.db(), &mut |_| {})
        .await
        .expect("the demo organisation")
}

async fn actor(stage: &Stage, name: &str) -> Actor {
    let conn = stage.db().read();
    let person = person_by_handle(&conn, &kernel::slug(name)).await;
    actor_of(&person.expect("people").expect("one of the demo"))
}

async fn today_of(stage: &Stage, name: &str) -> Today {
    let now = (stage.db().now(), "UTC");
    today(&stage.db().read(), actor(stage, name).await, now)
        .await
        .expect("their day")
}

fn titles<'a>(seen: impl IntoIterator<Item = &'a channels::ThreadSeen>) -> Vec<&'a str> {
    let threads = seen.into_iter();
    threads.map(|seen| seen.thread.title.as_str()).collect()
}

#[tokio::test]
async fn a_second_telling_changes_nothing() {
    let (stage, first) = demonstration().await;
    assert!(first.people >= 22 && first.communities == 6, "{first:?}");
    assert!(first.threads >= 45 && first.posts >= 160, "{first:?}");

    let head = kernel::head(&stage.db().read()).await.expect("the log");
    assert_eq!(load(&stage).await, Loaded::default());
    let after = kernel::head(&stage.db().read()).await.expect("the log");
    assert_eq!(head, after, "nothing was written");
}

#[tokio::test]
async fn it_is_not_told_where_people_live_already() {
    let stage = Stage::new().await;
    stage.person("Somebody Else").await;
    assert_eq!(load(&stage).await, Loaded::default());
    let guide = person_by_handle(&stage.db().read(), PEOPLE[0].handle).await;
    assert_eq!(guide.expect("an answer"), None);
}

#[tokio::test]
async fn each_of_the_four_comes_in_with_one_click_and_finds_their_communities() {
    let (stage, _) = demonstration().await;
    for guide in PEOPLE {
        let conn = stage.db().read();
        let person = person_by_handle(&conn, guide.handle).await.expect("people");
        let person = person.expect("one of the four");
        assert_eq!(person.name, guide.name);
        assert!(person.onboarded_at.is_some(), "{} is at home", guide.name);
        let administers = matches!(actor_of(&person), Actor::Administrator(_));
        assert_eq!(administers, guide.role == "administrator");
        let sign_in = SignInAs {
            person: person.id,
            visitor: Visitor::default(),
        };
        let fresh = stage.does(sign_in).await.expect("a sign-in");
        for slug in ["leading-change-autumn", "facilitation-guild"] {
            let seen = communities::community_seen_by_slug(&conn, actor_of(&fresh.person), slug);
            let seen = seen.await.expect("a community");
            assert!(seen.membership.is_some(), "{} in {slug}", guide.name);
        }
    }
}

#[tokio::test]
async fn something_waits_for_priya_and_it_is_little() {
    let (stage, _) = demonstration().await;
    let day = today_of(&stage, "Priya Raman").await;
    let norms: Vec<&str> = day
        .norms
        .iter()
        .map(|seen| seen.community.name.as_str())
        .collect();
    assert_eq!(norms, ["Facilitation guild"], "one small thing to do");
    assert!(day.waiting.len() >= 3, "people spoke to her");
    assert!(!day.news.is_empty(), "and others went on talking");
    assert!(day.news.len() < 10, "but it ends: {:?}", titles(&day.news));
}

#[tokio::test]
async fn priyas_cohort_is_in_the_middle_of_its_sessions() {
    let (stage, _) = demonstration().await;
    let (conn, priya) = (stage.db().read(), actor(&stage, "Priya Raman").await);
    let cohort = communities::community_seen_by_slug(&conn, priya, "leading-change-autumn").await;
    let cohort = cohort.expect("a cohort").community.id;
    let sessions = sessions::sessions_of(&conn, priya, cohort).await;
    let sessions = sessions.expect("sessions");
    let states: Vec<_> = sessions.iter().map(|seen| seen.session.state).collect();
    assert_eq!(
        states,
        [Closed, Closed, Closed, Published, Published, Published]
    );
    let parts: Vec<_> = sessions.iter().map(|seen| seen.parts[0].id).collect();
    let own = sessions::own_attendance(&conn, priya, &parts).await;
    assert_eq!(own.expect("attendance").len(), 3, "she was there each time");
    let running = sessions::objectives_of_community(&conn, cohort).await;
    assert_eq!(running.expect("objectives").len(), 5);
}

#[tokio::test]
async fn what_is_asked_of_priya_is_due_soon_and_one_of_it_answers_first() {
    let (stage, _) = demonstration().await;
    let (conn, priya) = (stage.db().read(), actor(&stage, "Priya Raman").await);
    let now = stage.db().now();
    let due = prompts::prompts_due_for(&conn, priya, now).await;
    let due = due.expect("what is due");
    let titles: Vec<_> = due
        .iter()
        .map(|seen| (&*seen.thread.thread.title, seen.thread.thread.answer_first))
        .collect();
    let expected = [
        ("Since “What resistance protects”: what did you try?", false),
        (
            "Before “A step small enough for a week”: what is in the way now?",
            true,
        ),
    ];
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(expected.iter().all(|it| titles.contains(it)), "{titles:?}");
    let soon = now + chrono::TimeDelta::days(4);
    assert!(due.iter().all(|seen| {
        seen.prompt
            .due_at
            .is_some_and(|due| now < due && due < soon)
    }));
    let pre_work = prompts::pre_work_due_for(&conn, priya, now).await;
    assert_eq!(pre_work.expect("pre-work").len(), 1);
}

#[tokio::test]
async fn five_cohorts_are_at_different_points_and_nothing_of_their_journeys_is_overdue() {
    let (stage, _) = demonstration().await;
    let conn = stage.db().read();
    let mut standing = Vec::new();
    for slug in [
        "leading-change-spring",
        "leading-change-autumn",
        "objections-north",
        "press-early-shift",
        "press-night-shift",
    ] {
        let cohort = communities::community_seen_by_slug(&conn, Actor::System, slug).await;
        let cohort = cohort.expect("a cohort").community.id;
        let sessions = sessions::sessions_of(&conn, Actor::System, cohort).await;
        let sessions = sessions.expect("sessions");
        let held = sessions.iter().filter(|it| it.session.state == Closed);
        standing.push((held.count(), sessions.len()));
        let delivery = sessions::delivery_of(&conn, cohort).await;
        assert!(
            delivery.expect("an answer").is_some(),
            "{slug} runs a program"
        );
    }
    assert_eq!(standing, [(3, 3), (3, 6), (0, 3), (2, 4), (3, 3)]);
    let threads = async || {
        let everything = (ThreadsIn::Everywhere, ThreadFilter::All);
        let page = (First::parse(100).expect("a page"), None);
        let threads = channels::threads_in(&conn, Actor::System, everything, page).await;
        threads.expect("the conversations").items.len()
    };
    let before = threads().await;
    stage.runs_what_is_due().await;
    assert_eq!(threads().await, before, "what was due has happened");
}

#[tokio::test]
async fn who_helps_finds_questions_that_wait() {
    let (stage, _) = demonstration().await;
    for name in ["Jonas Lindqvist", "Amara Okafor"] {
        let day = today_of(&stage, name).await;
        assert!(day.unanswered.len() >= 2, "{name}");
        assert!(!day.waiting.is_empty(), "{name} was spoken to");
    }
    let day = today_of(&stage, "Ines Duarte").await;
    assert!(!day.unanswered.is_empty() && !day.waiting.is_empty());
}

#[tokio::test]
async fn every_conversation_reads_well_from_its_first_post_to_its_last() {
    let (stage, loaded) = demonstration().await;
    let conn = stage.db().read();
    let everything = (ThreadsIn::Everywhere, ThreadFilter::All);
    let page = (First::parse(100).expect("a page"), None);
    let threads = channels::threads_in(&conn, Actor::System, everything, page).await;
    let threads = threads.expect("the conversations").items;
    assert_eq!(threads.len(), loaded.threads);

    let mut posts = 0;
    for (_, seen) in threads {
        let thread = &seen.thread;
        let told = channels::thread_posts_as_they_stand(&conn, &[thread.id], None, 1_000).await;
        let mut told = told.expect("its posts");
        told.sort_by_key(|(post, _)| post.number);
        assert!(!told.is_empty(), "{} is empty", thread.title);
        let shown = told.iter().filter(|(post, _)| post.published).count();
        assert_eq!(shown, thread.last_number as usize, "{}", thread.title);
        assert!(
            told.is_sorted_by_key(|(post, _)| post.created_at),
            "{} goes back in time",
            thread.title
        );
        for (post, _) in &told {
            assert!(!kernel::strip_markup(&post.html).is_empty());
            assert!(post.created_at <= stage.db().now());
            assert!(
                !post.body.contains("(thread:"),
                "a loose link: {}",
                post.body
            );
            assert!(!post.body.contains("!"), "too loud: {}", post.body);
        }
        posts += told.len();
    }
    assert_eq!(posts, loaded.posts);
}

#[tokio::test]
async fn a_moderator_finds_every_kind_of_thing_that_waits_and_an_author_what_waits_of_theirs() {
    let (stage, _) = demonstration().await;
    let conn = stage.db().read();
    let jonas = actor(&stage, "Jonas Lindqvist").await;
    let mut met = Vec::new();
    let mut held = None;
    for tab in [Tab::Unanswered, Tab::ToCheck, Tab::Reported] {
        let page = (First::parse(50).expect("a page"), None);
        let found = moderation::queue(&conn, jonas, (tab, None), page).await;
        for (_, seen) in found.expect("a queue").items {
            let waits = seen.item.reasons.contains(Reason::Held);
            held = held.or(seen.item.post_id.filter(|_| waits));
            met.extend(seen.item.reasons.as_slice());
        }
    }
    for reason in [
        Reason::Unanswered,
        Reason::Held,
        Reason::NewAnswer,
        Reason::AnswerNearMisconception,
        Reason::Flagged,
    ] {
        assert!(met.contains(&reason), "{reason:?} is not among {met:?}");
    }
    let held = [held.expect("a post that is held")];
    for (name, sees) in [("Priya Raman", 1), ("Tomás Herrera", 0)] {
        let person = actor(&stage, name).await;
        let posts = channels::posts_visible_to(&conn, person, &held).await;
        assert_eq!(posts.expect("posts").len(), sees, "{name}");
    }
}

#[tokio::test]
async fn people_look_for_some_things_again_and_each_of_them_is_there() {
    let (stage, _) = demonstration().await;
    let search = "query($query: String!) { search(query: $query, first: 1) {
        totalCount note alsoSearched } }";
    let asks = async |person: &tests::Person<'_>, query: &str| {
        let answer = person.asks(search, json!({ "query": query })).await;
        answer["data"]["search"].clone()
    };
    let mut telling = 0;
    for guide in &PEOPLE[..3] {
        let person = stage.finds(guide.handle).await;
        let kept = search::saved_searches(&stage.db().read(), person.actor()).await;
        for saved in kept.expect("saved searches") {
            telling += u32::from(saved.tells());
            let found = asks(&person, &saved.query).await;
            assert_ne!(found["totalCount"], 0, "{}: {found}", saved.query);
            assert_eq!(found["note"], Value::Null, "{}: {found}", saved.query);
        }
    }
    assert_eq!(telling, 1);

    let (ines, priya) = (
        actor(&stage, "Ines Duarte").await,
        stage.finds("priya-raman").await,
    );
    let kept = search::synonyms_kept(&stage.db().read(), ines).await;
    assert!(kept.expect("synonyms").len() >= 3);
    let found = asks(&priya, "pushback").await;
    assert_eq!(found["alsoSearched"], json!(["resistance"]));
    assert_ne!(found["totalCount"], 0);
}
