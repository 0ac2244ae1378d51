//! How long from one write until the last of many sockets has it: `fanout PLAN`, a `Plan` as JSON.
//! Prints a `Report` as JSON.
use futures_util::{SinkExt, StreamExt, TryStreamExt, stream};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, client_async_with_config};

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;
type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

#[derive(Deserialize)]
struct Plan {
    /// Host and port, both of the sockets and of the write.
    authority: String,
    cookie: String,
    socket_path: String,
    protocol: Option<String>,
    /// What a socket says first, in this order.
    opening: Vec<String>,
    /// A socket is ready when it has heard this; without it, when it is open.
    ready: Option<String>,
    sockets: usize,
    write_path: String,
    /// `NONCE` in it stands for a new word each time; a socket that hears the word has the write.
    write_body: String,
    writes: usize,
    /// The process whose memory is watched.
    pid: u32,
}

#[derive(Serialize)]
struct Report {
    connect_ms: f64,
    bytes_per_socket: u64,
    /// From the write to the last delivery, for each write.
    last_delivery_ms: Vec<f64>,
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let plan = std::env::args().nth(1).ok_or("say the plan as JSON")?;
    let plan: Arc<Plan> = Arc::new(serde_json::from_str(&plan)?);
    println!("{}", serde_json::to_string(&measure(plan).await?)?);
    Ok(())
}

async fn measure(plan: Arc<Plan>) -> Fallible<Report> {
    let before = resident_bytes(plan.pid)?;
    let began = Instant::now();
    let sockets: Vec<Socket> = stream::iter(0..plan.sockets)
        .map(|_| connect(&plan))
        .buffer_unordered(64)
        .try_collect()
        .await?;
    let connect_ms = ms(began.elapsed());
    let bytes = resident_bytes(plan.pid)?.saturating_sub(before);

    let (heard, mut hearing) = mpsc::channel(plan.sockets);
    for socket in sockets {
        tokio::spawn(listen(socket, heard.clone()));
    }
    let mut last_delivery_ms = Vec::new();
    for number in 0..plan.writes {
        last_delivery_ms.push(ms(deliver(&plan, number, &mut hearing).await?));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(Report {
        connect_ms,
        bytes_per_socket: bytes / plan.sockets.max(1) as u64,
        last_delivery_ms,
    })
}

async fn connect(plan: &Plan) -> Fallible<Socket> {
    let mut request =
        format!("ws://{}{}", plan.authority, plan.socket_path).into_client_request()?;
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{}", plan.authority).parse()?);
    headers.insert("cookie", HeaderValue::from_str(&plan.cookie)?);
    if let Some(protocol) = &plan.protocol {
        headers.insert("sec-websocket-protocol", HeaderValue::from_str(protocol)?);
    }
    let stream = MaybeTlsStream::Plain(TcpStream::connect(&plan.authority).await?);
    let small = WebSocketConfig::default()
        .read_buffer_size(4096)
        .write_buffer_size(4096);
    let (mut socket, _) = client_async_with_config(request, stream, Some(small)).await?;
    for words in &plan.opening {
        socket.send(Message::text(words)).await?;
    }
    let Some(ready) = &plan.ready else {
        return Ok(socket);
    };
    while let Some(message) = socket.next().await {
        let message = message?;
        if message.to_text().is_ok_and(|text| text.contains(ready)) {
            return Ok(socket);
        }
        if message.is_close() {
            return Err(format!("the server closed a socket: {message}").into());
        }
    }
    Err("the server closed a socket before it was ready".into())
}

/// Passes on every nonce that the socket hears, once, with the moment.
async fn listen(mut socket: Socket, heard: mpsc::Sender<(String, Instant)>) {
    let mut latest = String::new();
    while let Some(Ok(message)) = socket.next().await {
        let now = Instant::now();
        let Ok(text) = message.to_text() else {
            continue;
        };
        if let Some(at) = text.find("nonce-") {
            let word: String = text[at..].chars().take(NONCE_LENGTH).collect();
            if word == latest {
                continue;
            }
            latest.clone_from(&word);
            if heard.send((word, now)).await.is_err() {
                return;
            }
        } else if text.contains(r#""ping""#) {
            let _ = socket.send(Message::text(r#"{"type":"pong"}"#)).await;
        }
    }
}

const NONCE_LENGTH: usize = "nonce-0000000000-0000".len();
const PATIENCE: Duration = Duration::from_secs(30);

async fn deliver(
    plan: &Plan,
    number: usize,
    hearing: &mut mpsc::Receiver<(String, Instant)>,
) -> Fallible<Duration> {
    let nonce = format!("nonce-{:010}-{number:04}", std::process::id());
    let body = plan.write_body.replace("NONCE", &nonce);
    let began = Instant::now();
    let answer = write(plan, &body).await?;
    if answer.contains(r#""errors""#) || !answer.starts_with("HTTP/1.1 200") {
        return Err(format!("the write was refused: {answer}").into());
    }
    let mut last = began;
    let mut missing = plan.sockets;
    while missing > 0 {
        let next = tokio::time::timeout(PATIENCE, hearing.recv()).await;
        let (word, at) = next
            .map_err(|_| format!("{missing} sockets never heard {nonce}"))?
            .ok_or("every socket is closed")?;
        if word == nonce {
            missing -= 1;
            last = last.max(at);
        }
    }
    Ok(last - began)
}

async fn write(plan: &Plan, body: &str) -> Fallible<String> {
    let (path, authority, cookie) = (&plan.write_path, &plan.authority, &plan.cookie);
    let length = body.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: {authority}\r\norigin: http://{authority}\r\n\
         cookie: {cookie}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n{body}"
    );
    let mut stream = TcpStream::connect(authority).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

fn resident_bytes(pid: u32) -> Fallible<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next());
    Ok(kib.ok_or("no memory figure")?.parse::<u64>()? * 1024)
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
