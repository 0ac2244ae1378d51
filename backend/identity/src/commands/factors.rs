//! Second factors: set up, proved, lost and taken off.
use super::api_tokens::end_api_tokens;
use super::own_account;
use super::sign_ins::{Knock, end_sign_ins, forgive};
use crate::policy::{KeepAccount, ResetFactor};
use crate::store::{Ending, Factor};
use crate::throttle::Gate;
use crate::totp::{self, SEED_BYTES};
use crate::{
    Person, RecoveryCodeUsed, RecoveryCodesRenewed, SecondFactorRemoved, SecondFactorReset,
    SecondFactorSet, Secret, actor_of, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Db, Error, Permit, PersonId, Result, SignInId, Tx, line, permit};

/// How many codes somebody gets to write down.
pub const RECOVERY_CODES: usize = 10;
const RECOVERY_BYTES: usize = 10;
const RECOVERY_GROUP: usize = 5;
const REASON_CHARS_MAX: usize = 300;

/// What an authenticator app has to know. Shown once.
#[derive(Clone, Debug)]
pub struct FactorSeed {
    /// As people type it, in base32.
    pub text: Secret,
}

/// Begins to set a second factor up; it is asked for once a code of it was typed.
pub struct BeginSecondFactor;

#[async_trait]
impl Command for BeginSecondFactor {
    type Done = FactorSeed;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FactorSeed> {
        let (account, person) = own(tx, actor).await?;
        refuse_another(tx, person.id).await?;
        let seed = &tx.secret()[..SEED_BYTES];
        let sealed = tx.keys().seal(tx, store::seed_of(person.id), seed)?;
        store::put_seed(tx, &account, sealed).await?;
        Ok(FactorSeed {
            text: Secret::new(totp::as_text(seed)),
        })
    }
}

/// Asks for the second factor from now on, after a code of it was right, and ends every other sign-in. Answers with
/// the codes to write down.
///
/// # Errors
/// `Invalid` on `code`; `SlowDown` after too many wrong ones.
pub async fn confirm_second_factor(
    db: &Db,
    actor: Actor,
    (kept, code): (SignInId, Secret),
) -> Result<Vec<Secret>> {
    knock(db, actor).await?;
    db.write(actor, ConfirmSecondFactor { kept, code }).await
}

struct ConfirmSecondFactor {
    /// The sign-in that stays.
    kept: SignInId,
    code: Secret,
}

#[async_trait]
impl Command for ConfirmSecondFactor {
    type Done = Vec<Secret>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<Secret>> {
        let (account, person) = own(tx, actor).await?;
        refuse_another(tx, person.id).await?;
        let typed = totp::tidied(self.code.expose());
        prove_app(tx, &account, &typed).await?;
        forgive(tx, &[Gate::code(person.id)]).await?;
        let fact = SecondFactorSet { person: person.id };
        tx.emit(actor, &fact).await?;
        ask_from_now_on(tx, &account, (&person, self.kept)).await
    }
}

/// An app is set up once; a seed that was only shown may be shown anew.
async fn refuse_another(tx: &Tx, person: PersonId) -> Result<()> {
    match store::has_app(&tx.conn(), person).await? {
        true => Err(Error::conflict(
            "you have a second factor already; take it off first",
        )),
        false => Ok(()),
    }
}

/// Asks a person for a second factor from now on, and ends every sign-in but this. Answers with the codes to write down;
/// those before open nothing any more.
pub(super) async fn ask_from_now_on(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    (person, kept): (&Person, SignInId),
) -> Result<Vec<Secret>> {
    let since = person.second_factor_since.unwrap_or(tx.now());
    store::set_second_factor(tx, &Factor::Own(account), Some(since)).await?;
    let mut others = store::sign_in_ids(&tx.conn(), person.id).await?;
    others.retain(|id| *id != kept);
    end_sign_ins(tx, &Ending::Own(account), others).await?;
    new_codes(tx, account).await
}

/// Ten new codes to recover with; those before open nothing any more.
pub struct RenewRecoveryCodes;

#[async_trait]
impl Command for RenewRecoveryCodes {
    type Done = Vec<Secret>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<Secret>> {
        let (account, person) = own(tx, actor).await?;
        if person.second_factor_since.is_none() {
            return Err(Error::invalid("code", "you have no second factor"));
        }
        let left = store::recovery_codes_left(&tx.conn(), person.id).await?;
        let fact = RecoveryCodesRenewed {
            person: person.id,
            left_before: left,
        };
        tx.emit(actor, &fact).await?;
        new_codes(tx, &account).await
    }
}

/// Takes one's own app off, with a code of it. Passkeys stay, and with them the codes that were written down.
///
/// # Errors
/// `Invalid` on `code`; `SlowDown` after too many wrong ones.
pub async fn remove_second_factor(db: &Db, actor: Actor, code: Secret) -> Result<Person> {
    knock(db, actor).await?;
    db.write(actor, RemoveSecondFactor { code }).await
}

struct RemoveSecondFactor {
    code: Secret,
}

#[async_trait]
impl Command for RemoveSecondFactor {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let (account, person) = own(tx, actor).await?;
        let since = person.second_factor_since;
        let (Some(since), true) = (since, store::has_app(&tx.conn(), person.id).await?) else {
            return Err(Error::invalid("code", "you have no second factor"));
        };
        prove(tx, &person, Some(&self.code)).await?;
        let fact = SecondFactorRemoved {
            person: person.id,
            since,
        };
        tx.emit(actor, &fact).await?;
        if store::passkeys_of(&tx.conn(), person.id).await?.is_empty() {
            return store::set_second_factor(tx, &Factor::Own(&account), None).await;
        }
        store::delete_app(tx, &account).await?;
        Ok(person)
    }
}

/// Takes the second factor off somebody who lost it. Every sign-in and token of theirs ends.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ResetSecondFactorInput")]
pub struct ResetSecondFactor {
    pub person: PersonId,
    /// Why, 1 to 300 characters, for administrators.
    pub reason: String,
}

#[async_trait]
impl Command for ResetSecondFactor {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let reason = line("reason", &self.reason, REASON_CHARS_MAX)?;
        // Nobody learns by this who is here: to all but administrators there is no such person.
        let person = store::person_by_id(&tx.conn(), self.person).await?;
        let person: Permit<ResetFactor, Person> =
            permit(actor, person.ok_or(Error::NotFound("person"))?)?;
        let Some(since) = person.second_factor_since else {
            return Ok(person.into_subject());
        };
        let kept = store::set_second_factor(tx, &Factor::Lost(&person), None).await?;
        super::sign_ins::forgive(tx, &[Gate::code(person.id)]).await?;
        let sign_ins = store::sign_in_ids(&tx.conn(), person.id).await?;
        end_sign_ins(tx, &Ending::Reset(&person), sign_ins).await?;
        end_api_tokens(tx, &Ending::Reset(&person)).await?;
        let fact = SecondFactorReset {
            person: person.id,
            since,
            reason,
        };
        tx.emit(actor, &fact).await?;
        Ok(kept)
    }
}

/// Counts a try at the codes of whoever asks, before it is looked at.
async fn knock(db: &Db, actor: Actor) -> Result<()> {
    let person = actor.person().ok_or(Error::SignInFirst)?;
    let gate = Knock(vec![Gate::code(person)]);
    db.write(Actor::System, gate).await
}

/// Whether a person has shown their second factor, where one is asked of them. A code works once, also for two who
/// bring it at once. The try was counted by the caller, and is forgiven here.
pub(super) async fn prove(tx: &Tx, person: &Person, code: Option<&Secret>) -> Result<()> {
    if person.second_factor_since.is_none() {
        return Ok(());
    }
    let typed = totp::tidied(code.ok_or(Error::SecondFactor)?.expose());
    let account = own_account(actor_of(person))?;
    if totp::is_code(&typed) {
        // A seed that was shown and never confirmed opens nothing.
        if !store::has_app(&tx.conn(), person.id).await? {
            return Err(wrong_code());
        }
        prove_app(tx, &account, &typed).await?;
    } else {
        if !store::use_recovery_code(tx, &account, &typed).await? {
            return Err(wrong_code());
        }
        let left = store::recovery_codes_left(&tx.conn(), person.id).await?;
        let fact = RecoveryCodeUsed {
            person: person.id,
            left,
        };
        tx.emit(account.actor(), &fact).await?;
    }
    forgive(tx, &[Gate::code(person.id)]).await
}

async fn prove_app(tx: &Tx, account: &Permit<KeepAccount, PersonId>, typed: &str) -> Result<()> {
    let person = **account;
    let kept = store::totp_of(&tx.conn(), person).await?;
    let kept = kept.ok_or_else(wrong_code)?;
    let seed = tx.keys().open(store::seed_of(person), &kept.seed)?;
    match totp::step_of(&seed, typed, tx.now())? {
        Some(step) if kept.last_step.is_none_or(|last| step > last) => {
            store::use_step(tx, account, step).await
        }
        Some(_) | None => Err(wrong_code()),
    }
}

fn wrong_code() -> Error {
    Error::invalid("code", "this code is wrong, or it was used before")
        .hint("wait for the next one in your app, or use one of those you wrote down")
}

async fn new_codes(tx: &Tx, account: &Permit<KeepAccount, PersonId>) -> Result<Vec<Secret>> {
    let kept: Vec<String> = std::iter::repeat_with(|| kernel::hex(&tx.secret()[..RECOVERY_BYTES]))
        .take(RECOVERY_CODES)
        .collect();
    let hashed: Vec<Secret> = kept.iter().map(Secret::new).collect();
    store::replace_recovery_codes(tx, account, &hashed).await?;
    let shown = kept.iter().map(|code| Secret::new(grouped(code)));
    Ok(shown.collect())
}

/// Digits in groups, as people copy them.
fn grouped(code: &str) -> String {
    let groups: Vec<&str> = code
        .as_bytes()
        .chunks(RECOVERY_GROUP)
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join("-")
}

pub(super) async fn own(tx: &Tx, actor: Actor) -> Result<(Permit<KeepAccount, PersonId>, Person)> {
    let account = own_account(actor)?;
    let person = store::person_by_id(&tx.conn(), *account).await?;
    Ok((account, person.ok_or(Error::SignInFirst)?))
}

/// Seals every seed with the newest key; answers with how many were not.
pub struct SealFactors;

#[async_trait]
impl Command for SealFactors {
    type Done = usize;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<usize> {
        let mut sealed = 0;
        for kept in store::seeds(&tx.conn()).await? {
            if tx.keys().is_old(&kept.seed) {
                let at = store::seed_of(kept.person_id);
                let seed = tx.keys().open(at, &kept.seed)?;
                let anew = tx.keys().seal(tx, at, &seed)?;
                store::reseal_seed(tx, kept.person_id, anew).await?;
                sealed += 1;
            }
        }
        Ok(sealed)
    }
}
