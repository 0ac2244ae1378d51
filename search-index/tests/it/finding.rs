use search_index::{
    Asked, Attached, Count, Document, Error, Kinds, Mark, Note, QUERY_CHARS_MAX, Query,
};

use crate::{LEARNER, NOW, audience, found, ids, index_of, page_of, post, search, shown};

fn guild() -> search_index::Index {
    index_of([
        post(
            "p1",
            "Quiet learners",
            "How do you get the quiet ones to speak up in a large group?",
        ),
        post(
            "p2",
            "Energizers",
            "A facilitator of remote sessions needs short energizers.",
        ),
        post(
            "p3",
            "",
            "Let the quiet people write first, then let them speak in pairs.",
        ),
        post(
            "p4",
            "Breakout rooms",
            "Rooms of three work best. Up to five minutes, then speak.",
        ),
    ])
}

#[test]
fn what_has_all_words_comes_before_what_has_some() {
    let page = search(&guild(), "quiet speak");
    assert_eq!(&ids(&page)[..2], ["p1", "p3"]);
    assert_eq!(ids(&page)[2..], ["p4"]);
    assert_eq!(
        (page.total, page.total_is_exact, page.note),
        (3, true, None)
    );
}

#[test]
fn when_nothing_has_all_words_it_is_said() {
    let page = search(&guild(), "energizers breakout");
    assert_eq!(page.note, Some(Note::SomeOfTheWords));
    assert_eq!(page.total, 2);
}

#[test]
fn a_word_in_the_title_weighs_more() {
    let index = index_of([
        post(
            "body",
            "Something else",
            "Icebreakers, and other things to begin with.",
        ),
        post(
            "title",
            "Icebreakers",
            "A list of other things to begin with.",
        ),
    ]);
    assert_eq!(found(&index, "icebreakers"), ["title", "body"]);
}

#[test]
fn tags_and_the_title_above_a_reply_are_found_too() {
    let mut tagged = post("tagged", "Which tool?", "We look for one.");
    tagged.tags = vec!["virtual whiteboard".into()];
    let mut reply = post("reply", "", "The one we already pay for.");
    reply.under = "Which whiteboards do you use?".into();
    let index = index_of([tagged, reply.clone()]);
    assert_eq!(found(&index, "whiteboard"), ["tagged", "reply"]);
    let (title, _) = shown(&mut search(&index, "whiteboard"), 1, &reply);
    assert_eq!(title, "Which <mark>whiteboards</mark> do you use?");
}

#[test]
fn a_phrase_stands_together_and_an_exclusion_is_gone() {
    let index = guild();
    assert_eq!(found(&index, "\"speak up\""), ["p1"]);
    assert_eq!(found(&index, "„speak up“ quiet"), ["p1"]);
    assert!(found(&index, "\"up speak\"").is_empty());
    assert_eq!(found(&index, "speak -quiet"), ["p4"]);
    assert_eq!(found(&index, "speak -\"quiet people\" -room"), ["p1"]);
}

#[test]
fn the_last_word_need_not_be_typed_to_its_end() {
    let index = guild();
    assert_eq!(found(&index, "ener"), ["p2"]);
    assert_eq!(found(&index, "remote energ"), ["p2"]);
    assert_eq!(found(&index, "energ* remote"), ["p2"]);
}

#[test]
fn one_wrong_letter_still_finds_and_ranks_below() {
    let index = index_of([
        post("typo", "Facilitater", "facilitater facilitater facilitater"),
        post(
            "exact",
            "",
            "Somewhere in a long text about other matters stands facilitator once.",
        ),
    ]);
    assert_eq!(found(&index, "facilitator"), ["exact", "typo"]);
    assert_eq!(
        found(&guild(), "qiuet lerners").first().map(String::as_str),
        Some("p1")
    );
    assert!(found(&guild(), "thee").is_empty() || found(&guild(), "rom").is_empty());
}

#[test]
fn a_broken_search_is_read_as_words_and_says_so() {
    let index = guild();
    let page = search(&index, "\"quiet learners");
    assert_eq!(
        (ids(&page)[0], page.note),
        ("p1", Some(Note::UnclosedQuote))
    );
    let page = search(&index, "-energizers");
    assert_eq!(
        (ids(&page)[0], page.note),
        ("p2", Some(Note::OnlyExclusions))
    );
    for nothing in ["", "   ", "\"\"", "***", "-", "\u{0}", "((("] {
        let page = search(&index, nothing);
        assert_eq!(
            (page.total, page.note),
            (0, Some(Note::NothingAsked)),
            "{nothing:?}"
        );
    }
    let odd = [
        "a AND OR NOT (",
        "title:x",
        "[1 TO",
        "~3 ^9",
        "\\",
        "-- -x",
        "\"a\"b\"c\"",
        "🙂 🙂",
    ];
    for text in odd {
        search(&index, text);
    }
}

#[test]
fn too_long_a_search_is_refused_in_words() {
    let (index, audience) = (guild(), audience(&LEARNER));
    let text = "é".repeat(QUERY_CHARS_MAX);
    let asked = Asked::read(&text).expect("short enough");
    let of = |limit| Query {
        asked: &asked,
        audience: &audience,
        limit,
        after: None,
        now: NOW,
        count: Count::Total,
    };
    assert!(index.search(&of(100)).is_ok());
    let error = Asked::read(&format!("{text}é")).expect_err("refused");
    assert_eq!(
        error.to_string(),
        "the search has 513 characters: shorten it to at most 512"
    );
    for limit in [0, 101] {
        assert!(matches!(index.search(&of(limit)), Err(Error::Limit { .. })));
    }
    assert!(matches!(
        index.titles(("x", Kinds::AllBut(&[])), &audience, 101),
        Err(Error::Limit { .. })
    ));
}

#[test]
fn two_wrong_letters_find_a_long_word_below_what_has_one() {
    let index = index_of([
        post("two", "", "Mind the falicitators."),
        post("one", "", "Mind the facilitatrs."),
        post("none", "", "Mind the gap."),
    ]);
    assert_eq!(found(&index, "facilitators")[..], ["one", "two"]);
    assert!(found(&index, "gasp").contains(&"none".to_owned()));
    assert!(
        !found(&index, "gapsss").contains(&"none".to_owned()),
        "short words bear one"
    );
}

#[test]
fn verified_and_helpful_go_up_and_obsolete_goes_down() {
    let text = "Send the agenda two days before the session.";
    let marked = |id: &str, marks: &[Mark], helpful| {
        let mut post = post(id, "", text);
        post.marks = marks.to_vec();
        post.helpful = helpful;
        post
    };
    let index = index_of([
        marked("d_obsolete", &[Mark::Obsolete], 0),
        marked("c_plain", &[], 0),
        marked("b_helpful", &[], 5),
        marked("a_verified", &[Mark::Verified, Mark::Accepted], 0),
    ]);
    assert_eq!(
        found(&index, "agenda"),
        ["a_verified", "b_helpful", "c_plain", "d_obsolete"]
    );
}

#[test]
fn marked_text_is_safe_whatever_was_written() {
    let evil = "<script>alert('quiet')</script><img src=x onerror=\"quiet()\">";
    let post = post(
        "p",
        &format!("</mark>{evil}"),
        &format!("{evil}\n\n & quiet"),
    );
    let index = index_of([post.clone()]);
    let (title, said) = shown(&mut search(&index, "quiet script"), 0, &post);
    for html in [title, said] {
        let bare = html.replace("<mark>", "").replace("</mark>", "");
        assert!(!bare.contains(['<', '>', '"', '\'']), "{html}");
        assert!(html.contains("<mark>quiet</mark>"), "{html}");
        assert_eq!(
            html.matches("<mark>").count(),
            html.matches("</mark>").count()
        );
    }
}

#[test]
fn a_snippet_marks_the_stem_the_beginning_and_the_typo() {
    let post = post(
        "p",
        "Learning contracts",
        "The learners of the autumn cohort were asked to sign contracts with themselves.",
    );
    let index = index_of([post.clone()]);
    let marked = |text: &str| shown(&mut search(&index, text), 0, &post).1;
    assert!(marked("learner contract").contains("The <mark>learners</mark> of"));
    assert!(marked("learner contract").contains("<mark>contracts</mark>"));
    assert!(marked("them").contains("<mark>themselves</mark>"));
    assert!(marked("autunm cohort").contains("<mark>autumn</mark> <mark>cohort</mark>"));
}

#[test]
fn titles_are_suggested_as_they_are_typed() {
    let mut hidden = post("4", "Quiet firing", "Only for facilitators.");
    hidden.audience = vec!["ch_staff".into()];
    let index = index_of([
        post("1", "How to hear quiet learners", ""),
        post("2", "Quiet learners online", ""),
        post("3", "Loud rooms", "quiet in the body does not count"),
        hidden,
    ]);
    let titles = |typed: &str| {
        let found = index
            .titles((typed, Kinds::AllBut(&[])), &audience(&LEARNER), 10)
            .expect("suggested");
        found.into_iter().map(|title| title.id).collect::<Vec<_>>()
    };
    assert_eq!(titles("qui"), ["2", "1"]);
    assert_eq!(titles("quiet lea"), ["2", "1"]);
    assert_eq!(titles("hear qu"), ["1"]);
    assert!(titles("").is_empty() && titles("firing").is_empty());
    let first = index
        .titles(("loud", Kinds::AllBut(&[])), &audience(&LEARNER), 1)
        .expect("suggested")
        .remove(0);
    assert_eq!(first.marked.as_str(), "<mark>Loud</mark> rooms");
}

fn somebody(id: &str, names: &[&str], body: &str) -> Document {
    Document {
        kind: "person".into(),
        title: names[0].into(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        community: String::new(),
        channel: String::new(),
        ..post(id, "", body)
    }
}

#[test]
fn who_is_called_exactly_so_comes_first_and_everybody_is_found_by_each_name() {
    let praised = "Élise Dubois, Élise Dubois, Élise Dubois";
    let index = index_of([
        post("1", praised, praised),
        post("2", "Thanks, Élise", "A long thank you to Élise Dubois."),
        somebody("3", &["Élise Dubois", "ed42"], "Silence in large groups"),
        somebody("4", &["Élise Dubois-Martin", "elise"], ""),
        somebody("5", &["王小明", "xiaoming"], ""),
        post("6", "王小明来了", "王小明来了。"),
    ]);
    for exactly in ["élise dubois", "Elise  DUBOIS", "ed42"] {
        assert_eq!(ids(&search(&index, exactly))[0], "3", "{exactly}");
    }
    assert_eq!(ids(&search(&index, "elise"))[0], "4", "by another name");
    assert_eq!(ids(&search(&index, "王小明"))[0], "5");
    assert_eq!(
        ids(&search(&index, "dubois"))[0],
        "1",
        "that is no whole name"
    );
    assert_eq!(ids(&search(&index, "large groups silence")), ["3"]);
    let titles = index.titles(("ed42", Kinds::AllBut(&[])), &audience(&LEARNER), 1);
    let titles = titles.expect("suggested");
    assert_eq!(titles[0].title, "Élise Dubois", "as they are called");
}

#[test]
fn kinds_can_be_looked_for_or_left_out() {
    let index = index_of([
        post("1", "Amara speaks", "Of silence."),
        somebody("2", &["Amara Okafor"], "Silence"),
    ]);
    let among = |text: &str, kinds: Kinds<'_>| {
        let asked = Asked::read(text).expect("read").among(kinds);
        page_of(&index, (&asked, &LEARNER), (10, None)).total
    };
    assert_eq!(among("silence", Kinds::AllBut(&["person"])), 1);
    assert_eq!(among("silence", Kinds::Only(&["person"])), 1);
    assert_eq!(among("silence", Kinds::AllBut(&[])), 2);
    assert_eq!(among("", Kinds::AllBut(&["person"])), 0, "nothing is asked");
    let titles = |kinds: Kinds<'_>| {
        let found = index.titles(("ama", kinds), &audience(&LEARNER), 10);
        let found = found.expect("suggested").into_iter();
        found.map(|title| title.id).collect::<Vec<_>>()
    };
    assert_eq!(titles(Kinds::Only(&["person"])), ["2"]);
    assert_eq!(titles(Kinds::AllBut(&["person"])), ["1"]);
    let kinds = index.stats().expect("figures").kinds;
    assert_eq!((kinds["person"], kinds["post"]), (1, 1));
}

#[test]
fn the_words_of_a_file_lead_to_its_document_and_name_the_file() {
    let mut with_files = post("p1", "Handout", "The slides of today are attached.");
    let filler = "Etwas ganz anderes steht hier. ".repeat(4_000);
    with_files.files = vec![
        Attached {
            name: "agenda.docx".into(),
            text: "Ankommen\nVorstellungsrunde".into(),
        },
        Attached {
            name: "Moderation.pdf".into(),
            text: format!("{filler} Zuletzt die Fishbowl <ganz> in Ruhe."),
        },
    ];
    let files = with_files.files.clone();
    let index = index_of([with_files, post("p2", "", "A fishbowl of our own.")]);

    let mut page = search(&index, "fishbowl");
    assert_eq!(
        ids(&page),
        ["p2", "p1"],
        "what is said comes before what is attached"
    );
    let found = page.marker.in_files(&page.hits[1], &files);
    let (name, said) = found.expect("in a file");
    assert_eq!(name, "Moderation.pdf");
    let expected = "die <mark>Fishbowl</mark> &lt;ganz&gt; in";
    assert!(said.as_str().contains(expected), "{said}");
    let mut named = search(&index, "agenda");
    let found = named.marker.in_files(&named.hits[0], &files);
    assert_eq!(found.map(|(name, _)| name), Some("agenda.docx"));
    let mut slides = search(&index, "slides");
    assert_eq!(slides.marker.in_files(&slides.hits[0], &files), None);
    assert_eq!(ids(&search(&index, "\"ganz anderes\"")), ["p1"]);
}
