//! Every root field of the schema, asked by nobody and by a stranger. A new field without a line here
//! fails: whoever adds one says what it shows to whom.
mod accounts;
mod audit;
mod checkins;
mod consultations;
mod factors;
mod feedback;
mod journeys;
mod misconceptions;
mod moderation;
mod pairings;
mod privacy;
mod pulses;
mod questions;
mod routes;
mod search;
mod sessions;
mod spaced;
mod sso;
mod table;
mod tokens;
mod world;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use checkins::CheckIns;
use communities::Role;
use consultations::Consultations;
use feedback::Rounds;
use journeys::Journeys;
use misconceptions::Misconceptions;
use moderation::Moderation;
use pairings::Pairings;
use pulses::Pulses;
use serde_json::{Value, json};
use sessions::Sessions;
use std::collections::BTreeSet;
use table::Answer::{Invalid, NotFound, Nothing, Open, Own, SignIn};
use table::{Answer, World, table};
use tests::Stage;

fn heard(answer: &Value) -> Answer {
    let code = answer["errors"][0]["extensions"]["code"].as_str();
    match code {
        Some("SIGN_IN_FIRST") => SignIn,
        // Somebody without the role learns no more than that it is not for them.
        Some("NOT_FOUND" | "FORBIDDEN") => NotFound,
        Some(_) => Invalid,
        None => match answer["data"]
            .as_object()
            .and_then(|data| data.values().next())
        {
            Some(Value::Null) | None => Nothing,
            Some(_) => Open,
        },
    }
}

/// What an answer tells that is Ada's alone.
/// Programs are the organisation's: whoever leads a cohort may found the next one with any of them.
const PROGRAMS: [&str; 2] = ["program", "programs"];

fn leak(field: &str, who: &str, answer: &Value) -> Option<String> {
    let text = answer.to_string();
    let leaks = ["secret title", "secret word", "Ada", "ada@example.org"];
    let leak = leaks.iter().find(|leak| text.contains(**leak))?;
    Some(format!("{field} tells {who} of {leak}: {text}"))
}

fn root_fields(roots: &[&str]) -> BTreeSet<String> {
    let sdl = api::sdl();
    let document = parse_schema(sdl).expect("our own schema parses");
    let definitions = document
        .definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(node) if roots.contains(&node.node.name.node.as_str()) => {
                Some(node.node.kind)
            }
            _ => None,
        });
    definitions
        .filter_map(|kind| match kind {
            TypeKind::Object(object) => Some(object.fields),
            _ => None,
        })
        .flatten()
        .map(|field| field.node.name.node.to_string())
        .collect()
}

#[tokio::test]
async fn no_field_tells_a_stranger_what_is_not_theirs() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (community, lobby) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    let thread = ada
        .begins(&lobby, "A secret title", "the secret word")
        .await;
    stage.settle().await;
    let membership = communities::memberships_of(&stage.db().read(), ada.record.id)
        .await
        .expect("memberships")
        .remove(0);
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    let world = World {
        community: community.id.to_string(),
        slug: community.slug.clone(),
        channel: lobby.id.to_string(),
        thread: id(&thread["id"]),
        post: id(&thread["opening"]["id"]),
        membership: membership.id.to_string(),
        handle: ada.record.handle.clone(),
        person: ada.record.id.to_string(),
    };
    let held = Sessions::of(&stage, &ada, &community).await;
    let imagined = World::imagined();
    let (mut table, mut guesses) = (table(&world), table(&imagined));
    table.extend(accounts::rows(&world.person));
    guesses.extend(accounts::rows(&imagined.person));
    table.extend(factors::rows(&world.person));
    guesses.extend(factors::rows(&imagined.person));
    table.extend(privacy::rows(&world.person));
    guesses.extend(privacy::rows(&imagined.person));
    table.extend(questions::rows(&world));
    guesses.extend(questions::rows(&imagined));
    for rows in [audit::rows, tokens::rows, sso::rows] {
        table.extend(rows());
        guesses.extend(rows());
    }
    table.extend(search::rows(&world.community));
    guesses.extend(search::rows(&imagined.community));
    table.extend(sessions::rows(&held, (&world.community, &world.person)));
    let nowhere = (imagined.community.as_str(), imagined.person.as_str());
    guesses.extend(sessions::rows(&Sessions::imagined(), nowhere));
    let flagged = Moderation::of(&stage, &community, (&world.person, &world.post)).await;
    table.extend(moderation::rows(&flagged));
    guesses.extend(moderation::rows(&Moderation::imagined()));
    let together = Pairings::of(&stage, &community, &ada).await;
    table.extend(pairings::rows(&together));
    guesses.extend(pairings::rows(&Pairings::imagined()));
    let applied = Journeys::of(&stage, &ada, (&community, &held.session)).await;
    table.extend(journeys::rows(&applied, &world.community));
    guesses.extend(journeys::rows(&Journeys::imagined(), nowhere.0));
    let wrong_ideas = Misconceptions::of(&stage, &ada, (&world.post, &lobby)).await;
    table.extend(misconceptions::rows(&wrong_ideas));
    guesses.extend(misconceptions::rows(&Misconceptions::imagined()));
    let asked = CheckIns::of(&stage, &ada, &community).await;
    table.extend(checkins::rows(&asked, &world.community));
    guesses.extend(checkins::rows(&CheckIns::imagined(), nowhere.0));
    let planned = Pulses::of(&stage, &ada, &community).await;
    table.extend(pulses::rows(&planned, &world.community));
    guesses.extend(pulses::rows(&Pulses::imagined(), nowhere.0));
    table.extend(spaced::rows(&world.channel, &held.session));
    guesses.extend(spaced::rows(
        &imagined.channel,
        "session_01h455vb4pex5vsknk084sn02q",
    ));
    let consulted = Consultations::of(&stage, &ada, &community).await;
    table.extend(consultations::rows(&consulted, &world.community));
    guesses.extend(consultations::rows(&Consultations::imagined(), nowhere.0));
    let rounds = Rounds::of(&stage, &ada, (&community, &lobby)).await;
    table.extend(feedback::rows(&rounds, (&world.community, &world.channel)));
    let nowhere = (imagined.community.as_str(), imagined.channel.as_str());
    guesses.extend(feedback::rows(&Rounds::imagined(), nowhere));
    let named: BTreeSet<String> = table
        .iter()
        .map(|(field, ..)| (*field).to_owned())
        .collect();
    assert_eq!(
        root_fields(&["Query", "Mutation"]),
        named,
        "each root field has its line in this table"
    );

    // Who leads elsewhere leads nothing here.
    let mallory = stage.person("Mallory").await;
    let elsewhere = stage.cohort("Elsewhere").await;
    stage.joins(&mallory, &elsewhere, Role::Facilitator).await;

    let mut wrong = Vec::new();
    for ((field, document, nobody, stranger), (_, guess, ..)) in table.into_iter().zip(guesses) {
        let by_nobody = stage.stranger_asks(&document, json!({})).await;
        let of_nothing = stage.stranger_asks(&guess, json!({})).await;
        if by_nobody != of_nothing {
            wrong.push(format!(
                "{field} tells nobody what exists: {by_nobody}, and {of_nothing} of nothing"
            ));
        }
        let by_mallory = mallory.asks(&document, json!({})).await;
        if !PROGRAMS.contains(&field) {
            wrong.extend(leak(field, "who leads elsewhere", &by_mallory));
        }
        let by_eve = eve.asks(&document, json!({})).await;
        for (who, answer, expected) in [
            ("nobody", &by_nobody, nobody),
            ("a stranger", &by_eve, stranger),
        ] {
            wrong.extend(leak(field, who, answer));
            let heard = match (heard(answer), expected) {
                // One's own things may be an empty list, nothing, or a word of thanks.
                (Open | Nothing | Invalid, Own) => Own,
                (heard, _) => heard,
            };
            if heard != expected {
                wrong.push(format!(
                    "{field} answers {who} {heard:?}, not {expected:?}: {answer}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
