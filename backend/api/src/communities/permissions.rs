use async_graphql::SimpleObject;

/// What the viewer may do in a community.
#[derive(SimpleObject)]
pub struct CommunityPermissions {
    /// Change its name, purpose, norms and dates.
    pub(super) edit: bool,
    /// Invite people by e-mail.
    pub(super) invite: bool,
    /// Add and remove members, and give them roles.
    pub(super) manage_members: bool,
    /// Open channels.
    pub(super) create_channel: bool,
    /// Archive it, and bring it back.
    pub(super) archive: bool,
    /// Found its next run.
    pub(super) clone_cohort: bool,
    /// Bring in a roster.
    pub(super) import_roster: bool,
    /// Keep the conversations of others in order.
    pub(super) moderate: bool,
}
