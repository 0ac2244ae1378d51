//! What is kept, opened: the data folder, the database in or beside it, and the attachments.
mod folder;
mod keys;
mod objects;
mod postgres;
mod schema;
mod sqlite;
mod stage;

pub use folder::{DataFolder, FolderLock};
pub use keys::{add_key, keys};
pub use objects::objects;
pub use schema::{down, status, up};
pub use stage::{open_for_migration_test, open_for_test};

use crate::config::DatabaseUrl;
use crate::failure::Failure;
use kernel::{Clock, Db, Entropy, KeyRing, Parts, Store, SystemClock, SystemEntropy};
use sea_orm::DatabaseConnection;
use std::sync::Arc;

/// Time and chance as the world has them, and the keys of the organisation.
pub fn parts(keys: KeyRing) -> Parts {
    Parts {
        clock: Arc::new(SystemClock) as Arc<dyn Clock>,
        entropy: Arc::new(SystemEntropy) as Arc<dyn Entropy>,
        keys,
    }
}

/// Opens the database, brings its schema up to date, and puts a restored log in order.
///
/// # Errors
/// `DatabaseNewer` when a newer version of the program wrote it.
pub async fn open(url: &DatabaseUrl, parts: Parts) -> Result<Db, Failure> {
    schema::up(url).await?;
    let db = Db::open(store(url).await?, parts);
    if kernel::rebase_after_restore(&db).await? {
        tracing::info!("the event log was restored from elsewhere and is in order again");
    }
    Ok(db)
}

async fn store(url: &DatabaseUrl) -> Result<Store, Failure> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let writer = sqlite::writer(path).await?;
            let readers = sqlite::readers(path).await?;
            Ok(Store::Sqlite { readers, writer })
        }
        DatabaseUrl::Postgres(url) => {
            let pool = postgres::pool(url).await?;
            Ok(Store::Postgres { pool })
        }
    }
}

/// One connection to alter the schema with, or to copy everything through.
///
/// # Errors
/// When the database cannot be opened, or is too old to be trusted.
pub async fn single_connection(url: &DatabaseUrl) -> Result<DatabaseConnection, Failure> {
    match url {
        DatabaseUrl::Sqlite(path) => sqlite::writer(path).await,
        DatabaseUrl::Postgres(url) => postgres::single(url).await,
    }
}
