//! Which objectives something serves that a journey brings: those of the session it surrounds.
use crate::occasion::Occasion;
use kernel::{Conn, ObjectiveId, Result};
use std::collections::HashSet;

pub async fn served(conn: &Conn<'_>, occasion: &Occasion) -> Result<Vec<ObjectiveId>> {
    let Some(session) = &occasion.session else {
        return Ok(Vec::new());
    };
    let mut of_sessions = sessions::objective_ids_of(conn, &[session.id]).await?;
    let own = sessions::objectives_of_community(conn, occasion.community.id).await?;
    let own: HashSet<ObjectiveId> = own.into_iter().map(|objective| objective.id).collect();
    let mut served = of_sessions.remove(&session.id).unwrap_or_default();
    served.retain(|objective| own.contains(objective));
    Ok(served)
}
