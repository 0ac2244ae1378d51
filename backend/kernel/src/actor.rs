use crate::PersonId;

/// Who asks. Every read and every write is made for one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    Anonymous,
    Person(PersonId),
    /// A person who also looks after the whole organisation.
    Administrator(PersonId),
    /// The platform itself: a job, an import, the command line.
    System,
}

impl Actor {
    /// The person who asks, if it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(id) | Self::Administrator(id) => Some(*id),
            Self::Anonymous | Self::System => None,
        }
    }

    /// Whether settings and memberships of every community are this actor's to arrange.
    pub fn administers(&self) -> bool {
        matches!(self, Self::Administrator(_) | Self::System)
    }
}
