//! Letters with a link that signs in.
use super::factors::prove;
use super::passwords::{ask_for_letter, claimed};
use super::sign_ins::{Knock, open_sign_in};
use super::{FreshSignIn, own_account};
use crate::policy::Enter;
use crate::store::{OneTimeToken, Purpose};
use crate::throttle::Gate;
use crate::{MailSignIn, Person, Secret, SignInLinkMinted, Visitor, actor_of, parse, store};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Actor, Command, Conn, Db, Error, Result, Tx, permit};

/// How long the link works.
const LINK_LIFE: TimeDelta = TimeDelta::minutes(15);

/// Asks for a letter with a link that signs in. The answer is the same for everybody, and so is the work.
pub struct RequestSignInLink {
    pub email: String,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for RequestSignInLink {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let email = parse::email(&self.email)?;
        let asked = (email.as_str(), &self.visitor);
        let job = MailSignIn {
            email: email.clone(),
        };
        ask_for_letter(tx, actor, asked, &job).await
    }
}

/// Makes the token for the letter, or for the operator who lets somebody in.
pub(crate) struct MintSignIn {
    pub email: String,
}

#[async_trait]
impl Command for MintSignIn {
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
        let kept = (Purpose::SignIn, &token, LINK_LIFE);
        store::insert_token(tx, &person, kept).await?;
        let fact = SignInLinkMinted { person: person.id };
        tx.emit(actor, &fact).await?;
        Ok(Some((person.into_subject(), token)))
    }
}

/// Signs in with the token of a letter, once. A second factor is asked for all the same.
pub struct SignInByLink {
    pub token: Secret,
    /// Of the second factor, where one is asked of them.
    pub code: Option<Secret>,
    pub visitor: Visitor,
}

/// Signs in with a link; a code is counted before it is looked at.
///
/// # Errors
/// `Invalid` on `token` or `code`; `SecondFactor` when a code is asked for as well.
pub async fn sign_in_by_link(db: &Db, sign_in: SignInByLink) -> Result<FreshSignIn> {
    if sign_in.code.is_some() {
        let token = living(&db.read(), &sign_in.token, db.now()).await?;
        let knock = Knock(vec![Gate::code(token.person_id)]);
        db.write(Actor::System, knock).await?;
    }
    db.write(Actor::Anonymous, sign_in).await
}

#[async_trait]
impl Command for SignInByLink {
    type Done = FreshSignIn;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<FreshSignIn> {
        let token = living(&tx.conn(), &self.token, tx.now()).await?;
        let person = store::person_by_id(&tx.conn(), token.person_id).await?;
        let person = person.ok_or_else(used_up)?;
        prove(tx, &person, self.code.as_ref()).await?;
        let actor = actor_of(&person);
        let account = own_account(actor)?;
        store::use_tokens(tx, &account).await?;
        let person = claimed(tx, &account, person).await?;
        open_sign_in(tx, actor, person, &self.visitor.device).await
    }
}

async fn living(
    conn: &Conn<'_>,
    token: &Secret,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<OneTimeToken> {
    let wanted = (Purpose::SignIn, token.expose());
    let token = store::living_token(conn, wanted, now).await?;
    token.ok_or_else(used_up)
}

fn used_up() -> Error {
    Error::invalid(
        "token",
        "this link was used before, or it is older than 15 minutes",
    )
    .hint("ask for a new letter")
}
