//! Sockets are opened from our pages, by people who are signed in, and end with their sign-in.
use api::{Asking, RequestOrigin};
use futures_util::{SinkExt, StreamExt};
use identity::{Reach, SignOut};
use serde_json::{Value, json};
use server::socket::{close_ended_sign_ins, let_in};
use std::net::SocketAddr;
use std::time::Duration;
use tests::{Door, OUR_PAGE, Person, Stage};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

const FOLLOW: &str = "subscription { liveEvents { kind } }";

struct Browser(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Browser {
    async fn opens(at: SocketAddr, cookie: &str, origin: Option<&str>) -> Result<Self, Error> {
        let mut request = format!("ws://{at}/graphql/ws").into_client_request()?;
        let headers = request.headers_mut();
        headers.insert(
            "sec-websocket-protocol",
            "graphql-transport-ws".parse().expect("a header"),
        );
        headers.insert("cookie", cookie.parse().expect("a header"));
        if let Some(origin) = origin {
            headers.insert("origin", origin.parse().expect("a header"));
        }
        Ok(Self(connect_async(request).await?.0))
    }

    /// Opens a socket from our page and is let in.
    async fn enters(at: SocketAddr, cookie: &str) -> Self {
        let mut browser = Self::opens(at, cookie, Some(OUR_PAGE))
            .await
            .expect("a socket");
        browser.says(json!({ "type": "connection_init" })).await;
        assert_eq!(browser.hears().await["type"], "connection_ack");
        browser
    }

    async fn says(&mut self, words: Value) {
        self.0
            .send(Message::text(words.to_string()))
            .await
            .expect("an open socket");
    }

    async fn subscribes(&mut self, id: &str, query: &str) {
        self.says(json!({ "id": id, "type": "subscribe", "payload": { "query": query } }))
            .await;
    }

    /// The next message; a closing one as its code.
    async fn hears(&mut self) -> Value {
        let next = timeout(Duration::from_secs(15), self.0.next())
            .await
            .expect("a message in time");
        match next {
            Some(Ok(Message::Text(text))) => serde_json::from_str(&text).expect("JSON"),
            Some(Ok(Message::Close(Some(frame)))) => json!({ "closed": u16::from(frame.code) }),
            other => panic!("{other:?}"),
        }
    }
}

async fn opened_by(person: &Person<'_>, door: &Door) -> (SocketAddr, String) {
    (door.opens().await, door.cookie_of(person).await)
}

#[tokio::test]
async fn a_foreign_page_opens_no_socket() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (at, cookie) = opened_by(&ada, &Door::of(&stage)).await;

    for origin in [
        Some("https://evil.example"),
        Some("null"),
        Some("http://localhost"),
        None,
    ] {
        let refused = Browser::opens(at, &cookie, origin).await.err();
        let Some(Error::Http(answer)) = refused else {
            panic!("{origin:?} was let in");
        };
        assert_eq!(answer.status(), 403, "{origin:?}");
    }
}

#[tokio::test]
async fn a_stranger_is_told_to_sign_in() {
    let stage = Stage::new().await;
    let at = Door::of(&stage).opens().await;

    let mut stranger = Browser::opens(at, "interlude=nothing", Some(OUR_PAGE))
        .await
        .expect("a socket");

    assert_eq!(stranger.hears().await, json!({ "closed": 4401 }));
}

#[tokio::test]
async fn a_person_follows_what_happens() {
    let stage = Stage::live().await;
    let ada = stage.person("Ada").await;
    let (at, cookie) = opened_by(&ada, &Door::of(&stage)).await;
    let mut browser = Browser::enters(at, &cookie).await;

    browser.subscribes("1", FOLLOW).await;
    let first = browser.hears().await;
    browser.says(json!({ "type": "ping" })).await;
    let pong = browser.hears().await;

    assert_eq!(first["payload"]["data"]["liveEvents"]["kind"], "READY");
    assert_eq!(first["id"], "1");
    assert_eq!(pong["type"], "pong");
}

#[tokio::test]
async fn queries_mutations_and_bombs_are_refused_on_a_socket() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (at, cookie) = opened_by(&ada, &Door::of(&stage)).await;
    let mut browser = Browser::enters(at, &cookie).await;
    let bomb = "subscription { ...a } fragment a on Subscription { ...a }";

    for query in [
        "{ viewer { email } }",
        "mutation { signOut(input: {}) { signInsEnded } }",
        bomb,
    ] {
        browser.subscribes("1", query).await;
        let answer = browser.hears().await;
        assert_eq!(answer["type"], "error", "{answer}");
        assert_eq!(answer["payload"][0]["extensions"]["code"], "INVALID");
    }
}

#[tokio::test]
async fn a_socket_carries_fifty_subscriptions_and_a_person_ten_sockets() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (at, cookie) = opened_by(&ada, &Door::of(&stage)).await;
    let mut browser = Browser::enters(at, &cookie).await;
    for n in 0..51 {
        browser.subscribes(&n.to_string(), FOLLOW).await;
    }
    let mut answer = browser.hears().await;
    while answer["type"] == "next" {
        answer = browser.hears().await;
    }
    let mut others = Vec::new();
    for _ in 0..9 {
        others.push(Browser::enters(at, &cookie).await);
    }
    let mut eleventh = Browser::opens(at, &cookie, Some(OUR_PAGE))
        .await
        .expect("a socket");

    assert_eq!(answer["id"], "50");
    assert_eq!(
        answer["payload"][0]["message"],
        "50 subscriptions are the most on one socket"
    );
    assert_eq!(eleventh.hears().await, json!({ "closed": 4429 }));
}

#[tokio::test]
async fn where_no_limit_is_set_a_person_has_as_many_sockets_as_they_like() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::with(&stage, &[("sockets-per-person", "0")]);
    let (at, cookie) = opened_by(&ada, &door).await;
    let mut earlier = Vec::new();
    for _ in 0..10 {
        earlier.push(Browser::enters(at, &cookie).await);
    }

    let mut eleventh = Browser::enters(at, &cookie).await;
    eleventh.subscribes("1", FOLLOW).await;

    assert_eq!(eleventh.hears().await["type"], "next");
}

#[tokio::test]
async fn what_is_no_message_closes_the_socket() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (at, cookie) = opened_by(&ada, &Door::of(&stage)).await;

    let mut confused = Browser::enters(at, &cookie).await;
    confused.says(json!({ "type": "nonsense" })).await;
    let mut hasty = Browser::opens(at, &cookie, Some(OUR_PAGE))
        .await
        .expect("a socket");
    hasty.subscribes("1", FOLLOW).await;
    let mut loud = Browser::enters(at, &cookie).await;
    loud.says(json!({ "type": "ping", "payload": "x".repeat(70_000) }))
        .await;

    assert_eq!(confused.hears().await, json!({ "closed": 4400 }));
    assert_eq!(hasty.hears().await, json!({ "closed": 4401 }));
    assert_eq!(loud.hears().await, json!({ "closed": 1009 }));
}

#[tokio::test]
async fn signing_out_everywhere_closes_every_socket_at_once() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    let (at, cookie) = opened_by(&ada, &door).await;
    let (db, sockets) = (stage.db().clone(), door.front.sockets.clone());
    let poll = Duration::from_secs(1);
    let watching = tokio::spawn(async move { close_ended_sign_ins(&db, &sockets, poll).await });
    let mut here = Browser::enters(at, &cookie).await;
    let mut there = Browser::enters(at, &door.cookie_of(&ada).await).await;
    let sign_ins = identity::sign_ins_of(&stage.db().read(), &ada.record, stage.db().now()).await;
    let sign_in = sign_ins.expect("sign-ins")[0].id;

    ada.does(SignOut {
        sign_in,
        reach: Reach::Everywhere,
    })
    .await
    .expect("a sign-out");

    assert_eq!(here.hears().await, json!({ "closed": 4403 }));
    assert_eq!(there.hears().await, json!({ "closed": 4403 }));
    watching.abort();
}

#[tokio::test]
async fn suspending_a_person_closes_their_sockets_at_once_and_lets_them_open_none() {
    let stage = Stage::new().await;
    let (ines, tomas) = (
        stage.administrator("Ines").await,
        stage.person("Tomas").await,
    );
    let door = Door::of(&stage);
    let (at, cookie) = opened_by(&tomas, &door).await;
    let (db, sockets) = (stage.db().clone(), door.front.sockets.clone());
    let poll = Duration::from_secs(1);
    let watching = tokio::spawn(async move { close_ended_sign_ins(&db, &sockets, poll).await });
    let mut here = Browser::enters(at, &cookie).await;

    let suspend = identity::SuspendPerson {
        person: tomas.record.id,
        reason: "Sold our addresses".to_owned(),
    };
    ines.does(suspend).await.expect("leave to");
    let closed = here.hears().await;
    let mut again = Browser::opens(at, &cookie, Some(OUR_PAGE))
        .await
        .expect("a socket");

    assert_eq!(closed, json!({ "closed": 4403 }));
    assert_eq!(again.hears().await, json!({ "closed": 4401 }));
    watching.abort();
}

#[tokio::test]
async fn a_sign_in_that_ends_while_its_socket_opens_is_not_let_in() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    door.cookie_of(&ada).await;
    let sign_ins = identity::sign_ins_of(&stage.db().read(), &ada.record, stage.db().now()).await;
    let sign_in = sign_ins.expect("sign-ins").remove(0);
    let (record, origin) = (ada.record.clone(), RequestOrigin::default());
    let asking = Asking::signed_in(sign_in.clone(), record, origin);

    let before = let_in(&door.front, &asking).await.is_ok();
    let sign_out = SignOut {
        sign_in: sign_in.id,
        reach: Reach::Everywhere,
    };
    ada.does(sign_out).await.expect("a sign-out");
    let after = let_in(&door.front, &asking).await.is_ok();

    assert!(before && !after);
    assert_eq!(door.front.sockets.count(), 0);
}

#[tokio::test]
async fn a_closing_server_says_so() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    let (at, cookie) = opened_by(&ada, &door).await;
    let mut browser = Browser::enters(at, &cookie).await;

    door.front.close();

    assert_eq!(browser.hears().await, json!({ "closed": 1001 }));
    assert!(!door.front.is_ready());
}
