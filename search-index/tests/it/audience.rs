//! What is hidden has no influence that an asker could see.

use search_index::{Change, Document, Kinds, Whole};

use crate::{LEARNER, audience, found, index_of, post, put, search, search_as};

fn hidden(id: &str, title: &str, body: &str) -> Document {
    let mut document = post(id, title, body);
    document.audience = vec!["ch_staff".into()];
    document.channel = "ch_staff".into();
    document
}

fn shown() -> Vec<Document> {
    let texts = [
        (
            "Feedback rounds",
            "Ask for one thing to keep and one thing to change after each session.",
        ),
        (
            "Silence",
            "A pause of ten seconds feels long to the facilitator, and not to the group.",
        ),
        (
            "",
            "Change the group after every round, so that nobody sits beside the same person.",
        ),
        (
            "Layoff talk",
            "How do you run a session when a layoff is in the air?",
        ),
        ("Timers", "A visible timer ends the round without a word."),
    ];
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(i, (title, body))| post(&format!("shown_{i}"), title, body))
        .collect()
}

/// Documents made to move every statistic: rare words made common, long texts, other languages.
fn secrets() -> Vec<Document> {
    let flood = (0..300).map(|i| {
        let body = "layoff merger session round group change timer ".repeat(1 + i % 20);
        hidden(&format!("secret_{i:03}"), "Layoff session merger", &body)
    });
    let german = "Die Entlassung der Teilnehmer wird vor der nächsten Schulung bekannt gegeben.";
    let flood = flood.map(|mut secret| {
        secret.author = "person_secret".into();
        secret.kind = "secret".into();
        secret.marks = vec![search_index::Mark::Verified];
        secret
    });
    flood
        .chain([hidden("secret_de", "Entlassung", german)])
        .collect()
}

const SEARCHES: [&str; 18] = [
    "layoff",
    "merger",
    "layoff session",
    "change round group",
    "session -layoff",
    "\"in the air\"",
    "layof",
    "merg",
    "entlassung",
    "timer session",
    "rounds pause seconds group",
    "gro",
    "entlasung teilnehmer",
    "mergar",
    "layofff in the air",
    "is:verified",
    "-is:obsolete session",
    "after:2020 change",
];

#[test]
fn an_outsider_sees_the_same_with_and_without_hidden_documents() {
    let without = index_of(shown());
    let with = index_of(shown());
    put(&with, secrets());
    put(&with, shown());
    for text in SEARCHES {
        let (a, b) = (search(&without, text), search(&with, text));
        let told = |mut page: search_index::Page| {
            let shown_documents = shown();
            let mut hits = Vec::new();
            for (at, hit) in page.hits.clone().into_iter().enumerate() {
                let of = shown_documents.iter().find(|it| it.id == hit.id);
                let words = of.map(|it| crate::shown(&mut page, at, it));
                let (score, cursor) = (hit.score.to_bits(), hit.cursor.to_string());
                hits.push((hit.id, score, cursor, words));
            }
            (
                hits,
                page.total,
                page.total_is_exact,
                page.has_more,
                page.note,
                page.facets.clone(),
                page.did_you_mean.clone(),
            )
        };
        assert_eq!(told(a), told(b), "{text}");
        let titles = |index: &search_index::Index| {
            let typed = (text, Kinds::AllBut(&[]));
            index.titles(typed, &audience(&LEARNER), 10).expect("ok")
        };
        assert_eq!(titles(&without), titles(&with), "{text}");
    }
    assert_eq!(search_as(&with, "merger", &["ch_staff"]).total, 300);
}

#[test]
fn who_belongs_to_nothing_finds_nothing() {
    let index = index_of(shown());
    assert_eq!(search_as(&index, "session", &[]).total, 0);
    assert_eq!(search_as(&index, "session", &["ch_elsewhere"]).total, 0);
    let typed = ("silence", Kinds::AllBut(&[]));
    assert!(index.titles(typed, &[], 10).expect("ok").is_empty());
}

#[test]
fn one_shared_audience_is_enough() {
    let mut both = post("both", "", "Read in two places.");
    both.audience = vec!["ch_staff".into(), "ch_welcome".into()];
    let mut nobody = post("nobody", "", "Read in no places.");
    nobody.audience.clear();
    let index = index_of([both, nobody]);
    assert_eq!(found(&index, "read"), ["both"]);
}

#[test]
fn a_document_that_changes_its_audience_is_gone_at_once() {
    let index = index_of(shown());
    assert_eq!(found(&index, "silence"), ["shown_1"]);
    put(
        &index,
        [hidden("shown_1", "Silence", "Now only for facilitators.")],
    );
    assert!(found(&index, "silence").is_empty());
    assert_eq!(search_as(&index, "silence", &["ch_staff"]).total, 1);
}

#[test]
fn a_place_that_goes_takes_everything_in_it() {
    let index = index_of(shown());
    put(&index, [hidden("staff", "Silence", "Of the staff.")]);
    let gone = |whole| {
        index
            .apply([Change::DeleteAllOf(whole)], "2")
            .expect("applied")
    };
    gone(Whole::Thread("thread_shown_1".into()));
    assert!(found(&index, "silence").is_empty());
    gone(Whole::Channel("ch_staff".into()));
    assert_eq!(search_as(&index, "silence", &["ch_staff"]).total, 0);
    assert_eq!(index.stats().expect("stats").documents, 4);
    gone(Whole::Community("com_change".into()));
    assert_eq!(index.stats().expect("stats").documents, 0);
}
