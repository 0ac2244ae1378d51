//! A test sign-in: what was said, and what it would do. Nobody is signed in by it.
use super::come_in::known;
use super::{Word, carrying};
use crate::events::TestDone;
use crate::outcome::{Act, Given, Known, Would, decide, given};
use crate::refusal::Refusal;
use crate::store;
use crate::tables::{Claims, GroupSource, Provider, Test};
use async_trait::async_trait;
use kernel::{Actor, Command, Conn, PersonId, Result, SsoProviderId, SsoTestId, Tx};

/// What came of it.
#[derive(Clone)]
pub(crate) enum TestFound {
    Said { word: Box<Word>, claims: Claims },
    Refused { refusal: Refusal, claims: Claims },
}

/// Keeps what came of a test sign-in, for whoever made it.
pub(crate) struct KeepTest {
    pub provider: SsoProviderId,
    pub person: PersonId,
    pub found: TestFound,
}

#[async_trait]
impl Command for KeepTest {
    type Done = SsoTestId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<SsoTestId> {
        let leave = carrying(actor)?;
        let provider = store::by_id(&tx.conn(), self.provider).await?;
        let (refusal, claims, would) = match &self.found {
            TestFound::Said { word, claims } => {
                let would = would(&tx.conn(), (&provider, word)).await?;
                (None, claims.clone(), Some(would))
            }
            TestFound::Refused { refusal, claims } => (Some(refusal), claims.clone(), None),
        };
        let row = Test {
            id: tx.id(),
            provider_id: provider.id,
            person_id: self.person,
            at: tx.now(),
            refused: refusal.map(|refusal| refusal.refused.code().to_owned()),
            detail: refusal.map(|refusal| refusal.detail.to_string()),
            claims,
            would,
        };
        let test = store::insert_test(tx, &leave, row).await?;
        let fact = TestDone {
            person: self.person,
            provider: provider.id,
            test: test.id,
            refused: test.refused.clone(),
        };
        tx.emit(Actor::Administrator(self.person), &fact).await?;
        Ok(test.id)
    }
}

async fn would(conn: &Conn<'_>, (provider, word): (&Provider, &Word)) -> Result<Would> {
    let profile = &word.profile;
    let (known, _) = known(conn, word).await?;
    let decided = decide(provider, profile, &known);
    // What the directory says is not asked of a sign-in.
    let given = match provider.groups_from {
        GroupSource::SignIn => given(provider, &profile.groups),
        GroupSource::Directory => Given::default(),
    };
    let person = match &known {
        Known::Owner(person) | Known::Address(person) => Some(person.id),
        Known::Nobody => None,
    };
    Ok(Would {
        act: decided.as_ref().map_or(Act::Refuse, |act| *act),
        person,
        name: profile.name.clone(),
        email: profile.email.clone(),
        groups: profile.groups.clone(),
        locale: profile.language.clone(),
        zone: profile.zone.clone(),
        administrator: given.administrator,
        memberships: given.memberships.into_iter().collect(),
        refused: decided
            .err()
            .map(|refusal| refusal.refused.code().to_owned()),
    })
}
