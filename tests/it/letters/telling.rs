//! What a letter tells, and when it comes.
use super::{has_chosen, pair, settings};
use chrono::TimeDelta;
use communities::{RemoveMember, Role};
use serde_json::json;
use tests::{Post, Stage};

/// From Monday, nine o'clock, until then.
fn until(day: i64, hour: i64, minute: i64) -> TimeDelta {
    TimeDelta::days(day) + TimeDelta::hours(hour - 9) + TimeDelta::minutes(minute)
}

#[tokio::test]
async fn in_the_calm_way_a_mention_comes_with_the_mail_of_the_next_morning() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = jonas.begins(&lobby, "Cold starts", "How, @priya?").await;
    jonas.posts(&thread, "@priya, are you there?").await;

    stage.settle().await;
    assert_eq!(settings(&priya).await["heldCount"], 1);
    stage.clock.advance(until(0, 19, 0));
    assert!(post.goes_round(&stage).await.is_empty(), "nothing today");
    stage
        .clock
        .advance(TimeDelta::hours(12) + TimeDelta::minutes(30));
    let letters = post.goes_round(&stage).await;

    assert_eq!(letters.len(), 1, "{letters:?}");
    let letter = &letters[0];
    assert_eq!(letter.to, "priya@example.org");
    assert_eq!(letter.subject, "Your day in Interlude: one thing");
    for words in [
        "Hello Priya,",
        "Jonas spoke to you in Leading change",
        "Cold starts",
        "2 posts are new to you there",
        "> @Priya, are you there?",
        "http://localhost:8080/go/post_",
        "http://localhost:8080/mail/",
    ] {
        assert!(letter.text.contains(words), "{words}: {}", letter.text);
    }
    assert_eq!(settings(&priya).await["heldCount"], 0);
    stage.clock.advance(TimeDelta::days(2));
    assert!(post.goes_round(&stage).await.is_empty(), "told once");
}

#[tokio::test]
async fn at_once_is_after_three_minutes_and_what_follows_comes_in_the_same_letter() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;
    jonas.posts(&thread, "With a story.").await;
    stage.clock.advance(TimeDelta::minutes(2));
    let other = jonas.begins(&lobby, "Lunch", "Hungry, @priya?").await;
    assert!(post.goes_round(&stage).await.is_empty());

    stage.clock.advance(TimeDelta::minutes(1));
    let letters = post.goes_round(&stage).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].subject, "2 things for you in Interlude");
    stage.clock.advance(TimeDelta::minutes(10));
    assert!(post.goes_round(&stage).await.is_empty(), "told once");

    jonas.posts(&other, "@priya?").await;
    stage.clock.advance(TimeDelta::minutes(3));
    let letters = post.goes_round(&stage).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "Jonas: Lunch");
}

#[tokio::test]
async fn what_was_read_deleted_or_muted_meanwhile_is_told_by_no_letter() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let read = jonas.begins(&lobby, "Read", "@priya").await;
    let deleted = jonas.begins(&lobby, "Deleted", "Well.").await;
    let said = jonas.posts(&deleted, "@priya").await;
    let muted = jonas.begins(&lobby, "Muted", "@priya").await;
    stage.settle().await;

    let reads = "mutation($input: MarkReadInput!) { markRead(input: $input) { id } }";
    let input = json!({ "thread": read["id"], "through": 1 });
    priya.asks(reads, json!({ "input": input })).await;
    let deletes = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    let input = json!({ "post": said["data"]["createPost"]["id"] });
    jonas.asks(deletes, json!({ "input": input })).await;
    let follows = "mutation($input: FollowThreadInput!) { followThread(input: $input) { id } }";
    let input = json!({ "thread": muted["id"], "follow": "MUTED" });
    priya.asks(follows, json!({ "input": input })).await;

    stage.clock.advance(TimeDelta::minutes(5));
    assert!(post.goes_round(&stage).await.is_empty());
}

#[tokio::test]
async fn who_left_the_community_gets_no_letter_about_it() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Facilitator)];
    let (_, lobby) = stage.cohort_of(&all).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    jonas.begins(&lobby, "A secret", "@priya, look").await;
    stage.settle().await;

    let memberships = communities::memberships_of(&stage.db().read(), priya.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    let remove = RemoveMember { membership };
    jonas.does(remove).await.expect("removed");
    stage.clock.advance(TimeDelta::minutes(5));

    assert!(post.goes_round(&stage).await.is_empty());
}

#[tokio::test]
async fn no_letter_comes_in_quiet_hours_or_while_letters_are_paused() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    stage.clock.advance(until(0, 22, 0));
    jonas.begins(&lobby, "Late", "Awake, @priya?").await;
    stage.clock.advance(TimeDelta::hours(8));
    assert!(
        post.goes_round(&stage).await.is_empty(),
        "it is six o'clock"
    );
    stage.clock.advance(TimeDelta::hours(1));
    assert_eq!(post.goes_round(&stage).await.len(), 1, "it is seven");

    has_chosen(&priya, json!({ "pausedUntil": "2026-01-09T12:00:00Z" })).await;
    jonas.begins(&lobby, "Away", "@priya?").await;
    jonas.begins(&lobby, "Far away", "@priya?").await;
    stage.clock.advance(TimeDelta::days(3));
    assert!(post.goes_round(&stage).await.is_empty());
    stage.clock.advance(TimeDelta::hours(5));
    let letters = post.goes_round(&stage).await;
    assert_eq!(letters.len(), 1, "what came together is one letter");
    assert!(letters[0].text.contains("Away") && letters[0].text.contains("Far away"));
}

#[tokio::test]
async fn a_day_has_room_for_few_letters_and_the_rest_waits_for_the_next_morning() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    // Two of four are kept for what is asked.
    has_chosen(&priya, json!({ "preset": "CLOSE", "lettersADay": 4 })).await;
    let mut letters = Vec::new();
    for title in ["One", "Two", "Three", "Four"] {
        jonas.begins(&lobby, title, "@priya").await;
        stage.clock.advance(TimeDelta::minutes(4));
        letters.extend(post.goes_round(&stage).await);
    }
    let subjects: Vec<&str> = letters.iter().map(|it| it.subject.as_str()).collect();
    assert_eq!(subjects, ["Jonas: One", "Jonas: Two"]);

    stage.clock.advance(until(1, 7, 30));
    let letters = post.goes_round(&stage).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "Your day in Interlude: 2 things");
    assert!(letters[0].text.contains("Three") && letters[0].text.contains("Four"));
}

#[tokio::test]
async fn on_sunday_comes_what_is_followed_and_what_else_is_new() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    let followed = jonas.begins(&lobby, "Followed", "So.").await;
    let follows = "mutation($input: FollowThreadInput!) { followThread(input: $input) { id } }";
    let input = json!({ "thread": followed["id"], "follow": "FOLLOWING" });
    priya.asks(follows, json!({ "input": input })).await;
    jonas.posts(&followed, "And so on.").await;
    jonas.begins(&lobby, "Something else", "New.").await;

    stage.clock.advance(until(5, 12, 0));
    assert!(post.goes_round(&stage).await.is_empty(), "it is Saturday");
    stage.clock.advance(TimeDelta::hours(20));
    let letters = post.goes_round(&stage).await;
    let letter = letters
        .iter()
        .find(|letter| letter.to == "priya@example.org")
        .expect("a letter to Priya");
    assert_eq!(letter.subject, "Your week in Interlude: 2 things");
    assert!(
        letter
            .text
            .contains("Jonas wrote in a conversation you follow")
    );
    assert!(
        letter
            .text
            .contains("New in Leading change\nSomething else")
    );
}

#[tokio::test]
async fn letters_speak_the_language_of_who_reads_them_and_hold_no_markup_of_others() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let prefers = "mutation { updatePreferences(input: { language: \"de\" }) { email } }";
    priya.asks(prefers, json!({})).await;
    let title = "<img src=x onerror=alert(1)>\u{202e} \"tricks\"";
    jonas.begins(&lobby, title, "<b>@priya</b> & co").await;
    stage.clock.advance(TimeDelta::minutes(3));

    let letters = post.goes_round(&stage).await;
    let letter = &letters[0];
    assert!(letter.text.contains("Guten Tag Priya,"), "{}", letter.text);
    assert!(
        letter
            .text
            .contains("Jonas hat Sie in Leading change angesprochen")
    );
    let html = letter.html.as_deref().expect("a dressed letter");
    assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
    assert!(
        html.contains("&lt;img src=x onerror=alert(1)&gt;"),
        "{html}"
    );
    assert!(!html.contains("src=\"http"), "nothing is loaded: {html}");
}
