//! What who asks does afterwards: take it back, write what changes, share it.
use super::{tell, tell_colleague, with_leave, words};
use crate::policy::Keep;
use crate::{Consultation, ConsultationState, News, ToColleague, Visibility, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, ConsultationId, Error, Result, Tx};

const CHANGE_CHARS_MAX: usize = 2_000;

/// Takes a consultation back. The link that the colleague has opens nothing any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawConsultationInput")]
pub struct WithdrawConsultation {
    pub consultation: ConsultationId,
}

#[async_trait]
impl Command for WithdrawConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Keep>(tx, actor, self.consultation).await?;
        match seen.consultation.state(tx.now()) {
            ConsultationState::Withdrawn => return Ok(seen.into_subject().consultation),
            ConsultationState::Concluded => return Err(Error::conflict("this is concluded")),
            ConsultationState::Assigned
            | ConsultationState::Asked
            | ConsultationState::Confirmed
            | ConsultationState::Expired
            | ConsultationState::Declined => {}
        }
        tell_colleague(tx, &seen.consultation, ToColleague::Released).await?;
        store::retire_links(tx, &seen, self.consultation).await?;
        let row = Consultation {
            withdrawn_at: Some(tx.now()),
            ..seen.consultation.clone()
        };
        store::update(tx, &seen, row.clone()).await?;
        tell(tx, actor, (&row, News::Withdrawn)).await?;
        Ok(row)
    }
}

/// Writes what changes, once the colleague confirmed; it may be written anew.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConcludeConsultationInput")]
pub struct ConcludeConsultation {
    pub consultation: ConsultationId,
    /// 1 to 2,000 characters.
    pub change: String,
    /// Who reads it, if that is not as it was.
    pub visibility: Option<Visibility>,
}

#[async_trait]
impl Command for ConcludeConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Keep>(tx, actor, self.consultation).await?;
        let change = words("change", &self.change, CHANGE_CHARS_MAX)?;
        match seen.consultation.state(tx.now()) {
            ConsultationState::Confirmed | ConsultationState::Concluded => {}
            ConsultationState::Withdrawn => return Err(Error::conflict("this was taken back")),
            ConsultationState::Assigned
            | ConsultationState::Asked
            | ConsultationState::Expired
            | ConsultationState::Declined => {
                return Err(Error::conflict("nobody has confirmed it yet"));
            }
        }
        let row = seen.consultation.clone();
        let row = Consultation {
            change: Some(change),
            concluded_at: row.concluded_at.or(Some(tx.now())),
            visibility: self.visibility.unwrap_or(row.visibility),
            ..row
        };
        store::update(tx, &seen, row.clone()).await?;
        tell(tx, actor, (&row, News::Concluded)).await?;
        Ok(row)
    }
}

/// Says who reads what was asked and what changes.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ShareConsultationInput")]
pub struct ShareConsultation {
    pub consultation: ConsultationId,
    pub visibility: Visibility,
}

#[async_trait]
impl Command for ShareConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Keep>(tx, actor, self.consultation).await?;
        if seen.consultation.withdrawn_at.is_some() {
            return Err(Error::conflict("this was taken back"));
        }
        let row = Consultation {
            visibility: self.visibility,
            ..seen.consultation.clone()
        };
        store::update(tx, &seen, row.clone()).await?;
        tell(tx, actor, (&row, News::Shared)).await?;
        Ok(row)
    }
}
