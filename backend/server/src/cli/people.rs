//! `interlude person`
use crate::config::Settings;
use crate::failure::Failure;
use crate::program::{self, Opened};
use crate::stdout::say;
use clap::{Args, Subcommand};
use communities::{InvitePerson, InvitePlaceholder, Role, community_by_slug};
use identity::{
    CreatePerson, Hasher, MailReset, MailSignIn, NewPassword, NewPerson, ResetSecondFactor, Secret,
    Standing, person_by_email, person_by_handle,
};
use kernel::Actor;
use std::io::Read;

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Add a person. Without a password, a link to choose one is printed; where local sign-in is off, one that signs in.
    Create(Create),
    /// Invite somebody to a community, or to be whom an import made a placeholder for. The server
    /// sends the letter; a link to a community is printed too.
    Invite(Invite),
    /// Print a link with which a person can choose a new password, once, within an hour.
    ResetPassword {
        /// The address they sign in with.
        email: String,
    },
    /// Print a link that signs a person in, once, within 15 minutes, also where local sign-in is off.
    SignIn {
        /// The address of their letters.
        email: String,
    },
    /// Take the second factor off somebody who lost it, and end their sign-ins.
    ResetSecondFactor {
        /// The address they sign in with.
        email: String,
        /// Why; administrators can read it.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub struct Create {
    /// Their name, as others should see it.
    #[arg(long)]
    name: String,
    /// The address they sign in with.
    #[arg(long)]
    email: String,
    /// The short name they are mentioned by; made from the name if left out.
    #[arg(long)]
    handle: Option<String>,
    /// They look after the whole organisation.
    #[arg(long)]
    administrator: bool,
    /// Read a password from standard input.
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Debug, Args)]
pub struct Invite {
    /// Where the letter goes.
    email: String,
    #[command(flatten)]
    to: InvitedTo,
    /// learner, moderator, facilitator, expert or observer.
    #[arg(long, default_value = "learner", conflicts_with = "placeholder")]
    role: Role,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct InvitedTo {
    /// The community, by the name in its address.
    #[arg(long)]
    community: Option<String>,
    /// The placeholder they are to be, by its handle. Only the link in the letter makes it theirs.
    #[arg(long = "as", value_name = "HANDLE")]
    placeholder: Option<String>,
}

pub async fn run(verb: Person, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    match verb {
        Person::Create(create) => add(create, settings, &opened).await,
        Person::Invite(invite) => ask_in(invite, settings, &opened).await,
        Person::ResetPassword { email } => {
            say(reset_link(&email, settings, &opened).await?)?;
            Ok(())
        }
        Person::SignIn { email } => {
            say(sign_in_link(&email, settings, &opened).await?)?;
            Ok(())
        }
        Person::ResetSecondFactor { email, reason } => {
            take_factor_off(&email, reason, &opened).await
        }
    }
}

async fn add(create: Create, settings: &Settings, opened: &Opened) -> Result<(), Failure> {
    let password = create.password_stdin.then(typed_password).transpose()?;
    let has_password = password.is_some();
    let person = NewPerson {
        handle: create.handle,
        email: Some(create.email.clone()),
        standing: if create.administrator {
            Standing::Administrator
        } else {
            Standing::Member
        },
        ..NewPerson::named(create.name)
    };
    let hasher = Hasher::new();
    let command = CreatePerson {
        person,
        password: password.map(|typed| NewPassword::new(typed, &hasher)),
    };
    let person = opened.db.write(Actor::System, command).await?;
    say(format_args!("{} is @{}", person.name, person.handle))?;
    if !has_password {
        let email = &create.email;
        if settings.local_sign_in {
            let link = reset_link(email, settings, opened).await?;
            say(format_args!("Choose a password within an hour: {link}"))?;
        } else {
            let link = sign_in_link(email, settings, opened).await?;
            say(format_args!("Sign in within 15 minutes: {link}"))?;
        }
    }
    Ok(())
}

/// One line: a password has no line end.
fn typed_password() -> Result<Secret, Failure> {
    let mut typed = String::new();
    std::io::stdin().lock().read_to_string(&mut typed)?;
    Ok(Secret::new(typed.trim_end_matches(['\r', '\n'])))
}

async fn ask_in(invite: Invite, settings: &Settings, opened: &Opened) -> Result<(), Failure> {
    let Invite { email, to, role } = invite;
    if let Some(handle) = to.placeholder {
        return ask_to_be(&handle, email, opened).await;
    }
    let slug = to.community.unwrap_or_default();
    let community = community_by_slug(&opened.db.read(), &slug)
        .await?
        .ok_or_else(|| no_community(&slug))?;
    let command = InvitePerson {
        community: community.id,
        email,
        role,
    };
    let invited = opened.db.write(Actor::System, command).await?;
    let token = invited.token.expose();
    say(format_args!("{}/invite/{token}", settings.public_url()))?;
    Ok(())
}

async fn ask_to_be(handle: &str, email: String, opened: &Opened) -> Result<(), Failure> {
    let handle = identity::parse_handle(handle)?;
    let person = person_by_handle(&opened.db.read(), &handle).await?;
    let person = person.ok_or_else(|| {
        Failure::plain(format!(
            "there is nobody with the handle {handle}; it stands at the end of their page's address"
        ))
    })?;
    let command = InvitePlaceholder {
        person: person.id,
        email: email.clone(),
    };
    let person = opened.db.write(Actor::System, command).await?;
    say(format_args!(
        "A letter goes to {email}; the link in it makes @{} theirs.",
        person.handle
    ))?;
    Ok(())
}

async fn take_factor_off(email: &str, reason: String, opened: &Opened) -> Result<(), Failure> {
    let email = identity::parse_email(email)?;
    let person = person_by_email(&opened.db.read(), &email).await?;
    let person =
        person.ok_or_else(|| Failure::plain(format!("nobody here has the address {email}")))?;
    let reset = ResetSecondFactor {
        person: person.id,
        reason,
    };
    let person = opened.db.write(Actor::System, reset).await?;
    say(format_args!(
        "@{} signs in without a second factor",
        person.handle
    ))?;
    Ok(())
}

async fn reset_link(email: &str, settings: &Settings, opened: &Opened) -> Result<String, Failure> {
    let job = MailReset {
        email: identity::parse_email(email)?,
    };
    match identity::mint_reset(&opened.db, &job).await? {
        Some((_, token)) => Ok(link(settings, "reset", &token)),
        None => Err(nobody(email)),
    }
}

async fn sign_in_link(
    email: &str,
    settings: &Settings,
    opened: &Opened,
) -> Result<String, Failure> {
    let job = MailSignIn {
        email: identity::parse_email(email)?,
    };
    match identity::mint_sign_in(&opened.db, &job).await? {
        Some((_, token)) => Ok(link(settings, "enter", &token)),
        None => Err(nobody(email)),
    }
}

fn link(settings: &Settings, page: &str, token: &Secret) -> String {
    format!("{}/{page}/{}", settings.public_url(), token.expose())
}

fn nobody(email: &str) -> Failure {
    Failure::plain(format!(
        "nobody with the address {email} may sign in here; add them with: interlude person create"
    ))
}

pub fn no_community(name: &str) -> Failure {
    Failure::plain(format!(
        "there is no community {name}; name one as in its address, /c/NAME"
    ))
}
