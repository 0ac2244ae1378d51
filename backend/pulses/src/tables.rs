//! The tables this capability owns.
pub use answer::Model as Answer;
pub use asked::Model as Asked;
pub use link::Model as Link;
pub use pulse::Model as Pulse;
pub use question::Model as Question;

mod kinds;

pub use kinds::{AskedState, Barrier, Barriers, Cut, Options, PulseKind, QuestionKind, Spared};

pub mod pulse {
    use super::{Cut, PulseKind};
    use kernel::{CommunityId, PersonId, PulseId, SessionId};
    use prompts::Audience;
    use sea_orm::entity::prelude::*;

    /// One asking of some questions of some people.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PulseId,
        pub community_id: CommunityId,
        pub session_id: Option<SessionId>,
        /// The baseline that it repeats: itself, if it repeats none.
        pub series_id: PulseId,
        /// How many days after its baseline it asks again; 0 if it repeats none.
        pub wave: i32,
        pub kind: PulseKind,
        pub defined_by: PersonId,
        pub defined_at: DateTimeUtc,
        pub nonce: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub audience: Audience,
        pub cut: Option<Cut>,
        /// So many people stand at least behind whatever is shown.
        pub enough: i32,
        pub ask_at_most: Option<i32>,
        /// A name of the IANA time zone database: where its days are counted.
        pub zone: String,
        pub opens_at: DateTimeUtc,
        pub closes_at: DateTimeUtc,
        pub days_open: i32,
        /// So many days after its session it opens, if it follows one.
        pub days_after: Option<i32>,
        /// The last part of the open link of a reaction form. It is shown on a wall, so it is no secret.
        pub open_token: Option<String>,
        pub opened_at: Option<DateTimeUtc>,
        pub closed_at: Option<DateTimeUtc>,
        pub cancelled_at: Option<DateTimeUtc>,
        pub shared_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod question {
    use super::{Options, QuestionKind};
    use kernel::{PulseId, PulseQuestionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_question")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PulseQuestionId,
        pub pulse_id: PulseId,
        pub position: i32,
        pub kind: QuestionKind,
        /// The same in every wave.
        pub item: String,
        #[sea_orm(column_type = "Text")]
        pub words: String,
        pub options: Options,
        /// Whom or what it is about, if it is about one of several.
        #[sea_orm(column_type = "Text")]
        pub about: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod asked {
    use super::{AskedState, Spared};
    use kernel::{PersonId, PulseId, PulseResponseId};
    use sea_orm::entity::prelude::*;

    /// That somebody is asked, and whether they are done. Nothing of it says when they answered.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_asked")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PulseResponseId,
        pub pulse_id: PulseId,
        pub person_id: PersonId,
        pub state: AskedState,
        pub spared: Option<Spared>,
        /// When they are asked first, by their own clock; nothing if they are not.
        pub asked_at: Option<DateTimeUtc>,
        /// When they are to be told, or reminded, next.
        pub tell_at: Option<DateTimeUtc>,
        /// How often they were told.
        pub told: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod answer {
    use super::Barriers;
    use kernel::PulseQuestionId;
    use sea_orm::entity::prelude::*;

    /// What somebody answers to one question, under their pseudonym.
    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_answer")]
    pub struct Model {
        /// Chance alone.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub question_id: PulseQuestionId,
        pub pseudonym: Vec<u8>,
        /// The part of the cut that they belong to.
        #[sea_orm(column_type = "Text")]
        pub part: Option<String>,
        pub choice: Option<i32>,
        #[sea_orm(column_type = "Text")]
        pub text: String,
        pub barriers: Barriers,
    }

    /// Nothing of it: what is not shown is not logged either.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("Answer")
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod link {
    use kernel::{PersonId, PulseId, PulseLinkId};
    use sea_orm::entity::prelude::*;

    /// What a letter carries, to answer one pulse once as one person.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PulseLinkId,
        pub token_hash: Vec<u8>,
        pub pulse_id: PulseId,
        pub person_id: PersonId,
        pub expires_at: DateTimeUtc,
        pub used: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod seat {
    use kernel::PulseId;
    use sea_orm::entity::prelude::*;

    /// A browser that filled in an open form: it counts once.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_seat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub pulse_id: PulseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seat_hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod secret {
    use kernel::CommunityId;
    use sea_orm::entity::prelude::*;

    /// What the pseudonyms of a community are made with, until its last pulse has closed. Communities that
    /// run one program at a time have the same.
    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pulse_secret")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        pub secret: Vec<u8>,
    }

    /// Without the secret.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("Secret")
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
