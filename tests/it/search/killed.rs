//! Whatever moment an index is killed at, what it holds afterwards is what was said.
use communities::Role;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::{Person, Program};

const KILLS: u32 = 100;

/// Says something, says something else instead, takes something back, and knows something new.
async fn talks(person: &Person<'_>, thread: &Value, turn: u32) {
    let mut posts = Vec::new();
    for n in 0..3 {
        let said = person.posts(thread, &format!("heron {turn} {n}")).await;
        posts.push(said["data"]["createPost"]["id"].clone());
    }
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
    let input = json!({ "post": posts[0], "body": format!("crane {turn}"), "revision": 1 });
    let edited = person.asks(edit, json!({ "input": input })).await;
    assert!(edited.get("errors").is_none(), "{edited}");
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    let input = json!({ "input": { "post": posts[1] } });
    let deleted = person.asks(delete, input).await;
    assert!(deleted.get("errors").is_none(), "{deleted}");
    let profile = "mutation($input: UpdateProfileInput!) {
        updateProfile(input: $input) { person { id } } }";
    let input = json!({ "input": { "askMeAbout": format!("stork {turn}") } });
    let changed = person.asks(profile, input).await;
    assert!(changed.get("errors").is_none(), "{changed}");
}

#[tokio::test]
async fn an_index_that_is_killed_a_hundred_times_holds_what_was_said() {
    let program = Program::new().await;
    let stage = program.stage().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Birds", "A heron.").await;
    // By turns it is told all anew, and hears what is new.
    let indexing = [["search", "rebuild"], ["search", "verify"]];
    let mut whole = [Duration::MAX; 2];
    for turn in 0..6 {
        talks(&ada, &thread, turn).await;
        stage.facts_arrive().await;
        let begun = Instant::now();
        let said = program.runs(&indexing[turn as usize % 2]).await;
        assert_eq!(said.code, Some(0), "{said:?}");
        let took = &mut whole[turn as usize % 2];
        *took = begun.elapsed().min(*took);
    }

    let mut killed = 0;
    for turn in 6..6 + KILLS {
        talks(&ada, &thread, turn).await;
        let way = turn as usize % 2;
        // From its first moment to its last, and not one after the other.
        let moment = whole[way] * (turn * 37 % KILLS) / KILLS;
        killed += u32::from(program.is_killed(&indexing[way], moment).await);
    }

    assert!(killed > KILLS / 2, "only {killed} were killed at work");
    stage.facts_arrive().await;
    let said = program.runs(&["search", "verify"]).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let sound = "0 documents are missing, 0 are too many, 0 are out of date";
    assert!(said.out.contains(sound), "{said:?}");
    let stats = program.runs(&["search", "stats"]).await;
    let posts = 1 + 2 * (6 + KILLS);
    // Ada is the one who is no post.
    let held = format!("documents  {}\npeople     1\nsessions   0\n", posts + 1);
    assert!(stats.out.contains(&held), "{stats:?}");
    assert!(stats.out.contains("behind     0 facts"), "{stats:?}");
    assert!(stats.out.contains("files      0 not read yet"), "{stats:?}");
}
