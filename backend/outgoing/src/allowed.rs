//! What an operator trusts inside the network: this host, at this port.
use std::fmt;

/// A list of hosts with their ports, as in `idp.intranet:8443, [fd00::1]:443`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed(Vec<(String, u16)>);

impl Allowed {
    /// Reads a list with commas between; nothing when one of them is no host with a port.
    pub fn parse(text: &str) -> Option<Self> {
        text.split(',')
            .map(str::trim)
            .filter(|place| !place.is_empty())
            .map(place)
            .collect::<Option<_>>()
            .map(Self)
    }

    /// Whether this very host, at this very port, is on the list.
    pub fn holds(&self, host: &str, port: u16) -> bool {
        let mut places = self.0.iter();
        places.any(|(named, at)| named == host && *at == port)
    }
}

/// A host is kept as addresses of the web spell it, so that it is the same in both.
fn place(text: &str) -> Option<(String, u16)> {
    let (host, port) = text.rsplit_once(':')?;
    let port = port.parse().ok()?;
    let url = reqwest::Url::parse(&format!("https://{host}/")).ok()?;
    let plain = url.path() == "/" && url.username().is_empty() && url.port().is_none();
    let host = url.host_str().filter(|_| plain)?;
    Some((host.to_owned(), port))
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.0.iter().map(|(host, port)| format!("{host}:{port}"));
        f.write_str(&places.collect::<Vec<_>>().join(", "))
    }
}
