//! Who takes a place and says nothing is left, so that thousands of them take none.
use super::House;
use std::time::Duration;
use tests::operation;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Longer than any patience of the server.
const LONG: Duration = Duration::from_secs(30);

/// What the server says to who begins like this and then keeps still, until it ends the connection.
async fn hears(house: &House, begun: &str) -> String {
    let mut stream = TcpStream::connect(house.server.address)
        .await
        .expect("a connection");
    stream
        .write_all(begun.as_bytes())
        .await
        .expect("a beginning");
    let mut said = Vec::new();
    // A connection that is reset has ended as well.
    let ended = timeout(LONG, stream.read_to_end(&mut said)).await;
    assert!(
        ended.is_ok(),
        "the server still waits for the rest of: {begun}"
    );
    String::from_utf8_lossy(&said).into_owned()
}

#[tokio::test]
async fn who_never_says_what_they_want_is_left() {
    let house = House::open().await;
    let host = house.server.address;
    let half_a_head = format!("GET / HTTP/1.1\r\nhost: {host}\r\nx-slow: ");
    let body = operation("{ server { name } }").to_string();
    let half_a_body = format!(
        "POST /graphql HTTP/1.1\r\nhost: {host}\r\norigin: {}\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{}",
        house.server.origin(),
        body.len(),
        &body[..8]
    );

    let (nothing, head, content) = tokio::join!(
        hears(&house, ""),
        hears(&house, &half_a_head),
        hears(&house, &half_a_body)
    );

    assert!(
        !nothing.contains(" 200 ") && !head.contains(" 200 "),
        "{nothing}{head}"
    );
    assert!(content.starts_with("HTTP/1.1 408"), "{content}");
    assert!(
        content.contains("did not arrive within 10 seconds"),
        "{content}"
    );
}
