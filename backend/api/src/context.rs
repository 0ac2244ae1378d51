//! Who asks, and how a resolver reaches what it needs.
use crate::App;
use crate::loaders::Loaders;
use async_graphql::{Context, Request};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use identity::{Person, SignIn};
use kernel::{Actor, Command, Conn, Cursor, Db, Error, Opaque, Result};
use std::sync::OnceLock;

/// One request's asker, found by the server from the cookie.
#[derive(Clone, Debug)]
pub struct Asking {
    pub actor: Actor,
    /// The sign-in and its person; nothing when nobody is signed in.
    pub sign_in: Option<(SignIn, Person)>,
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
}

impl Asking {
    pub fn nobody(origin: RequestOrigin) -> Self {
        Self {
            actor: Actor::Anonymous,
            sign_in: None,
            origin,
            entered: OnceLock::new(),
        }
    }

    pub fn signed_in(sign_in: SignIn, person: Person, origin: RequestOrigin) -> Self {
        let actor = identity::actor_of(&person);
        Self {
            actor,
            sign_in: Some((sign_in, person)),
            origin,
            entered: OnceLock::new(),
        }
    }

    /// From here on the request is asked by who has just signed in. A request signs in once.
    pub fn enter(&self, sign_in: SignIn, person: Person) {
        let _ = self.entered.set((sign_in, person));
    }

    /// Gives a request its asker, and loaders that live as long as it does.
    pub fn ask(self, app: &Opaque<App>, request: Request) -> Request {
        request
            .data(LoadersOfRequest::of(app))
            .data(LiveFrom(app.hub.told_through()))
            .data(self)
    }
}

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

    /// Where the log stood before this request read anything; nothing while nobody is told of changes.
    fn live_from(&self) -> Option<Cursor>;

    fn db(&self) -> &Db {
        &self.app().db
    }

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

    fn live_from(&self) -> Option<Cursor> {
        self.data_unchecked::<LiveFrom>().0
    }

    fn loaders(&self) -> &Loaders {
        let LoadersOfRequest { app, made } = self.data_unchecked();
        made.get_or_init(|| Loaders::new(app, self.actor()))
    }
}
