//! What the people of a pair do: talk, mean to do something, meet.
use super::moving::tell_pair;
use super::solving::person_of;
use super::{day_ahead, tell_leads};
use crate::policy::{Belong, CommitmentSeen, PairSeen, Settle};
use crate::{
    Commitment, CommitmentChanged, CommitmentOutcome, MetAnswer, Nudged, PairMember, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{BeginThread, ChannelKind, CreateChannel, Naming, Thread, ThreadKind};
use chrono::TimeDelta;
use kernel::{
    Actor, Command, CommitmentId, Date, Db, Error, PairId, Permit, Result, Tx, line, optional_line,
    permit,
};

const WORDS_CHARS_MAX: usize = 300;
const NONCE_CHARS_MAX: usize = 100;

async fn belonging(tx: &Tx, actor: Actor, pair: PairId) -> Result<Permit<Belong, PairSeen>> {
    let seen = store::pair_seen(&tx.conn(), actor, pair).await?;
    permit(actor, seen)
}

async fn tell_commitment(tx: &Tx, actor: Actor, it: (&PairSeen, &Commitment)) -> Result<()> {
    let (seen, commitment) = it;
    for member in seen.present() {
        let fact = CommitmentChanged {
            community: seen.pair.community_id,
            person: member.person_id,
            pair: seen.pair.id,
            commitment: commitment.id,
        };
        tx.emit(actor, &fact).await?;
    }
    tell_leads(tx, seen).await
}

/// Says what one means to do until a day, to those one is with.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MakeCommitmentInput")]
pub struct MakeCommitment {
    pub pair: PairId,
    /// 1 to 300 characters.
    pub words: String,
    /// Until when: not before today, and two years ahead at most.
    pub due_on: Date,
    /// A word of the client's own: sent twice, it is said once.
    pub nonce: Option<String>,
}

#[async_trait]
impl Command for MakeCommitment {
    type Done = Commitment;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Commitment> {
        let words = line("words", &self.words, WORDS_CHARS_MAX)?;
        let nonce = self.nonce.as_deref();
        let nonce = nonce
            .map(|nonce| line("nonce", nonce, NONCE_CHARS_MAX))
            .transpose()?;
        let person = person_of(actor)?;
        // A day begins earlier elsewhere.
        let earliest = (tx.now() - TimeDelta::hours(12)).date_naive();
        if self.due_on.0 < earliest {
            return Err(Error::invalid("dueOn", "this day is over").hint("choose a day to come"));
        }
        day_ahead("dueOn", self.due_on.0, tx.now())?;
        let seen = belonging(tx, actor, self.pair).await?;
        if let Some(twin) = store::commitment_twin(&tx.conn(), person, nonce.as_deref()).await? {
            return Ok(twin);
        }
        let row = Commitment {
            id: tx.id(),
            pair_id: self.pair,
            person_id: person,
            words,
            due_on: self.due_on.0,
            made_at: tx.now(),
            outcome: CommitmentOutcome::Open,
            reason: None,
            settled_at: None,
            nonce,
        };
        let commitment = store::insert_commitment(tx, &seen, row).await?;
        tell_commitment(tx, actor, (&*seen, &commitment)).await?;
        Ok(commitment)
    }
}

/// Says what became of it: done, another mind for a reason, or open again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SettleCommitmentInput")]
pub struct SettleCommitment {
    pub commitment: CommitmentId,
    pub outcome: CommitmentOutcome,
    /// Why they changed their mind, 1 to 300 characters.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for SettleCommitment {
    type Done = Commitment;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Commitment> {
        let reason = match self.outcome {
            CommitmentOutcome::ChangedMind => {
                let words = self.reason.as_deref().unwrap_or_default();
                Some(line("reason", words, WORDS_CHARS_MAX)?)
            }
            CommitmentOutcome::Open | CommitmentOutcome::Done => None,
        };
        let seen = store::commitment_seen(&tx.conn(), actor, self.commitment).await?;
        let seen: Permit<Settle, CommitmentSeen> = permit(actor, seen)?;
        let is_open = self.outcome == CommitmentOutcome::Open;
        let row = Commitment {
            outcome: self.outcome,
            reason,
            settled_at: (!is_open).then_some(tx.now()),
            ..seen.commitment.clone()
        };
        let commitment = store::update_commitment(tx, &seen, row).await?;
        tell_commitment(tx, actor, (&seen.pair, &commitment)).await?;
        Ok(commitment)
    }
}

/// Answers to: did you meet?
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SayWhetherMetInput")]
pub struct SayWhetherMet {
    pub pair: PairId,
    pub answer: MetAnswer,
    /// One line for the others of the pair, at most 300 characters.
    pub note: Option<String>,
}

#[async_trait]
impl Command for SayWhetherMet {
    type Done = PairId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PairId> {
        let note = self.note.as_deref().unwrap_or_default();
        let note = optional_line("note", note, WORDS_CHARS_MAX)?;
        let seen = belonging(tx, actor, self.pair).await?;
        let member = seen.member(actor.person()).ok_or(Error::NotFound("pair"))?;
        let row = PairMember {
            met: Some(self.answer),
            met_note: note,
            met_at: Some(tx.now()),
            ..member.clone()
        };
        store::update_member(tx, &seen, row).await?;
        tell_pair(tx, actor, &seen).await?;
        tell_leads(tx, &seen).await?;
        Ok(self.pair)
    }
}

/// Lets the others know that one would like to hear from them: once in 48 hours.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "NudgePairInput")]
pub struct NudgePair {
    pub pair: PairId,
}

#[async_trait]
impl Command for NudgePair {
    type Done = PairId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PairId> {
        let person = person_of(actor)?;
        let seen = belonging(tx, actor, self.pair).await?;
        if seen.pair.starts_at > tx.now() {
            let words = "you are not together yet; nudge them once it has begun";
            return Err(Error::forbidden(words));
        }
        if let Some(again) = seen.nudge_again_at().filter(|again| *again > tx.now()) {
            let again = again.format("%-d %B %Y, %H:%M UTC");
            return Err(Error::forbidden(format!(
                "they were nudged already; you can do it again from {again}"
            )));
        }
        let member = seen.member(Some(person)).ok_or(Error::NotFound("pair"))?;
        let row = PairMember {
            nudged_at: Some(tx.now()),
            ..member.clone()
        };
        store::update_member(tx, &seen, row).await?;
        for other in seen.present().filter(|other| other.person_id != person) {
            let fact = Nudged {
                community: seen.pair.community_id,
                person: other.person_id,
                pair: self.pair,
                by: person,
            };
            tx.emit(actor, &fact).await?;
        }
        tell_pair(tx, actor, &seen).await?;
        Ok(self.pair)
    }
}

/// Writes the first words of the private conversation of a pair.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "BeginPairTalkInput")]
pub struct BeginPairTalk {
    pub pair: PairId,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// A word of the client's own: sent twice, the words are written once.
    pub nonce: String,
}

/// Writes the first words; whoever comes second finds the conversation.
///
/// # Errors
/// As the command.
pub async fn begin_pair_talk(db: &Db, actor: Actor, command: BeginPairTalk) -> Result<Thread> {
    db.write(actor, command).await
}

#[async_trait]
impl Command for BeginPairTalk {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = belonging(tx, actor, self.pair).await?;
        if let Some(thread) = seen.pair.thread_id {
            return Err(Error::Conflict {
                message: "your conversation has begun; reply in it".into(),
                current: Some(serde_json::json!({ "thread": thread.to_string() })),
            });
        }
        let people: Vec<_> = seen.present().map(|member| member.person_id).collect();
        let named = identity::people_by_ids(&tx.conn(), &people).await?;
        let mut names: Vec<&str> = named.iter().map(|person| person.name.as_str()).collect();
        names.sort_unstable();
        let name = names.join(", ");
        let place = communities::community_by_id(&tx.conn(), seen.pair.community_id).await?;
        let zone = place.ok_or(Error::NotFound("community"))?.zone;
        let room = communities::open_room(tx, Actor::System, (name.clone(), zone), &people).await?;
        let channel = CreateChannel {
            community: room.id,
            name: "talk".to_owned(),
            slug: None,
            purpose: String::new(),
            kind: ChannelKind::Discussion,
        };
        let channel = channel.run(tx, Actor::System).await?;
        let mut begin = BeginThread {
            channel: channel.id,
            kind: ThreadKind::Discussion,
            title: name.chars().take(150).collect(),
            body: self.body.clone(),
            tags: Vec::new(),
            attachments: Vec::new(),
            naming: Naming::With,
            nonce: self.nonce.clone(),
            words: None,
        };
        begin.prepare(&tx.conn(), actor).await?;
        let thread = begin.run(tx, actor).await?;
        store::keep_room(tx, &seen, &thread).await?;
        tell_pair(tx, actor, &seen).await?;
        tell_leads(tx, &seen).await?;
        Ok(thread)
    }
}
