use super::archive::Folder;
use super::{counts, reason};
use communities::Role;
use imports::{Intent, Unheard, import_roster};
use std::sync::Arc;
use tests::Stage;

const ROSTER: &str = "\u{feff}Name;E-mail;Role\n\
    Mei Wu;mei@example.org;facilitator\n\
    \"Haddad; Noor\";noor@example.org;\n\
    Kofi Mensah;not an address;learner\n\
    Elise Dubois;elise@example.org;boss\n\
    Mei again;MEI@example.org;learner\n";

#[tokio::test]
async fn a_roster_makes_members_and_says_which_lines_it_could_not_read() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let roster = folder.file("roster.csv", ROSTER);

    let intent = Intent::BringIn(Arc::new(Unheard));
    let brought = import_roster(stage.db(), "Winter cohort", &roster, intent).await;

    let (sheet, _) = brought.expect("an import");
    assert_eq!(counts(&sheet)["people"], (5, 2, 0, 3));
    assert_eq!(
        reason(&sheet, "people", "line 4"),
        "this is no e-mail address"
    );
    assert!(reason(&sheet, "people", "line 5").starts_with("the role is none of learner"));
    assert_eq!(
        reason(&sheet, "people", "line 6"),
        "the address stands on line 2 already"
    );
    let conn = stage.db().read();
    let mei = identity::person_by_email(&conn, "mei@example.org")
        .await
        .expect("a read");
    let mei = mei.expect("Mei");
    let membership = communities::memberships_of(&conn, mei.id)
        .await
        .expect("a read")
        .remove(0);
    assert_eq!(membership.role, Role::Facilitator);
    let noor = identity::person_by_email(&conn, "noor@example.org")
        .await
        .expect("a read");
    assert_eq!(noor.expect("Noor").name, "Haddad; Noor");
}

#[tokio::test]
async fn a_rehearsal_says_what_would_happen_and_changes_nothing() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let roster = folder.file("roster.csv", ROSTER);

    let rehearsed = import_roster(stage.db(), "Winter cohort", &roster, Intent::Rehearse).await;

    assert_eq!(
        counts(&rehearsed.expect("a rehearsal").0)["people"],
        (5, 2, 0, 3)
    );
    let conn = stage.db().read();
    let community = communities::community_by_slug(&conn, "winter-cohort").await;
    assert!(community.expect("a read").is_none());
    let mei = identity::person_by_email(&conn, "mei@example.org").await;
    assert!(mei.expect("a read").is_none());
}

#[tokio::test]
async fn a_roster_run_again_finds_everybody_there() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let roster = folder.file("roster.csv", ROSTER);
    let intent = || Intent::BringIn(Arc::new(Unheard));
    import_roster(stage.db(), "Winter cohort", &roster, intent())
        .await
        .expect("an import");

    for intent in [intent(), Intent::Rehearse] {
        let again = import_roster(stage.db(), "Winter cohort", &roster, intent).await;
        assert_eq!(counts(&again.expect("an import").0)["people"], (5, 0, 2, 3));
    }
}

#[tokio::test]
async fn a_table_without_the_needed_columns_is_refused_in_words() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let roster = folder.file("roster.csv", "first,last\nMei,Wu\n");
    let refusal = import_roster(stage.db(), "Winter cohort", &roster, Intent::Rehearse).await;
    let refusal = refusal.expect_err("a refusal");
    assert_eq!(
        refusal.to_string(),
        "the first line does not name the columns name and email"
    );
}

/// As spreadsheets save “Unicode text”.
pub fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(unit)
        .collect()
}

#[tokio::test]
async fn whatever_a_spreadsheet_saved_is_read_alike() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let plain = "name,email,role\nMei Wu,mei@example.org,expert\nElise Dubois,elise@example.org,\n";
    let files: [(&str, Vec<u8>); 9] = [
        ("plain", plain.into()),
        ("marked", format!("\u{feff}{plain}").into()),
        ("little", utf_16(plain, u16::to_le_bytes)),
        ("big", utf_16(plain, u16::to_be_bytes)),
        ("semicolons", plain.replace(',', ";").into()),
        ("tabs", utf_16(&plain.replace(',', "\t"), u16::to_le_bytes)),
        (
            "said",
            format!("sep=;\r\n{}", plain.replace(',', ";").replace('\n', "\r\n")).into(),
        ),
        (
            "parts",
            "Vorname;Nachname;E-Mail-Adresse;Rolle\nMei;Wu;mei@example.org;Expert\n\
             Elise;Dubois;elise@example.org;\n"
                .into(),
        ),
        (
            "quoted",
            "\"email\",\"Full name\",\"role\",\"team\"\n\"mei@example.org\",\"Mei Wu\",expert,\n\
             elise@example.org,Elise Dubois\n"
                .into(),
        ),
    ];
    for (name, content) in files {
        let file = folder.file(name, content);
        let read = import_roster(stage.db(), "Winter cohort", &file, Intent::Rehearse).await;
        let (sheet, _) = read.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(counts(&sheet)["people"], (2, 2, 0, 0), "{name}");
    }
    for (content, words) in [
        (
            b"name,email\nM\xfcller,m@example.org\n".to_vec(),
            "neither UTF-8 nor UTF-16",
        ),
        (b"\xff\xfen".to_vec(), "neither UTF-8 nor UTF-16"),
        (b"name,email\n".to_vec(), "nobody is on this roster"),
        (Vec::new(), "does not name the columns"),
    ] {
        let file = folder.file("broken.csv", content);
        let read = import_roster(stage.db(), "Winter cohort", &file, Intent::Rehearse).await;
        let refusal = read.expect_err("a refusal").to_string();
        assert!(refusal.contains(words), "{refusal}");
    }
}
