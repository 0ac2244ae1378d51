//! Requests to servers that somebody named: never to one inside, however it is spelled and whatever it answers.
mod spellings;

use async_trait::async_trait;
use outgoing::{ANSWER_BYTES_MAX, Allowed, Outgoing, OutgoingError, Resolver};
use spellings::INSIDE;
use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Knows names by heart, says the next answer each time, and the last one for ever.
struct Flipping {
    answers: Mutex<VecDeque<Vec<IpAddr>>>,
    asked: AtomicUsize,
}

impl Flipping {
    fn saying(answers: &[&[&str]]) -> Arc<Self> {
        let addresses = |answer: &&[&str]| {
            let each = answer
                .iter()
                .map(|text| text.parse::<IpAddr>().expect("an address"));
            each.collect::<Vec<_>>()
        };
        Arc::new(Self {
            answers: Mutex::new(answers.iter().map(addresses).collect()),
            asked: AtomicUsize::new(0),
        })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl Resolver for Flipping {
    async fn addresses(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mut answers = self.answers.lock().expect("the answers");
        let next = if answers.len() > 1 {
            answers.pop_front()
        } else {
            answers.front().cloned()
        };
        next.ok_or_else(|| io::Error::other("nobody knows this name"))
    }
}

/// What a server does after its words.
#[derive(Clone, Copy)]
enum Then {
    Close,
    Hold,
    Repeat(&'static [u8]),
}

/// A server that says the same to everybody.
struct Elsewhere {
    address: SocketAddr,
    visits: Arc<AtomicUsize>,
}

impl Elsewhere {
    async fn saying(words: impl Into<Vec<u8>>, then: Then) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let visits = Arc::new(AtomicUsize::new(0));
        let (words, counted) = (words.into(), visits.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(answers(stream, words.clone(), then));
            }
        });
        Self { address, visits }
    }

    fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// A client that may come here.
    fn client(&self) -> Outgoing {
        let allowed = Allowed::parse(&self.address.to_string());
        Outgoing::new(allowed.expect("a host and a port"))
    }

    fn visits(&self) -> usize {
        self.visits.load(Ordering::SeqCst)
    }
}

async fn answers(mut stream: TcpStream, words: Vec<u8>, then: Then) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && stream.read_buf(&mut head).await? > 0 {}
    stream.write_all(&words).await?;
    match then {
        Then::Close => stream.shutdown().await,
        Then::Hold => std::future::pending().await,
        Then::Repeat(piece) => loop {
            stream.write_all(piece).await?;
        },
    }
}

fn whole(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn an_address_inside_is_refused_in_every_spelling() {
    let outgoing =
        Outgoing::new(Allowed::default()).resolving_by(Flipping::saying(&[&["127.0.0.1"]]));
    assert!(INSIDE.len() >= 60, "{}", INSIDE.len());

    for host in INSIDE {
        for path in ["", ":80", ":443"] {
            let refused = outgoing.get(&format!("https://{host}{path}/")).await;
            let is_refused = matches!(
                refused,
                Err(OutgoingError::Inside(_) | OutgoingError::NoAddress)
            );
            assert!(is_refused, "{host}{path}: {refused:?}");
        }
    }
}

#[tokio::test]
async fn only_https_at_its_usual_ports_is_asked_of_the_world() {
    let resolver = Flipping::saying(&[&["9.9.9.9"]]);
    let outgoing = Outgoing::new(Allowed::default()).resolving_by(resolver.clone());
    let named = || "idp.example".to_owned();

    for (url, expected) in [
        ("http://idp.example/", OutgoingError::NotSecure(named())),
        ("https://idp.example:22/", OutgoingError::Port(named(), 22)),
        (
            "http://idp.example:6379/",
            OutgoingError::Port(named(), 6379),
        ),
        ("https://me:secret@idp.example/", OutgoingError::NoAddress),
        ("https://idp.example@127.0.0.1/", OutgoingError::NoAddress),
        ("ftp://idp.example/", OutgoingError::NoAddress),
        ("gopher://idp.example:80/", OutgoingError::NoAddress),
        ("file:///etc/passwd", OutgoingError::NoAddress),
        ("javascript:alert(1)", OutgoingError::NoAddress),
        ("idp.example", OutgoingError::NoAddress),
        ("", OutgoingError::NoAddress),
    ] {
        assert_eq!(outgoing.get(url).await.err(), Some(expected), "{url}");
    }
    let question = poem::http::Request::post("https://me:secret@idp.example/token");
    let question = question.body(Vec::new()).expect("a question");
    let sent = outgoing.send(question).await;
    assert_eq!(sent.err(), Some(OutgoingError::NoAddress));
    assert_eq!(resolver.asked(), 0, "nothing of this needs a name");
}

#[tokio::test]
async fn one_address_inside_refuses_a_name_whatever_else_it_answers() {
    for answer in [
        &["9.9.9.9", "10.0.0.7"][..],
        &["169.254.169.254", "9.9.9.9"],
        &["2620:fe::fe", "::ffff:127.0.0.1"],
        &["2620:fe::fe", "64:ff9b::a00:7"],
    ] {
        // A moment later it would say what is harmless; it is not asked again.
        let resolver = Flipping::saying(&[answer, &["9.9.9.9"]]);
        let outgoing = Outgoing::new(Allowed::default()).resolving_by(resolver.clone());

        let refused = outgoing.get("https://rebind.example/").await;

        let inside = OutgoingError::Inside("rebind.example".to_owned());
        assert_eq!(refused.err(), Some(inside), "{answer:?}");
        assert_eq!(resolver.asked(), 1, "{answer:?}");
    }
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_not_asked() {
    let unknown = OutgoingError::Unknown("idp.example".to_owned());

    for resolver in [Flipping::saying(&[]), Flipping::saying(&[&[]])] {
        let outgoing = Outgoing::new(Allowed::default()).resolving_by(resolver);
        let refused = outgoing.get("https://idp.example/").await;
        assert_eq!(refused.err().as_ref(), Some(&unknown));
    }
}

#[tokio::test]
async fn what_a_name_answered_once_is_what_is_connected_to() {
    let server = Elsewhere::saying(whole(b"hello"), Then::Close).await;
    let place = format!("idp.intranet:{}", server.address.port());
    // Whoever asked again would end in another place.
    let resolver = Flipping::saying(&[&["127.0.0.1"], &["127.0.0.2"]]);
    let allowed = Allowed::parse(&place).expect("a host and a port");
    let outgoing = Outgoing::new(allowed).resolving_by(resolver.clone());

    let answer = outgoing.get(&format!("http://{place}/keys")).await;

    assert_eq!(answer.expect("an answer").body(), b"hello");
    assert_eq!((resolver.asked(), server.visits()), (1, 1));
}

#[tokio::test]
async fn what_an_operator_allowed_is_this_host_at_this_port() {
    let server = Elsewhere::saying(whole(b"hello"), Then::Close).await;
    let port = server.address.port();
    let outgoing = server.client();

    assert!(outgoing.get(&server.url()).await.is_ok());
    for other in [
        format!("http://127.0.0.1:{}/", port.wrapping_add(1)),
        format!("http://localhost:{port}/"),
        format!("http://127.0.0.2:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        "https://127.0.0.1/".to_owned(),
    ] {
        let refused = outgoing.get(&other).await;
        let is_refused = matches!(
            refused,
            Err(OutgoingError::Inside(_) | OutgoingError::Port(..))
        );
        assert!(is_refused, "{other}: {refused:?}");
    }
    for nonsense in [
        "idp.intranet",
        "idp.intranet:",
        ":443",
        "a b:443",
        "x/y:443",
        "x:70000",
    ] {
        assert_eq!(Allowed::parse(nonsense), None, "{nonsense}");
    }
    let several = Allowed::parse("IDP.Intranet:8443, [FD00::1]:443").expect("two places");
    assert_eq!(several.to_string(), "idp.intranet:8443, [fd00::1]:443");
    assert_eq!(server.visits(), 1);
}

#[tokio::test]
async fn a_redirect_is_followed_nowhere() {
    let inside = Elsewhere::saying(whole(b"a secret"), Then::Close).await;
    for to in [
        inside.url(),
        "http://169.254.169.254/".to_owned(),
        "/".to_owned(),
    ] {
        for status in ["301", "302", "303", "307", "308"] {
            let words = format!("HTTP/1.1 {status} Away\r\nlocation: {to}\r\n\r\n");
            let server = Elsewhere::saying(words, Then::Close).await;

            let refused = server.client().get(&server.url()).await;

            let redirected = OutgoingError::Redirected("127.0.0.1".to_owned());
            assert_eq!(refused.err(), Some(redirected), "{status} {to}");
            assert_eq!(server.visits(), 1);
        }
    }
    assert_eq!(inside.visits(), 0);
}

#[tokio::test]
async fn who_answers_slowly_is_left() {
    for words in [
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf",
    ] {
        let server = Elsewhere::saying(words, Then::Hold).await;
        let impatient = server.client().within(Duration::from_millis(200));

        let refused = impatient.get(&server.url()).await;

        let late = OutgoingError::TooSlow("127.0.0.1".to_owned());
        assert_eq!(refused.err(), Some(late), "{words}");
    }
}

/// A piece of an answer that does not say how long it will be.
static PIECE: LazyLock<Vec<u8>> =
    LazyLock::new(|| [b"1000\r\n", &[b'x'; 4096][..], b"\r\n"].concat());

#[tokio::test]
async fn an_answer_has_an_end() {
    let full = vec![b'x'; ANSWER_BYTES_MAX];
    let largest = Elsewhere::saying(whole(&full), Then::Close).await;
    let answer = largest.client().get(&largest.url()).await;
    assert_eq!(answer.expect("an answer").body().len(), ANSWER_BYTES_MAX);

    let larger = whole(&[&full[..], b"x"].concat());
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let endless = "HTTP/1.1 200 OK\r\n\r\n";
    for (words, then) in [
        (larger, Then::Close),
        (chunked.into(), Then::Repeat(&PIECE)),
        (endless.into(), Then::Repeat(&[b'x'; 4096])),
    ] {
        let server = Elsewhere::saying(words, then).await;
        let refused = server.client().get(&server.url()).await;
        let large = OutgoingError::TooLarge("127.0.0.1".to_owned());
        assert_eq!(refused.err(), Some(large));
    }
    // A head without an end is no answer either.
    let talkative = Elsewhere::saying("HTTP/1.1 200 OK\r\n", Then::Repeat(b"x: y\r\n")).await;
    let refused = talkative.client().get(&talkative.url()).await;
    let nobody = OutgoingError::Unreachable("127.0.0.1".to_owned());
    assert_eq!(refused.err(), Some(nobody));
}

#[test]
fn what_is_public_is_so() {
    for address in [
        "9.9.9.9",
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "2620:fe::fe",
        "2a00:1450::1",
    ] {
        assert!(
            outgoing::is_public(address.parse().expect("an address")),
            "{address}"
        );
    }
}
