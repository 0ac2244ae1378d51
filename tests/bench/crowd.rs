//! What more than one benchmark needs: ten thousand people, followers as the server runs them, and others who go
//! on meanwhile.
use async_trait::async_trait;
use communities::{NewMember, Provenance, Role};
use futures_util::future::try_join_all;
use identity::{CreatePerson, NewPerson, Standing};
use kernel::{Actor, CommunityId, Follower};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::{Person, Stage};

/// The server leaves as much between two handfuls.
const BETWEEN_HANDFULS: Duration = Duration::from_millis(40);
/// A follower leaves as much between two batches in the server.
const GATHER: Duration = Duration::from_millis(150);

pub type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// So many learners, in hundreds.
pub async fn learners(
    stage: &Stage,
    community: CommunityId,
    people: usize,
) -> Fallible<Vec<Actor>> {
    let mut actors = Vec::with_capacity(people);
    for hundred in 0..people / 100 {
        let hundredth = (0..100).map(|number| {
            let person = NewPerson {
                name: format!("Learner {hundred} {number}"),
                email: None,
                handle: Some(format!("learner-{hundred}-{number}")),
                zone: None,
                standing: Standing::Member,
            };
            stage.does(CreatePerson {
                person,
                password: None,
            })
        });
        let hundredth = try_join_all(hundredth).await?;
        let joining = hundredth.iter().map(|person| NewMember {
            community,
            person: person.id,
            role: Role::Learner,
            provenance: Provenance::Demo,
            granted_by: None,
        });
        stage.does(Admit(joining.collect())).await?;
        actors.extend(hundredth.iter().map(identity::actor_of));
    }
    Ok(actors)
}

/// Takes in many at once.
struct Admit(Vec<NewMember>);

#[async_trait]
impl kernel::Command for Admit {
    type Done = ();

    async fn run(&self, tx: &kernel::Tx, actor: Actor) -> kernel::Result<()> {
        for joining in &self.0 {
            communities::admit(tx, actor, *joining).await?;
        }
        Ok(())
    }
}

/// Hears whatever is told, and ends only when that fails.
pub async fn follow<F: Follower>(stage: &Stage, follower: Arc<F>) -> Fallible<()> {
    loop {
        stage.db().catch_up(&follower).await?;
        tokio::time::sleep(GATHER).await;
    }
}

const PAGE: &str = "query($id: ID!) { thread(id: $id) { title posts(first: 20) { edges { node {
    bodyHtml corrections { holds } } } } } }";

/// What others were answered meanwhile.
#[derive(Default)]
pub struct Meanwhile {
    pub slowest_page_ms: f64,
    pub slowest_reply_ms: f64,
    pub asked: usize,
}

/// Somebody else reads and writes in a thread for as long as the work takes.
pub async fn while_others_ask(
    (person, thread): (&Person<'_>, &Value),
    work: impl Future<Output = Fallible<()>>,
) -> Fallible<Meanwhile> {
    let over = AtomicBool::new(false);
    let work = async {
        let done = work.await;
        over.store(true, Ordering::Relaxed);
        done
    };
    let asking = async {
        let mut seen = Meanwhile::default();
        while !over.load(Ordering::Relaxed) {
            let began = Instant::now();
            person.asks(PAGE, json!({ "id": thread["id"] })).await;
            seen.slowest_page_ms = seen.slowest_page_ms.max(ms(began));
            let began = Instant::now();
            person.posts(thread, "Meanwhile").await;
            seen.slowest_reply_ms = seen.slowest_reply_ms.max(ms(began));
            seen.asked += 2;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        seen
    };
    let (done, seen) = tokio::join!(work, asking);
    done.map(|()| seen)
}

/// Does what is due as the server does, a handful and then a pause, until so many notices are there.
pub async fn until_noticed<F>(
    (stage, people): (&Stage, usize),
    do_what_is_due: impl Fn() -> F,
) -> Fallible<()>
where
    F: Future<Output = kernel::Result<usize>>,
{
    while notices(stage).await? < people {
        do_what_is_due().await?;
        tokio::time::sleep(BETWEEN_HANDFULS).await;
    }
    Ok(())
}

async fn notices(stage: &Stage) -> Fallible<usize> {
    let db = stage.db();
    let count = Statement::from_string(db.backend(), "SELECT count(*) AS notices FROM notice");
    let row = db.read().query_one_raw(count).await?;
    let count: i64 = row.ok_or("no count")?.try_get("", "notices")?;
    Ok(usize::try_from(count)?)
}

pub fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
