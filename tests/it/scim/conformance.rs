//! A client that others wrote, with the checks that they make of a server: scim2-tester.
use tests::{Directory, Door, Stage, checked_by_others};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scim2_tester_finds_nothing_wrong() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("requests-per-second", "0")]);
    let directory = Directory::at(&stage, &door).await;
    let address = door.opens().await;

    let found = checked_by_others(&format!("http://{address}/scim/v2"), &directory.token).await;

    println!("scim2-tester 0.5.2: {found}");
    assert_eq!(found["failed"], serde_json::json!([]), "{found:#}");
    let checks = found["checks"].as_u64().expect("a number");
    assert!(checks > 80, "it checked but {checks} things: {found:#}");
}
