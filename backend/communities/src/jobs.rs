//! What communities leave to be done later.
use crate::commands::{EndCohort, LiftMutes, MintInvitation};
use crate::{InvitationSeen, store};
use identity::Secret;
use kernel::{Actor, Db, InvitationId, Job, Result};
use serde::{Deserialize, Serialize};

/// Send the letter with which an invited person comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailInvitation {
    pub invitation: InvitationId,
}

impl Job for MailInvitation {
    const KIND: &'static str = "communities.mail_invitation";
}

/// What to write about, and the token for the letter; none when the invitation was accepted or
/// replaced meanwhile. The letter's link is its own: the one shown to who invites keeps working.
pub async fn mint_invitation(
    db: &Db,
    job: &MailInvitation,
) -> Result<Option<(InvitationSeen, Secret)>> {
    let invitation = job.invitation;
    db.write(Actor::System, MintInvitation { invitation }).await
}

/// Lets those write again whose mute is over.
pub async fn lift_mutes(db: &Db) -> Result<()> {
    match store::mutes_over_by(&db.read(), db.now()).await?.is_empty() {
        true => Ok(()),
        false => db.write(Actor::System, LiftMutes).await,
    }
}

/// Ends the cohorts whose last day is over, each in a transaction of its own.
pub async fn end_cohorts(db: &Db) -> Result<()> {
    // East of Greenwich the last day ends first: look at all that may be over, and each says for itself.
    let today = db.now().date_naive();
    for cohort in store::cohorts_ending_by(&db.read(), today).await? {
        let community = cohort.id;
        db.write(Actor::System, EndCohort { community }).await?;
    }
    Ok(())
}
