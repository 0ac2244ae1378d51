//! `interlude serve`: from the open port to the last answer.
use crate::background::{self, Background};
use crate::config::Settings;
use crate::failure::{Exit, Failure};
use crate::front::Front;
use crate::http::patience::PatientAcceptor;
use crate::http::{self, metrics};
use crate::stdout::say;
use crate::storage::DataFolder;
use crate::{demonstration, logging, program};
use api::DemoPerson;
use poem::Server;
use poem::listener::TcpAcceptor;
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long requests may go on after the server was told to stop.
const REQUESTS_MAY_FINISH: Duration = Duration::from_secs(10);
/// Connections that say nothing for this long are closed; a living socket says something sooner.
const IDLE_MAX: Duration = Duration::from_secs(120);

/// Serves until it is told to stop, and stops without losing anything.
///
/// # Errors
/// When it cannot start; each reason has its own code.
pub async fn serve(settings: &Settings) -> Result<(), Failure> {
    logging::start(settings)?;
    let folder = DataFolder::open(&settings.data_dir)?;
    let _lock = folder.lock()?;
    // The port first: to learn that it is taken should not take a migration.
    let listener = bind(settings.listen)?;
    metrics::handle();

    let opened = program::open_in(folder, settings).await?;
    program::configure_providers(settings, &opened).await?;
    let demo_people = match settings.demo {
        true => demonstration::open(&opened).await?,
        false => Vec::new(),
    };
    let front = Front::new(program::app(settings, &opened, demo_people)?, settings);
    let post = program::post_office(settings, &opened)?;
    let neighbours = background::neighbours(&settings.database_url()).await?;
    let background = Background::start(&front, &post, neighbours);

    welcome(settings, &front.app.settings.demo_people)?;
    let acceptor = PatientAcceptor(TcpAcceptor::from_std(listener)?);
    Server::new_with_acceptor(acceptor)
        .name("interlude")
        .idle_timeout(IDLE_MAX)
        .run_with_graceful_shutdown(
            http::routes(front.clone()),
            told_to_stop(front.clone())?,
            Some(REQUESTS_MAY_FINISH),
        )
        .await?;
    background.stop().await;
    say("Interlude is closed")?;
    Ok(())
}

fn welcome(settings: &Settings, demo_people: &[DemoPerson]) -> std::io::Result<()> {
    let public_url = settings.public_url();
    say(format_args!("Interlude is open on {public_url}"))?;
    if !demo_people.is_empty() {
        say(format_args!(
            "Sign in on {public_url}/signin with one click as:"
        ))?;
    }
    for DemoPerson { name, role, .. } in demo_people {
        say(format_args!("  {name}, {role}"))?;
    }
    Ok(())
}

fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    let listening = socket(address);
    listening.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Failure::new(
            Exit::PortInUse,
            format!("another program listens on {address}; stop it, or choose another port with --listen"),
        ),
        ErrorKind::PermissionDenied => Failure::new(
            Exit::Failed,
            format!("this account may not listen on {address}; choose a port above 1024 with --listen"),
        ),
        _ => Failure::plain(format!("cannot listen on {address}: {error}")),
    })
}

fn socket(address: SocketAddr) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Ends with SIGTERM or SIGINT, and tells the open sockets to come back elsewhere.
fn told_to_stop(front: Arc<Front>) -> Result<impl Future<Output = ()>, Failure> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("closing");
        front.close();
    })
}
