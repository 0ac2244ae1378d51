//! Somebody is asked in.
use crate::store::{Delivery, Invitee};
use crate::{
    Community, CommunitySeen, Introduce, Invitation, InvitationSeen, InvitationWithdrawn,
    MailInvitation, Manage, Membership, PersonInvited, PersonSeen, Role, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use identity::{Person, Secret};
use kernel::{
    Actor, Command, CommunityId, Error, InvitationId, Permit, PersonId, Result, Tx, permit,
};

/// Invites somebody by e-mail. The letter is sent later; the link is also shown once to who invites.
/// Inviting the same address again takes back the links before.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "InvitePersonInput")]
pub struct InvitePerson {
    /// To which community.
    pub community: CommunityId,
    /// Where the letter goes.
    pub email: String,
    /// As what.
    pub role: Role,
}

/// An invitation that has just been made. The token is shown now or never.
#[derive(Clone, Debug)]
pub struct Invited {
    pub seen: InvitationSeen,
    pub token: Secret,
}

#[async_trait]
impl Command for InvitePerson {
    type Done = Invited;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Invited> {
        let email = identity::parse_email(&self.email)?;
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let community = seen.into_subject().community;
        if self.knows(tx, &email).await?.is_some() {
            return Err(Error::conflict(
                "this person is a member already; change their role instead",
            ));
        }
        let invitee = Invitee {
            community: community.id,
            email,
            role: self.role,
            by: actor.person(),
        };
        ask_in(tx, actor, community, invitee).await
    }
}

impl InvitePerson {
    /// The membership of whoever has this address. It tells who invites only what the list of
    /// members tells them too.
    async fn knows(&self, tx: &Tx, email: &str) -> Result<Option<Membership>> {
        match identity::person_by_email(&tx.conn(), email).await? {
            Some(person) => store::membership_of(&tx.conn(), self.community, person.id).await,
            None => Ok(None),
        }
    }
}

/// Asks somebody in, as part of a change whose command has asked for leave. The links that this address
/// had before stop working.
async fn ask_in(tx: &Tx, actor: Actor, community: Community, invitee: Invitee) -> Result<Invited> {
    store::delete_open_invitations(tx, community.id, &invitee.email).await?;
    let token = Secret::mint(tx);
    let link = (&token, Delivery::Shown);
    let invitation = store::insert_invitation(tx, invitee, link).await?;
    let letter = MailInvitation {
        invitation: invitation.id,
    };
    tx.enqueue(&letter).await?;
    let fact = PersonInvited {
        community: community.id,
        invitation: invitation.id,
        role: invitation.role,
    };
    tx.emit(actor, &fact).await?;
    let seen = store::as_seen(&tx.conn(), (invitation, community)).await?;
    Ok(Invited { seen, token })
}

/// Invites people to the accounts that were made for them, as part of a larger change, whose command has
/// asked for leave. Who holds an open link is left alone, so it may be done again.
pub async fn invite_all(
    tx: &Tx,
    actor: Actor,
    (community, by): (&Permit<Manage, CommunitySeen>, Option<PersonId>),
    people: Vec<(String, Role)>,
) -> Result<()> {
    let community = &community.community;
    let emails: Vec<&str> = people.iter().map(|(email, _)| email.as_str()).collect();
    let open = store::openly_invited(&tx.conn(), (community.id, tx.now()), &emails).await?;
    for (email, role) in people {
        if open.contains(&email) {
            continue;
        }
        let invitee = Invitee {
            community: community.id,
            email,
            role,
            by,
        };
        ask_in(tx, actor, community.clone(), invitee).await?;
    }
    Ok(())
}

/// Invites somebody to be whom an archive knew: the placeholder gets their address, and the link in the
/// letter makes its account theirs. Who invites is shown no link, for it would prove nothing.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "InvitePlaceholderInput")]
pub struct InvitePlaceholder {
    /// The placeholder.
    pub person: PersonId,
    /// Where the letter goes, and with what they sign in from then on.
    pub email: String,
}

#[async_trait]
impl Command for InvitePlaceholder {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let email = identity::parse_email(&self.email)?;
        let seen = store::person_seen(&tx.conn(), actor, self.person).await?;
        let seen: Permit<Introduce, PersonSeen> = permit(actor, seen)?;
        let before = seen.into_subject().person;
        let old_email = before.email.clone().filter(|old| *old != email);
        let place = store::first_membership(&tx.conn(), before.id).await?;

        let person = identity::address_placeholder(tx, actor, before, &email).await?;
        let (membership, community) = place.ok_or_else(|| {
            Error::conflict("this person belongs to no community; add them to one first")
        })?;
        if let Some(old) = old_email {
            store::delete_open_invitations_to(tx, &old).await?;
        }
        let invitee = Invitee {
            community: community.id,
            email,
            role: membership.role,
            by: actor.person(),
        };
        ask_in(tx, actor, community, invitee).await?;
        Ok(person)
    }
}

/// Sends an invitation that is open once more, with a new link; those before stop working.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SendInvitationAgainInput")]
pub struct SendInvitationAgain {
    /// Which one.
    pub invitation: InvitationId,
}

#[async_trait]
impl Command for SendInvitationAgain {
    type Done = InvitationSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InvitationSeen> {
        let (seen, community) = managed(tx, actor, self.invitation).await?;
        let Invitation { email, role, .. } = seen.invitation;
        let invitee = Invitee {
            community: community.community.id,
            email,
            role,
            by: actor.person(),
        };
        let again = ask_in(tx, actor, seen.community, invitee).await?;
        Ok(again.seen)
    }
}

/// Takes an invitation back: none of its links works any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawInvitationInput")]
pub struct WithdrawInvitation {
    /// Which one.
    pub invitation: InvitationId,
}

#[async_trait]
impl Command for WithdrawInvitation {
    type Done = InvitationSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InvitationSeen> {
        let (seen, community) = managed(tx, actor, self.invitation).await?;
        let emails = std::slice::from_ref(&seen.invitation.email);
        store::take_back_invitations(tx, &community, emails).await?;
        let fact = InvitationWithdrawn {
            community: community.community.id,
            invitation: seen.invitation.id,
            role: seen.invitation.role,
        };
        tx.emit(actor, &fact).await?;
        Ok(seen)
    }
}

/// An open invitation, with leave to look after those of its community.
async fn managed(
    tx: &Tx,
    actor: Actor,
    id: InvitationId,
) -> Result<(InvitationSeen, Permit<Manage, CommunitySeen>)> {
    let unknown = || Error::NotFound("invitation");
    let seen = store::invitation_by_id(&tx.conn(), id, tx.now()).await?;
    let seen = seen.ok_or_else(unknown)?;
    let place = store::community_seen(&tx.conn(), actor, seen.community.id).await?;
    match permit(actor, place) {
        Ok(place) => Ok((seen, place)),
        // Who may not see the community learns nothing of who was asked in.
        Err(Error::NotFound(_)) => Err(unknown()),
        Err(error) => Err(error),
    }
}

/// Makes the link for the letter: a second one beside the link that who invites was shown.
pub(crate) struct MintInvitation {
    pub invitation: InvitationId,
}

#[async_trait]
impl Command for MintInvitation {
    type Done = Option<(InvitationSeen, Secret)>;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<Self::Done> {
        let open = store::invitation_by_id(&tx.conn(), self.invitation, tx.now()).await?;
        let Some(seen) = open else {
            return Ok(None);
        };
        let Invitation {
            community_id,
            email,
            role,
            invited_by,
            ..
        } = seen.invitation.clone();
        let invitee = Invitee {
            community: community_id,
            email,
            role,
            by: invited_by,
        };
        let token = Secret::mint(tx);
        let link = (&token, Delivery::Mailed);
        let invitation = store::insert_invitation(tx, invitee, link).await?;
        let seen = store::as_seen(&tx.conn(), (invitation, seen.community)).await?;
        Ok(Some((seen, token)))
    }
}
