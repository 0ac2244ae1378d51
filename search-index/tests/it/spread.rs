//! How the results are spread, and what may have been meant.

use search_index::{Document, Index, Mark, Page, Share, TOTAL_MAX, Time};

use crate::{index_of, post, put, search, search_as};

fn written(n: usize, (author, kind, year): (&str, &str, i64)) -> Document {
    let mut document = post(&format!("p{n}"), "", "The quiet facilitator waits.");
    document.author = author.into();
    document.kind = kind.into();
    // The middle of the year.
    document.created = (year - 1970) * 31_556_952_000 + 15_000_000_000;
    document
}

fn guild() -> Index {
    let mut verified = written(4, ("amara", "reply", 2026));
    verified.marks = vec![Mark::Verified, Mark::Filed];
    verified.sessions = vec!["sess_3".into()];
    index_of([
        written(1, ("amara", "question", 2024)),
        written(2, ("jonas", "reply", 2024)),
        written(3, ("", "reply", 2026)),
        verified,
    ])
}

fn told(shares: &[Share]) -> Vec<(&str, u64)> {
    shares
        .iter()
        .map(|it| (it.value.as_str(), it.count))
        .collect()
}

#[test]
fn results_are_counted_by_what_they_are_whose_and_when() {
    let facets = search(&guild(), "quiet").facets;
    assert_eq!(told(&facets.kinds), [("reply", 3), ("question", 1)]);
    assert_eq!(told(&facets.communities), [("com_change", 4)]);
    assert_eq!(told(&facets.channels), [("ch_practice", 4)]);
    assert_eq!(told(&facets.sessions), [("sess_3", 1)]);
    assert_eq!(
        told(&facets.authors),
        [("amara", 2), ("jonas", 1)],
        "who wrote without a name is not counted"
    );
    let times: Vec<_> = facets.times.iter().map(|it| (it.value, it.count)).collect();
    assert_eq!(times, [(Time::Year(2026), 2), (Time::Year(2024), 2)]);
    let marks: Vec<_> = facets.marks.iter().map(|it| (it.value, it.count)).collect();
    assert_eq!(marks, [(Mark::Verified, 1), (Mark::Filed, 1)]);
}

#[test]
fn counts_are_of_the_results_over_all_segments_and_pages() {
    let index = guild();
    for part in 1..4 {
        put(
            &index,
            (0..40).map(|n| written(part * 100 + n, ("leo", "reply", 2025))),
        );
    }
    let page = search(&index, "quiet kind facilitator -is:verified");
    assert_eq!(page.total, 123);
    assert_eq!(told(&page.facets.authors)[0], ("leo", 120));
    let sum: u64 = page.facets.times.iter().map(|it| it.count).sum();
    assert_eq!(sum, page.total);
    assert!(page.total < TOTAL_MAX && page.hits.len() == 50);
}

/// Written on the first of a month at midnight.
fn in_month(n: usize, (year, month): (i32, u32)) -> Document {
    let mut document = post(&format!("m{n}"), "", "The quiet facilitator waits.");
    let day = chrono::NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
    document.created = at.timestamp_millis();
    document
}

fn times(index: &Index) -> Vec<(Time, u64)> {
    let times = search(index, "quiet").facets.times.into_iter();
    times.map(|it| (it.value, it.count)).collect()
}

#[test]
fn two_years_are_told_by_their_months_and_more_by_the_year() {
    let index = index_of([
        in_month(1, (2024, 2)),
        in_month(2, (2026, 1)),
        in_month(3, (2024, 12)),
        in_month(4, (2026, 1)),
    ]);
    let by_month = [
        (Time::Month(2026, 1), 2),
        (Time::Month(2024, 12), 1),
        (Time::Month(2024, 2), 1),
    ];
    assert_eq!(times(&index), by_month);

    // What nobody here may read neither counts nor makes the span longer.
    let mut hidden = in_month(5, (1999, 7));
    hidden.audience = vec!["ch_staff".into()];
    put(&index, [hidden]);
    assert_eq!(times(&index), by_month);

    put(&index, [in_month(6, (2024, 1))]);
    assert_eq!(
        times(&index),
        [(Time::Year(2026), 2), (Time::Year(2024), 3)]
    );

    // However long people talk, a page of it is told.
    let years = (10..).zip(1980..2020);
    put(&index, years.map(|(n, year)| in_month(n, (year, 5))));
    let told = times(&index);
    assert_eq!((told.len(), told[0].0), (24, Time::Year(2026)));
}

#[test]
fn what_is_not_readable_is_counted_nowhere() {
    let index = guild();
    let mut hidden = written(9, ("ines", "question", 2020));
    hidden.audience = vec!["ch_staff".into()];
    hidden.sessions = vec!["sess_9".into()];
    put(&index, [hidden]);
    assert_eq!(
        search(&index, "quiet").facets,
        search(&guild(), "quiet").facets
    );
    let facets = search_as(&index, "quiet", &["ch_staff"]).facets;
    assert_eq!(told(&facets.authors), [("ines", 1)]);
    let sessions = |names: &[&str]| index.sessions(&crate::audience(names)).expect("sessions");
    assert_eq!(
        sessions(&crate::LEARNER).into_iter().collect::<Vec<_>>(),
        ["sess_3"]
    );
    assert_eq!(
        sessions(&["ch_staff"]).into_iter().collect::<Vec<_>>(),
        ["sess_9"]
    );
}

#[test]
fn a_misspelling_is_told_with_the_word_as_people_write_it() {
    let posts = [
        post(
            "p1",
            "",
            "Die Führung einer großen Gruppe ist eine Frage der Übung.",
        ),
        post("p2", "", "Icebreakers and energizers for large groups."),
    ];
    let index = index_of(posts.clone());
    let meant = |text: &str| meant_by(search(&index, text), &posts);
    assert_eq!(meant("Führunk grosse").as_deref(), Some("führung grosse"));
    assert_eq!(
        meant("\"large groups\" icebrakers").as_deref(),
        Some("\"large groups\" icebreakers")
    );
    assert_eq!(meant("enrgizres").as_deref(), Some("energizers"));
    for plain in [
        "groups",
        "große Gruppe",
        "zzzzzzzz",
        "ic",
        "icebr*",
        "is:verified",
    ] {
        assert_eq!(meant(plain), None, "{plain}");
    }
}

/// As its owner tells who has these documents.
fn meant_by(page: Page, documents: &[Document]) -> Option<String> {
    page.did_you_mean?.written(|id| {
        let document = documents.iter().find(|it| it.id == id)?;
        Some([document.body.as_str(), &document.title].join("\n"))
    })
}

#[test]
fn a_word_is_meant_only_as_its_document_writes_it_now() {
    let index = index_of([post("p", "", "The payoff comes later.")]);
    let meant = |text: &'static str| {
        let meant = search(&index, "layoff").did_you_mean.expect("a word");
        assert_eq!(meant.documents().collect::<Vec<_>>(), ["p"]);
        meant.written(|_| Some(text.to_owned()))
    };
    assert_eq!(meant("A Payoff, then."), Some("payoff".to_owned()));
    assert_eq!(meant("That was changed."), None);
}

#[test]
fn a_word_of_hidden_documents_is_never_meant() {
    let mut hidden = post("hidden", "Layoffs", "The layoffs are announced in June.");
    hidden.audience = vec!["ch_staff".into()];
    let posts = [hidden, post("shown", "", "The payoff comes later.")];
    let index = index_of(posts.clone());
    assert_eq!(search(&index, "layofs").did_you_mean, None);
    let meant = meant_by(search(&index, "layoff"), &posts);
    assert_eq!(meant.as_deref(), Some("payoff"));
    let staff = meant_by(search_as(&index, "layofs", &["ch_staff"]), &posts);
    assert_eq!(staff.as_deref(), Some("layoffs"));
}

#[test]
fn tags_are_found_as_they_are_typed_and_only_those_of_what_one_reads() {
    let tagged = |id: &str, tags: &[&str]| Document {
        tags: tags.iter().map(|tag| (*tag).into()).collect(),
        ..post(id, "Birds", "A heron.")
    };
    let mut hidden = tagged("p4", &["Quiet layoffs"]);
    hidden.audience = vec!["ch_board".into()];
    let index = index_of([
        tagged("p1", &["Quiet learners"]),
        tagged("p2", &["quiet learners", "Größe"]),
        tagged("p3", &["quiet rooms"]),
        hidden,
    ]);
    let typed = |typed: &str| -> Vec<(String, u64)> {
        let tags = index.tags(typed, &["ch_practice".into()], 10).expect("ok");
        tags.into_iter().map(|it| (it.tag, it.count)).collect()
    };

    let (learners, rooms) = (
        ("quiet learners".to_owned(), 2),
        ("quiet rooms".to_owned(), 1),
    );
    assert_eq!(typed("Qui"), [learners.clone(), rooms]);
    assert_eq!(typed("lear qu"), [learners]);
    assert_eq!(typed("GRÖ"), [("grosse".to_owned(), 1)]);
    assert!(typed("lay").is_empty() && typed("#").is_empty());
    assert!(index.tags("quiet", &[], 10).expect("ok").is_empty());
}
