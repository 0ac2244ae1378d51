//! What a running server holds, as resolvers reach it.
use crate::live::Hub;
use crate::pulses::Doorway;
use ::journeys::Actions;
use ::search::Searcher;
use identity::Hasher;
use kernel::{Db, Error, Result};
use std::sync::Arc;

pub struct App {
    pub db: Db,
    pub hasher: Hasher,
    pub files: ::channels::Files,
    pub searcher: Arc<Searcher>,
    /// What the steps of journeys can do.
    pub actions: Arc<Actions>,
    pub hub: Hub,
    /// Signing in from elsewhere.
    pub sso: Arc<::sso::Sso>,
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
    /// The ways in that need no account elsewhere.
    pub ways_in: WaysIn,
    /// The people who may be signed in as with one click; empty unless this is a demonstration.
    pub demo_people: Vec<DemoPerson>,
}

/// How people come in with what this server knows of them. Who was invited by an operator's own link comes in anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaysIn {
    /// By a password, also a new one.
    pub passwords: bool,
    /// By a letter with a link.
    pub links: bool,
}

impl Default for WaysIn {
    fn default() -> Self {
        Self {
            passwords: true,
            links: true,
        }
    }
}

impl WaysIn {
    /// # Errors
    /// `Forbidden` where passwords are switched off.
    pub fn by_password(self) -> Result<()> {
        self.passwords.then_some(()).ok_or_else(closed)
    }

    /// # Errors
    /// `Forbidden` where links are switched off.
    pub fn by_link(self) -> Result<()> {
        self.links.then_some(()).ok_or_else(closed)
    }
}

fn closed() -> Error {
    Error::forbidden("this way in is closed here; take another")
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

    /// Whether anybody is them with one click: such people have nothing to show.
    pub fn is_of_the_demonstration(&self, handle: &str) -> bool {
        self.demo_people
            .iter()
            .any(|person| person.handle == handle)
    }

    /// Browsers keep `__Host-` cookies only over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The name of the cookie that binds a browser to what it set out for.
    pub fn journey_cookie_name(&self) -> &'static str {
        if self.is_secure() {
            "__Host-interlude-sso"
        } else {
            "interlude-sso"
        }
    }

    /// That cookie. It comes back with a browser that a provider sends, and is gone soon.
    pub fn journey_cookie(&self, browser: &str) -> String {
        const SECONDS: u32 = 10 * 60;
        let name = self.journey_cookie_name();
        let secure = if self.is_secure() { "; Secure" } else { "" };
        format!("{name}={browser}; Path=/; Max-Age={SECONDS}; HttpOnly; SameSite=Lax{secure}")
    }

    /// The name of the cookie that binds a browser to the passkey it was asked for.
    pub fn passkey_cookie_name(&self) -> &'static str {
        if self.is_secure() {
            "__Host-interlude-passkey"
        } else {
            "interlude-passkey"
        }
    }

    /// That cookie. It goes with our own pages alone, and is gone when nothing is waited for any more.
    pub fn passkey_cookie(&self, browser: &str) -> String {
        const SECONDS: u32 = 5 * 60;
        let name = self.passkey_cookie_name();
        let secure = if self.is_secure() { "; Secure" } else { "" };
        format!("{name}={browser}; Path=/; Max-Age={SECONDS}; HttpOnly; SameSite=Strict{secure}")
    }

    /// The cookie that holds a sign-in, for so many seconds.
    pub fn sign_in_cookie(&self, token: &str, seconds: i64) -> String {
        let name = self.cookie_name();
        let secure = if self.is_secure() { "; Secure" } else { "" };
        format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
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
