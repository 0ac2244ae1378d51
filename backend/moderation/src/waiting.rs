//! Why something waits for a moderator, and what that makes of its item. Pure.
//!
//! An item follows from how things stand now, and from what was looked at before: whoever asks again is
//! answered alike.
use crate::{Decision, Item, Reason, Reasons, Tab};
use channels::{Post, PostSeen, ThreadKind};
use chrono::{DateTime, TimeDelta, Utc};
use communities::Role;

/// What was written longer ago is no longer looked at only because it is new.
pub(crate) const NEW: TimeDelta = TimeDelta::days(30);

/// A reason, and since when there is one.
pub(crate) type Found = Vec<(Reason, DateTime<Utc>)>;

/// What is known of a post beside the post itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    /// Whether its author wrote nothing in the community before.
    pub is_first: bool,
    /// What its author is there; nothing for who left.
    pub role: Option<Role>,
    /// Since when a flag is open.
    pub flagged: Option<DateTime<Utc>>,
    /// Since when an appeal waits for an answer.
    pub appealed: Option<DateTime<Utc>>,
    /// Whether an answer of its question is marked.
    pub is_marked: bool,
    /// Since when its verification is to be looked at again.
    pub review_due: Option<DateTime<Utc>>,
    /// Whether a misconception stands in its conversation.
    pub near_misconception: bool,
    /// Since when it is known to resemble a misconception.
    pub resembles: Option<DateTime<Utc>>,
}

/// Why a post waits.
pub(crate) fn reasons_of(seen: &PostSeen, of: &Circumstances, now: DateTime<Utc>) -> Found {
    let post = &seen.post;
    let mut found = Found::new();
    found.extend(of.appealed.map(|at| (Reason::Appeal, at)));
    if post.deleted_at.is_some() || post.hidden_at.is_some() {
        return found;
    }
    let held_at = post.held_at;
    found.extend(held_at.map(|at| (Reason::Held, at)));
    found.extend(of.flagged.map(|at| (Reason::Flagged, at)));
    if held_at.is_some() {
        return found;
    }
    found.extend(of.review_due.map(|at| (Reason::ReviewDue, at)));
    found.extend(of.resembles.map(|at| (Reason::ResemblesMisconception, at)));
    let leads = matches!(of.role, Some(Role::Moderator | Role::Facilitator));
    if leads || now - post.created_at >= NEW {
        return found;
    }
    let is_asker = post.author_id == seen.thread.thread.author_id;
    let answers = is_answer(post, seen) && !is_asker;
    let news = [
        (of.is_first, Reason::FirstPost),
        (answers && !of.is_marked, Reason::NewAnswer),
        (
            answers && of.near_misconception,
            Reason::AnswerNearMisconception,
        ),
    ];
    let news = news.into_iter().filter(|(is_so, _)| *is_so);
    found.extend(news.map(|(_, reason)| (reason, post.created_at)));
    found
}

/// Whether a post answers a question, and is no comment.
pub(crate) fn is_answer(post: &Post, seen: &PostSeen) -> bool {
    seen.thread.thread.kind == ThreadKind::Question && post.number > 1 && post.parent_id.is_none()
}

/// What becomes of an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Next {
    /// It stays as it is.
    Same,
    /// There is nothing that waits, and nothing that did.
    Nothing,
    /// It waits from now on, or anew, for these reasons.
    Opens(Waits),
    /// It waits for other reasons than before, or was looked at in another light.
    Changes(Waits),
    /// It waits no longer.
    Settles(Reasons),
}

/// Why something waits, and since when.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Waits {
    pub reasons: Reasons,
    pub checked: Reasons,
    pub since: DateTime<Utc>,
}

/// What becomes of an item when these reasons are found. `touched` is when its author last changed it.
pub(crate) fn next(item: Option<&Item>, found: &Found, touched: Option<DateTime<Utc>>) -> Next {
    // What was looked at and is so no longer is looked at again when it is so once more.
    let checked: Reasons = item.map_or_else(Reasons::default, |item| {
        let kept = item.checked.as_slice().iter().copied();
        kept.filter(|reason| {
            reason.is_checked_once() || found.iter().any(|(found, _)| found == reason)
        })
        .collect()
    });
    let asked_at = item.and_then(|item| waits_for_author(item, touched));
    let wanted: Vec<&(Reason, DateTime<Utc>)> = found
        .iter()
        .filter(|(reason, _)| !checked.contains(*reason))
        .filter(|(_, since)| asked_at.is_none_or(|asked_at| *since > asked_at))
        .collect();
    let Some(since) = wanted.iter().map(|(_, since)| *since).min() else {
        return match item {
            Some(item) if item.settled_at.is_none() => Next::Settles(checked),
            Some(item) if item.checked != checked => Next::Changes(Waits {
                reasons: item.reasons.clone(),
                checked,
                since: item.waiting_since,
            }),
            Some(_) => Next::Same,
            None => Next::Nothing,
        };
    };
    let waits = Waits {
        reasons: wanted.iter().map(|(reason, _)| *reason).collect(),
        checked,
        since,
    };
    match item {
        Some(item) if item.settled_at.is_none() => {
            match item.reasons == waits.reasons && item.checked == waits.checked {
                true => Next::Same,
                false => Next::Changes(waits),
            }
        }
        Some(_) | None => Next::Opens(waits),
    }
}

/// Since when the author is asked, and has not changed what they wrote.
fn waits_for_author(item: &Item, touched: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let asked_at = item
        .decided_at
        .filter(|_| item.decision == Some(Decision::AskAuthor))?;
    (touched <= Some(asked_at)).then_some(asked_at)
}

/// Where something with these reasons waits.
pub(crate) fn tab_of(reasons: &Reasons) -> Tab {
    if reasons.contains(Reason::Flagged) || reasons.contains(Reason::Appeal) {
        Tab::Reported
    } else if reasons.contains(Reason::Unanswered) {
        Tab::Unanswered
    } else {
        Tab::ToCheck
    }
}

/// What a decision deals with although it lasts: that something is new, whether or not that was why it
/// waited, and what else it waited for.
pub(crate) fn dealt_with(reasons: &Reasons) -> Reasons {
    let new = [
        Reason::FirstPost,
        Reason::NewAnswer,
        Reason::AnswerNearMisconception,
    ];
    let last = [Reason::Unanswered, Reason::ReviewDue].into_iter();
    let last = last.filter(|reason| reasons.contains(*reason));
    new.into_iter().chain(last).collect()
}
