//! Wrong ideas are found, corrected where they stand, and told to who read them.
mod agreeing;
mod authors;
mod budget;
mod grave;
mod moving;
mod retold;
mod surfaces;
mod telling;
mod titles;
mod together;
mod watching;

use channels::{Channel, ChannelKind};
use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage};

pub const CLAIM: &str = "A good leader keeps the storming phase short";
pub const WRONG: &str = "keep the storming phase as short as you can";

/// Everything that a misconception says of itself.
pub const MISCONCEPTION: &str = "id number claim misses holds severity state version windowEndsAt publishedAt
    undoableUntil acknowledgementRequired sources { title url } owner { name } agreedBy { name } seenCount
    earlierCohortCount occurrences { id quote start end state post { id } }
    history { state by { name } note }
    spread { exposedBefore exposedAfter minutesToCorrection acknowledged told notConvinced recurrences }
    watch { suggested confirmed dismissed precision retiredAt }
    viewerNotice { answer isRequired }
    viewerCan { edit confirm agree offer publish reject close reopen undo answer revise }";

/// Ben wrote something wrong; Amara and Jonas moderate; Priya read it, Lena did not, Eve is a stranger.
pub struct Practice<'stage> {
    pub stage: &'stage Stage,
    pub amara: Person<'stage>,
    pub jonas: Person<'stage>,
    pub ben: Person<'stage>,
    pub priya: Person<'stage>,
    pub lena: Person<'stage>,
    pub eve: Person<'stage>,
    pub cohort: Community,
    pub channel: Channel,
    pub thread: Value,
    pub post: Value,
}

impl<'stage> Practice<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let amara = stage.person("Amara").await;
        let jonas = stage.person("Jonas").await;
        let ben = stage.person("Ben").await;
        let priya = stage.person("Priya").await;
        let lena = stage.person("Lena").await;
        let eve = stage.person("Eve").await;
        let members = [
            (&amara, Role::Facilitator),
            (&jonas, Role::Moderator),
            (&ben, Role::Learner),
            (&priya, Role::Learner),
            (&lena, Role::Learner),
        ];
        let (cohort, _) = stage.cohort_of(&members).await;
        let channel = stage
            .channel(&cohort, "questions", ChannelKind::Mixed)
            .await;
        let thread = lena
            .wonders(&channel, "Storming", "How long should a team storm?")
            .await;
        let body = format!("From experience: {WRONG}, or *people* leave. That is all.");
        let post = ben.posts(&thread, &body).await["data"]["createPost"].clone();
        reads(&priya, &thread, 2).await;
        stage.settle().await;
        Self {
            stage,
            amara,
            jonas,
            ben,
            priya,
            lena,
            eve,
            cohort,
            channel,
            thread,
            post,
        }
    }

    /// Jonas suspects Ben's words; returns the misconception.
    pub async fn suspected(&self, severity: &str) -> Value {
        let input = json!({
            "post": self.post["id"], "passage": { "quote": WRONG }, "claim": CLAIM,
            "severity": severity,
        });
        done(&self.jonas, "suspectMisconception", input).await
    }

    /// Jonas suspects, confirms and writes the correction; returns the misconception.
    pub async fn drafted(&self, severity: &str) -> Value {
        let it = self.suspected(severity).await;
        let about = json!({ "misconception": it["id"] });
        done(&self.jonas, "confirmMisconception", about).await;
        done(&self.jonas, "draftCorrection", draft(&it, severity)).await
    }

    /// As `drafted`, published once the author's window is over, and told.
    pub async fn published(&self) -> Value {
        let it = self.drafted("PRACTICE").await;
        let about = json!({ "misconception": it["id"], "hours": 24 });
        done(&self.jonas, "offerToAuthor", about).await;
        self.stage.clock.advance(chrono::TimeDelta::hours(24));
        self.stage.corrects().await;
        looks_at(&self.jonas, &it).await
    }

    /// The post as somebody sees it.
    pub async fn post_for(&self, person: &Person<'_>) -> Value {
        let ask = "query($id: ID!) { node(id: $id) { ... on Post { bodyHtml revision authorNotice { claim }
            corrections { id quote start end state claim misses holds isQuoted by { name }
                misconception { number } } } } }";
        let answer = person.asks(ask, json!({ "id": self.post["id"] })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["node"].clone()
    }

    /// Ben writes his post anew.
    pub async fn revises(&self, body: &str) -> Value {
        let edit =
            "mutation($input: EditPostInput!) { editPost(input: $input) { bodyHtml revision } }";
        let revision = self.post_for(&self.ben).await["revision"].clone();
        let input = json!({ "post": self.post["id"], "body": body, "revision": revision });
        self.ben.asks(edit, json!({ "input": input })).await
    }
}

pub fn draft(it: &Value, severity: &str) -> Value {
    json!({
        "misconception": it["id"], "claim": CLAIM, "severity": severity,
        "misses": "A team that never storms has not begun to disagree.",
        "holds": "Stay in it, and make disagreeing safe.",
        "sources": [{ "title": "Tuckman, 1965", "url": "https://example.org/tuckman" }],
    })
}

/// A change by its name; returns the whole answer.
pub async fn does(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change =
        format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ {MISCONCEPTION} }} }}");
    person.asks(&change, json!({ "input": input })).await
}

/// A change that must not fail; returns the misconception.
pub async fn done(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let answer = does(person, verb, input).await;
    assert!(answer.get("errors").is_none(), "{verb}: {answer}");
    answer["data"][verb].clone()
}

/// What somebody sees of a misconception; null when they do not.
pub async fn looks_at(person: &Person<'_>, it: &Value) -> Value {
    let ask = format!(
        "query($id: ID!) {{ node(id: $id) {{ ... on Misconception {{ {MISCONCEPTION} }} }} }}"
    );
    let answer = person.asks(&ask, json!({ "id": it["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["node"].clone()
}

pub async fn reads(person: &Person<'_>, thread: &Value, through: i32) {
    let mark = "mutation($input: MarkReadInput!) { markRead(input: $input) { readThrough } }";
    let input = json!({ "thread": thread["id"], "through": through });
    let answer = person.asks(mark, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
}

/// The notices that wait for somebody: what each tells.
pub async fn notices(person: &Person<'_>) -> Vec<Value> {
    let ask = "{ viewer { notices(first: 50) { edges { node {
        kind title about words happensAt misconception { claim holds } } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let mut notices: Vec<Value> = edges.iter().map(|edge| edge["node"].clone()).collect();
    notices.retain(|it| {
        it["kind"]
            .as_str()
            .is_some_and(|kind| kind.starts_with("CORRECTION"))
    });
    notices
}

pub async fn kinds(person: &Person<'_>) -> Vec<String> {
    let notices = notices(person).await;
    let kinds = notices.iter().filter_map(|it| it["kind"].as_str());
    kinds.map(str::to_owned).collect()
}

pub async fn acknowledges(person: &Person<'_>, it: &Value, answer: &str) -> Value {
    let input = json!({ "misconception": it["id"], "answer": answer });
    does(person, "acknowledgeCorrection", input).await
}
