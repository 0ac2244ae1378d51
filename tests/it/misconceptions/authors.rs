//! The author is told first, and what they revise stands as revised, with thanks.
use super::{
    CLAIM, MISCONCEPTION, Practice, WRONG, acknowledges, does, done, draft, kinds, looks_at,
    notices, reads,
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn an_author_revises_within_their_time_and_is_thanked() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;

    let it = scene.drafted("PRACTICE").await;
    for person in [&scene.ben, &scene.priya, &scene.lena, &scene.eve] {
        assert_eq!(looks_at(person, &it).await, Value::Null, "nobody knows yet");
    }
    assert_eq!(scene.post_for(&scene.priya).await["corrections"], json!([]));

    let offer = json!({ "misconception": it["id"] });
    let it = done(&scene.jonas, "offerToAuthor", offer).await;
    stage.settle().await;
    assert_eq!(it["state"], "AUTHORS_WINDOW");
    assert_eq!(it["windowEndsAt"], "2026-01-06T09:00:00+00:00");

    // Ben reads what is wrong and what holds; nobody else learns of it.
    let told = notices(&scene.ben).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["kind"], "CORRECTION_OFFERED");
    assert_eq!(told[0]["title"], "Storming");
    assert_eq!(told[0]["misconception"]["claim"], CLAIM);
    let post = scene.post_for(&scene.ben).await;
    assert_eq!(post["authorNotice"]["claim"], CLAIM);
    assert_eq!(post["corrections"], json!([]));
    assert_eq!(looks_at(&scene.ben, &it).await["viewerCan"]["revise"], true);
    for person in [&scene.priya, &scene.lena] {
        assert_eq!(scene.post_for(person).await["authorNotice"], Value::Null);
        assert_eq!(looks_at(person, &it).await, Value::Null);
        assert!(kinds(person).await.is_empty());
    }
    let early = does(
        &scene.jonas,
        "publishCorrection",
        json!({ "misconception": it["id"] }),
    )
    .await;
    assert_eq!(error_of(&early).0, "CONFLICT", "{early}");

    stage.clock.advance(TimeDelta::hours(3));
    scene
        .revises("From experience: stay in the storming phase, it pays.")
        .await;
    stage.settle().await;
    assert_eq!(kinds(&scene.ben).await, ["CORRECTION_THANKS"]);

    // Nothing waits for the rest of the window once it was revised.
    let published = json!({ "misconception": it["id"] });
    let it = done(&scene.jonas, "publishCorrection", published).await;
    stage.corrects().await;
    assert_eq!(it["state"], "PUBLISHED");
    let post = scene.post_for(&scene.lena).await;
    let beside = &post["corrections"][0];
    assert_eq!(beside["state"], "REVISED", "{post}");
    assert_eq!(
        (&beside["quote"], &beside["start"]),
        (&json!(""), &Value::Null)
    );
    assert!(!post.to_string().contains("<mark"), "never a mark of shame");

    // Priya read it as it was; Lena did not.
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    assert!(kinds(&scene.lena).await.is_empty());
    let answered = acknowledges(&scene.priya, &it, "GOT_IT").await;
    assert_eq!(
        answered["data"]["acknowledgeCorrection"]["viewerNotice"]["answer"],
        "GOT_IT"
    );
    stage.settle().await;
    assert!(kinds(&scene.priya).await.is_empty(), "it is dealt with");
    let refused = acknowledges(&scene.lena, &it, "GOT_IT").await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN", "{refused}");
}

#[tokio::test]
async fn what_is_not_revised_is_published_by_itself_when_the_time_is_over() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("INFORMATION").await;
    done(
        &scene.amara,
        "agreeToCorrection",
        json!({ "misconception": it["id"] }),
    )
    .await;
    let offer = json!({ "misconception": it["id"], "hours": 2 });
    done(&scene.jonas, "offerToAuthor", offer).await;
    stage.clock.advance(TimeDelta::minutes(119));
    stage.corrects().await;
    assert_eq!(looks_at(&scene.jonas, &it).await["state"], "AUTHORS_WINDOW");

    stage.clock.advance(TimeDelta::minutes(1));
    stage.corrects().await;

    let it = looks_at(&scene.jonas, &it).await;
    assert_eq!(it["state"], "PUBLISHED");
    assert_eq!(it["history"][5]["by"], Value::Null, "{it}");
    assert_eq!(it["spread"]["exposedBefore"], 1);
    assert_eq!(it["spread"]["told"], 1);
    // Everybody reads it with its correction: who knew, who is told, and who comes later.
    reads(&scene.lena, &scene.thread, 2).await;
    for person in [&scene.ben, &scene.priya, &scene.lena, &scene.amara] {
        let post = scene.post_for(person).await;
        let beside = &post["corrections"][0];
        assert_eq!(beside["quote"], WRONG, "{post}");
        assert_eq!(beside["holds"], "Stay in it, and make disagreeing safe.");
        assert_eq!(beside["by"]["name"], "Jonas");
        let mark = format!(
            "<mark class=\"corrected\" data-occurrence=\"{}\">{WRONG}</mark>",
            beside["id"].as_str().unwrap_or_default()
        );
        let html = post["bodyHtml"].as_str().unwrap_or_default();
        assert!(html.contains(&mark), "{html}");
    }
    assert_eq!(
        looks_at(&scene.jonas, &it).await["spread"]["exposedAfter"],
        1
    );
    assert_eq!(looks_at(&scene.eve, &it).await, Value::Null);
    let mine = looks_at(&scene.priya, &it).await;
    assert_eq!(
        (&mine["history"], &mine["spread"]),
        (&json!([]), &Value::Null)
    );

    // Ben revises later: readers see at once that he did.
    stage.clock.advance(TimeDelta::hours(1));
    scene
        .revises("From experience: stay in the storming phase, it pays.")
        .await;
    let post = scene.post_for(&scene.lena).await;
    assert_eq!(post["corrections"][0]["state"], "REVISED", "{post}");
    stage.settle().await;
    assert_eq!(kinds(&scene.ben).await, ["CORRECTION_THANKS"]);
}

#[tokio::test]
async fn a_correction_taken_back_leaves_no_trace_with_readers() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    assert_eq!(it["undoableUntil"], "2026-01-13T09:00:00+00:00");

    let it = done(
        &scene.amara,
        "undoCorrection",
        json!({ "misconception": it["id"] }),
    )
    .await;
    stage.corrects().await;
    assert_eq!(it["state"], "DRAFTED");
    assert!(kinds(&scene.priya).await.is_empty());
    let post = scene.post_for(&scene.priya).await;
    assert_eq!(post["corrections"], json!([]));
    assert!(!post["bodyHtml"].to_string().contains("<mark"));
    assert_eq!(looks_at(&scene.priya, &it).await, Value::Null);

    // Published again, who was told is not told again; who read it meanwhile is.
    reads(&scene.lena, &scene.thread, 2).await;
    let offer = json!({ "misconception": it["id"], "hours": 1 });
    done(&scene.jonas, "offerToAuthor", offer).await;
    stage.clock.advance(TimeDelta::hours(1));
    stage.corrects().await;
    assert!(kinds(&scene.priya).await.is_empty());
    assert_eq!(kinds(&scene.lena).await, ["CORRECTION_TOLD"]);

    stage.clock.advance(TimeDelta::days(7));
    let late = does(
        &scene.amara,
        "undoCorrection",
        json!({ "misconception": it["id"] }),
    )
    .await;
    assert_eq!(error_of(&late).0, "CONFLICT", "{late}");
    let why = json!({ "misconception": it["id"], "reason": "There is new research" });
    let it = done(&scene.amara, "reopenMisconception", why).await;
    assert_eq!(it["state"], "CONFIRMED");
    assert_eq!(scene.post_for(&scene.lena).await["corrections"], json!([]));
}

#[tokio::test]
async fn a_passage_that_was_edited_meanwhile_is_a_conflict_with_what_stands_now() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    scene.revises("Something else altogether.").await;
    let input = json!({
        "post": scene.post["id"], "passage": { "quote": WRONG, "start": 17 }, "claim": CLAIM,
    });

    let refused = does(&scene.jonas, "suspectMisconception", input).await;

    assert_eq!(error_of(&refused).0, "CONFLICT", "{refused}");
    let current = &refused["errors"][0]["extensions"]["current"];
    assert_eq!(current["body"], "Something else altogether.", "{refused}");
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("PRACTICE").await;
    let mut first = draft(&it, "PRACTICE");
    first["version"] = it["version"].clone();
    first["holds"] = json!("Amara's words");
    let mut second = first.clone();
    second["holds"] = json!("Jonas' words");

    done(&scene.amara, "draftCorrection", first).await;
    let refused = does(&scene.jonas, "draftCorrection", second).await;

    assert_eq!(error_of(&refused).0, "CONFLICT");
    assert_eq!(
        refused["errors"][0]["extensions"]["current"]["holds"],
        "Amara's words"
    );
}

#[tokio::test]
async fn the_library_has_what_was_corrected_for_everybody_who_may_meet_it() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    scene.drafted("PRACTICE").await;
    let ask = format!(
        "query($slug: String!, $query: String) {{ community(slug: $slug) {{
            corrections(query: $query, first: 10) {{ edges {{ node {{ {MISCONCEPTION} }} }} }} }} }}"
    );
    let found = async |person: &tests::Person<'_>, query: &str| {
        let variables = json!({ "slug": scene.cohort.slug, "query": query });
        let answer = person.asks(&ask, variables).await;
        let edges = answer["data"]["community"]["corrections"]["edges"]
            .as_array()
            .cloned();
        edges.map(|edges| edges.len())
    };
    assert_eq!(found(&scene.lena, "").await, Some(0), "it is not published");

    let it = scene
        .amara
        .asks(&ask, json!({ "slug": scene.cohort.slug }))
        .await;
    assert!(it.get("errors").is_none(), "{it}");
    let all = "query($slug: String!) { community(slug: $slug) {
        misconceptions(first: 10) { edges { node { id state } } } } }";
    let waiting = scene
        .amara
        .asks(all, json!({ "slug": scene.cohort.slug }))
        .await;
    let waiting = &waiting["data"]["community"]["misconceptions"]["edges"][0]["node"];
    assert_eq!(waiting["state"], "DRAFTED");
    let refused = scene
        .lena
        .asks(all, json!({ "slug": scene.cohort.slug }))
        .await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");

    done(
        &scene.jonas,
        "offerToAuthor",
        json!({ "misconception": waiting["id"] }),
    )
    .await;
    stage.clock.advance(TimeDelta::days(1));
    stage.corrects().await;
    assert_eq!(found(&scene.lena, "").await, Some(1));
    assert_eq!(found(&scene.lena, "DISAGREEING storming").await, Some(1));
    assert_eq!(found(&scene.lena, "100%").await, Some(0));
    assert_eq!(found(&scene.eve, "").await, None);

    let closing = json!({ "misconception": waiting["id"] });
    let closed = done(&scene.amara, "closeMisconception", closing).await;
    assert_eq!(closed["state"], "CLOSED");
    assert_eq!(
        found(&scene.lena, "").await,
        Some(1),
        "it stays where it stands"
    );
    assert!(scene.post_for(&scene.lena).await["corrections"][0].is_object());
}
