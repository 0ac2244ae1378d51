//! A proposal becomes known: by who leads, or by itself.
use super::arrange::make_way;
use super::solving::solve_again;
use super::{arranged, current, tell};
use crate::board;
use crate::gather::{Gathered, gather};
use crate::policy::{Arrange, PairSeen, RoundSeen};
use crate::{Paired, Round, RoundPublished, RoundState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{
    Actor, Command, Error, Mentions, PairingRoundId, Permit, PersonId, Result, Tx, permit,
};

/// Tells everybody with whom they are, with one message each.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PublishPairsInput")]
pub struct PublishPairs {
    pub round: PairingRoundId,
    /// The version of the round that was looked at.
    pub version: i32,
    /// What each pair reads on its page: Markdown, at most 64 KB.
    pub message: Option<String>,
}

#[async_trait]
impl Command for PublishPairs {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        let message = self
            .message
            .as_deref()
            .filter(|text| !text.trim().is_empty());
        let message = message
            .map(|text| kernel::body("message", text))
            .transpose()?;
        let html = match &message {
            Some(text) => Some(kernel::render(text, &Mentions::default())?.html),
            None => None,
        };
        let seen = arranged(tx, actor, (self.round, RoundState::Proposed)).await?;
        current(&seen.round, self.version)?;
        let proposal = Proposal::of(tx, &seen).await?;
        let broken = proposal.broken();
        if !broken.is_empty() {
            return Err(said_meanwhile(tx, &broken).await?);
        }
        publish(tx, actor, (&seen, html), &proposal).await
    }
}

/// Who is together in a proposal, and what people say now.
pub(super) struct Proposal {
    pairs: Vec<PairSeen>,
    gathered: Gathered,
}

impl Proposal {
    pub async fn of(tx: &Tx, seen: &RoundSeen) -> Result<Self> {
        let conn = tx.conn();
        let pairs = store::pairs_of_rounds(&conn, Actor::System, &[seen.round.id]).await?;
        let gathered = gather(&conn, &seen.round, &pairs).await?;
        Ok(Self { pairs, gathered })
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pairs that what people said since does not let be any more.
    pub fn broken(&self) -> Vec<&PairSeen> {
        let falls = |pair: &&PairSeen| {
            let people: Vec<PersonId> = pair.present().map(|it| it.person_id).collect();
            !board::stands(&self.gathered, &people)
        };
        self.pairs.iter().filter(falls).collect()
    }
}

/// Which pairs cannot be. What of it does not let them is said of none: it may be theirs alone.
async fn said_meanwhile(tx: &Tx, broken: &[&PairSeen]) -> Result<Error> {
    let people = broken.iter().flat_map(|pair| pair.present());
    let people: Vec<PersonId> = people.map(|member| member.person_id).collect();
    let people = identity::people_by_ids(&tx.conn(), &people).await?;
    let name_of = |id: PersonId| {
        let found = people.iter().find(|person| person.id == id);
        found.map_or("", |person| person.name.as_str())
    };
    let names = |pair: &&PairSeen| {
        let names: Vec<&str> = pair.present().map(|it| name_of(it.person_id)).collect();
        names.join(" + ")
    };
    let names: Vec<String> = broken.iter().map(names).collect();
    let names = names.join(", ");
    let pairs = broken.iter().map(|pair| pair.pair.id.to_string());
    Ok(Error::Conflict {
        message: format!(
            "what people told us since does not let these be together: {names}; solve it again"
        )
        .into(),
        current: Some(serde_json::json!({ "pairs": pairs.collect::<Vec<_>>() })),
    })
}

/// Publishes a proposal with what who leads wrote; a round that goes on does so until this one begins.
pub(super) async fn publish(
    tx: &Tx,
    actor: Actor,
    (seen, html): (&Permit<Arrange, RoundSeen>, Option<String>),
    proposal: &Proposal,
) -> Result<Round> {
    if proposal.is_empty() {
        let words = "nobody is together in this proposal";
        return Err(Error::invalid("round", words).hint("move people, or relax a rule"));
    }
    // What was looked at for longer than planned begins now, and is as long as it was to be.
    let late = (tx.now() - seen.round.starts_at).max(TimeDelta::zero());
    for before in store::lived_rounds(&tx.conn(), seen.round.community_id).await? {
        if before.state == RoundState::Published {
            make_way(tx, actor, (before.id, seen.round.starts_at + late)).await?;
        }
    }
    let mut row = Round {
        state: RoundState::Published,
        starts_at: seen.round.starts_at + late,
        ends_at: seen.round.ends_at + late,
        published_at: Some(tx.now()),
        publishes_at: None,
        problem: None,
        version: seen.round.version + 1,
        message_html: html,
        ..seen.round.clone()
    };
    // Who does not take part any more waits for nobody.
    let takers = &proposal.gathered.at;
    row.unpaired
        .0
        .retain(|left| takers.contains_key(&left.person));
    let round = store::update_round(tx, seen, row).await?;
    store::publish_pairs(tx, seen, &round).await?;
    let told: Vec<Paired> = proposal
        .pairs
        .iter()
        .flat_map(|seen| seen.present().map(move |member| (seen, member)))
        .map(|(seen, member)| Paired {
            community: round.community_id,
            person: member.person_id,
            pair: seen.pair.id,
            after: None,
        })
        .collect();
    tx.emit_all(actor, &told).await?;
    tell_published(tx, actor, &round).await?;
    Ok(round)
}

pub(super) async fn tell_published(tx: &Tx, actor: Actor, round: &Round) -> Result<()> {
    let fact = RoundPublished {
        community: round.community_id,
        round: round.id,
    };
    tx.emit(actor, &fact).await
}

/// Publishes what nobody published while there was time to look at it. Run again, it changes nothing.
pub(crate) struct PublishUnseen(pub PairingRoundId);

#[async_trait]
impl Command for PublishUnseen {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = store::round_seen(&tx.conn(), actor, self.0).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        let is_due = seen.round.publishes_at.is_some_and(|at| at <= tx.now());
        if seen.round.state != RoundState::Proposed || !is_due {
            return Ok(()); // another node was here, or somebody who leads
        }
        let proposal = Proposal::of(tx, &seen).await?;
        let rests = communities::rests(&tx.conn(), seen.round.community_id).await?;
        if rests || proposal.is_empty() {
            let row = Round {
                publishes_at: None,
                ..seen.round.clone()
            };
            let round = store::update_round(tx, &seen, row).await?;
            return tell(tx, actor, &round).await;
        }
        match proposal.broken().is_empty() {
            true => publish(tx, actor, (&seen, None), &proposal)
                .await
                .map(|_| ()),
            false => solve_again(tx, actor, &seen).await,
        }
    }
}
