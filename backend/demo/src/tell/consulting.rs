//! Whom people consulted, and what changes.
use super::{Teller, unknown};
use crate::content::{Consulted, Place, Talk};
use chrono::TimeDelta;
use consultations::{
    AssignConsultations, ColleagueInput, ConcludeConsultation, ConfirmConsultation,
    ConsultColleague,
};
use identity::actor_of;
use kernel::{Actor, CommunityId, ConsultationId, First, Result};

impl Teller<'_> {
    pub(super) async fn colleagues_were_consulted(
        &self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for told in &place.consultations {
            let id = self.asked_to_consult(community, told).await?;
            if let Some(talk) = &told.talk {
                let by = actor_of(self.someone(&told.by)?);
                self.consulted((community, id), by, talk).await?;
            }
        }
        Ok(())
    }

    async fn asked_to_consult(
        &self,
        community: CommunityId,
        told: &Consulted,
    ) -> Result<ConsultationId> {
        let (person, at) = (self.someone(&told.by)?, self.instant(&told.ago)?);
        let assign = AssignConsultations {
            community,
            session: None,
            people: vec![person.id],
            note: Some(told.note.clone()),
            due_at: Some(at + TimeDelta::days(told.days)),
            nonce: format!("demo {}", told.ago),
        };
        self.act(Actor::System, at, assign).await?;
        let page = (First::parse(1)?, None);
        let own = consultations::consultations_of(&self.tx.conn(), actor_of(person), page).await?;
        let newest = own.nodes().next();
        newest
            .map(|seen| seen.consultation.id)
            .ok_or_else(|| unknown(&told.by))
    }

    async fn consulted(
        &self,
        (community, id): (CommunityId, ConsultationId),
        by: Actor,
        talk: &Talk,
    ) -> Result<()> {
        let own = sessions::objectives_of_community(&self.tx.conn(), community).await?;
        let colleague = self.someone(&talk.with)?;
        let ask = ConsultColleague {
            community,
            session: None,
            consultation: Some(id),
            objective: own.get(talk.objective).map(|it| it.id),
            colleague: ColleagueInput {
                person: Some(colleague.id),
                email: None,
                name: None,
            },
            question: talk.question.clone(),
            visibility: talk.visibility,
            nonce: format!("demo {}", talk.asked),
        };
        self.act(by, self.instant(&talk.asked)?, ask).await?;
        let confirm = ConfirmConsultation {
            consultation: id,
            line: talk.line.clone(),
        };
        let at = self.instant(&talk.confirmed)?;
        self.act(actor_of(colleague), at, confirm).await?;
        if let (Some(change), Some(concluded)) = (&talk.change, &talk.concluded) {
            let conclude = ConcludeConsultation {
                consultation: id,
                change: change.clone(),
                visibility: None,
            };
            self.act(by, self.instant(concluded)?, conclude).await?;
        }
        Ok(())
    }
}
