//! Which decisions fit what waits, and who reads what because of each. Pure.
//!
//! What is shown beforehand and what is told afterwards are both made of this.
use crate::waiting::is_answer;
use crate::{Decision, Item, Message, Party, Reason};
use channels::PostSeen;

/// One who is concerned, and what they read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reads {
    pub who: Party,
    pub message: Message,
}

/// A decision that fits, and who reads what because of it; nobody when that is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub decision: Decision,
    pub readers: Vec<Reads>,
}

/// The decisions that fit an item. An appeal is answered, and nothing else is decided meanwhile.
pub fn choices_of(item: &Item, post: Option<&PostSeen>) -> Vec<Choice> {
    let Some(post) = post.filter(|_| !item.reasons.contains(Reason::Appeal)) else {
        return Vec::new();
    };
    let decisions = match item.reasons.contains(Reason::Unanswered) {
        true => vec![Decision::Move, Decision::AskAuthor, Decision::Nothing],
        false if post.post.held_at.is_some() => vec![
            Decision::Approve,
            Decision::Edit,
            Decision::AskAuthor,
            Decision::Hide,
        ],
        false => of_a_shown_post(post),
    };
    let flagged = item.reasons.contains(Reason::Flagged);
    let choice = |decision| Choice {
        decision,
        readers: readers(decision, (flagged, post)),
    };
    decisions.into_iter().map(choice).collect()
}

fn of_a_shown_post(post: &PostSeen) -> Vec<Decision> {
    let fits = [
        (is_answer(&post.post, post), Decision::Verify),
        (true, Decision::Correct),
        (true, Decision::Edit),
        (post.post.number == 1, Decision::Move),
        (true, Decision::AskAuthor),
        (true, Decision::Hide),
        (true, Decision::Nothing),
    ];
    let fitting = fits.into_iter().filter(|(fits, _)| *fits);
    fitting.map(|(_, decision)| decision).collect()
}

fn readers(decision: Decision, (flagged, post): (bool, &PostSeen)) -> Vec<Reads> {
    let author = match post.post.number {
        1 if post.thread.thread.kind == channels::ThreadKind::Question => Party::Asker,
        _ => Party::Author,
    };
    let (to_author, to_all, to_flagger) = match decision {
        Decision::Verify => (
            Some(Message::AnswerVerified),
            Some(Message::AnswerVerified),
            Some(Message::FlagDeclined),
        ),
        // Who wrote it hears of the correction when there is one.
        Decision::Correct => (None, None, Some(Message::FlagActedOn)),
        Decision::Edit => (
            Some(Message::PostEdited),
            Some(Message::PostEdited),
            Some(Message::FlagActedOn),
        ),
        Decision::Move => (Some(Message::PostMoved), None, Some(Message::FlagActedOn)),
        Decision::AskAuthor => (Some(Message::AuthorAsked), None, None),
        Decision::Hide => (
            Some(Message::PostHidden),
            // What was never shown is missed by nobody.
            Some(Message::PostHidden).filter(|_| post.post.published),
            Some(Message::FlagActedOn),
        ),
        Decision::Approve => (
            Some(Message::PostApproved),
            None,
            Some(Message::FlagDeclined),
        ),
        Decision::Nothing => (None, None, Some(Message::FlagDeclined)),
    };
    let reads = [
        (author, to_author),
        (Party::Everybody, to_all),
        (Party::Flagger, to_flagger.filter(|_| flagged)),
    ];
    let reads = reads.into_iter();
    reads
        .filter_map(|(who, message)| message.map(|message| Reads { who, message }))
        .collect()
}
