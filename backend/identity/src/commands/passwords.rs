//! Passwords: changed, forgotten, set.
use super::api_tokens::end_api_tokens;
use super::factors::prove;
use super::sign_ins::{Knock, end_sign_ins, forgive, open_sign_in};
use super::{FreshSignIn, own_account};
use crate::hasher::Check;
use crate::policy::{Enter, KeepAccount};
use crate::store::{Ending, OneTimeToken, Purpose};
use crate::throttle::Gate;
use crate::{
    MailReset, NewPassword, PasswordChanged, Person, ResetMinted, Secret, Visitor, actor_of, parse,
    store,
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, Command, Conn, Db, Error, Job, Permit, PersonId, Result, SignInId, Tx, permit,
};

/// How long the link in a letter works.
const RESET_LIFE: TimeDelta = TimeDelta::hours(1);

/// Changes one's own password, knowing the current one. Ends every other sign-in.
///
/// # Errors
/// `Invalid` on `current` or `password`; `SlowDown` after too many wrong ones.
pub async fn change_password(
    db: &Db,
    actor: Actor,
    kept: SignInId,
    (current, password): (Secret, NewPassword),
) -> Result<()> {
    let person = actor.person().ok_or(Error::SignInFirst)?;
    let gate = Gate::current_password(person);
    db.write(Actor::System, Knock(vec![gate.clone()])).await?;
    let phc = store::phc_of(&db.read(), person).await?;
    if password.hasher().check(&current, phc).await? == Check::Wrong {
        return Err(
            Error::invalid("current", "this is not your current password")
                .hint("sign out and ask for a letter if you have forgotten it"),
        );
    }
    let change = ChangePassword {
        gate,
        kept,
        password,
    };
    db.write(actor, change).await
}

struct ChangePassword {
    gate: Gate,
    /// The sign-in that stays.
    kept: SignInId,
    password: NewPassword,
}

#[async_trait]
impl Command for ChangePassword {
    type Done = ();

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let person = store::person_by_id(conn, person).await?;
        self.password
            .prepare_for(&person.ok_or(Error::SignInFirst)?)
            .await
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let account = own_account(actor)?;
        forgive(tx, std::slice::from_ref(&self.gate)).await?;
        replace_password(tx, &account, &self.password).await?;
        let mut others = store::sign_in_ids(&tx.conn(), *account).await?;
        others.retain(|id| *id != self.kept);
        end_sign_ins(tx, &Ending::Own(&account), others).await?;
        Ok(())
    }
}

async fn replace_password(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    password: &NewPassword,
) -> Result<()> {
    store::replace_password(tx, account, password.phc()?).await?;
    store::use_tokens(tx, account).await?;
    let fact = PasswordChanged { person: **account };
    tx.emit(account.actor(), &fact).await
}

/// Asks for a letter with which to choose a new password. The answer is the same for everybody; so
/// is the work, for the letter is written later.
pub struct RequestPasswordReset {
    pub email: String,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for RequestPasswordReset {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let email = parse::email(&self.email)?;
        let asked = (email.as_str(), &self.visitor);
        let job = MailReset {
            email: email.clone(),
        };
        ask_for_letter(tx, actor, asked, &job).await
    }
}

/// Lets a letter be written that opens something, unless too many were asked for: the work is the same whether
/// somebody has the address.
pub(super) async fn ask_for_letter<J: Job>(
    tx: &Tx,
    actor: Actor,
    (email, visitor): (&str, &Visitor),
    job: &J,
) -> Result<()> {
    if let Some(address) = visitor.address {
        let from = Knock(vec![Gate::letters_from(address)]);
        from.run(tx, actor).await?;
    }
    // A flood of letters is held back without a word: its victim is not the one who asks.
    match Knock(vec![Gate::letters_to(email)]).run(tx, actor).await {
        Ok(()) => tx.enqueue(job).await,
        Err(Error::SlowDown(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Makes the token for the letter.
pub(crate) struct MintReset {
    pub email: String,
}

#[async_trait]
impl Command for MintReset {
    type Done = Option<(Person, Secret)>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let Some(person) = store::person_by_email(&tx.conn(), &self.email).await? else {
            return Ok(None);
        };
        // Who may not come in gets no letter, and nobody learns why.
        let Ok(person) = permit::<Enter, Person>(actor, person) else {
            return Ok(None);
        };
        let token = Secret::mint(tx);
        let kept = (Purpose::PasswordReset, &token, RESET_LIFE);
        store::insert_token(tx, &person, kept).await?;
        tx.emit(actor, &ResetMinted { person: person.id }).await?;
        Ok(Some((person.into_subject(), token)))
    }
}

/// Chooses a new password with the token from the letter, ends every sign-in and every token of a program, and begins
/// a new sign-in.
pub struct ResetPassword {
    pub token: Secret,
    pub password: NewPassword,
    /// Of the second factor, where one is asked of them.
    pub code: Option<Secret>,
    pub visitor: Visitor,
}

/// Chooses a new password with the token from the letter; a code is counted before it is looked at.
///
/// # Errors
/// `Invalid` on `token`, `password` or `code`; `SecondFactor` when a code is asked for as well.
pub async fn reset_password(db: &Db, reset: ResetPassword) -> Result<FreshSignIn> {
    if reset.code.is_some() {
        let person = living(&db.read(), &reset.token, db.now()).await?.person_id;
        db.write(Actor::System, Knock(vec![Gate::code(person)]))
            .await?;
    }
    db.write(Actor::Anonymous, reset).await
}

#[async_trait]
impl Command for ResetPassword {
    type Done = FreshSignIn;

    async fn prepare(&mut self, conn: &Conn<'_>, _: Actor) -> Result<()> {
        let token = reset_token(conn, &self.token).await?;
        let person = token.ok_or_else(used_up)?.person_id;
        let person = store::person_by_id(conn, person).await?;
        self.password
            .prepare_for(&person.ok_or_else(used_up)?)
            .await
    }

    async fn run(&self, tx: &Tx, _: Actor) -> Result<FreshSignIn> {
        let token = living(&tx.conn(), &self.token, tx.now()).await?;
        let person = store::person_by_id(&tx.conn(), token.person_id).await?;
        let person = person.ok_or_else(used_up)?;
        let actor = actor_of(&person);

        prove(tx, &person, self.code.as_ref()).await?;
        let account = own_account(actor)?;
        replace_password(tx, &account, &self.password).await?;
        if let Some(email) = &person.email {
            forgive(tx, &[Gate::account(email)]).await?;
        }
        let sign_ins = store::sign_in_ids(&tx.conn(), person.id).await?;
        end_sign_ins(tx, &Ending::Own(&account), sign_ins).await?;
        // Whoever made a token with the password that was lost made a way in that would outlive it.
        end_api_tokens(tx, &Ending::Own(&account)).await?;
        let person = claimed(tx, &account, person).await?;
        let person = proven(tx, &account, person).await?;
        open_sign_in(tx, actor, person, &self.visitor.device).await
    }
}

/// Who reads the letters to an address is whose it is.
async fn proven(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    person: Person,
) -> Result<Person> {
    if person.email_unproven_since.is_none() {
        return Ok(person);
    }
    let proven = Person {
        email_unproven_since: None,
        ..person
    };
    store::update_person(tx, account, proven).await
}

/// Who reads the letters to this address is the person an archive knew by it.
pub(super) async fn claimed(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    person: Person,
) -> Result<Person> {
    match person.placeholder_of {
        Some(_) => {
            let claimed = Person {
                placeholder_of: None,
                ..person
            };
            store::update_person(tx, account, claimed).await
        }
        None => Ok(person),
    }
}

async fn reset_token(conn: &Conn<'_>, token: &Secret) -> Result<Option<OneTimeToken>> {
    store::token_of(conn, Purpose::PasswordReset, token.expose()).await
}

async fn living(conn: &Conn<'_>, token: &Secret, now: DateTime<Utc>) -> Result<OneTimeToken> {
    let wanted = (Purpose::PasswordReset, token.expose());
    let token = store::living_token(conn, wanted, now).await?;
    token.ok_or_else(used_up)
}

fn used_up() -> Error {
    Error::invalid(
        "token",
        "this link was used before, or it is older than an hour",
    )
    .hint("ask for a new letter")
}
