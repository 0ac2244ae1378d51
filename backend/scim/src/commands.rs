//! What a directory can do.
mod apply;
mod groups;
mod people;

pub(crate) use apply::{ApplyTo, Spread, apply_later};
pub use groups::{AddGroup, ChangeGroup, DropGroup};
pub use people::{AddPerson, ChangePerson, DropPerson};

use crate::policy::Provision;
use kernel::{Actor, Error, Organisation, Permit, Result, permit};
use serde_json::{Value, json};

/// How a resource is changed.
pub enum Change {
    /// It is written anew.
    Whole(Value),
    /// Some of it is changed, by a PATCH request.
    Patch(Value),
}

/// The version that whoever changes something has seen: `If-Match`. Nothing where they do not say.
#[derive(Clone, Debug, Default)]
pub struct Precondition(pub Option<String>);

impl Precondition {
    /// # Errors
    /// `Conflict` with what stands now.
    fn holds(&self, now: &str) -> Result<()> {
        let Some(seen) = &self.0 else {
            return Ok(());
        };
        let mut seen = seen.split(',').map(str::trim);
        match seen.any(|tag| tag == "*" || tag == now) {
            true => Ok(()),
            false => Err(Error::Conflict {
                message: "somebody else changed this meanwhile".into(),
                current: Some(json!({ "version": now })),
            }),
        }
    }
}

fn provisioning(actor: Actor) -> Result<Permit<Provision, Organisation>> {
    permit(actor, Organisation)
}
