//! A cohort runs again.
use super::found::{address, check_days, parse_name};
use super::members::admit;
use crate::policy::Found;
use crate::store::NewMember;
use crate::{Community, CommunityCreated, CommunityKind, CommunitySeen, Provenance, Role, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, CommunityId, Date, Error, Permit, PersonId, Result, Tx, permit};

/// Founds the next run of a cohort: the same purpose, norms, time zone, calendar, leads and channels,
/// on other days and without its members.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloneCohortInput")]
pub struct CloneCohort {
    /// The cohort that runs again.
    pub community: CommunityId,
    /// What the next run is called, 1 to 80 characters.
    pub name: String,
    /// The part of the address: 2 to 60 of a to z, digits and hyphens. Made of the name when absent.
    pub slug: Option<String>,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day. When absent it lasts as long as the run before.
    pub ends_on: Option<Date>,
}

/// This is the community alone. Its channels and what is planned in it follow in the transaction of
/// whoever composes them.
#[async_trait]
impl Command for CloneCohort {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Found, CommunitySeen> = permit(actor, seen)?;
        let before = seen.community.clone();
        if before.kind != CommunityKind::Cohort {
            return Err(Error::invalid(
                "community",
                "a community of practice goes on; only a cohort runs again",
            ));
        }
        let row = self.next_run(tx, &before).await?;
        let community = store::insert_community(tx, &seen, row).await?;
        let holidays = store::holidays_of(&tx.conn(), before.id).await?;
        store::replace_holidays(tx, community.id, holidays).await?;
        let fact = CommunityCreated {
            community: community.id,
        };
        tx.emit(actor, &fact).await?;
        for person in self.leads(tx, actor).await? {
            let lead = NewMember {
                community: community.id,
                person,
                role: Role::Facilitator,
                provenance: Provenance::Person,
                granted_by: actor.person(),
            };
            admit(tx, actor, lead).await?;
        }
        Ok(community)
    }
}

impl CloneCohort {
    async fn next_run(&self, tx: &Tx, before: &Community) -> Result<Community> {
        let name = parse_name(&self.name)?;
        let starts_on = self.starts_on.0;
        let as_long = || starts_on.checked_add_signed(before.ends_on? - before.starts_on?);
        let ends_on = self.ends_on.map(|day| day.0).or_else(as_long);
        check_days(Some(starts_on), ends_on)?;
        Ok(Community {
            id: tx.id(),
            slug: address(tx, self.slug.as_deref(), &name).await?,
            name,
            starts_on: Some(starts_on),
            ends_on,
            created_at: tx.now(),
            archived_at: None,
            ended_at: None,
            cloned_from: Some(before.id),
            ..before.clone()
        })
    }

    /// Who led before leads again; a cohort that nobody led is led by who clones it.
    async fn leads(&self, tx: &Tx, actor: Actor) -> Result<Vec<PersonId>> {
        let mut leads = store::leads_of(&tx.conn(), &[self.community]).await?;
        let leads = leads.remove(&self.community).unwrap_or_default();
        let leads: Vec<PersonId> = leads.into_iter().map(|person| person.id).collect();
        Ok(match leads.is_empty() {
            true => actor.person().into_iter().collect(),
            false => leads,
        })
    }
}
