//! What belongs to which question: the first reading of a dump.
//!
//! Answers come long after their questions, and comments stand in another file. So the first reading
//! only notes where each row stands, and the second takes a question and all that belongs to it from
//! there. A row costs some 80 bytes of memory, whatever is written in it.
use super::author::{Author, OWNER, WRITER};
use super::rows::{Found, Place, Row, Scan};
use crate::{Progress, Sheet};
use kernel::Result;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Kinds of record, as the sheet names them.
pub(super) mod kind {
    pub const QUESTIONS: &str = "questions";
    pub const ANSWERS: &str = "answers";
    pub const OTHER_POSTS: &str = "other posts";
    pub const ACCEPTED: &str = "accepted answers";
    pub const USERS: &str = "users";
    pub const UNLISTED: &str = "authors not in Users.xml";
    pub const COMMENTS: &str = "comments";
    pub const VOTES: &str = "votes";
    pub const HISTORY: &str = "history";
    pub const LINKS: &str = "post links";
    pub const TAGS: &str = "tags";
    pub const BADGES: &str = "badges";
}

const NUMBERS_MISSING: &str = "a number or date it needs is missing";
const NO_POST: &str = "its post is not brought in";

/// A row, and the post and question it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub question: i64,
    pub post: i64,
    pub place: Place,
}

/// Rows of one file, sorted by question and post.
#[derive(Default)]
pub(super) struct Parts(Vec<Part>);

impl Parts {
    pub fn of(&self, question: i64) -> &[Part] {
        let from = self.0.partition_point(|part| part.question < question);
        let to = self.0.partition_point(|part| part.question <= question);
        &self.0[from..to]
    }

    pub fn all(&self) -> &[Part] {
        &self.0
    }
}

#[derive(Default)]
pub(super) struct Index {
    pub questions: Parts,
    pub answers: Parts,
    pub comments: Parts,
    pub history: Parts,
    /// How often a post was voted useful; nothing when only its score can tell.
    pub votes: Option<HashMap<i64, u32>>,
    /// The question that was there before this one.
    pub duplicates: HashMap<i64, i64>,
    /// How many rows of Tags.xml first appear on this question.
    pub tags: HashMap<i64, u64>,
    /// Everybody who wrote, with the name that some row gives beside the number.
    pub authors: HashMap<Author, Option<String>>,
    /// The question of every post that is to be brought in.
    question_of: HashMap<i64, i64>,
    tag_seen_on: HashMap<String, i64>,
    /// The number and the instant of the first row.
    first: Option<(String, String)>,
}

/// Reads every file of the dump once.
///
/// # Errors
/// `Invalid` when the folder holds no dump.
pub(super) fn read(folder: &Path, report: (&dyn Progress, &mut Sheet)) -> Result<Index> {
    let mut index = Index::default();
    let (progress, sheet) = report;
    let mut files = Files {
        folder,
        progress,
        sheet,
    };
    index.read_posts(&mut files)?;
    index.read_comments(&mut files)?;
    index.read_history(&mut files)?;
    index.read_votes(&mut files)?;
    index.read_links(&mut files)?;
    index.read_tags(&mut files)?;
    files.each(
        ("Badges.xml", "badges"),
        Some(kind::BADGES),
        |sheet, _, row| {
            let reason = "there are no badges here";
            sheet.dropped(kind::BADGES, row.text("Id").unwrap_or_default(), reason);
        },
    )?;
    for parts in [
        &mut index.questions,
        &mut index.answers,
        &mut index.comments,
        &mut index.history,
    ] {
        parts.0.sort_unstable();
    }
    Ok(index)
}

struct Files<'a> {
    folder: &'a Path,
    progress: &'a dyn Progress,
    sheet: &'a mut Sheet,
}

impl Files<'_> {
    /// Visits each row of a file, and drops what is broken. Counts each as `kind`, or leaves that to
    /// the visitor when a file holds several. Says whether the dump has the file.
    fn each(
        &mut self,
        (file, root): (&str, &'static str),
        kind: Option<&str>,
        mut visit: impl FnMut(&mut Sheet, Place, &Row<'_>),
    ) -> Result<bool> {
        let Some(scan) = Scan::open(self.folder, (file, root))? else {
            return Ok(false);
        };
        scan.each(|found, bytes| {
            match found {
                Found::Row(place, row) => {
                    if let Some(kind) = kind {
                        self.sheet.source(kind, 1);
                    }
                    visit(self.sheet, place, &row);
                }
                Found::Broken(place, reason) => {
                    let kind = kind.unwrap_or(kind::OTHER_POSTS);
                    self.sheet.source(kind, 1);
                    self.sheet.dropped(kind, place, reason);
                }
            }
            self.progress.advance(bytes);
        })?;
        Ok(true)
    }
}

impl Index {
    /// What the notes of an import call this site. A dump does not say its name, so its first post
    /// must: number and instant are the same in every later dump of the site.
    pub fn source(&self) -> String {
        let (id, created_at) = self.first.clone().unwrap_or_default();
        let digest = Sha256::digest(format!("{id} {created_at}"));
        format!("stackexchange {}", kernel::hex(&digest[..4]))
    }

    /// How many questions and answers are to be brought in.
    pub fn post_count(&self) -> u64 {
        self.question_of.len() as u64
    }

    fn read_posts(&mut self, files: &mut Files<'_>) -> Result<()> {
        let there = files.each(("Posts.xml", "posts"), None, |sheet, place, row| {
            if self.first.is_none() {
                self.first = row.text("Id").zip(row.text("CreationDate"));
            }
            match row.number("PostTypeId") {
                Some(1) => self.note_question(sheet, place, row),
                Some(2) => self.note_answer(sheet, place, row),
                other => {
                    let id = row.text("Id").unwrap_or_default();
                    sheet.source(kind::OTHER_POSTS, 1);
                    sheet.dropped(kind::OTHER_POSTS, id, post_type(other));
                }
            }
        })?;
        if !there {
            let message = format!("there is no Posts.xml in {}", files.folder.display());
            return Err(kernel::Error::invalid("folder", message)
                .hint("give the folder of an unpacked data dump, with Posts.xml in it"));
        }
        let questions: HashSet<i64> = self.questions.0.iter().map(|part| part.post).collect();
        let question_of = &mut self.question_of;
        self.answers.0.retain(|answer| {
            let is_kept = questions.contains(&answer.question);
            if !is_kept {
                let reason = "its question is not in the dump";
                files.sheet.dropped(kind::ANSWERS, answer.post, reason);
                question_of.remove(&answer.post);
            }
            is_kept
        });
        Ok(())
    }

    fn note_question(&mut self, sheet: &mut Sheet, place: Place, row: &Row<'_>) {
        sheet.source(kind::QUESTIONS, 1);
        if row.text("AcceptedAnswerId").is_some() {
            sheet.source(kind::ACCEPTED, 1);
        }
        let id = row
            .number("Id")
            .filter(|_| row.instant("CreationDate").is_some());
        let reason = match id {
            None => NUMBERS_MISSING,
            Some(id) if self.question_of.contains_key(&id) => "another post has its number",
            Some(id) => {
                for tag in tags_of(row) {
                    self.tag_seen_on.entry(tag).or_insert(id);
                }
                return self.keep(row, place, (id, id));
            }
        };
        sheet.dropped(kind::QUESTIONS, row.text("Id").unwrap_or_default(), reason);
        if let Some(accepted) = row.text("AcceptedAnswerId") {
            sheet.dropped(kind::ACCEPTED, accepted, "its question was dropped");
        }
    }

    fn note_answer(&mut self, sheet: &mut Sheet, place: Place, row: &Row<'_>) {
        sheet.source(kind::ANSWERS, 1);
        let id = row
            .number("Id")
            .filter(|_| row.instant("CreationDate").is_some());
        let reason = match (id, row.number("ParentId")) {
            (None, _) => NUMBERS_MISSING,
            (_, None) => "it does not say which question it answers",
            (Some(id), _) if self.question_of.contains_key(&id) => "another post has its number",
            (Some(id), Some(question)) => return self.keep(row, place, (id, question)),
        };
        sheet.dropped(kind::ANSWERS, row.text("Id").unwrap_or_default(), reason);
    }

    fn keep(&mut self, row: &Row<'_>, place: Place, (post, question): (i64, i64)) {
        let parts = if post == question {
            &mut self.questions
        } else {
            &mut self.answers
        };
        parts.0.push(Part {
            question,
            post,
            place,
        });
        self.question_of.insert(post, question);
        self.note_author(row, OWNER);
    }

    fn note_author(&mut self, row: &Row<'_>, attributes: (&str, &str)) {
        let (author, name) = Author::of(row, attributes);
        let known = self.authors.entry(author).or_default();
        if known.is_none() {
            *known = name;
        }
    }

    fn read_comments(&mut self, files: &mut Files<'_>) -> Result<()> {
        let file = ("Comments.xml", "comments");
        files.each(file, Some(kind::COMMENTS), |sheet, place, row| {
            let post = row.number("PostId");
            let question = post.and_then(|post| self.question_of.get(&post));
            let is_whole = row.text("Id").is_some() && row.instant("CreationDate").is_some();
            let reason = match (post, question) {
                (Some(post), Some(&question)) if is_whole => {
                    self.comments.0.push(Part {
                        question,
                        post,
                        place,
                    });
                    return self.note_author(row, WRITER);
                }
                (Some(_), None) if is_whole => NO_POST,
                _ => NUMBERS_MISSING,
            };
            sheet.dropped(kind::COMMENTS, row.text("Id").unwrap_or_default(), reason);
        })?;
        Ok(())
    }

    fn read_history(&mut self, files: &mut Files<'_>) -> Result<()> {
        let file = ("PostHistory.xml", "posthistory");
        files.each(file, Some(kind::HISTORY), |sheet, place, row| {
            let post = row.number("PostId");
            let question = post.and_then(|post| self.question_of.get(&post));
            let reason = match (post, question, row.number("PostHistoryTypeId")) {
                _ if row.instant("CreationDate").is_none() => NUMBERS_MISSING,
                (Some(post), Some(&question), Some(2 | 5 | 8 | 14 | 15)) => {
                    self.history.0.push(Part {
                        question,
                        post,
                        place,
                    });
                    return self.note_author(row, WRITER);
                }
                (_, None, _) => NO_POST,
                (_, _, Some(1 | 4 | 7)) => "only the words of bodies are kept, not earlier titles",
                (_, _, Some(3 | 6 | 9)) => "only the words of bodies are kept, not earlier tags",
                _ => "it tells what happened around the post, not how it read",
            };
            sheet.dropped(kind::HISTORY, row.text("Id").unwrap_or_default(), reason);
        })?;
        Ok(())
    }

    fn read_votes(&mut self, files: &mut Files<'_>) -> Result<()> {
        let mut votes = HashMap::new();
        let there = files.each(
            ("Votes.xml", "votes"),
            Some(kind::VOTES),
            |sheet, _, row| {
                let post = row.number("PostId");
                let post = post.filter(|post| self.question_of.contains_key(post));
                let reason = match (row.number("VoteTypeId"), post) {
                    (Some(2), Some(post)) => {
                        *votes.entry(post).or_default() += 1;
                        return;
                    }
                    (Some(2), None) => NO_POST,
                    (Some(1), _) => "the accepted answer is marked already",
                    (Some(3), _) => "there are no votes against here",
                    _ => "it does not say that a post was useful",
                };
                sheet.dropped(kind::VOTES, row.text("Id").unwrap_or_default(), reason);
            },
        )?;
        self.votes = there.then_some(votes);
        Ok(())
    }

    fn read_links(&mut self, files: &mut Files<'_>) -> Result<()> {
        files.each(
            ("PostLinks.xml", "postlinks"),
            Some(kind::LINKS),
            |sheet, _, row| {
                let question = |name| {
                    let id = row.number(name)?;
                    (self.question_of.get(&id) == Some(&id)).then_some(id)
                };
                let ends = question("PostId").zip(question("RelatedPostId"));
                let reason = match (row.number("LinkTypeId"), ends) {
                    (Some(3), Some((same, _))) if self.duplicates.contains_key(&same) => {
                        "its question points to another one already"
                    }
                    (Some(3), Some((same, first))) if same != first => {
                        self.duplicates.insert(same, first);
                        return;
                    }
                    (Some(3), _) => "it does not join two questions that are brought in",
                    _ => "the link stands in the text already",
                };
                sheet.dropped(kind::LINKS, row.text("Id").unwrap_or_default(), reason);
            },
        )?;
        Ok(())
    }

    fn read_tags(&mut self, files: &mut Files<'_>) -> Result<()> {
        files.each(("Tags.xml", "tags"), Some(kind::TAGS), |sheet, _, row| {
            let name = row.text("TagName").unwrap_or_default();
            match self.tag_seen_on.remove(&name) {
                Some(question) => *self.tags.entry(question).or_default() += 1,
                None => sheet.dropped(kind::TAGS, name, "no question has it"),
            }
        })?;
        Ok(())
    }
}

/// `<a><b>` in older dumps, `|a|b|` in newer ones.
pub(super) fn tags_of(row: &Row<'_>) -> Vec<String> {
    let text = row.text("Tags").unwrap_or_default();
    text.split(['<', '>', '|'])
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect()
}

fn post_type(id: Option<i64>) -> &'static str {
    match id {
        Some(3) => "a wiki page of the site",
        Some(4) => "the short description of a tag",
        Some(5) => "the long description of a tag",
        Some(6) => "the nomination of a moderator",
        Some(7 | 8) => "a page of the site about itself",
        _ => "neither a question nor an answer",
    }
}
