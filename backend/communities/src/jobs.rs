//! What communities leave to be done later.
use crate::InvitationSeen;
use crate::commands::MintInvitation;
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
