//! A person as the index knows them. Pure.
use crate::document::PERSON;
use identity::Person;
use kernel::CommunityId;
use search_index::{Change, Document};
use std::collections::BTreeSet;

/// Nobody looks for who is kept out, nor for who has not come yet.
pub(crate) fn is_here(person: &Person) -> bool {
    person.suspended_at.is_none() && person.placeholder_of.is_none()
}

/// What the index must do so that it agrees with a person as they stand. Whoever shares a community with
/// them may find them: so it names theirs, and need not change when anybody else comes or leaves.
pub(crate) fn change_of_person(person: &Person, communities: &BTreeSet<CommunityId>) -> Change {
    let id = person.id.to_string();
    if !is_here(person) || communities.is_empty() {
        return Change::Delete(id);
    }
    let names = [
        Some(&person.name),
        Some(&person.handle),
        person.pronunciation.as_ref(),
    ];
    let document = Document {
        id,
        audience: communities.iter().map(CommunityId::to_string).collect(),
        kind: PERSON.to_owned(),
        title: person.name.clone(),
        names: names.into_iter().flatten().cloned().collect(),
        body: said_by(person),
        created: person.created_at.timestamp_millis(),
        ..Document::default()
    };
    document.into()
}

/// What a person says of themselves.
pub(crate) fn said_by(person: &Person) -> String {
    let says = [person.ask_me_about.as_deref(), person.working_on.as_deref()];
    let says: Vec<&str> = says.into_iter().flatten().collect();
    says.join("\n")
}
