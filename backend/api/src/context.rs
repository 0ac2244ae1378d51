//! Who asks, and how a resolver reaches what it needs.
use crate::App;
use crate::loaders::Loaders;
use async_graphql::{Context, Request};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use identity::{ApiToken, Person, SignIn};
use kernel::{Actor, Command, Conn, Cursor, Db, Error, Opaque, Origin, Result};
use std::sync::OnceLock;

/// One request's asker, found by the server from the cookie, or from the token of a program.
#[derive(Clone, Debug)]
pub struct Asking {
    pub actor: Actor,
    /// The sign-in and its person; nothing when nobody is signed in.
    pub sign_in: Option<(SignIn, Person)>,
    /// The token that asks instead of a sign-in, and its person.
    pub token: Option<(ApiToken, Person)>,
    pub origin: RequestOrigin,
    /// Who came in by this very request, and asks the rest of it.
    entered: OnceLock<(SignIn, Person)>,
}

/// Where a request came from.
#[derive(Clone, Debug, Default)]
pub struct RequestOrigin {
    /// The client's address, after trusted proxies were seen through.
    pub address: String,
    pub user_agent: String,
    /// What the browser keeps of the passkey it was asked for.
    pub passkey: Option<String>,
}

impl Asking {
    pub fn nobody(origin: RequestOrigin) -> Self {
        Self {
            actor: Actor::Anonymous,
            sign_in: None,
            token: None,
            origin,
            entered: OnceLock::new(),
        }
    }

    pub fn signed_in(sign_in: SignIn, person: Person, origin: RequestOrigin) -> Self {
        let actor = identity::actor_of(&person);
        Self {
            actor,
            sign_in: Some((sign_in, person)),
            token: None,
            origin,
            entered: OnceLock::new(),
        }
    }

    /// Asked by a program, in the name of the person whose token it brings. It is signed in nowhere.
    pub fn by_token(token: ApiToken, person: Person, origin: RequestOrigin) -> Self {
        Self {
            actor: identity::actor_by_token(&token, &person),
            sign_in: None,
            token: Some((token, person)),
            origin,
            entered: OnceLock::new(),
        }
    }

    /// From here on the request is asked by who has just signed in. A request signs in once.
    pub fn enter(&self, sign_in: SignIn, person: Person) {
        let _ = self.entered.set((sign_in, person));
    }

    /// What is kept of where it came from, with what it does.
    fn origin_of_writes(&self) -> Origin {
        let address = self.origin.address.parse().ok();
        let agent = &self.origin.user_agent;
        Origin {
            via: self.via(),
            address: address.map(|it| identity::household(it).to_string()),
            device: (!agent.is_empty()).then(|| identity::device_label(agent)),
        }
    }

    /// The sign-in or the token that asks.
    fn via(&self) -> Option<String> {
        let token = self.token.as_ref().map(|(it, _)| it.id.to_string());
        let sign_in = self.sign_in.as_ref().map(|(it, _)| it.id.to_string());
        sign_in.or(token)
    }

    /// The database as this asker writes to it: facts keep where they came from.
    pub fn writes_to(&self, db: &Db) -> Db {
        db.asked_from(self.origin_of_writes())
    }

    /// Gives a request its asker, and loaders that live as long as it does.
    pub fn ask(self, app: &Opaque<App>, request: Request) -> Request {
        request
            .data(FromHere(self.writes_to(&app.db)))
            .data(LoadersOfRequest::of(app))
            .data(LiveFrom(app.hub.told_through()))
            .data(self)
    }
}

/// The database as this request writes to it: facts that keep where somebody was know it from here.
struct FromHere(Db);

/// Where the log stood before anything of this request was read: whoever follows it from here misses
/// nothing of what the answer shows as it was.
struct LiveFrom(Option<Cursor>);

/// The loaders of one request, made when the first is wanted: only then is it known who asks, as a
/// request may sign in.
struct LoadersOfRequest {
    app: Opaque<App>,
    made: OnceLock<Loaders>,
}

impl LoadersOfRequest {
    fn of(app: &Opaque<App>) -> Self {
        Self {
            app: app.clone(),
            made: OnceLock::new(),
        }
    }
}

/// What resolvers ask of their context.
pub trait Asked {
    fn app(&self) -> &Opaque<App>;
    fn asking(&self) -> &Asking;
    fn loaders(&self) -> &Loaders;

    fn actor(&self) -> Actor {
        let asking = self.asking();
        asking
            .entered
            .get()
            .map_or(asking.actor, |(_, person)| identity::actor_of(person))
    }

    /// Who asks, once they signed in: asked before anything is loaded, so that nobody learns from the
    /// answer what there is.
    fn signed_in(&self) -> Result<Actor> {
        match self.actor() {
            Actor::Anonymous => Err(Error::SignInFirst),
            actor => Ok(actor),
        }
    }

    /// The sign-in that asks, and its person; nothing when nobody is signed in.
    fn sign_in(&self) -> Option<&(SignIn, Person)> {
        let asking = self.asking();
        asking.entered.get().or(asking.sign_in.as_ref())
    }

    /// Who asks, as they are kept: signed in, or by a token.
    fn viewer(&self) -> Option<&Person> {
        let by_token = self.asking().token.as_ref();
        let signed_in = self.sign_in().map(|(_, person)| person);
        signed_in.or(by_token.map(|(_, person)| person))
    }

    /// Where the log stood before this request read anything; nothing while nobody is told of changes.
    fn live_from(&self) -> Option<Cursor>;

    /// The database, for what is done by this request.
    fn db(&self) -> &Db;

    fn conn(&self) -> Conn<'_> {
        self.db().read()
    }

    /// Runs a command as whoever asks, once they signed in: what can be done without signing in does
    /// not come this way. Boxed, so that each resolver need not be shown again that all of the command
    /// is `Send`.
    fn write<'a, C: Command + 'a>(&'a self, command: C) -> BoxFuture<'a, Result<C::Done>>
    where
        Self: Sync,
    {
        async { self.db().write(self.signed_in()?, command).await }.boxed()
    }
}

impl Asked for Context<'_> {
    fn app(&self) -> &Opaque<App> {
        self.data_unchecked::<Opaque<App>>()
    }

    fn asking(&self) -> &Asking {
        self.data_unchecked::<Asking>()
    }

    fn db(&self) -> &Db {
        &self.data_unchecked::<FromHere>().0
    }

    fn live_from(&self) -> Option<Cursor> {
        self.data_unchecked::<LiveFrom>().0
    }

    fn loaders(&self) -> &Loaders {
        let LoadersOfRequest { app, made } = self.data_unchecked();
        made.get_or_init(|| Loaders::new(app, self.actor()))
    }
}
