//! Where somebody comes from: an address to count, and a device to recognise in a list.
use std::net::IpAddr;

const DEVICE_UNKNOWN: &str = "Unknown device";
/// First match wins: most browsers also claim to be those further down.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Who is at the door.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The peer's address; none when there is no network between, as on the command line.
    pub address: Option<IpAddr>,
    /// As "Firefox on Linux".
    pub device: String,
}

impl Visitor {
    pub fn new(address: Option<IpAddr>, user_agent: &str) -> Self {
        Self {
            address,
            device: device_label(user_agent),
        }
    }

    /// The household they come from, as it is kept with what they did.
    pub fn household(&self) -> Option<String> {
        self.address.map(|address| household(address).to_string())
    }
}

/// The address by which limits count: for IPv6 the network of 64 bits that one household has.
pub fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
    }
}

/// A few words for a device, which its owner recognises and which tell no more than that.
pub fn device_label(user_agent: &str) -> String {
    let named = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => DEVICE_UNKNOWN.to_owned(),
    }
}
