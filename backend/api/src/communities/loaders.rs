//! Loading what many communities or people are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::channels::Channel;
use ::communities::{CommunitySeen, Mute};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use identity::Person;
use kernel::{Actor, CommunityId, Error, Opaque, PersonId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of communities, for one request.
pub struct CommunityLoaders {
    pub seen: DataLoader<Communities>,
    pub names: DataLoader<Names>,
    pub member_counts: DataLoader<MemberCounts>,
    pub leads: DataLoader<Leads>,
    pub channels: DataLoader<Channels>,
    pub in_common: DataLoader<InCommon>,
    pub mutes: DataLoader<Mutes>,
}

impl CommunityLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            seen: batched(Communities(own(), actor)),
            names: batched(Names(own())),
            member_counts: batched(MemberCounts(own())),
            leads: batched(Leads(own())),
            channels: batched(Channels(own(), actor)),
            in_common: batched(InCommon(own(), actor)),
            mutes: batched(Mutes(own())),
        }
    }
}

/// Communities that the asker may see, with their place in them.
pub struct Communities(Opaque<App>, Actor);

#[async_trait]
impl Loader<CommunityId> for Communities {
    type Value = Arc<CommunitySeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommunityId]) -> Loaded<CommunityId, Arc<CommunitySeen>> {
        let seen = ::communities::communities_visible_to(&self.0.db.read(), self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.community.id, Arc::new(seen)))
            .collect())
    }
}

/// What communities are called, whoever may see them: for those who read the log of all.
pub struct Names(Opaque<App>);

#[async_trait]
impl Loader<CommunityId> for Names {
    type Value = String;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommunityId]) -> Loaded<CommunityId, String> {
        let of = Actor::System;
        let seen = ::communities::communities_visible_to(&self.0.db.read(), of, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.community.id, seen.community.name))
            .collect())
    }
}

pub struct MemberCounts(Opaque<App>);

#[async_trait]
impl Loader<CommunityId> for MemberCounts {
    type Value = i64;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommunityId]) -> Loaded<CommunityId, i64> {
        Ok(::communities::member_counts(&self.0.db.read(), ids).await?)
    }
}

pub struct Leads(Opaque<App>);

#[async_trait]
impl Loader<CommunityId> for Leads {
    type Value = Vec<Person>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommunityId]) -> Loaded<CommunityId, Vec<Person>> {
        Ok(::communities::leads_of(&self.0.db.read(), ids).await?)
    }
}

/// The channels of communities, as far as the asker may read them.
pub struct Channels(Opaque<App>, Actor);

#[async_trait]
impl Loader<CommunityId> for Channels {
    type Value = Vec<Channel>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommunityId]) -> Loaded<CommunityId, Vec<Channel>> {
        let channels = ::channels::channels_visible_to(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<CommunityId, Vec<Channel>> = HashMap::new();
        for channel in channels {
            of.entry(channel.community_id).or_default().push(channel);
        }
        Ok(of)
    }
}

/// The communities that the asker shares with people.
pub struct InCommon(Opaque<App>, Actor);

#[async_trait]
impl Loader<PersonId> for InCommon {
    type Value = Vec<CommunitySeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PersonId]) -> Loaded<PersonId, Vec<CommunitySeen>> {
        Ok(::communities::communities_in_common(&self.0.db.read(), self.1, ids).await?)
    }
}

/// The mutes of members that stand, for whoever may know them.
pub struct Mutes(Opaque<App>);

#[async_trait]
impl Loader<(CommunityId, PersonId)> for Mutes {
    type Value = Mute;
    type Error = Arc<Error>;

    async fn load(
        &self,
        places: &[(CommunityId, PersonId)],
    ) -> Loaded<(CommunityId, PersonId), Mute> {
        Ok(::communities::mutes_of(&self.0.db.read(), places).await?)
    }
}
