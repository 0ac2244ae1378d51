//! How the fields of moderation are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Own, SignIn};
use communities::Community;
use kernel::Actor;
use moderation::{FlagPost, FlagReason, Tab};
use tests::Stage;

/// What there is to ask about.
pub struct Moderation {
    community: String,
    person: String,
    post: String,
    flag: String,
    item: String,
}

impl Moderation {
    /// A flag on a post of the community, and what waits because of it.
    pub async fn of(stage: &Stage, community: &Community, (person, post): (&str, &str)) -> Self {
        let dana = stage.person("Dana").await;
        stage
            .joins(&dana, community, communities::Role::Learner)
            .await;
        let flag = FlagPost {
            post: post.parse().expect("a post"),
            reason: FlagReason::Unkind,
            note: Some("the secret word".to_owned()),
            proposal: None,
        };
        let flag = dana.does(flag).await.expect("a flag");
        stage.settle().await;
        let page = (kernel::First::parse(1).expect("one"), None);
        let conn = stage.db().read();
        let place = (Tab::Reported, Some(community.id));
        let queue = moderation::queue(&conn, Actor::System, place, page).await;
        let queue = queue.expect("a queue");
        let item = queue.nodes().next().expect("an item").item.id;
        Self {
            community: community.id.to_string(),
            person: person.to_owned(),
            post: post.to_owned(),
            flag: flag.id.to_string(),
            item: item.to_string(),
        }
    }

    /// As these, of which nothing exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            community: id("community"),
            person: id("person"),
            post: id("post"),
            flag: id("flag"),
            item: id("check"),
        }
    }
}

/// Field, how it is asked, what nobody hears, what a stranger hears.
pub fn rows(of: &Moderation) -> Vec<(&'static str, String, Answer, Answer)> {
    let Moderation {
        community,
        person,
        post,
        flag,
        item,
    } = of;
    let m = |field: &'static str, input: String| {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let q = |field: &'static str, ask: String| (field, format!("{{ {ask} }}"), SignIn, Own);
    let whom = format!("community: \"{community}\", person: \"{person}\"");
    let until = "until: \"2026-01-12T09:00:00Z\", reason: \"no\"";
    let item = format!("item: \"{item}\"");
    let appeal = "appeal_01h455vb4pex5vsknk084sn02q";
    vec![
        m("mutePerson", format!("{whom}, {until}")),
        m("unmutePerson", whom),
        m(
            "suspendPerson",
            format!("person: \"{person}\", reason: \"no\""),
        ),
        m("restorePerson", format!("person: \"{person}\"")),
        m("flagPost", format!("post: \"{post}\", reason: SPAM")),
        m("withdrawFlag", format!("flag: \"{flag}\"")),
        m("claimModerationItem", item.clone()),
        m("releaseModerationItem", item.clone()),
        m(
            "decideModerationItem",
            format!("{item}, version: 1, decision: NOTHING"),
        ),
        m("undoModerationDecision", item.clone()),
        m("appeal", format!("{item}, words: \"no\"")),
        m(
            "answerAppeal",
            format!("appeal: \"{appeal}\", isUpheld: true, answer: \"yes\""),
        ),
        q(
            "moderationQueue",
            format!(
                "moderationQueue(tab: REPORTED, community: \"{community}\", first: 5) {{
                    edges {{ node {{ id flags {{ note }} thread {{ title }} }} }} }}"
            ),
        ),
        q(
            "moderationCounts",
            "moderationCounts { reported toCheck unanswered }".to_owned(),
        ),
        (
            "suspensions",
            "{ suspensions(first: 5) { edges { node { reason } } } }".to_owned(),
            SignIn,
            NotFound,
        ),
        (
            "audit",
            "{ audit(first: 5) { edges { node { act { reason } } } } }".to_owned(),
            SignIn,
            NotFound,
        ),
        (
            "auditedPeople",
            "{ auditedPeople { name } }".to_owned(),
            SignIn,
            NotFound,
        ),
        (
            "auditedCorrections",
            "{ auditedCorrections(first: 5) { edges { node { claim } } } }".to_owned(),
            SignIn,
            NotFound,
        ),
        q(
            "myFlags",
            "myFlags(first: 5) { edges { node { id note } } }".to_owned(),
        ),
    ]
}
