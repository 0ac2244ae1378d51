//! What somebody may mean while they type: places, people, sessions, searches they keep, tags and titles
//! of conversations.
use crate::document::{NO_POSTS, PERSON, SESSION};
use crate::find::{people_by_id, places_of, posts_by_id, sessions_by_id};
use crate::{Searcher, saved_searches};
use communities::{Community, CommunitySeen};
use kernel::{
    Actor, CommunityId, Conn, First, Id, PersonId, PostId, Result, SessionId, ThreadId,
    optional_line, slug,
};
use search_index::Kinds;
use std::collections::HashMap;

/// What is suggested is of so many kinds.
const GROUPS: usize = 7;
/// More than anybody types to find a name.
const TYPED_CHARS_MAX: usize = 200;

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum SuggestionKind {
    /// A community.
    Community,
    /// A channel.
    Channel,
    /// A conversation.
    Thread,
    /// A person.
    Person,
    /// A session.
    Session,
    /// A search that the viewer keeps.
    SavedSearch,
    /// A tag: what has it.
    Tag,
}

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub kind: SuggestionKind,
    pub title: String,
    /// Where it is, or which of those with the same title.
    pub detail: Option<String>,
    /// A path of the web app.
    pub path: String,
    /// The conversation, where it is one.
    pub thread: Option<ThreadId>,
}

impl Searcher {
    /// The asker's communities, channels, fellow members, sessions, saved searches, tags and conversations in
    /// whose name each typed word begins a word; in this order, and none of them crowds out the others.
    ///
    /// # Errors
    /// `SignInFirst` when nobody asks; `NotFound` when there is no such community for the asker;
    /// `Invalid` when the query is too long.
    pub async fn suggest(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (typed, community): (&str, Option<CommunityId>),
        first: First,
    ) -> Result<Vec<Suggestion>> {
        let places = places_of(conn, actor, community).await?;
        let readable: Vec<CommunityId> = places.into_iter().map(|(id, _)| id).collect();
        let Some(typed) = optional_line("query", typed, TYPED_CHARS_MAX)? else {
            return Ok(Vec::new());
        };
        if readable.is_empty() {
            return Ok(Vec::new());
        }
        let names = names_of(conn, actor, &readable).await?;
        let groups = [
            communities_of(&names, &typed),
            channels_of(conn, actor, (&names, &typed)).await?,
            self.people_called(conn, actor, (&names, &typed), first)
                .await?,
            self.sessions_called(conn, actor, (&names, &typed), first)
                .await?,
            saved(conn, actor, (&names, &typed)).await?,
            self.tags(conn, actor, (&names, &typed, community), first)
                .await?,
            self.threads(conn, actor, (&names, &typed), first).await?,
        ];
        let enough = usize::try_from(first.get()).unwrap_or(1);
        Ok(shared_out(groups, enough))
    }

    /// The ids of what of these kinds has a title that begins as typed, in the order of the index.
    async fn called<T: Id>(
        &self,
        (names, typed): (&HashMap<CommunityId, Community>, &str),
        kinds: Kinds<'static>,
        first: First,
    ) -> Result<Vec<T>> {
        let audience: Vec<String> = names.keys().map(CommunityId::to_string).collect();
        let (typed, limit) = (typed.to_owned(), usize::try_from(first.get()).unwrap_or(1));
        let titles = self
            .blocking(move |index| index.titles((&typed, kinds), &audience, limit))
            .await?;
        Ok(titles
            .iter()
            .filter_map(|it| T::parse(&it.id).ok())
            .collect())
    }

    async fn people_called(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        typed: (&HashMap<CommunityId, Community>, &str),
        first: First,
    ) -> Result<Vec<Suggestion>> {
        let ids: Vec<PersonId> = self.called(typed, Kinds::Only(&[PERSON]), first).await?;
        let people = people_by_id(conn, actor, &ids).await?.into_iter();
        let mut people: HashMap<_, _> = people.map(|person| (person.id, person)).collect();
        let people = ids.iter().filter_map(|id| people.remove(id));
        let suggested = people.map(|person| Suggestion {
            kind: SuggestionKind::Person,
            title: person.name,
            detail: Some(format!("@{}", person.handle)),
            path: format!("/people/{}", person.handle),
            thread: None,
        });
        Ok(suggested.collect())
    }

    async fn sessions_called(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        typed: (&HashMap<CommunityId, Community>, &str),
        first: First,
    ) -> Result<Vec<Suggestion>> {
        let ids: Vec<SessionId> = self.called(typed, Kinds::Only(&[SESSION]), first).await?;
        let seen = sessions_by_id(conn, actor, &ids).await?.into_iter();
        let mut seen: HashMap<_, _> = seen.map(|it| (it.session.id, it)).collect();
        let seen = ids.iter().filter_map(|id| seen.remove(id));
        let suggested = seen.map(|it| Suggestion {
            kind: SuggestionKind::Session,
            title: it.session.title,
            detail: Some(it.community.name),
            path: format!("/c/{}/sessions/{}", it.community.slug, it.session.number),
            thread: None,
        });
        Ok(suggested.collect())
    }

    async fn threads(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (names, typed): (&HashMap<CommunityId, Community>, &str),
        first: First,
    ) -> Result<Vec<Suggestion>> {
        let kinds = Kinds::AllBut(&NO_POSTS);
        let ids: Vec<PostId> = self.called((names, typed), kinds, first).await?;
        let mut openings = posts_by_id(conn, actor, &ids).await?;
        let threads = ids.iter().filter_map(|id| {
            let thread = openings.remove(id)?.thread;
            let community = names.get(&thread.thread.community_id)?;
            Some(Suggestion {
                kind: SuggestionKind::Thread,
                title: thread.thread.title.clone(),
                detail: Some(format!("{} · {}", thread.channel.name, community.name)),
                path: format!("/go/{}", thread.thread.id),
                thread: Some(thread.thread.id),
            })
        });
        Ok(threads.collect())
    }

    /// As they are written in one conversation that the asker may read.
    async fn tags(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (names, typed, community): (&HashMap<CommunityId, Community>, &str, Option<CommunityId>),
        first: First,
    ) -> Result<Vec<Suggestion>> {
        let audience: Vec<String> = names.keys().map(CommunityId::to_string).collect();
        let limit = usize::try_from(first.get()).unwrap_or(1);
        let wanted = typed.to_owned();
        let proposed = self
            .blocking(move |index| index.tags(&wanted, &audience, limit))
            .await?;
        let ids: Vec<PostId> = proposed
            .iter()
            .filter_map(|it| it.id.parse().ok())
            .collect();
        let openings = posts_by_id(conn, actor, &ids).await?;
        let place = community.and_then(|id| Some(names.get(&id)?.slug.as_str()));
        let mut tags: Vec<Suggestion> = Vec::new();
        for tag in ids
            .iter()
            .filter_map(|id| openings.get(id))
            .flat_map(|opening| opening.thread.thread.tag_words())
            .filter(|tag| begins(tag, typed))
        {
            let path = path_of(&format!("tag:\"{tag}\""), place);
            if !tags.iter().any(|it| it.path == path) {
                tags.push(Suggestion {
                    kind: SuggestionKind::Tag,
                    title: tag,
                    detail: None,
                    path,
                    thread: None,
                });
            }
        }
        Ok(tags)
    }
}

async fn names_of(
    conn: &Conn<'_>,
    actor: Actor,
    readable: &[CommunityId],
) -> Result<HashMap<CommunityId, Community>> {
    let seen = communities::communities_visible_to(conn, actor, readable).await?;
    let own = seen
        .into_iter()
        .map(|CommunitySeen { community, .. }| (community.id, community));
    Ok(own.collect())
}

fn communities_of(names: &HashMap<CommunityId, Community>, typed: &str) -> Vec<Suggestion> {
    let mut places: Vec<Suggestion> = names
        .values()
        .filter(|community| begins(&community.name, typed))
        .map(|community| Suggestion {
            kind: SuggestionKind::Community,
            title: community.name.clone(),
            detail: None,
            path: format!("/c/{}", community.slug),
            thread: None,
        })
        .collect();
    places.sort_by(|a, b| a.title.cmp(&b.title));
    places
}

async fn channels_of(
    conn: &Conn<'_>,
    actor: Actor,
    (names, typed): (&HashMap<CommunityId, Community>, &str),
) -> Result<Vec<Suggestion>> {
    let ids: Vec<CommunityId> = names.keys().copied().collect();
    let channels = channels::channels_visible_to(conn, actor, &ids).await?;
    let fitting = channels.into_iter().filter_map(|channel| {
        let community = names.get(&channel.community_id)?;
        (channel.archived_at.is_none() && begins(&channel.name, typed)).then(|| Suggestion {
            kind: SuggestionKind::Channel,
            title: channel.name,
            detail: Some(community.name.clone()),
            path: format!("/c/{}/channels/{}", community.slug, channel.slug),
            thread: None,
        })
    });
    Ok(fitting.collect())
}

/// Searches of the asker's own that look where they may read.
async fn saved(
    conn: &Conn<'_>,
    actor: Actor,
    (names, typed): (&HashMap<CommunityId, Community>, &str),
) -> Result<Vec<Suggestion>> {
    let saved = saved_searches(conn, actor).await?.into_iter();
    let fitting = saved.filter(|it| begins(&it.name, typed) || begins(&it.query, typed));
    let suggested = fitting.filter_map(|search| {
        let community = match search.community_id {
            Some(id) => Some(names.get(&id)?),
            None => None,
        };
        Some(Suggestion {
            kind: SuggestionKind::SavedSearch,
            path: path_of(&search.query, community.map(|it| it.slug.as_str())),
            title: search.name,
            detail: community.map(|it| it.name.clone()),
            thread: None,
        })
    });
    Ok(suggested.collect())
}

fn path_of(query: &str, community: Option<&str>) -> String {
    let query = encoded(query);
    match community {
        Some(slug) => format!("/search?q={query}&in={slug}"),
        None => format!("/search?q={query}"),
    }
}

/// As a part of an address.
fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// Whether each typed word begins a word of the name; neither capitals nor accents make a difference.
pub(crate) fn begins(name: &str, typed: &str) -> bool {
    each_begins(&name.to_lowercase(), &typed.to_lowercase())
        || each_begins(&slug(name), &slug(typed))
}

fn each_begins(name: &str, typed: &str) -> bool {
    let words = |text: &'_ str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (name, typed) = (words(name), words(typed));
    let begun = |word: &String| name.iter().any(|of_name| of_name.starts_with(word));
    !typed.is_empty() && typed.iter().all(begun)
}

/// One of each group in turn until there are enough, then in the order of the groups.
fn shared_out(groups: [Vec<Suggestion>; GROUPS], enough: usize) -> Vec<Suggestion> {
    let mut shares = [0_usize; GROUPS];
    let mut left = enough;
    let longest = groups.iter().map(Vec::len).max().unwrap_or(0);
    for round in 1..=longest {
        for (share, group) in shares.iter_mut().zip(&groups) {
            if left > 0 && group.len() >= round {
                *share = round;
                left -= 1;
            }
        }
    }
    groups
        .into_iter()
        .zip(shares)
        .flat_map(|(group, share)| group.into_iter().take(share))
        .collect()
}
