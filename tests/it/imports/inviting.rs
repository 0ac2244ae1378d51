//! Many are invited at once, to whatever community each.
use crate::audit::log_of;
use communities::{Community, InvitePerson, Role};
use serde_json::{Value, json};
use tests::{Person, Post, Stage, error_of};

const LINES: &str = "query($id: ID!, $fate: InviteFate) { inviteList(id: $id) { sentAt
    counts { inviting staying refused sent }
    lines(first: 50, fate: $fate) { edges { node { line email role fate reason sentAt
        community { name } } } } } }";
const OPEN: &str = "query($query: String) { openInvitations(first: 20, query: $query) {
    edges { node { id email role community { name } invitedBy { name } } } } }";

const TYPED: &str = "name,email,community,role
Ruth Adler,Ruth@Example.org,Leading change,expert
,tom@example.org,,
Priya,priya@example.org,leading-change,learner
Kofi,kofi@example.org,leading-change,
Vera,vera.example.org,leading-change,
Mei,mei@example.org,Knitting,
Mei,mei@example.org,leading-change,captain
Ruth again,ruth@example.org,leading-change,learner
Ines,ines@example.org,leading-change,observer
";

async fn acts(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let act = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ id }} }}");
    person.asks(&act, json!({ "input": input })).await
}

/// Ines, a cohort with Priya in it, to which Kofi was invited, and a list that was looked at.
async fn looked_at(stage: &Stage) -> (Person<'_>, Community, Value) {
    let ines = stage.administrator("Ines").await;
    let priya = stage.person("Priya").await;
    let (cohort, _) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let kofi = InvitePerson {
        community: cohort.id,
        email: "kofi@example.org".to_owned(),
        role: Role::Learner,
    };
    ines.does(kofi).await.expect("an invitation");
    let input = json!({ "text": TYPED, "community": cohort.id.to_string() });
    let looked = acts(&ines, "previewInvites", input).await;
    assert!(looked.get("errors").is_none(), "{looked}");
    let id = looked["data"]["previewInvites"]["id"].clone();
    (ines, cohort, id)
}

async fn list_of(ines: &Person<'_>, id: &Value, fate: Option<&str>) -> (Value, Vec<Value>) {
    let answer = ines.asks(LINES, json!({ "id": id, "fate": fate })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let list = answer["data"]["inviteList"].clone();
    let edges = list["lines"]["edges"].as_array().expect("lines").iter();
    let lines = edges.map(|edge| edge["node"].clone()).collect();
    (list, lines)
}

async fn open(ines: &Person<'_>, query: Option<&str>) -> Vec<Value> {
    let answer = ines.asks(OPEN, json!({ "query": query })).await;
    let edges = answer["data"]["openInvitations"]["edges"].as_array();
    let edges = edges.expect("a list").iter();
    edges.map(|edge| edge["node"].clone()).collect()
}

#[tokio::test]
async fn each_line_says_what_it_would_do_and_none_is_lost() {
    let stage = Stage::new().await;
    let (ines, cohort, id) = looked_at(&stage).await;

    let (list, lines) = list_of(&ines, &id, None).await;
    let (_, refused) = list_of(&ines, &id, Some("REFUSED")).await;
    let nobody = acts(&ines, "previewInvites", json!({ "text": " \n" })).await;

    assert_eq!(
        list["counts"],
        json!({ "inviting": 3, "staying": 2, "refused": 4, "sent": 0 })
    );
    let told = |line: i64| {
        let line = lines.iter().find(|it| it["line"] == line).expect("a line");
        (
            line["fate"].clone(),
            line["reason"].as_str().unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(lines.len(), 9, "every line stands there");
    assert_eq!(lines[0]["email"], "ruth@example.org");
    assert_eq!(lines[0]["role"], "EXPERT");
    assert_eq!(lines[0]["community"]["name"], cohort.name);
    assert_eq!(lines[1]["community"]["name"], cohort.name, "it names none");
    assert_eq!(lines[1]["role"], "LEARNER");
    assert_eq!(
        told(4),
        (json!("STAYS"), "they are a member already".to_owned())
    );
    assert_eq!(told(5).1, "they have an invitation that is open");
    assert_eq!(told(6).1, "this is no e-mail address");
    assert_eq!(told(7).1, "no community that is open has this name");
    assert!(
        told(8).1.starts_with("the role is none of"),
        "{:?}",
        told(8)
    );
    assert_eq!(told(9).1, "the address stands on line 2 already");
    assert_eq!(told(10), (json!("INVITES"), String::new()));
    assert_eq!(refused.len(), 4);
    assert_eq!(refused[0]["email"], "vera.example.org", "as it was typed");
    assert_eq!(error_of(&nobody).0, "INVALID");
    assert!(
        open(&ines, Some("ruth")).await.is_empty(),
        "nothing happened yet"
    );
}

#[tokio::test]
async fn everybody_on_it_is_sent_one_letter_and_it_is_seen_how_far_it_is() {
    let stage = Stage::new().await;
    let (ines, cohort, id) = looked_at(&stage).await;
    Post::of(&stage).does_jobs(&stage).await;

    let sent = acts(&ines, "sendInvites", json!({ "list": id })).await;
    let twice = acts(&ines, "sendInvites", json!({ "list": id })).await;
    let mut to: Vec<String> = Post::of(&stage)
        .does_jobs(&stage)
        .await
        .into_iter()
        .map(|letter| letter.to)
        .collect();
    to.sort();
    let (list, lines) = list_of(&ines, &id, Some("INVITES")).await;
    let ruth = open(&ines, Some("ruth@")).await;
    let known = identity::person_by_email(&stage.db().read(), "ruth@example.org").await;
    let log = log_of(&stage).await;

    assert!(sent.get("errors").is_none(), "{sent}");
    assert_eq!(error_of(&twice).0, "CONFLICT");
    assert_eq!(
        to,
        ["ines@example.org", "ruth@example.org", "tom@example.org"]
    );
    assert_eq!(list["counts"]["sent"], 3);
    assert!(
        lines.iter().all(|line| line["sentAt"].is_string()),
        "{lines:?}"
    );
    assert_eq!(ruth.len(), 1);
    assert_eq!(ruth[0]["role"], "EXPERT");
    assert_eq!(ruth[0]["community"]["name"], cohort.name);
    assert_eq!(ruth[0]["invitedBy"]["name"], "Ines");
    let known = known.expect("an answer").expect("an account that waits");
    assert_eq!(known.name, "Ruth Adler", "the name that was given is kept");
    let entry = log.iter().find(|it| it.kind == "imports.invites_sent");
    assert_eq!(entry.expect("an entry").actor_id, Some(ines.record.id));
}

#[tokio::test]
async fn an_open_invitation_is_sent_again_and_withdrawn() {
    let stage = Stage::new().await;
    let (ines, _, _) = looked_at(&stage).await;
    let first = Post::of(&stage).does_jobs(&stage).await.remove(0);
    let link = |text: &str| {
        let (_, rest) = text.split_once("/invite/").expect("a link");
        rest.split_whitespace().next().expect("a token").to_owned()
    };
    let opens = async |text: &str| {
        let token = link(text);
        let ask = "query($token: String!) { invitation(token: $token) { email } }";
        let answer = stage.stranger_asks(ask, json!({ "token": token })).await;
        answer["data"]["invitation"].is_object()
    };
    let kofi = open(&ines, Some("kofi")).await.remove(0);

    let again = acts(
        &ines,
        "sendInvitationAgain",
        json!({ "invitation": kofi["id"] }),
    )
    .await;
    let second = Post::of(&stage).does_jobs(&stage).await.remove(0);
    let (old, new) = (opens(&first.text).await, opens(&second.text).await);
    let kofi = open(&ines, Some("kofi")).await.remove(0);
    let withdrawn = acts(
        &ines,
        "withdrawInvitation",
        json!({ "invitation": kofi["id"] }),
    )
    .await;
    let late = acts(
        &ines,
        "withdrawInvitation",
        json!({ "invitation": kofi["id"] }),
    )
    .await;
    let log = log_of(&stage).await;

    assert!(again.get("errors").is_none(), "{again}");
    assert!(!old && new, "the links before stop working");
    assert!(withdrawn.get("errors").is_none(), "{withdrawn}");
    assert!(!opens(&second.text).await);
    assert!(open(&ines, Some("kofi")).await.is_empty());
    assert_eq!(error_of(&late).0, "NOT_FOUND");
    let entry = log
        .iter()
        .find(|it| it.kind == "communities.invitation_withdrawn");
    assert_eq!(entry.expect("an entry").actor_id, Some(ines.record.id));
}

#[tokio::test]
async fn who_leads_a_community_looks_after_its_invitations_and_nobody_sees_those_of_all() {
    let stage = Stage::new().await;
    let (ines, cohort, id) = looked_at(&stage).await;
    let amara = stage.person("Amara").await;
    stage.joins(&amara, &cohort, Role::Facilitator).await;
    let stranger = stage.person("Stranger").await;
    let kofi = open(&ines, Some("kofi")).await.remove(0);
    let input = json!({ "invitation": kofi["id"] });

    let list = amara.asks(LINES, json!({ "id": id })).await;
    let all = amara.asks(OPEN, json!({})).await;
    let by_stranger = acts(&stranger, "withdrawInvitation", input.clone()).await;
    let by_amara = acts(&amara, "withdrawInvitation", input).await;

    assert_eq!(error_of(&list).0, "FORBIDDEN");
    assert_eq!(error_of(&all).0, "FORBIDDEN");
    assert_eq!(error_of(&by_stranger).0, "NOT_FOUND");
    assert!(by_amara.get("errors").is_none(), "{by_amara}");
}

#[tokio::test]
async fn an_address_on_each_line_is_enough_and_spreadsheets_divide_as_they_like() {
    let stage = Stage::new().await;
    let (ines, cohort, _) = looked_at(&stage).await;
    let plain = "ruth@example.org\n\nTom Berg, tom@example.org\n";
    let divided =
        "Name;E-Mail;Gemeinschaft;Rolle\nRuth;ruth@example.org;LEADING CHANGE;Expert\n;;;\n";

    let input = json!({ "text": plain, "community": cohort.id.to_string() });
    let plain = acts(&ines, "previewInvites", input).await;
    let (_, plain) = list_of(&ines, &plain["data"]["previewInvites"]["id"], None).await;
    let divided = acts(&ines, "previewInvites", json!({ "text": divided })).await;
    let (_, divided) = list_of(&ines, &divided["data"]["previewInvites"]["id"], None).await;
    let no_table = acts(
        &ines,
        "previewInvites",
        json!({ "text": "who,where\nRuth,here" }),
    )
    .await;

    let emails: Vec<&str> = plain
        .iter()
        .filter_map(|line| line["email"].as_str())
        .collect();
    assert_eq!(emails, ["ruth@example.org", "tom@example.org"]);
    assert!(
        plain.iter().all(|line| line["fate"] == "INVITES"),
        "{plain:?}"
    );
    assert_eq!(divided.len(), 1);
    assert_eq!(divided[0]["role"], "EXPERT");
    assert_eq!(divided[0]["community"]["name"], cohort.name);
    assert_eq!(
        error_of(&no_table).1,
        "the first line names no column email"
    );
}
