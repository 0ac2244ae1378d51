//! The client: a question out, an answer in, within limits.
use crate::resolver::{Lookup, Reach};
use crate::{Allowed, OutgoingError, Resolver, System};
use http::{Request, Response};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// What is sent.
pub type Question = Request<Vec<u8>>;
/// What came back, whole.
pub type Answer = Response<Vec<u8>>;

/// How long a question may take, from the name to the last byte of the answer.
pub const PATIENCE: Duration = Duration::from_secs(5);
/// Bytes that an answer may have.
pub const ANSWER_BYTES_MAX: usize = 1024 * 1024;

const PORTS: [u16; 2] = [443, 80];
const NAME: &str = concat!("Interlude/", env!("CARGO_PKG_VERSION"));

/// Asks servers outside. It is cheap to clone; the clones share their connections.
#[derive(Clone)]
pub struct Outgoing {
    allowed: Arc<Allowed>,
    resolver: Arc<dyn Resolver>,
    patience: Duration,
    clients: Arc<OnceLock<Option<Clients>>>,
}

/// One for each reach, so that no connection to a place inside is used for what must be outside.
struct Clients {
    public: Client,
    anywhere: Client,
}

impl Outgoing {
    /// Public addresses, and what is allowed.
    pub fn new(allowed: Allowed) -> Self {
        Self {
            allowed: Arc::new(allowed),
            resolver: Arc::new(System),
            patience: PATIENCE,
            clients: Arc::default(),
        }
    }

    /// The same, with names known by somebody else.
    #[must_use]
    pub fn resolving_by(self, resolver: Arc<dyn Resolver>) -> Self {
        Self {
            resolver,
            clients: Arc::default(),
            ..self
        }
    }

    /// The same, with another patience.
    #[must_use]
    pub fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Asks for what is at `url`.
    ///
    /// # Errors
    /// As `send`.
    pub async fn get(&self, url: &str) -> Result<Answer, OutgoingError> {
        // A URL is spelled in many ways; a request knows one.
        let url = Url::parse(url).map_err(|_| OutgoingError::NoAddress)?;
        self.ask(reqwest::Request::new(http::Method::GET, url))
            .await
    }

    /// Sends `question`, and reads the answer whole. Any status but that of a redirect is an answer.
    ///
    /// # Errors
    /// When its address may not be asked, is not there, or does not answer within the limits.
    pub async fn send(&self, question: Question) -> Result<Answer, OutgoingError> {
        if question
            .uri()
            .authority()
            .is_none_or(|at| at.as_str().contains('@'))
        {
            return Err(OutgoingError::NoAddress);
        }
        let request = reqwest::Request::try_from(question);
        self.ask(request.map_err(|_| OutgoingError::NoAddress)?)
            .await
    }

    async fn ask(&self, request: reqwest::Request) -> Result<Answer, OutgoingError> {
        let host = request.url().host_str().unwrap_or_default().to_owned();
        let client = match self.reach(request.url())? {
            Reach::Public => &self.clients()?.public,
            Reach::Anywhere => &self.clients()?.anywhere,
        };
        let answering = answer(client, request, &host);
        let answered = tokio::time::timeout(self.patience, answering).await;
        answered.unwrap_or(Err(OutgoingError::TooSlow(host)))
    }

    /// How far the asking of `url` may reach, or why it may not be asked at all.
    fn reach(&self, url: &Url) -> Result<Reach, OutgoingError> {
        let named = url.username().is_empty() && url.password().is_none();
        let host = url.host_str().filter(|_| named).map(str::to_owned);
        let at = host.zip(url.port_or_known_default());
        let (host, port) = at.ok_or(OutgoingError::NoAddress)?;
        let plain = match url.scheme() {
            "https" => false,
            "http" => true,
            _ => return Err(OutgoingError::NoAddress),
        };
        if self.allowed.holds(&host, port) {
            return Ok(Reach::Anywhere);
        }
        if !PORTS.contains(&port) {
            return Err(OutgoingError::Port(host, port));
        }
        // A number is asked without the resolver, so it is judged here.
        let number = host.trim_start_matches('[').trim_end_matches(']');
        if let Ok(address) = number.parse::<IpAddr>()
            && !Reach::Public.admits(address)
        {
            return Err(OutgoingError::Inside(host));
        }
        if plain {
            return Err(OutgoingError::NotSecure(host));
        }
        Ok(Reach::Public)
    }

    fn clients(&self) -> Result<&Clients, OutgoingError> {
        let made = self.clients.get_or_init(|| {
            // One provider for the whole program. It is refused only where one is installed already.
            let _ = rustls::crypto::ring::default_provider().install_default();
            Some(Clients {
                public: self.client(Reach::Public)?,
                anywhere: self.client(Reach::Anywhere)?,
            })
        });
        made.as_ref().ok_or(OutgoingError::NoCertificates)
    }

    fn client(&self, reach: Reach) -> Option<Client> {
        let lookup = Lookup {
            resolver: self.resolver.clone(),
            reach,
        };
        let builder = Client::builder()
            .user_agent(NAME)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .no_proxy()
            .dns_resolver(Arc::new(lookup));
        builder.build().ok()
    }
}

async fn answer(
    client: &Client,
    request: reqwest::Request,
    host: &str,
) -> Result<Answer, OutgoingError> {
    let went_wrong = |error: reqwest::Error| OutgoingError::on_the_way_to(host, &error);
    let mut response = client.execute(request).await.map_err(went_wrong)?;
    if response.status().is_redirection() {
        return Err(OutgoingError::Redirected(host.to_owned()));
    }
    // What a server says of its length is no promise: each piece is counted.
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(went_wrong)? {
        if body.len() + piece.len() > ANSWER_BYTES_MAX {
            return Err(OutgoingError::TooLarge(host.to_owned()));
        }
        body.extend_from_slice(&piece);
    }
    let mut answer = Response::new(body);
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    Ok(answer)
}
