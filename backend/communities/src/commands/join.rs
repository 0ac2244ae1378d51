//! Somebody comes in by an invitation.
use super::members::admit;
use crate::store::NewMember;
use crate::{Invitation, InvitationAccepted, Provenance, store};
use async_trait::async_trait;
use identity::{
    Attempt, FreshSignIn, Hasher, NewPassword, NewPerson, Person, Secret, Visitor, actor_of,
};
use kernel::{Actor, Command, Conn, Db, Error, PersonId, Result, Tx};

/// What somebody brings to the door.
#[derive(Clone, Debug)]
pub struct Acceptance {
    pub token: Secret,
    /// For a new account. Who has one keeps their name.
    pub name: String,
    /// For a new account the new password, for an existing one its password. Not asked of who is
    /// signed in.
    pub password: Secret,
    /// Of the second factor of an existing account, once it was asked for.
    pub code: Option<Secret>,
    pub visitor: Visitor,
}

/// Who came in, and the sign-in that began with it if they had none.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub person: Person,
    pub fresh: Option<FreshSignIn>,
}

/// Accepts an invitation.
///
/// Who is signed in joins as who they are. Otherwise the invited address decides: its account is
/// opened with its password, an imported placeholder is claimed by the link in the letter, or a new
/// person is made.
///
/// # Errors
/// `Invalid` on `token` when the link is used up; on `name` or `password` as for any account.
pub async fn accept_invitation(
    db: &Db,
    hasher: &Hasher,
    actor: Actor,
    acceptance: Acceptance,
) -> Result<Accepted> {
    let Acceptance {
        token,
        name,
        password,
        code,
        visitor,
    } = acceptance;
    let fresh = match actor.person() {
        Some(_) => None,
        None => match account_of(db, &token).await? {
            Some(email) => {
                let attempt = Attempt {
                    email,
                    password,
                    code,
                    visitor,
                };
                Some(identity::sign_in(db, hasher, attempt).await?)
            }
            None => {
                let password = NewPassword::new(password, hasher);
                let join = JoinAnew {
                    token,
                    name,
                    password,
                    visitor,
                };
                let fresh = db.write(Actor::System, join).await?;
                let person = fresh.person.clone();
                return Ok(Accepted {
                    person,
                    fresh: Some(fresh),
                });
            }
        },
    };
    let actor = fresh
        .as_ref()
        .map_or(actor, |fresh| actor_of(&fresh.person));
    let person = db.write(actor, Join { token }).await?;
    Ok(Accepted { person, fresh })
}

/// The invited address, when it has an account with a password.
async fn account_of(db: &Db, token: &Secret) -> Result<Option<String>> {
    let conn = db.read();
    let open = store::invitation_seen(&conn, token.expose(), db.now()).await?;
    let email = open.ok_or_else(used_up)?.invitation.email;
    let Some(person) = identity::person_by_email(&conn, &email).await? else {
        return Ok(None);
    };
    let opens = identity::has_password(&conn, person.id).await?;
    Ok(opens.then_some(email))
}

/// Somebody who is signed in joins.
struct Join {
    token: Secret,
}

#[async_trait]
impl Command for Join {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let invitation = open_invitation(tx, &self.token).await?;
        let person = identity::person_by_id(&tx.conn(), person).await?;
        let person = person.ok_or(Error::SignInFirst)?;
        let_in(tx, actor, (person.id, &invitation)).await?;
        Ok(person)
    }
}

/// Somebody joins with a new account, or claims the one an archive made for them.
struct JoinAnew {
    token: Secret,
    name: String,
    password: NewPassword,
    visitor: Visitor,
}

#[async_trait]
impl Command for JoinAnew {
    type Done = FreshSignIn;

    async fn prepare(&mut self, conn: &Conn<'_>, _: Actor) -> Result<()> {
        let email = store::invited_email(conn, self.token.expose()).await?;
        let email = email.ok_or_else(used_up)?;
        self.password.prepare(&[&self.name, &email]).await
    }

    async fn run(&self, tx: &Tx, _: Actor) -> Result<FreshSignIn> {
        let invitation = open_invitation(tx, &self.token).await?;
        let known = identity::person_by_email(&tx.conn(), &invitation.email).await?;
        let person = match known {
            Some(person) if person.placeholder_of.is_some() && invitation.mailed => person,
            // Who invites sees a link too: it must not open an account that is somebody's, nor one
            // that an archive keeps for them.
            Some(_) => {
                return Err(Error::conflict(
                    "this address has an account already; sign in, or ask for a letter to reset \
                     its password, and open this link again",
                ));
            }
            None => {
                let new = NewPerson {
                    email: Some(invitation.email.clone()),
                    ..NewPerson::named(self.name.as_str())
                };
                let person = identity::create_person(tx, Actor::System, &new).await?;
                // The link in the letter shows that they read it; whoever invites sees the other one.
                Person {
                    email_unproven_since: (!invitation.mailed).then(|| tx.now()),
                    ..person
                }
            }
        };
        let person = identity::claim_account(tx, person, &self.name, &self.password).await?;
        let_in(tx, actor_of(&person), (person.id, &invitation)).await?;
        identity::open_sign_in(tx, Actor::System, person, &self.visitor.device).await
    }
}

async fn open_invitation(tx: &Tx, token: &Secret) -> Result<Invitation> {
    let open = store::invitation_seen(&tx.conn(), token.expose(), tx.now()).await?;
    Ok(open.ok_or_else(used_up)?.invitation)
}

async fn let_in(
    tx: &Tx,
    actor: Actor,
    (person, invitation): (PersonId, &Invitation),
) -> Result<()> {
    let member = NewMember {
        community: invitation.community_id,
        person,
        role: invitation.role,
        provenance: Provenance::Invitation,
        granted_by: invitation.invited_by,
    };
    admit(tx, actor, member).await?;
    store::accept_invitations(tx, invitation.community_id, &invitation.email).await?;
    let fact = InvitationAccepted {
        community: invitation.community_id,
        invitation: invitation.id,
        person,
    };
    tx.emit(actor, &fact).await
}

fn used_up() -> Error {
    Error::invalid("token", "this invitation was used before, or taken back")
        .hint("ask who invited you for a new one")
}
