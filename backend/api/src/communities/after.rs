use crate::checkins::CheckInsOfCommunity;
use crate::consultations::ConsultationsOfCommunity;
use crate::feedback::FeedbackOfCommunity;
use crate::prompts::SeriesOfCommunity;
use async_graphql::MergedObject;
use communities::CommunitySeen;
use std::sync::Arc;

/// The fields of a community that are about what follows its sessions.
#[derive(MergedObject)]
pub struct AfterSessions(
    CheckInsOfCommunity,
    ConsultationsOfCommunity,
    SeriesOfCommunity,
    FeedbackOfCommunity,
);

impl AfterSessions {
    pub fn of(seen: &Arc<CommunitySeen>) -> Self {
        Self(
            CheckInsOfCommunity(seen.clone()),
            ConsultationsOfCommunity(seen.clone()),
            SeriesOfCommunity(seen.clone()),
            FeedbackOfCommunity(seen.clone()),
        )
    }
}
