//! A question and all that belongs to it, as a conversation: the second reading of a dump.
use super::author::Author;
use super::draft::{Draft, Slot, joined};
use super::index::{Index, Part, kind};
use super::post::{Change, RawChange, RawComment, RawPost};
use super::rows::Rows;
use crate::Sheet;
use crate::conversations::{Conversation, Gathering};
use crate::html::to_markdown;
use crate::origin::{LinkKind, Origin};
use crate::people::People;
use crate::words::{self, Words};
use channels::{PostBroughtIn, ThreadBroughtInHere, ThreadKind};
use chrono::{DateTime, Utc};
use kernel::{ChannelId, Error, Mentions, PersonId, Result, ThreadId};
use std::collections::HashMap;

/// Tags of a conversation, at most, and the characters of one.
const TAGS_MAX: usize = 8;
const TAG_CHARS_MAX: usize = 40;

const POST_DROPPED: &str = "its post was dropped";
const UNREADABLE: &str = "its text or date cannot be read";

/// Makes conversations of questions, one after the other.
pub(super) struct Questions {
    pub origin: Origin,
    pub channel: ChannelId,
    pub index: Index,
    pub people: People,
    pub posts: Rows,
    pub comments: Rows,
    pub history: Rows,
}

/// What the history of a post tells.
#[derive(Default)]
struct Past {
    versions: Vec<(String, PersonId, DateTime<Utc>)>,
    locked_at: Option<DateTime<Utc>>,
    rows: u64,
}

impl Questions {
    pub fn read_all(&mut self, gathering: &mut Gathering) -> Result<()> {
        for at in 0..self.index.questions.all().len() {
            let question = self.index.questions.all()[at];
            if let Some(conversation) = self.read(question, gathering.sheet())? {
                gathering.push(conversation)?;
            }
            gathering.advance(1 + self.index.answers.of(question.post).len() as u64);
        }
        Ok(())
    }

    fn read(&mut self, question: Part, sheet: &mut Sheet) -> Result<Option<Conversation>> {
        let mut pasts = self.read_history(question.post)?;
        let head = self.posts.at(question.place, RawPost::of)?;
        let past = pasts.remove(&question.post).unwrap_or_default();
        let locked_at = head.closed_at.or(past.locked_at);
        let (mut opening, text) = match self.draft(question, &head, past)? {
            Ok(drafted) => drafted,
            Err(reason) => {
                self.drop_question(question, (&head, &reason), sheet);
                return Ok(None);
            }
        };
        let mut others = self.read_answers(question.post, (&mut pasts, sheet))?;
        others.extend(self.read_comments(question.post, (&others, sheet))?);
        others.sort_by(|a, b| (a.post.created_at, &a.key).cmp(&(b.post.created_at, &b.key)));

        let accepted = head.accepted.and_then(|accepted| {
            let at = others.iter().position(|one| one.is_post(accepted));
            if at.is_none() {
                sheet.dropped(kind::ACCEPTED, accepted, "the answer is not brought in");
            }
            Some(at? + 1)
        });
        opening
            .records
            .push((kind::ACCEPTED, u64::from(accepted.is_some())));
        let id = self
            .origin
            .id_of((LinkKind::Thread, &opening.key), opening.post.created_at);
        let thread = ThreadBroughtInHere {
            id,
            community: self.origin.community,
            channel: self.channel,
            kind: ThreadKind::Question,
            title: words::title(&head.title)
                .or_else(|| words::glimpse(&text))
                .unwrap_or_else(|| "A question".to_owned()),
            tags: tags(head.tags),
            posts: Vec::new(),
            accepted,
            duplicate_of: self.duplicate_of(question.post)?,
            locked_at,
        };
        Ok(Some(joined(thread, opening, others)))
    }

    /// A question or answer ready to be placed, and its plain text; or why it cannot be brought in.
    fn draft(
        &self,
        part: Part,
        raw: &RawPost,
        past: Past,
    ) -> Result<std::result::Result<(Draft, String), String>> {
        let (Some(html), Some(created_at)) = (&raw.body, raw.created_at) else {
            return Ok(Err(UNREADABLE.to_owned()));
        };
        let Words { body, html, text } = match words::words(&to_markdown(html), &Mentions::new()) {
            Ok(words) => words,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let key = part.post.to_string();
        let votes = self.votes(part.post);
        let helpful = match self.index.votes {
            Some(_) => votes,
            None => u64::try_from(raw.score).unwrap_or_default(),
        };
        let edited_at = match past.versions.as_slice() {
            [_, .., (_, _, at)] => Some(*at),
            _ => raw.edited_at,
        };
        let post = PostBroughtIn {
            id: self.origin.id_of((LinkKind::Post, &key), created_at),
            author: self.person(&raw.author)?,
            parent: None,
            body,
            html,
            created_at,
            edited_at,
            earlier: earlier(past.versions),
            helpful_unnamed: i32::try_from(helpful).unwrap_or(i32::MAX),
            reactions: Vec::new(),
        };
        let mut records = vec![(kind::VOTES, votes), (kind::HISTORY, past.rows)];
        if part.post == part.question {
            let duplicates = u64::from(self.index.duplicates.contains_key(&part.post));
            records.push((kind::QUESTIONS, 1));
            records.push((kind::LINKS, duplicates));
            records.push((kind::TAGS, self.tag_rows(part.post)));
        } else {
            records.push((kind::ANSWERS, 1));
        }
        let place = Slot::Post(part.post);
        Ok(Ok((
            Draft {
                key,
                place,
                post,
                records,
            },
            text,
        )))
    }

    fn read_answers(
        &mut self,
        question: i64,
        (pasts, sheet): (&mut HashMap<i64, Past>, &mut Sheet),
    ) -> Result<Vec<Draft>> {
        let mut drafts = Vec::new();
        for answer in self.index.answers.of(question).to_vec() {
            let raw = self.posts.at(answer.place, RawPost::of)?;
            let past = pasts.remove(&answer.post).unwrap_or_default();
            match self.draft(answer, &raw, past)? {
                Ok((draft, _)) => drafts.push(draft),
                Err(reason) => self.drop_post(answer, (kind::ANSWERS, &reason), sheet),
            }
        }
        Ok(drafts)
    }

    fn read_comments(
        &mut self,
        question: i64,
        (answers, sheet): (&[Draft], &mut Sheet),
    ) -> Result<Vec<Draft>> {
        let mut drafts = Vec::new();
        for comment in self.index.comments.of(question).to_vec() {
            let is_kept = comment.post == question
                || answers.iter().any(|answer| answer.is_post(comment.post));
            if !is_kept {
                continue; // it was dropped with its answer
            }
            let raw = self.comments.at(comment.place, RawComment::of)?;
            match self.draft_comment(comment.post, &raw)? {
                Ok(draft) => drafts.push(draft),
                Err(reason) => sheet.dropped(kind::COMMENTS, &raw.id, &reason),
            }
        }
        Ok(drafts)
    }

    fn draft_comment(
        &self,
        post: i64,
        raw: &RawComment,
    ) -> Result<std::result::Result<Draft, String>> {
        let (Some(text), Some(created_at)) = (&raw.text, raw.created_at) else {
            return Ok(Err(UNREADABLE.to_owned()));
        };
        let Words { body, html, .. } = match words::words(text, &Mentions::new()) {
            Ok(words) => words,
            Err(error) => return Ok(Err(error.to_string())),
        };
        let key = format!("c{}", raw.id);
        let post_in = PostBroughtIn {
            id: self.origin.id_of((LinkKind::Post, &key), created_at),
            author: self.person(&raw.author)?,
            parent: None,
            body,
            html,
            created_at,
            edited_at: None,
            earlier: Vec::new(),
            helpful_unnamed: i32::try_from(raw.score.max(0)).unwrap_or(i32::MAX),
            reactions: Vec::new(),
        };
        Ok(Ok(Draft {
            key,
            place: Slot::CommentOn(post),
            post: post_in,
            records: vec![(kind::COMMENTS, 1)],
        }))
    }

    fn read_history(&mut self, question: i64) -> Result<HashMap<i64, Past>> {
        let mut pasts: HashMap<i64, Past> = HashMap::new();
        for part in self.index.history.of(question).to_vec() {
            let RawChange { author, at, change } = self.history.at(part.place, RawChange::of)?;
            let editor = self.person(&author)?;
            let at = at.unwrap_or_default();
            let past = pasts.entry(part.post).or_default();
            past.rows += 1;
            match change {
                Change::Words(text) => past.versions.push((text, editor, at)),
                Change::Locked => past.locked_at = Some(at),
                Change::Unlocked => past.locked_at = None,
            }
        }
        for past in pasts.values_mut() {
            past.versions.sort_by_key(|(_, _, at)| *at);
        }
        Ok(pasts)
    }

    /// The conversation of the question that was there first. Its id follows from its row.
    fn duplicate_of(&mut self, question: i64) -> Result<Option<ThreadId>> {
        let Some(first) = self.index.duplicates.get(&question) else {
            return Ok(None);
        };
        let [part, ..] = self.index.questions.of(*first) else {
            return Ok(None);
        };
        let created_at = self
            .posts
            .at(part.place, |row| row.instant("CreationDate"))?;
        let key = first.to_string();
        Ok(created_at.map(|at| self.origin.id_of((LinkKind::Thread, &key), at)))
    }

    fn person(&self, author: &Author) -> Result<PersonId> {
        let known = self.people.get(&author.key());
        known.map(|known| known.id).ok_or_else(|| {
            Error::internal(format!("{} wrote, and was not brought in", author.key()))
        })
    }

    fn votes(&self, post: i64) -> u64 {
        let votes = self.index.votes.as_ref().and_then(|votes| votes.get(&post));
        votes.copied().unwrap_or_default().into()
    }

    fn tag_rows(&self, question: i64) -> u64 {
        self.index.tags.get(&question).copied().unwrap_or_default()
    }

    fn drop_question(&self, question: Part, (head, reason): (&RawPost, &str), sheet: &mut Sheet) {
        self.drop_post(question, (kind::QUESTIONS, reason), sheet);
        for answer in self.index.answers.of(question.post) {
            self.drop_post(*answer, (kind::ANSWERS, "its question was dropped"), sheet);
        }
        let id = question.post;
        let links = u64::from(self.index.duplicates.contains_key(&id));
        sheet.dropped_many(kind::LINKS, (id, links), POST_DROPPED);
        sheet.dropped_many(kind::TAGS, (id, self.tag_rows(id)), POST_DROPPED);
        sheet.dropped_many(
            kind::ACCEPTED,
            (id, u64::from(head.accepted.is_some())),
            POST_DROPPED,
        );
    }

    /// Drops a post with its comments, its history and its votes.
    fn drop_post(&self, part: Part, (kind, reason): (&str, &str), sheet: &mut Sheet) {
        sheet.dropped(kind, part.post, reason);
        let count =
            |parts: &[Part]| parts.iter().filter(|one| one.post == part.post).count() as u64;
        let of_post = || format!("of post {}", part.post);
        let comments = count(self.index.comments.of(part.question));
        let history = count(self.index.history.of(part.question));
        sheet.dropped_many(kind::COMMENTS, (of_post(), comments), POST_DROPPED);
        sheet.dropped_many(kind::HISTORY, (of_post(), history), POST_DROPPED);
        sheet.dropped_many(
            kind::VOTES,
            (of_post(), self.votes(part.post)),
            POST_DROPPED,
        );
    }
}

/// Each version but the last, with who replaced it and when.
fn earlier(
    versions: Vec<(String, PersonId, DateTime<Utc>)>,
) -> Vec<(String, PersonId, DateTime<Utc>)> {
    let replaced: Vec<_> = versions
        .iter()
        .skip(1)
        .map(|(_, by, at)| (*by, *at))
        .collect();
    versions
        .into_iter()
        .zip(replaced)
        .map(|((text, _, _), (by, at))| (text, by, at))
        .collect()
}

fn tags(tags: Vec<String>) -> Vec<String> {
    tags.into_iter()
        .map(|tag| {
            kernel::clean_line(&tag)
                .chars()
                .take(TAG_CHARS_MAX)
                .collect()
        })
        .filter(|tag: &String| !tag.is_empty())
        .take(TAGS_MAX)
        .collect()
}
