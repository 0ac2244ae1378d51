use communities::Role;
use kernel::{CommunityId, Cursor, Fact, SsoProviderId, facts_after};
use poem::http::header::{COOKIE, LOCATION, SET_COOKIE};
use poem::{Endpoint, EndpointExt, endpoint::BoxEndpoint};
use poem::{Request, Response};
use serde_json::{Value, json};
use sso::{CreateProvider, Description, GroupRuleInput, Kind, SwitchProvider};
use std::collections::BTreeMap;
use tests::{CLIENT_SECRET, Door, OUR_PAGE, Stage};

/// A browser at our door, which keeps its cookies.
pub struct Browser {
    door: BoxEndpoint<'static, Response>,
    pub cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn of(stage: &Stage) -> Self {
        Self {
            door: Door::of(stage).routes().boxed(),
            cookies: BTreeMap::new(),
        }
    }

    /// Goes to a path of ours; answers where it is sent.
    pub async fn goes(&mut self, path: &str) -> String {
        let request = Request::builder().uri(path.parse().expect("a path"));
        let answer = self.sends(request.finish()).await;
        let place = answer.headers().get(LOCATION);
        let place = place.and_then(|place| place.to_str().ok());
        place
            .unwrap_or_else(|| panic!("{path} sends nowhere: {}", answer.status()))
            .to_owned()
    }

    /// Comes back to us from this address.
    pub async fn comes_from(&mut self, back: &str) -> String {
        let path = back.strip_prefix(OUR_PAGE).expect("an address of ours");
        self.goes(path).await
    }

    /// The name of who is signed in here.
    pub async fn viewer(&mut self) -> String {
        let answer = self.asks("{ viewer { person { name } } }").await;
        let name = answer["data"]["viewer"]["person"]["name"].as_str();
        name.unwrap_or("nobody").to_owned()
    }

    pub async fn asks(&mut self, query: &str) -> Value {
        self.asks_with(query, json!({})).await
    }

    pub async fn asks_with(&mut self, query: &str, variables: Value) -> Value {
        let request = Request::builder()
            .method(poem::http::Method::POST)
            .uri("/graphql".parse().expect("a path"))
            .content_type("application/json")
            .header("origin", OUR_PAGE)
            .body(json!({ "query": query, "variables": variables }).to_string());
        let answer = self.sends(request).await;
        let body = answer.into_body().into_bytes().await.expect("a body");
        serde_json::from_slice(&body).unwrap_or_else(|_| json!({}))
    }

    async fn sends(&mut self, mut request: Request) -> Response {
        let cookies = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        let cookies = cookies.collect::<Vec<_>>().join("; ");
        if let Ok(cookies) = cookies.parse() {
            request.headers_mut().insert(COOKIE, cookies);
        }
        let answer = self.door.call(request).await.expect("an answer");
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().ok().and_then(|text| text.split(';').next());
            if let Some((name, value)) = pair.and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

/// A provider that creates accounts, and is trusted for example.org.
pub async fn provider_at(stage: &Stage, slug: &str, issuer: &str) -> SsoProviderId {
    provider_with(stage, (slug, issuer), Vec::new()).await
}

/// As `provider_at`, with what its groups give.
pub async fn provider_with(
    stage: &Stage,
    (slug, issuer): (&str, &str),
    rules: Vec<(&str, CommunityId, Role)>,
) -> SsoProviderId {
    let description = described((slug, issuer), rules);
    let provider = stage.does(CreateProvider { description }).await;
    let provider = provider.expect("a provider").id;
    let on = SwitchProvider { provider, on: true };
    stage.does(on).await.expect("it is on");
    provider
}

/// A provider as an administrator describes it.
pub fn described(
    (slug, issuer): (&str, &str),
    rules: Vec<(&str, CommunityId, Role)>,
) -> Description {
    let rules = rules
        .into_iter()
        .map(|(group, community, role)| GroupRuleInput {
            group: group.to_owned(),
            community: Some(community),
            role: Some(role),
        });
    let scopes = ["openid", "profile", "email", "groups"];
    Description {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        kind: Kind::OpenId,
        issuer: issuer.to_owned(),
        client_id: "interlude".to_owned(),
        client_secret: Some(CLIENT_SECRET.to_owned()),
        scopes: Some(scopes.map(str::to_owned).to_vec()),
        authorization_url: None,
        token_url: None,
        userinfo_url: None,
        domains: Vec::new(),
        trusted_domains: vec!["example.org".to_owned()],
        creates_accounts: true,
        asks_second_factor: false,
        claims: None,
        group_rules: rules.collect(),
        groups_from: None,
    }
}

/// What the log tells of this kind.
pub async fn facts(stage: &Stage, kind: &str) -> Vec<Fact> {
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 10_000).await;
    let mut facts = facts.expect("the log");
    facts.retain(|fact| fact.kind == kind);
    facts
}
