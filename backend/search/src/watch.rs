//! Looking again for those who saved a search: as they would, with their own leave, at that moment.
use crate::commands::{Find, TellOfFinds};
use crate::{Among, Count, SavedSearch, Searcher, Thing, Wanted, store};
use channels::{Follow, Post, PostSeen};
use kernel::{Actor, Conn, Db, Error, First, Result};

/// How many searches are looked after at once, before others may write.
const HANDFUL: u64 = 20;
/// So many new posts are counted, at most.
const NEW_MAX: i32 = 100;

impl Searcher {
    /// Looks whether saved searches find something new, a handful of them, and tells of it; returns how
    /// many were looked after.
    ///
    /// # Errors
    /// When the disk or the database fails.
    pub async fn watch_saved(&self, db: &Db) -> Result<usize> {
        // What is not in the index yet would be told of late, or not at all.
        if self.is_warming() {
            return Ok(0);
        }
        let conn = db.read();
        let due = store::searches_due(&conn, (db.now(), HANDFUL)).await?;
        if due.is_empty() {
            return Ok(0);
        }
        let mut looked = Vec::with_capacity(due.len());
        for search in &due {
            looked.push((search.id, self.news_for(db, &conn, search).await?));
        }
        db.write(Actor::System, TellOfFinds { looked }).await?;
        Ok(due.len())
    }

    async fn news_for(
        &self,
        db: &Db,
        conn: &Conn<'_>,
        search: &SavedSearch,
    ) -> Result<Option<Find>> {
        let person = identity::person_by_id(conn, search.person_id).await?;
        let Some(person) = person.filter(|person| person.suspended_at.is_none()) else {
            return Ok(None);
        };
        let actor = identity::actor_of(&person);
        let wanted = Wanted {
            query: &search.query,
            community: search.community_id,
            since: Some(search.told_through),
            among: Among::Posts,
            first: First::parse(NEW_MAX)?,
            after: None,
            count: Count::Total,
            now: db.now(),
        };
        match self.search(conn, actor, wanted).await {
            Ok(found) => {
                let posts = found
                    .page
                    .items
                    .iter()
                    .filter_map(|(_, it)| match &it.thing {
                        Thing::Post(seen) => Some(&**seen),
                        Thing::Person(_) | Thing::Session(_) => None,
                    });
                let news = posts.filter(|seen| is_news(seen, search, actor));
                Ok(summed_up(news.map(|seen| &seen.post)))
            }
            // They may not read there any more.
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Nobody is told of their own words, nor of a conversation that they want to hear nothing of.
fn is_news(seen: &PostSeen, search: &SavedSearch, actor: Actor) -> bool {
    let reader = seen.thread.reader.as_ref();
    seen.post.created_at > search.told_through
        && !seen.post.is_by(actor)
        && reader.is_none_or(|reader| reader.follow != Follow::Muted)
}

fn summed_up<'a>(news: impl Iterator<Item = &'a Post>) -> Option<Find> {
    news.map(|post| Find {
        community: post.community_id,
        count: 1,
        through: post.created_at,
    })
    .reduce(|all, one| Find {
        community: match one.through > all.through {
            true => one.community,
            false => all.community,
        },
        count: all.count + 1,
        through: all.through.max(one.through),
    })
}
