//! Who else wonders, who is asked to answer, where it will be covered, and who asked.
use super::{REASON_CHARS_MAX, writer};
use crate::policy::{Have, Invite, Park};
use crate::store::{self, Wish};
use crate::{AnswerInvited, AskerRevealed, QuestionChanged, QuestionParked, Reveal};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{Reveal as Unveil, Spot, Thread};
use chrono::TimeDelta;
use communities::{Role, Standing};
use identity::Person;
use kernel::{
    Actor, Command, Error, PersonId, PostId, Result, SessionId, ThreadId, Tx, line, permit,
};
use sessions::SessionState;
use std::collections::HashMap;

/// Has a question too, or not after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "HaveQuestionTooInput")]
pub struct HaveQuestionToo {
    pub thread: ThreadId,
    /// True to say it, false to take it back.
    pub on: bool,
}

#[async_trait]
impl Command for HaveQuestionToo {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let person = writer(actor)?;
        let seen = channels::thread_seen(&tx.conn(), actor, self.thread).await?;
        let seen = permit::<Have, _>(actor, seen)?;
        let wish = if self.on { Wish::On } else { Wish::Off };
        if store::set_too(tx, &seen, (person, wish)).await? {
            let spot = Spot::of_thread(&seen.thread);
            tx.emit(actor, &QuestionChanged { spot }).await?;
        }
        Ok(seen.into_subject().thread)
    }
}

/// As many people are asked to answer one question.
const INVITED_MAX: usize = 10;
/// For so long somebody who was asked counts as busy with it.
const BUSY: TimeDelta = TimeDelta::days(14);

/// Asks somebody by name to answer a question.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "InviteToAnswerInput")]
pub struct InviteToAnswer {
    pub thread: ThreadId,
    /// A member; when left out, the expert on duty, who was asked least of late.
    pub person: Option<PersonId>,
}

#[async_trait]
impl Command for InviteToAnswer {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let by = writer(actor)?;
        let seen = channels::thread_seen(&tx.conn(), actor, self.thread).await?;
        let seen = permit::<Invite, _>(actor, seen)?;
        let invited = store::invited_to(&tx.conn(), self.thread).await?;
        if invited.len() >= INVITED_MAX {
            return Err(Error::invalid(
                "person",
                format!("{INVITED_MAX} people are asked already"),
            ));
        }
        let members = communities::standings(&tx.conn(), seen.thread.community_id).await?;
        let mut fitting: HashMap<PersonId, Standing> = members;
        fitting.retain(|person, standing| {
            // Whoever asks without a name can be asked like anybody: a refusal would tell who it is.
            let asks = !seen.thread.nameless && seen.thread.is_by(Actor::Person(*person));
            !asks && *person != by && standing.role != Role::Observer && !invited.contains(person)
        });
        let person = match self.person {
            Some(person) if invited.contains(&person) => {
                return Err(Error::conflict("this person is asked already"));
            }
            Some(person) if !fitting.contains_key(&person) => {
                return Err(Error::invalid("person", "this person cannot be asked here"));
            }
            Some(person) => person,
            None => on_duty(tx, &fitting).await?,
        };
        store::invite(tx, &seen, (person, by)).await?;
        let spot = Spot::of_thread(&seen.thread);
        tx.emit(actor, &AnswerInvited { spot, person }).await?;
        tx.emit(actor, &QuestionChanged { spot }).await?;
        Ok(seen.into_subject().thread)
    }
}

/// Of the experts who fit, or else of who moderates and leads, the one who was asked least of late.
async fn on_duty(tx: &Tx, fitting: &HashMap<PersonId, Standing>) -> Result<PersonId> {
    let with = |roles: &[Role]| -> Vec<PersonId> {
        let some = fitting.iter().filter(|(_, it)| roles.contains(&it.role));
        let mut people: Vec<PersonId> = some.map(|(person, _)| *person).collect();
        people.sort_unstable();
        people
    };
    let mut people = with(&[Role::Expert]);
    if people.is_empty() {
        people = with(&[Role::Moderator, Role::Facilitator]);
    }
    let since = tx.now() - BUSY;
    let busy = store::invitations_open(&tx.conn(), &people, since).await?;
    people
        .into_iter()
        .min_by_key(|person| busy.get(person).copied().unwrap_or(0))
        .ok_or_else(|| {
            Error::invalid("person", "nobody is on duty here").hint("ask somebody by name")
        })
}

/// Puts a question on the agenda of a session, or takes it off.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ParkQuestionInput")]
pub struct ParkQuestion {
    pub thread: ThreadId,
    /// A session of the community that is still to come; when left out, none any more.
    pub session: Option<SessionId>,
}

#[async_trait]
impl Command for ParkQuestion {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = channels::thread_seen(&tx.conn(), actor, self.thread).await?;
        let seen = permit::<Park, _>(actor, seen)?;
        let place = (seen.thread.community_id, self.session);
        let session = sessions::session_followed(&tx.conn(), actor, place).await?;
        let is_over = session.is_some_and(|it| {
            matches!(
                it.session.state,
                SessionState::Closed | SessionState::Cancelled
            )
        });
        if is_over {
            return Err(Error::invalid("session", "this session is over")
                .hint("choose one that is still to come"));
        }
        store::set_parked(tx, &seen, self.session).await?;
        let fact = QuestionParked {
            spot: Spot::of_thread(&seen.thread),
            session: self.session,
        };
        tx.emit(actor, &fact).await?;
        Ok(seen.into_subject().thread)
    }
}

/// Tells a moderator who asked without a name. That they were told, and why, is kept.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RevealAskerInput")]
pub struct RevealAsker {
    pub thread: ThreadId,
    /// The post without a name in it, where that is not the opening: conversations are merged.
    pub post: Option<PostId>,
    /// Why it must be known, 1 to 300 characters.
    pub reason: String,
}

#[async_trait]
impl Command for RevealAsker {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let reason = line("reason", &self.reason, REASON_CHARS_MAX)?;
        let told = writer(actor)?;
        let row = |spot: &Spot| Reveal {
            id: tx.id(),
            thread_id: spot.thread,
            community_id: spot.community,
            revealed_to: told,
            at: tx.now(),
            reason: reason.clone(),
        };
        let (spot, asker) = match self.post {
            Some(post) => {
                let seen = channels::post_seen(&tx.conn(), actor, post).await?;
                let seen = permit::<Unveil, _>(actor, seen)?;
                let spot = Spot::of(&seen.post);
                store::insert_reveal(tx, &seen, row(&spot)).await?;
                (spot, channels::writer_of(&tx.conn(), &seen).await?)
            }
            None => {
                let seen = channels::thread_seen(&tx.conn(), actor, self.thread).await?;
                let seen = permit::<Unveil, _>(actor, seen)?;
                let spot = Spot::of_thread(&seen.thread);
                store::insert_reveal(tx, &seen, row(&spot)).await?;
                (spot, channels::asker_of(&tx.conn(), &seen).await?)
            }
        };
        let asker = asker.ok_or(Error::NotFound("person"))?;
        let fact = AskerRevealed { spot, told, reason };
        tx.emit(actor, &fact).await?;
        Ok(asker)
    }
}
