//! Saved searches as GraphQL shows them.
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::errors::seen;
use ::search::{
    Keep, RemoveSavedSearch, SaveSearch, SavedSearch, UpdateSavedSearch, saved_search,
    saved_searches,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Error, Result, SavedSearchId, permit};

/// A search that the viewer keeps. Nobody else knows of it.
#[derive(Clone)]
pub struct SavedSearchObject(pub SavedSearch);

impl SavedSearchObject {
    /// The search, if it is the viewer's.
    pub async fn find(ctx: &Context<'_>, id: SavedSearchId) -> Result<Self> {
        let found = saved_search(&ctx.conn(), id).await?;
        let search = permit::<Keep, _>(ctx.actor(), found)?;
        Ok(Self(search.into_subject()))
    }
}

#[Object(name = "SavedSearch")]
impl SavedSearchObject {
    /// Its id.
    pub async fn id(&self) -> SavedSearchId {
        self.0.id
    }

    /// What the viewer calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What is looked for.
    async fn query(&self) -> &str {
        &self.0.query
    }

    /// The one community it looks in; nothing when it looks in all of the viewer's, or when the viewer
    /// may not read there any more.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        match self.0.community_id {
            Some(community) => seen(CommunityObject::find(ctx, community).await),
            None => Ok(None),
        }
    }

    /// Whether the viewer is told when something new is found: once a day at the most.
    async fn tells(&self) -> bool {
        self.0.tells()
    }

    /// When it was saved.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}

#[derive(Default)]
pub struct SavedSearchQuery;

#[Object]
impl SavedSearchQuery {
    /// The searches that the viewer keeps, at most 50, the newest first.
    async fn saved_searches(&self, ctx: &Context<'_>) -> Result<Vec<SavedSearchObject>> {
        ctx.actor().person().ok_or(Error::SignInFirst)?;
        let saved = saved_searches(&ctx.conn(), ctx.actor()).await?;
        Ok(saved.into_iter().map(SavedSearchObject).collect())
    }
}

#[derive(Default)]
pub struct SearchMutation;

#[Object]
impl SearchMutation {
    /// Keeps a search. One that is kept already is answered as it stands.
    async fn save_search(&self, ctx: &Context<'_>, input: SaveSearch) -> Result<SavedSearchObject> {
        Ok(SavedSearchObject(ctx.write(input).await?))
    }

    /// Changes what a saved search is called, or whether it tells of what is new.
    async fn update_saved_search(
        &self,
        ctx: &Context<'_>,
        input: UpdateSavedSearch,
    ) -> Result<SavedSearchObject> {
        Ok(SavedSearchObject(ctx.write(input).await?))
    }

    /// Keeps a search no longer. It is answered as it was.
    async fn remove_saved_search(
        &self,
        ctx: &Context<'_>,
        input: RemoveSavedSearch,
    ) -> Result<SavedSearchObject> {
        Ok(SavedSearchObject(ctx.write(input).await?))
    }
}
