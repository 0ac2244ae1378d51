use super::item::JourneyItemObject;
use crate::context::Asked;
use crate::sessions::{ClashObject, SessionObject};
use ::journeys::{Consequence, ItemSeen, JourneyItem, JourneySeen, Move, Prospect, journey_seen};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{JourneyId, PreWorkId, PromptId, Result, ThreadId};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What comes of moving a session.
pub struct ReschedulingObject {
    consequence: Consequence,
    journeys: HashMap<JourneyId, JourneySeen>,
}

impl ReschedulingObject {
    pub async fn of(ctx: &Context<'_>, consequence: Consequence) -> Result<Self> {
        let mut journeys = HashMap::new();
        let moved = consequence.moves.iter().map(|moved| &moved.item);
        for item in moved.chain(&consequence.happened) {
            if let Entry::Vacant(place) = journeys.entry(item.journey_id) {
                place.insert(journey_seen(&ctx.conn(), ctx.actor(), item.journey_id).await?);
            }
        }
        Ok(Self {
            consequence,
            journeys,
        })
    }

    fn item(&self, item: &JourneyItem) -> Option<JourneyItemObject> {
        let journey = self.journeys.get(&item.journey_id)?.clone();
        let item = item.clone();
        Some(JourneyItemObject::from(ItemSeen { item, journey }))
    }
}

/// Something that moves along with its session.
#[derive(SimpleObject)]
pub struct JourneyMove {
    /// It, as it was.
    item: JourneyItemObject,
    /// When it was due.
    from: DateTime<Utc>,
    /// When it is due now.
    to: DateTime<Utc>,
    /// What becomes of it then.
    prospect: Prospect,
}

/// Something that is asked already, and is due at another time once its session has moved.
#[derive(SimpleObject)]
pub struct DueMove {
    /// What it is called.
    title: String,
    /// When it is due until then.
    from: Option<DateTime<Utc>>,
    /// When it is due from then on.
    to: DateTime<Utc>,
    /// The prompt, where it is one.
    prompt: Option<PromptId>,
    /// The pre-work, where it is that.
    pre_work: Option<PreWorkId>,
}

#[Object(name = "Rescheduling")]
impl ReschedulingObject {
    /// The session, as it stands: moved, or where it was if this was only asked.
    async fn session(&self) -> SessionObject {
        SessionObject::from(self.consequence.session.clone())
    }

    /// What moves along, in the order of time.
    async fn moves(&self) -> Vec<JourneyMove> {
        let moves = self.consequence.moves.iter();
        let moved = |Move { item, to, prospect }: &Move| {
            Some(JourneyMove {
                from: item.due_at,
                to: *to,
                prospect: *prospect,
                item: self.item(item)?,
            })
        };
        moves.filter_map(moved).collect()
    }

    /// What happened already, and stays as it happened.
    async fn happened(&self) -> Vec<JourneyItemObject> {
        let happened = self.consequence.happened.iter();
        happened.filter_map(|item| self.item(item)).collect()
    }

    /// What is asked already, and is due at another time then, in the order of time.
    async fn dues(&self, ctx: &Context<'_>) -> Result<Vec<DueMove>> {
        let retiming = &self.consequence.retiming;
        let threads: Vec<ThreadId> = retiming
            .prompts
            .iter()
            .map(|(row, _)| row.thread_id)
            .collect();
        let threads = ::channels::threads_visible_to(&ctx.conn(), ctx.actor(), &threads).await?;
        let titles: HashMap<ThreadId, String> = threads
            .into_iter()
            .map(|seen| (seen.thread.id, seen.thread.title))
            .collect();
        let prompts = retiming.prompts.iter().filter_map(|(row, to)| {
            Some(DueMove {
                title: titles.get(&row.thread_id)?.clone(),
                from: row.due_at,
                to: *to,
                prompt: Some(row.id),
                pre_work: None,
            })
        });
        let pre_work = retiming.pre_work.iter().map(|(row, to)| DueMove {
            title: row.title.clone(),
            from: row.due_at,
            to: *to,
            prompt: None,
            pre_work: Some(row.id),
        });
        let mut dues: Vec<DueMove> = prompts.chain(pre_work).collect();
        dues.sort_by_key(|due| due.to);
        Ok(dues)
    }

    /// Who has another session then.
    async fn clashes(&self) -> Vec<ClashObject> {
        let clashes = self.consequence.clashes.iter();
        clashes.copied().map(ClashObject).collect()
    }
}
