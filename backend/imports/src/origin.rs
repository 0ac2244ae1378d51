//! Where a record comes from, and what it is called here.
use chrono::{DateTime, Utc};
use kernel::{CommunityId, Entropy, Id};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A source, and the community it is brought into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub community: CommunityId,
    /// The system, and what tells this archive of it from others when record keys do not.
    pub source: String,
}

/// The kinds of record that are brought in once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    Person,
    Channel,
    Thread,
    Post,
}

impl LinkKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Channel => "channel",
            Self::Thread => "thread",
            Self::Post => "post",
        }
    }
}

/// What one record became.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub kind: LinkKind,
    pub key: String,
    pub target: Uuid,
}

impl Link {
    pub fn new(kind: LinkKind, key: impl Into<String>, target: impl Into<Uuid>) -> Self {
        Self {
            kind,
            key: key.into(),
            target: target.into(),
        }
    }
}

impl Origin {
    pub fn system(&self) -> &str {
        self.source.split(' ').next().unwrap_or_default()
    }

    /// The id of a record: sorted by when it was made, and the same in every run, so that one record
    /// can point to another that is not written yet.
    pub fn id_of<I: Id>(&self, (kind, key): (LinkKind, &str), made_at: DateTime<Utc>) -> I {
        let community: Uuid = self.community.into();
        let digest = Sha256::new()
            .chain_update(community)
            .chain_update(&self.source)
            .chain_update([0])
            .chain_update(kind.word())
            .chain_update([0])
            .chain_update(key)
            .finalize();
        I::mint(made_at, &Settled(digest.into()))
    }
}

/// Chance that is settled by what the record is.
struct Settled([u8; 32]);

impl Entropy for Settled {
    fn fill(&self, bytes: &mut [u8]) {
        for (byte, settled) in bytes.iter_mut().zip(self.0.iter().cycle()) {
            *byte = *settled;
        }
    }
}
