//! What is done later: what groups give is given, when they change, and when the rules do.
use crate::commands::{ApplyTo, Spread};
use async_trait::async_trait;
use kernel::{
    Actor, Db, Event, Fact, Follower, Job, JobError, PersonId, Result, Tx, Worker, Working,
};
use serde::{Deserialize, Serialize};
use sso::{GroupSource, ProviderChanged};

/// Give people what their groups give, and take what they no longer do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyGroups {
    pub(crate) whom: Whom,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Whom {
    These(Vec<PersonId>),
    /// Everybody whom the directory keeps, in the order of their ids.
    AllAfter(Option<PersonId>),
}

impl Job for ApplyGroups {
    const KIND: &'static str = "scim.apply_groups";
}

/// Does it.
pub struct ApplyRules {
    db: Db,
}

impl ApplyRules {
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    async fn apply(&self, whom: Whom) -> Result<()> {
        match whom {
            Whom::These(people) => {
                for person in people {
                    self.db.write(Actor::System, ApplyTo(person)).await?;
                }
                Ok(())
            }
            Whom::AllAfter(after) => self.db.write(Actor::System, Spread { after }).await,
        }
    }
}

impl Worker for ApplyRules {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> Working<'a> {
        Box::pin(async move {
            let job: ApplyGroups = serde_json::from_value(body.clone())
                .map_err(|error| JobError::GiveUp(error.to_string()))?;
            Ok(self.apply(job.whom).await?)
        })
    }
}

/// Hears when the rules of a provider become others, and has everybody looked at anew: a directory does not say again
/// what it has said.
#[derive(Debug, Default)]
pub struct KeepRules;

#[async_trait]
impl Follower for KeepRules {
    const NAME: &'static str = "scim";

    fn heeds(&self, fact: &Fact) -> bool {
        fact.kind == ProviderChanged::KIND
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let mut changes = facts.iter().filter_map(Fact::as_event::<ProviderChanged>);
        if changes.any(|change| concerns_groups(&change)) {
            let whom = Whom::AllAfter(None);
            tx.enqueue(&ApplyGroups { whom }).await?;
        }
        Ok(())
    }
}

/// Whether a provider leaves groups to the directory, and gives by them something else than before.
fn concerns_groups(change: &ProviderChanged) -> bool {
    let part = |name: &str| {
        let of =
            |state: &Option<serde_json::Value>| state.as_ref().map(|state| state[name].clone());
        (of(&change.before), of(&change.after))
    };
    let (source_before, source) = part("groupsFrom");
    let (rules_before, rules) = part("groupRules");
    let directory = serde_json::to_value(GroupSource::Directory).ok();
    source == directory && (source_before != source || rules_before != rules)
}
