//! Many people come to be at once, or are forgotten, as part of a larger change.
use crate::policy::AddPeople;
use crate::{Person, PersonCreated, PersonForgotten, Preferences, parse, store};
use kernel::{Actor, Organisation, Permit, PersonId, Result, Tx, permit};

/// Somebody who has an account from now on that waits to be claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlaceholder {
    pub name: String,
    /// In the form of `parse_email`, and nobody's yet.
    pub email: String,
}

/// Makes an account for each, that waits to be claimed; answers with their ids in the same order. `of`
/// is what knew them.
///
/// # Errors
/// `Forbidden` to all but administrators; `Invalid` when a name is none.
pub async fn create_placeholders(
    tx: &Tx,
    actor: Actor,
    (new, of): (&[NewPlaceholder], &str),
) -> Result<Vec<PersonId>> {
    let leave: Permit<AddPeople, Organisation> = permit(actor, Organisation)?;
    let mut taken = match new.is_empty() {
        true => return Ok(Vec::new()),
        false => store::handles(&tx.conn()).await?,
    };
    let mut rows = Vec::with_capacity(new.len());
    for NewPlaceholder { name, email } in new {
        let name = parse::name(name)?;
        let handle = store::free_beside(&taken, &parse::handle_from(&name));
        taken.insert(handle.clone());
        rows.push(Person {
            id: tx.id(),
            handle,
            name,
            pronunciation: None,
            email: Some(email.clone()),
            zone: "UTC".to_owned(),
            ask_me_about: None,
            working_on: None,
            preferences: Preferences::default(),
            placeholder_of: Some(of.to_owned()),
            created_at: tx.now(),
            onboarded_at: None,
            administrator_since: None,
            suspended_at: None,
            suspended_by_directory: false,
            second_factor_since: None,
            email_unproven_since: None,
        });
    }
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    store::insert_people(tx, &leave, rows).await?;
    let created = |id: &PersonId| PersonCreated {
        person: *id,
        administrator: false,
    };
    let facts: Vec<PersonCreated> = ids.iter().map(created).collect();
    tx.emit_all(actor, &facts).await?;
    Ok(ids)
}

/// How many accounts are forgotten at once. One that something still refers to keeps its fellows.
const FORGOTTEN_AT_ONCE: usize = 100;

/// Forgets accounts that nobody claimed and nothing refers to; answers with those that stay.
///
/// # Errors
/// `Forbidden` to all but administrators.
pub async fn forget_placeholders(tx: &Tx, actor: Actor, ids: &[PersonId]) -> Result<Vec<PersonId>> {
    let leave: Permit<AddPeople, Organisation> = permit(actor, Organisation)?;
    let mut kept = Vec::new();
    for some in ids.chunks(FORGOTTEN_AT_ONCE) {
        let people = store::people_by_ids(&tx.conn(), some).await?;
        let (unclaimed, claimed): (Vec<Person>, Vec<Person>) = people
            .into_iter()
            .partition(|person| person.placeholder_of.is_some());
        kept.extend(claimed.iter().map(|person| person.id));
        let unclaimed: Vec<PersonId> = unclaimed.iter().map(|person| person.id).collect();
        kept.extend(forget(tx, actor, (&leave, &unclaimed)).await?);
    }
    Ok(kept)
}

/// All of them together, or, when something refers to one of them, each by itself.
async fn forget(
    tx: &Tx,
    actor: Actor,
    (leave, ids): (&Permit<AddPeople, Organisation>, &[PersonId]),
) -> Result<Vec<PersonId>> {
    let together = tx
        .attempt(store::delete_placeholders(tx, leave, ids))
        .await?;
    let mut forgotten = Vec::new();
    let mut kept = Vec::new();
    match together {
        Ok(()) => forgotten.extend(ids.iter().copied()),
        Err(_) => {
            for id in ids {
                let alone = store::delete_placeholders(tx, leave, std::slice::from_ref(id));
                match tx.attempt(alone).await? {
                    Ok(()) => forgotten.push(*id),
                    Err(_) => kept.push(*id),
                }
            }
        }
    }
    let facts = forgotten
        .into_iter()
        .map(|person| PersonForgotten { person });
    tx.emit_all(actor, &facts.collect::<Vec<_>>()).await?;
    Ok(kept)
}
