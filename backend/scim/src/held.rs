//! What this capability holds about a person.
use crate::tables::{member, person};
use kernel::{Holds, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<person::Entity>::new()
            .of(person::Column::PersonId)
            .others(&[person::Column::ManagerId], "who leads them")
            .held(),
        nobodys("scim_group", "groups of many").held(),
        Rows::<member::Entity>::new()
            .of(member::Column::PersonId)
            .held(),
    ]
}
