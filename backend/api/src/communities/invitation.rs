use crate::context::Asked;
use ::communities::{Community, CommunityKind, InvitationSeen, Role};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::Secret;
use kernel::InvitationId;

/// A way in for somebody who was asked by e-mail.
pub struct InvitationObject {
    pub seen: InvitationSeen,
    /// Known only while it is made.
    pub token: Option<Secret>,
}

/// What an invited person may know of a community before they belong to it.
#[derive(SimpleObject)]
pub struct InvitedCommunity {
    /// What it is called.
    name: String,
    /// A cohort or a community of practice.
    kind: CommunityKind,
    /// What it is for.
    purpose: String,
}

#[Object(name = "Invitation")]
impl InvitationObject {
    /// Its id.
    async fn id(&self) -> InvitationId {
        self.seen.invitation.id
    }

    /// Who is invited.
    async fn email(&self) -> &str {
        &self.seen.invitation.email
    }

    /// As what.
    async fn role(&self) -> Role {
        self.seen.invitation.role
    }

    /// To what.
    async fn community(&self) -> InvitedCommunity {
        let Community {
            name,
            kind,
            purpose,
            ..
        } = self.seen.community.clone();
        InvitedCommunity {
            name,
            kind,
            purpose,
        }
    }

    /// By whom: a name, or the organisation's.
    async fn invited_by<'a>(&'a self, ctx: &'a Context<'_>) -> &'a str {
        let organisation = &ctx.app().settings.name;
        self.seen.invited_by.as_ref().unwrap_or(organisation)
    }

    /// The name under which an archive knew the invited person, when this link makes that account
    /// theirs.
    async fn claims(&self) -> Option<&str> {
        self.seen.claims.as_deref()
    }

    /// Until when the link works.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.seen.invitation.expires_at
    }

    /// The link to hand over, shown once: to who invites, when they invite.
    async fn link(&self, ctx: &Context<'_>) -> Option<String> {
        let token = self.token.as_ref()?;
        let public_url = &ctx.app().settings.public_url;
        Some(format!("{public_url}/invite/{}", token.expose()))
    }
}
