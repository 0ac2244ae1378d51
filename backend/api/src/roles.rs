//! What who may do, as a table that the policies themselves fill in: each is asked for somebody in each role. Nothing
//! is written here of what they answer.
use crate::context::Asked;
use ::channels::{Channel, ChannelKind, ChannelSeen, Premoderation};
use ::communities::{
    AlumniAccess, Community, CommunityKind, CommunitySeen, MemberSeen, Membership, Provenance,
    Role, Standing,
};
use ::identity::{OverseePeople, Person};
use ::misconceptions::Ledger;
use ::sessions::{Program, ProgramSeen};
use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CommunityId, Error, Id, Organisation, Parts, Permit, PersonId, Policy, Result, permit,
};

/// Somebody who may do something, by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Holder {
    /// Is signed in, and belongs to another community.
    Elsewhere,
    /// Reads there, and does not write.
    Observer,
    /// Takes part there.
    Learner,
    /// Takes part there as somebody who knows the subject well.
    Expert,
    /// Keeps order there.
    Moderator,
    /// Leads there.
    Facilitator,
    /// Looks after the whole organisation, and is no member there.
    Administrator,
    /// Looks into what was done everywhere.
    Auditor,
}

const HOLDERS: [Holder; 8] = [
    Holder::Elsewhere,
    Holder::Observer,
    Holder::Learner,
    Holder::Expert,
    Holder::Moderator,
    Holder::Facilitator,
    Holder::Administrator,
    Holder::Auditor,
];

/// How far something reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PermissionScope {
    /// Everything there is.
    Organisation,
    /// A program, and every cohort that runs it.
    Program,
    /// One community.
    Community,
}

/// Something that somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PermissionAct {
    /// See every account.
    OverseePeople,
    /// Make somebody else administrator, and take that away.
    Appoint,
    /// Keep somebody else out.
    Suspend,
    /// Take the second factor off somebody else.
    ResetFactor,
    /// Found a community.
    Found,
    /// Say how people sign in from elsewhere.
    KeepProviders,
    /// See and revoke every token.
    OverseeTokens,
    /// See which letters went out.
    ReadOutbox,
    /// Read the audit log.
    ReadAuditLog,
    /// Look into who read what was corrected.
    AuditReaders,
    /// Read a program.
    ReadProgram,
    /// Write a program.
    WriteProgram,
    /// Know that a community exists.
    See,
    /// Read what is said in it, and who belongs to it.
    Read,
    /// Write in its channels.
    Write,
    /// Keep the conversations of others in order.
    Moderate,
    /// Keep a learner from writing for a time.
    Silence,
    /// Open and change its channels.
    KeepChannels,
    /// Edit its page, invite, and give roles.
    Manage,
    /// Ask something of its members.
    Ask,
    /// Archive it, and remove members.
    Lead,
    /// Bring in a roster.
    BringIn,
}

/// Something that may be done, and by whom.
#[derive(SimpleObject)]
pub struct RolePermission {
    /// What.
    act: PermissionAct,
    /// How far it reaches.
    scope: PermissionScope,
    /// Who may, by what they are.
    allowed_to: Vec<Holder>,
}

/// One of each that a policy is asked about.
struct Imagined {
    asker: PersonId,
    other: Person,
    community: Community,
    channel: Channel,
    program: Program,
    now: DateTime<Utc>,
}

impl Imagined {
    fn new(parts: &Parts, viewer: &Person) -> Self {
        let now = parts.clock.now();
        let community = an_open_cohort(parts, now);
        Self {
            asker: id(parts, now),
            other: Person {
                id: id(parts, now),
                suspended_at: None,
                placeholder_of: None,
                ..viewer.clone()
            },
            channel: Channel {
                id: id(parts, now),
                community_id: community.id,
                slug: String::new(),
                name: String::new(),
                purpose: String::new(),
                kind: ChannelKind::Mixed,
                position: 1,
                created_at: now,
                archived_at: None,
                premoderation: Premoderation::Off,
                high_stakes_tags: serde_json::json!([]),
            },
            program: Program {
                id: id(parts, now),
                slug: String::new(),
                title: String::new(),
                summary: String::new(),
                created_at: now,
            },
            community,
            now,
        }
    }

    fn actor(&self, holder: Holder) -> Actor {
        match holder {
            Holder::Administrator => Actor::Administrator(self.asker),
            _ => Actor::Person(self.asker),
        }
    }

    fn membership(&self, parts: &Parts, (person, role): (PersonId, Role)) -> Membership {
        Membership {
            id: id(parts, self.now),
            community_id: self.community.id,
            person_id: person,
            role,
            provenance: Provenance::Person,
            joined_at: self.now,
            norms_acknowledged_at: None,
            former_role: None,
            muted_until: None,
            granted_by_id: None,
        }
    }

    /// The community as somebody who is this sees it.
    fn place(&self, parts: &Parts, holder: Holder) -> CommunitySeen {
        let membership = role_of(holder).map(|role| self.membership(parts, (self.asker, role)));
        CommunitySeen {
            community: self.community.clone(),
            membership,
        }
    }

    fn channel_of(&self, holder: Holder) -> ChannelSeen {
        let standing = role_of(holder).map(|role| Standing {
            role,
            since: self.now,
            archived_at: None,
            muted_until: None,
        });
        ChannelSeen {
            channel: self.channel.clone(),
            standing,
        }
    }

    fn program_of(&self, holder: Holder) -> ProgramSeen {
        ProgramSeen {
            program: self.program.clone(),
            facilitates: holder == Holder::Facilitator,
            takes_part: role_of(holder).is_some(),
        }
    }
}

fn role_of(holder: Holder) -> Option<Role> {
    match holder {
        Holder::Observer => Some(Role::Observer),
        Holder::Learner => Some(Role::Learner),
        Holder::Expert => Some(Role::Expert),
        Holder::Moderator => Some(Role::Moderator),
        Holder::Facilitator => Some(Role::Facilitator),
        Holder::Elsewhere | Holder::Administrator | Holder::Auditor => None,
    }
}

fn id<I: Id>(parts: &Parts, now: DateTime<Utc>) -> I {
    I::mint(now, &*parts.entropy)
}

fn an_open_cohort(parts: &Parts, now: DateTime<Utc>) -> Community {
    let id: CommunityId = id(parts, now);
    Community {
        id,
        slug: String::new(),
        kind: CommunityKind::Cohort,
        name: String::new(),
        purpose: String::new(),
        norms: String::new(),
        norms_html: String::new(),
        zone: "UTC".to_owned(),
        starts_on: None,
        ends_on: None,
        created_at: now,
        archived_at: None,
        work_week: 0,
        alumni_access: AlumniAccess::Write,
        alumni_community_id: None,
        ended_at: None,
        cloned_from: None,
        nameless_questions: false,
        answer_promise_hours: None,
    }
}

/// The rows of the table, in their order.
const ROWS: [(PermissionScope, &[PermissionAct]); 3] = [
    (
        PermissionScope::Community,
        &[
            PermissionAct::See,
            PermissionAct::Read,
            PermissionAct::Write,
            PermissionAct::Moderate,
            PermissionAct::Silence,
            PermissionAct::KeepChannels,
            PermissionAct::Manage,
            PermissionAct::Ask,
            PermissionAct::Lead,
            PermissionAct::BringIn,
        ],
    ),
    (
        PermissionScope::Program,
        &[PermissionAct::ReadProgram, PermissionAct::WriteProgram],
    ),
    (
        PermissionScope::Organisation,
        &[
            PermissionAct::Found,
            PermissionAct::OverseePeople,
            PermissionAct::Appoint,
            PermissionAct::Suspend,
            PermissionAct::ResetFactor,
            PermissionAct::KeepProviders,
            PermissionAct::OverseeTokens,
            PermissionAct::ReadOutbox,
            PermissionAct::ReadAuditLog,
            PermissionAct::AuditReaders,
        ],
    ),
];

fn may<Action, Subject: Policy<Action>>(actor: Actor, subject: &Subject) -> bool {
    ::communities::allows::<Action, Subject>(actor, subject)
}

/// Asks the policy of an act.
fn is_allowed(it: &Imagined, parts: &Parts, (act, holder): (PermissionAct, Holder)) -> bool {
    use PermissionAct as Act;
    let actor = it.actor(holder);
    let place = it.place(parts, holder);
    match act {
        Act::OverseePeople => may::<OverseePeople, _>(actor, &Organisation),
        Act::Appoint => may::<::identity::Appoint, _>(actor, &it.other),
        Act::Suspend => may::<::identity::Suspend, _>(actor, &it.other),
        Act::ResetFactor => may::<::identity::ResetFactor, _>(actor, &it.other),
        Act::Found => may::<::communities::Found, _>(actor, &Organisation),
        Act::KeepProviders => may::<::sso::KeepProviders, _>(actor, &Organisation),
        Act::OverseeTokens => may::<::identity::OverseeTokens, _>(actor, &Organisation),
        Act::ReadOutbox => may::<::notifications::ReadOutbox, _>(actor, &Organisation),
        Act::ReadAuditLog => may::<::audit::ReadAuditLog, _>(actor, &Organisation),
        Act::AuditReaders => {
            let is_auditor = holder == Holder::Auditor;
            may::<::misconceptions::Audit, _>(actor, &Ledger { is_auditor })
        }
        Act::ReadProgram => may::<::sessions::See, _>(actor, &it.program_of(holder)),
        Act::WriteProgram => may::<::sessions::Write, _>(actor, &it.program_of(holder)),
        Act::See => may::<::communities::See, _>(actor, &place),
        Act::Read => may::<::communities::Read, _>(actor, &place),
        Act::Write => may::<::channels::Write, _>(actor, &it.channel_of(holder)),
        Act::Moderate => may::<::communities::Moderate, _>(actor, &place),
        Act::Silence => {
            let membership = it.membership(parts, (it.other.id, Role::Learner));
            let seen = MemberSeen {
                membership,
                community: place,
            };
            may::<::communities::Silence, _>(actor, &seen)
        }
        Act::KeepChannels => may::<::channels::Edit, _>(actor, &it.channel_of(holder)),
        Act::Manage => may::<::communities::Manage, _>(actor, &place),
        Act::Ask => may::<::communities::Ask, _>(actor, &place),
        Act::Lead => may::<::communities::Lead, _>(actor, &place),
        Act::BringIn => may::<::imports::BringIn, _>(actor, &place),
    }
}

#[derive(Default)]
pub struct RolesQuery;

#[Object]
impl RolesQuery {
    /// What who may do, as the platform decides it now. For administrators.
    async fn role_permissions(&self, ctx: &Context<'_>) -> Result<Vec<RolePermission>> {
        let _: Permit<OverseePeople, Organisation> = permit(ctx.signed_in()?, Organisation)?;
        let viewer = ctx.viewer().ok_or(Error::SignInFirst)?;
        let parts = ctx.db().parts();
        let it = Imagined::new(parts, viewer);
        let row = |scope, act| RolePermission {
            act,
            scope,
            allowed_to: HOLDERS
                .into_iter()
                .filter(|holder| is_allowed(&it, parts, (act, *holder)))
                .collect(),
        };
        let rows = ROWS
            .into_iter()
            .flat_map(|(scope, acts)| acts.iter().map(move |act| (scope, *act)));
        Ok(rows.map(|(scope, act)| row(scope, act)).collect())
    }
}
