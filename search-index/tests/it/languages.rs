use crate::{found, index_of, post, search, shown};

/// Excluding a word takes its other forms too, and nothing that is only like it: so it shows the stems.
#[test]
fn a_word_stands_for_its_other_forms_in_each_language() {
    let texts = [
        (
            "en",
            "discussion",
            "Ines: the facilitators were discussing how people learned together.",
        ),
        (
            "de",
            "Hauses",
            "Ines: die Teilnehmerinnen haben in den Häusern der Akademie viel gelernt.",
        ),
        (
            "fr",
            "activité",
            "Ines : les animatrices préparent des activités pour tout le monde.",
        ),
        (
            "es",
            "compartiendo",
            "Ines: los participantes compartieron sus experiencias con los demás.",
        ),
        (
            "it",
            "esperienza",
            "Ines: i partecipanti hanno condiviso le loro esperienze con gli altri.",
        ),
        (
            "nl",
            "oefening",
            "Ines: de deelnemers hebben met elkaar gesproken tijdens de oefeningen.",
        ),
        (
            "pt",
            "avaliação",
            "Ines: os participantes não tiveram tempo para as avaliações da formação.",
        ),
        (
            "sv",
            "förändring",
            "Ines: deltagarna berättade för varandra om sina förändringar på jobbet.",
        ),
        (
            "fi",
            "kokemukset",
            "Ines: ihmiset kertoivat eilen kokemuksista toisilleen harjoituksissa.",
        ),
        (
            "da",
            "erfaring",
            "Ines: deltagerne fortalte hinanden om deres erfaringer med undervisning.",
        ),
        (
            "ru",
            "занятие",
            "Ines: участники делились своим опытом друг с другом на занятиях вчера.",
        ),
        (
            "tr",
            "katılımcı",
            "Ines: katılımcılar dün derste deneyimlerini birbirleriyle paylaştılar.",
        ),
    ];
    let index = index_of(texts.map(|(id, _, text)| post(id, "", text)));
    for (id, word, _) in texts {
        let left = found(&index, &format!("ines -{word}"));
        assert_eq!(left.len(), texts.len() - 1, "{id}: {word} leaves {left:?}");
        assert!(!left.iter().any(|left| left == id), "{id}: {word}");
    }
}

#[test]
fn accents_and_case_do_not_matter_either_way() {
    let text = "Tomás Herrera führte den Dialog über die Größe der Gruppe in Łódź.";
    let post = post("p", "", text);
    let index = index_of([post.clone()]);
    for text in [
        "tomas",
        "TOMÁS",
        "fuhrte",
        "grosse",
        "Größe",
        "lodz",
        "Tomas Herrera",
    ] {
        assert_eq!(found(&index, text), ["p"], "{text}");
    }
    let (_, html) = shown(&mut search(&index, "tomas"), 0, &post);
    assert!(html.starts_with("<mark>Tomás</mark> Herrera"), "{html}");
}

#[test]
fn a_compound_is_reached_by_its_beginning() {
    let index = index_of([
        post(
            "compound",
            "",
            "Die Teilnehmerzufriedenheit war nach der Schulung sehr hoch.",
        ),
        post(
            "plain",
            "",
            "Ein Teilnehmer war nach der Schulung nicht sehr zufrieden.",
        ),
    ]);
    assert_eq!(found(&index, "Teilnehmer Schulung"), ["plain", "compound"]);
    assert_eq!(found(&index, "teilnehmerzufr"), ["compound"]);
}

#[test]
fn a_compound_is_reached_by_its_end_and_marked() {
    let compound = post(
        "compound",
        "",
        "Wir haben die Teilnehmerzufriedenheiten der letzten Schulungen verglichen.",
    );
    let index = index_of([
        compound.clone(),
        post(
            "plain",
            "",
            "Die Zufriedenheit der Gruppe ist nicht alles, was wir messen.",
        ),
        post(
            "dutch",
            "",
            "Wij hebben het met de deelnemerstevredenheid niet zo op.",
        ),
    ]);
    assert_eq!(found(&index, "Zufriedenheit"), ["plain", "compound"]);
    assert_eq!(found(&index, "tevredenheid"), ["dutch"]);
    let (_, html) = shown(&mut search(&index, "Zufriedenheit"), 1, &compound);
    assert!(
        html.contains("<mark>Teilnehmerzufriedenheiten</mark>"),
        "{html}"
    );
}

#[test]
fn a_text_in_two_languages_is_found_by_the_forms_of_both() {
    let german = "Die Gruppe hat nach der Pause nicht mehr so viel gesagt wie vor der Pause. ";
    let english = "And then they were asking what the facilitators would have done with it. ";
    let text = german.repeat(15) + &english.repeat(15);
    let index = index_of([
        post("both", "", &text),
        post("none", "", "Nothing of the kind."),
    ]);
    // Excluding a word takes its forms and nothing that is only like it.
    assert_eq!(found(&index, "die -Pausen"), [""; 0]);
    assert_eq!(found(&index, "die -facilitator"), [""; 0]);
}

#[test]
fn scripts_without_spaces_are_found_at_any_place() {
    let text = "新しい研修講師のためのオンライン講座です。";
    let japanese = post("ja", "研修のコツ", text);
    let index = index_of([
        japanese.clone(),
        post("zh", "引导技巧", "如何让安静的学员在大组里发言？"),
        post(
            "ko",
            "",
            "조용한 학습자들이 말하게 하려면 어떻게 해야 할까요?",
        ),
        post("th", "", "ทำอย่างไรให้ผู้เรียนที่เงียบกล้าพูด"),
    ]);
    for (text, id) in [
        ("研修", "ja"),
        ("研修講師", "ja"),
        ("ｵﾝﾗｲﾝ", "ja"),
        ("座", "ja"),
        ("学员", "zh"),
        ("\"安静的学员\"", "zh"),
        ("学习者 大组", "zh"),
        ("학습자", "ko"),
        ("ผู้เรียน", "th"),
    ] {
        assert_eq!(
            found(&index, text).first().map(String::as_str),
            Some(id),
            "{text}"
        );
    }
    assert!(found(&index, "\"学员安静\"").is_empty());
    let (_, html) = shown(&mut search(&index, "研修講師"), 0, &japanese);
    assert!(html.contains("<mark>研修講師</mark>"), "{html}");
}

#[test]
fn scripts_from_right_to_left_are_found_without_their_vowel_signs() {
    let index = index_of([
        post(
            "ar",
            "",
            "كيف نُشجِّع المتعلمين الهادئين على الكلام في المجموعة؟",
        ),
        post("he", "", "איך גורמים ללומדים השקטים לדבר בקבוצה?"),
    ]);
    assert_eq!(found(&index, "نشجع"), ["ar"]);
    assert_eq!(found(&index, "متعلمين"), ["ar"]);
    assert_eq!(found(&index, "השקטים"), ["he"]);
    assert!(search(&index, "נשקטים").hits.len() <= 1);
}
