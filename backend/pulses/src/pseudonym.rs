//! What somebody is called beside their answers. Pure.
//!
//! The same secret and person give the same pseudonym, so that answers join over time, and over the
//! communities that run one program; without the secret nobody can tell whose it is, and it is erased
//! when the last pulse of them closed.
//! Until then, whoever has the whole database could make the pseudonyms of people they know; no part of
//! the program does, but to answer. After that only who kept a copy of it from before.
use hmac::{Hmac, KeyInit, Mac};
use kernel::PersonId;
use sha2::Sha256;
use uuid::Uuid;

pub(crate) fn pseudonym(secret: &[u8], person: PersonId) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        unreachable!("a key may have any length");
    };
    mac.update(Uuid::from(person).as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::pseudonym;
    use uuid::Uuid;

    #[test]
    fn a_pseudonym_is_stable_for_one_secret_and_another_for_another() {
        let [ada, ben] = [1, 2].map(|n| Uuid::from_u128(n).into());
        let (one, other) = ([1; 32], [2; 32]);
        assert_eq!(pseudonym(&one, ada), pseudonym(&one, ada));
        assert_ne!(pseudonym(&one, ada), pseudonym(&one, ben));
        assert_ne!(pseudonym(&one, ada), pseudonym(&other, ada));
    }
}
