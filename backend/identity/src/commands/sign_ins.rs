//! Signing in and out.
use super::factors::prove;
use super::own_account;
use super::refusals::NoteRefusal;
use crate::hasher::Check;
use crate::policy::{Enter, Vouch};
use crate::store::Ending;
use crate::throttle::{FORGOTTEN_AFTER, Gate};
use crate::{
    Hasher, Person, Refused, Secret, SignIn, SignedIn, SignedOut, Visitor, actor_of, parse, store,
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, Command, Db, Error, Organisation, Permit, PersonId, Result, SignInId, Tx, permit,
};

/// For so long a list still says that a token ran out: whoever wonders why a program fails finds it there.
const ENDED_TOKENS_KEPT: TimeDelta = TimeDelta::days(30);

/// Somebody who says who they are.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub email: String,
    pub password: Secret,
    /// Of the second factor, once it was asked for.
    pub code: Option<Secret>,
    pub visitor: Visitor,
}

/// A sign-in that has just begun. The token is in nobody else's hands.
#[derive(Clone, Debug)]
pub struct FreshSignIn {
    pub sign_in: SignIn,
    pub person: Person,
    pub token: Secret,
}

/// Signs in with an e-mail address and a password.
///
/// Every try is counted before it is looked at, so that many at once cannot outrun the count; a
/// right one takes its count back. An unknown address takes the same steps as a wrong password.
///
/// # Errors
/// `Invalid` on `password` when they do not belong together; `SecondFactor` when a code is asked for as well, and
/// `Invalid` on `code` when it is wrong; `SlowDown` after too many tries; `Unavailable` when too many people sign in
/// at once.
pub async fn sign_in(db: &Db, hasher: &Hasher, attempt: Attempt) -> Result<FreshSignIn> {
    let (typed, visitor) = (attempt.email.clone(), attempt.visitor.clone());
    let outcome = knock_and_enter(db, hasher, attempt).await;
    let why = match &outcome {
        Err(Error::Invalid {
            field: "password", ..
        }) => Refused::Mismatch,
        Err(Error::Forbidden(_)) => Refused::Suspended,
        // Who must wait was told of before, and what no address is names nobody.
        Ok(_) | Err(_) => return outcome,
    };
    let email = parse::email(&typed)?;
    let note = NoteRefusal {
        why,
        email,
        visitor,
    };
    db.write(Actor::Anonymous, note).await?;
    outcome
}

async fn knock_and_enter(db: &Db, hasher: &Hasher, attempt: Attempt) -> Result<FreshSignIn> {
    let email = parse::email(&attempt.email)?;
    let address = attempt.visitor.address.map(Gate::address);
    let gates: Vec<Gate> = std::iter::once(Gate::account(&email))
        .chain(address)
        .collect();
    db.write(Actor::System, Knock(gates.clone())).await?;

    let (person, phc) = store::credentials(&db.read(), &email).await?;
    let check = hasher.check(&attempt.password, phc.clone()).await?;
    let (Some(person), Some(phc), Check::Right | Check::RightButOld) = (person, phc, check) else {
        return Err(wrong());
    };
    let code = match (person.second_factor_since, attempt.code) {
        (None, _) => None,
        (Some(_), None) => {
            // The password was right: that was no guess.
            db.write(Actor::System, Forgive(gates)).await?;
            return Err(Error::SecondFactor);
        }
        (Some(_), Some(code)) => {
            let knock = Knock(vec![Gate::code(person.id)]);
            db.write(Actor::System, knock).await?;
            Some(code)
        }
    };
    let rehashed = match check {
        Check::RightButOld => Some(hasher.hash(&attempt.password).await?),
        Check::Right | Check::Wrong => None,
    };
    let open = OpenDoor {
        person: person.id,
        checked: phc,
        rehashed,
        code,
        gates,
        device: attempt.visitor.device,
    };
    db.write(actor_of(&person), open).await
}

fn wrong() -> Error {
    Error::invalid(
        "password",
        "this e-mail address and this password do not belong together",
    )
    .hint("check both, or ask for a letter to reset your password")
}

/// Counts one try at each gate.
pub(super) struct Knock(pub Vec<Gate>);

#[async_trait]
impl Command for Knock {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        for gate in &self.0 {
            let before = store::throttle_of(&tx.conn(), &gate.key).await?;
            store::keep_throttle(tx, gate.count(before, tx.now())?).await?;
        }
        Ok(())
    }
}

/// `forgive`, as a change of its own.
struct Forgive(Vec<Gate>);

#[async_trait]
impl Command for Forgive {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        forgive(tx, &self.0).await
    }
}

/// Takes back what `Knock` counted: the first gate forgets everything, the others this try. An
/// address is not cleared by a right password, or an attacker would bring their own.
pub(super) async fn forgive(tx: &Tx, gates: &[Gate]) -> Result<()> {
    let Some((own, shared)) = gates.split_first() else {
        return Ok(());
    };
    store::forget_throttle(tx, &own.key).await?;
    for gate in shared {
        if let Some(row) = store::throttle_of(&tx.conn(), &gate.key).await? {
            store::keep_throttle(tx, Gate::forgive(row)).await?;
        }
    }
    Ok(())
}

/// The door opens after the password was right.
struct OpenDoor {
    person: PersonId,
    /// The hash that was checked: a password changed since then does not open.
    checked: String,
    rehashed: Option<String>,
    code: Option<Secret>,
    gates: Vec<Gate>,
    device: String,
}

#[async_trait]
impl Command for OpenDoor {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FreshSignIn> {
        if store::phc_of(&tx.conn(), self.person).await?.as_ref() != Some(&self.checked) {
            return Err(wrong());
        }
        let person = store::person_by_id(&tx.conn(), self.person).await?;
        let person = person.ok_or_else(wrong)?;
        prove(tx, &person, self.code.as_ref()).await?;
        forgive(tx, &self.gates).await?;
        if let Some(phc) = &self.rehashed {
            store::replace_password(tx, &own_account(actor)?, phc).await?;
        }
        open_sign_in(tx, actor, person, &self.device).await
    }
}

/// Signs a person in who has shown who they are in another way. Only the platform asks for it: for
/// the demo, and in its own tests.
pub struct SignInAs {
    pub person: PersonId,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for SignInAs {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FreshSignIn> {
        let _: Permit<Vouch, Organisation> = permit(actor, Organisation)?;
        let person = store::person_by_id(&tx.conn(), self.person).await?;
        let person = person.ok_or(Error::NotFound("person"))?;
        open_sign_in(tx, actor, person, &self.visitor.device).await
    }
}

/// Begins a sign-in, also as part of a larger change. The actor is the person, or the platform that
/// knows them.
///
/// # Errors
/// `Forbidden` when the person is suspended.
pub async fn open_sign_in(
    tx: &Tx,
    actor: Actor,
    person: Person,
    device: &str,
) -> Result<FreshSignIn> {
    let shown = Shown {
        at: Some(tx.now()),
        factors: Factors::OfOurs,
    };
    open_sign_in_shown(tx, actor, person, (device, shown)).await
}

/// How somebody showed who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Nothing where nobody can say when: then it counts for nothing that asks for it.
    pub at: Option<DateTime<Utc>>,
    pub factors: Factors,
}

/// Who looked after the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factors {
    /// We did, as far as the person has one here.
    OfOurs,
    /// Whoever vouches for them says that they showed two.
    TwoElsewhere,
}

/// As `open_sign_in`, by somebody who showed who they are in this way.
///
/// # Errors
/// `Forbidden` when the person is suspended.
pub async fn open_sign_in_shown(
    tx: &Tx,
    actor: Actor,
    person: Person,
    (device, shown): (&str, Shown),
) -> Result<FreshSignIn> {
    let person: Permit<Enter, Person> = permit(actor, person)?;
    let token = Secret::mint(tx);
    let sign_in = store::insert_sign_in(tx, &person, &token, (device, shown)).await?;
    let person = person.into_subject();
    let fact = SignedIn {
        person: person.id,
        sign_in: sign_in.id,
    };
    tx.emit(actor_of(&person), &fact).await?;
    Ok(FreshSignIn {
        sign_in,
        person,
        token,
    })
}

/// Notes that a sign-in was used; for whoever finds that it `wants_touch`.
pub struct TouchSignIn {
    pub sign_in: SignInId,
}

#[async_trait]
impl Command for TouchSignIn {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        store::touch_sign_in(tx, self.sign_in).await
    }
}

/// How far signing out reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Here,
    Everywhere,
}

/// Ends this sign-in, or all of the person's. Says how many it ended.
pub struct SignOut {
    pub sign_in: SignInId,
    pub reach: Reach,
}

#[async_trait]
impl Command for SignOut {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let account = own_account(actor)?;
        let mut ids = store::sign_in_ids(&tx.conn(), *account).await?;
        if self.reach == Reach::Here {
            ids.retain(|id| *id == self.sign_in);
        }
        end_sign_ins(tx, &Ending::Own(&account), ids).await
    }
}

/// Ends one sign-in of one's own, from another.
pub struct RevokeSignIn {
    pub sign_in: SignInId,
}

#[async_trait]
impl Command for RevokeSignIn {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let account = own_account(actor)?;
        let mut ids = store::sign_in_ids(&tx.conn(), *account).await?;
        ids.retain(|id| *id == self.sign_in);
        match end_sign_ins(tx, &Ending::Own(&account), ids).await? {
            0 => Err(Error::NotFound("sign-in")),
            _ => Ok(()),
        }
    }
}

pub(super) async fn end_sign_ins(
    tx: &Tx,
    ending: &Ending<'_>,
    sign_ins: Vec<SignInId>,
) -> Result<usize> {
    let ended = sign_ins.len();
    if ended > 0 {
        store::delete_sign_ins(tx, ending, &sign_ins).await?;
        let person = ending.person();
        tx.emit(ending.actor(), &SignedOut { person, sign_ins })
            .await?;
    }
    Ok(ended)
}

/// Clears away what no longer opens anything: sign-ins, tokens and counters of the past.
pub struct SweepExpired;

#[async_trait]
impl Command for SweepExpired {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        store::delete_expired_sign_ins(tx).await?;
        store::delete_expired_tokens(tx).await?;
        store::delete_expired_challenges(tx).await?;
        store::delete_api_tokens_past(tx, ENDED_TOKENS_KEPT).await?;
        store::delete_throttles_quiet_for(tx, FORGOTTEN_AFTER).await
    }
}
