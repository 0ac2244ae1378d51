//! The words that the tables store.
use async_graphql::Enum;
use kernel::{ChannelId, ClaimMatchId, FlagId, MisconceptionId, PostId};
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

macro_rules! stored {
    ($($(#[$doc:meta])* $name:ident $graphql:literal { $($(#[$of:meta])* $word:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Enum,
            EnumIter, DeriveActiveEnum,
        )]
        #[sea_orm(
            rs_type = "String",
            db_type = "String(StringLen::None)",
            rename_all = "snake_case"
        )]
        #[serde(rename_all = "snake_case")]
        #[graphql(name = $graphql)]
        pub enum $name { $($(#[$of])* $word),+ }
    )+};
}

stored! {
    /// What is wrong with a post.
    FlagReason "FlagReason" {
        /// It is not so.
        FactuallyWrong,
        /// It was so once.
        OutOfDate,
        /// Who does as it says may harm somebody.
        UnsafePractice,
        /// It does not belong here.
        OffTopic,
        /// It hurts somebody.
        Unkind,
        /// It sells something.
        Spam,
        /// As the note says.
        Other,
    }
    /// What became of a flag.
    FlagState "FlagState" {
        /// It waits for a moderator.
        Open,
        /// Something was done about it.
        ActedOn,
        /// The post stays as it is.
        Declined,
        /// Who raised it took it back.
        Withdrawn,
    }
    /// The part of the queue in which something waits.
    Tab "ModerationTab" {
        /// Questions that nobody answered.
        Unanswered,
        /// What nobody has looked at yet.
        ToCheck,
        /// What somebody complained of.
        Reported,
    }
    /// Why something waits for a moderator.
    Reason "ModerationReason" {
        /// A question, and nobody answered it.
        Unanswered,
        /// It is shown to nobody until a moderator approves it.
        Held,
        /// The first thing that its author wrote in the community.
        FirstPost,
        /// An answer to a question in which no answer is marked.
        NewAnswer,
        /// An answer where a misconception stands.
        AnswerNearMisconception,
        /// It resembles a misconception.
        ResemblesMisconception,
        /// Somebody flagged it.
        Flagged,
        /// It was verified, and is to be looked at again.
        ReviewDue,
        /// Somebody asks that a decision is looked at again.
        Appeal,
    }
    /// What a moderator decides about something that waits.
    Decision "ModerationDecision" {
        /// The answer is right.
        Verify,
        /// It holds a misconception, which is to be corrected.
        Correct,
        /// The words are changed.
        Edit,
        /// The conversation belongs elsewhere.
        Move,
        /// The author is asked something.
        AskAuthor,
        /// The words are withheld.
        Hide,
        /// It is shown to everybody.
        Approve,
        /// It stays as it is.
        Nothing,
    }
    /// What was done, as the log of moderators calls it.
    ActKind "ModerationActKind" {
        /// An answer was said to be right.
        Verified,
        /// A misconception was found.
        Corrected,
        /// Words were changed.
        Edited,
        /// A conversation was moved.
        Moved,
        /// An author was asked something.
        AskedAuthor,
        /// Words were withheld.
        Hid,
        /// A post was let out.
        Approved,
        /// Something stayed as it was.
        Left,
        /// A member was muted.
        Muted,
        /// A mute was ended.
        Unmuted,
        /// A person was kept out of the organisation.
        Suspended,
        /// A person was let in again.
        Restored,
        /// An appeal was right.
        AppealUpheld,
        /// An appeal was declined.
        AppealDeclined,
        /// Who asked without a name was told to a moderator.
        RevealedAsker,
        /// An auditor was told who read what was corrected.
        AuditedReaders,
        /// A post of somebody else was deleted.
        DeletedPost,
        /// A conversation was locked.
        Locked,
        /// A conversation was opened again.
        Unlocked,
        /// A conversation of somebody else was given another title, or other tags.
        Retitled,
        /// A discussion was made a question, or the other way round; an answer a comment, or the other way.
        Converted,
        /// Posts began a conversation of their own.
        Split,
        /// A conversation was put into another.
        Merged,
        /// A question was said to have been asked before.
        ClosedAsDuplicate,
        /// A question of somebody else is asked again.
        Reopened,
        /// Nobody stands behind an answer any more.
        Unverified,
        /// An answer or a resource was said to hold still.
        FoundStillTrue,
        /// An answer or a resource was said to hold no more, or to hold after all.
        MarkedObsolete,
    }
    /// Whom a decision concerns.
    Party "ConcernedParty" {
        /// Who wrote the post.
        Author,
        /// Who flagged it.
        Flagger,
        /// Who asked the question.
        Asker,
        /// Everybody who reads the conversation.
        Everybody,
        /// No one.
        Nobody,
    }
    /// What somebody is told of what moderators decided. The words are made where they are shown.
    Message "ModerationMessage" {
        /// Their answer was verified.
        AnswerVerified,
        /// Their post, which waited, is shown to everybody.
        PostApproved,
        /// A moderator changed their post.
        PostEdited,
        /// The conversation went to another channel.
        PostMoved,
        /// A moderator withholds the words.
        PostHidden,
        /// A moderator asks them something about their post.
        AuthorAsked,
        /// Something was done about what they flagged.
        FlagActedOn,
        /// What they flagged stays as it is.
        FlagDeclined,
        /// They read in a community, and do not write for a time.
        Muted,
        /// They write again.
        Unmuted,
        /// Their appeal was right: what it was against is taken back.
        AppealUpheld,
        /// Their appeal changes nothing.
        AppealDeclined,
    }
}

/// Each reason once, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Reasons(Vec<Reason>);

impl Reasons {
    pub fn contains(&self, reason: Reason) -> bool {
        self.0.contains(&reason)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn as_slice(&self) -> &[Reason] {
        &self.0
    }

    /// These and those.
    #[must_use]
    pub fn with(&self, more: &Self) -> Self {
        self.0.iter().chain(&more.0).copied().collect()
    }
}

impl FromIterator<Reason> for Reasons {
    fn from_iter<I: IntoIterator<Item = Reason>>(reasons: I) -> Self {
        let mut reasons: Vec<Reason> = reasons.into_iter().collect();
        reasons.sort_unstable();
        reasons.dedup();
        Self(reasons)
    }
}

impl Reason {
    /// Whether looking at it once is enough: the others end when what they tell of does.
    pub fn is_checked_once(self) -> bool {
        match self {
            Self::FirstPost | Self::NewAnswer | Self::AnswerNearMisconception => true,
            Self::Unanswered
            | Self::Held
            | Self::ResemblesMisconception
            | Self::Flagged
            | Self::ReviewDue
            | Self::Appeal => false,
        }
    }
}

impl Decision {
    /// What the log calls it.
    pub fn act(self) -> ActKind {
        match self {
            Self::Verify => ActKind::Verified,
            Self::Correct => ActKind::Corrected,
            Self::Edit => ActKind::Edited,
            Self::Move => ActKind::Moved,
            Self::AskAuthor => ActKind::AskedAuthor,
            Self::Hide => ActKind::Hid,
            Self::Approve => ActKind::Approved,
            Self::Nothing => ActKind::Left,
        }
    }
}

/// What takes a decision back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Undo {
    pub decision: Decision,
    pub post: Option<PostId>,
    /// What had been looked at before.
    pub checked: Reasons,
    /// The flags that it decided.
    pub flags: Vec<FlagId>,
    /// The words before an edit, and the revision that the edit made.
    pub edited: Option<(String, i32)>,
    /// Whether it let out what waited.
    pub approved: bool,
    /// Where a conversation was before it was moved.
    pub moved_from: Option<ChannelId>,
    /// The suggestions of the claim watch that it decided.
    #[serde(default)]
    pub matches: Vec<ClaimMatchId>,
    /// The misconception whose correction was begun with it.
    #[serde(default)]
    pub misconception: Option<MisconceptionId>,
    /// Who stood behind the answer before it was verified.
    #[serde(default)]
    pub verified: Option<questions::Verification>,
}
