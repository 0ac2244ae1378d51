//! Passkeys as browsers and what holds them speak of them: WebAuthn, checked by webauthn-rs. Pure but for the chance in
//! a challenge, which is that of webauthn-rs.
//!
//! Whoever holds one has to verify each time that it is them, with a finger, a face or a code: a passkey is both factors.
use crate::Person;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Error, PersonId, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// Whose passkeys these are: those of the address at which people reach us. On another page none of them opens anything.
#[derive(Clone, Debug)]
pub struct RelyingParty(Webauthn);

/// What a browser was asked, as it is kept until it answers.
#[derive(Serialize, Deserialize)]
pub(crate) enum Ceremony {
    Making(Box<PasskeyRegistration>),
    Showing(Box<DiscoverableAuthentication>),
}

/// Options for the browser as JSON, and what to keep of them.
pub(crate) type Begun = (String, Ceremony);

/// A passkey that a browser shows, as it came. Nothing in it is believed yet.
pub(crate) struct Shown(PublicKeyCredential);

impl RelyingParty {
    /// # Errors
    /// `Forbidden` where people reach us by a number or without TLS: a passkey belongs to a name.
    pub fn new(name: &str, public_url: &str) -> Result<Self> {
        let origin = Url::parse(public_url).map_err(|_| nameless())?;
        let host = origin.domain().ok_or_else(nameless)?;
        if origin.scheme() != "https" && host != "localhost" {
            return Err(nameless());
        }
        let party = WebauthnBuilder::new(host, &origin).map_err(|_| nameless())?;
        let party = party.rp_name(name).build().map_err(|_| nameless())?;
        Ok(Self(party))
    }

    /// Asks a browser to make one, in nothing that holds one of these already.
    pub(crate) fn ask_to_make(&self, person: &Person, held: Vec<Vec<u8>>) -> Result<Begun> {
        let account = person.email.as_deref().unwrap_or(&person.handle);
        let (asked, state) = self
            .0
            .start_passkey_registration(person.id.into(), account, &person.name, Some(held))
            .map_err(Error::internal)?;
        let mut options = serde_json::to_value(asked.public_key)?;
        // It signs in by itself later: what holds it has to know whose it is.
        options["authenticatorSelection"]["residentKey"] = json!("required");
        options["authenticatorSelection"]["requireResidentKey"] = json!(true);
        Ok((options.to_string(), Ceremony::Making(Box::new(state))))
    }

    /// The passkey that a browser made, if it is as it was asked to be.
    ///
    /// # Errors
    /// `Invalid` on `credential`.
    pub(crate) fn made(&self, ceremony: &Ceremony, answer: &str) -> Result<Credential> {
        let Ceremony::Making(state) = ceremony else {
            return Err(not_as_asked());
        };
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| not_as_asked())?;
        let made = self.0.finish_passkey_registration(&answer, state);
        made.map_err(|_| not_as_asked())
    }

    /// Asks a browser to show one: any of ours, or one of these where it is known whose it is.
    pub(crate) fn ask_to_show(&self, held: &[Vec<u8>]) -> Result<Begun> {
        let (asked, state) = self
            .0
            .start_discoverable_authentication()
            .map_err(Error::internal)?;
        let mut options = serde_json::to_value(asked.public_key)?;
        let named = held
            .iter()
            .map(|id| json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(id) }));
        options["allowCredentials"] = Value::Array(named.collect());
        Ok((options.to_string(), Ceremony::Showing(Box::new(state))))
    }

    /// Whether what was shown is this one of this person's, shown as it was asked for; notes then how often it was used.
    ///
    /// # Errors
    /// `Invalid` on `credential`.
    pub(crate) fn check(
        &self,
        ceremony: Ceremony,
        shown: &Shown,
        (owner, kept): (PersonId, &mut Credential),
    ) -> Result<()> {
        let Ceremony::Showing(state) = ceremony else {
            return Err(not_as_asked());
        };
        if shown.0.get_user_unique_id() != Some(Uuid::from(owner).as_bytes().as_slice()) {
            return Err(opens_nothing());
        }
        let checked = self
            .0
            .finish_discoverable_authentication_v2(&shown.0, *state, &*kept)
            .map_err(|_| opens_nothing())?;
        if !checked.user_verified() {
            return Err(opens_nothing());
        }
        kept.update_credential(&checked);
        Ok(())
    }
}

impl Shown {
    /// # Errors
    /// `Invalid` on `credential` when a browser did not write it.
    pub(crate) fn parse(answer: &str) -> Result<Self> {
        let shown = serde_json::from_str(answer).map_err(|_| not_as_asked())?;
        Ok(Self(shown))
    }

    /// The name that it bears itself.
    pub(crate) fn credential_id(&self) -> &[u8] {
        self.0.get_credential_id()
    }
}

fn nameless() -> Error {
    Error::forbidden("passkeys need an address with a name, and HTTPS; this server has another")
}

fn not_as_asked() -> Error {
    Error::invalid("credential", "your browser did not answer what was asked")
        .hint("try again, or take another device")
}

/// The same whatever it was: a stranger learns nothing of what there is.
pub(crate) fn opens_nothing() -> Error {
    Error::invalid("credential", "this passkey opens nothing here")
        .hint("take another one, or another way in")
}

/// What was asked is over.
pub(crate) fn too_late() -> Error {
    Error::invalid(
        "credential",
        "this took too long, or was used before, or another browser began it",
    )
    .hint("begin again")
}
