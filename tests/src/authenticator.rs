use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Entropy, SystemEntropy};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const ATTESTED: u8 = 0x40;

/// What holds passkeys, as a phone does, and the browser before it: so that it can be asked to lie as well. It knows
/// what servers ask by their options, and answers as `PublicKeyCredential.toJSON` does.
#[derive(Clone)]
pub struct Authenticator {
    /// The page that its browser is on.
    pub origin: String,
    /// What it says of whoever holds it: that somebody is there, and that it was made sure who.
    pub flags: u8,
    pub held: Vec<HeldPasskey>,
}

/// A passkey with what only its authenticator has.
#[derive(Clone)]
pub struct HeldPasskey {
    pub id: Vec<u8>,
    key: SigningKey,
    /// Whose it is, as the server said when it was made.
    pub owner: String,
    pub uses: u32,
}

impl Authenticator {
    pub fn at(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            flags: PRESENT | VERIFIED,
            held: Vec::new(),
        }
    }

    /// The same in the hands of somebody of whom it makes sure no more than that they are there.
    #[must_use]
    pub fn unverified(&self) -> Self {
        Self {
            flags: PRESENT,
            ..self.clone()
        }
    }

    /// Makes a passkey as these options ask for it.
    pub fn makes(&mut self, options: &Value) -> String {
        let key = SigningKey::from_slice(&chance()).expect("a key");
        let id = chance().to_vec();
        let point = key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        let mut data = self.data_for(&options["rp"]["id"], ATTESTED, 0);
        data.extend([0; 16]); // of no known make
        data.extend([0, u8::try_from(id.len()).expect("a short name")]);
        data.extend(&id);
        // COSE: an EC2 key for ES256 on P-256, and the two coordinates.
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point[33..]);
        // CBOR: a map of three, without a statement of who made the authenticator.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).expect("short data"));
        object.extend(data);
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.held.push(HeldPasskey {
            id: id.clone(),
            key,
            owner: word(&options["user"]["id"]),
            uses: 0,
        });
        let said = self.client_data("webauthn.create", options);
        credential(
            &id,
            json!({
                "attestationObject": text(&object),
                "clientDataJSON": text(&said),
                "transports": ["internal"],
            }),
        )
    }

    /// Shows the passkey that was made last as these options ask for it.
    pub fn shows(&mut self, options: &Value) -> String {
        let uses = self.held.last().map_or(0, |held| held.uses + 1);
        let data = self.data_for(&options["rpId"], 0, uses);
        let said = self.client_data("webauthn.get", options);
        let held = self.held.last_mut().expect("a passkey");
        held.uses = uses;
        let signed = [data.as_slice(), &Sha256::digest(&said)].concat();
        let signature: Signature = held.key.sign(&signed);
        let shown = json!({
            "authenticatorData": text(&data),
            "clientDataJSON": text(&said),
            "signature": text(signature.to_der().as_bytes()),
            "userHandle": held.owner,
        });
        credential(&held.id, shown)
    }

    fn data_for(&self, page: &Value, more: u8, uses: u32) -> Vec<u8> {
        let page = page.as_str().unwrap_or_default();
        let mut data = Sha256::digest(page).to_vec();
        data.push(self.flags | more);
        data.extend(uses.to_be_bytes());
        data
    }

    fn client_data(&self, what: &str, options: &Value) -> Vec<u8> {
        let said = json!({
            "type": what, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }
}

fn credential(id: &[u8], response: Value) -> String {
    let id = text(id);
    let written = json!({
        "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {},
    });
    written.to_string()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn chance() -> [u8; 32] {
    let mut bytes = [0; 32];
    SystemEntropy.fill(&mut bytes);
    bytes
}
