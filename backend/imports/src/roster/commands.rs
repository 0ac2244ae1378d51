//! A roster is looked at, applied, and taken back.
use super::letters::InviteArrivals;
use super::plan::{Known, plan};
use super::table::{self, Line};
use crate::policy::{Apply, BringIn, RosterSeen, Tidy};
use crate::{Roster, RosterApplied, RosterFate, RosterLine, RosterUndone, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::{
    CommunitySeen, Manage, Membership, NewMember, Provenance, Role, admit_all, community_seen,
    everybody_in, rearrange, take_back_invitations,
};
use identity::{NewPlaceholder, create_placeholders, forget_placeholders};
use kernel::{
    Actor, Command, CommunityId, Conn, Error, MembershipId, Organisation, Permit, PersonId, Result,
    RosterId, Tx, permit,
};
use std::collections::{HashMap, HashSet};

const NAME_CHARS_MAX: usize = 200;
/// A roster that was only looked at is forgotten after a week.
const LOOKED_AT_DAYS_MAX: i64 = 7;
/// What an account that waits to be claimed says it comes from.
const SYSTEM: &str = "roster";

/// Reads a roster and says what each line would do. Nothing is done yet.
#[derive(Clone, Debug)]
pub struct PreviewRoster {
    pub community: CommunityId,
    /// What its file is called.
    pub name: String,
    pub bytes: Vec<u8>,
    lines: Vec<Line>,
}

impl PreviewRoster {
    pub fn new(community: CommunityId, name: String, bytes: Vec<u8>) -> Self {
        Self {
            community,
            name,
            bytes,
            lines: Vec::new(),
        }
    }
}

#[async_trait]
impl Command for PreviewRoster {
    type Done = Roster;

    async fn prepare(&mut self, _: &Conn<'_>, _: Actor) -> Result<()> {
        self.lines = table::lines_of(&table::text_of(&self.bytes)?)?;
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Roster> {
        let name = kernel::line("name", &self.name, NAME_CHARS_MAX)?;
        let seen = community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<BringIn, CommunitySeen> = permit(actor, seen)?;
        let _: Permit<Manage, CommunitySeen> = permit(actor, seen.into_subject())?;
        keep(tx, actor, (self.community, name, &self.lines)).await
    }
}

/// Keeps a roster with the fate of each line.
pub(super) async fn keep(
    tx: &Tx,
    actor: Actor,
    (community, name, lines): (CommunityId, String, &[Line]),
) -> Result<Roster> {
    let roster = Roster {
        id: tx.id(),
        community_id: community,
        name,
        brought_by: actor.person(),
        created_at: tx.now(),
        applied_at: None,
        undone_at: None,
        arriving: 0,
        joining: 0,
        changing: 0,
        staying: 0,
        refused: 0,
    };
    let known = known(&tx.conn(), (Some(community), lines)).await?;
    let lines = plan(roster.id, lines.to_vec(), &known);
    let roster = store::insert_roster(tx, counted(roster, &lines)).await?;
    store::replace_lines(tx, roster.id, &lines).await?;
    Ok(roster)
}

/// Who of a roster has an account, and who is a member.
pub(super) async fn known(
    conn: &Conn<'_>,
    (community, lines): (Option<CommunityId>, &[Line]),
) -> Result<Known> {
    let fine = lines.iter().filter(|line| line.refusal.is_none());
    let emails: Vec<String> = fine.map(|line| line.email.clone()).collect();
    let members = match community {
        Some(community) => everybody_in(conn, community).await?,
        None => Vec::new(),
    };
    let members = members.into_iter().map(|member| (member.person_id, member));
    Ok(Known {
        people: identity::people_by_emails(conn, &emails).await?,
        members: members.collect(),
    })
}

fn counted(roster: Roster, lines: &[RosterLine]) -> Roster {
    let count = |fate| {
        let of = lines.iter().filter(|line| line.fate == fate).count();
        i32::try_from(of).unwrap_or(i32::MAX)
    };
    Roster {
        arriving: count(RosterFate::Arrives),
        joining: count(RosterFate::Joins),
        changing: count(RosterFate::ChangesRole),
        staying: count(RosterFate::Stays),
        refused: count(RosterFate::Refused),
        ..roster
    }
}

/// Does what a roster says, all of it or nothing. Lines that were refused stay out.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ApplyRosterInput")]
pub struct ApplyRoster {
    /// Which one, from its preview.
    pub roster: RosterId,
}

#[async_trait]
impl Command for ApplyRoster {
    type Done = Roster;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Roster> {
        let seen = store::roster_seen(&tx.conn(), actor, self.roster).await?;
        let seen: Permit<Apply, RosterSeen> = permit(actor, seen)?;
        let roster = seen.into_subject().roster;
        if roster.applied_at.is_some() {
            return Err(Error::conflict("this roster has been applied already"));
        }
        apply(tx, actor, roster).await
    }
}

/// What was refused when the roster was looked at is refused now; the rest is planned anew, for people
/// may have come or gone since.
pub(super) async fn apply(tx: &Tx, actor: Actor, roster: Roster) -> Result<Roster> {
    let lines = store::lines_of(&tx.conn(), roster.id).await?;
    let lines: Vec<Line> = lines.into_iter().map(Line::from).collect();
    let community = roster.community_id;
    let known = known(&tx.conn(), (Some(community), &lines)).await?;
    let mut lines = plan(roster.id, lines, &known);

    arrive(tx, actor, &mut lines).await?;
    join(tx, actor, (community, &mut lines)).await?;
    let mut roles = Vec::new();
    for line in lines
        .iter()
        .filter(|line| line.fate == RosterFate::ChangesRole)
    {
        let member = line.person_id.and_then(|person| known.members.get(&person));
        roles.extend(member.cloned().zip(line.role));
    }
    rearrange(tx, actor, (community, &roles, &[])).await?;

    store::replace_lines(tx, roster.id, &lines).await?;
    let applied = Roster {
        applied_at: Some(tx.now()),
        ..counted(roster, &lines)
    };
    let roster = store::update_roster(tx, applied).await?;
    if roster.arriving > 0 {
        tx.enqueue(&InviteArrivals { roster: roster.id }).await?;
    }
    let fact = RosterApplied {
        community,
        roster: roster.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(roster)
}

/// Makes the accounts of those whom nobody knew.
async fn arrive(tx: &Tx, actor: Actor, lines: &mut [RosterLine]) -> Result<()> {
    let new = || RosterFate::Arrives;
    let people = lines.iter().filter(|line| line.fate == new());
    let people: Vec<NewPlaceholder> = people
        .map(|line| NewPlaceholder {
            name: line.name.clone(),
            email: line.email.clone(),
        })
        .collect();
    let ids = create_placeholders(tx, actor, (&people, SYSTEM)).await?;
    let arriving = lines.iter_mut().filter(|line| line.fate == new());
    for (line, person) in arriving.zip(ids) {
        line.person_id = Some(person);
    }
    Ok(())
}

/// Makes members of those who arrived and of those who had an account.
async fn join(
    tx: &Tx,
    actor: Actor,
    (community, lines): (CommunityId, &mut [RosterLine]),
) -> Result<()> {
    let seen = community_seen(&tx.conn(), actor, community).await?;
    let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
    let newcomers = lines.iter().filter(|line| line.comes_in());
    let newcomers: Vec<NewMember> = newcomers
        .filter_map(|line| {
            Some(NewMember {
                community,
                person: line.person_id?,
                role: line.role.unwrap_or(Role::Learner),
                provenance: Provenance::Import,
                granted_by: actor.person(),
            })
        })
        .collect();
    let members = admit_all(tx, actor, (&seen, &newcomers)).await?;
    let joined = lines.iter_mut().filter(|line| line.comes_in());
    for (line, member) in joined.zip(members) {
        line.membership_id = Some(member.id);
    }
    Ok(())
}

impl RosterLine {
    fn comes_in(&self) -> bool {
        matches!(self.fate, RosterFate::Arrives | RosterFate::Joins)
    }
}

/// Takes back what a roster did: members it made leave, roles it changed are what they were, and
/// accounts it made are forgotten unless somebody uses them. What was changed since by hand stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UndoRosterInput")]
pub struct UndoRoster {
    /// Which one.
    pub roster: RosterId,
}

#[async_trait]
impl Command for UndoRoster {
    type Done = Roster;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Roster> {
        let seen = store::roster_seen(&tx.conn(), actor, self.roster).await?;
        let seen: Permit<Apply, RosterSeen> = permit(actor, seen)?;
        let roster = seen.into_subject().roster;
        match (roster.applied_at, roster.undone_at) {
            (None, _) => return Err(Error::conflict("this roster has not been applied")),
            (Some(_), Some(_)) => {
                return Err(Error::conflict("this roster was taken back already"));
            }
            (Some(_), None) => {}
        }
        let mut lines = store::lines_of(&tx.conn(), roster.id).await?;
        let members = everybody_in(&tx.conn(), roster.community_id).await?;
        let (roles, leaving) = what_stands(&lines, members);
        rearrange(tx, actor, (roster.community_id, &roles, &leaving)).await?;
        forget(tx, actor, (roster.community_id, &mut lines)).await?;

        store::replace_lines(tx, roster.id, &lines).await?;
        let undone_at = Some(tx.now());
        let roster = store::update_roster(
            tx,
            Roster {
                undone_at,
                ..roster
            },
        )
        .await?;
        let fact = RosterUndone {
            community: roster.community_id,
            roster: roster.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(roster)
    }
}

/// The members whose role is still the one that the roster gave, with the one before, and those whom it
/// brought in and who are still there.
fn what_stands(
    lines: &[RosterLine],
    members: Vec<Membership>,
) -> (Vec<(Membership, Role)>, Vec<Membership>) {
    let members = members.into_iter().map(|member| (member.id, member));
    let members: HashMap<MembershipId, Membership> = members.collect();
    let mut roles = Vec::new();
    let mut leaving = Vec::new();
    for line in lines {
        let Some(member) = line.membership_id.and_then(|id| members.get(&id)) else {
            continue;
        };
        match line.role_before {
            Some(before) if line.role == Some(member.role) => roles.push((member.clone(), before)),
            None if line.comes_in() => leaving.push(member.clone()),
            Some(_) | None => {}
        }
    }
    (roles, leaving)
}

async fn forget(
    tx: &Tx,
    actor: Actor,
    (community, lines): (CommunityId, &mut [RosterLine]),
) -> Result<()> {
    let arrived = || lines.iter().filter(|line| line.fate == RosterFate::Arrives);
    let people: Vec<PersonId> = arrived().filter_map(|line| line.person_id).collect();
    let emails: Vec<String> = arrived().map(|line| line.email.clone()).collect();
    let seen = community_seen(&tx.conn(), actor, community).await?;
    let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
    take_back_invitations(tx, &seen, &emails).await?;
    let kept = forget_placeholders(tx, actor, &people).await?;
    let kept: HashSet<PersonId> = kept.into_iter().collect();
    for line in lines
        .iter_mut()
        .filter(|line| line.fate == RosterFate::Arrives)
    {
        if line.person_id.is_some_and(|person| kept.contains(&person)) {
            line.reason = Some("the account stays, because it is in use".to_owned());
        }
    }
    Ok(())
}

/// Forgets rosters that were looked at a week ago and never applied.
pub struct SweepRosters;

#[async_trait]
impl Command for SweepRosters {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let _: Permit<Tidy, Organisation> = permit(actor, Organisation)?;
        let before = tx.now() - TimeDelta::days(LOOKED_AT_DAYS_MAX);
        store::delete_rosters_only_looked_at(tx, before).await
    }
}
