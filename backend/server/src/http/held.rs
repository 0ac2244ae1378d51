//! What somebody may ask for who has to set up a second factor first: what that takes, and to go away.
use super::refusal::Refusal;
use crate::guard::Admitted;
use async_graphql::parser::types::{Selection, SelectionSet};
use kernel::Error;

/// The names of all fields that may stand in a document of theirs, wherever they stand in it. None of them leads to
/// anybody else, or to what others wrote.
pub const NAMES: [&str; 41] = [
    "__typename",
    "addPasskey",
    "beginPasskey",
    "beginSecondFactor",
    "beginShowingPasskey",
    "codes",
    "confirmSecondFactor",
    "confirmSignIn",
    "continueAt",
    "createdAt",
    "device",
    "email",
    "hasApp",
    "hasPassword",
    "id",
    "isCurrent",
    "key",
    "lastSeenAt",
    "lastUsedAt",
    "linkedAccounts",
    "localSignIn",
    "name",
    "options",
    "passkey",
    "passkeys",
    "passwordCharsMin",
    "provider",
    "recoveryCodes",
    "recoveryCodesLeft",
    "secondFactor",
    "secondFactorDueAt",
    "server",
    "signIns",
    "signInsEnded",
    "signOut",
    "since",
    "slug",
    "stepUpBySso",
    "uri",
    "url",
    "viewer",
];

/// Whether this is no more than setting one up.
///
/// # Errors
/// `FactorRequired` otherwise.
pub fn permit(admitted: &mut Admitted) -> Result<(), Refusal> {
    let document = admitted.request.parsed_query();
    let document = document.map_err(|_| Error::FactorRequired)?;
    let operations = document.operations.iter();
    let mut sets = operations
        .map(|(_, operation)| &operation.node.selection_set.node)
        .chain(
            document
                .fragments
                .values()
                .map(|fragment| &fragment.node.selection_set.node),
        );
    match sets.all(is_of_setting_up) {
        true => Ok(()),
        false => Err(Error::FactorRequired.into()),
    }
}

/// How deep they are nested was bounded before.
fn is_of_setting_up(set: &SelectionSet) -> bool {
    set.items.iter().all(|item| match &item.node {
        Selection::Field(field) => {
            NAMES.contains(&field.node.name.node.as_str())
                && is_of_setting_up(&field.node.selection_set.node)
        }
        Selection::InlineFragment(fragment) => is_of_setting_up(&fragment.node.selection_set.node),
        // Fragments are looked at by themselves.
        Selection::FragmentSpread(_) => true,
    })
}
