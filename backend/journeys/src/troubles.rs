//! What could not be done: items of journeys, for those who lead, and the platform's own jobs, for
//! administrators.
use crate::{ItemSeen, JourneyItem, JourneyItemState, Steer, store};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, AnyId, Command, Conn, Error, First, Id, JobId, JobRow, JourneyItemId, Page, Result, Tx,
    failing_jobs, permit, run_job_again,
};
use uuid::Uuid;

/// Something that failed.
#[derive(Clone, Debug)]
pub enum Trouble {
    Item(JourneyItem),
    Job(JobRow),
}

impl Trouble {
    /// When it was to happen.
    pub fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Item(item) => item.due_at,
            Self::Job(job) => job.run_at,
        }
    }

    fn key(&self) -> (DateTime<Utc>, Uuid) {
        match self {
            Self::Item(item) => (item.due_at, item.id.into()),
            Self::Job(job) => (job.run_at, job.id.into()),
        }
    }
}

/// A page of what failed and was not done since, the latest first, as far as it is the asker's to mend.
pub async fn troubles_page(
    conn: &Conn<'_>,
    actor: Actor,
    (first, after): (First, Option<&str>),
) -> Result<Page<Trouble>> {
    let before: Option<(DateTime<Utc>, Uuid)> = after.map(kernel::keys_of).transpose()?;
    let limit = first.and_one();
    let item = before.map(|(at, id)| (at, JourneyItemId::from(id)));
    let items = store::failing_items(conn, actor, item, limit).await?;
    let mut all: Vec<Trouble> = items.into_iter().map(Trouble::Item).collect();
    if actor.administers() {
        let job = before.map(|(at, id)| (at, JobId::from(id)));
        let jobs = failing_jobs(conn, job, limit).await?;
        all.extend(jobs.into_iter().map(Trouble::Job));
    }
    all.sort_by_key(|trouble| std::cmp::Reverse(trouble.key()));
    Ok(Page::cut(all, first, |trouble| {
        let (at, id) = trouble.key();
        format!("{} {id}", at.to_rfc3339())
    }))
}

/// Tries something that failed once more, as soon as can be, and as often as something new.
#[derive(Clone, Debug, async_graphql::InputObject)]
#[graphql(name = "RunJobAgainInput")]
pub struct RunJobAgain {
    /// Its id: that of a job, or of an item of a journey.
    pub job: String,
}

#[async_trait]
impl Command for RunJobAgain {
    type Done = Trouble;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Trouble> {
        match kernel::clean_line(&self.job).parse::<AnyId>()? {
            AnyId::JourneyItemId(id) => again(tx, actor, id).await.map(Trouble::Item),
            AnyId::JobId(id) if actor.administers() => {
                run_job_again(tx, id).await.map(Trouble::Job)
            }
            AnyId::JobId(_) => Err(Error::NotFound(JobId::PREFIX)),
            _ => Err(Error::invalid("job", "this is no id of a job")),
        }
    }
}

async fn again(tx: &Tx, actor: Actor, id: JourneyItemId) -> Result<JourneyItem> {
    let seen = permit::<Steer, ItemSeen>(actor, store::item_seen(&tx.conn(), actor, id).await?)?;
    let item = store::take_item(tx, id).await?;
    let failed = |item: &JourneyItem| item.last_error.is_some() && item.attempts > 0;
    let Some(item) = item.filter(failed) else {
        return Err(Error::conflict(
            "this does not wait for another attempt; look again",
        ));
    };
    let again = JourneyItem {
        state: JourneyItemState::Pending,
        run_after: seen.journey.journey.paused_at.is_none().then(|| tx.now()),
        attempts: 0,
        last_error: None,
        ..item
    };
    store::update_item(tx, again).await
}
