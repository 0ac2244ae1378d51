use super::somebody;
use crate::asking::{AnswerInput, Given, parse_answers};
use crate::policy::{Answer as MayAnswer, PulseSeen};
use crate::pseudonym::pseudonym;
use crate::tables::Asked;
use crate::{AskedState, Cut, Pulse, PulseAnswered, PulseState, Question, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use identity::Person;
use kernel::{Actor, Command, Error, Permit, PersonId, PulseId, Result, Tx, permit};

pub(super) type Answering = Permit<MayAnswer, PulseSeen>;

/// How far the person is, who may still answer.
async fn asked(tx: &Tx, seen: &Answering, person: PersonId) -> Result<(Asked, Standing)> {
    may_be_answered(&seen.pulse, tx)?;
    match store::asked_by(&tx.conn(), seen.pulse.id, person).await? {
        Some(row) if row.state == AskedState::Answered => {
            Err(Error::conflict("you have answered this"))
        }
        Some(row) => Ok((row, Standing::Known)),
        None => {
            let row = Asked {
                id: tx.id_of_chance(),
                pulse_id: seen.pulse.id,
                person_id: person,
                state: AskedState::Waiting,
                spared: None,
                asked_at: None,
                tell_at: None,
                told: 0,
            };
            Ok((row, Standing::New))
        }
    }
}

/// Whether somebody was asked before they came by themselves.
enum Standing {
    Known,
    New,
}

pub(super) fn may_be_answered(pulse: &Pulse, tx: &Tx) -> Result<()> {
    match pulse.state(tx.now()) {
        PulseState::Open => Ok(()),
        PulseState::Planned => Err(Error::conflict("this is not open yet")),
        PulseState::Closed => Err(Error::conflict("this is closed")),
        PulseState::Cancelled => Err(Error::conflict("this was taken back")),
    }
}

pub(super) async fn questions(tx: &Tx, pulse: PulseId) -> Result<Vec<Question>> {
    let found = store::questions_of(&tx.conn(), &[pulse]).await?;
    Ok(found.into_values().flatten().collect())
}

/// Answers as the person who has this leave: that they did is kept in one place, what they said in
/// another, and no time in either.
pub(super) async fn send(tx: &Tx, seen: &Answering, answers: &[AnswerInput]) -> Result<()> {
    let person = somebody(seen.actor())?;
    let (row, standing) = asked(tx, seen, person).await?;
    let given = parse_answers(&questions(tx, seen.pulse.id).await?, answers)?;
    settle(tx, seen, (row, standing), AskedState::Answered).await?;
    keep(tx, &seen.pulse, (person, given)).await
}

async fn keep(tx: &Tx, pulse: &Pulse, (person, given): (PersonId, Vec<Given>)) -> Result<()> {
    let secret = store::secret_of(tx, pulse.community_id).await?;
    let part = part_of(tx, pulse, person).await?;
    store::insert_answers(tx, (pseudonym(&secret, person), part), given).await
}

/// The part of the cut somebody belongs to; empty if they did not say.
async fn part_of(tx: &Tx, pulse: &Pulse, person: PersonId) -> Result<Option<String>> {
    let Some(cut) = pulse.cut else {
        return Ok(None);
    };
    let person: Option<Person> = identity::person_by_id(&tx.conn(), person).await?;
    let person = person.ok_or(Error::NotFound("person"))?;
    let profile = pairings::profile_of(&tx.conn(), pulse.community_id, &person).await?;
    let said = match cut {
        Cut::Site => profile.site,
        Cut::Team => profile.team,
    };
    Ok(Some(said.unwrap_or_default()))
}

async fn settle(
    tx: &Tx,
    seen: &Answering,
    (row, standing): (Asked, Standing),
    state: AskedState,
) -> Result<()> {
    let row = Asked {
        state,
        tell_at: None,
        ..row
    };
    match standing {
        Standing::Known => store::update_asked(tx, seen, row).await?,
        Standing::New => store::insert_own(tx, seen, row).await?,
    }
    answered(tx, &seen.pulse).await
}

/// Tells that there is one more, and neither who nor when.
pub(super) async fn answered(tx: &Tx, pulse: &Pulse) -> Result<()> {
    let fact = PulseAnswered {
        community: pulse.community_id,
        pulse: pulse.id,
    };
    tx.at(pulse.opens_at).emit(Actor::System, &fact).await
}

async fn answering(tx: &Tx, actor: Actor, id: PulseId) -> Result<Answering> {
    let seen = store::pulse_seen(&tx.conn(), actor, id).await?;
    permit::<MayAnswer, _>(actor, seen)
}

/// Answers all of it at once.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerPulseInput")]
pub struct AnswerPulse {
    pub pulse: PulseId,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for AnswerPulse {
    type Done = PulseId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PulseId> {
        let seen = answering(tx, actor, self.pulse).await?;
        send(tx, &seen, &self.answers).await?;
        Ok(self.pulse)
    }
}

/// Says that one does not answer: one is not reminded. One may still answer after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SkipPulseInput")]
pub struct SkipPulse {
    pub pulse: PulseId,
}

#[async_trait]
impl Command for SkipPulse {
    type Done = PulseId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PulseId> {
        let person = somebody(actor)?;
        let seen = answering(tx, actor, self.pulse).await?;
        let found = asked(tx, &seen, person).await?;
        settle(tx, &seen, found, AskedState::Skipped).await?;
        Ok(self.pulse)
    }
}
