//! What was found, as it is shown: marked in the words that the database has of it now. The index keeps none.
use crate::find::things_by_id;
use crate::others::documents_of_sessions;
use crate::person::said_by;
use crate::{FoundThing, Thing};
use channels::PostSeen;
use kernel::{Actor, Conn, Error, PostId, Result, cursor_of};
use search_index::{Attached, Hit, Marker, Meant};
use std::collections::HashMap;

/// What there is to read of what was found: its title or what it stands under, and what was said.
struct Words {
    title: String,
    body: String,
}

/// Of what the index proposes, what the asker may read now, in the order of the index.
pub(crate) async fn disposed(
    conn: &Conn<'_>,
    actor: Actor,
    (hits, marker): (Vec<Hit>, Marker),
) -> Result<Vec<(String, FoundThing)>> {
    let ids: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
    let mut things = things_by_id(conn, actor, &ids).await?;
    let mut planned = said_of_sessions(conn, things.values()).await?;
    let marking = tokio::task::spawn_blocking(move || {
        let (mut found, mut marker) = (Vec::with_capacity(hits.len()), marker);
        for hit in hits {
            let Some(thing) = things.remove(&hit.id) else {
                continue;
            };
            let words = words_of(&thing, planned.remove(&hit.id));
            let shown = FoundThing {
                thing,
                snippet: marker.body(&hit, &words.body).into_string(),
                title_snippet: marker.title(&hit, &words.title).into_string(),
                file: None,
            };
            found.push((hit, shown));
        }
        (found, marker)
    });
    let (mut found, marker) = marking.await.map_err(Error::internal)?;
    let files = files_of(conn, &found).await?;
    if !files.is_empty() {
        let marking = tokio::task::spawn_blocking(move || mark_files(found, &files, marker));
        found = marking.await.map_err(Error::internal)?;
    }
    let found = found.into_iter();
    let found = found.map(|(hit, shown)| (cursor_of(&hit.cursor.to_string()), shown));
    Ok(found.collect())
}

/// What may have been meant, as a document that the asker may read now writes it.
pub(crate) async fn written(
    conn: &Conn<'_>,
    actor: Actor,
    meant: &Meant,
) -> Result<Option<String>> {
    let ids: Vec<&str> = meant.documents().collect();
    let things = things_by_id(conn, actor, &ids).await?;
    let planned = said_of_sessions(conn, things.values()).await?;
    Ok(meant.written(|id| {
        let words = words_of(things.get(id)?, planned.get(id).cloned());
        Some([words.body, words.title].join("\n"))
    }))
}

fn words_of(thing: &Thing, planned: Option<String>) -> Words {
    match thing {
        Thing::Post(seen) => Words {
            title: seen.thread.thread.title.clone(),
            body: kernel::strip_markup(&seen.post.html),
        },
        Thing::Person(person) => Words {
            title: person.name.clone(),
            body: said_by(person),
        },
        Thing::Session(seen) => Words {
            title: seen.session.title.clone(),
            body: planned.unwrap_or_default(),
        },
    }
}

/// What sessions are about, with their objectives.
async fn said_of_sessions(
    conn: &Conn<'_>,
    things: impl Iterator<Item = &Thing>,
) -> Result<HashMap<String, String>> {
    let sessions = things.filter_map(|thing| match thing {
        Thing::Session(seen) => Some(&seen.session),
        Thing::Post(_) | Thing::Person(_) => None,
    });
    let sessions: Vec<_> = sessions.cloned().collect();
    if sessions.is_empty() {
        return Ok(HashMap::new());
    }
    let documents = documents_of_sessions(conn, &sessions).await?.into_iter();
    Ok(documents.map(|it| (it.id, it.body)).collect())
}

/// The files of posts in which nothing was marked.
async fn files_of(
    conn: &Conn<'_>,
    found: &[(Hit, FoundThing)],
) -> Result<HashMap<PostId, Vec<Attached>>> {
    let unmarked = found.iter().filter_map(|(_, shown)| unmarked(shown));
    let posts = unmarked.filter(|seen| seen.post.file_count > 0);
    let posts: Vec<PostId> = posts.map(|seen| seen.post.id).collect();
    let mut files: HashMap<PostId, Vec<Attached>> = HashMap::new();
    if !posts.is_empty() {
        for (post, name, text) in channels::said_in_files(conn, &posts).await? {
            let of_post = files.entry(post).or_default();
            of_post.push(Attached { name, text });
        }
    }
    Ok(files)
}

fn unmarked(shown: &FoundThing) -> Option<&PostSeen> {
    match &shown.thing {
        Thing::Post(seen) if !shown.snippet.contains("<mark>") => Some(seen),
        Thing::Post(_) | Thing::Person(_) | Thing::Session(_) => None,
    }
}

fn mark_files(
    mut found: Vec<(Hit, FoundThing)>,
    files: &HashMap<PostId, Vec<Attached>>,
    mut marker: Marker,
) -> Vec<(Hit, FoundThing)> {
    for (hit, shown) in &mut found {
        let of_post = unmarked(shown).and_then(|seen| files.get(&seen.post.id));
        let marked = of_post.and_then(|files| marker.in_files(hit, files));
        if let Some((name, snippet)) = marked {
            shown.file = Some(name.to_owned());
            shown.snippet = snippet.into_string();
        }
    }
    found
}
