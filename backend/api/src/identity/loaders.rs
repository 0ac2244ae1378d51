//! Loading what many accounts are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::communities::Membership;
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Error, Opaque, PersonId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<V> = Result<HashMap<PersonId, V>, Arc<Error>>;

/// The loaders of accounts, for one request. Only who sees an account asks them.
pub struct AccountLoaders {
    pub passwords: DataLoader<Passwords>,
    pub providers: DataLoader<Providers>,
    pub last_here: DataLoader<LastHere>,
    pub memberships: DataLoader<Memberships>,
}

impl AccountLoaders {
    pub fn new(app: &Opaque<App>) -> Self {
        let own = || app.clone();
        Self {
            passwords: batched(Passwords(own())),
            providers: batched(Providers(own())),
            last_here: batched(LastHere(own())),
            memberships: batched(Memberships(own())),
        }
    }
}

/// Who has a password.
pub struct Passwords(Opaque<App>);

#[async_trait]
impl Loader<PersonId> for Passwords {
    type Value = ();
    type Error = Arc<Error>;

    async fn load(&self, people: &[PersonId]) -> Loaded<()> {
        let known = ::identity::with_password(&self.0.db.read(), people).await?;
        Ok(known.into_iter().map(|person| (person, ())).collect())
    }
}

/// The providers by which people sign in.
pub struct Providers(Opaque<App>);

#[async_trait]
impl Loader<PersonId> for Providers {
    type Value = Vec<String>;
    type Error = Arc<Error>;

    async fn load(&self, people: &[PersonId]) -> Loaded<Vec<String>> {
        Ok(::sso::providers_of_people(&self.0.db.read(), people).await?)
    }
}

/// When people were here last.
pub struct LastHere(Opaque<App>);

#[async_trait]
impl Loader<PersonId> for LastHere {
    type Value = DateTime<Utc>;
    type Error = Arc<Error>;

    async fn load(&self, people: &[PersonId]) -> Loaded<DateTime<Utc>> {
        Ok(::identity::last_here_of(&self.0.db.read(), people).await?)
    }
}

/// What people are in communities.
pub struct Memberships(Opaque<App>);

#[async_trait]
impl Loader<PersonId> for Memberships {
    type Value = Vec<Membership>;
    type Error = Arc<Error>;

    async fn load(&self, people: &[PersonId]) -> Loaded<Vec<Membership>> {
        Ok(::communities::memberships_of_people(&self.0.db.read(), people).await?)
    }
}
