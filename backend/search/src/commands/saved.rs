//! Keeping searches, and being told of what is new in them.
use crate::policy::{Keep, Watch};
use crate::{SavedSearch, SavedSearchChanged, SavedSearchFound, SavedSearchRemoved, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use communities::{Read, community_seen};
use kernel::{
    Actor, Command, CommunityId, Error, Organisation, Result, SavedSearchId, Tx, line,
    optional_line, permit,
};
use search_index::QUERY_CHARS_MAX;

/// More than anybody looks through.
const SAVED_MAX: usize = 50;
const NAME_CHARS_MAX: usize = 120;

/// Of one search a person is told once in this time, however much it finds.
const BETWEEN_TELLINGS: TimeDelta = TimeDelta::hours(24);
/// As long something new may wait to be told of.
const BETWEEN_LOOKS: TimeDelta = TimeDelta::minutes(15);

/// Keeps a search. What is kept already is found, and stays as it is.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SaveSearchInput")]
pub struct SaveSearch {
    /// What is looked for, 1 to 512 characters.
    pub query: String,
    /// Only in this community; left out, in all that the viewer may read.
    pub community: Option<CommunityId>,
    /// What the viewer calls it, at most 120 characters; left out, it is called as it is asked.
    pub name: Option<String>,
    /// Whether the viewer is told when something new is found.
    pub tells: bool,
}

#[async_trait]
impl Command for SaveSearch {
    type Done = SavedSearch;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<SavedSearch> {
        let query = line("query", &self.query, QUERY_CHARS_MAX)?;
        let name = optional_line("name", self.name.as_deref().unwrap_or(""), NAME_CHARS_MAX)?;
        let name = name.unwrap_or_else(|| query.chars().take(NAME_CHARS_MAX).collect());
        let person = actor.person().ok_or(Error::SignInFirst)?;
        if let Some(community) = self.community {
            let seen = community_seen(&tx.conn(), actor, community).await?;
            permit::<Read, _>(actor, seen)?;
        }
        let kept = store::searches_of(&tx.conn(), person).await?;
        let count = kept.len();
        let same = |it: &SavedSearch| it.query == query && it.community_id == self.community;
        if let Some(twin) = kept.into_iter().find(same) {
            return Ok(twin);
        }
        if count >= SAVED_MAX {
            return Err(Error::conflict(
                "there are 50 saved searches already; remove one that is not needed any more",
            ));
        }
        let search = SavedSearch {
            id: tx.id(),
            person_id: person,
            community_id: self.community,
            name,
            query,
            created_at: tx.now(),
            told_through: tx.now(),
            look_at: self.tells.then(|| tx.now() + BETWEEN_LOOKS),
        };
        let search = store::insert(tx, search).await?;
        tx.emit(actor, &changed(&search)).await?;
        Ok(search)
    }
}

/// Changes what a saved search is called, or whether it tells of what is new.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateSavedSearchInput")]
pub struct UpdateSavedSearch {
    /// Which one.
    pub search: SavedSearchId,
    /// What the viewer calls it, 1 to 120 characters; left out, it stays.
    pub name: Option<String>,
    /// Whether the viewer is told when something new is found; left out, it stays.
    pub tells: Option<bool>,
}

#[async_trait]
impl Command for UpdateSavedSearch {
    type Done = SavedSearch;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<SavedSearch> {
        let name = self.name.as_deref();
        let name = name
            .map(|it| line("name", it, NAME_CHARS_MAX))
            .transpose()?;
        let found = store::saved_search(&tx.conn(), self.search).await?;
        let search = permit::<Keep, _>(actor, found)?;
        let mut wanted = SavedSearch::clone(&search);
        wanted.name = name.unwrap_or(wanted.name);
        match self.tells {
            Some(true) if !search.tells() => {
                // What was found while nobody wanted to hear of it is no news.
                wanted.told_through = tx.now();
                wanted.look_at = Some(tx.now() + BETWEEN_LOOKS);
            }
            Some(false) => wanted.look_at = None,
            Some(true) | None => {}
        }
        if wanted == *search {
            return Ok(wanted);
        }
        let search = store::change(tx, &search, wanted).await?;
        tx.emit(actor, &changed(&search)).await?;
        Ok(search)
    }
}

/// Keeps a search no longer.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveSavedSearchInput")]
pub struct RemoveSavedSearch {
    /// Which one.
    pub search: SavedSearchId,
}

#[async_trait]
impl Command for RemoveSavedSearch {
    /// As it was.
    type Done = SavedSearch;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<SavedSearch> {
        let found = store::saved_search(&tx.conn(), self.search).await?;
        let search = permit::<Keep, _>(actor, found)?;
        store::remove(tx, &search).await?;
        let fact = SavedSearchRemoved {
            person: search.person_id,
            saved_search: search.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(search.into_subject())
    }
}

/// What looking found that is new, for one who may read all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Find {
    pub community: CommunityId,
    pub count: i32,
    /// When the newest was written.
    pub through: DateTime<Utc>,
}

/// Notes that saved searches were looked after, and tells of what they found.
#[derive(Clone, Debug)]
pub(crate) struct TellOfFinds {
    pub looked: Vec<(SavedSearchId, Option<Find>)>,
}

#[async_trait]
impl Command for TellOfFinds {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<Watch, _>(actor, Organisation)?;
        let mut facts = Vec::new();
        for (id, find) in &self.looked {
            let mut search = match store::saved_search(&tx.conn(), *id).await {
                Ok(search) => search,
                Err(Error::NotFound(_)) => continue,
                Err(error) => return Err(error),
            };
            // Another node was here, or its person does not want to hear of it any more.
            if search.look_at.is_none_or(|at| at > tx.now()) {
                continue;
            }
            search.look_at = Some(match find {
                Some(_) => tx.now() + BETWEEN_TELLINGS,
                None => tx.now() + BETWEEN_LOOKS,
            });
            search.told_through = find.map_or(search.told_through, |find| find.through);
            store::looked(tx, &leave, &search).await?;
            facts.extend(find.map(|find| SavedSearchFound {
                person: search.person_id,
                saved_search: search.id,
                community: find.community,
                count: find.count,
            }));
        }
        tx.emit_all(actor, &facts).await
    }
}

fn changed(search: &SavedSearch) -> SavedSearchChanged {
    SavedSearchChanged {
        person: search.person_id,
        saved_search: search.id,
    }
}
