//! Templates are written.
use super::Acting;
use crate::step::{JourneyStepInput, Step, counts_from_session, read_steps};
use crate::tables::Steps;
use crate::{JourneyTemplate, Owner, TemplateChanged, TemplateSeen, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::community_seen;
use kernel::{
    Actor, Change, Command, CommunityId, Error, ProgramId, Result, TemplateId, Tx, line,
    optional_line, permit,
};
use serde_json::{Value, json};
use sessions::program_seen;

const NAME_CHARS_MAX: usize = 80;
const PURPOSE_CHARS_MAX: usize = 400;

/// Writes a template of journeys: for every cohort of a program, or for one community.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateJourneyTemplateInput")]
pub struct CreateTemplate {
    /// The program whose cohorts may apply it. Either this or `community`.
    pub program: Option<ProgramId>,
    /// The only community that may apply it.
    pub community: Option<CommunityId>,
    /// 1 to 80 characters.
    pub name: String,
    /// What it is good for, at most 400 characters.
    #[graphql(default)]
    pub purpose: String,
    /// 1 to 50 steps.
    pub steps: Vec<JourneyStepInput>,
    /// Whether each session has it by itself, from when it is published. Some step then counts from the
    /// session.
    #[graphql(default)]
    pub for_each_session: bool,
}

#[async_trait]
impl Command for Acting<CreateTemplate> {
    type Done = TemplateSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<TemplateSeen> {
        let input = &self.input;
        let name = line("name", &input.name, NAME_CHARS_MAX)?;
        let purpose = optional_line("purpose", &input.purpose, PURPOSE_CHARS_MAX)?;
        let steps = read_steps(&input.steps, &self.actions)?;
        if input.for_each_session {
            check_counts_from_session(&steps)?;
        }
        let owner = match (input.program, input.community) {
            (Some(id), None) => Owner::Program(program_seen(&tx.conn(), actor, id).await?),
            (None, Some(id)) => Owner::Community(community_seen(&tx.conn(), actor, id).await?),
            _ => {
                return Err(Error::invalid(
                    "program",
                    "say whose it is: a program's or a community's",
                ));
            }
        };
        let owner = permit(actor, owner)?;
        let row = JourneyTemplate {
            id: tx.id(),
            program_id: None,
            community_id: None,
            name,
            purpose: purpose.unwrap_or_default(),
            steps: Steps(steps),
            for_each_session: input.for_each_session,
            created_at: tx.now(),
            updated_at: tx.now(),
            archived_at: None,
        };
        let template = store::insert_template(tx, &owner, row).await?;
        tell(tx, actor, (None, &template)).await?;
        Ok(TemplateSeen {
            template,
            owner: owner.into_subject(),
        })
    }
}

/// Changes what is given; the rest stays. Journeys that were applied keep their own steps.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateJourneyTemplateInput")]
pub struct UpdateTemplate {
    /// Which one.
    pub template: TemplateId,
    /// 1 to 80 characters.
    pub name: Option<String>,
    /// What it is good for, at most 400 characters.
    pub purpose: Option<String>,
    /// All of its steps, 1 to 50.
    pub steps: Option<Vec<JourneyStepInput>>,
    /// Whether each session has it by itself. Those that are ahead get it when this is switched on; those
    /// that have it keep it when this is switched off.
    pub for_each_session: Option<bool>,
}

#[async_trait]
impl Command for Acting<UpdateTemplate> {
    type Done = TemplateSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<TemplateSeen> {
        let input = &self.input;
        let name = match &input.name {
            Some(name) => Some(line("name", name, NAME_CHARS_MAX)?),
            None => None,
        };
        let purpose = match &input.purpose {
            Some(purpose) => Some(optional_line("purpose", purpose, PURPOSE_CHARS_MAX)?),
            None => None,
        };
        let steps = match &input.steps {
            Some(steps) => Some(Steps(read_steps(steps, &self.actions)?)),
            None => None,
        };
        let seen = store::template_seen(&tx.conn(), actor, input.template).await?;
        let seen = permit(actor, seen)?;
        let before = seen.template.clone();
        let changed = JourneyTemplate {
            name: name.unwrap_or(before.name),
            purpose: purpose.map_or(before.purpose, Option::unwrap_or_default),
            steps: steps.unwrap_or(before.steps),
            for_each_session: input.for_each_session.unwrap_or(before.for_each_session),
            ..before
        };
        if changed.for_each_session {
            check_counts_from_session(&changed.steps.0)?;
        }
        let template = store::update_template(tx, &seen, changed).await?;
        tell(tx, actor, (Some(&seen.template), &template)).await?;
        Ok(TemplateSeen {
            template,
            ..seen.into_subject()
        })
    }
}

/// Puts a template away, or brings it back. What was applied goes on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ArchiveJourneyTemplateInput")]
pub struct ArchiveTemplate {
    /// Which one.
    pub template: TemplateId,
    /// True to put it away, false to bring it back.
    pub archived: bool,
}

#[async_trait]
impl Command for ArchiveTemplate {
    type Done = TemplateSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<TemplateSeen> {
        let seen = store::template_seen(&tx.conn(), actor, self.template).await?;
        let seen = permit(actor, seen)?;
        let changed = JourneyTemplate {
            archived_at: self.archived.then_some(tx.now()),
            ..seen.template.clone()
        };
        let template = store::update_template(tx, &seen, changed).await?;
        tell(tx, actor, (Some(&seen.template), &template)).await?;
        Ok(TemplateSeen {
            template,
            ..seen.into_subject()
        })
    }
}

/// What no session moves would happen anew for each of them.
fn check_counts_from_session(steps: &[Step]) -> Result<()> {
    match steps.iter().any(|step| counts_from_session(steps, step)) {
        true => Ok(()),
        false => Err(
            Error::invalid("forEachSession", "no step counts from a session")
                .hint("let a step count from the session, or apply the template by hand"),
        ),
    }
}

async fn tell(
    tx: &Tx,
    actor: Actor,
    (before, template): (Option<&JourneyTemplate>, &JourneyTemplate),
) -> Result<()> {
    let known = before.map_or(Value::Null, told_of);
    let fact = TemplateChanged {
        template: template.id,
        community: template.community_id,
        change: Change::between(known, told_of(template)),
    };
    tx.emit(actor, &fact).await
}

/// What facts tell of a template: its steps by their number alone.
fn told_of(template: &JourneyTemplate) -> Value {
    json!({
        "name": template.name,
        "purpose": template.purpose,
        "steps": template.steps.0.len(),
        "for_each_session": template.for_each_session,
        "archived": template.archived_at.is_some(),
    })
}
