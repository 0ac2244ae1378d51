mod behind;

use crate::Person;
use api::{App, Asking, RequestOrigin, Schema, Settings};
use channels::{Channel, ChannelKind, CreateChannel, Files};
use chrono::{DateTime, Utc};
use communities::{AddMember, Community, CommunityKind, CreateCommunity, Role};
use feedback::KeepFeedback;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use identity::{CreatePerson, NewPerson, Standing};
use journeys::{Actions, KeepPace};
use kernel::{Actor, Command, Db, KeyRing, ManualClock, Opaque, Parts, Result, SystemEntropy};
use misconceptions::KeepPassages;
use moderation::KeepQueue;
use notifications::NotifyReaders;
use object_store::memory::InMemory;
use pairings::KeepPairs;
use prompts::NoticeAnswers;
use search::Searcher;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// A whole application over a database of its own, with a clock that stands still.
pub struct Stage {
    pub app: Opaque<App>,
    pub clock: Arc<ManualClock>,
    pub schema: Schema,
    notify: Arc<NotifyReaders>,
    keep_pace: Arc<KeepPace>,
    notice: Arc<NoticeAnswers>,
    looks_after: Arc<KeepFeedback>,
    pairs: Arc<KeepPairs>,
    passages: Arc<KeepPassages>,
    queue: Arc<KeepQueue>,
    _folder: Option<TempDir>,
}

impl Stage {
    /// Monday 5 January 2026, nine o'clock UTC.
    pub async fn new() -> Self {
        let (clock, parts) = still();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let server = std::env::var("TEST_DATABASE_URL").ok();
        let db = server::storage::open_for_test(server.as_deref(), folder.path(), parts)
            .await
            .expect("a database for the test");
        Self {
            _folder: Some(folder),
            ..Self::over(db, clock)
        }
    }

    /// A stage that may ask these places of this machine: host and port, with a comma between.
    pub async fn that_asks(places: &str) -> Self {
        let stage = Self::new().await;
        let allowed = outgoing::Allowed::parse(places).expect("places");
        let (db, clock) = (stage.db().clone(), stage.clock.clone());
        Self {
            _folder: stage._folder,
            ..Self::over_asking(db, clock, outgoing::Outgoing::new(allowed))
        }
    }

    /// A stage on which open browsers hear what happens.
    pub async fn live() -> Self {
        let stage = Self::new().await;
        stage.goes_live();
        stage
    }

    /// A stage over a database that the test opened itself, with the clock it was given.
    pub fn over(db: Db, clock: Arc<ManualClock>) -> Self {
        let nowhere = outgoing::Outgoing::new(outgoing::Allowed::default());
        Self::over_asking(db, clock, nowhere)
    }

    fn over_asking(db: Db, clock: Arc<ManualClock>, outgoing: outgoing::Outgoing) -> Self {
        let app = Opaque::new(App {
            db,
            hasher: identity::Hasher::new(),
            files: Files::new(Arc::new(InMemory::new())),
            searcher: Arc::new(Searcher::in_memory().expect("an index in memory")),
            actions: Arc::new(Actions::own()),
            hub: api::live::Hub::default(),
            doorway: api::Doorway::default(),
            sso: Arc::new(sso::Sso::new(outgoing, "http://localhost:8080")),
            settings: Settings {
                name: "Interlude".to_owned(),
                version: "test".to_owned(),
                public_url: "http://localhost:8080".to_owned(),
                mail_address: "interlude@example.org".to_owned(),
                auditors: vec!["audrey@example.org".to_owned()],
                ways_in: api::WaysIn::default(),
                demo_people: Vec::new(),
            },
        });
        let schema = api::schema(app.clone());
        Self {
            app,
            clock,
            schema,
            notify: Arc::default(),
            keep_pace: Arc::default(),
            notice: Arc::default(),
            looks_after: Arc::default(),
            pairs: Arc::default(),
            passages: Arc::default(),
            queue: Arc::default(),
            _folder: None,
        }
    }

    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// Runs a command as the platform itself: for setting the scene.
    pub async fn does<C: Command>(&self, command: C) -> Result<C::Done> {
        self.db().write(Actor::System, command).await
    }

    pub async fn person(&self, name: &str) -> Person<'_> {
        self.someone(name, Standing::Member).await
    }

    pub async fn administrator(&self, name: &str) -> Person<'_> {
        self.someone(name, Standing::Administrator).await
    }

    async fn someone(&self, name: &str, standing: Standing) -> Person<'_> {
        let handle = kernel::slug(name);
        let person = NewPerson {
            name: name.to_owned(),
            email: Some(format!("{handle}@example.org")),
            handle: Some(handle),
            zone: None,
            standing,
        };
        let record = self
            .does(CreatePerson {
                person,
                password: None,
            })
            .await;
        Person::new(self, record.expect("a person"))
    }

    /// Somebody who is there already.
    pub async fn finds(&self, handle: &str) -> Person<'_> {
        let found = identity::person_by_handle(&self.db().read(), handle).await;
        Person::new(self, found.expect("an answer").expect("a person"))
    }

    /// A cohort without members.
    pub async fn cohort(&self, name: &str) -> Community {
        self.does(CreateCommunity {
            kind: CommunityKind::Cohort,
            name: name.to_owned(),
            slug: None,
            purpose: "To learn together".to_owned(),
            norms: None,
            zone: "UTC".to_owned(),
            starts_on: None,
            ends_on: None,
            norms_html: String::new(),
        })
        .await
        .expect("a cohort")
    }

    /// A cohort with these members, and a channel for everything.
    pub async fn cohort_of(&self, members: &[(&Person<'_>, Role)]) -> (Community, Channel) {
        let community = self.cohort("Leading change").await;
        for (person, role) in members {
            self.joins(person, &community, *role).await;
        }
        let channel = self
            .channel(&community, "practice-log", ChannelKind::Mixed)
            .await;
        (community, channel)
    }

    /// Learners with these names, their cohort, and its channel for everything.
    pub async fn learners<const N: usize>(
        &self,
        names: [&str; N],
    ) -> ([Person<'_>; N], Community, Channel) {
        let people = futures_util::future::join_all(names.map(|name| self.person(name))).await;
        let members: Vec<_> = people.iter().map(|it| (it, Role::Learner)).collect();
        let (community, channel) = self.cohort_of(&members).await;
        match people.try_into() {
            Ok(people) => (people, community, channel),
            Err(_) => unreachable!("there is one for each name"),
        }
    }

    pub async fn joins(&self, person: &Person<'_>, community: &Community, role: Role) {
        let add = AddMember {
            community: community.id,
            person: person.record.id,
            role,
        };
        self.does(add).await.expect("a membership");
    }

    pub async fn channel(&self, community: &Community, name: &str, kind: ChannelKind) -> Channel {
        let command = CreateChannel {
            community: community.id,
            name: name.to_owned(),
            slug: None,
            purpose: String::new(),
            kind,
        };
        self.does(command).await.expect("a channel")
    }
    /// Keeps open browsers told, for as long as the test runs.
    pub fn goes_live(&self) {
        let (hub, db) = (self.app.hub.clone(), self.db().clone());
        tokio::spawn(async move { hub.run(&db, Duration::from_millis(50)).await });
    }

    /// Asks the API as nobody in particular.
    pub async fn stranger_asks(&self, query: &str, variables: Value) -> Value {
        self.asks(Asking::nobody(RequestOrigin::default()), query, variables)
            .await
    }

    pub(crate) async fn asks(&self, asking: Asking, query: &str, variables: Value) -> Value {
        let request = async_graphql::Request::new(query)
            .variables(async_graphql::Variables::from_json(variables));
        let mut response = self.schema.execute(asking.ask(&self.app, request)).await;
        response
            .errors
            .iter_mut()
            .for_each(|error| api::dress(error, "test"));
        serde_json::to_value(response)
            .unwrap_or_else(|error| json!({ "unreadable": error.to_string() }))
    }

    /// Subscribes as nobody.
    pub fn stranger_follows(&self, query: &str, variables: Value) -> BoxStream<'static, Value> {
        let nobody = Asking::nobody(RequestOrigin::default());
        self.follows(nobody, query, variables)
    }

    pub(crate) fn follows(
        &self,
        asking: Asking,
        query: &str,
        variables: Value,
    ) -> BoxStream<'static, Value> {
        let request = async_graphql::Request::new(query)
            .variables(async_graphql::Variables::from_json(variables));
        let (schema, request) = (self.schema.clone(), asking.ask(&self.app, request));
        schema
            .execute_stream(request)
            .map(|response| serde_json::to_value(response).unwrap_or(Value::Null))
            .boxed()
    }
}

/// A clock that stands still at the opening time, and the parts of a database that goes by it.
pub fn still() -> (Arc<ManualClock>, Parts) {
    let clock = Arc::new(ManualClock::at(opening_time()));
    let parts = Parts {
        clock: clock.clone(),
        entropy: Arc::new(SystemEntropy),
        keys: keys(),
    };
    (clock, parts)
}

/// Keys of one's own to seal secrets with.
pub fn keys() -> KeyRing {
    KeyRing::of_chance(&SystemEntropy)
}

pub fn opening_time() -> DateTime<Utc> {
    "2026-01-05T09:00:00Z".parse().expect("an instant")
}
