//! A session moves.
use super::describe::{new_part, span_of};
use super::permitted;
use crate::{
    Part, PartPlan, Plan, Session, SessionRescheduled, SessionSeen, life, parse, parse_parts,
    store, times::PartTime,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Conn, Error, Permit, Result, SessionId, Tx};

/// Gives a session other times. Its first part stays its first, with its agenda.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RescheduleSessionInput")]
pub struct RescheduleSession {
    /// Which one.
    pub session: SessionId,
    /// All its parts from now on, 1 to 20.
    pub parts: Vec<PartPlan>,
    /// Why, as people are told: at most 300 characters.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for RescheduleSession {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Plan, SessionSeen> = permitted(tx, actor, self.session).await?;
        let Checked { times, reason } = self.checked(&tx.conn(), &seen).await?;
        let SessionSeen {
            session: before,
            parts,
            ..
        } = seen.into_subject();
        let stands = parts.iter().map(time_of).eq(times
            .iter()
            .map(|time| (time.starts_at, time.ends_at, time.zone.as_str())));
        if stands {
            return Ok(before);
        }
        let (starts_at, ends_at) = span_of(&times, tx.now());
        drop_parts(tx, &parts, times.len()).await?;
        for (at, time) in times.into_iter().enumerate() {
            match parts.get(at) {
                Some(part) => {
                    let moved = Part {
                        starts_at: time.starts_at,
                        ends_at: time.ends_at,
                        zone: time.zone,
                        ..part.clone()
                    };
                    store::update_part(tx, moved).await?;
                }
                None => {
                    let number = i32::try_from(at + 1).map_err(Error::internal)?;
                    store::insert_part(tx, new_part(tx, before.id, (number, time))).await?;
                }
            }
        }
        let moved = Session {
            starts_at,
            ends_at,
            state_reason: reason,
            sequence: before.sequence + 1,
            changed_at: tx.now(),
            ..before.clone()
        };
        let session = store::update_session(tx, moved).await?;
        let fact = SessionRescheduled {
            community: session.community_id,
            session: session.id,
            was_starting_at: before.starts_at,
            was_ending_at: before.ends_at,
            starts_at,
            ends_at,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

/// The new times, and why, once nothing stands against them.
pub struct Checked {
    pub times: Vec<PartTime>,
    pub reason: Option<String>,
}

impl RescheduleSession {
    /// What this asks for, or why it cannot be: so that who asks for the consequence alone is told
    /// all that would refuse the change.
    ///
    /// # Errors
    /// `Conflict` when the session is over; `Invalid` with `parts` or `reason`.
    pub async fn checked(
        &self,
        conn: &Conn<'_>,
        seen: &Permit<Plan, SessionSeen>,
    ) -> Result<Checked> {
        life::open_to_change(&seen.session)?;
        let times = parse_parts(&self.parts, &seen.community.zone)?;
        let reason = self.reason.as_deref().unwrap_or_default();
        let reason = kernel::optional_line("reason", reason, parse::REASON_CHARS_MAX)?;
        for part in seen.parts.iter().skip(times.len()) {
            if store::is_recorded_for(conn, part.id).await? {
                let message = format!(
                    "who attended part {} is recorded, so it cannot be left out",
                    part.number
                );
                return Err(Error::invalid("parts", message).hint("keep this part"));
            }
        }
        Ok(Checked { times, reason })
    }
}

fn time_of(part: &Part) -> (DateTime<Utc>, DateTime<Utc>, &str) {
    (part.starts_at, part.ends_at, part.zone.as_str())
}

/// Ends the parts beyond these. What was planned for them goes to the last that stays.
async fn drop_parts(tx: &Tx, parts: &[Part], kept: usize) -> Result<()> {
    let Some(last) = parts.iter().take(kept).next_back() else {
        return Ok(());
    };
    for part in parts.iter().skip(kept) {
        store::move_segments(tx, part.id, last.id).await?;
        store::delete_part(tx, part.id).await?;
    }
    Ok(())
}
