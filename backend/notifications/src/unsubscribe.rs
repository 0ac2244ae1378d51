//! The link that stops letters without signing in: who may use it is who got the letter. Pure.
//!
//! It names a person and what the letter was about, and is signed with a secret of that person's
//! postbox; whoever guesses at it learns nothing.
use crate::MailKind;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kernel::PersonId;
use sha2::Sha256;
use uuid::Uuid;

const ID_BYTES: usize = 16;
const MAC_BYTES: usize = 16;
const TOKEN_BYTES: usize = ID_BYTES + 1 + MAC_BYTES;
/// So that a signature made for this can be taken for nothing else.
const PURPOSE: &[u8] = b"interlude: stop these letters";

/// What a link is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub person: PersonId,
    /// What the letter was about.
    pub kinds: Vec<MailKind>,
}

impl Stop {
    /// The last part of the link.
    pub fn sign(&self, secret: &[u8]) -> String {
        let mut token = self.named();
        let signed = mac(secret, &token).finalize().into_bytes();
        token.extend_from_slice(&signed[..MAC_BYTES]);
        BASE64_URL_SAFE_NO_PAD.encode(token)
    }

    /// What a link claims to be for, before it is known whether we signed it; nothing when it is none.
    pub fn claimed(token: &str) -> Option<Claim> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
        if bytes.len() != TOKEN_BYTES {
            return None;
        }
        let person = Uuid::from_slice(&bytes[..ID_BYTES]).ok()?;
        let mask = bytes[ID_BYTES];
        let kinds = (0..)
            .zip(MailKind::ALL)
            .filter(|(bit, _)| mask & (1 << bit) != 0)
            .map(|(_, kind)| kind)
            .collect();
        let stop = Self {
            person: person.into(),
            kinds,
        };
        let signature = bytes[ID_BYTES + 1..].to_vec();
        Some(Claim { stop, signature })
    }

    fn named(&self) -> Vec<u8> {
        let mut named = Uuid::from(self.person).as_bytes().to_vec();
        let mask = (0..)
            .zip(MailKind::ALL)
            .filter(|(_, kind)| self.kinds.contains(kind))
            .fold(0_u8, |mask, (bit, _)| mask | (1 << bit));
        named.push(mask);
        named
    }
}

/// A link that may not be ours.
#[derive(Clone, Debug)]
pub struct Claim {
    stop: Stop,
    signature: Vec<u8>,
}

impl Claim {
    pub fn person(&self) -> PersonId {
        self.stop.person
    }

    /// What it is for, if it was signed with this secret. The time taken tells nothing of the secret.
    pub fn verified(self, secret: &[u8]) -> Option<Stop> {
        let ours = mac(secret, &self.stop.named()).verify_truncated_left(&self.signature);
        ours.is_ok().then_some(self.stop)
    }
}

fn mac(secret: &[u8], named: &[u8]) -> Hmac<Sha256> {
    let keyed = Hmac::<Sha256>::new_from_slice(secret);
    let mac = keyed.unwrap_or_else(|_| unreachable!("a key of any length will do"));
    mac.chain_update(PURPOSE).chain_update(named)
}
