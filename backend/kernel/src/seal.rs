//! Secrets that are used again, and so cannot be hashed: sealed at rest with XChaCha20-Poly1305.
//!
//! A sealed value opens only where it was sealed: table, column and row are part of what is authenticated, so
//! that whoever can write to the database cannot move one secret to where another belongs. The keys stand
//! outside the database, and a backup has none of them.
use crate::{Entropy, Error, Result, Tx};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use sea_orm::prelude::Uuid;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// What a sealed value begins with: how it was made.
const FORMAT: u8 = 1;
const KEY_BYTES: usize = 32;
const KEY_ID_BYTES: usize = 8;
const NONCE_BYTES: usize = 24;
const HEAD_BYTES: usize = 1 + KEY_ID_BYTES + NONCE_BYTES;

/// A value as the database holds it: format, key id, nonce, and what only the key reads.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::DeriveValueType)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// The bytes as they are stored.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Sealed {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// Where a sealed value belongs. It opens nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedAt {
    pub table: &'static str,
    pub column: &'static str,
    pub row: Uuid,
}

impl SealedAt {
    pub fn new(table: &'static str, column: &'static str, row: impl Into<Uuid>) -> Self {
        let row = row.into();
        Self { table, column, row }
    }

    /// What is authenticated beside the secret. No name has a zero byte, so no two places are written alike.
    fn associated(&self) -> Vec<u8> {
        let Self { table, column, row } = self;
        let names = [table.as_bytes(), b"\0", column.as_bytes(), b"\0"].concat();
        [b"interlude sealed 1\0", names.as_slice(), row.as_bytes()].concat()
    }
}

type KeyId = [u8; KEY_ID_BYTES];

struct Key {
    /// The beginning of a hash of the key: it cannot be given to another one by mistake.
    id: KeyId,
    cipher: XChaCha20Poly1305,
}

/// The keys of this organisation: the first seals, each opens what it sealed. Cheap to clone.
#[derive(Clone)]
pub struct KeyRing(Arc<[Key]>);

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRing of {}", self.0.len())
    }
}

impl KeyRing {
    /// Reads keys as 64 hexadecimal digits each, the newest first, with a line end, a space or a comma between.
    /// What follows a `#` in a line is for people.
    ///
    /// # Errors
    /// In words for the operator, which repeat nothing of what was read.
    pub fn parse(text: &str) -> std::result::Result<Self, String> {
        let written = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default())
            .flat_map(|line| line.split([',', ' ', '\t', '\r']))
            .filter(|word| !word.is_empty());
        let keys = written
            .enumerate()
            .map(|(at, word)| {
                key_bytes(word).map(|bytes| key(&bytes)).ok_or_else(|| {
                    let digits = 2 * KEY_BYTES;
                    format!("key {} is not {digits} hexadecimal digits", at + 1)
                })
            })
            .collect::<std::result::Result<Vec<_>, _>>()?;
        match keys.is_empty() {
            true => Err("there is no key".to_owned()),
            false => Ok(Self(keys.into())),
        }
    }

    /// A new key, as `parse` reads it.
    pub fn new_key(entropy: &dyn Entropy) -> String {
        let mut bytes = [0; KEY_BYTES];
        entropy.fill(&mut bytes);
        crate::hex(&bytes)
    }

    /// A ring of one new key: for what outlives nobody, as a test.
    pub fn of_chance(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; KEY_BYTES];
        entropy.fill(&mut bytes);
        Self([key(&bytes)].into())
    }

    /// Seals a secret with the newest key.
    ///
    /// # Errors
    /// When the cipher refuses, which takes a secret of many gigabytes.
    pub fn seal(&self, tx: &Tx, at: SealedAt, secret: &[u8]) -> Result<Sealed> {
        let mut nonce = [0; NONCE_BYTES];
        nonce.copy_from_slice(&tx.secret()[..NONCE_BYTES]);
        self.seal_with(nonce, at, secret)
    }

    fn seal_with(&self, nonce: [u8; NONCE_BYTES], at: SealedAt, secret: &[u8]) -> Result<Sealed> {
        let associated = at.associated();
        let payload = Payload {
            msg: secret,
            aad: &associated,
        };
        let newest = &self.0[0]; // a ring has a key: `parse` and `of_chance` make no other
        let hidden = newest.cipher.encrypt(&XNonce::from(nonce), payload);
        let hidden = hidden.map_err(|_| Error::internal("a secret could not be sealed"))?;
        let head = [&[FORMAT], newest.id.as_slice(), nonce.as_slice()].concat();
        Ok(Sealed([head, hidden].concat()))
    }

    /// The secret, if it was sealed here, at this place, with a key that is known.
    ///
    /// # Errors
    /// `Internal` otherwise: the operator is told which key is wanted, the asker nothing.
    pub fn open(&self, at: SealedAt, sealed: &Sealed) -> Result<Vec<u8>> {
        let SealedAt { table, column, .. } = at;
        let (id, nonce, hidden) =
            parts(sealed).ok_or_else(|| damaged(table, column, "it is no sealed value"))?;
        let key = self.0.iter().find(|key| key.id == id).ok_or_else(|| {
            let id = crate::hex(&id);
            damaged(table, column, &format!("its key {id} is not among ours"))
        })?;
        let associated = at.associated();
        let payload = Payload {
            msg: hidden,
            aad: &associated,
        };
        let opened = key.cipher.decrypt(&XNonce::from(nonce), payload);
        opened.map_err(|_| damaged(table, column, "it was altered, or belongs elsewhere"))
    }

    /// Whether an older key than the newest sealed this.
    pub fn is_old(&self, sealed: &Sealed) -> bool {
        parts(sealed).is_none_or(|(id, _, _)| id != self.0[0].id)
    }

    /// The id of each key, the newest first, as an operator is shown it.
    pub fn ids(&self) -> Vec<String> {
        self.0.iter().map(|key| crate::hex(&key.id)).collect()
    }
}

fn damaged(table: &str, column: &str, why: &str) -> Error {
    Error::internal(format!("{column} of a {table} does not open: {why}"))
}

fn parts(sealed: &Sealed) -> Option<(KeyId, [u8; NONCE_BYTES], &[u8])> {
    let (head, hidden) = sealed.0.split_at_checked(HEAD_BYTES)?;
    let (format, head) = head.split_first()?;
    let (id, nonce) = head.split_at_checked(KEY_ID_BYTES)?;
    let is_ours = *format == FORMAT;
    is_ours
        .then_some(())
        .and_then(|()| Some((id.try_into().ok()?, nonce.try_into().ok()?, hidden)))
}

fn key(bytes: &[u8; KEY_BYTES]) -> Key {
    let hash = Sha256::digest([b"interlude key 1\0", bytes.as_slice()].concat());
    let mut id = [0; KEY_ID_BYTES];
    id.copy_from_slice(&hash[..KEY_ID_BYTES]);
    Key {
        id,
        cipher: XChaCha20Poly1305::new(bytes.into()),
    }
}

fn key_bytes(hex: &str) -> Option<[u8; KEY_BYTES]> {
    if hex.len() != 2 * KEY_BYTES || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; KEY_BYTES];
    for (byte, digits) in bytes.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        let digits = std::str::from_utf8(digits).ok()?;
        *byte = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(bytes)
}
