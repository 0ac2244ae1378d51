//! Ends: of a sign-in, of a socket, of the server.
use super::House;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tests::{Door, Program, operation, until};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn socket(at: SocketAddr, origin: &str, cookie: &str) -> Result<Socket, Error> {
    let mut request = format!("ws://{at}/graphql/ws").into_client_request()?;
    for (name, value) in [
        ("sec-websocket-protocol", "graphql-transport-ws"),
        ("origin", origin),
        ("cookie", cookie),
    ] {
        let value = value.parse().expect("a header");
        request.headers_mut().insert(name, value);
    }
    Ok(connect_async(request).await?.0)
}

/// Opens a socket from our own page, and follows what happens.
async fn follows(house: &House, cookie: &str) -> Socket {
    let address = house.server.address;
    let mut socket = socket(address, &house.server.origin(), cookie)
        .await
        .expect("a socket");
    let query = operation("subscription { liveEvents { kind } }");
    for words in [
        json!({ "type": "connection_init" }),
        json!({ "type": "subscribe", "id": "1", "payload": query }),
    ] {
        let sent = socket.send(Message::text(words.to_string())).await;
        sent.expect("an open socket");
    }
    assert_eq!(hears(&mut socket).await["type"], "connection_ack");
    let first = hears(&mut socket).await;
    assert_eq!(first["payload"]["data"]["liveEvents"]["kind"], "READY");
    socket
}

async fn hears(socket: &mut Socket) -> Value {
    let next = timeout(Duration::from_secs(10), socket.next()).await;
    match next.expect("a message in time") {
        Some(Ok(Message::Text(text))) => serde_json::from_str(&text).expect("JSON"),
        Some(Ok(Message::Close(Some(frame)))) => json!({ "closed": u16::from(frame.code) }),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn signing_out_everywhere_closes_the_other_device_at_once() {
    let house = House::open().await;
    let stage = house.program.stage().await;
    let ada = stage.finds("ada").await;
    let phone = Door::of(&stage).cookie_of(&ada).await;
    let mut on_the_phone = follows(&house, &phone).await;
    let mut of_ben = follows(&house, &house.ben.cookie).await;
    let sign_out = "mutation { signOut(input: { everywhere: true }) { signInsEnded } }";

    let answer = house.ada.asks(sign_out, json!({})).await;

    assert_eq!(answer["data"]["signOut"]["signInsEnded"], 2, "{answer}");
    assert_eq!(hears(&mut on_the_phone).await, json!({ "closed": 4403 }));
    let viewer = house.ada.with(&phone);
    let viewer = viewer.asks("{ viewer { email } }", json!({})).await;
    assert_eq!(viewer["data"]["viewer"], Value::Null);
    let ping = Message::text(json!({ "type": "ping" }).to_string());
    of_ben.send(ping).await.expect("a socket that stays open");
    assert_eq!(hears(&mut of_ben).await["type"], "pong");
}

#[tokio::test]
async fn a_foreign_page_opens_no_socket() {
    let house = House::open().await;

    for origin in ["https://evil.example", "null"] {
        let refused = socket(house.server.address, origin, &house.ada.cookie).await;
        let Err(Error::Http(answer)) = refused else {
            panic!("{origin} was let in");
        };
        assert_eq!(answer.status(), 403, "{origin}");
    }
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_finishes_what_it_began() {
    let house = House::open().await;
    let mut open = follows(&house, &house.ben.cookie).await;
    let address = house.server.address;
    let body = operation("mutation { updateProfile(input: { workingOn: \"endings\" }) { email } }");
    let body = body.to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: {address}\r\norigin: {}\r\ncookie: {}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        house.server.origin(),
        house.ada.cookie,
        body.len()
    );
    let mut request = TcpStream::connect(address).await.expect("a connection");
    request.write_all(head.as_bytes()).await.expect("a head");
    let mut begun = [0; 25];
    request
        .read_exact(&mut begun)
        .await
        .expect("a first answer");
    assert_eq!(&begun, b"HTTP/1.1 100 Continue\r\n\r\n");

    house.server.is_told_to_stop().await;
    until("nobody else is let in", async || {
        TcpStream::connect(address).await.is_err()
    })
    .await;
    assert_eq!(hears(&mut open).await, json!({ "closed": 1001 }));
    request.write_all(body.as_bytes()).await.expect("a body");
    let mut answer = String::new();
    request
        .read_to_string(&mut answer)
        .await
        .expect("an answer");

    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("ada@example.org"), "{answer}");
    let (code, last) = house.server.ends().await;
    assert_eq!((code, last.as_str()), (Some(0), "Interlude is closed"));
    let stage = house.program.stage().await;
    let ada = stage.finds("ada").await.record;
    assert_eq!(ada.working_on.as_deref(), Some("endings"));
}

#[tokio::test]
async fn a_server_that_nobody_asks_stops_at_once() {
    let program = Program::new().await;
    let server = program.serves().await;
    let visitor = server.visitor();
    visitor.asks("{ server { version } }", json!({})).await;

    server.is_told_to_stop().await;
    let ended = timeout(Duration::from_secs(5), server.ends()).await;

    assert_eq!(ended.map(|(code, _)| code), Ok(Some(0)));
}
