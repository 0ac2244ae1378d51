//! What a running server holds, as resolvers reach it.
use crate::live::Hub;
use crate::pulses::Doorway;
use ::journeys::Actions;
use ::search::Searcher;
use identity::Hasher;
use kernel::Db;
use std::sync::Arc;

pub struct App {
    pub db: Db,
    pub hasher: Hasher,
    pub files: ::channels::Files,
    pub searcher: Arc<Searcher>,
    /// What the steps of journeys can do.
    pub actions: Arc<Actions>,
    pub hub: Hub,
    /// How many fill in one open form from one place.
    pub doorway: Doorway,
    pub settings: Settings,
}

/// What the server was told when it started.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The organisation's name.
    pub name: String,
    pub version: String,
    /// Where people reach the server, without a slash at the end. Links and cookies follow it, never
    /// what a request claims.
    pub public_url: String,
    /// The address letters come from.
    pub mail_address: String,
    /// The addresses of those who may learn who read what was corrected later; mostly none.
    pub auditors: Vec<String>,
    /// The people who may be signed in as with one click; empty unless this is a demonstration.
    pub demo_people: Vec<DemoPerson>,
}

#[derive(Clone, Debug)]
pub struct DemoPerson {
    pub handle: String,
    pub name: String,
    pub role: String,
}

impl Settings {
    pub fn is_demo(&self) -> bool {
        !self.demo_people.is_empty()
    }

    /// Browsers keep `__Host-` cookies only over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The name of the cookie that holds the sign-in.
    pub fn cookie_name(&self) -> &'static str {
        if self.is_secure() {
            "__Host-interlude"
        } else {
            "interlude"
        }
    }
}
