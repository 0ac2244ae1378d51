//! What identity leaves to be done later.
use crate::commands::{MintReset, MintSignIn};
use crate::{Person, Secret};
use kernel::{Actor, Db, Job, Result};
use serde::{Deserialize, Serialize};

/// Send the letter that lets somebody choose a new password, if the address is known here. It is
/// asked for in either case, so that asking tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailReset {
    pub email: String,
}

impl Job for MailReset {
    const KIND: &'static str = "identity.mail_reset";
}

/// Whom to write to, and the token for the letter; none when nobody has this address. A letter sent
/// twice carries two tokens, of which using one uses up the other.
pub async fn mint_reset(db: &Db, job: &MailReset) -> Result<Option<(Person, Secret)>> {
    let email = job.email.clone();
    db.write(Actor::System, MintReset { email }).await
}

/// Send the letter with a link that signs in, if the address is known here. It is asked for in either case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSignIn {
    pub email: String,
}

impl Job for MailSignIn {
    const KIND: &'static str = "identity.mail_sign_in";
}

/// Whom to write to, and the token for the letter; none when nobody has this address.
pub async fn mint_sign_in(db: &Db, job: &MailSignIn) -> Result<Option<(Person, Secret)>> {
    let email = job.email.clone();
    db.write(Actor::System, MintSignIn { email }).await
}
