//! What people look for again, and which words mean the same.
use super::Teller;
use crate::content::Searching;
use identity::actor_of;
use kernel::Result;
use search::{AddSynonyms, SaveSearch};

impl Teller<'_> {
    pub(super) async fn searches_were_kept(&self, told: &Searching) -> Result<()> {
        for group in &told.alike {
            let (person, at) = (self.someone(&group.by)?, self.instant(&group.ago)?);
            let words = group.words.clone();
            self.act(actor_of(person), at, AddSynonyms { words })
                .await?;
        }
        for kept in &told.saved {
            let (person, at) = (self.someone(&kept.by)?, self.instant(&kept.ago)?);
            let save = SaveSearch {
                query: kept.query.clone(),
                community: None,
                name: Some(kept.name.clone()),
                tells: kept.tells,
            };
            self.act(actor_of(person), at, save).await?;
        }
        Ok(())
    }
}
