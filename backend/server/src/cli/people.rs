//! `interlude person`
use crate::config::Settings;
use crate::failure::Failure;
use crate::program::{self, Opened};
use crate::stdout::say;
use clap::{Args, Subcommand};
use communities::{InvitePerson, InvitePlaceholder, Role, community_by_slug};
use identity::{
    CreatePerson, Hasher, MailReset, NewPassword, NewPerson, Secret, Standing, person_by_handle,
};
use kernel::Actor;
use std::io::Read;

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Add a person. Without a password, a link to choose one is printed.
    Create(Create),
    /// Invite somebody to a community, or to be whom an import made a placeholder for. The server
    /// sends the letter; a link to a community is printed too.
    Invite(Invite),
    /// Print a link with which a person can choose a new password, once, within an hour.
    ResetPassword {
        /// The address they sign in with.
        email: String,
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
        let link = reset_link(&create.email, settings, opened).await?;
        say(format_args!("Choose a password within an hour: {link}"))?;
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

async fn reset_link(email: &str, settings: &Settings, opened: &Opened) -> Result<String, Failure> {
    let job = MailReset {
        email: identity::parse_email(email)?,
    };
    match identity::mint_reset(&opened.db, &job).await? {
        Some((_, token)) => Ok(format!(
            "{}/reset/{}",
            settings.public_url(),
            token.expose()
        )),
        None => Err(Failure::plain(format!(
            "nobody with the address {email} may sign in here; add them with: interlude person create"
        ))),
    }
}

pub fn no_community(name: &str) -> Failure {
    Failure::plain(format!(
        "there is no community {name}; name one as in its address, /c/NAME"
    ))
}
