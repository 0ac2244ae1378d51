//! A community begins, with what follows each of its sessions.
use crate::{Acting, CreateTemplate, JourneyStepInput};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::{Community, CreateCommunity};
use kernel::{Actor, Command, Conn, Result, Tx};

/// Founds a community. A person who does so becomes its first facilitator.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateCommunityInput")]
pub struct FoundCommunity {
    #[graphql(flatten)]
    pub community: CreateCommunity,
    /// What each of its sessions has by itself, from when it is published.
    pub each_session: Option<EachSession>,
}

/// What each session of a community has by itself.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "EachSessionInput")]
pub struct EachSession {
    /// 1 to 80 characters.
    pub name: String,
    /// What it is good for, at most 400 characters.
    #[graphql(default)]
    pub purpose: String,
    /// 1 to 50 steps, of which some count from the session.
    pub steps: Vec<JourneyStepInput>,
}

#[async_trait]
impl Command for Acting<FoundCommunity> {
    type Done = Community;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        self.input.community.prepare(conn, actor).await
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let community = self.input.community.run(tx, actor).await?;
        if let Some(each) = self.input.each_session.clone() {
            let input = CreateTemplate {
                program: None,
                community: Some(community.id),
                name: each.name,
                purpose: each.purpose,
                steps: each.steps,
                for_each_session: true,
            };
            let actions = self.actions.clone();
            Acting { input, actions }.run(tx, actor).await?;
        }
        Ok(community)
    }
}
