//! The words that are stored.
use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

macro_rules! stored {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident),+ $(,)? })+) => {$(
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum, Serialize,
            Deserialize,
        )]
        #[sea_orm(
            rs_type = "String",
            db_type = "String(StringLen::None)",
            rename_all = "snake_case"
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$doc])* $word),+
        }
    )+};
}

stored! {
    /// How people come together.
    SessionFormat {
        /// In a room.
        Classroom,
        /// Over a video link.
        Virtual,
        /// In a room, mostly working.
        Workshop,
        /// Practising a skill at the equipment or with each other.
        SkillsLab,
    }

    /// Where a session stands in its life.
    SessionState {
        /// It is being planned; only those who plan and lead it see it.
        Draft,
        /// Everybody in the community sees it.
        Published,
        /// It goes on.
        Running,
        /// It is over.
        Closed,
        /// It does not take place.
        Cancelled,
    }

    /// What people do in a segment of the agenda.
    SegmentKind {
        /// Arriving, and what is ahead.
        Opening,
        /// Listening.
        Input,
        /// Watching how it is done.
        Demonstration,
        /// Talking with each other.
        Discussion,
        /// Working on a task.
        Exercise,
        /// Practising a conversation or a procedure in roles.
        RolePlay,
        /// Answering questions that show what was understood.
        Check,
        /// Resting.
        Break,
        /// Looking back, and what comes next.
        Closing,
    }

    /// From when on learners see a material.
    MaterialShown {
        /// As soon as they see the session.
        Always,
        /// From the start of the session.
        FromStart,
        /// From its end.
        AfterEnd,
    }

    /// Whether somebody was there.
    AttendanceState {
        /// From the beginning to the end.
        Present,
        /// Came after the beginning.
        Late,
        /// Went before the end.
        LeftEarly,
        /// Was not there.
        Absent,
        /// Was not there, and had said so.
        Excused,
    }

    /// Who or what says so.
    AttendanceSource {
        /// Somebody who leads the session.
        Instructor,
        /// The person, with the code that was shown.
        CheckIn,
        /// A list from elsewhere.
        Import,
        /// It belongs to the demo.
        Demo,
    }
}

impl SegmentKind {
    /// Whether people do more than listen and watch.
    pub fn interactive(self) -> bool {
        matches!(
            self,
            Self::Discussion | Self::Exercise | Self::RolePlay | Self::Check
        )
    }

    /// Whether an objective is practised in it, not only spoken of.
    pub fn practises(self) -> bool {
        matches!(self, Self::Exercise | Self::RolePlay)
    }
}

impl AttendanceState {
    /// Whether they were there, for some of it at least.
    pub fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }

    /// Of what stands for two parts, what is more: who was there for some of it was there.
    #[must_use]
    pub fn or_more(self, other: Self) -> Self {
        let rank = |state| match state {
            Self::Present => 4,
            Self::Late => 3,
            Self::LeftEarly => 2,
            Self::Excused => 1,
            Self::Absent => 0,
        };
        match rank(other) > rank(self) {
            true => other,
            false => self,
        }
    }
}
