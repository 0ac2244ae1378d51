//! What was done everywhere, for whom whoever operates the platform named to look into it.
use super::ModerationActObject;
use crate::communities::name_of;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::moderation::{Act, AuditFilter, WholeLog};
use async_graphql::{Context, Object};
use kernel::{First, Result, permit};

/// Whether the server was told that the viewer may.
pub fn is_auditor(ctx: &Context<'_>) -> bool {
    let viewer = ctx.sign_in().map(|(_, viewer)| viewer);
    let address = viewer.and_then(|viewer| viewer.email.as_deref());
    ::misconceptions::is_auditor(address, &ctx.app().settings.auditors)
}

/// Something that was done, as an auditor reads it.
pub struct AuditedAct(pub Act);

#[Object]
impl AuditedAct {
    /// What was done, by whom and why. What the viewer may not read, as a conversation, is left out.
    async fn act(&self) -> ModerationActObject {
        ModerationActObject(self.0.clone())
    }

    /// The community in which it was done, by name; nothing where it concerns the whole organisation.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        match self.0.community_id {
            Some(community) => name_of(ctx, community).await,
            None => Ok(None),
        }
    }
}

#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// What moderators and administrators did everywhere, the latest first. For auditors.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn audit(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: AuditFilter,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<AuditedAct>> {
        let whole = WholeLog {
            is_auditor: is_auditor(ctx),
        };
        let leave = permit(ctx.signed_in()?, whole)?;
        let page = (First::parse(first)?, after.as_deref());
        let acts = ::moderation::audit_page(&ctx.conn(), &leave, &filter, page).await?;
        Ok(connected(acts, AuditedAct))
    }

    /// Who did anything that stands in that log, by name. For auditors.
    #[graphql(complexity = "100 * child_complexity")]
    async fn audited_people(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let whole = WholeLog {
            is_auditor: is_auditor(ctx),
        };
        let leave = permit(ctx.signed_in()?, whole)?;
        let ids = ::moderation::people_of_log(&ctx.conn(), &leave).await?;
        let people = ctx.loaders().people.load_many(ids).await.map_err(failed)?;
        let mut people: Vec<_> = people.into_values().collect();
        people.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Ok(people.into_iter().map(PersonObject).collect())
    }
}
