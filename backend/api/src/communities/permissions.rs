use ::communities::{Ask, CommunityKind, CommunitySeen, Lead, Manage, Moderate, allows};
use ::imports::BringIn;
use async_graphql::SimpleObject;
use kernel::{Actor, Policy};

/// What the viewer may do in a community.
#[derive(SimpleObject)]
pub struct CommunityPermissions {
    /// Change its name, purpose, norms and dates.
    edit: bool,
    /// Ask something of its members: check-ins, surveys, pre-work, feedback.
    ask: bool,
    /// Invite people by e-mail.
    invite: bool,
    /// Add and remove members, and give them roles.
    manage_members: bool,
    /// Open channels.
    create_channel: bool,
    /// Archive it, and bring it back.
    archive: bool,
    /// Found its next run.
    clone_cohort: bool,
    /// Bring in a roster.
    import_roster: bool,
    /// Keep the conversations of others in order.
    moderate: bool,
}

impl CommunityPermissions {
    pub fn of(seen: &CommunitySeen, actor: Actor) -> Self {
        let (manages, leads) = (may::<Manage>(seen, actor), may::<Lead>(seen, actor));
        Self {
            edit: manages,
            ask: may::<Ask>(seen, actor),
            invite: manages,
            manage_members: manages,
            create_channel: manages,
            archive: leads,
            clone_cohort: seen.community.kind == CommunityKind::Cohort && leads,
            import_roster: manages && may::<BringIn>(seen, actor),
            moderate: may::<Moderate>(seen, actor),
        }
    }
}

fn may<Action>(seen: &CommunitySeen, actor: Actor) -> bool
where
    CommunitySeen: Policy<Action>,
{
    allows::<Action, CommunitySeen>(actor, seen)
}
