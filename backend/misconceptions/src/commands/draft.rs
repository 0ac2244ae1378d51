use super::agree::tell_asked;
use super::{parse_claim, parse_objective, somebody, steered, step};
use crate::policy::MisconceptionSeen;
use crate::states::Step;
use crate::{Misconception, Severity, Source, Sources};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::Role;
use kernel::{
    Actor, Command, CommunityId, Error, MisconceptionId, ObjectiveId, PersonId, Result, Tx, line,
    optional_line,
};

const PART_CHARS_MAX: usize = 1_200;
const SOURCES_MAX: usize = 8;
const SOURCE_CHARS_MAX: usize = 200;
const URL_CHARS_MAX: usize = 500;

/// Something that a correction rests on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SourceInput")]
pub struct SourceGiven {
    /// What it is called, at most 200 characters.
    pub title: String,
    /// Where it is, if it can be opened.
    pub url: Option<String>,
}

/// Writes the correction of a misconception that was confirmed, or writes it anew while nobody has read it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DraftCorrectionInput")]
pub struct DraftCorrection {
    pub misconception: MisconceptionId,
    /// What is easy to think, in plain words, at most 300 characters.
    pub claim: String,
    /// What that misses, at most 1,200 characters.
    pub misses: String,
    /// What holds instead, at most 1,200 characters.
    pub holds: String,
    /// What that rests on, at most 8.
    #[graphql(default)]
    pub sources: Vec<SourceGiven>,
    /// What can come of the misconception.
    pub severity: Severity,
    /// What people are to learn that it stands against.
    pub objective: Option<ObjectiveId>,
    /// Who answers questions about it: whoever writes it, unless somebody else is named.
    pub owner: Option<PersonId>,
    /// The version that was edited. If it has moved on, the answer is CONFLICT and carries what stands now.
    pub version: Option<i32>,
}

#[async_trait]
impl Command for DraftCorrection {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let writer = somebody(actor)?;
        let claim = parse_claim(&self.claim)?;
        let misses = line("misses", &self.misses, PART_CHARS_MAX)?;
        let holds = line("holds", &self.holds, PART_CHARS_MAX)?;
        let sources = parse_sources(&self.sources)?;
        let seen = steered(tx, actor, self.misconception).await?;
        if self.version.is_some_and(|it| it != seen.record.version) {
            return Err(moved_on(&seen));
        }
        let community = seen.record.community_id;
        let objective_id = parse_objective(tx, community, self.objective).await?;
        let owner = self.owner.unwrap_or(writer);
        check_owner(tx, community, owner).await?;
        let before = seen.record.clone();
        let retold = before.claim != claim;
        let row = Misconception {
            claim,
            misses,
            holds,
            sources,
            severity: self.severity,
            objective_id,
            owner_id: Some(owner),
            drafted_by: Some(writer),
            // Whoever agreed, agreed to other words.
            agreed_by: None,
            agreed_at: None,
            retired_at: before.retired_at.filter(|_| !retold),
            ..before
        };
        let row = step(tx, &seen, Step::Draft, (row, None)).await?;
        tell_asked(tx, actor, &row).await?;
        Ok(row)
    }
}

fn moved_on(seen: &MisconceptionSeen) -> Error {
    let record = &seen.record;
    Error::Conflict {
        message: "somebody changed this correction meanwhile; both texts are kept".into(),
        current: Some(serde_json::json!({
            "claim": record.claim, "misses": record.misses, "holds": record.holds,
            "version": record.version,
        })),
    }
}

fn parse_sources(given: &[SourceGiven]) -> Result<Sources> {
    if given.len() > SOURCES_MAX {
        return Err(Error::invalid(
            "sources",
            format!("{SOURCES_MAX} sources are the most"),
        ));
    }
    let sources = given.iter().map(|source| {
        let title = line("sources", &source.title, SOURCE_CHARS_MAX)?;
        let url = optional_line(
            "sources",
            source.url.as_deref().unwrap_or(""),
            URL_CHARS_MAX,
        )?;
        let opens = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        match url {
            Some(url) if !opens(&url) => Err(Error::invalid(
                "sources",
                "the address of a source begins with https://",
            )),
            url => Ok(Source { title, url }),
        }
    });
    Ok(Sources(sources.collect::<Result<Vec<_>>>()?))
}

/// Whoever answers for a correction moderates there.
async fn check_owner(tx: &Tx, community: CommunityId, owner: PersonId) -> Result<()> {
    let memberships = communities::memberships_of(&tx.conn(), owner).await?;
    let moderates = memberships.iter().any(|membership| {
        membership.community_id == community
            && matches!(membership.role, Role::Moderator | Role::Facilitator)
    });
    match moderates {
        true => Ok(()),
        false => Err(Error::invalid(
            "owner",
            "choose somebody who moderates this community",
        )),
    }
}
