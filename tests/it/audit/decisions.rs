//! Every kind of fact was decided upon, and facts that were stored before they told so much still read.
use audit::{decided, is_kept};
use communities::{CommunityChanged, MemberChanged, MemberMuted, MemberRemoved};
use kernel::Change;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where capabilities say what they tell.
fn sources() -> Vec<PathBuf> {
    let backend = Path::new(env!("CARGO_MANIFEST_DIR")).join("../backend");
    let crates = std::fs::read_dir(backend).expect("the crates");
    let mut found = Vec::new();
    for each in crates {
        let src = each.expect("a crate").path().join("src");
        found.push(src.join("events.rs"));
        if let Ok(parts) = std::fs::read_dir(src.join("events")) {
            found.extend(parts.map(|part| part.expect("a file").path()));
        }
    }
    found.retain(|path| path.is_file());
    found
}

fn is_kind(text: &str) -> bool {
    let word = |part: &str| {
        let letters = |c: char| c.is_ascii_lowercase() || c == '_';
        !part.is_empty() && part.chars().all(letters)
    };
    text.split_once('.')
        .is_some_and(|(one, other)| word(one) && word(other))
}

#[test]
fn of_every_kind_it_was_decided_whether_it_stands_in_the_log() {
    let mut told = BTreeSet::new();
    for source in sources() {
        let text = std::fs::read_to_string(source).expect("a source");
        let texts = text
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|text| is_kind(text));
        told.extend(texts.map(str::to_owned));
    }
    let decided: Vec<&str> = decided().collect();
    let once: BTreeSet<String> = decided.iter().map(|kind| (*kind).to_owned()).collect();

    assert_eq!(once.len(), decided.len(), "a kind is decided twice");
    let undecided: Vec<_> = told.difference(&once).collect();
    let hint = "a new kind of fact: say in backend/audit/src/decisions.rs whether it is kept";
    assert!(undecided.is_empty(), "{hint}: {undecided:?}");
    let gone: Vec<_> = once.difference(&told).collect();
    assert!(gone.is_empty(), "nobody tells these any more: {gone:?}");
    assert!(is_kept("identity.signed_in") && !is_kept("channels.post_created"));
}

fn reads<E: DeserializeOwned>(body: Value) -> E {
    serde_json::from_value(body).expect("an event of before")
}

#[test]
fn facts_that_were_stored_before_still_read() {
    let id = "0190163d-8694-739b-aea5-966c26f8ad91";
    let member = json!({ "community": id, "membership": id, "person": id, "role": "learner" });
    assert_eq!(reads::<MemberChanged>(member.clone()).was, None);
    assert_eq!(reads::<MemberRemoved>(member).was, None);
    let muted = json!({ "community": id, "person": id, "mute": id });
    assert_eq!(reads::<MemberMuted>(muted).reason, None);
    let changed: CommunityChanged = reads(json!({ "community": id }));
    assert_eq!(changed.change, Change::default());
    let created: identity::PersonCreated = reads(json!({ "person": id }));
    assert!(!created.administrator);
}

#[test]
fn a_change_tells_what_differs_and_nothing_else() {
    let before = json!({ "name": "Autumn", "zone": "UTC", "promise": null });
    let after = json!({ "name": "Winter", "zone": "UTC", "promise": 24 });
    let change = Change::between(before.clone(), after);
    assert_eq!(json!(change.before), json!({ "name": "Autumn" }));
    assert_eq!(
        json!(change.after),
        json!({ "name": "Winter", "promise": 24 })
    );

    let gone = Change::between(before, Value::Null);
    assert_eq!(
        json!(gone.before),
        json!({ "name": "Autumn", "zone": "UTC" })
    );
    assert!(gone.after.is_empty());
}
