//! Every kind of id there is. Append to the list; never reuse a prefix.
//!
//! Inside, an id is a UUIDv7; outside it is a TypeID (version 0.3 of that specification): a prefix
//! that names the kind, and 26 characters of Crockford's base32, as in `post_01h455vb4pex5vsknk084sn02q`.
use crate::{Entropy, Error};
use async_graphql::{InputType, InputValueError, InputValueResult, OutputType, Value, registry};
use std::borrow::Cow;
use std::fmt;
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

fn encode(id: Uuid) -> String {
    let bits = id.as_u128();
    (0..26)
        .rev()
        .map(|at| char::from(ALPHABET[(bits >> (at * 5)) as usize & 31]))
        .collect()
}

/// How an id of a kind is written, for who knows the kind by its prefix alone.
pub fn type_id(prefix: &str, id: Uuid) -> String {
    format!("{prefix}_{}", encode(id))
}

fn decode(text: &str) -> Option<Uuid> {
    // 26 characters hold 130 bits; the first may use only its low three.
    if text.len() != 26 || text.as_bytes()[0] > b'7' {
        return None;
    }
    let bits = text.bytes().try_fold(0_u128, |bits, byte| {
        let value = ALPHABET.iter().position(|letter| *letter == byte)?;
        Some((bits << 5) | value as u128)
    })?;
    Some(Uuid::from_u128(bits))
}

/// What all ids share: a kind, and a UUID beneath.
pub trait Id: Copy + fmt::Display + From<Uuid> + Into<Uuid> + Send + Sync + 'static {
    /// The TypeID prefix, which is also the noun in "there is no such …".
    const PREFIX: &'static str;

    /// A new id of this kind, sorted by `instant`.
    fn mint(instant: chrono::DateTime<chrono::Utc>, entropy: &dyn Entropy) -> Self {
        let mut chance = [0_u8; 10];
        entropy.fill(&mut chance);
        let millis = u64::try_from(instant.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &chance)
            .into_uuid()
            .into()
    }

    /// # Errors
    /// `Invalid` when `text` is no TypeID, or one of another kind.
    fn parse(text: &str) -> Result<Self, Error> {
        let (prefix, rest) = text.rsplit_once('_').unwrap_or(("", text));
        let Some(id) = decode(rest).filter(|_| !prefix.is_empty()) else {
            let message = format!("this is no id of a {}", Self::PREFIX);
            let shape = format!("it looks like {}_ and 26 letters and digits", Self::PREFIX);
            return Err(Error::invalid("id", message).hint(shape));
        };
        if prefix != Self::PREFIX {
            let given = kind_of(prefix);
            let message = format!(
                "this is the id of a {given}, and a {} is needed here",
                Self::PREFIX
            );
            return Err(Error::invalid("id", message));
        }
        Ok(id.into())
    }
}

macro_rules! ids {
    ($($name:ident $prefix:literal),+ $(,)?) => {
        $(
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
                serde::Serialize, serde::Deserialize, sea_orm::DeriveValueType,
            )]
            #[serde(transparent)]
            pub struct $name(Uuid);

            impl Id for $name {
                const PREFIX: &'static str = $prefix;
            }

            impl From<Uuid> for $name {
                fn from(id: Uuid) -> Self {
                    Self(id)
                }
            }

            impl From<$name> for Uuid {
                fn from(id: $name) -> Self {
                    id.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}_{}", $prefix, encode(self.0))
                }
            }

            impl std::str::FromStr for $name {
                type Err = Error;

                fn from_str(text: &str) -> Result<Self, Error> {
                    <Self as Id>::parse(text)
                }
            }

            impl sea_orm::TryFromU64 for $name {
                fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                    Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
                }
            }

            impl InputType for $name {
                type RawValueType = Self;

                fn type_name() -> Cow<'static, str> {
                    Cow::Borrowed("ID")
                }

                fn create_type_info(registry: &mut registry::Registry) -> String {
                    <async_graphql::ID as InputType>::create_type_info(registry)
                }

                fn parse(value: Option<Value>) -> InputValueResult<Self> {
                    match value {
                        Some(Value::String(text)) => <Self as Id>::parse(&text)
                            .map_err(|error| InputValueError::custom(error.to_string())),
                        other => Err(InputValueError::expected_type(other.unwrap_or_default())),
                    }
                }

                fn to_value(&self) -> Value {
                    Value::String(self.to_string())
                }

                fn as_raw_value(&self) -> Option<&Self> {
                    Some(self)
                }
            }

            #[async_trait::async_trait]
            impl OutputType for $name {
                fn type_name() -> Cow<'static, str> {
                    Cow::Borrowed("ID")
                }

                fn create_type_info(registry: &mut registry::Registry) -> String {
                    <async_graphql::ID as OutputType>::create_type_info(registry)
                }

                async fn resolve(
                    &self,
                    _: &async_graphql::ContextSelectionSet<'_>,
                    _: &async_graphql::Positioned<async_graphql::parser::types::Field>,
                ) -> async_graphql::ServerResult<Value> {
                    Ok(Value::String(self.to_string()))
                }
            }
        )+

        /// An id of any kind, as `node(id)` takes it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum AnyId {
            $($name($name)),+
        }

        impl std::str::FromStr for AnyId {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                let (prefix, _) = text.rsplit_once('_').unwrap_or(("", text));
                match prefix {
                    $($prefix => Ok(Self::$name(<$name as Id>::parse(text)?)),)+
                    _ => Err(Error::invalid("id", "this is no id")
                        .hint("an id looks like post_ and 26 letters and digits")),
                }
            }
        }

        /// The noun for a prefix; "thing" for one that is not ours, so that nothing typed is echoed.
        fn kind_of(prefix: &str) -> &'static str {
            match prefix {
                $($prefix => $prefix,)+
                _ => "thing",
            }
        }
    };
}

ids! {
    PersonId "person",
    SignInId "signin",
    TokenId "token",
    InvitationId "invitation",
    CommunityId "community",
    MembershipId "membership",
    ChannelId "channel",
    ThreadId "thread",
    PostId "post",
    RevisionId "revision",
    DraftId "draft",
    FileId "file",
    InboxItemId "inbox",
    ImportId "import",
    EventId "event",
    JobId "job",
    ProgramId "program",
    ProgramVersionId "version",
    ObjectiveId "objective",
    SessionId "session",
    SessionPartId "part",
    SegmentId "segment",
    MaterialId "material",
    AttendanceId "attendance",
    PromptId "prompt",
    PreWorkId "prework",
    TemplateId "template",
    StepId "step",
    JourneyId "journey",
    JourneyItemId "item",
    NoticeId "notice",
    LetterId "letter",
    FeedId "feed",
    RosterId "roster",
    MuteId "mute",
    FlagId "flag",
    ModerationItemId "check",
    ModerationActId "act",
    AppealId "appeal",
    RevealId "reveal",
    MisconceptionId "misconception",
    OccurrenceId "occ",
    ClaimMatchId "match",
    MisconceptionChangeId "change",
    CheckInId "checkin",
    CheckInQuestionId "checkinquestion",
    CheckInResponseId "checkinresponse",
    CheckInAnswerId "checkinanswer",
    CheckInThemeId "theme",
    CheckInLinkId "checkinlink",
    PairingRoundId "pairing",
    PairId "pair",
    CommitmentId "commitment",
    PairingPlanId "pairingplan",
    PulseId "pulse",
    PulseQuestionId "pulsequestion",
    PulseResponseId "pulseresponse",
    PulseLinkId "pulselink",
    ConsultationId "consultation",
    ConsultationLinkId "consultationlink",
    PromptSeriesId "series",
    FeedbackRoundId "feedbackround",
    EvidenceId "evidence",
    FeedbackId "feedback",
    SavedSearchId "savedsearch",
    SynonymsId "synonyms",
    ApiTokenId "apitoken",
    SsoProviderId "ssoprovider",
    SsoAccountId "ssoaccount",
    SsoAttemptId "ssoattempt",
    SsoTestId "ssotest",
    SsoGrantId "ssogrant",
    AuditEntryId "entry",
    ScimGroupId "scimgroup",
    InviteListId "invitelist",
    PersonalExportId "export",
    PasskeyId "passkey",
}
