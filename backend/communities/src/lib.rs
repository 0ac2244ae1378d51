//! Communities: cohorts and communities of practice, and who belongs to them.
//!
//! Invariants:
//! - a person belongs to a community once, with one role;
//! - a community that has had a facilitator keeps at least one;
//! - an archived community is read by its members, and changed by nobody until it is brought back;
//! - what members say and who they are is for members only; an administrator who wants to read
//!   becomes a member first, which is a fact in the log;
//! - an alumnus is an observer who knows what they were, and is it again if the cohort goes on;
//! - an invitation is kept only as the hash of its token.
mod calendar;
mod commands;
mod events;
mod jobs;
mod policy;
mod scope;
mod store;
mod tables;

pub use calendar::{DayOfWeek, DayUnit, WorkCalendar, WorkWeek, day_in, joined_late};
pub use commands::{
    Acceptance, Accepted, AcknowledgeNorms, AddMember, ArchiveCommunity, ChangeRole, CloneCohort,
    CreateCommunity, Holiday, InvitePerson, InvitePlaceholder, Invited, RemoveMember,
    RestoreCommunity, UpdateAlumniAccess, UpdateCalendar, UpdateCommunity, accept_invitation,
    admit, admit_all, invite_all, rearrange,
};
pub use events::{
    CalendarChanged, CohortEnded, CommunityArchived, CommunityChanged, CommunityCreated,
    CommunityRestored, InvitationAccepted, MemberChanged, MemberJoined, MemberRemoved,
    NormsAcknowledged, PersonInvited,
};
pub use jobs::{MailInvitation, end_cohorts, mint_invitation};
pub use policy::{
    ARCHIVED, CommunitySeen, Grow, Introduce, Lead, Manage, Moderate, PersonSeen, Read, See, allows,
};
pub use scope::{
    Standing, join_standing, readable_by, since_joining, standing_is_one_of, standing_of, standings,
};
pub use store::{
    InvitationSeen, MemberFilter, NewMember, calendar_of, communities_in_common,
    communities_visible_to, communities_with_norms_ahead, community_by_id, community_by_slug,
    community_seen, community_seen_by_slug, everybody_in, holidays_of, invitation_seen, is_member,
    leads_of, member_counts, members_among, members_by_handles, members_page, membership_seen,
    memberships_of, memberships_page, next_runs_of, people_beginning_with, person_seen,
    person_seen_by_handle, readable_community_ids, take_back_invitations,
};
pub use tables::{
    AlumniAccess, Community, CommunityKind, Invitation, Membership, Provenance, Role, community,
    membership,
};
