use super::{PromptObject, objectives, people};
use crate::channels::{PostObject, ThreadObject};
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::misconceptions::MisconceptionObject;
use crate::sessions::ObjectiveObject;
use ::misconceptions::misconceptions_of_objectives;
use ::prompts::{Asked as AskedPrompt, Brief, Briefed, Witness};
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{Error, ObjectiveId, Result, SessionId, permit};
use std::sync::Arc;

/// One page for who leads a session, made of what people answered before it.
pub struct BriefObject {
    brief: Arc<Brief>,
    /// What the session serves.
    serves: Vec<ObjectiveId>,
}

impl BriefObject {
    /// The brief of a session of this community; nothing for those who do not lead it.
    pub async fn of(
        ctx: &Context<'_>,
        community: CommunitySeen,
        session: SessionId,
    ) -> Result<Option<Self>> {
        let leave = match permit::<Witness, _>(ctx.actor(), Briefed(community)) {
            Ok(leave) => leave,
            Err(Error::Forbidden(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let conn = ctx.conn();
        let own = sessions::objectives_of_session(&conn, session).await?;
        let own: Vec<ObjectiveId> = own.into_iter().map(|objective| objective.id).collect();
        let brief = ::prompts::brief(&conn, &leave, session, &own).await?;
        Ok(Some(Self {
            brief: Arc::new(brief),
            serves: own,
        }))
    }
}

#[Object(name = "Brief")]
impl BriefObject {
    /// What is known to be easy to think about the objectives of the session, and what holds instead.
    async fn misconceptions(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionObject>> {
        let actor = ctx.actor();
        let found = misconceptions_of_objectives(&ctx.conn(), actor, &self.serves).await?;
        let found = found.into_iter().map(Arc::new);
        Ok(found.map(MisconceptionObject).collect())
    }

    /// What was asked, by objective of the session; at last what serves none of them.
    async fn objectives(&self) -> Vec<BriefObjectiveObject> {
        let groups = self.brief.objectives.iter();
        groups
            .map(|(objective, places)| BriefObjectiveObject {
                objective: *objective,
                places: places.clone(),
                brief: self.brief.clone(),
            })
            .collect()
    }

    /// Everything that was asked, the newest first.
    async fn prompts(&self) -> Vec<BriefPromptObject> {
        let asked = self.brief.prompts.iter().cloned();
        asked.map(BriefPromptObject).collect()
    }

    /// Answers that others took up, the most taken up first, at most 5: where people see it differently,
    /// or want to know more.
    async fn disagreements(&self) -> Vec<PostObject> {
        let posts = self.brief.disagreements.iter().cloned();
        posts.map(PostObject::from).collect()
    }

    /// What people asked in their answers and nobody took up, the oldest first, at most 10.
    async fn questions(&self) -> Vec<PostObject> {
        let posts = self.brief.questions.iter().cloned();
        posts.map(PostObject::from).collect()
    }

    /// Questions of the community that have no answer yet, at most 10.
    async fn open_questions(&self) -> Vec<ThreadObject> {
        let open = self.brief.open.iter().cloned();
        open.map(|seen| ThreadObject(Arc::new(seen))).collect()
    }
}

/// What was asked for one objective.
pub struct BriefObjectiveObject {
    objective: Option<ObjectiveId>,
    places: Vec<usize>,
    brief: Arc<Brief>,
}

#[Object(name = "BriefObjective")]
impl BriefObjectiveObject {
    /// The objective; nothing for what serves none of the session's.
    async fn objective(&self, ctx: &Context<'_>) -> Result<Option<ObjectiveObject>> {
        let ids: Vec<ObjectiveId> = self.objective.into_iter().collect();
        Ok(objectives(ctx, &ids).await?.into_iter().next())
    }

    /// What was asked for it; empty when nothing was.
    async fn prompts(&self) -> Vec<BriefPromptObject> {
        let asked = self.places.iter();
        asked
            .filter_map(|place| self.brief.prompts.get(*place).cloned())
            .map(BriefPromptObject)
            .collect()
    }
}

/// A prompt, what was answered, and who has not.
pub struct BriefPromptObject(AskedPrompt);

#[Object(name = "BriefPrompt")]
impl BriefPromptObject {
    /// What was asked.
    async fn prompt(&self) -> PromptObject {
        self.0.prompt.clone().into()
    }

    /// What was answered, in the order of its writing, without the replies to it.
    async fn answers(&self) -> Vec<PostObject> {
        let answers = self.0.answers.iter().cloned();
        answers.map(PostObject::from).collect()
    }

    /// Who was asked and has not answered, by name.
    async fn waiting_for(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        people(ctx, self.0.waiting_for.clone()).await
    }

    /// How many people were asked.
    async fn expected_count(&self) -> i32 {
        count(self.0.expected)
    }
}
