//! Words that mean the same, as GraphQL shows them.
use crate::context::Asked;
use ::search::{AddSynonyms, RemoveSynonyms, Synonyms, UpdateSynonyms, synonyms_kept};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Result, SynonymsId};

/// Words that mean the same in this organisation: who looks for one finds the others as well, below.
pub struct SynonymsObject(Synonyms);

#[Object(name = "Synonyms")]
impl SynonymsObject {
    /// Its id.
    async fn id(&self) -> SynonymsId {
        self.0.id
    }

    /// The words and short phrases, 2 to 12.
    async fn words(&self) -> &[String] {
        &self.0.words.0
    }

    /// When they were changed last.
    async fn changed_at(&self) -> DateTime<Utc> {
        self.0.changed_at
    }
}

#[derive(Default)]
pub struct SynonymsQuery;

#[Object]
impl SynonymsQuery {
    /// Words that mean the same, at most 200 groups, the last changed first; for administrators.
    async fn synonyms(&self, ctx: &Context<'_>) -> Result<Vec<SynonymsObject>> {
        let kept = synonyms_kept(&ctx.conn(), ctx.actor()).await?;
        Ok(kept.into_iter().map(SynonymsObject).collect())
    }
}

#[derive(Default)]
pub struct SynonymsMutation;

#[Object]
impl SynonymsMutation {
    /// Says that words mean the same; for administrators.
    async fn add_synonyms(&self, ctx: &Context<'_>, input: AddSynonyms) -> Result<SynonymsObject> {
        Ok(SynonymsObject(ctx.write(input).await?))
    }

    /// Changes which words mean the same; for administrators.
    async fn update_synonyms(
        &self,
        ctx: &Context<'_>,
        input: UpdateSynonyms,
    ) -> Result<SynonymsObject> {
        Ok(SynonymsObject(ctx.write(input).await?))
    }

    /// Says no longer that words mean the same; for administrators. They are answered as they were.
    async fn remove_synonyms(
        &self,
        ctx: &Context<'_>,
        input: RemoveSynonyms,
    ) -> Result<SynonymsObject> {
        Ok(SynonymsObject(ctx.write(input).await?))
    }
}
