use super::publish::{expose, shown, withdrawn};
use super::{RejectMisconception, moderated, steered, tell};
use crate::anchor::{Anchor, Text};
use crate::policy::See;
use crate::showing::{self, Said};
use crate::store;
use crate::{CorrectionOffered, Misconception, MisconceptionState, Occurrence, OccurrenceState};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{Moderate, Post, ThreadSeen};
use kernel::{
    Actor, Command, Error, MisconceptionId, OccurrenceId, Permit, PostId, Result, Tx, permit,
};

/// A passage is at most so long.
const QUOTE_CHARS_MAX: usize = 600;
const SURROUNDINGS_CHARS_MAX: usize = 200;

/// Some words of a post, in the plain text of its `bodyHtml`: a TextQuoteSelector with a
/// TextPositionSelector.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "PassageInput")]
pub struct Passage {
    /// The words, at most 600 characters.
    pub quote: String,
    /// What stands before them.
    #[graphql(default)]
    pub prefix: String,
    /// What stands after them.
    #[graphql(default)]
    pub suffix: String,
    /// Where they begin, in UTF-16 units.
    pub start: Option<i32>,
    /// Where they end, in UTF-16 units.
    pub end: Option<i32>,
}

impl Passage {
    /// The passage where it stands in a post now, or in the title of the conversation that it opens.
    ///
    /// # Errors
    /// `Conflict` with the words that stand now, when it does not.
    pub(super) fn anchored(&self, said: &Said<'_>) -> Result<(Anchor, Option<i32>)> {
        if self.quote.chars().all(|c| !c.is_alphanumeric()) {
            return Err(Error::invalid("passage", "select the words that are wrong"));
        }
        if self.quote.chars().count() > QUOTE_CHARS_MAX {
            return Err(Error::invalid(
                "passage",
                format!("{QUOTE_CHARS_MAX} characters are the most; select what is wrong alone"),
            ));
        }
        let surroundings = |words: &str| words.chars().count() <= SURROUNDINGS_CHARS_MAX;
        if !surroundings(&self.prefix) || !surroundings(&self.suffix) {
            return Err(Error::invalid(
                "passage",
                format!("{SURROUNDINGS_CHARS_MAX} characters around it are the most"),
            ));
        }
        let post = said.post;
        let text = Text::of(&post.html);
        let wanted = Anchor {
            quote: self.quote.clone(),
            prefix: self.prefix.clone(),
            suffix: self.suffix.clone(),
            start: self.start,
        };
        match wanted.find_letters(&text) {
            Some(place) => Ok((place.anchor(&text), i32::try_from(place.end(&text)).ok())),
            None => match in_title(&wanted, said) {
                Some(anchor) => Ok((anchor, None)),
                None => Err(Error::Conflict {
                    message: "somebody changed this passage meanwhile".into(),
                    current: Some(serde_json::json!({
                        "body": post.body, "bodyHtml": post.html, "revision": post.revision,
                    })),
                }),
            },
        }
    }
}

/// Some words of a title; they have no place in the words of the post.
fn in_title(wanted: &Anchor, said: &Said<'_>) -> Option<Anchor> {
    let title = said.title()?;
    let place = wanted.find_letters(&title)?;
    Some(Anchor {
        start: None,
        ..place.anchor(&title)
    })
}

/// Writes a passage down. Beside a correction that is published, it is shown at once, who read it is told,
/// and so is its author.
pub(super) async fn added(
    tx: &Tx,
    leave: &Permit<Moderate, ThreadSeen>,
    (record, post, (anchor, end)): (&Misconception, &Post, (Anchor, Option<i32>)),
) -> Result<Occurrence> {
    let known = store::occurrences_in_posts(&tx.conn(), &[post.id]).await?;
    let same = |it: &Occurrence| it.misconception_id == record.id && it.quote == anchor.quote;
    if known
        .iter()
        .any(|(it, _)| same(it) && it.start == anchor.start)
    {
        return Err(Error::conflict("this passage is known already"));
    }
    let occurrence = Occurrence {
        id: tx.id(),
        misconception_id: record.id,
        community_id: post.community_id,
        channel_id: post.channel_id,
        thread_id: post.thread_id,
        post_id: post.id,
        quote: anchor.quote,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        start: anchor.start,
        end,
        state: OccurrenceState::Stands,
        revised_at: None,
        added_by: leave.actor().person(),
        added_at: tx.now(),
        removed_at: None,
    };
    store::insert_occurrence(tx, leave, occurrence.clone()).await?;
    if record.state.is_public() {
        shown(tx, leave.actor(), &occurrence).await?;
        expose(tx, record, &[post]).await?;
    }
    if record.state.is_public() || record.state == MisconceptionState::AuthorsWindow {
        let fact = CorrectionOffered {
            person: showing::author(post),
            community: post.community_id,
            thread: post.thread_id,
            post: post.id,
            misconception: record.id,
            until: record.window_ends_at.filter(|ends| *ends > tx.now()),
        };
        tx.emit(leave.actor(), &fact).await?;
    }
    Ok(occurrence)
}

/// Says that another passage says the same.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AddOccurrenceInput")]
pub struct AddOccurrence {
    pub misconception: MisconceptionId,
    pub post: PostId,
    /// Which words of it.
    pub passage: Passage,
}

#[async_trait]
impl Command for AddOccurrence {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = store::misconception_seen(&tx.conn(), actor, self.misconception).await?;
        let seen = permit::<See, _>(actor, seen)?;
        let (post, leave) = moderated(tx, actor, self.post).await?;
        if seen.record.state == MisconceptionState::Rejected {
            return Err(Error::conflict("this was rejected; reopen it first"));
        }
        let anchor = self.passage.anchored(&Said::seen(&post))?;
        added(tx, &leave, (&seen.record, &post.post, anchor)).await?;
        tell(tx, actor, &seen.record).await?;
        Ok(seen.into_subject().record)
    }
}

/// Says that a passage does not belong to a misconception after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveOccurrenceInput")]
pub struct RemoveOccurrence {
    pub occurrence: OccurrenceId,
}

#[async_trait]
impl Command for RemoveOccurrence {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let occurrence = store::occurrence_by_id(&tx.conn(), self.occurrence).await?;
        let seen = steered(tx, actor, occurrence.misconception_id).await?;
        let others = store::stored_of(&tx.conn(), &[seen.record.id]).await?;
        if others.len() == 1 && seen.record.state.is_open() {
            return Err(Error::conflict(
                "this is its only passage; reject the misconception instead",
            ));
        }
        taken_off(tx, actor, (&seen.record, occurrence)).await?;
        tell(tx, actor, &seen.record).await?;
        Ok(seen.into_subject().record)
    }
}

/// Notes that a passage does not say it; its correction stands beside it no longer.
pub(super) async fn taken_off(
    tx: &Tx,
    actor: Actor,
    (record, passage): (&Misconception, Occurrence),
) -> Result<()> {
    if record.state.is_public() {
        withdrawn(tx, actor, &passage).await?;
    }
    let gone = Occurrence {
        removed_at: Some(tx.now()),
        ..passage
    };
    store::update_occurrence(tx, gone).await?;
    Ok(())
}

/// Takes back what a moderator said of a post when they decided about it: a record that was begun with it
/// is rejected, a passage that was added to another is no longer one of its own. What readers were told
/// already stands; that is taken back where it was published.
#[derive(Clone, Debug)]
pub struct TakeBackPassage {
    pub misconception: MisconceptionId,
    pub post: PostId,
}

#[async_trait]
impl Command for TakeBackPassage {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = store::misconception_seen(&tx.conn(), actor, self.misconception).await?;
        let record = permit::<See, _>(actor, seen)?.into_subject().record;
        moderated(tx, actor, self.post).await?;
        let passages = store::stored_of(&tx.conn(), &[record.id]).await?;
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            passages.into_iter().partition(|it| it.post_id == self.post);
        if elsewhere.is_empty() && record.state.is_open() {
            let reject = RejectMisconception {
                misconception: record.id,
                reason: "the decision was taken back".to_owned(),
            };
            return reject.run(tx, actor).await;
        }
        if elsewhere.is_empty() {
            return Ok(record);
        }
        for passage in here {
            taken_off(tx, actor, (&record, passage)).await?;
        }
        tell(tx, actor, &record).await?;
        Ok(record)
    }
}
