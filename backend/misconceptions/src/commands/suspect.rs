use super::passages::{Passage, added};
use super::{moderated, parse_claim, parse_objective, tell};
use crate::showing::Said;
use crate::{Misconception, MisconceptionState, Severity, Sources, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{Moderate, ThreadSeen};
use kernel::{Actor, Command, CommunityId, Error, ObjectiveId, Permit, PostId, Result, Tx};

/// Says that a passage of a post may be wrong.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SuspectMisconceptionInput")]
pub struct SuspectMisconception {
    pub post: PostId,
    /// Which words of it.
    pub passage: Passage,
    /// What is easy to think, in plain words, at most 300 characters.
    pub claim: String,
    /// The community that looks into it: that of the post, unless it is given.
    pub community: Option<CommunityId>,
    /// What people are to learn that it stands against.
    pub objective: Option<ObjectiveId>,
    /// What can come of it.
    #[graphql(default_with = "Severity::Practice")]
    pub severity: Severity,
}

#[async_trait]
impl Command for SuspectMisconception {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let claim = parse_claim(&self.claim)?;
        let (post, leave) = moderated(tx, actor, self.post).await?;
        let community = post.post.community_id;
        if self.community.is_some_and(|it| it != community) {
            return Err(Error::invalid(
                "community",
                "this post stands in another community",
            ));
        }
        let objective = parse_objective(tx, community, self.objective).await?;
        let anchor = self.passage.anchored(&Said::seen(&post))?;
        let row = self.record(tx, &leave, (claim, objective)).await?;
        store::insert_misconception(tx, &leave, row.clone()).await?;
        store::insert_change(tx, &row, (actor.person(), None)).await?;
        added(tx, &leave, (&row, &post.post, anchor)).await?;
        tell(tx, actor, &row).await?;
        Ok(row)
    }
}

impl SuspectMisconception {
    async fn record(
        &self,
        tx: &Tx,
        leave: &Permit<Moderate, ThreadSeen>,
        (claim, objective_id): (String, Option<ObjectiveId>),
    ) -> Result<Misconception> {
        let conn = tx.conn();
        let community_id = leave.thread.community_id;
        Ok(Misconception {
            id: tx.id(),
            number: store::next_number(&conn).await?,
            community_id,
            program_id: sessions::program_of_community(&conn, community_id).await?,
            objective_id,
            claim,
            misses: String::new(),
            holds: String::new(),
            sources: Sources::default(),
            severity: self.severity,
            state: MisconceptionState::Suspected,
            suspected_by: leave.actor().person(),
            drafted_by: None,
            owner_id: None,
            asked_id: None,
            agreed_by: None,
            agreed_at: None,
            offered_at: None,
            window_ends_at: None,
            published_at: None,
            first_exposure_at: None,
            exposed_before: 0,
            retired_at: None,
            told_words: None,
            forgotten_told: 0,
            forgotten_acknowledged: 0,
            forgotten_not_convinced: 0,
            version: 1,
            created_at: tx.now(),
        })
    }
}
