//! `interlude health`, for containers and supervisors.
use crate::config::Settings;
use crate::failure::Failure;
use crate::stdout::say;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PATIENCE: Duration = Duration::from_secs(3);
const QUESTION: &[u8] =
    b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
/// Enough for the status and the one word behind it.
const ANSWER_BYTES_MAX: u64 = 4 * 1024;

pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let address = reachable(settings.listen);
    let answer = tokio::time::timeout(PATIENCE, ask(address)).await;
    match answer {
        Ok(Ok(answer)) if answer.starts_with("HTTP/1.1 200") => {
            say("ready")?;
            Ok(())
        }
        Ok(Ok(answer)) => {
            let reason = answer.lines().last().unwrap_or_default();
            Err(Failure::plain(format!("not ready: {reason}")))
        }
        Ok(Err(error)) => Err(Failure::plain(format!(
            "nothing answers on {address}: {error}"
        ))),
        Err(_) => Err(Failure::plain(format!("{address} did not answer in time"))),
    }
}

/// A server that listens everywhere is asked on this machine.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let address = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(address, listen.port())
}

async fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(QUESTION).await?;
    let mut answer = String::new();
    stream
        .take(ANSWER_BYTES_MAX)
        .read_to_string(&mut answer)
        .await?;
    Ok(answer)
}
