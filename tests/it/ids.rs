//! Ids outside: a prefix that names the kind, and the UUID in base32.
use kernel::{AnyId, Id, PersonId, PostId, SystemEntropy, cursor_of, key_of};
use proptest::prelude::*;

#[test]
fn the_example_of_the_specification_reads_both_ways() {
    let uuid: uuid::Uuid = "01890a5d-ac96-774b-bcce-b302099a8057"
        .parse()
        .expect("a UUID");

    let id = PostId::from(uuid);

    assert_eq!(id.to_string(), "post_01h455vb4pex5vsknk084sn02q");
    assert_eq!(
        "post_01h455vb4pex5vsknk084sn02q"
            .parse::<PostId>()
            .expect("an id"),
        id
    );
}

#[test]
fn what_is_no_id_is_refused_in_words() {
    for (text, words) in [
        ("", "this is no id of a post"),
        ("post_", "this is no id of a post"),
        ("post_8zzzzzzzzzzzzzzzzzzzzzzzzz", "this is no id of a post"),
        ("post_01H455VB4PEX5VSKNK084SN02Q", "this is no id of a post"),
        (
            "person_01h455vb4pex5vsknk084sn02q",
            "this is the id of a person, and a post is needed here",
        ),
        ("01h455vb4pex5vsknk084sn02q", "this is no id of a post"),
        (
            "<b>_01h455vb4pex5vsknk084sn02q",
            "this is the id of a thing, and a post is needed here",
        ),
    ] {
        let error = text.parse::<PostId>().expect_err(text);
        assert_eq!(error.to_string(), words, "{text}");
    }
}

#[test]
fn ids_sort_by_the_moment_they_were_minted() {
    let at = |second: &str| {
        format!("2026-01-05T09:00:{second}Z")
            .parse()
            .expect("an instant")
    };

    let early = PersonId::mint(at("00"), &SystemEntropy);
    let late = PersonId::mint(at("01"), &SystemEntropy);

    assert!(early.to_string() < late.to_string());
}

proptest! {
    #[test]
    fn every_id_survives_the_way_out_and_in(bits: u128) {
        let id = PostId::from(uuid::Uuid::from_u128(bits));
        prop_assert_eq!(id.to_string().parse::<AnyId>().expect("an id"), AnyId::PostId(id));
    }

    #[test]
    fn every_cursor_reads_back_and_no_text_breaks_it(key in "\\PC{0,60}", junk in "\\PC{0,60}") {
        prop_assert_eq!(key_of::<String>(&cursor_of(&key)).expect("a key"), key);
        let _ = key_of::<String>(&junk);
    }
}
