//! Whose the names in a search are: of the people, places and sessions that the asker may see. A name of
//! nobody and a name of somebody hidden are answered alike.
use crate::Searcher;
use crate::document::{KINDS, PERSON};
use crate::suggest::begins;
use communities::CommunitySeen;
use kernel::{Actor, CommunityId, Conn, Id, Result, SessionId, slug};
use search_index::{NameOf, Named};

/// As many people may be meant by one name.
const PEOPLE_MAX: u64 = 20;

/// As many sessions are looked through for a name.
const SESSIONS_MAX: usize = 500;

/// Who asks, and what they may read.
pub(crate) struct Asking<'a> {
    pub actor: Actor,
    pub readable: &'a [CommunityId],
    pub audience: &'a [String],
}

impl Searcher {
    /// The ids that each of these names stands for.
    pub(crate) async fn ids_of(
        &self,
        conn: &Conn<'_>,
        asking: &Asking<'_>,
        names: &[Named],
    ) -> Result<Vec<Vec<String>>> {
        let mut ids = Vec::with_capacity(names.len());
        for Named { of, text } in names {
            ids.push(match of {
                NameOf::Person => people(conn, asking.actor, text).await?,
                NameOf::Place => places(conn, asking, text).await?,
                NameOf::Session => self.sessions(conn, asking, text).await?,
                NameOf::Kind => kinds(text),
            });
        }
        Ok(ids)
    }

    /// Sessions by their number or their title: those that something belongs to which the asker may read.
    async fn sessions(
        &self,
        conn: &Conn<'_>,
        asking: &Asking<'_>,
        name: &str,
    ) -> Result<Vec<String>> {
        let audience = asking.audience.to_vec();
        let ids = self
            .blocking(move |index| index.sessions(&audience))
            .await?;
        // The greatest are the newest.
        let ids = ids.iter().rev().take(SESSIONS_MAX);
        let ids: Vec<SessionId> = ids.filter_map(|id| SessionId::parse(id).ok()).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sessions = sessions::sessions_visible_to(conn, asking.actor, &ids).await?;
        let named: Vec<(String, &String, String)> = sessions
            .iter()
            .map(|seen| &seen.session)
            .map(|it| (it.number.to_string(), &it.title, it.id.to_string()))
            .collect();
        let named = named
            .iter()
            .map(|(number, title, id)| (number, *title, id.clone()));
        Ok(exact_or_beginning(name, named))
    }
}

async fn people(conn: &Conn<'_>, actor: Actor, name: &str) -> Result<Vec<String>> {
    if name == "me" {
        return Ok(actor.person().iter().map(ToString::to_string).collect());
    }
    let fellows = communities::people_beginning_with(conn, actor, name, PEOPLE_MAX).await?;
    let named = fellows
        .iter()
        .map(|it| (&it.handle, &it.name, it.id.to_string()));
    Ok(exact_or_beginning(name, named))
}

async fn places(conn: &Conn<'_>, asking: &Asking<'_>, name: &str) -> Result<Vec<String>> {
    let (actor, readable) = (asking.actor, asking.readable);
    let communities = communities::communities_visible_to(conn, actor, readable).await?;
    let channels = channels::channels_visible_to(conn, actor, readable).await?;
    let communities = communities
        .iter()
        .map(|CommunitySeen { community: it, .. }| (&it.slug, &it.name, it.id.to_string()));
    let channels = channels
        .iter()
        .map(|it| (&it.slug, &it.name, it.id.to_string()));
    Ok(exact_or_beginning(name, communities.chain(channels)))
}

fn kinds(name: &str) -> Vec<String> {
    let name = name.to_lowercase();
    // All of them have a plural that people may type.
    let plural = |kind: &str| match kind.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{kind}s"),
    };
    let name = if name == "people" { PERSON } else { &name };
    let kind = KINDS
        .iter()
        .find(|kind| **kind == name || plural(kind) == name);
    kind.map(|kind| (*kind).to_owned()).into_iter().collect()
}

/// The ids of those who are called exactly so, in short or in full; of those whose name begins so, where
/// nobody is.
fn exact_or_beginning<'a>(
    name: &str,
    named: impl Iterator<Item = (&'a String, &'a String, String)>,
) -> Vec<String> {
    let (mut exact, mut beginning) = (Vec::new(), Vec::new());
    let (lowered, plain) = (name.to_lowercase(), slug(name));
    for (short, full, id) in named {
        // A name without Latin letters has no plain form.
        let alike = !plain.is_empty() && slug(full) == plain;
        if alike || *short == lowered || full.to_lowercase() == lowered {
            exact.push(id);
        } else if short.starts_with(&lowered) || begins(full, name) {
            beginning.push(id);
        }
    }
    match exact.is_empty() {
        true => beginning,
        false => exact,
    }
}
