//! People and groups as a directory keeps them, by SCIM 2.0 (RFC 7643 and 7644).
//!
//! Invariants:
//! - only the platform acts here, for a token of a service that may; what it did stands in the log with the token, and
//!   holds no address;
//! - who is deactivated or deleted there is kept out here at once, and nothing of theirs is deleted; who was kept out
//!   by hand is let in by hand;
//! - an account that has the address of somebody new is theirs: there are never two;
//! - a directory never changes where the letters of an administrator go, which would be a way into everything;
//! - what groups give they give by the rules of single sign-on, and nothing else is taken away;
//! - what a directory wrote is read back as it wrote it; what we have no attribute for is let go.
mod commands;
mod events;
mod find;
mod group;
mod held;
mod jobs;
mod kept;
mod patch;
mod path;
mod person;
mod policy;
mod projection;
mod schema;
mod store;
mod tables;

pub use commands::{
    AddGroup, AddPerson, Change, ChangeGroup, ChangePerson, DropGroup, DropPerson, Precondition,
};
pub use events::{GroupAct, GroupKept, PersonDropped, PersonKept};
pub use find::{Asked, Found, group_by_id, groups, people, person_by_id};
pub use group::{KeptGroup, Members};
pub use held::held;
pub use jobs::{ApplyGroups, ApplyRules, KeepRules};
pub use kept::Kept;
pub use path::{ENTERPRISE, Filter};
pub use person::KeptPerson;
pub use projection::Projection;
pub use schema::{provider, resource_types, schemas};
pub use store::managers_of;
