//! The GraphQL schema: objects, loaders and edges, a file for each capability.
//!
//! Invariants:
//! - nothing is decided here: a resolver asks a capability's door, which asks its policy;
//! - every connection takes `first`, 1 to 100;
//! - a mutation takes one `input` and answers with what it changed.
mod app;
mod audit;
mod channels;
mod checkins;
mod communities;
mod confirmed;
mod connection;
mod consultations;
mod context;
mod errors;
mod feedback;
mod identity;
mod imports;
mod journeys;
pub mod live;
mod loaders;
mod misconceptions;
mod moderation;
mod node;
mod notifications;
mod pairings;
mod privacy;
mod prompts;
mod pulses;
mod questions;
mod roles;
mod search;
mod server_info;
mod sessions;
mod sso;
mod typed;

pub use app::{App, DemoPerson, Settings, WaysIn};
pub use channels::file_url;
pub use context::{Asked, Asking, RequestOrigin};
pub use errors::dress;
pub use pulses::Doorway;

use async_graphql::{MergedObject, MergedSubscription};
use kernel::Opaque;

/// Everything that can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    node::NodeQuery,
    server_info::ServerQuery,
    identity::IdentityQuery,
    identity::ApiTokenQuery,
    identity::AccountsQuery,
    identity::FactorRuleQuery,
    imports::InvitesQuery,
    roles::RolesQuery,
    communities::CommunitiesQuery,
    sessions::SessionsQuery,
    channels::ChannelsQuery,
    journeys::JourneysQuery,
    prompts::PromptsQuery,
    questions::QuestionsQuery,
    misconceptions::MisconceptionsQuery,
    moderation::ModerationQuery,
    moderation::AuditQuery,
    audit::AuditLogQuery,
    privacy::PrivacyQuery,
    checkins::CheckInsQuery,
    pulses::PulsesQuery,
    consultations::ConsultationsQuery,
    feedback::FeedbackQuery,
    notifications::NotificationsQuery,
    search::SearchQuery,
    search::SavedSearchQuery,
    search::SynonymsQuery,
    search::AskedInVainQuery,
    sso::SsoQuery,
);

/// Everything that can be done.
#[derive(MergedObject, Default)]
pub struct Mutation(
    identity::IdentityMutation,
    identity::FactorsMutation,
    identity::PasskeysMutation,
    identity::ApiTokenMutation,
    identity::AccountsMutation,
    identity::FactorRuleMutation,
    communities::CommunitiesMutation,
    sessions::ProgramsMutation,
    sessions::SessionsMutation,
    channels::ChannelMutation,
    channels::ThreadMutation,
    channels::PostMutation,
    journeys::JourneysMutation,
    prompts::PromptsMutation,
    questions::QuestionsMutation,
    questions::MarksMutation,
    misconceptions::MisconceptionsMutation,
    moderation::PeopleModerationMutation,
    moderation::ModerationMutation,
    audit::AuditLogMutation,
    privacy::PrivacyMutation,
    checkins::CheckInsMutation,
    pulses::PulsesMutation,
    consultations::ConsultationsMutation,
    feedback::FeedbackRoundsMutation,
    feedback::FeedbackMutation,
    pairings::PairingMutation,
    pairings::PairsMutation,
    notifications::NotificationsMutation,
    search::SearchMutation,
    search::SynonymsMutation,
    search::AskedInVainMutation,
    imports::ImportsMutation,
    imports::InvitesMutation,
    sso::SsoMutation,
);

/// What can be followed while it happens.
#[derive(MergedSubscription, Default)]
pub struct Subscription(live::LiveSubscription);

pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// The schema over a running application.
pub fn schema(app: Opaque<App>) -> Schema {
    builder().data(app).finish()
}

/// The schema in the schema definition language, as the web app reads it.
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new()
        .sorted_fields()
        .sorted_enum_items();
    builder().finish().sdl_with_options(options)
}

/// Bounds beside those of the guard, which has weighed the document before it comes here.
const DEPTH_MAX: usize = 14;
const COMPLEXITY_MAX: usize = 6_000;

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(
        Query::default(),
        Mutation::default(),
        Subscription::default(),
    )
    .limit_depth(DEPTH_MAX)
    .limit_complexity(COMPLEXITY_MAX)
    .disable_suggestions()
}
