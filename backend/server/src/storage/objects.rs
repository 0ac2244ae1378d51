//! Where attachments are kept: a folder, or an S3-compatible store.
use crate::config::Settings;
use crate::failure::Failure;
use crate::storage::DataFolder;
use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use std::sync::Arc;

/// Opens it. A folder is made if need be; an S3 store is not asked before it is used.
///
/// # Errors
/// When the folder cannot be made, or the store's settings contradict each other.
pub fn objects(settings: &Settings, folder: &DataFolder) -> Result<Arc<dyn ObjectStore>, Failure> {
    let Some(url) = &settings.files_url else {
        let room = folder.room("objects")?;
        let files = LocalFileSystem::new_with_prefix(room).map_err(failure)?;
        return Ok(Arc::new(files.with_automatic_cleanup(true)));
    };
    // One provider for the whole program. It is refused only where one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&url.bucket)
        .with_region(&settings.s3_region);
    if let (Some(id), Some(key)) = (&settings.s3_key_id, &settings.s3_secret_key) {
        builder = builder
            .with_access_key_id(id)
            .with_secret_access_key(key.reveal());
    }
    if let Some(endpoint) = &settings.s3_endpoint {
        let plain = endpoint.starts_with("http://");
        builder = builder.with_endpoint(endpoint).with_allow_http(plain);
    }
    let bucket = builder.build().map_err(failure)?;
    Ok(match url.prefix.as_str() {
        "" => Arc::new(bucket),
        prefix => Arc::new(PrefixStore::new(bucket, prefix)),
    })
}

fn failure(error: object_store::Error) -> Failure {
    Failure::plain(format!(
        "the store of attachments cannot be opened: {error}"
    ))
}
