//! Showing once more who one is, before what matters.
use super::factors::prove;
use super::sign_ins::{Knock, forgive};
use super::{FreshSignIn, own_account};
use crate::hasher::Check;
use crate::policy::KeepAccount;
use crate::throttle::Gate;
use crate::{Hasher, Person, Secret, SignInConfirmed, store};
use async_trait::async_trait;
use kernel::{Actor, Command, Db, Error, Permit, PersonId, Result, SignInId, Tx};

/// What somebody shows to say that it is still them.
#[derive(Clone, Debug)]
pub enum Proof {
    Password(Secret),
    /// A code of their app, or one to recover with.
    Code(Secret),
}

/// Shows again who is signed in. The sign-in gets a new token, and the old one opens nothing any more. Who has a second
/// factor shows that: with a password alone somebody could get new codes to recover with.
///
/// # Errors
/// `Invalid` on `password` or `code`; `SecondFactor` when a password is not enough; `SlowDown` after too many wrong ones.
pub async fn confirm_sign_in(
    db: &Db,
    hasher: &Hasher,
    actor: Actor,
    (sign_in, proof): (SignInId, Proof),
) -> Result<FreshSignIn> {
    let person = actor.person().ok_or(Error::SignInFirst)?;
    let gate = match &proof {
        Proof::Password(_) => Gate::current_password(person),
        Proof::Code(_) => Gate::code(person),
    };
    db.write(Actor::System, Knock(vec![gate.clone()])).await?;
    let (checked, code) = match proof {
        Proof::Password(typed) => {
            let phc = store::phc_of(&db.read(), person).await?;
            if hasher.check(&typed, phc.clone()).await? == Check::Wrong {
                return Err(Error::invalid("password", "this is not your password"));
            }
            (phc, None)
        }
        Proof::Code(code) => (None, Some(code)),
    };
    let confirm = ConfirmSignIn {
        sign_in,
        gate,
        checked,
        code,
    };
    db.write(actor, confirm).await
}

struct ConfirmSignIn {
    sign_in: SignInId,
    gate: Gate,
    /// The hash that was checked: a password changed since then confirms nothing.
    checked: Option<String>,
    code: Option<Secret>,
}

#[async_trait]
impl Command for ConfirmSignIn {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FreshSignIn> {
        let account = own_account(actor)?;
        let person = store::person_by_id(&tx.conn(), *account).await?;
        let person = person.ok_or(Error::SignInFirst)?;
        if let Some(checked) = &self.checked {
            if person.second_factor_since.is_some() {
                return Err(Error::SecondFactor);
            }
            if store::phc_of(&tx.conn(), person.id).await?.as_ref() != Some(checked) {
                return Err(Error::invalid("password", "this is not your password"));
            }
        } else {
            if person.second_factor_since.is_none() {
                return Err(Error::invalid("code", "you have no second factor"));
            }
            prove(tx, &person, self.code.as_ref()).await?;
        }
        forgive(tx, std::slice::from_ref(&self.gate)).await?;
        confirmed(tx, &account, (person, self.sign_in)).await
    }
}

/// The sign-in of somebody who showed once more who they are, with a new token.
pub(super) async fn confirmed(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    (person, sign_in): (Person, SignInId),
) -> Result<FreshSignIn> {
    let token = Secret::mint(tx);
    let sign_in = store::confirm_sign_in(tx, account, (sign_in, &token)).await?;
    let fact = SignInConfirmed {
        person: person.id,
        sign_in: sign_in.id,
    };
    tx.emit(account.actor(), &fact).await?;
    Ok(FreshSignIn {
        sign_in,
        person,
        token,
    })
}
