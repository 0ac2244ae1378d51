//! The audit log of a server that runs, is killed, and is looked into from the command line.
use serde_json::json;
use tests::{Program, Said};

const PASSWORD: &str = "four quiet otters juggle";

async fn ada(program: &Program) {
    let words = [
        "person",
        "create",
        "--name",
        "Ada",
        "--email",
        "ada@example.org",
        "--administrator",
        "--password-stdin",
    ];
    let said = program.runs_told(&words, &format!("{PASSWORD}\n")).await;
    assert_eq!(said.code, Some(0), "{said:?}");
}

/// The seal that was printed.
fn seal_in(said: &Said) -> String {
    let line = said.out.lines().find_map(|line| line.strip_prefix("seal "));
    line.unwrap_or_else(|| panic!("no seal in {said:?}"))
        .to_owned()
}

#[tokio::test]
async fn a_server_that_is_killed_again_and_again_loses_and_doubles_no_entry() {
    let program = Program::new().await;
    ada(&program).await;
    for _ in 0..3 {
        let server = program.serves().await;
        for _ in 0..3 {
            let mut browser = server.visitor();
            let answer = browser.signs_in("ada@example.org", PASSWORD).await;
            assert!(answer.get("errors").is_none(), "{answer}");
        }
        // At once, while the log may be written.
        server.dies().await;
    }
    let said = program.runs(&["audit", "verify"]).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("the chain is whole"), "{said:?}");
    let seal = seal_in(&said);

    let server = program.serves().await;
    let mut browser = server.visitor();
    browser.signs_in("ada@example.org", PASSWORD).await;
    let query = "{ auditLog(first: 100, filter: { kind: \"identity.signed_in\" }) {
        edges { node { address by { name } } } } }";
    tests::until("the last sign-in stands in the log", async || {
        let log = browser.asks(query, json!({})).await;
        let entries = log["data"]["auditLog"]["edges"].as_array().map(Vec::len);
        entries == Some(10)
    })
    .await;
    let log = browser.asks(query, json!({})).await;
    let entry = &log["data"]["auditLog"]["edges"][0]["node"];
    assert_eq!(
        (&entry["address"], &entry["by"]["name"]),
        (&json!("127.0.0.1"), &json!("Ada"))
    );

    let sealed = program.runs(&["audit", "verify", "--seal", &seal]).await;
    assert_eq!(sealed.code, Some(0), "{sealed:?}");
    let other = seal.replace(|digit: char| digit.is_ascii_hexdigit() && digit != ':', "1");
    let other = other.rsplit_once(':').map(|(_, hash)| format!("1:{hash}"));
    let found = program
        .runs(&["audit", "verify", "--seal", &other.expect("a seal")])
        .await;
    assert_eq!(found.code, Some(1), "{found:?}");
    let wrong = program
        .runs(&["audit", "verify", "--seal", "nothing"])
        .await;
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
}

#[tokio::test]
async fn the_log_is_exported_once_to_a_file_of_its_own_and_copies_are_entries() {
    let program = Program::new().await;
    ada(&program).await;
    let backup = program.runs(&["backup", "everything.tar.gz"]).await;
    assert_eq!(backup.code, Some(0), "{backup:?}");
    let said = program.runs(&["audit", "export", "log.csv"]).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let csv = std::fs::read_to_string(program.folder().join("log.csv")).expect("a file");
    assert!(csv.contains("identity.person_created"), "{csv}");
    assert!(csv.contains("audit.copied"), "{csv}");
    let again = program.runs(&["audit", "export", "log.csv"]).await;
    assert_eq!(again.code, Some(1), "{again:?}");
    let verified = program.runs(&["audit", "verify"]).await;
    assert_eq!(verified.code, Some(0), "{verified:?}");
}
