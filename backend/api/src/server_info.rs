//! What the server says of itself before anybody signs in.
use crate::context::Asked;
use async_graphql::{Context, Object, SimpleObject};
use identity::RelyingParty;

/// What a client needs to know before anybody signs in.
#[derive(SimpleObject)]
pub struct ServerInfo {
    /// The organisation's name.
    name: String,
    /// The version of the server.
    version: String,
    /// Whether this is a demonstration, where one click signs in.
    demo: bool,
    /// Whom one click signs in as; empty unless this is a demonstration.
    demo_people: Vec<DemoPersonObject>,
    /// Whether people sign in with a password here.
    local_sign_in: bool,
    /// Whether a letter with a link can be asked for that signs in.
    sign_in_links: bool,
    /// Whether passkeys can be made and shown here: that takes an address with a name.
    passkeys: bool,
    /// The least characters of a password.
    password_chars_min: i32,
    /// The most bytes of a post, counted as UTF-8.
    body_bytes_max: i32,
    /// The most bytes of one file.
    file_bytes_max: i32,
    /// The languages of the interface, as BCP 47 tags.
    languages: Vec<&'static str>,
}

/// A person of the demonstration.
#[derive(SimpleObject)]
#[graphql(name = "DemoPerson")]
pub struct DemoPersonObject {
    /// Their handle, which `demoSignIn` takes.
    handle: String,
    /// Their name.
    name: String,
    /// What they do here, in a word.
    role: String,
}

#[derive(Default)]
pub struct ServerQuery;

#[Object]
impl ServerQuery {
    /// What the server says of itself.
    async fn server(&self, ctx: &Context<'_>) -> ServerInfo {
        let settings = &ctx.app().settings;
        let demo_people = settings.demo_people.iter().map(|person| DemoPersonObject {
            handle: person.handle.clone(),
            name: person.name.clone(),
            role: person.role.clone(),
        });
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        ServerInfo {
            name: settings.name.clone(),
            version: settings.version.clone(),
            demo: settings.is_demo(),
            demo_people: demo_people.collect(),
            local_sign_in: settings.ways_in.passwords,
            sign_in_links: settings.ways_in.links,
            passkeys: RelyingParty::new(&settings.name, &settings.public_url).is_ok(),
            password_chars_min: count(identity::PASSWORD_CHARS_MIN),
            body_bytes_max: count(kernel::BODY_BYTES_MAX),
            file_bytes_max: count(::channels::FILE_BYTES_MAX),
            languages: identity::LANGUAGES.to_vec(),
        }
    }
}
