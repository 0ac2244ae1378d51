//! Asking a colleague, asking another, and writing once more.
use super::colleague::{Colleague, ColleagueInput, few_letters};
use super::{somebody, tell, tell_colleague, with_leave, words};
use crate::life::LINK_OPENS;
use crate::links::carries_link;
use crate::policy::{Ask, ConsultationSeen, Consulting};
use crate::{
    Consultation, ConsultationState, MailConsultation, News, ToColleague, Visibility, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, Command, CommunityId, ConsultationId, Error, ObjectiveId, Permit, PersonId, Result,
    SessionId, Tx, line, permit,
};

const QUESTION_CHARS_MAX: usize = 1_000;
const NONCE_CHARS_MAX: usize = 80;

/// Asks a colleague: they get a letter with a link, and need no account.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConsultColleagueInput")]
pub struct ConsultColleague {
    pub community: CommunityId,
    /// The session that it follows.
    pub session: Option<SessionId>,
    /// The one that a plan asks for; without it, another is begun.
    pub consultation: Option<ConsultationId>,
    /// Of the program that the community runs; needed where it runs one.
    pub objective: Option<ObjectiveId>,
    pub colleague: ColleagueInput,
    /// What one asks, 1 to 1,000 characters, without links.
    pub question: String,
    /// Who reads it once it is concluded.
    #[graphql(default_with = "Visibility::Asker")]
    pub visibility: Visibility,
    /// A word of the client's own: sent twice, it is asked once.
    pub nonce: String,
}

/// What is asked of whom, as it was read.
struct Asked {
    colleague: Colleague,
    question: String,
    objective: Option<ObjectiveId>,
}

#[async_trait]
impl Command for ConsultColleague {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let person = somebody(actor)?;
        let conn = tx.conn();
        let place = communities::community_seen(&conn, actor, self.community).await?;
        let leave = permit::<Ask, _>(actor, Consulting(place))?;
        let asked = Asked {
            question: question(&self.question)?,
            objective: self.objective(tx).await?,
            colleague: self.colleague.parse(&conn, actor).await?,
        };
        let nonce = line("nonce", &self.nonce, NONCE_CHARS_MAX)?;
        if let Some(id) = self.consultation {
            return self.answer_plan(tx, actor, (id, asked)).await;
        }
        if let Some(twin) = store::twin_of(&conn, person, &nonce).await? {
            return Ok(twin);
        }
        let row = Consultation {
            session_id: self.session(tx, actor).await?,
            visibility: self.visibility,
            ..blank(tx, (self.community, person), nonce)
        };
        let row = self.write_to(tx, &leave, (row, asked)).await?;
        store::insert(tx, &leave, row.clone()).await?;
        told(tx, actor, &row).await?;
        Ok(row)
    }
}

impl ConsultColleague {
    /// Chooses the colleague for what a plan asks for.
    async fn answer_plan(
        &self,
        tx: &Tx,
        actor: Actor,
        (id, asked): (ConsultationId, Asked),
    ) -> Result<Consultation> {
        let seen = with_leave::<Ask>(tx, actor, id).await?;
        if seen.consultation.community_id != self.community {
            let words = "this belongs to another community";
            return Err(Error::invalid("consultation", words));
        }
        if seen.consultation.state(tx.now()) != ConsultationState::Assigned {
            return Err(Error::conflict(
                "somebody was asked already: change the colleague instead",
            ));
        }
        let row = Consultation {
            visibility: self.visibility,
            ..seen.consultation.clone()
        };
        let row = self.write_to(tx, &seen, (row, asked)).await?;
        store::update(tx, &seen, row.clone()).await?;
        told(tx, actor, &row).await?;
        Ok(row)
    }

    async fn write_to<Action, Subject>(
        &self,
        tx: &Tx,
        leave: &Permit<Action, Subject>,
        (row, asked): (Consultation, Asked),
    ) -> Result<Consultation> {
        let row = Consultation {
            objective_id: asked.objective,
            question: Some(asked.question),
            ..row
        };
        write_to(tx, leave, (row, asked.colleague)).await
    }

    async fn objective(&self, tx: &Tx) -> Result<Option<ObjectiveId>> {
        let own = sessions::objectives_of_community(&tx.conn(), self.community).await?;
        match self.objective {
            Some(id) if own.iter().any(|it| it.id == id) => Ok(Some(id)),
            Some(_) => Err(Error::invalid(
                "objective",
                "this belongs to no program that this community runs",
            )),
            None if own.is_empty() => Ok(None),
            None => Err(Error::invalid(
                "objective",
                "say which objective it is about",
            )),
        }
    }

    async fn session(&self, tx: &Tx, actor: Actor) -> Result<Option<SessionId>> {
        let place = (self.community, self.session);
        let held = sessions::session_followed(&tx.conn(), actor, place).await?;
        Ok(held.map(|held| held.session.id))
    }
}

fn question(text: &str) -> Result<String> {
    let text = words("question", text, QUESTION_CHARS_MAX)?;
    match carries_link(&text) {
        true => Err(Error::invalid("question", "a letter carries no links")
            .hint("say it in words, with a space after each full stop; send the link yourself")),
        false => Ok(text),
    }
}

/// The letter says who asks: a name that reads like a link goes into none.
async fn named_in_words(tx: &Tx, asker: PersonId) -> Result<()> {
    let person = identity::person_by_id(&tx.conn(), asker).await?;
    match person.is_some_and(|it| carries_link(&it.name)) {
        true => Err(
            Error::conflict("your name reads like a link, and a letter carries none")
                .hint("change it on your profile first"),
        ),
        false => Ok(()),
    }
}

/// One that nobody was asked in yet.
pub(super) fn blank(
    tx: &Tx,
    (community, person): (CommunityId, PersonId),
    nonce: String,
) -> Consultation {
    Consultation {
        id: tx.id(),
        community_id: community,
        session_id: None,
        person_id: person,
        nonce,
        note: None,
        due_at: None,
        started_at: tx.now(),
        objective_id: None,
        question: None,
        visibility: Visibility::Asker,
        colleague_name: None,
        colleague_email: None,
        colleague_id: None,
        asked_at: None,
        mailed_at: None,
        expires_at: None,
        expired_at: None,
        declined_at: None,
        confirmed_at: None,
        line: None,
        change: None,
        concluded_at: None,
        withdrawn_at: None,
    }
}

/// Has a letter written to this colleague; the row says so.
async fn write_to<Action, Subject>(
    tx: &Tx,
    leave: &Permit<Action, Subject>,
    (row, colleague): (Consultation, Colleague),
) -> Result<Consultation> {
    named_in_words(tx, row.person_id).await?;
    few_letters(tx, row.person_id, &colleague).await?;
    store::insert_letter(tx, leave, (row.person_id, colleague.address_hash)).await?;
    let consultation = row.id;
    tx.enqueue(&MailConsultation { consultation }).await?;
    Ok(Consultation {
        colleague_name: Some(colleague.name),
        colleague_email: colleague.email,
        colleague_id: colleague.person,
        asked_at: Some(tx.now()),
        mailed_at: Some(tx.now()),
        expires_at: Some(tx.now() + LINK_OPENS),
        expired_at: None,
        declined_at: None,
        ..row
    })
}

async fn told(tx: &Tx, actor: Actor, row: &Consultation) -> Result<()> {
    tell_colleague(tx, row, ToColleague::Asked).await?;
    tell(tx, actor, (row, News::Asked)).await
}

/// Asks somebody else, before anybody confirmed. The link that the first one has opens nothing any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ChangeConsultedColleagueInput")]
pub struct ChangeConsultedColleague {
    pub consultation: ConsultationId,
    pub colleague: ColleagueInput,
    /// What one asks, if it is not the same: 1 to 1,000 characters, without links.
    pub question: Option<String>,
}

#[async_trait]
impl Command for ChangeConsultedColleague {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Ask>(tx, actor, self.consultation).await?;
        waits(tx, &seen)?;
        let colleague = self.colleague.parse(&tx.conn(), actor).await?;
        let mut row = seen.consultation.clone();
        if let Some(typed) = &self.question {
            row.question = Some(question(typed)?);
        }
        tell_colleague(tx, &seen.consultation, ToColleague::Released).await?;
        store::retire_links(tx, &seen, row.id).await?;
        let row = write_to(tx, &seen, (row, colleague)).await?;
        store::update(tx, &seen, row.clone()).await?;
        told(tx, actor, &row).await?;
        Ok(row)
    }
}

/// Whether somebody else may be asked.
fn waits(tx: &Tx, seen: &ConsultationSeen) -> Result<()> {
    match seen.consultation.state(tx.now()) {
        ConsultationState::Asked | ConsultationState::Expired | ConsultationState::Declined => {
            Ok(())
        }
        ConsultationState::Assigned => Err(Error::conflict("nobody was asked yet")),
        ConsultationState::Confirmed | ConsultationState::Concluded => {
            Err(Error::conflict("they confirmed it already"))
        }
        ConsultationState::Withdrawn => Err(Error::conflict("this was taken back")),
    }
}

/// Writes to the colleague once more: 48 hours after the last letter at the earliest.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ResendConsultationInput")]
pub struct ResendConsultation {
    pub consultation: ConsultationId,
}

#[async_trait]
impl Command for ResendConsultation {
    type Done = Consultation;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consultation> {
        let seen = with_leave::<Ask>(tx, actor, self.consultation).await?;
        let row = &seen.consultation;
        match row.resendable_at(tx.now()) {
            None => return Err(Error::conflict("nobody is waited for")),
            Some(at) if at > tx.now() => {
                return Err(Error::conflict(
                    "they were written to in the last 48 hours: give them time",
                ));
            }
            Some(_) => {}
        }
        let again = ColleagueInput {
            person: row.colleague_id.filter(|_| row.colleague_email.is_none()),
            email: row.colleague_email.clone(),
            name: row.colleague_name.clone(),
        };
        let colleague = again.parse(&tx.conn(), actor).await?;
        store::retire_links(tx, &seen, row.id).await?;
        let asked_at = row.asked_at;
        let row = write_to(tx, &seen, (row.clone(), colleague)).await?;
        let row = Consultation { asked_at, ..row };
        store::update(tx, &seen, row.clone()).await?;
        told(tx, actor, &row).await?;
        Ok(row)
    }
}
