//! Who is at the other end of the wire.
use crate::config::Networks;
use poem::{Addr, Request};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The address of the asker. `X-Forwarded-For` is believed as far as trusted proxies wrote it: it is
/// read from its end, and the first address that is no trusted proxy is the asker's.
pub fn of(request: &Request, trusted: &Networks) -> IpAddr {
    let peer = match &request.remote_addr().0 {
        Addr::SocketAddr(address) => address.ip().to_canonical(),
        _ => IpAddr::V4(Ipv4Addr::LOCALHOST),
    };
    if !trusted.contain(peer) {
        return peer;
    }
    request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .rev()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.rsplit(','))
        .map_while(|part| claimed(part.trim()))
        .map(|address| address.to_canonical())
        .find(|address| !trusted.contain(*address))
        .unwrap_or(peer)
}

/// An address as a proxy writes it; some write the port beside it.
fn claimed(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().ok().map(|at| at.ip());
    text.parse().ok().or_else(with_port)
}
