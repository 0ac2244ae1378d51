//! The parts of the program put together: what `serve` runs, and what the other commands borrow.
use crate::config::{Settings, read_providers};
use crate::failure::Failure;
use crate::letters::{PostOffice, Reach, Scribe};
use crate::reading::ReadingRoom;
use crate::storage::{self, DataFolder};
use api::live::Hub;
use api::{App, DemoPerson, Doorway};
use channels::Files;
use identity::Hasher;
use journeys::Actions;
use kernel::{Actor, Db, Opaque};
use outgoing::Outgoing;
use search::Searcher;
use sso::{ConfigureProviders, Sso};
use std::sync::Arc;

/// A data folder with its database, opened.
pub struct Opened {
    pub folder: DataFolder,
    pub db: Db,
}

/// Opens the data folder and the database, and brings the schema up to date.
///
/// # Errors
/// When either cannot be used, the database is newer than the program, or it is older and a server runs
/// on the folder.
pub async fn open(settings: &Settings) -> Result<Opened, Failure> {
    let folder = DataFolder::open(&settings.data_dir)?;
    let status = storage::status(&settings.database_url()).await?;
    let is_behind = status.iter().any(|(_, applied)| !applied);
    // The schema is not changed under a server that runs.
    let _lock = is_behind.then(|| folder.lock()).transpose()?;
    open_in(folder, settings).await
}

/// As `open`, in a folder that is open already.
///
/// # Errors
/// When the database cannot be used, or is newer than the program.
pub async fn open_in(folder: DataFolder, settings: &Settings) -> Result<Opened, Failure> {
    let keys = storage::keys(settings, &folder)?;
    let db = storage::open(&settings.database_url(), storage::parts(keys)).await?;
    Ok(Opened { folder, db })
}

/// What resolvers reach.
///
/// # Errors
/// When attachments or the search index cannot be opened.
pub fn app(
    settings: &Settings,
    opened: &Opened,
    demo_people: Vec<DemoPerson>,
) -> Result<Opaque<App>, Failure> {
    let searcher = Searcher::open(&opened.folder.room("search")?)?;
    Ok(Opaque::new(App {
        db: opened.db.clone(),
        hasher: Hasher::new(),
        files: files(settings, &opened.folder)?,
        searcher: Arc::new(searcher),
        actions: Arc::new(Actions::own()),
        hub: Hub::default(),
        doorway: Doorway::default(),
        sso: Arc::new(Sso::new(
            outgoing(settings),
            settings.public_url().to_string(),
        )),
        settings: api::Settings {
            name: settings.organisation.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            public_url: settings.public_url().to_string(),
            mail_address: crate::mail::sender(settings)?.email.to_string(),
            auditors: auditors(settings, &demo_people),
            ways_in: api::WaysIn {
                passwords: settings.local_sign_in,
                links: settings.local_sign_in && settings.sign_in_links,
            },
            demo_people,
        },
    }))
}

/// Makes the providers that people sign in with what the operator's file says.
///
/// # Errors
/// When it cannot be read, or says what cannot be.
pub async fn configure_providers(settings: &Settings, opened: &Opened) -> Result<(), Failure> {
    let written = match &settings.sso_file {
        Some(path) => read_providers(path).map_err(Failure::plain)?,
        None => Vec::new(),
    };
    let configuring = opened.db.write(Actor::System, ConfigureProviders(written));
    configuring.await.map_err(|error| {
        let field = error.field().unwrap_or_default();
        Failure::plain(format!("the providers cannot be set up: {field} {error}"))
    })
}

/// Who asks servers outside.
pub fn outgoing(settings: &Settings) -> Outgoing {
    Outgoing::new(settings.outgoing_allowed.clone())
}

/// Where attachments are kept, and who reads them.
///
/// # Errors
/// When they cannot be opened.
pub fn files(settings: &Settings, folder: &DataFolder) -> Result<Files, Failure> {
    let reader = ReadingRoom::of(std::env::current_exe()?);
    Ok(Files::new(storage::objects(settings, folder)?).read_by(Arc::new(reader)))
}

/// Who may look into what was done everywhere: whom the server was told, and one of the demonstration's people.
fn auditors(settings: &Settings, demo_people: &[DemoPerson]) -> Vec<String> {
    let own = (!demo_people.is_empty()).then(|| demo::AUDITOR.to_owned());
    let named = addresses(settings.auditors.as_deref().unwrap_or_default());
    named.into_iter().chain(own).collect()
}

/// Addresses with a comma between them, as they are compared.
fn addresses(list: &str) -> Vec<String> {
    let each = list.split(',').map(|address| address.trim().to_lowercase());
    each.filter(|address| !address.is_empty()).collect()
}

/// Who writes and sends letters.
///
/// # Errors
/// When the way letters leave cannot be opened.
pub fn post_office(settings: &Settings, opened: &Opened) -> Result<Arc<PostOffice>, Failure> {
    let public_url = settings.public_url().to_string();
    let sender = crate::mail::sender(settings)?;
    Ok(Arc::new(PostOffice {
        db: opened.db.clone(),
        scribe: Arc::new(Scribe::new(
            (&settings.organisation, &public_url),
            sender.email.as_ref(),
            settings.language,
        )),
        mail: crate::mail::open(settings, &opened.folder)?,
        reach: match settings.smtp_url {
            Some(_) => Reach::World,
            None => Reach::Outbox,
        },
    }))
}
