//! Inviting many at once, and looking after the invitations that are open.
use crate::communities::{CommunityObject, InvitationObject};
use crate::confirmed::Confirmed;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::communities::{Invitation, Role, SendInvitationAgain, WithdrawInvitation};
use ::imports::{InviteFate, InviteLine, InviteList, PreviewInvites, SendInvites};
use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::OverseePeople;
use kernel::{
    CommunityId, First, InvitationId, InviteListId, Organisation, Permit, Result, optional_line,
    permit,
};

const TYPED_CHARS_MAX: usize = 100;

/// Reads a list of people to be invited.
#[derive(InputObject)]
pub struct PreviewInvitesInput {
    /// A table whose first line names the columns name, email, community and role, of which email is needed; or an
    /// address on each line. At most 5,000 lines.
    text: String,
    /// The community for those whose line names none.
    community: Option<CommunityId>,
}

/// People who are to be invited, before it is done and afterwards.
pub struct InviteListObject(InviteList);

/// How many lines of a list of invitations have each fate.
#[derive(SimpleObject)]
pub struct InviteListCounts {
    /// Those to whom a letter goes.
    inviting: i32,
    /// Those who are there, or were invited.
    staying: i32,
    /// Those with which something is wrong.
    refused: i32,
    /// Those whose invitation was made.
    sent: i32,
}

#[Object(name = "InviteList")]
impl InviteListObject {
    /// Its id.
    async fn id(&self) -> InviteListId {
        self.0.id
    }

    /// When it was looked at.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Since when its letters go out.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// How many lines have each fate, and how far it is.
    async fn counts(&self, ctx: &Context<'_>) -> Result<InviteListCounts> {
        let counts = ::imports::invite_counts(&ctx.conn(), &leave(ctx)?, self.0.id).await?;
        let whole = |count| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(InviteListCounts {
            inviting: whole(counts.inviting),
            staying: whole(counts.staying),
            refused: whole(counts.refused),
            sent: whole(counts.sent),
        })
    }

    /// Its lines, in their order.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(desc = "Only those with this fate.")] fate: Option<InviteFate>,
    ) -> Result<Connected<InviteLineObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let asked = (self.0.id, fate);
        let lines = ::imports::invite_lines_page(&ctx.conn(), &leave(ctx)?, asked, page).await?;
        Ok(connected(lines, InviteLineObject))
    }
}

/// A line of a list of invitations, and what it does.
pub struct InviteLineObject(InviteLine);

#[Object(name = "InviteLine")]
impl InviteLineObject {
    /// Where it stands in the list; the first line has the number 1.
    async fn line(&self) -> i32 {
        self.0.line
    }

    /// The name as it stands there.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The address; as it was typed when the line is refused.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// The community as it stands there.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// The community it leads to.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        let Some(community) = self.0.community_id else {
            return Ok(None);
        };
        let seen = &ctx.loaders().communities.seen;
        let seen = seen.load_one(community).await.map_err(failed)?;
        Ok(seen.map(CommunityObject))
    }

    /// As what.
    async fn role(&self) -> Option<Role> {
        self.0.role
    }

    /// What happens.
    async fn fate(&self) -> InviteFate {
        self.0.fate
    }

    /// Why nothing happens, in words.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// When the invitation was made.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }
}

/// An invitation that nobody has accepted yet, for administrators.
pub struct OpenInvitationObject(Invitation);

#[Object(name = "OpenInvitation")]
impl OpenInvitationObject {
    /// Its id.
    async fn id(&self) -> InvitationId {
        self.0.id
    }

    /// Who is invited.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// As what.
    async fn role(&self) -> Role {
        self.0.role
    }

    /// To what.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        let seen = &ctx.loaders().communities.seen;
        let seen = seen.load_one(self.0.community_id).await.map_err(failed)?;
        Ok(seen.map(CommunityObject))
    }

    /// By whom; nobody where the platform did.
    async fn invited_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.invited_by {
            Some(by) => PersonObject::beside(ctx, by).await,
            None => Ok(None),
        }
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Until when the link works.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }
}

fn leave(ctx: &Context<'_>) -> Result<Permit<OverseePeople, Organisation>> {
    permit(ctx.signed_in()?, Organisation)
}

#[derive(Default)]
pub struct InvitesQuery;

#[Object]
impl InvitesQuery {
    /// A list of people to be invited. For administrators.
    async fn invite_list(&self, ctx: &Context<'_>, id: InviteListId) -> Result<InviteListObject> {
        let list = ::imports::invite_list(&ctx.conn(), &leave(ctx)?, id).await?;
        Ok(InviteListObject(list))
    }

    /// The invitations that nobody has accepted yet, the latest first. For administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn open_invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(desc = "Part of an e-mail address.")] query: Option<String>,
    ) -> Result<Connected<OpenInvitationObject>> {
        let leave = leave(ctx)?;
        let page = (First::parse(first)?, after.as_deref());
        let text = match query {
            Some(query) => optional_line("query", &query, TYPED_CHARS_MAX)?,
            None => None,
        };
        let asked = (text.as_deref(), ctx.db().now());
        let found = ::communities::open_invitations_page(&ctx.conn(), &leave, asked, page).await?;
        Ok(connected(found, |(invitation, _)| {
            OpenInvitationObject(invitation)
        }))
    }
}

#[derive(Default)]
pub struct InvitesMutation;

#[Object]
impl InvitesMutation {
    /// Reads a list of people to be invited and says what each line would do; nothing is done yet. For administrators.
    async fn preview_invites(
        &self,
        ctx: &Context<'_>,
        input: PreviewInvitesInput,
    ) -> Result<InviteListObject> {
        let preview = PreviewInvites::new(input.text, input.community);
        ctx.write(preview).await.map(InviteListObject)
    }

    /// Sends the invitations of a list, one after the other. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn send_invites(
        &self,
        ctx: &Context<'_>,
        input: SendInvites,
    ) -> Result<InviteListObject> {
        ctx.write(input).await.map(InviteListObject)
    }

    /// Sends an invitation once more, with a new link. For who leads its community, and administrators.
    async fn send_invitation_again(
        &self,
        ctx: &Context<'_>,
        input: SendInvitationAgain,
    ) -> Result<InvitationObject> {
        let seen = ctx.write(input).await?;
        Ok(InvitationObject { seen, token: None })
    }

    /// Takes an invitation back; its links work no more. For who leads its community, and administrators.
    async fn withdraw_invitation(
        &self,
        ctx: &Context<'_>,
        input: WithdrawInvitation,
    ) -> Result<InvitationObject> {
        let seen = ctx.write(input).await?;
        Ok(InvitationObject { seen, token: None })
    }
}
