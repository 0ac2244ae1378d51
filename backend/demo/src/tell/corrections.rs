//! What was wrong is corrected where it stands.
use super::{Teller, unknown};
use crate::content::{Place, Wrong};
use identity::actor_of;
use kernel::{CommunityId, ObjectiveId, Result};
use misconceptions::{
    AgreeToCorrection, ConfirmMisconception, DraftCorrection, OfferToAuthor, Passage,
    PublishCorrection, SourceGiven, SuspectMisconception,
};

impl Teller<'_> {
    pub(super) async fn mistakes_were_corrected(
        &self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for wrong in &place.misconceptions {
            self.corrected(community, wrong).await?;
        }
        Ok(())
    }

    async fn corrected(&self, community: CommunityId, wrong: &Wrong) -> Result<()> {
        let actor = actor_of(self.someone(&wrong.by)?);
        let second = actor_of(self.someone(&wrong.agreed)?);
        let at = self.instant(&wrong.offered)?;
        let objective = self.objective(community, wrong.objective).await?;
        let told = self.told(&wrong.thread)?;
        let post = wrong.post.checked_sub(1).and_then(|at| told.posts.get(at));
        let suspect = SuspectMisconception {
            post: post.ok_or_else(|| unknown(&wrong.thread))?.id,
            passage: Passage {
                quote: wrong.passage.clone(),
                ..Passage::default()
            },
            claim: wrong.claim.clone(),
            community: None,
            objective,
            severity: wrong.severity,
        };
        let misconception = self.act(actor, at, suspect).await?.id;
        let confirm = ConfirmMisconception { misconception };
        self.act(actor, at, confirm).await?;
        let source = |title: &String| SourceGiven {
            title: title.clone(),
            url: None,
        };
        let draft = DraftCorrection {
            misconception,
            claim: wrong.claim.clone(),
            misses: wrong.misses.clone(),
            holds: wrong.holds.clone(),
            sources: wrong.sources.iter().map(source).collect(),
            severity: wrong.severity,
            objective,
            owner: None,
            version: None,
        };
        self.act(actor, at, draft).await?;
        let agree = AgreeToCorrection { misconception };
        self.act(second, at, agree).await?;
        let offer = OfferToAuthor {
            misconception,
            hours: wrong.hours,
        };
        self.act(actor, at, offer).await?;
        if let Some(published) = &wrong.published {
            let at = self.instant(published)?;
            let publish = PublishCorrection { misconception };
            self.act(actor, at, publish).await?;
        }
        Ok(())
    }

    async fn objective(
        &self,
        community: CommunityId,
        number: Option<i32>,
    ) -> Result<Option<ObjectiveId>> {
        let own = sessions::objectives_of_community(&self.tx.conn(), community).await?;
        let found = own.into_iter().find(|own| Some(own.number) == number);
        Ok(found.map(|objective| objective.id))
    }
}
