//! The demonstration organisation: told once into an empty database, and who may be tried out.
use crate::failure::{Exit, Failure};
use crate::program::Opened;
use crate::stdout::say;
use api::DemoPerson;
use communities::Provenance;
use demo::{Guide, Loaded};
use kernel::Conn;

/// Fills an empty database.
///
/// # Errors
/// When there is somebody in it already.
pub async fn load(opened: &Opened) -> Result<(), Failure> {
    if tell(opened).await? == Loaded::default() {
        return Err(Failure::plain(
            "there are people in this database already; the demonstration wants an empty one: name \
             another folder with --data-dir",
        ));
    }
    Ok(())
}

/// Tells the demonstration where there is nothing yet, and says who may be signed in as with one
/// click.
///
/// # Errors
/// On a database with an organisation of its own: there, nobody may come in without a password.
pub async fn open(opened: &Opened) -> Result<Vec<DemoPerson>, Failure> {
    tell(opened).await?;
    if !holds_the_demonstration(&opened.db.read()).await? {
        return Err(Failure::new(
            Exit::Usage,
            "this database is not the demonstration's, and --demo would let anybody in; leave it \
             out, or name another folder with --data-dir",
        ));
    }
    let person = |guide: Guide| DemoPerson {
        handle: guide.handle.to_owned(),
        name: guide.name.to_owned(),
        role: guide.role.to_owned(),
    };
    Ok(demo::PEOPLE.map(person).to_vec())
}

async fn tell(opened: &Opened) -> Result<Loaded, Failure> {
    let mut progress = |words: &str| {
        // It goes on, whether or not somebody reads how far it is.
        let _ = say(words);
    };
    let loaded = demo::load(&opened.db, &mut progress).await?;
    if loaded != Loaded::default() {
        say(format_args!(
            "{} people, {} communities, {} conversations, {} posts",
            loaded.people, loaded.communities, loaded.threads, loaded.posts
        ))?;
    }
    Ok(loaded)
}

/// Whether the first of the demonstration's people came in with it.
async fn holds_the_demonstration(conn: &Conn<'_>) -> Result<bool, Failure> {
    let [Guide { handle, .. }, ..] = demo::PEOPLE;
    let Some(person) = identity::person_by_handle(conn, handle).await? else {
        return Ok(false);
    };
    let memberships = communities::memberships_of(conn, person.id).await?;
    Ok(memberships
        .iter()
        .any(|membership| membership.provenance == Provenance::Demo))
}
