//! Whoever had no account before a roster brought them in gets a letter with their way in.
use crate::{RosterFate, RosterLine, store};
use async_trait::async_trait;
use communities::{CommunitySeen, Manage, Role, community_seen, invite_all};
use kernel::{Actor, Command, Db, Job, Permit, PersonId, Result, RosterId, Tx, permit};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Invite everybody for whom a roster made an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteArrivals {
    pub roster: RosterId,
}

impl Job for InviteArrivals {
    const KIND: &'static str = "imports.invite_arrivals";
}

/// How many are invited in one transaction.
const ABREAST: u64 = 100;

/// Invites them, some at a time. Done again, it invites nobody twice; a roster that was taken back
/// invites nobody.
pub async fn invite_arrivals(db: &Db, job: &InviteArrivals) -> Result<()> {
    let mut after = 0;
    loop {
        let some = InviteSome {
            roster: job.roster,
            after,
        };
        match db.write(Actor::System, some).await? {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

/// Invites those on the next lines; says which line was the last.
struct InviteSome {
    roster: RosterId,
    after: i32,
}

#[async_trait]
impl Command for InviteSome {
    type Done = Option<i32>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Option<i32>> {
        let conn = tx.conn();
        let roster = store::roster_seen(&conn, actor, self.roster).await?.roster;
        if roster.undone_at.is_some() {
            return Ok(None);
        }
        let lines = store::arrivals_after(&conn, (roster.id, self.after), ABREAST).await?;
        let Some(last) = lines.last().map(|line| line.line) else {
            return Ok(None);
        };
        let seen = community_seen(&conn, actor, roster.community_id).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let people = unclaimed(tx, lines).await?;
        invite_all(tx, actor, (&seen, roster.brought_by), people).await?;
        Ok(Some(last))
    }
}

/// Those whose account waits for them still.
async fn unclaimed(tx: &Tx, lines: Vec<RosterLine>) -> Result<Vec<(String, Role)>> {
    let ids: Vec<PersonId> = lines.iter().filter_map(|line| line.person_id).collect();
    let waiting: HashSet<PersonId> = identity::people_by_ids(&tx.conn(), &ids)
        .await?
        .into_iter()
        .filter(|person| person.placeholder_of.is_some())
        .map(|person| person.id)
        .collect();
    let lines = lines.into_iter().filter(|line| {
        let waits = line
            .person_id
            .is_some_and(|person| waiting.contains(&person));
        waits && line.fate == RosterFate::Arrives
    });
    Ok(lines
        .map(|line| (line.email, line.role.unwrap_or(Role::Learner)))
        .collect())
}
