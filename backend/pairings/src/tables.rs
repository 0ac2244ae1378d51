//! The tables of pairings.
pub use commitment::Model as Commitment;
pub use kept::{KeptProblem, KeptRules, Left, Lefts, Reason, Reasons, RulesBroken, Words};
pub use kinds::{CommitmentOutcome, MetAnswer, PairRole, RoundStage, RoundState};
pub use pair::Model as Pair;
pub use pair_member::Model as PairMember;
pub use plan::Model as Plan;
pub use profile::Model as Profile;
pub use round::Model as Round;

/// How a recurrence of so many weeks begins.
pub(crate) const EVERY_WEEKS: &str = "FREQ=WEEKLY;INTERVAL=";

mod kinds;

mod kept {
    use crate::{ReasonKind, Rule, Rules, UnpairedReason};
    use kernel::{ObjectiveId, PersonId};
    use sea_orm::FromJsonQueryResult;
    use serde::{Deserialize, Serialize};

    /// The rules of a round, as they are stored.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct KeptRules(pub Rules);

    /// Why no proposal came out of a round, or none in the place of the one that stands.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct KeptProblem {
        pub field: String,
        pub message: String,
        pub hint: Option<String>,
    }

    /// Why some people are together, in numbers and ids.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Reason {
        pub kind: ReasonKind,
        pub minutes: Option<u32>,
        pub objective: Option<ObjectiveId>,
        pub person: Option<PersonId>,
        pub text: Option<String>,
        pub count: Option<u32>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct Reasons(pub Vec<Reason>);

    /// Who has nobody, why, and what would help.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Left {
        pub person: PersonId,
        pub reason: UnpairedReason,
        pub rule: Option<Rule>,
        pub to: Option<u32>,
        pub with: Vec<PersonId>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct Lefts(pub Vec<Left>);

    /// Rules that people who were put together by hand break.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct RulesBroken(pub Vec<Rule>);

    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    #[serde(transparent)]
    pub struct Words(pub Vec<String>);
}

pub mod round {
    use super::{KeptProblem, KeptRules, Lefts, RoundStage, RoundState};
    use kernel::{CommunityId, PairingRoundId, PersonId, SessionId};
    use sea_orm::entity::prelude::*;

    /// Once that people of a community are put together.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairing_round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PairingRoundId,
        pub community_id: CommunityId,
        /// 1 for the first of the community.
        pub number: i32,
        pub state: RoundState,
        pub rules: KeptRules,
        /// While it is solved: the rules of the proposal that stands until then; nothing where none does.
        pub stood_by: Option<KeptRules>,
        pub starts_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        pub proposed_by: Option<PersonId>,
        pub created_at: DateTimeUtc,
        pub published_at: Option<DateTimeUtc>,
        /// Since when it is ended or cancelled.
        pub over_at: Option<DateTimeUtc>,
        /// Each change of who is with whom takes the next.
        pub version: i32,
        pub stage: RoundStage,
        pub percent: i32,
        pub problem: Option<KeptProblem>,
        pub unpaired: Lefts,
        pub weight: i64,
        pub bound: i64,
        pub repeats: i32,
        pub meetings: i32,
        #[sea_orm(column_type = "Text")]
        pub message_html: Option<String>,
        /// Whether it is published as soon as it is solved.
        pub publishes: bool,
        /// When a proposal is published by itself, if nobody did so before or took it back.
        pub publishes_at: Option<DateTimeUtc>,
        /// The session that it follows, if a step of a journey began it for one; wherever that moves to.
        pub session_id: Option<SessionId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod plan {
    use super::KeptRules;
    use kernel::{CommunityId, PairingPlanId, PersonId};
    use sea_orm::entity::prelude::*;

    /// Rounds of a community that begin by themselves.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairing_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PairingPlanId,
        pub community_id: CommunityId,
        #[sea_orm(column_type = "Text")]
        pub rrule: String,
        /// What the recurrence counts from, by the clocks of its zone.
        pub series_start: DateTimeUtc,
        pub zone: String,
        /// Which of the recurrence comes next, and when; nothing after the last.
        pub number: i32,
        pub next_at: Option<DateTimeUtc>,
        /// How long each round takes.
        pub weeks: i32,
        pub rules: KeptRules,
        /// Whether a round is published without somebody looking at it.
        pub publishes: bool,
        pub set_by: Option<PersonId>,
        pub set_at: DateTimeUtc,
    }

    impl Model {
        /// How many weeks lie between two rounds, where that is all the recurrence says.
        pub fn every_weeks(&self) -> Option<i32> {
            self.rrule.strip_prefix(super::EVERY_WEEKS)?.parse().ok()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pair {
    use super::{Reasons, RulesBroken};
    use kernel::{ChannelId, CommunityId, PairId, PairingRoundId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// People who are together in a round.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pair")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PairId,
        pub community_id: CommunityId,
        pub round_id: PairingRoundId,
        /// The community of their own in which they talk, once they are published.
        pub room_id: Option<CommunityId>,
        pub channel_id: Option<ChannelId>,
        /// Their conversation, once somebody began it.
        pub thread_id: Option<ThreadId>,
        pub starts_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        pub published_at: Option<DateTimeUtc>,
        pub ended_at: Option<DateTimeUtc>,
        /// Whether a new solution leaves it alone.
        pub locked: bool,
        pub reasons: Reasons,
        pub broken: RulesBroken,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pair_member {
    use super::{MetAnswer, PairRole};
    use kernel::{PairId, PersonId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pair_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub pair_id: PairId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub role: PairRole,
        /// Since when, for who came while the others were together already.
        pub joined_at: Option<DateTimeUtc>,
        pub left_at: Option<DateTimeUtc>,
        /// When they last nudged the others.
        pub nudged_at: Option<DateTimeUtc>,
        /// When they were asked whether they met.
        pub asked_at: Option<DateTimeUtc>,
        /// What they answered to: did you meet?
        pub met: Option<MetAnswer>,
        #[sea_orm(column_type = "Text")]
        pub met_note: Option<String>,
        pub met_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod commitment {
    use super::CommitmentOutcome;
    use kernel::{CommitmentId, PairId, PersonId};
    use sea_orm::entity::prelude::*;

    /// What somebody means to do until a day, told to those they are with.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "commitment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommitmentId,
        pub pair_id: PairId,
        pub person_id: PersonId,
        #[sea_orm(column_type = "Text")]
        pub words: String,
        pub due_on: Date,
        pub made_at: DateTimeUtc,
        pub outcome: CommitmentOutcome,
        #[sea_orm(column_type = "Text")]
        pub reason: Option<String>,
        pub settled_at: Option<DateTimeUtc>,
        pub nonce: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod profile {
    use super::{PairRole, Words};
    use kernel::{CommunityId, PersonId};
    use sea_orm::entity::prelude::*;

    /// What somebody says of themself for pairing in a community.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairing_profile")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub opted_out: bool,
        pub snoozed_until: Option<Date>,
        /// Since when they are paused after silent rounds.
        pub paused_at: Option<DateTimeUtc>,
        pub languages: Words,
        /// Minutes since midnight in their own zone; what ends no later than it begins ends on the next day.
        pub works_from: i32,
        pub works_to: i32,
        pub team: Option<String>,
        pub site: Option<String>,
        pub level: Option<String>,
        pub goal: Option<String>,
        pub manager_id: Option<PersonId>,
        pub role: PairRole,
        pub capacity: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod rating {
    use kernel::{CommunityId, ObjectiveId, PersonId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairing_rating")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
        pub rating: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod apart {
    use kernel::{CommunityId, PersonId};
    use sea_orm::entity::prelude::*;

    /// Somebody does not want to be with another. Nobody else reads it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairing_apart")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub other_id: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
