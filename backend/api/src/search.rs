//! Searching as GraphQL shows it.
mod saved;
mod synonyms;
mod vain;

pub use saved::{SavedSearchObject, SavedSearchQuery, SearchMutation};
pub use synonyms::{SynonymsMutation, SynonymsQuery};
pub use vain::{AskedInVainMutation, AskedInVainQuery};

use crate::channels::{Html, PostObject};
use crate::connection::cost;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::misconceptions::{MisconceptionObject, corrections_of_title};
use crate::sessions::SessionObject;
use ::search::{
    Among, Count, Facet, FacetOf, Found, FoundThing, Suggestion, SuggestionKind, Thing, Wanted,
};
use async_graphql::connection::{
    Connection, ConnectionNameType, DisableNodesField, Edge, EdgeNameType,
};
use async_graphql::{Context, Enum, Object, OutputType, SimpleObject, Union};
use kernel::{CommunityId, First, Result};

/// What a page of results says beside its results.
#[derive(SimpleObject)]
pub struct SearchFields {
    /// How many results there are on all pages.
    total_count: i32,
    /// If not, there are more than that.
    total_is_exact: bool,
    /// Whether the index is still being filled, so that something may be missing.
    is_warming: bool,
    /// How much of all that was said is in the index, in percent, while it is filled from the beginning.
    filled_percent: Option<i32>,
    /// How the words were read, where that is not plain.
    note: Option<SearchNote>,
    /// The same search with words that the viewer may read, in place of those that nothing has.
    did_you_mean: Option<String>,
    /// What was looked for beside the words, below them: in this organisation it means the same.
    also_searched: Vec<String>,
    /// How the results are spread over kinds, places, people, times and marks: of each the largest 20; of
    /// times the latest 24, by the month where they are of two years at most.
    facets: Vec<SearchFacet>,
}

/// A share of the results of a search.
#[derive(SimpleObject)]
pub struct SearchFacet {
    /// By what is counted.
    of: FacetOf,
    /// What narrows the search to this share, when it is added to its words.
    operator: String,
    /// What it is called. Kinds, marks and months bear the words that operators know: `question`, `verified`,
    /// `2026-05`.
    name: String,
    /// How many results it has on all pages.
    count: i32,
}

/// How the words of a search were read, where that is not plain.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "::search::Note")]
pub enum SearchNote {
    /// There is no word to look for.
    NothingAsked,
    /// A quotation mark is not closed, so there is no phrase: each word is looked for.
    UnclosedQuote,
    /// Everything was excluded, so the excluded words are looked for instead.
    OnlyExclusions,
    /// What an operator was given is nothing that it knows, so it was read as words.
    UnknownOperand,
    /// Nothing has all of the words: what is found has some of them.
    SomeOfTheWords,
}

/// Something that can be found.
#[derive(Clone, Union)]
pub enum SearchResult {
    Post(Box<PostObject>),
    Person(Box<PersonObject>),
    Session(Box<SessionObject>),
}

/// What was found, and where in it.
#[derive(SimpleObject)]
pub struct SearchEdgeFields {
    /// What was found; `node` is the same where that is a post.
    found: SearchResult,
    /// The part of its words that fits, with what fits in `<mark>`.
    snippet: Html,
    /// What it is called, which for a post is the title of its conversation, with what fits in `<mark>`.
    title_snippet: Html,
    /// The name of the attached file that the part is of; nothing when it is of the post.
    file: Option<String>,
}

pub struct SearchName;

impl ConnectionNameType for SearchName {
    fn type_name<T: OutputType>() -> String {
        "SearchConnection".to_owned()
    }
}

impl EdgeNameType for SearchName {
    fn type_name<T: OutputType>() -> String {
        "SearchEdge".to_owned()
    }
}

type SearchConnection = Connection<
    String,
    Option<PostObject>,
    SearchFields,
    SearchEdgeFields,
    SearchName,
    SearchName,
    DisableNodesField,
>;

/// Somewhere to go.
pub struct SuggestionObject(Suggestion);

#[Object(name = "Suggestion")]
impl SuggestionObject {
    /// What it leads to.
    async fn kind(&self) -> SuggestionKind {
        self.0.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What is corrected of the title of a conversation.
    async fn title_corrections(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionObject>> {
        match self.0.thread {
            Some(thread) => corrections_of_title(ctx, (thread, &self.0.title)).await,
            None => Ok(Vec::new()),
        }
    }

    /// Where it is, or which of those with the same title.
    async fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// Where it is: a path of the web app.
    async fn path(&self) -> &str {
        &self.0.path
    }
}

#[derive(Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// What the viewer may see in which the words occur, best first: posts, people and sessions. Operators
    /// alone are asked of posts, unless `kind:` asks for others. No wording is an error.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Words, \"phrases\", -excluded, begin*, and operators: from: in: session: kind: tag: is: has: before: after:. At most 512 characters."
        )]
        query: String,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last result seen.")] after: Option<String>,
        #[graphql(desc = "Only in this community.")] community: Option<CommunityId>,
    ) -> Result<SearchConnection> {
        let searcher = &ctx.app().searcher;
        let wanted = Wanted {
            query: &query,
            community,
            since: None,
            among: Among::Everything,
            first: First::parse(first)?,
            after: after.as_deref(),
            count: match ctx.look_ahead().field("facets").exists() {
                true => Count::Facets,
                false => Count::Total,
            },
            now: ctx.app().db.now(),
        };
        let found = searcher.search(&ctx.conn(), ctx.actor(), wanted).await?;
        Ok(results(found))
    }

    /// Communities, channels, people, sessions, saved searches, tags and conversations of the viewer whose names
    /// begin as typed.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn suggest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was typed so far, at most 200 characters.")] query: String,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "Only in this community.")] community: Option<CommunityId>,
    ) -> Result<Vec<SuggestionObject>> {
        let searcher = &ctx.app().searcher;
        let typed = (query.as_str(), community);
        let first = First::parse(first)?;
        let suggestions = searcher
            .suggest(&ctx.conn(), ctx.actor(), typed, first)
            .await?;
        Ok(suggestions.into_iter().map(SuggestionObject).collect())
    }
}

impl From<Facet> for SearchFacet {
    fn from(facet: Facet) -> Self {
        let Facet {
            of,
            operator,
            name,
            count,
        } = facet;
        Self {
            of,
            operator,
            name,
            count: i32::try_from(count).unwrap_or(i32::MAX),
        }
    }
}

fn results(found: Found) -> SearchConnection {
    let fields = SearchFields {
        total_count: i32::try_from(found.total).unwrap_or(i32::MAX),
        total_is_exact: found.total_is_exact,
        is_warming: found.is_warming,
        filled_percent: found.filled_percent.map(i32::from),
        note: found.note.map(SearchNote::from),
        did_you_mean: found.did_you_mean,
        also_searched: found.also,
        facets: found.facets.into_iter().map(SearchFacet::from).collect(),
    };
    let has_next = found.page.has_next;
    let mut connection = SearchConnection::with_additional_fields(false, has_next, fields);
    let edges = found.page.items.into_iter().map(|(cursor, found)| {
        let FoundThing {
            thing,
            snippet,
            title_snippet,
            file,
        } = found;
        let (node, found) = match thing {
            Thing::Post(seen) => {
                let post = PostObject::from(*seen);
                (Some(post.clone()), SearchResult::Post(Box::new(post)))
            }
            Thing::Person(person) => (None, SearchResult::Person(Box::new(PersonObject(*person)))),
            Thing::Session(seen) => (None, SearchResult::Session(Box::new((*seen).into()))),
        };
        let fields = SearchEdgeFields {
            found,
            snippet: Html(snippet),
            title_snippet: Html(title_snippet),
            file,
        };
        Edge::with_additional_fields(cursor, node, fields)
    });
    connection.edges.extend(edges);
    connection
}
