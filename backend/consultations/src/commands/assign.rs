use super::ask::blank;
use super::tell;
use crate::{Consultation, News, store};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use communities::Manage;
use kernel::{Actor, Command, CommunityId, PersonId, Result, SessionId, Tx, permit};
use sessions::SessionState;

/// Asks people to consult a colleague, as a plan does: each chooses whom.
#[derive(Clone, Debug)]
pub struct AssignConsultations {
    pub community: CommunityId,
    pub session: Option<SessionId>,
    pub people: Vec<PersonId>,
    /// What the plan says about it.
    pub note: Option<String>,
    pub due_at: Option<DateTime<Utc>>,
    /// A word of the plan's own: done twice, it is asked once.
    pub nonce: String,
}

#[async_trait]
impl Command for AssignConsultations {
    /// How many people were asked just now.
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let conn = tx.conn();
        let place = communities::community_seen(&conn, actor, self.community).await?;
        let leave = permit::<Manage, _>(actor, place)?;
        if let Some(session) = self.session {
            let held = sessions::session_seen(&conn, Actor::System, session).await?;
            if held.session.state == SessionState::Cancelled {
                return Ok(0); // nothing was learned there that could be asked about
            }
        }
        let mut rows: Vec<Consultation> = Vec::with_capacity(self.people.len());
        for person in &self.people {
            if store::twin_of(&conn, *person, &self.nonce).await?.is_some() {
                continue; // asked by an earlier try
            }
            rows.push(Consultation {
                session_id: self.session,
                note: self.note.clone(),
                due_at: self.due_at,
                ..blank(tx, (self.community, *person), self.nonce.clone())
            });
        }
        store::insert_many(tx, &leave, rows.clone()).await?;
        for row in &rows {
            tell(tx, actor, (row, News::Assigned)).await?;
        }
        Ok(rows.len())
    }
}
