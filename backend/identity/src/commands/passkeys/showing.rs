//! Passkeys that are shown: to come in, and to show once more who it is.
use super::{PasskeyAnswer, Taken, take};
use crate::commands::factors::own;
use crate::commands::refusals::NoteRefusal;
use crate::commands::sign_ins::{forgive, open_sign_in};
use crate::commands::{FreshSignIn, confirm::confirmed, own_account};
use crate::passkey::{RelyingParty, Shown, opens_nothing, too_late};
use crate::policy::KeepAccount;
use crate::throttle::Gate;
use crate::{Passkey, PasskeyShown, Refused, Visitor, actor_of, store};
use async_trait::async_trait;
use kernel::{Actor, Command, Db, Error, Permit, PersonId, Result, SignInId, Tx, hex};

/// Comes in with a passkey: it is password and second factor in one.
///
/// # Errors
/// `Invalid` on `credential`, whatever is wrong with it; `Forbidden` when its person is suspended.
pub async fn sign_in_by_passkey(
    db: &Db,
    party: RelyingParty,
    (answer, visitor): (PasskeyAnswer, Visitor),
) -> Result<FreshSignIn> {
    let taken = take(db, answer.browser).await?;
    let shown = Shown::parse(&answer.credential)?;
    let mark = hex(shown.credential_id());
    let enter = SignInByPasskey {
        party,
        taken,
        shown,
        visitor: visitor.clone(),
    };
    let outcome = db.write(Actor::Anonymous, enter).await;
    let why = match &outcome {
        Err(Error::Invalid { .. }) => Refused::Passkey,
        Err(Error::Forbidden(_)) => Refused::Suspended,
        Ok(_) | Err(_) => return outcome,
    };
    let note = NoteRefusal {
        why,
        email: mark,
        visitor,
    };
    db.write(Actor::Anonymous, note).await?;
    outcome
}

struct SignInByPasskey {
    party: RelyingParty,
    taken: Taken,
    shown: Shown,
    visitor: Visitor,
}

#[async_trait]
impl Command for SignInByPasskey {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<FreshSignIn> {
        let named = store::passkey_named(&tx.conn(), self.shown.credential_id()).await?;
        let passkey = named.ok_or_else(opens_nothing)?;
        let person = store::person_by_id(&tx.conn(), passkey.person_id).await?;
        let person = person.ok_or_else(opens_nothing)?;
        let account = own_account(actor_of(&person))?;
        let shown = (&self.taken, &self.shown);
        verify(tx, &self.party, &account, (passkey, shown)).await?;
        // What was counted at the door is taken back, and so are codes typed wrong before.
        let address = self.visitor.address.map(Gate::address);
        let gates: Vec<Gate> = std::iter::once(Gate::code(person.id))
            .chain(address)
            .collect();
        forgive(tx, &gates).await?;
        open_sign_in(tx, actor_of(&person), person, &self.visitor.device).await
    }
}

/// Shows once more who is signed in, with a passkey. The sign-in gets a new token.
///
/// # Errors
/// `Invalid` on `credential`, whatever is wrong with it.
pub async fn confirm_by_passkey(
    db: &Db,
    party: RelyingParty,
    actor: Actor,
    (sign_in, answer): (SignInId, PasskeyAnswer),
) -> Result<FreshSignIn> {
    let taken = take(db, answer.browser).await?;
    let confirm = ConfirmByPasskey {
        party,
        sign_in,
        taken,
        shown: Shown::parse(&answer.credential)?,
    };
    db.write(actor, confirm).await
}

struct ConfirmByPasskey {
    party: RelyingParty,
    sign_in: SignInId,
    taken: Taken,
    shown: Shown,
}

#[async_trait]
impl Command for ConfirmByPasskey {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FreshSignIn> {
        let (account, person) = own(tx, actor).await?;
        let named = store::passkey_named(&tx.conn(), self.shown.credential_id()).await?;
        let passkey = named
            .filter(|it| it.person_id == person.id)
            .ok_or_else(opens_nothing)?;
        let shown = (&self.taken, &self.shown);
        verify(tx, &self.party, &account, (passkey, shown)).await?;
        confirmed(tx, &account, (person, self.sign_in)).await
    }
}

/// Whether this is shown as it was asked for; notes then that it was.
async fn verify(
    tx: &Tx,
    party: &RelyingParty,
    account: &Permit<KeepAccount, PersonId>,
    (passkey, (taken, shown)): (Passkey, (&Taken, &Shown)),
) -> Result<()> {
    if taken.person.is_some_and(|asked| asked != **account) {
        return Err(too_late());
    }
    let mut credential = serde_json::from_str(&passkey.credential)?;
    let owner = (passkey.person_id, &mut credential);
    party.check(taken.ceremony()?, shown, owner)?;
    let fact = PasskeyShown {
        person: **account,
        passkey: passkey.id,
        name: passkey.name.clone(),
    };
    let used = Passkey {
        credential: serde_json::to_string(&credential)?,
        last_used_at: Some(tx.now()),
        ..passkey
    };
    store::update_passkey(tx, account, used).await?;
    tx.emit(account.actor(), &fact).await
}
