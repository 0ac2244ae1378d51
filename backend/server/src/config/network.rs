//! Networks, as operators write them: 10.0.0.0/8, 2001:db8::/32, or one address.
use super::Value;
use std::fmt;
use std::net::IpAddr;

/// A list of networks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<Network>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Networks {
    /// Whether `address` is in one of them. An IPv4 address written as IPv6 counts as IPv4.
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(address))
    }
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address.parse().ok()?, Some(prefix.parse().ok()?)),
            None => (text.parse().ok()?, None),
        };
        let whole = width(address);
        let prefix = prefix.unwrap_or(whole);
        (prefix <= whole).then_some(Self { address, prefix })
    }

    fn contains(self, address: IpAddr) -> bool {
        let whole = width(address);
        if whole != width(self.address) {
            return false;
        }
        let free = u32::from(whole - self.prefix);
        let kept = |address| bits(address).checked_shr(free).unwrap_or(0);
        kept(address) == kept(self.address)
    }
}

fn width(address: IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits(),
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

impl Value for Networks {
    const SHAPE: &'static str = "networks with commas between, as in 10.0.0.0/8, 2001:db8::/32";

    fn parse(text: &str) -> Option<Self> {
        text.split(',')
            .map(str::trim)
            .filter(|network| !network.is_empty())
            .map(Network::parse)
            .collect::<Option<_>>()
            .map(Self)
    }

    fn show(&self) -> String {
        if self.0.is_empty() {
            return "none".to_owned();
        }
        let networks: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        networks.join(", ")
    }
}
