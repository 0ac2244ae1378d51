//! Searching: the index proposes, the database disposes.
use crate::errors::told;
use crate::names::Asking;
use crate::spread::facets_of;
use crate::{Facet, Searcher};
use channels::PostSeen;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CommunityId, Conn, Error, First, Page, PostId, Result, ThreadId, cursor_of, key_of,
};
use search_index::{Asked, Count, Hit, Named, Note, Query};
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
    pub first: First,
    /// The cursor of the last result seen.
    pub after: Option<&'a str>,
    pub count: Count,
    pub now: DateTime<Utc>,
}

/// A page of results.
#[derive(Clone, Debug)]
pub struct Found {
    pub page: Page<FoundPost>,
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

/// A post that was found. The snippets are HTML: escaped text and `<mark>`.
#[derive(Clone, Debug)]
pub struct FoundPost {
    pub seen: PostSeen,
    pub snippet: String,
    pub title_snippet: String,
    /// The name of the attached file that the snippet is of.
    pub file: Option<String>,
}

impl Searcher {
    /// Finds posts that the asker may read, best first.
    ///
    /// # Errors
    /// `SignInFirst` when nobody asks; `NotFound` when there is no such community for the asker;
    /// `Invalid` when the query is too long or the cursor is none. No wording is an error.
    pub async fn search(&self, conn: &Conn<'_>, actor: Actor, wanted: Wanted<'_>) -> Result<Found> {
        let readable = readable_of(conn, actor, wanted.community).await?;
        if wanted.after.is_none() {
            self.hear_of_own(conn, actor).await?;
        }
        let audience = audience_of(conn, actor, &readable).await?;
        let asked = Asked::read(wanted.query).map_err(told)?;
        let names: Vec<Named> = asked.names().take(NAMES_MAX).cloned().collect();
        let asking = Asking {
            actor,
            readable: &readable,
            audience: &audience,
        };
        let asked = asked.with_names(self.ids_of(conn, &asking, &names).await?);
        let asked = asked.with_alike(self.alike());
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
            items: disposed(conn, actor, proposed.hits).await?,
            has_next: proposed.has_more,
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
            did_you_mean: proposed.did_you_mean,
            also: proposed.also,
        })
    }
}

/// Whose words the asker may find: those of these communities, and the answers of those threads there
/// that ask for an answer first and have theirs.
async fn audience_of(
    conn: &Conn<'_>,
    actor: Actor,
    readable: &[CommunityId],
) -> Result<Vec<String>> {
    let opened = channels::answers_opened_to(conn, actor, readable).await?;
    let communities = readable.iter().map(CommunityId::to_string);
    Ok(communities
        .chain(opened.iter().map(ThreadId::to_string))
        .collect())
}

pub(crate) async fn readable_of(
    conn: &Conn<'_>,
    actor: Actor,
    community: Option<CommunityId>,
) -> Result<Vec<CommunityId>> {
    if actor == Actor::Anonymous {
        return Err(Error::SignInFirst);
    }
    let readable = communities::readable_community_ids(conn, actor).await?;
    match community {
        None => Ok(readable),
        Some(id) if readable.contains(&id) => Ok(vec![id]),
        Some(_) => Err(Error::NotFound("community")),
    }
}

/// Of what the index proposes, what the asker may read now, in the order of the index.
async fn disposed(
    conn: &Conn<'_>,
    actor: Actor,
    hits: Vec<Hit>,
) -> Result<Vec<(String, FoundPost)>> {
    let ids: Vec<PostId> = hits.iter().filter_map(|hit| hit.id.parse().ok()).collect();
    let mut seen = posts_by_id(conn, actor, &ids).await?;
    let found = hits.into_iter().filter_map(|hit| {
        let seen = seen.remove(&hit.id.parse().ok()?)?;
        let found = FoundPost {
            seen,
            snippet: hit.snippet.into_string(),
            title_snippet: hit.title_snippet.into_string(),
            file: hit.file,
        };
        Some((cursor_of(&hit.cursor.to_string()), found))
    });
    Ok(found.collect())
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
