//! A new key seals what is kept of providers, too, so that the old one can be forgotten.
use super::browser::provider_at;
use kernel::{Db, KeyRing, Parts, SealedAt, SystemEntropy};
use server::config::DatabaseUrl;
use server::storage;
use sso::{SealSso, provider_by_slug};
use tests::{CLIENT_SECRET, Stage, still};

/// A stage on this database, whose secrets are sealed with these keys.
async fn stage_with(url: &DatabaseUrl, keys: &str) -> Stage {
    let (clock, parts) = still();
    let keys = KeyRing::parse(keys).expect("keys");
    let db: Db = storage::open(url, Parts { keys, ..parts })
        .await
        .expect("a database");
    Stage::over(db, clock)
}

#[tokio::test]
async fn the_secret_of_a_provider_is_sealed_anew_with_the_newest_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = std::env::var("TEST_DATABASE_URL").ok();
    let parts = storage::parts(tests::keys());
    let opened = storage::open_for_migration_test(server.as_deref(), folder.path(), parts).await;
    let (_, url) = opened.expect("a database");
    let old = KeyRing::new_key(&SystemEntropy);
    let new = KeyRing::new_key(&SystemEntropy);
    let before = stage_with(&url, &old).await;
    provider_at(&before, "acme", "https://id.example.org").await;
    drop(before);

    let stage = stage_with(&url, &format!("{new},{old}")).await;
    let sealed = stage.does(SealSso).await.expect("a count");
    let again = stage.does(SealSso).await.expect("a count");

    assert_eq!((sealed, again), (1, 0));
    let acme = provider_by_slug(&stage.db().read(), "acme").await;
    let acme = acme.expect("an answer").expect("a provider");
    let at = SealedAt::new("sso_provider", "client_secret", acme.id);
    let kept = acme.client_secret.expect("a secret");
    let newest = KeyRing::parse(&new).expect("a key");
    let opened = newest
        .open(at, &kept)
        .expect("it opens without the old key");
    assert_eq!(opened, CLIENT_SECRET.as_bytes());
}
