//! Whether a request comes from our own pages. A foreign page can make a browser send the cookie;
//! it cannot make it lie about where the request comes from.
use crate::config::PublicUrl;
use poem::Request;
use poem::http::header;

/// Where the web app is served while it is being developed.
const DEVELOPMENT: &str = "http://localhost:5173";

/// The origins that are ours.
#[derive(Clone, Debug)]
pub struct Origins(Vec<String>);

impl Origins {
    /// The public address; for one that only this machine can reach, by any of its names.
    pub fn of(public: &PublicUrl) -> Self {
        let public_text = public.to_string();
        let mut origins = vec![public_text.clone()];
        if public.is_local() {
            let port = public_text
                .rsplit_once(':')
                .and_then(|(_, port)| port.parse::<u16>().ok())
                .map_or_else(String::new, |port| format!(":{port}"));
            for host in ["localhost", "127.0.0.1", "[::1]"] {
                origins.push(format!("http://{host}{port}"));
            }
            if cfg!(debug_assertions) {
                origins.push(DEVELOPMENT.to_owned());
            }
        }
        Self(origins)
    }

    /// Whether `request` may change the world: it is from one of our pages, or from a program that
    /// is no browser and brings no cookie that a browser would have added by itself.
    pub fn permit(&self, request: &Request) -> bool {
        if let Some(origin) = request.headers().get(header::ORIGIN) {
            return self.hold(origin.as_bytes());
        }
        match request.header("sec-fetch-site") {
            Some(site) => site == "same-origin",
            None => !request.headers().contains_key(header::COOKIE),
        }
    }

    fn hold(&self, origin: &[u8]) -> bool {
        self.0.iter().any(|ours| ours.as_bytes() == origin)
    }
}
