//! How the fields of questions, resources and stories are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, SignIn};
use super::table::World;

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(world: &World) -> Vec<Row> {
    let World {
        community,
        channel,
        thread,
        post,
        person,
        ..
    } = world;
    let change = |field: &'static str, input: String| {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let this = format!("thread: \"{thread}\"");
    let that = format!("post: \"{post}\"");
    let new = format!("channel: \"{channel}\", title: \"x\", nonce: \"9\"");
    let similar = format!(
        "{{ similarQuestions(community: \"{community}\", title: \"a secret title\", first: 3) {{ id }} }}"
    );
    vec![
        ("similarQuestions", similar, SignIn, NotFound),
        change("askQuestion", format!("{new}, body: \"x\"")),
        change(
            "shareResource",
            format!("{new}, why: \"x\", url: \"https://example.org\""),
        ),
        change(
            "tellStory",
            format!("{new}, situation: \"x\", used: \"x\", happened: \"x\", again: \"x\""),
        ),
        change("haveQuestionToo", format!("{this}, on: true")),
        change("inviteToAnswer", format!("{this}, person: \"{person}\"")),
        change("parkQuestion", this.clone()),
        change("closeAsDuplicate", format!("{this}, of: \"{IMAGINED}\"")),
        change("reopenQuestion", this.clone()),
        change("withdrawQuestion", this.clone()),
        change("makeNameless", this.clone()),
        change("revealAsker", format!("{this}, reason: \"x\"")),
        change("convertThread", format!("{this}, kind: QUESTION")),
        change("moveThread", format!("{this}, channel: \"{channel}\"")),
        change("mergeThreads", format!("{this}, into: \"{IMAGINED}\"")),
        change(
            "splitThread",
            format!("posts: [\"{post}\"], title: \"x\", channel: \"{channel}\", kind: QUESTION"),
        ),
        change("convertPost", format!("{that}, into: ANSWER")),
        change("markHelped", format!("{that}, on: true")),
        change("verifyAnswer", that.clone()),
        change("unverifyAnswer", that.clone()),
        change("stillTrue", that.clone()),
        change("markObsolete", format!("{that}, on: true, reason: \"x\"")),
    ]
}

const IMAGINED: &str = "thread_01h455vb4pex5vsknk084sn02r";
