//! What can be done with questions, resources and stories: one command for each verb.
mod answering;
mod ask;
mod marks;
mod pieces;
mod together;

pub use answering::{HaveQuestionToo, InviteToAnswer, ParkQuestion, RevealAsker};
pub use ask::{AskQuestion, begin_once};
pub use marks::{
    MarkHelped, MarkObsolete, StillTrue, TakeBackVerification, UnverifyAnswer, Verification,
    VerifyAnswer,
};
pub use pieces::{ShareResource, TellStory};
pub use together::{MergeThreads, SplitThread};

use kernel::{Actor, CommunityId, Conn, Error, ObjectiveId, PersonId, Result};

const OBJECTIVES_MAX: usize = 20;
const REASON_CHARS_MAX: usize = 300;

fn writer(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

/// Objectives must be of the program that the community runs.
async fn parse_objectives(
    conn: &Conn<'_>,
    community: CommunityId,
    wanted: &[ObjectiveId],
) -> Result<Vec<ObjectiveId>> {
    if wanted.len() > OBJECTIVES_MAX {
        return Err(Error::invalid(
            "objectives",
            format!("{OBJECTIVES_MAX} objectives are the most"),
        ));
    }
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(wanted);
    }
    let own = sessions::objectives_of_community(conn, community).await?;
    match wanted.iter().all(|id| own.iter().any(|own| own.id == *id)) {
        true => Ok(wanted),
        false => Err(Error::invalid(
            "objectives",
            "one of these belongs to no program that this community runs",
        )),
    }
}
