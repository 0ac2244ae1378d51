//! What the colleague answers, signed in or by a link.
use super::{LINE_CHARS_MAX, tell, tell_colleague, with_leave};
use crate::policy::Answer;
use crate::{Consultation, ConsultationState, News, ToColleague, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, ConsultationId, Error, Permit, Result, Tx, optional_line};

/// Confirms, as the colleague, that they spoke.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConfirmConsultationInput")]
pub struct ConfirmConsultation {
    pub consultation: ConsultationId,
    /// What the colleague would like to add, at most 300 characters: for who asked.
    pub line: Option<String>,
}

#[async_trait]
impl Command for ConfirmConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Answer>(tx, actor, self.consultation).await?;
        let row = seen.consultation.clone();
        if row.confirmed_at.is_some() {
            return Ok(row); // by the letter, just before
        }
        open(tx, &row)?;
        confirm(tx, &seen, (row, self.line.as_deref())).await
    }
}

fn open(tx: &Tx, row: &Consultation) -> Result<()> {
    match row.state(tx.now()) {
        ConsultationState::Asked => Ok(()),
        ConsultationState::Assigned
        | ConsultationState::Confirmed
        | ConsultationState::Concluded
        | ConsultationState::Withdrawn
        | ConsultationState::Expired
        | ConsultationState::Declined => Err(Error::conflict("nobody waits for this any more")),
    }
}

/// Declines, as the colleague: who asked may ask somebody else.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeclineConsultationInput")]
pub struct DeclineConsultation {
    pub consultation: ConsultationId,
}

#[async_trait]
impl Command for DeclineConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Answer>(tx, actor, self.consultation).await?;
        let row = seen.consultation.clone();
        open(tx, &row)?;
        decline(tx, &seen, row).await
    }
}

pub(super) async fn confirm<Subject>(
    tx: &Tx,
    leave: &Permit<Answer, Subject>,
    (row, line): (Consultation, Option<&str>),
) -> Result<Consultation> {
    let line = optional_line("line", line.unwrap_or_default(), LINE_CHARS_MAX)?;
    let row = Consultation {
        confirmed_at: Some(tx.now()),
        line,
        ..row
    };
    settle(tx, leave, (row, News::Confirmed)).await
}

pub(super) async fn decline<Subject>(
    tx: &Tx,
    leave: &Permit<Answer, Subject>,
    row: Consultation,
) -> Result<Consultation> {
    let row = Consultation {
        declined_at: Some(tx.now()),
        ..row
    };
    settle(tx, leave, (row, News::Declined)).await
}

async fn settle<Subject>(
    tx: &Tx,
    leave: &Permit<Answer, Subject>,
    (row, news): (Consultation, News),
) -> Result<Consultation> {
    store::update(tx, leave, row.clone()).await?;
    store::retire_links(tx, leave, row.id).await?;
    tell_colleague(tx, &row, ToColleague::Released).await?;
    // Who asked is told by the platform: an address that answered has no name.
    tell(tx, Actor::System, (&row, news)).await?;
    Ok(row)
}
