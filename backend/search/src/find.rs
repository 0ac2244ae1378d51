//! Searching: the index proposes, the database disposes.
use crate::document::NO_POSTS;
use crate::errors::told;
use crate::names::Asking;
use crate::person::is_here;
use crate::session::drafts_open_to;
use crate::shown::{disposed, written};
use crate::spread::facets_of;
use crate::{Facet, Searcher};
use channels::PostSeen;
use chrono::{DateTime, Utc};
use communities::Role;
use identity::Person;
use kernel::{
    Actor, CommunityId, Conn, Error, First, Page, PersonId, PostId, Result, SessionId, ThreadId,
    key_of,
};
use search_index::{Asked, Count, Kinds, NameOf, Named, Note, Query};
use sessions::SessionSeen;
use std::collections::HashMap;

/// Each name in a search is asked of the database; what comes after so many is read as words.
const NAMES_MAX: usize = 8;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Words, `"phrases"`, `-excluded`, `begin*`, operators such as `from:amara`; at most 512 characters.
    pub query: &'a str,
    /// Only there.
    pub community: Option<CommunityId>,
    /// Only what was written since then and has all of the words: for what is told of unasked.
    pub since: Option<DateTime<Utc>>,
    pub among: Among,
    pub first: First,
    /// The cursor of the last result seen.
    pub after: Option<&'a str>,
    pub count: Count,
    pub now: DateTime<Utc>,
}

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    Posts,
    /// People and sessions, too: for words, and where `kind:` asks for them. Other operators alone are asked
    /// of posts.
    Everything,
}

/// A page of results.
#[derive(Clone, Debug)]
pub struct Found {
    pub page: Page<FoundThing>,
    /// How many there are on all pages.
    pub total: u64,
    /// If not, there are more than `total`.
    pub total_is_exact: bool,
    /// Whether the index is still being filled, so that something may be missing.
    pub is_warming: bool,
    /// How much of all that was said is in it, while it is filled from the beginning.
    pub filled_percent: Option<u8>,
    /// How the words were read, where that is not plain.
    pub note: Option<Note>,
    /// How they are spread, the largest shares first; empty unless asked for.
    pub facets: Vec<Facet>,
    /// The search with words that are written here in place of those that are not.
    pub did_you_mean: Option<String>,
    /// What was looked for beside the words, as it means the same.
    pub also: Vec<String>,
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub enum Thing {
    Post(Box<PostSeen>),
    Person(Box<Person>),
    Session(Box<SessionSeen>),
}

/// Something that was found. The snippets are HTML: escaped text and `<mark>`.
#[derive(Clone, Debug)]
pub struct FoundThing {
    pub thing: Thing,
    pub snippet: String,
    pub title_snippet: String,
    /// The name of the attached file that the snippet is of.
    pub file: Option<String>,
}

impl Searcher {
    /// Finds what the asker may see, best first.
    ///
    /// # Errors
    /// `SignInFirst` when nobody asks; `NotFound` when there is no such community for the asker;
    /// `Invalid` when the query is too long or the cursor is none. No wording is an error.
    pub async fn search(&self, conn: &Conn<'_>, actor: Actor, wanted: Wanted<'_>) -> Result<Found> {
        let places = places_of(conn, actor, wanted.community).await?;
        let readable: Vec<CommunityId> = places.iter().map(|(id, _)| *id).collect();
        if wanted.after.is_none() {
            self.hear_of_own(conn, actor).await?;
        }
        let audience = audience_of(conn, actor, (&places, &readable)).await?;
        let asked = Asked::read(wanted.query).map_err(told)?;
        let names: Vec<Named> = asked.names().take(NAMES_MAX).cloned().collect();
        let asking = Asking {
            actor,
            readable: &readable,
            audience: &audience,
        };
        let asked = asked.with_names(self.ids_of(conn, &asking, &names).await?);
        let asked = asked.with_alike(self.alike());
        let names_kinds = names.iter().any(|name| name.of == NameOf::Kind);
        let asked = match wanted.among {
            Among::Everything if names_kinds || asked.has_words() => asked,
            Among::Everything | Among::Posts => asked.among(Kinds::AllBut(&NO_POSTS)),
        };
        let asked = match wanted.since {
            Some(since) => asked.written_since(since.timestamp_millis()),
            None => asked,
        };
        let after = wanted.after.map(key_of::<String>).transpose()?;
        let after = after.map(|key| key.parse().map_err(told)).transpose()?;
        let (limit, count) = (wanted.first.get(), wanted.count);
        let now = wanted.now.timestamp_millis();
        let proposed = self
            .blocking(move |index| {
                index.search(&Query {
                    asked: &asked,
                    audience: &audience,
                    limit: usize::try_from(limit).unwrap_or(1),
                    after: after.as_ref(),
                    now,
                    count,
                })
            })
            .await?;
        let page = Page {
            items: disposed(conn, actor, (proposed.hits, proposed.marker)).await?,
            has_next: proposed.has_more,
        };
        let did_you_mean = match &proposed.did_you_mean {
            Some(meant) => written(conn, actor, meant).await?,
            None => None,
        };
        let facets = match count {
            Count::Total => Vec::new(),
            Count::Facets => facets_of(conn, actor, proposed.facets).await?,
        };
        Ok(Found {
            page,
            total: proposed.total,
            total_is_exact: proposed.total_is_exact,
            is_warming: self.is_warming(),
            filled_percent: self.filled_percent(),
            note: proposed.note,
            facets,
            did_you_mean,
            also: proposed.also,
        })
    }
}

/// What the asker may find: what is of these communities, the drafts there that they may see, and the
/// answers of those threads there that ask for an answer first and have theirs.
async fn audience_of(
    conn: &Conn<'_>,
    actor: Actor,
    (places, readable): (&[Place], &[CommunityId]),
) -> Result<Vec<String>> {
    let opened = channels::answers_opened_to(conn, actor, readable).await?;
    let communities = readable.iter().map(CommunityId::to_string);
    let drafts = places.iter().filter_map(|it| drafts_open_to(actor, *it));
    let answers = opened.iter().map(ThreadId::to_string);
    Ok(communities.chain(drafts).chain(answers).collect())
}

/// A community that the asker reads, and what they are there.
pub(crate) type Place = (CommunityId, Option<Role>);

pub(crate) async fn places_of(
    conn: &Conn<'_>,
    actor: Actor,
    community: Option<CommunityId>,
) -> Result<Vec<Place>> {
    if actor == Actor::Anonymous {
        return Err(Error::SignInFirst);
    }
    let mut places = communities::readable_communities(conn, actor).await?;
    if let Some(community) = community {
        places.retain(|(id, _)| *id == community);
        if places.is_empty() {
            return Err(Error::NotFound("community"));
        }
    }
    Ok(places)
}

/// Of what the index proposes, what the asker may read now.
pub(crate) async fn things_by_id(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[&str],
) -> Result<HashMap<String, Thing>> {
    let posts: Vec<PostId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let people: Vec<PersonId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let sessions: Vec<SessionId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let mut things = HashMap::with_capacity(ids.len());
    for (id, seen) in posts_by_id(conn, actor, &posts).await? {
        things.insert(id.to_string(), Thing::Post(Box::new(seen)));
    }
    for person in people_by_id(conn, actor, &people).await? {
        things.insert(person.id.to_string(), Thing::Person(Box::new(person)));
    }
    for seen in sessions_by_id(conn, actor, &sessions).await? {
        let id = seen.session.id.to_string();
        things.insert(id, Thing::Session(Box::new(seen)));
    }
    Ok(things)
}

/// People with whom the asker shares a community.
pub(crate) async fn people_by_id(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PersonId],
) -> Result<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = communities::fellows_by_ids(conn, actor, ids).await?;
    people.retain(is_here);
    Ok(people)
}

/// Sessions that the asker may see.
pub(crate) async fn sessions_by_id(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[SessionId],
) -> Result<Vec<SessionSeen>> {
    match ids.is_empty() {
        true => Ok(Vec::new()),
        false => sessions::sessions_visible_to(conn, actor, ids).await,
    }
}

/// Posts that the asker may read and whose words stand.
pub(crate) async fn posts_by_id(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PostId],
) -> Result<HashMap<PostId, PostSeen>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let posts = channels::posts_visible_to(conn, actor, ids).await?;
    Ok(posts
        .into_iter()
        .filter(|seen| seen.post.stands())
        .map(|seen| (seen.post.id, seen))
        .collect())
}
