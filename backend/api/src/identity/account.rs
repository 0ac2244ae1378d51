//! Accounts as administrators see them.
use super::PersonObject;
use crate::communities::{InvitationObject, MembershipObject};
use crate::confirmed::Confirmed;
use crate::connection::{Connected, connected, cost, count};
use crate::context::Asked;
use crate::loaders::failed;
use ::communities::{AccountFilter, AccountState, OrganisationRole, Provenance};
use ::identity::{
    AppointAdministrator, DismissAdministrator, EndSignIns, OverseePeople, Person,
    SendPasswordReset,
};
use async_graphql::{Context, InputObject, Object};
use chrono::{DateTime, Utc};
use kernel::{CommunityId, First, Organisation, Permit, PersonId, Result, optional_line, permit};

const TYPED_CHARS_MAX: usize = 100;

/// Which accounts are looked at; nothing given is all.
#[derive(Default, InputObject)]
#[graphql(name = "AccountFilter")]
pub struct AccountsWanted {
    /// Part of a name, a handle or an e-mail address.
    query: Option<String>,
    /// Only those that stand so.
    state: Option<AccountState>,
    /// Only those who are this to the whole organisation.
    role: Option<OrganisationRole>,
}

/// Somebody's account, for those who look after the organisation.
pub struct AccountObject {
    person: Person,
    state: AccountState,
}

impl AccountObject {
    fn of((person, state): (Person, AccountState)) -> Self {
        Self { person, state }
    }

    /// The account as it stands now.
    async fn now(ctx: &Context<'_>, id: PersonId) -> Result<Self> {
        let asked = (id, ctx.db().now());
        let found = ::communities::account_by_id(&ctx.conn(), &leave(ctx)?, asked).await?;
        Ok(Self::of(found))
    }

    fn administers(&self) -> bool {
        self.person.administrator_since.is_some()
    }
}

#[Object(name = "Account")]
impl AccountObject {
    /// The id of the person.
    async fn id(&self) -> PersonId {
        self.person.id
    }

    /// Whose it is.
    async fn person(&self) -> PersonObject {
        PersonObject(self.person.clone())
    }

    /// Where their letters go.
    async fn email(&self) -> Option<&str> {
        self.person.email.as_deref()
    }

    /// How it stands.
    async fn state(&self) -> AccountState {
        self.state
    }

    /// What they are to the whole organisation.
    async fn roles(&self, ctx: &Context<'_>) -> Vec<OrganisationRole> {
        let auditors = &ctx.app().settings.auditors;
        let is_auditor = ::misconceptions::is_auditor(self.person.email.as_deref(), auditors);
        let administrator = self
            .administers()
            .then_some(OrganisationRole::Administrator);
        let auditor = is_auditor.then_some(OrganisationRole::Auditor);
        administrator.into_iter().chain(auditor).collect()
    }

    /// Since when they look after the organisation.
    async fn administrator_since(&self) -> Option<DateTime<Utc>> {
        self.person.administrator_since
    }

    /// Whether groups have them look after the organisation, and whose; nothing where a person or whoever operates the
    /// platform does.
    async fn administrator_from(&self, ctx: &Context<'_>) -> Result<Option<Provenance>> {
        match self.administers() {
            true => ::sso::administration_from(&ctx.conn(), self.person.id).await,
            false => Ok(None),
        }
    }

    /// Who has them look after the organisation; nobody where the platform did it by itself.
    async fn administrator_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        if !self.administers() {
            return Ok(None);
        }
        let log = permit(ctx.actor(), Organisation)?;
        match ::audit::appointed_by(&ctx.conn(), &log, self.person.id).await? {
            Some(by) => PersonObject::beside(ctx, by).await,
            None => Ok(None),
        }
    }

    /// Whether they can sign in with a password.
    async fn has_password(&self, ctx: &Context<'_>) -> Result<bool> {
        let loader = &ctx.loaders().accounts.passwords;
        let known = loader.load_one(self.person.id).await.map_err(failed)?;
        Ok(known.is_some())
    }

    /// Whether a second factor is asked of them.
    async fn has_second_factor(&self) -> bool {
        self.person.second_factor_since.is_some()
    }

    /// The providers by which they sign in, by name.
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let loader = &ctx.loaders().accounts.providers;
        let names = loader.load_one(self.person.id).await.map_err(failed)?;
        Ok(names.unwrap_or_default())
    }

    /// When they were here last, to a few minutes; nothing if they never were.
    async fn last_here_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let loader = &ctx.loaders().accounts.last_here;
        loader.load_one(self.person.id).await.map_err(failed)
    }

    /// In how many places they are signed in.
    async fn sign_in_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let now = ctx.db().now();
        let living = ::identity::sign_ins_of(&ctx.conn(), &self.person, now).await?;
        Ok(count(living.len()))
    }

    /// With how many tokens programs ask in their name.
    async fn api_token_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let tokens = ::identity::api_tokens_of(&ctx.conn(), self.person.id).await?;
        let now = ctx.db().now();
        Ok(count(
            tokens.iter().filter(|it| now < it.expires_at).count(),
        ))
    }

    /// Since when they are kept out.
    async fn suspended_at(&self) -> Option<DateTime<Utc>> {
        self.person.suspended_at
    }

    /// Whether it is the directory that keeps them out.
    async fn is_suspended_by_directory(&self) -> bool {
        self.person.suspended_by_directory
    }

    /// Their invitations that nobody has accepted yet, the latest first.
    async fn invitations(&self, ctx: &Context<'_>) -> Result<Vec<InvitationObject>> {
        let Some(email) = &self.person.email else {
            return Ok(Vec::new());
        };
        let (leave, now) = (leave(ctx)?, ctx.db().now());
        let open =
            ::communities::open_invitations_to(&ctx.conn(), &leave, (email.as_str(), now)).await?;
        let object = |seen| InvitationObject { seen, token: None };
        Ok(open.into_iter().map(object).collect())
    }

    /// What they are in communities, the latest joined first.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<MembershipObject>> {
        let loader = &ctx.loaders().accounts.memberships;
        let memberships = loader.load_one(self.person.id).await.map_err(failed)?;
        let memberships = memberships.unwrap_or_default();
        let ids: Vec<CommunityId> = memberships.iter().map(|it| it.community_id).collect();
        let seen = &ctx.loaders().communities.seen;
        let places = seen.load_many(ids).await.map_err(failed)?;
        let shown = memberships.into_iter().filter_map(|membership| {
            let place = places.get(&membership.community_id)?.clone();
            Some(MembershipObject::of(membership, self.person.clone(), place))
        });
        Ok(shown.collect())
    }
}

fn leave(ctx: &Context<'_>) -> Result<Permit<OverseePeople, Organisation>> {
    permit(ctx.signed_in()?, Organisation)
}

#[derive(Default)]
pub struct AccountsQuery;

#[Object]
impl AccountsQuery {
    /// Everybody who has an account, by name. For administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: AccountsWanted,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<AccountObject>> {
        let leave = leave(ctx)?;
        let page = (First::parse(first)?, after.as_deref());
        let AccountsWanted { query, state, role } = filter;
        let text = match query {
            Some(query) => optional_line("query", &query, TYPED_CHARS_MAX)?,
            None => None,
        };
        let filter = AccountFilter {
            text,
            state,
            role,
            auditors: ctx.app().settings.auditors.clone(),
        };
        let asked = (&filter, ctx.db().now());
        let found = ::communities::accounts_page(&ctx.conn(), &leave, asked, page).await?;
        Ok(connected(found, AccountObject::of))
    }

    /// One account. For administrators.
    async fn account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id of the person.")] id: PersonId,
    ) -> Result<AccountObject> {
        AccountObject::now(ctx, id).await
    }
}

#[derive(Default)]
pub struct AccountsMutation;

#[Object]
impl AccountsMutation {
    /// Has somebody look after the whole organisation; they sign in anew. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn appoint_administrator(
        &self,
        ctx: &Context<'_>,
        input: AppointAdministrator,
    ) -> Result<AccountObject> {
        let person = ctx.write(input).await?;
        AccountObject::now(ctx, person.id).await
    }

    /// Ends that somebody else looks after the whole organisation, and their sign-ins. The last one stays. For
    /// administrators.
    #[graphql(guard = "Confirmed")]
    async fn dismiss_administrator(
        &self,
        ctx: &Context<'_>,
        input: DismissAdministrator,
    ) -> Result<AccountObject> {
        let person = ctx.write(input).await?;
        AccountObject::now(ctx, person.id).await
    }

    /// Ends every sign-in of somebody else. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn end_sign_ins(&self, ctx: &Context<'_>, input: EndSignIns) -> Result<AccountObject> {
        let person = ctx.write(input).await?;
        AccountObject::now(ctx, person.id).await
    }

    /// Sends somebody else the letter with which they choose a new password. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn send_password_reset(
        &self,
        ctx: &Context<'_>,
        input: SendPasswordReset,
    ) -> Result<AccountObject> {
        ctx.signed_in()?;
        ctx.app().settings.ways_in.by_password()?;
        let person = ctx.write(input).await?;
        AccountObject::now(ctx, person.id).await
    }
}
