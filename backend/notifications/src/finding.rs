//! Who is told of what a saved search found: whoever saved it.
use crate::announcing::{Telling, settle, tell_people};
use crate::{NoticeFacts, NoticeKind};
use kernel::{Error, Event, Fact, Result, Tx};
use search::{SavedSearchFound, SavedSearchRemoved};

/// Tells of what a fact says about saved searches.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        SavedSearchFound::KIND => match fact.as_event::<SavedSearchFound>() {
            Some(it) => tell(tx, fact, it).await,
            None => Ok(()),
        },
        SavedSearchRemoved::KIND => match fact.as_event::<SavedSearchRemoved>() {
            Some(it) => settle(tx, &it.saved_search.to_string(), Some(it.person)).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn tell(tx: &Tx, fact: &Fact, it: SavedSearchFound) -> Result<()> {
    let search = match search::saved_search(&tx.conn(), it.saved_search).await {
        Ok(search) => search,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::SearchFound,
        about: search.id.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: search.name,
            count: Some(it.count),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}
