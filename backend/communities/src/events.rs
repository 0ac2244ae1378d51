//! What communities tell.
use crate::Role;
use chrono::{DateTime, Utc};
use kernel::{Change, CommunityId, Event, InvitationId, MembershipId, MuteId, PersonId, Place};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityCreated {
    pub community: CommunityId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityChanged {
    pub community: CommunityId,
    #[serde(default, flatten)]
    pub change: Change,
}

/// From now on it is read, and not changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityArchived {
    pub community: CommunityId,
}

/// An archived community was brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityRestored {
    pub community: CommunityId,
}

/// It works on other days, or by another clock: what is due by its calendar moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarChanged {
    pub community: CommunityId,
    #[serde(default, flatten)]
    pub change: Change,
}

/// A cohort's last day is over: its members are alumni from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortEnded {
    pub community: CommunityId,
}

/// Somebody was asked in. The address stays in the invitation: the log is for ever, and an invitation
/// is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonInvited {
    pub community: CommunityId,
    pub invitation: InvitationId,
    pub role: Role,
}

/// An invitation was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationWithdrawn {
    pub community: CommunityId,
    pub invitation: InvitationId,
    pub role: Role,
}

/// Somebody came by an invitation. Who was a member before stays what they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationAccepted {
    pub community: CommunityId,
    pub invitation: InvitationId,
    pub person: PersonId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberJoined {
    pub community: CommunityId,
    pub membership: MembershipId,
    pub person: PersonId,
    pub role: Role,
}

/// A member has another role now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberChanged {
    pub community: CommunityId,
    pub membership: MembershipId,
    pub person: PersonId,
    pub role: Role,
    /// The role before.
    #[serde(default)]
    pub was: Option<Role>,
}

/// A member left or was removed: from now on the person hears nothing of this community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRemoved {
    pub community: CommunityId,
    pub membership: MembershipId,
    pub person: PersonId,
    /// What they were.
    #[serde(default)]
    pub was: Option<Role>,
}

/// A member reads and does not write for a time. Everybody else need not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberMuted {
    pub community: CommunityId,
    pub person: PersonId,
    pub mute: MuteId,
    #[serde(default)]
    pub until: Option<DateTime<Utc>>,
    #[serde(default)]
    pub reason: Option<String>,
}

/// A member writes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberUnmuted {
    pub community: CommunityId,
    pub person: PersonId,
    pub mute: MuteId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NormsAcknowledged {
    pub community: CommunityId,
    pub membership: MembershipId,
    pub person: PersonId,
}

macro_rules! of_a_community {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = true;

            fn place(&self) -> Place {
                Place::community(self.community)
            }
        }
    )+};
}

of_a_community! {
    CommunityCreated "communities.community_created",
    CommunityChanged "communities.community_changed",
    CommunityArchived "communities.community_archived",
    CommunityRestored "communities.community_restored",
    CalendarChanged "communities.calendar_changed",
    CohortEnded "communities.cohort_ended",
    PersonInvited "communities.person_invited",
    InvitationAccepted "communities.invitation_accepted",
    InvitationWithdrawn "communities.invitation_withdrawn",
    MemberJoined "communities.member_joined",
    MemberChanged "communities.member_changed",
    MemberRemoved "communities.member_removed",
}

macro_rules! of_a_member {
    (keeps_origin: $keeps:literal; $($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = $keeps;

            fn place(&self) -> Place {
                Place::community(self.community).only_for(self.person)
            }
        }
    )+};
}

of_a_member! {
    keeps_origin: true;
    MemberMuted "communities.member_muted",
    MemberUnmuted "communities.member_unmuted",
}

of_a_member! {
    keeps_origin: false;
    NormsAcknowledged "communities.norms_acknowledged",
}
