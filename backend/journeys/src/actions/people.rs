//! Whom a step is for.
use crate::occasion::Occasion;
use crate::step::Condition;
use communities::{Role, members_among, standings};
use kernel::{Conn, PersonId, Result};
use std::collections::HashSet;

/// Those of the community's people in these roles whom the step is for, as things stand. Nobody is
/// late for what was due before they joined.
pub async fn meant(conn: &Conn<'_>, occasion: &Occasion, roles: &[Role]) -> Result<Vec<PersonId>> {
    let community = occasion.community.id;
    let mut people: Vec<PersonId> = match occasion.person {
        Some(only) => members_among(conn, community, &HashSet::from([only]))
            .await?
            .into_iter()
            .collect(),
        None => standings(conn, community)
            .await?
            .into_iter()
            .filter(|(_, standing)| {
                roles.contains(&standing.role) && standing.since <= occasion.due_at
            })
            .map(|(person, _)| person)
            .collect(),
    };
    people.sort_unstable();
    let Some(condition) = &occasion.step.condition else {
        return Ok(people);
    };
    let fulfil = fulfilling(conn, occasion, condition).await?;
    Ok(match fulfil {
        Some(fulfil) => people
            .into_iter()
            .filter(|person| fulfil.contains(person))
            .collect(),
        None => people,
    })
}

/// The community's people in these roles; the learners, if none is named.
pub async fn of_roles(
    conn: &Conn<'_>,
    occasion: &Occasion,
    roles: Option<&[Role]>,
) -> Result<Vec<PersonId>> {
    let roles = roles.unwrap_or(&[Role::Learner]);
    let members = standings(conn, occasion.community.id).await?;
    let mut people: Vec<PersonId> = members
        .into_iter()
        .filter(|(_, standing)| roles.contains(&standing.role))
        .map(|(person, _)| person)
        .collect();
    people.sort_unstable();
    Ok(people)
}

/// Who fulfils a condition; nothing when that cannot be known yet, and so may be anybody.
async fn fulfilling(
    conn: &Conn<'_>,
    occasion: &Occasion,
    condition: &Condition,
) -> Result<Option<HashSet<PersonId>>> {
    match condition {
        Condition::NotAnswered(_) => match occasion.prompt {
            Some(prompt) => {
                let silent = prompts::who_has_not_answered(conn, prompt).await?;
                Ok(Some(silent.into_iter().collect()))
            }
            // Whoever is asked may still be silent; of a prompt that was never posted nobody is.
            None if occasion.item.is_some() => Ok(Some(HashSet::new())),
            None => Ok(None),
        },
        Condition::Attended | Condition::Missed => {
            let Some(session) = &occasion.session else {
                return Ok(None);
            };
            let attended = *condition == Condition::Attended;
            let attendance = sessions::attendance_of(conn, session.id).await?;
            if attendance.is_empty() && occasion.item.is_none() {
                return Ok(None);
            }
            let fulfil = attendance
                .into_iter()
                .filter(|(_, state)| state.attended() == attended)
                .map(|(person, _)| person);
            Ok(Some(fulfil.collect()))
        }
    }
}
