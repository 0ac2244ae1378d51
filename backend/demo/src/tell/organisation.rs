//! People come in, and communities are founded.
use super::{Room, Teller};
use crate::calendar;
use crate::content::{Member, Place, RoomKind, Someone};
use channels::{ChannelKind, CreateChannel, Premoderation, UpdateChannel};
use communities::{AcknowledgeNorms, CreateCommunity, NewMember, Provenance};
use identity::{CompleteOnboarding, CreatePerson, NewPerson, Standing, actor_of};
use kernel::{Actor, CommunityId, Date, Result};

impl<'a> Teller<'a> {
    pub(super) async fn people_come_in(&mut self, people: &'a [Someone]) -> Result<()> {
        for someone in people {
            let at = self.instant(&someone.came)?;
            let person = self.act(Actor::System, at, created(someone)).await?;
            let onboarding = CompleteOnboarding {
                pronunciation: Some(someone.says.clone()),
                ask_me_about: Some(someone.ask_me_about.clone()),
                working_on: Some(someone.working_on.clone()),
                ..CompleteOnboarding::default()
            };
            let person = self.act(actor_of(&person), at, onboarding).await?;
            self.names
                .insert(person.handle.clone(), (person.id, person.name.clone()));
            self.people.insert(&someone.key, person);
        }
        Ok(())
    }

    pub(super) async fn founded(&mut self, place: &'a Place) -> Result<CommunityId> {
        let at = self.instant(&place.founded)?;
        let day = |days| Date(calendar::day(self.tx.now(), days));
        let create = CreateCommunity {
            kind: place.kind,
            name: place.name.clone(),
            slug: Some(place.slug.clone()),
            purpose: place.purpose.clone(),
            norms: Some(place.norms.clone()),
            zone: place.zone.clone(),
            starts_on: place.first_day.map(day),
            ends_on: place.last_day.map(day),
            norms_html: String::new(),
        };
        let community = self.act(Actor::System, at, create).await?.id;
        for member in &place.members {
            self.joins(community, member).await?;
        }
        self.rooms.clear();
        for room in &place.channels {
            let create = CreateChannel {
                community,
                name: room.name.clone(),
                slug: None,
                purpose: room.purpose.clone(),
                kind: match room.kind {
                    RoomKind::Discussion => ChannelKind::Discussion,
                    RoomKind::Questions => ChannelKind::Questions,
                },
            };
            let channel = self.act(Actor::System, at, create).await?.id;
            let kind = room.kind;
            self.rooms.insert(&room.name, Room { channel, kind });
        }
        Ok(community)
    }

    /// What is posted waits for a moderator where a mistake is costly, since a few hours ago.
    pub(super) async fn rooms_became_careful(&self, place: &Place) -> Result<()> {
        let at = self.instant("3h")?;
        for room in place
            .channels
            .iter()
            .filter(|it| !it.high_stakes.is_empty())
        {
            let careful = UpdateChannel {
                channel: self.room(&room.name)?.channel,
                name: None,
                purpose: None,
                kind: None,
                premoderation: Some(Premoderation::HighStakes),
                high_stakes_tags: Some(room.high_stakes.clone()),
            };
            self.act(Actor::System, at, careful).await?;
        }
        Ok(())
    }

    async fn joins(&self, community: CommunityId, member: &Member) -> Result<()> {
        let person = self.someone(&member.key)?;
        let at = self.instant(&member.joined)?;
        let joining = NewMember {
            community,
            person: person.id,
            role: member.role,
            provenance: Provenance::Demo,
            granted_by: None,
        };
        communities::admit(&self.tx.at(at), Actor::System, joining).await?;
        if !member.norms_ahead {
            let acknowledge = AcknowledgeNorms { community };
            self.act(actor_of(person), at, acknowledge).await?;
        }
        Ok(())
    }
}

/// Without a password: in the demo one signs in with a click.
fn created(someone: &Someone) -> CreatePerson {
    let handle = kernel::slug(&someone.name);
    CreatePerson {
        person: NewPerson {
            name: someone.name.clone(),
            email: Some(format!("{handle}@demo.example")),
            handle: Some(handle),
            zone: Some(someone.zone.clone()),
            standing: if someone.administers {
                Standing::Administrator
            } else {
                Standing::Member
            },
        },
        password: None,
    }
}
