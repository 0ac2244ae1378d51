use crate::{Person, Stage};
use identity::{SignInAs, Visitor};
use poem::listener::TcpAcceptor;
use poem::{Endpoint, Response, Server};
use serde_json::{Value, json};
use server::config::{Given, Settings};
use server::front::Front;
use std::net::SocketAddr;
use std::sync::Arc;

/// The way into a stage from outside: by HTTP, through every check of the server.
pub struct Door {
    pub front: Arc<Front>,
}

/// Where the pages of the tests come from.
pub const OUR_PAGE: &str = "http://localhost:8080";

impl Door {
    pub fn of(stage: &Stage) -> Self {
        Self::with(stage, &[])
    }

    /// A door with settings of its own, as flags.
    pub fn with(stage: &Stage, flags: &[(&str, &str)]) -> Self {
        let front = Front::new(stage.app.clone(), &settings(flags));
        Self { front }
    }

    pub fn routes(&self) -> impl Endpoint<Output = Response> + 'static {
        server::http::routes(self.front.clone())
    }

    /// A browser's cookie after this person signed in.
    pub async fn cookie_of(&self, person: &Person<'_>) -> String {
        let fresh = SignInAs {
            person: person.record.id,
            visitor: Visitor::default(),
        };
        let fresh = person.stage.does(fresh).await.expect("a sign-in");
        format!(
            "{}={}",
            self.front.app.settings.cookie_name(),
            fresh.token.expose()
        )
    }

    /// Serves on a port of this machine for as long as the test runs.
    pub async fn opens(&self) -> SocketAddr {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        let acceptor = TcpAcceptor::from_tokio(listener).expect("an acceptor");
        tokio::spawn(Server::new_with_acceptor(acceptor).run(self.routes()));
        address
    }
}

/// The settings that these flags make, with nothing else given.
pub fn settings(flags: &[(&str, &str)]) -> Settings {
    let flags = flags
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let given = Given {
        flags: flags.collect(),
        ..Given::default()
    };
    server::config::resolve(&given).expect("settings").0
}

/// A query as the body of a request.
pub fn operation(query: &str) -> Value {
    json!({ "query": query })
}
