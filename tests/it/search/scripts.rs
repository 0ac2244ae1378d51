//! Finding in other scripts than Latin, and with other letters than those that were typed.
use super::{bodies, found};
use communities::Role;
use tests::Stage;

#[tokio::test]
async fn every_script_is_found_at_any_place_and_accents_make_no_difference() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let said = [
        "来週の研修でファシリテーションを練習します。",
        "沉默的时候，我先等十秒钟。",
        "다음 주 교육에서 침묵을 연습합니다.",
        "كيف أتعامل مع الصمت في المجموعة؟",
        "La médiation à l'école, où l'on écoute.",
        "Die Übergabe der Besprechungsräume.",
    ];
    let thread = priya.begins(&lobby, "Scripts", "Many of them.").await;
    for body in said {
        priya.posts(&thread, body).await;
    }
    stage.settle().await;

    for (query, expected) in [
        ("研修", said[0]),
        ("ファシリテーション", said[0]),
        ("\"研修で\"", said[0]),
        ("等十秒", said[1]),
        ("침묵", said[2]),
        ("الصمت", said[3]),
        ("المجموعة", said[3]),
        ("mediation ecole", said[4]),
        ("MÉDIATION", said[4]),
        ("ubergabe", said[5]),
        ("räume", said[5]),
    ] {
        let answer = found(&priya, query).await;
        assert_eq!(bodies(&answer), [expected], "{query}");
        let snippet = answer["edges"][0]["snippet"].as_str().unwrap_or_default();
        assert!(snippet.contains("<mark>"), "{query}: {snippet}");
    }
}
