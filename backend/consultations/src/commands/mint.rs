//! What a letter to a colleague says, and the link that it carries.
use super::address_hash;
use crate::jobs::ConsultationLetter;
use crate::links::carries_link;
use crate::{Consultation, ConsultationState, store};
use async_trait::async_trait;
use identity::{Person, Secret};
use kernel::{Actor, Command, Conn, ConsultationId, KeepTime, Organisation, Result, Tx, permit};

/// Makes a link for a letter: only its hash is kept.
pub(crate) struct MintLetter(pub ConsultationId);

/// Where a letter reaches the colleague, while they are known.
pub(super) async fn address_of(conn: &Conn<'_>, row: &Consultation) -> Result<Option<String>> {
    match (&row.colleague_email, row.colleague_id) {
        (Some(email), _) => Ok(Some(email.clone())),
        (None, Some(id)) => {
            let person = identity::person_by_id(conn, id).await?;
            let person = person.filter(|it| it.suspended_at.is_none());
            Ok(person.and_then(|it| it.email))
        }
        (None, None) => Ok(None),
    }
}

#[async_trait]
impl Command for MintLetter {
    /// Nothing where no letter goes: it was taken back meanwhile, or its owner wishes none.
    type Done = Option<(ConsultationLetter, Secret)>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let conn = tx.conn();
        let seen = store::consultation_seen(&conn, actor, self.0).await?;
        let row = seen.consultation;
        let (ConsultationState::Asked, Some(expires_at)) = (row.state(tx.now()), row.expires_at)
        else {
            return Ok(None);
        };
        let Some(to) = address_of(&conn, &row).await? else {
            return Ok(None);
        };
        if store::is_refused(&conn, address_hash(&to)).await? {
            return Ok(None);
        }
        let asker = identity::person_by_id(&conn, row.person_id).await?;
        // Who changed their name since to what reads like a link has nothing written in our name.
        let fits = |it: &Person| it.suspended_at.is_none() && !carries_link(&it.name);
        let Some(asker) = asker.filter(fits) else {
            return Ok(None);
        };
        let known = match row.colleague_id {
            Some(id) => identity::person_by_id(&conn, id).await?,
            None => identity::person_by_email(&conn, &to.to_lowercase()).await?,
        };
        // An address that is suspended here gets no letter, and nobody learns why.
        if known.as_ref().is_some_and(|it| it.suspended_at.is_some()) {
            return Ok(None);
        }
        let ids: Vec<_> = row.objective_id.into_iter().collect();
        let objectives = sessions::objectives_by_ids(&conn, &ids).await?;
        // Who is nobody here reads what the asker was shown beforehand.
        let reader = known.as_ref().unwrap_or(&asker);
        let language = reader.preferences.language.clone();
        let secret = Secret::mint(tx);
        store::insert_link(tx, &leave, (row.id, secret.hash(), expires_at)).await?;
        let letter = ConsultationLetter {
            to,
            name: row.colleague_name.unwrap_or_default(),
            language,
            asker: asker.name,
            objective: objectives.into_iter().next().map(|it| it.statement),
            question: row.question.unwrap_or_default(),
            expires_at,
        };
        Ok(Some((letter, secret)))
    }
}
