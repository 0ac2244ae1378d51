use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::imports::{Apply, BringIn, Roster, RosterFate, RosterLine, RosterSeen};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Role, allows};
use kernel::{First, Result, RosterId, permit};
use std::sync::Arc;

/// A list of people for a community: looked at, applied, or taken back.
pub struct RosterObject(pub RosterSeen);

impl RosterObject {
    /// The roster, for administrators.
    pub async fn find(ctx: &Context<'_>, id: RosterId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::imports::roster_seen(&ctx.conn(), actor, id).await?;
        Ok(Self(permit::<BringIn, _>(actor, seen)?.into_subject()))
    }

    pub fn of(roster: Roster, place: &CommunitySeen) -> Self {
        let place = place.clone();
        Self(RosterSeen { roster, place })
    }
}

/// How many lines of a roster have each fate.
#[derive(SimpleObject)]
pub struct RosterCounts {
    /// People nobody knew, who get an account that waits to be claimed.
    arriving: i32,
    /// People with an account who become members.
    joining: i32,
    /// Members who get another role.
    changing: i32,
    /// Members who stay what they are.
    staying: i32,
    /// Lines with which nothing happens.
    refused: i32,
}

/// What the viewer may do with a roster as it stands.
#[derive(SimpleObject)]
pub struct RosterPermissions {
    /// Do what it says.
    apply: bool,
    /// Take back what it did.
    undo: bool,
}

#[Object(name = "Roster")]
impl RosterObject {
    /// Its id.
    pub async fn id(&self) -> RosterId {
        self.0.roster.id
    }

    /// What its file is called.
    async fn name(&self) -> &str {
        &self.0.roster.name
    }

    /// The community it is for.
    async fn community(&self) -> CommunityObject {
        CommunityObject(Arc::new(self.0.place.clone()))
    }

    /// Who brought it; nobody when it came by the command line.
    async fn brought_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.roster.brought_by {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// When it was looked at.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.roster.created_at
    }

    /// When it was applied.
    async fn applied_at(&self) -> Option<DateTime<Utc>> {
        self.0.roster.applied_at
    }

    /// When it was taken back.
    async fn undone_at(&self) -> Option<DateTime<Utc>> {
        self.0.roster.undone_at
    }

    /// How many lines have each fate: before it is applied what would happen, afterwards what did.
    async fn counts(&self) -> RosterCounts {
        let Roster {
            arriving,
            joining,
            changing,
            staying,
            refused,
            ..
        } = self.0.roster;
        RosterCounts {
            arriving,
            joining,
            changing,
            staying,
            refused,
        }
    }

    /// What the viewer may do with it as it stands.
    async fn viewer_can(&self, ctx: &Context<'_>) -> RosterPermissions {
        let may = allows::<Apply, RosterSeen>(ctx.actor(), &self.0);
        let Roster {
            applied_at,
            undone_at,
            ..
        } = self.0.roster;
        RosterPermissions {
            apply: may && applied_at.is_none(),
            undo: may && applied_at.is_some() && undone_at.is_none(),
        }
    }

    /// Its lines, in their order.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(desc = "Only those with this fate.")] fate: Option<RosterFate>,
    ) -> Result<Connected<RosterLineObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let seen = permit::<BringIn, _>(ctx.actor(), self.0.clone())?;
        let lines = ::imports::roster_lines_page(&ctx.conn(), &seen, fate, page).await?;
        Ok(connected(lines, RosterLineObject))
    }
}

/// A line of a roster, and what it does.
#[derive(Clone)]
pub struct RosterLineObject(RosterLine);

#[Object(name = "RosterLine")]
impl RosterLineObject {
    /// Where it stands in the file; the first line has the number 1.
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

    /// The role that it asks for.
    async fn role(&self) -> Option<Role> {
        self.0.role
    }

    /// What happens.
    async fn fate(&self) -> RosterFate {
        self.0.fate
    }

    /// Why a line is refused, in words; or why an account stays when the roster is taken back.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// The role that a member has, or had, before it changes.
    async fn role_before(&self) -> Option<Role> {
        self.0.role_before
    }

    /// Whom it names, if they have an account.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.person_id {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }
}
