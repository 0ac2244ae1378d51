//! What each line of a roster will do. Pure.
use super::table::Line;
use crate::{RosterFate, RosterLine};
use communities::{Membership, Role};
use kernel::{PersonId, RosterId};
use std::collections::HashMap;

/// What is known of the people on a roster, and of the community it is for.
#[derive(Default)]
pub(crate) struct Known {
    /// Who has an address.
    pub people: HashMap<String, PersonId>,
    pub members: HashMap<PersonId, Membership>,
}

/// The fate of each line, in their order.
pub(crate) fn plan(roster: RosterId, lines: Vec<Line>, known: &Known) -> Vec<RosterLine> {
    let fates = lines.into_iter().map(|line| fate(roster, line, known));
    let mut lines: Vec<RosterLine> = fates.collect();
    let leads = |role: &Role| *role == Role::Facilitator;
    let before = known.members.values().filter(|member| leads(&member.role));
    let before = before.count();
    let gone = lines
        .iter()
        .filter(|line| line.role_before.as_ref().is_some_and(leads));
    let gone = gone.count();
    let new = lines
        .iter()
        .filter(|line| line.fate.is_change() && line.role.as_ref().is_some_and(leads));
    if before > 0 && before + new.count() == gone {
        for line in lines
            .iter_mut()
            .filter(|line| line.role_before.as_ref().is_some_and(leads))
        {
            line.fate = RosterFate::Refused;
            line.reason = Some("a community needs a facilitator, and would have none".to_owned());
        }
    }
    lines
}

fn fate(roster: RosterId, line: Line, known: &Known) -> RosterLine {
    let person = known.people.get(&line.email).copied();
    let member = person.and_then(|person| known.members.get(&person));
    let fate = match (&line.refusal, person, member) {
        (Some(_), ..) => RosterFate::Refused,
        (None, None, _) => RosterFate::Arrives,
        (None, Some(_), None) => RosterFate::Joins,
        (None, Some(_), Some(member)) => match line.role {
            Some(role) if role != member.role => RosterFate::ChangesRole,
            Some(_) | None => RosterFate::Stays,
        },
    };
    let before = member.filter(|_| fate == RosterFate::ChangesRole);
    RosterLine {
        roster_id: roster,
        line: line.number,
        name: line.name,
        email: line.email,
        role: line.role,
        fate,
        reason: line.refusal,
        person_id: person.filter(|_| fate != RosterFate::Refused),
        membership_id: before.map(|member| member.id),
        role_before: before.map(|member| member.role),
    }
}

impl RosterFate {
    fn is_change(self) -> bool {
        match self {
            Self::Arrives | Self::Joins | Self::ChangesRole => true,
            Self::Stays | Self::Refused => false,
        }
    }
}

impl From<RosterLine> for Line {
    /// The line as it was read, to be planned again.
    fn from(line: RosterLine) -> Self {
        Self {
            number: line.line,
            name: line.name,
            email: line.email,
            role: line.role,
            refusal: line.reason.filter(|_| line.fate == RosterFate::Refused),
        }
    }
}
