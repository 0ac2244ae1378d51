//! What stands beside the words of posts. Whether a passage stands is decided when it is read: an author
//! who edits it away is shown as having revised it from that moment on.
use crate::anchor::{Text, mark};
use crate::{Misconception, Occurrence, OccurrenceState, store};
use channels::{Post, PostSeen, Thread};
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
    /// Whether the title of the conversation says it, and the words of the post do not.
    pub is_in_title: bool,
}

/// What is said with a post: its own words, and the title of the conversation that it opens.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    pub post: &'a Post,
    title: Option<&'a str>,
    /// When any of it was last changed, as far as is known.
    changed_at: Option<DateTime<Utc>>,
}

impl<'a> Said<'a> {
    pub fn of(post: &'a Post, thread: Option<&'a Thread>) -> Self {
        let opens = thread.filter(|thread| post.number == 1 && thread.id == post.thread_id);
        Self {
            post,
            // What a moderator withholds is said still, to those who may read it.
            title: opens.map(|it| it.hidden_title.as_deref().unwrap_or(&it.title)),
            changed_at: post.edited_at,
        }
    }

    pub fn seen(seen: &'a PostSeen) -> Self {
        Self::of(&seen.post, Some(&seen.thread.thread))
    }

    /// As it is known to have been changed at a moment.
    pub fn changed(self, at: DateTime<Utc>) -> Self {
        Self {
            changed_at: Some(at),
            ..self
        }
    }

    /// The title, as something in which passages are looked for.
    pub fn title(&self) -> Option<Text> {
        self.title.map(Text::of_line)
    }

    fn title_says(&self, passage: &Occurrence) -> bool {
        let title = self.title();
        title.is_some_and(|title| passage.anchor().find(&title).is_some())
    }
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
    posts: &[&PostSeen],
) -> Result<HashMap<PostId, Beside>> {
    let posts: Vec<Said<'_>> = posts.iter().map(|seen| Said::seen(seen)).collect();
    let quoted: HashMap<PostId, Vec<PostId>> = posts
        .iter()
        .map(|it| (it.post.id, linked_posts(&it.post.html)))
        .collect();
    let mut ids: Vec<PostId> = quoted.values().flatten().copied().collect();
    let examined = posts.iter().filter(|it| it.post.examined);
    ids.extend(examined.map(|it| it.post.id));
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let corrected = store::corrected_posts(conn, &ids).await?;
    let beside = posts.iter().filter_map(|said| {
        let linked = quoted.get(&said.post.id)?;
        let beside = beside(said, linked, &corrected);
        (!beside.corrections.is_empty()).then_some((said.post.id, beside))
    });
    Ok(beside.collect())
}

fn beside(said: &Said<'_>, linked: &[PostId], corrected: &[(Occurrence, Misconception)]) -> Beside {
    let post = said.post;
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
        let is_in_title = is_own && place.is_none() && said.title_says(occurrence);
        let state = match is_own {
            true if is_in_title => OccurrenceState::Stands,
            true => {
                let changed_at = said.changed_at.max(occurrence.revised_at);
                state(place.as_ref(), changed_at, told_at(record))
            }
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
            is_in_title,
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
    said: &Said<'_>,
    told_at: Option<DateTime<Utc>>,
) -> Occurrence {
    let post = said.post;
    let found = look(passage, &post.html);
    let changed_at = said.changed_at.max(passage.revised_at);
    let state = match found.is_none() && said.title_says(passage) {
        true => OccurrenceState::Stands,
        false => state(found.as_ref(), changed_at, told_at),
    };
    Occurrence {
        // Its conversation may have become part of another.
        channel_id: post.channel_id,
        thread_id: post.thread_id,
        start: found.map_or(passage.start, |(start, _)| Some(start)),
        end: found.map_or(passage.end, |(_, end)| Some(end)),
        revised_at: match state {
            OccurrenceState::Stands => None,
            OccurrenceState::Revised | OccurrenceState::Lost => {
                passage.revised_at.or(said.changed_at)
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
