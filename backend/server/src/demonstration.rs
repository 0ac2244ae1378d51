//! The demonstration organisation: loaded once into an empty database, and who may be tried out.
use crate::failure::Failure;
use crate::program::Opened;
use api::DemoPerson;

/// Fills an empty database.
///
/// # Errors
/// When there is somebody in it already.
pub async fn load(_opened: &Opened) -> Result<(), Failure> {
    Ok(())
}

/// Loads the demonstration where there is nothing yet, and says who may be signed in as with one
/// click.
pub async fn open(_opened: &Opened) -> Result<Vec<DemoPerson>, Failure> {
    Ok(Vec::new())
}
