use super::{Due, asker, managed, parse_minutes, parse_objectives};
use crate::policy::{Change, Finish, PreWorkSeen};
use crate::store;
use crate::{
    Audience, DueRule, News, PreWork, PreWorkChanged, PreWorkDone, PreWorkKind, PreWorkOpened,
};
use async_graphql::{InputObject, MaybeUndefined};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{
    Actor, Command, CommunityId, Error, FileId, ObjectiveId, PreWorkId, Result, SessionId, Tx,
    line, permit,
};

const TITLE_CHARS_MAX: usize = 150;
const URL_CHARS_MAX: usize = 2_000;

/// Gives a community something to read or to do, that is no question.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "OpenPreWorkInput")]
pub struct OpenPreWork {
    pub community: CommunityId,
    /// The session that it prepares.
    pub session: Option<SessionId>,
    /// 1 to 150 characters.
    pub title: String,
    /// What to do with it, or what to read: Markdown, at most 64 KB.
    #[graphql(default)]
    pub note: String,
    /// A page elsewhere, with https:// or http://.
    pub url: Option<String>,
    /// A file of the viewer's, uploaded before. The whole community may read it from then on.
    pub file: Option<FileId>,
    /// Which objectives it serves, of the program that the community runs.
    #[graphql(default)]
    pub objectives: Vec<ObjectiveId>,
    /// When it is due; or give `due`.
    pub due_at: Option<DateTime<Utc>>,
    /// When it is due, from the start of the session: it moves when that moves.
    pub due: Option<DueRule>,
    /// How long it takes, 1 to 600 minutes.
    pub minutes: Option<i32>,
    /// For whom it is; the learners, if nothing is said.
    pub audience: Option<Vec<Role>>,
}

#[async_trait]
impl Command for OpenPreWork {
    type Done = PreWork;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PreWork> {
        let title = line("title", &self.title, TITLE_CHARS_MAX)?;
        let (note, note_html) = parse_note(&self.note)?;
        let url = self.url.as_deref().map(parse_url).transpose()?;
        let kind = kind_of(url.as_deref(), self.file, &note)?;
        let minutes = parse_minutes(self.minutes)?;
        let audience = Audience::parse(self.audience.as_deref())?;
        let due = Due::parse(tx.now(), self.due_at, self.due.as_ref())?;

        let (conn, id) = (tx.conn(), self.community);
        let community = managed(tx, actor, id).await?;
        let objectives = parse_objectives(&conn, id, &self.objectives).await?;
        let session = sessions::session_followed(&conn, actor, (id, self.session)).await?;
        if let Some(file) = self.file {
            channels::share_file(tx, &community, file).await?;
        }
        let row = PreWork {
            id: tx.id(),
            community_id: id,
            session_id: self.session,
            opened_by: asker(actor)?,
            opened_at: tx.now(),
            kind,
            title,
            note,
            note_html,
            url,
            file_id: self.file,
            minutes,
            audience,
            due_at: due.instant_ahead(tx, id, session.as_ref()).await?,
            zone: community.community.zone.clone(),
            due_rule: due.rule,
            withdrawn_at: None,
        };
        store::insert_pre_work(tx, &community, row.clone(), &objectives).await?;
        let fact = PreWorkOpened {
            community: id,
            pre_work: row.id,
            session: row.session_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(row)
    }
}

fn parse_note(note: &str) -> Result<(String, String)> {
    if note.trim().is_empty() {
        return Ok((String::new(), String::new()));
    }
    let note = kernel::body("note", note)?;
    let html = kernel::render(&note, &kernel::Mentions::default())?.html;
    Ok((note, html))
}

fn parse_url(url: &str) -> Result<String> {
    let url = line("url", url, URL_CHARS_MAX)?;
    match url.starts_with("https://") || url.starts_with("http://") {
        true => Ok(url),
        false => {
            let words = "a link begins with https:// or http://";
            Err(Error::invalid("url", words))
        }
    }
}

fn kind_of(url: Option<&str>, file: Option<FileId>, note: &str) -> Result<PreWorkKind> {
    match (url, file) {
        (Some(_), Some(_)) => Err(Error::invalid("file", "give a link or a file, not both")),
        (Some(_), None) => Ok(PreWorkKind::Link),
        (None, Some(_)) => Ok(PreWorkKind::File),
        (None, None) if note.is_empty() => Err(Error::invalid(
            "note",
            "say what there is to read or to do, or give a link or a file",
        )),
        (None, None) => Ok(PreWorkKind::Reading),
    }
}

/// Changes what is given; the rest stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdatePreWorkInput")]
pub struct UpdatePreWork {
    pub pre_work: PreWorkId,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// Markdown, at most 64 KB.
    pub note: Option<String>,
    /// Which objectives it serves.
    pub objectives: Option<Vec<ObjectiveId>>,
    /// When it is due; null for never. It takes the place of `due`.
    pub due_at: MaybeUndefined<DateTime<Utc>>,
    /// When it is due, from the start of its session. It takes the place of `dueAt`.
    pub due: Option<DueRule>,
    /// How long it takes, 1 to 600 minutes; null for not said.
    pub minutes: MaybeUndefined<i32>,
    /// For whom it is.
    pub audience: Option<Vec<Role>>,
}

#[async_trait]
impl Command for UpdatePreWork {
    type Done = PreWork;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PreWork> {
        let conn = tx.conn();
        let seen = store::pre_work_seen(&conn, actor, self.pre_work).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let mut row = seen.item.clone();
        if let Some(title) = &self.title {
            row.title = line("title", title, TITLE_CHARS_MAX)?;
        }
        if let Some(note) = &self.note {
            (row.note, row.note_html) = parse_note(note)?;
        }
        if !self.minutes.is_undefined() {
            row.minutes = parse_minutes(self.minutes.take())?;
        }
        if self.audience.is_some() {
            row.audience = Audience::parse(self.audience.as_deref())?;
        }
        if self.due.is_some() || !self.due_at.is_undefined() {
            let due = Due::parse(tx.now(), self.due_at.take(), self.due.as_ref())?;
            let place = (row.community_id, row.session_id);
            let session = sessions::session_followed(&conn, actor, place).await?;
            row.due_at = due.instant_ahead(tx, place.0, session.as_ref()).await?;
            row.due_rule = due.rule;
        }
        kind_of(row.url.as_deref(), row.file_id, &row.note)?;
        let objectives = match &self.objectives {
            Some(wanted) => Some(parse_objectives(&conn, row.community_id, wanted).await?),
            None => None,
        };
        store::update_pre_work(tx, &seen, row.clone(), objectives.as_deref()).await?;
        tell(tx, actor, &row, News::Terms).await?;
        Ok(row)
    }
}

/// Takes pre-work back, or puts it back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawPreWorkInput")]
pub struct WithdrawPreWork {
    pub pre_work: PreWorkId,
    /// True to take it back, false to put it back.
    pub withdrawn: bool,
}

#[async_trait]
impl Command for WithdrawPreWork {
    type Done = PreWork;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PreWork> {
        let seen = store::pre_work_seen(&tx.conn(), actor, self.pre_work).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        if seen.item.withdrawn_at.is_some() == self.withdrawn {
            return Ok(seen.into_subject().item);
        }
        let row = PreWork {
            withdrawn_at: self.withdrawn.then_some(tx.now()),
            ..seen.item.clone()
        };
        store::update_pre_work(tx, &seen, row.clone(), None).await?;
        let news = match self.withdrawn {
            true => News::Terms,
            false => News::AskedAgain,
        };
        tell(tx, actor, &row, news).await?;
        Ok(row)
    }
}

async fn tell(tx: &Tx, actor: Actor, row: &PreWork, news: News) -> Result<()> {
    let fact = PreWorkChanged {
        news,
        community: row.community_id,
        pre_work: row.id,
    };
    tx.emit(actor, &fact).await
}

/// Says that the viewer is done with pre-work, or is not after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkPreWorkDoneInput")]
pub struct MarkPreWorkDone {
    pub pre_work: PreWorkId,
    /// True when they are done, false when not after all.
    pub done: bool,
}

#[async_trait]
impl Command for MarkPreWorkDone {
    type Done = PreWorkSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PreWorkSeen> {
        let person = asker(actor)?;
        let seen = store::pre_work_seen(&tx.conn(), actor, self.pre_work).await?;
        let seen = permit::<Finish, _>(actor, seen)?;
        if seen.is_done == self.done {
            return Ok(seen.into_subject());
        }
        store::set_done(tx, &seen, person, self.done.then_some(tx.now())).await?;
        let fact = PreWorkDone {
            community: seen.item.community_id,
            pre_work: seen.item.id,
            person,
            done: self.done,
        };
        tx.emit(actor, &fact).await?;
        Ok(PreWorkSeen {
            is_done: self.done,
            ..seen.into_subject()
        })
    }
}
