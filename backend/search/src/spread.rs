//! How the results of a search are spread, each share with what narrows the search to it.
use communities::CommunitySeen;
use kernel::{Actor, CommunityId, Conn, Id, PersonId, Result, SessionId};
use search_index::{Facets, Mark, Share, Time};
use std::collections::HashMap;

/// By what results are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum FacetOf {
    /// What it is: a question, a reply.
    Kind,
    /// The community that it stands in.
    Community,
    /// The channel that it stands in.
    Channel,
    /// The session that it belongs to.
    Session,
    /// Who wrote it, with their name.
    Person,
    /// The year in which it was written, where the results are of more than two years.
    Year,
    /// The month in which it was written, otherwise.
    Month,
    /// What is known of it: that somebody stands behind it, that something in it was corrected.
    Mark,
}

/// A share of the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    pub of: FacetOf,
    /// What narrows the search to it, when it is added to its words.
    pub operator: String,
    /// A name of its own. Kinds and marks are words of the index.
    pub name: String,
    pub count: u64,
}

/// The shares under the names that the asker may read. What has none for them is left out.
pub(crate) async fn facets_of(conn: &Conn<'_>, actor: Actor, spread: Facets) -> Result<Vec<Facet>> {
    let communities = communities_of(conn, actor, &spread).await?;
    let channels = channels_of(conn, actor, &spread).await?;
    let sessions = sessions_of(conn, actor, &spread).await?;
    let people = people_of(conn, &spread).await?;
    let kinds = spread
        .kinds
        .into_iter()
        .map(|Share { value, count }| Facet {
            of: FacetOf::Kind,
            operator: format!("kind:{value}"),
            name: value,
            count,
        });
    let times = spread.times.into_iter().map(written);
    let marks = spread
        .marks
        .into_iter()
        .map(|Share { value, count }| Facet {
            of: FacetOf::Mark,
            operator: match value {
                Mark::Filed => "has:file".to_owned(),
                mark => format!("is:{}", mark.word()),
            },
            name: value.word().to_owned(),
            count,
        });
    let named = [
        named(FacetOf::Community, &spread.communities, &communities),
        named(FacetOf::Channel, &spread.channels, &channels),
        named(FacetOf::Session, &spread.sessions, &sessions),
        named(FacetOf::Person, &spread.authors, &people),
    ];
    let named = named.into_iter().flatten();
    Ok(kinds.chain(named).chain(times).chain(marks).collect())
}

/// A month is named `2026-05`, as operators know it.
fn written(Share { value, count }: Share<Time>) -> Facet {
    let (of, from, to) = match value {
        Time::Year(year) => (FacetOf::Year, year.to_string(), (year + 1).to_string()),
        Time::Month(year, month) => {
            let next = match month {
                12 => format!("{}-01", year + 1),
                _ => format!("{year}-{:02}", month + 1),
            };
            (FacetOf::Month, format!("{year}-{month:02}"), next)
        }
    };
    Facet {
        of,
        operator: [format!("after:{from}"), format!("before:{to}")].join(" "),
        name: from,
        count,
    }
}

/// Of an id, what narrows to it and what it is called.
type Names = HashMap<String, (String, String)>;

fn named(of: FacetOf, shares: &[Share], names: &Names) -> Vec<Facet> {
    let known = shares.iter().filter_map(|Share { value, count }| {
        let (operator, name) = names.get(value)?.clone();
        Some(Facet {
            of,
            operator,
            name,
            count: *count,
        })
    });
    known.collect()
}

fn ids<T: Id>(shares: &[Share]) -> Vec<T> {
    let ids = shares
        .iter()
        .filter_map(|share| T::parse(&share.value).ok());
    ids.collect()
}

async fn communities_of(conn: &Conn<'_>, actor: Actor, spread: &Facets) -> Result<Names> {
    let ids: Vec<CommunityId> = ids(&spread.communities);
    let seen = communities::communities_visible_to(conn, actor, &ids).await?;
    let names = seen.into_iter().map(|CommunitySeen { community: it, .. }| {
        (it.id.to_string(), (format!("in:{}", it.slug), it.name))
    });
    Ok(names.collect())
}

async fn channels_of(conn: &Conn<'_>, actor: Actor, spread: &Facets) -> Result<Names> {
    if spread.channels.is_empty() {
        return Ok(Names::new());
    }
    let communities: Vec<CommunityId> = ids(&spread.communities);
    let channels = channels::channels_visible_to(conn, actor, &communities).await?;
    let names = channels
        .into_iter()
        .map(|it| (it.id.to_string(), (format!("in:{}", it.slug), it.name)));
    Ok(names.collect())
}

async fn sessions_of(conn: &Conn<'_>, actor: Actor, spread: &Facets) -> Result<Names> {
    let ids: Vec<SessionId> = ids(&spread.sessions);
    if ids.is_empty() {
        return Ok(Names::new());
    }
    let seen = sessions::sessions_visible_to(conn, actor, &ids).await?;
    let names = seen.into_iter().map(|seen| {
        let (session, place) = (seen.session, seen.community.slug);
        // A number is one of its community.
        let operator = [format!("session:{}", session.number), format!("in:{place}")].join(" ");
        (session.id.to_string(), (operator, session.title))
    });
    Ok(names.collect())
}

/// Whoever wrote what may be read may be named for it; who wrote without a name is in no share.
async fn people_of(conn: &Conn<'_>, spread: &Facets) -> Result<Names> {
    let ids: Vec<PersonId> = ids(&spread.authors);
    let people = identity::people_by_ids(conn, &ids).await?;
    let names = people
        .into_iter()
        .map(|it| (it.id.to_string(), (format!("from:{}", it.handle), it.name)));
    Ok(names.collect())
}
