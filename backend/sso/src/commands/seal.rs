//! Everything sealed is sealed with the newest key.
use super::{carrying, id_token_of, secret_of};
use crate::store;
use async_trait::async_trait;
use kernel::{Actor, Command, Result, Sealed, SealedAt, Tx};

const AT_ONCE: u64 = 500;

/// Seals client secrets and ID tokens with the newest key; answers with how many were not.
pub struct SealSso;

#[async_trait]
impl Command for SealSso {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = carrying(actor)?;
        let mut sealed = 0;
        for provider in store::all(&tx.conn()).await? {
            let secret = provider.client_secret.as_ref();
            if let Some(secret) = anew(tx, (secret_of(provider.id), secret))? {
                store::reseal_client_secret(tx, &leave, (provider.id, secret)).await?;
                sealed += 1;
            }
        }
        let mut last = None;
        loop {
            let tokens = store::id_tokens_after(&tx.conn(), (last, AT_ONCE)).await?;
            let Some((end, _)) = tokens.last() else {
                return Ok(sealed);
            };
            last = Some(*end);
            for (sign_in, token) in &tokens {
                if let Some(token) = anew(tx, (id_token_of(*sign_in), Some(token)))? {
                    store::reseal_id_token(tx, &leave, (*sign_in, token)).await?;
                    sealed += 1;
                }
            }
        }
    }
}

/// Sealed with the newest key, if it was not. What does not open any more stays as it is: it is entered again.
fn anew(tx: &Tx, (at, kept): (SealedAt, Option<&Sealed>)) -> Result<Option<Sealed>> {
    let Some(kept) = kept.filter(|kept| tx.keys().is_old(kept)) else {
        return Ok(None);
    };
    match tx.keys().open(at, kept) {
        Ok(secret) => tx.keys().seal(tx, at, &secret).map(Some),
        Err(_) => Ok(None),
    }
}
