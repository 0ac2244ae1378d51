//! Signing in with an account from elsewhere: a certified provider, and its hostile twin.
pub mod browser;
mod ends;
mod groups;
mod lies;
mod sealed;

use browser::{Browser, facts, provider_at};
use communities::{Acceptance, InvitePerson, Role, accept_invitation};
use identity::{
    MailReset, NewPassword, ResetPassword, Secret, Visitor, mint_reset, reset_password,
};
use kernel::{Actor, Error};
use serde_json::json;
use sso::{Passwords, SwitchProvider, UnlinkAccount, linked_accounts};
use tests::{IdentityProvider, Stage};

/// A stage with this provider switched on, on which the same time is told.
async fn beside(there: &IdentityProvider) -> Stage {
    let stage = Stage::that_asks(there.place()).await;
    there.is_told(&json!({ "now": stage.db().now() })).await;
    stage
}

#[tokio::test]
async fn somebody_new_comes_in_by_a_provider_and_is_known_the_next_time() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    provider_at(&stage, "acme", &there.issuer).await;
    for _ in 0..2 {
        let mut browser = Browser::of(&stage);
        let out = browser.goes("/auth/oidc/acme/start?next=/today").await;
        let back = there.lets_in("alice", &out).await;
        assert_eq!(browser.comes_from(&back).await, "/today");
        assert_eq!(browser.viewer().await, "Alice Andrade");
    }
    let alice = identity::person_by_email(&stage.db().read(), "alice@example.org")
        .await
        .expect("an answer")
        .expect("Alice");
    assert_eq!(alice.zone, "Europe/Lisbon");
    let vouched = facts(&stage, "sso.sign_in_vouched").await;
    assert_eq!(vouched.len(), 2);
    let from = vouched[0].origin.clone().expect("where she came from");
    assert_eq!(from.address.as_deref(), Some("127.0.0.1"));
    assert_eq!(facts(&stage, "sso.account_linked").await.len(), 1);
}

#[tokio::test]
async fn a_verified_address_links_an_account_only_where_its_domain_is_trusted() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    let alice = stage.person("Alice").await;
    provider_at(&stage, "acme", &there.issuer).await;

    let mut mallory = Browser::of(&stage);
    let out = mallory.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("mallory", &out).await;
    let refused = mallory.comes_from(&back).await;
    assert_eq!(refused, "/signin?refused=EMAIL_UNVERIFIED&provider=acme");

    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    assert_eq!(browser.comes_from(&back).await, "/");
    assert_eq!(browser.viewer().await, alice.record.name);
}

#[tokio::test]
async fn who_was_shown_a_link_to_anothers_address_shares_no_account_with_them() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    comes_by_a_link_that_was_shown(&stage, "alice@example.org").await;
    provider_at(&stage, "acme", &there.issuer).await;
    let tries = async || {
        let mut browser = Browser::of(&stage);
        let out = browser.goes("/auth/oidc/acme/start").await;
        let back = there.lets_in("alice", &out).await;
        browser.comes_from(&back).await
    };
    assert_eq!(tries().await, "/signin?refused=EMAIL_TAKEN&provider=acme");

    // Alice reads the letter, and whoever knew the password knows none any more.
    chooses_a_password(&stage, "alice@example.org").await;
    assert_eq!(tries().await, "/");
}

#[tokio::test]
async fn nobody_gives_up_their_last_way_in() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    let alice = stage.person("Alice").await;
    provider_at(&stage, "acme", &there.issuer).await;
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    assert_eq!(browser.comes_from(&back).await, "/");
    let accounts = linked_accounts(&stage.db().read(), alice.actor()).await;
    let account = accounts.expect("accounts")[0].id;
    let unlinks = async |passwords| alice.does(UnlinkAccount { account, passwords }).await;
    let is_refused = |tried: Result<(), Error>| matches!(tried, Err(Error::Conflict { .. }));

    assert!(is_refused(unlinks(Passwords::Open).await), "she has none");
    chooses_a_password(&stage, "alice@example.org").await;
    assert!(is_refused(unlinks(Passwords::Closed).await), "none opens");
    unlinks(Passwords::Open).await.expect("another way in");
}

/// Somebody has an account with this address because they were shown a link, and read no letter.
pub async fn comes_by_a_link_that_was_shown(stage: &Stage, email: &str) {
    let amara = stage.person("Amara").await;
    let (community, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let invite = InvitePerson {
        community: community.id,
        email: email.to_owned(),
        role: Role::Learner,
    };
    let shown = amara.does(invite).await.expect("a link");
    let acceptance = Acceptance {
        token: shown.token,
        name: "Somebody else".to_owned(),
        password: Secret::new("four quiet otters juggle"),
        code: None,
        visitor: Visitor::default(),
    };
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let came = accept_invitation(db, hasher, Actor::Anonymous, acceptance).await;
    came.expect("somebody comes in");
}

/// Somebody chooses a password with the link of a letter.
pub async fn chooses_a_password(stage: &Stage, email: &str) {
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let job = MailReset {
        email: email.to_owned(),
    };
    let minted = mint_reset(db, &job).await.expect("an answer");
    let (_, token) = minted.expect("a letter");
    let reset = ResetPassword {
        token,
        password: NewPassword::new(Secret::new("seven loud herons whistle"), hasher),
        code: None,
        visitor: Visitor::default(),
    };
    reset_password(db, reset).await.expect("a new password");
}

#[tokio::test]
async fn a_provider_that_signs_with_another_key_is_believed_and_one_that_is_off_is_not_asked() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    let provider = provider_at(&stage, "acme", &there.issuer).await;
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    assert_eq!(browser.comes_from(&back).await, "/");

    stage.clock.advance(chrono::TimeDelta::minutes(2));
    there
        .is_told(&json!({ "now": stage.db().now(), "rotate": "drop" }))
        .await;
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    assert_eq!(browser.comes_from(&back).await, "/");

    let off = SwitchProvider {
        provider,
        on: false,
    };
    stage.does(off).await.expect("a provider");
    let off = Browser::of(&stage).goes("/auth/oidc/acme/start").await;
    assert_eq!(off, "/signin?refused=OFF&provider=acme");
}
