//! What corrections cost those who read.
use super::{Practice, reads};
use serde_json::json;
use tests::Stage;

const PAGE: &str = "query($id: ID!) { thread(id: $id) { title posts(first: 50) { edges { node {
    id bodyHtml authorNotice { claim } corrections { quote claim holds severity
        misconception { number } by { name } } author { name } } } } } }";

#[tokio::test]
async fn posts_without_corrections_cost_nothing_more_and_those_with_some_the_same_for_many() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let id = json!({ "id": scene.thread["id"] });
    let (answer, plain) = scene.priya.asks_counted(PAGE, id.clone()).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    // the thread; its posts; who wrote them
    assert!(plain <= 4, "{plain} statements");

    scene.published().await;
    let (answer, one) = scene.priya.asks_counted(PAGE, id.clone()).await;
    assert!(
        answer["data"]["thread"].to_string().contains("corrected"),
        "{answer}"
    );
    for _ in 0..5 {
        let link = scene.post["id"].as_str().unwrap_or_default();
        let quote = format!("> {}\n\n[quoted](/go/{link})", super::WRONG);
        scene.lena.posts(&scene.thread, &quote).await;
    }
    let (answer, many) = scene.priya.asks_counted(PAGE, id).await;
    let marks = answer.to_string().matches("data-occurrence").count();
    assert_eq!(marks, 6, "{answer}");
    assert!(many <= one + 2, "{many} statements for six, {one} for one");
}

#[tokio::test]
async fn reading_on_costs_one_statement_for_the_ledger() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let mark = "mutation($input: MarkReadInput!) { markRead(input: $input) { readThrough } }";
    let input = json!({ "input": { "thread": scene.thread["id"], "through": 2 } });
    let (answer, statements) = scene.lena.asks_counted(mark, input).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    // the thread as seen; the hour; how far; the fact; the thread anew
    assert!(statements <= 6, "{statements} statements");
    reads(&scene.lena, &scene.thread, 2).await;
}
