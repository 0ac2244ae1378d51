//! What stands beside the words of posts. Whether a passage stands is decided when it is read: an author
//! who edits it away is shown as having revised it from that moment on.
use crate::anchor::{Text, mark};
use crate::{Misconception, Occurrence, OccurrenceState, store};
use channels::Post;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Id, PersonId, PostId, Result};
use std::collections::HashMap;

/// What stands beside a post.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// The words of the post as shown, with each corrected passage marked.
    pub html: String,
    pub corrections: Vec<Correction>,
}

/// A correction of a passage.
#[derive(Clone, Debug)]
pub struct Correction {
    pub occurrence: Occurrence,
    pub record: Misconception,
    /// Where the passage begins and ends in the plain text of the post, in UTF-16 units; nothing once it
    /// was revised.
    pub place: Option<(i32, i32)>,
    pub state: OccurrenceState,
    /// Whether it stands in a post that this one quotes.
    pub is_quoted: bool,
}

/// The address of a post, as quotes link to it.
const LINK: &str = "/go/post_";

/// Whether there may be something beside a post: nobody needs to ask for one that has nothing.
pub fn may_be_corrected(post: &Post) -> bool {
    post.examined || post.html.contains(LINK)
}

/// What stands beside each of these posts; posts with nothing are left out.
pub async fn corrections_beside(
    conn: &Conn<'_>,
    posts: &[&Post],
) -> Result<HashMap<PostId, Beside>> {
    let quoted: HashMap<PostId, Vec<PostId>> = posts
        .iter()
        .map(|post| (post.id, linked_posts(&post.html)))
        .collect();
    let mut ids: Vec<PostId> = quoted.values().flatten().copied().collect();
    ids.extend(posts.iter().filter(|it| it.examined).map(|it| it.id));
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let corrected = store::corrected_posts(conn, &ids).await?;
    let beside = posts.iter().filter_map(|post| {
        let linked = quoted.get(&post.id)?;
        let beside = beside(post, linked, &corrected);
        (!beside.corrections.is_empty()).then_some((post.id, beside))
    });
    Ok(beside.collect())
}

fn beside(post: &Post, linked: &[PostId], corrected: &[(Occurrence, Misconception)]) -> Beside {
    let text = Text::of(&post.html);
    let mut places = Vec::new();
    let mut corrections = Vec::new();
    for (occurrence, record) in corrected {
        let is_own = occurrence.post_id == post.id;
        if !is_own && !linked.contains(&occurrence.post_id) {
            continue;
        }
        let mut anchor = occurrence.anchor();
        if !is_own {
            anchor.start = None;
        }
        let place = anchor.find(&text);
        let state = match is_own {
            true => state(place.as_ref(), post.edited_at, told_at(record)),
            // What a quote left out is not there.
            false if place.is_none() => continue,
            false => OccurrenceState::Stands,
        };
        if state == OccurrenceState::Lost {
            continue;
        }
        let ends = place.as_ref().map(|it| (it.start(&text), it.end(&text)));
        corrections.push(Correction {
            place: ends
                .and_then(|(start, end)| Some((start.try_into().ok()?, end.try_into().ok()?))),
            occurrence: Occurrence {
                revised_at: occurrence.revised_at.or(post.edited_at),
                ..occurrence.clone()
            },
            record: record.clone(),
            state,
            is_quoted: !is_own,
        });
        places.extend(place.map(|place| (place, occurrence.id.to_string())));
    }
    Beside {
        html: mark(&text, &post.html, &places),
        corrections,
    }
}

/// When the authors of a misconception were told of it.
pub(crate) fn told_at(record: &Misconception) -> Option<DateTime<Utc>> {
    record.offered_at.or(record.published_at)
}

/// What became of a passage: an edit after its author was told is a revision, whoever made it.
pub(crate) fn state<Place>(
    place: Option<&Place>,
    edited_at: Option<DateTime<Utc>>,
    told_at: Option<DateTime<Utc>>,
) -> OccurrenceState {
    match (edited_at, told_at) {
        _ if place.is_some() => OccurrenceState::Stands,
        (Some(edited), Some(told)) if edited >= told => OccurrenceState::Revised,
        _ => OccurrenceState::Lost,
    }
}

/// A passage after it was looked for in its post as that reads now.
pub(crate) fn looked_for(
    passage: &Occurrence,
    post: &Post,
    told_at: Option<DateTime<Utc>>,
) -> Occurrence {
    let found = look(passage, &post.html);
    let state = state(found.as_ref(), post.edited_at, told_at);
    Occurrence {
        // Its conversation may have become part of another.
        channel_id: post.channel_id,
        thread_id: post.thread_id,
        start: found.map_or(passage.start, |(start, _)| Some(start)),
        end: found.map_or(passage.end, |(_, end)| Some(end)),
        revised_at: match state {
            OccurrenceState::Stands => None,
            OccurrenceState::Revised | OccurrenceState::Lost => {
                passage.revised_at.or(post.edited_at)
            }
        },
        state,
        ..passage.clone()
    }
}

/// Where a passage begins and ends in the plain text of a post that reads so.
fn look(occurrence: &Occurrence, html: &str) -> Option<(i32, i32)> {
    let text = Text::of(html);
    let place = occurrence.anchor().find(&text)?;
    let (start, end) = (place.start(&text), place.end(&text));
    Some((start.try_into().ok()?, end.try_into().ok()?))
}

/// The posts that a text links to, each once.
fn linked_posts(html: &str) -> Vec<PostId> {
    const PREFIX: usize = "/go/".len();
    const ID_BYTES: usize = 26 + "post_".len();
    let mut linked = Vec::new();
    for (at, _) in html.match_indices(LINK) {
        let id = html.get(at + PREFIX..at + PREFIX + ID_BYTES);
        if let Some(id) = id.and_then(|id| <PostId as Id>::parse(id).ok())
            && !linked.contains(&id)
        {
            linked.push(id);
        }
    }
    linked
}

/// Whom to tell of a post of theirs.
pub(crate) fn author(post: &Post) -> PersonId {
    post.author_id.addressee()
}

pub(crate) fn is_by(post: &Post, actor: Actor) -> bool {
    post.is_by(actor)
}
