//! Communities: cohorts and communities of practice, and who belongs to them.
//!
//! Invariants:
//! - a person belongs to a community once, with one role;
//! - a community that has had a facilitator keeps at least one;
//! - an archived community is read by its members, and changed by nobody until it is brought back;
//! - what members say and who they are is for members only; an administrator who wants to read
//!   becomes a member first, which is a fact in the log;
//! - an alumnus is an observer who knows what they were, and is it again if the cohort goes on;
//! - who is muted stays a member and reads; the mute outlasts leaving and coming back, and ends by itself;
//! - the room of a pair is for its people alone, and no list of communities names it;
//! - an invitation is kept only as the hash of its token.
mod calendar;
mod commands;
mod events;
mod held;
mod hours;
mod jobs;
mod policy;
mod recurrence;
mod scope;
mod store;
mod tables;

pub use calendar::{DayOfWeek, DayUnit, WorkCalendar, WorkWeek, day_in, joined_late};
pub use commands::{
    Acceptance, Accepted, AcknowledgeNorms, AddMember, ArchiveCommunity, ChangeRole, CloneCohort,
    CreateCommunity, Holiday, InvitePerson, InvitePlaceholder, Invited, MutePerson, RemoveMember,
    RestoreCommunity, SendInvitationAgain, UnmutePerson, UpdateAlumniAccess, UpdateCalendar,
    UpdateCommunity, WithdrawInvitation, accept_invitation, admit, admit_all, close_room, end_mute,
    enter_room, invite_all, leave_room, open_room, rearrange,
};
pub use events::{
    CalendarChanged, CohortEnded, CommunityArchived, CommunityChanged, CommunityCreated,
    CommunityRestored, InvitationAccepted, InvitationWithdrawn, MemberChanged, MemberJoined,
    MemberMuted, MemberRemoved, MemberUnmuted, NormsAcknowledged, PersonInvited,
};
pub use held::held;
pub use hours::WorkHours;
pub use jobs::{MailInvitation, end_cohorts, lift_mutes, mint_invitation};
pub use policy::{
    ARCHIVED, Ask, CommunitySeen, Found, Grow, Introduce, Lead, Manage, MemberSeen, Moderate,
    Oversee, PersonSeen, Read, See, Silence, allows, muted, steps_in, unless_archived,
};
pub use recurrence::{Often, occurrences};
pub use scope::{
    Standing, join_standing, overseen_by, readable_by, since_joining, standing_is_one_of,
    standing_of, standings,
};
pub use store::{
    AccountFilter, AccountState, InvitationSeen, MemberFilter, NewMember, OrganisationRole,
    account_by_id, accounts_page, answer_promises, calendar_of, communities_in_common,
    communities_of_people, communities_open, communities_visible_to, communities_with_norms_ahead,
    community_by_id, community_by_slug, community_seen, community_seen_by_slug, everybody_in,
    fellows_by_ids, holidays_of, invitation_seen, is_member, leads_of, member_counts,
    members_among, members_by_handles, members_page, membership_seen, memberships_of,
    memberships_of_people, memberships_page, mute_by_id, mutes_in, mutes_of, next_runs_of,
    open_invitations_page, open_invitations_to, openly_invited, people_beginning_with,
    people_in_roles, person_seen, person_seen_by_handle, readable_communities,
    readable_community_ids, rests, rooms_among, take_back_invitations,
};
pub use tables::{
    AlumniAccess, Community, CommunityKind, Invitation, Membership, Mute, Provenance, Role,
    community, membership,
};
