//! What consultations leave to be done later.
use crate::commands::{MintLetter, tell, tell_colleague};
use crate::{Consultation, News, ToColleague, store};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use identity::Secret;
use kernel::{Actor, Command, ConsultationId, Db, Job, KeepTime, Organisation, Result, Tx, permit};
use serde::{Deserialize, Serialize};

/// Send the letter with which a colleague is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailConsultation {
    pub consultation: ConsultationId,
}

impl Job for MailConsultation {
    const KIND: &'static str = "consultations.mail_consultation";
}

/// What a letter to a colleague says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationLetter {
    pub to: String,
    /// What who asks calls them.
    pub name: String,
    /// The language they read; of the asker, where theirs is not known.
    pub language: String,
    pub asker: String,
    pub objective: Option<String>,
    pub question: String,
    pub expires_at: DateTime<Utc>,
}

/// What to write, and the token for the letter; nothing where no letter goes.
pub async fn mint_letter(
    db: &Db,
    job: &MailConsultation,
) -> Result<Option<(ConsultationLetter, Secret)>> {
    db.write(Actor::System, MintLetter(job.consultation)).await
}

/// How long letters are counted.
const LETTERS_COUNTED: TimeDelta = TimeDelta::days(2);

/// Tells of what nobody answered in time, and forgets who was asked long ago.
///
/// # Errors
/// When the database fails.
pub async fn keep_consultations(db: &Db) -> Result<()> {
    let (conn, now) = (db.read(), db.now());
    let due = !store::expiring(&conn, now).await?.is_empty()
        || !store::forgettable(&conn, now).await?.is_empty()
        || store::has_letters_before(&conn, now - LETTERS_COUNTED).await?;
    match due {
        true => db.write(Actor::System, KeepConsultations).await,
        false => Ok(()),
    }
}

struct KeepConsultations;

#[async_trait]
impl Command for KeepConsultations {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        for row in store::expiring(&tx.conn(), tx.now()).await? {
            let row = Consultation {
                expired_at: Some(tx.now()),
                ..row
            };
            store::update(tx, &leave, row.clone()).await?;
            tell_colleague(tx, &row, ToColleague::Released).await?;
            tell(tx, actor, (&row, News::Expired)).await?;
        }
        for row in store::forgettable(&tx.conn(), tx.now()).await? {
            let row = Consultation {
                colleague_name: None,
                colleague_email: None,
                colleague_id: None,
                line: None,
                ..row
            };
            store::update(tx, &leave, row).await?;
        }
        store::forget_letters(tx, &leave, tx.now() - LETTERS_COUNTED).await
    }
}
