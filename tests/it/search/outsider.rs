//! Two worlds that differ by a secret alone. Whoever may not read it is answered the same in both, to the
//! letter, on every way that stands on the index or on the tables of searching.
mod walk;

use crate::prompts::{changes, merge};
use channels::{
    Answers, BeginPrompt, Channel, ChannelKind, HidePost, Premoderation, UpdateChannel,
};
use chrono::TimeDelta;
use communities::{Community, Role};
use serde_json::{Value, json};
use std::collections::HashSet;
use tests::{Person, Stage};
use walk::{Answered, walk};

#[derive(Clone, Copy, PartialEq)]
enum World {
    /// The quetzal is spoken of where not everybody may read.
    Secret,
    Plain,
}

/// Heard of when something new is found.
const KEPT: [&str; 8] = [
    "quetzal",
    "quet*",
    "quetzla",
    "-heron quetzal",
    "bulbul",
    "after:2000",
    "is:unanswered",
    "has:file",
];

/// Does something that works; returns what it answers.
async fn does(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let answer = changes(person, verb, "id", input).await;
    assert!(answer.get("errors").is_none(), "{verb}: {answer}");
    answer["data"][verb].clone()
}

async fn begins(person: &Person<'_>, channel: &Channel, (title, more): (&str, Value)) -> Value {
    let mut input = json!({ "channel": channel.id.to_string(), "kind": "DISCUSSION", "title": title,
        "body": "It sang, and sang.", "nonce": tests::nonce() });
    merge(&mut input, &more);
    does(person, "createThread", input).await
}

async fn wonders(person: &Person<'_>, channel: &Channel, (title, more): (&str, Value)) -> Value {
    let mut input = json!({ "channel": channel.id.to_string(), "title": title, "body": "I heard one.",
        "nonce": tests::nonce() });
    merge(&mut input, &more);
    does(person, "askQuestion", input).await
}

/// A session with what is asked in it, and a conversation with a file.
async fn is_busy(
    stage: &Stage,
    (amara, kofi): (&Person<'_>, &Person<'_>),
    (place, channel, bird): (&Community, &Channel, &str),
) -> Value {
    let input = json!({ "community": place.id.to_string(), "title": format!("The {bird}, in depth"),
        "format": "WORKSHOP",
        "parts": [crate::sessions::part("2026-01-12T10:00", "2026-01-12T12:00")] });
    let session = does(amara, "createSession", input).await;
    let publish = json!({ "session": session["id"] });
    does(amara, "publishSession", publish).await;
    let about = json!({ "session": session["id"] });
    let title = format!("Which {bird} sings at night?");
    let question = wonders(kofi, channel, (&title, about)).await;
    let notes = format!("A {bird} booms.");
    let file = stage
        .app
        .files
        .accept(stage.db(), kofi.actor(), "notes.txt", notes.into());
    let file = file.await.expect("a file").id.to_string();
    moment(stage);
    begins(
        kofi,
        channel,
        ("Attached", json!({ "attachments": [file] })),
    )
    .await;
    question
}

/// What happens at one moment has no order.
fn moment(stage: &Stage) {
    stage.clock.advance(TimeDelta::seconds(1));
}

async fn comes<'stage>(stage: &'stage Stage, name: &str) -> Person<'stage> {
    moment(stage);
    stage.person(name).await
}

async fn keeps_searches(stage: &Stage, person: &Person<'_>) {
    for query in KEPT {
        moment(stage);
        let keep = json!({ "query": query, "tells": true });
        does(person, "saveSearch", keep).await;
    }
}

/// Noor learns and Mo moderates in one community; Amara and Kofi are in another one too, where the
/// quetzal is spoken of in one of the worlds. What each of the three is answered.
async fn two_communities(world: World) -> [Vec<Answered>; 3] {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (noor, mo) = (comes(&stage, "Noor").await, comes(&stage, "Mo").await);
    let (amara, kofi) = (comes(&stage, "Amara").await, comes(&stage, "Kofi").await);
    let all = [
        (&noor, Role::Learner),
        (&mo, Role::Moderator),
        (&amara, Role::Facilitator),
        (&kofi, Role::Learner),
    ];
    let (open, lobby) = stage.cohort_of(&all).await;
    moment(&stage);
    let (hidden, den) = stage.cohort_of(&all[2..]).await;
    let alike = json!({ "words": ["bulbul", "nightingale", "quetzal"] });
    does(&ines, "addSynonyms", alike).await;
    let birds = json!({ "body": "A nightingale sang at night.", "tags": ["Song birds"] });
    let dawn = begins(&kofi, &lobby, ("Songs at dawn", birds)).await;
    moment(&stage);
    begins(&noor, &lobby, ("Night walks", json!({ "tags": ["walks"] }))).await;
    moment(&stage);
    let asked = is_busy(&stage, (&amara, &kofi), (&open, &lobby, "bird")).await;
    moment(&stage);
    noor.posts(&asked, "A nightingale, at night.").await;
    stage.settle().await;
    for person in [&noor, &mo, &amara] {
        keeps_searches(&stage, person).await;
    }

    stage.clock.advance(TimeDelta::minutes(5));
    if world == World::Secret {
        speaks_of_the_quetzal(&stage, (&amara, &kofi), (&hidden, &den)).await;
        is_busy(&stage, (&amara, &kofi), (&hidden, &den, "quetzal")).await;
    } else {
        // As long as the other world takes.
        moment(&stage);
    }
    moment(&stage);
    begins(
        &kofi,
        &lobby,
        ("Another dawn", json!({ "body": "A nightingale sang." })),
    )
    .await;
    moment(&stage);
    wonders(&kofi, &lobby, ("Which wren was it?", json!({}))).await;
    stage.clock.advance(TimeDelta::minutes(20));
    stage.watches_searches().await;

    let read = [dawn, asked];
    [
        walk(&noor, &open, &read).await,
        walk(&mo, &open, &read).await,
        walk(&amara, &hidden, &read).await,
    ]
}

async fn speaks_of_the_quetzal(
    stage: &Stage,
    (amara, kofi): (&Person<'_>, &Person<'_>),
    (hidden, den): (&Community, &Channel),
) {
    let tagged =
        json!({ "body": "The quetzal sang at night.", "tags": ["quetzal songs", "songs"] });
    for n in 0..12 {
        let title = format!("Quetzal nightingale {n}");
        let thread = begins(kofi, den, (&title, tagged.clone())).await;
        kofi.posts(&thread, "It sang, the nightingale of quetzals.")
            .await;
    }
    stage
        .channel(hidden, "quetzal-watch", ChannelKind::Mixed)
        .await;
    let quetzalina = stage.person("Quetzalina").await;
    stage.joins(&quetzalina, hidden, Role::Learner).await;
    let circle = stage.cohort("Quetzal circle").await;
    stage.joins(amara, &circle, Role::Facilitator).await;
    for person in [amara, kofi, &quetzalina] {
        let vain = json!({ "query": "quetzal eggs", "community": hidden.id.to_string() });
        does(person, "noteNothingFound", vain).await;
    }
}

/// Fails where two answers differ, and says on which way.
fn are_the_same(plain: &[Answered], secret: &[Answered]) {
    for (one, other) in plain.iter().zip(secret) {
        assert_eq!(one, other);
    }
    assert_eq!(plain.len(), secret.len());
}

#[tokio::test]
async fn no_answer_to_an_outsider_differs_by_what_is_said_where_they_may_not_read() {
    let plain = two_communities(World::Plain).await;
    let secret = two_communities(World::Secret).await;
    are_the_same(&plain[0], &secret[0]);
    are_the_same(&plain[1], &secret[1]);

    // To who may read it, it makes a difference on each of these ways.
    let told: HashSet<&Answered> = plain[2].iter().collect();
    let differ = secret[2].iter().filter(|it| !told.contains(it));
    let differ: HashSet<&str> = differ.map(|(way, ..)| *way).collect();
    let ways = [
        "search",
        "suggest",
        "similar",
        "related",
        "alerts",
        "asked in vain",
    ];
    assert_eq!(differ, HashSet::from(ways));
}

/// One community, in which Noor has not answered yet and is no moderator: what she is answered.
async fn withheld_in_one(world: World) -> (Vec<Answered>, Vec<Answered>) {
    let (bird, asker) = match world {
        World::Secret => ("quetzal", "Kofi"),
        World::Plain => ("hoatzin", "Jonas"),
    };
    let stage = Stage::new().await;
    let (noor, amara) = (comes(&stage, "Noor").await, comes(&stage, "Amara").await);
    let (kofi, jonas) = (comes(&stage, "Kofi").await, comes(&stage, "Jonas").await);
    let all = [
        (&noor, Role::Learner),
        (&amara, Role::Facilitator),
        (&kofi, Role::Learner),
        (&jonas, Role::Learner),
    ];
    let (place, lobby) = stage.cohort_of(&all).await;
    let allow = json!({ "community": place.id.to_string(), "namelessQuestions": true });
    does(&amara, "updateCommunity", allow).await;
    let open = wonders(&noor, &lobby, ("Which bird sings at night?", json!({}))).await;
    keeps_searches(&stage, &noor).await;
    keeps_searches(&stage, &amara).await;
    moment(&stage);

    let prompt = BeginPrompt {
        channel: lobby.id,
        title: "What sings at night?".to_owned(),
        body: "One line.".to_owned(),
        answers: Answers::First,
        attachments: Vec::new(),
        nonce: tests::nonce(),
        words: None,
    };
    let prompt = amara.does(prompt).await.expect("a prompt");
    let prompt = json!({ "id": prompt.id.to_string() });
    moment(&stage);
    kofi.posts(&prompt, &format!("The {bird} sang at night."))
        .await;
    moment(&stage);
    hides_words(&stage, (&amara, &kofi, &noor), (&lobby, bird)).await;
    let asker = if asker == "Kofi" { &kofi } else { &jonas };
    moment(&stage);
    let nameless = json!({ "nameless": true });
    let quiet = wonders(asker, &lobby, ("Who speaks first?", nameless)).await;
    moment(&stage);
    let named = wonders(asker, &lobby, ("Who speaks last?", json!({}))).await;
    stage.settle().await;
    does(asker, "makeNameless", json!({ "thread": named["id"] })).await;
    moment(&stage);
    asker.posts(&named, "Nobody speaks, I think.").await;
    if world == World::Secret {
        waits_for_a_moderator(&stage, &kofi, (&lobby, &open)).await;
    }
    stage.clock.advance(TimeDelta::minutes(20));
    stage.watches_searches().await;

    let read = [open, prompt, quiet, named];
    (
        walk(&noor, &place, &read).await,
        walk(&amara, &place, &read).await,
    )
}

/// A reply and a whole conversation that a moderator took out of sight.
async fn hides_words(
    stage: &Stage,
    (amara, kofi, noor): (&Person<'_>, &Person<'_>, &Person<'_>),
    (channel, bird): (&Channel, &str),
) {
    let body = json!({ "body": format!("A {bird} sings there.") });
    let attic = begins(kofi, channel, (&format!("The {bird} in the attic"), body)).await;
    moment(stage);
    noor.posts(&attic, "An attic is warm at night.").await;
    moment(stage);
    let reply = kofi.posts(&attic, &format!("So is a {bird}.")).await;
    stage.settle().await;
    let opening = "query($id: ID!) { thread(id: $id) { opening { id } } }";
    let opening = amara.asks(opening, json!({ "id": attic["id"] })).await;
    for id in [
        &opening["data"]["thread"]["opening"]["id"],
        &reply["data"]["createPost"]["id"],
    ] {
        let post = id.as_str().expect("an id").parse().expect("a post");
        let reason = "unkind".to_owned();
        let hide = HidePost { post, reason };
        amara.does(hide).await.expect("hidden");
    }
}

/// From now on all that is answered here waits, and so does what has a tag.
async fn waits_for_a_moderator(
    stage: &Stage,
    kofi: &Person<'_>,
    (channel, open): (&Channel, &Value),
) {
    for (premoderation, is_answer) in [
        (Premoderation::AllAnswers, true),
        (Premoderation::HighStakes, false),
    ] {
        let careful = UpdateChannel {
            channel: channel.id,
            name: None,
            purpose: None,
            kind: None,
            premoderation: Some(premoderation),
            high_stakes_tags: Some(vec!["quetzal songs".to_owned()]),
        };
        stage.does(careful).await.expect("a channel");
        if is_answer {
            kofi.posts(open, "A quetzal sings at night.").await;
        } else {
            let tagged = json!({ "tags": ["quetzal songs"] });
            begins(kofi, channel, ("Which quetzal sings?", tagged)).await;
        }
    }
}

#[tokio::test]
async fn what_is_withheld_in_one_s_own_community_changes_no_answer_either() {
    let (plain, plain_to_all) = withheld_in_one(World::Plain).await;
    let (secret, secret_to_all) = withheld_in_one(World::Secret).await;
    are_the_same(&plain, &secret);

    // Who leads reads the answer that is withheld from the others.
    let answered = |walk: &[Answered]| -> bool {
        let of_it = walk.iter().filter(|(_, asked, _)| asked == "quetzal");
        let said = "The <mark>quetzal</mark> sang at night.";
        of_it.map(|(.., answer)| answer).any(|it| it.contains(said))
    };
    assert!(answered(&secret_to_all) && !answered(&plain_to_all));
}
