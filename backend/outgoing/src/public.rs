//! Which addresses are of the public internet. The ranges are those of IANA's registries of special purposes; where
//! a registry takes a reachable piece out of one, the whole is refused.
use ipnet::{Ipv4Net, Ipv6Net};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether `address` is one that anybody in the world could be asked at.
pub fn is_public(address: IpAddr) -> bool {
    // What is an IPv4 address in another dress is judged as what it is.
    match address.to_canonical() {
        IpAddr::V4(address) => NOT_PUBLIC_V4.iter().all(|net| !net.contains(&address)),
        IpAddr::V6(address) => {
            GLOBAL_V6.contains(&address) && NOT_PUBLIC_V6.iter().all(|net| !net.contains(&address))
        }
    }
}

const fn v4(octets: [u8; 4], prefix: u8) -> Ipv4Net {
    let [a, b, c, d] = octets;
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6(first: u16, second: u16, prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(first, second, 0, 0, 0, 0, 0, 0), prefix)
}

const NOT_PUBLIC_V4: &[Ipv4Net] = &[
    v4([0, 0, 0, 0], 8),        // this network
    v4([10, 0, 0, 0], 8),       // private
    v4([100, 64, 0, 0], 10),    // behind a carrier's NAT
    v4([127, 0, 0, 0], 8),      // this machine
    v4([168, 63, 129, 16], 32), // Azure's own services, public by number alone
    v4([169, 254, 0, 0], 16),   // this link; the metadata of clouds
    v4([172, 16, 0, 0], 12),    // private
    v4([192, 0, 0, 0], 24),     // protocols of the IETF
    v4([192, 0, 2, 0], 24),     // documentation
    v4([192, 31, 196, 0], 24),  // AS112
    v4([192, 52, 193, 0], 24),  // AMT
    v4([192, 88, 99, 0], 24),   // relays of 6to4
    v4([192, 168, 0, 0], 16),   // private
    v4([192, 175, 48, 0], 24),  // AS112
    v4([198, 18, 0, 0], 15),    // benchmarks
    v4([198, 51, 100, 0], 24),  // documentation
    v4([203, 0, 113, 0], 24),   // documentation
    v4([224, 0, 0, 0], 4),      // multicast
    v4([240, 0, 0, 0], 4),      // reserved, and broadcast
];

/// All that is given out. Loopback, NAT64, unique local, link-local, multicast and the rest lie beside it.
const GLOBAL_V6: Ipv6Net = v6(0x2000, 0, 3);

const NOT_PUBLIC_V6: &[Ipv6Net] = &[
    v6(0x2001, 0, 23),      // protocols of the IETF, Teredo among them
    v6(0x2001, 0x0db8, 32), // documentation
    v6(0x2002, 0, 16),      // 6to4: an IPv4 address inside
    v6(0x3fff, 0, 20),      // documentation
];
