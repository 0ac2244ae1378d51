//! Secrets that are used again are kept so that the database alone does not tell them.
use async_trait::async_trait;
use kernel::{Actor, Command, KeyRing, PersonId, Result, Sealed, SealedAt, SystemEntropy, Tx};
use sea_orm::prelude::Uuid;
use tests::Stage;

const SECRET: &[u8] = b"a seed that an authenticator knows too";

struct Seal(SealedAt, KeyRing);

#[async_trait]
impl Command for Seal {
    type Done = Sealed;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<Sealed> {
        self.1.seal(tx, self.0, SECRET)
    }
}

async fn sealed(stage: &Stage, at: SealedAt, keys: &KeyRing) -> Sealed {
    let seal = Seal(at, keys.clone());
    stage.db().write(Actor::System, seal).await.expect("sealed")
}

fn place(row: u128) -> SealedAt {
    SealedAt::new("totp", "seed", PersonId::from(Uuid::from_u128(row)))
}

#[tokio::test]
async fn a_sealed_secret_opens_only_where_it_belongs() {
    let stage = Stage::new().await;
    let keys = tests::keys();
    let kept = sealed(&stage, place(1), &keys).await;
    assert_eq!(keys.open(place(1), &kept).expect("the secret"), SECRET);

    let shown = kept.bytes().windows(8).any(|part| SECRET.starts_with(part));
    assert!(!shown, "the secret stands in the open");
    let again = sealed(&stage, place(1), &keys).await;
    assert_ne!(kept, again, "equal secrets are not seen to be equal");

    assert!(keys.open(place(2), &kept).is_err(), "moved to another row");
    let elsewhere = SealedAt {
        column: "spare",
        ..place(1)
    };
    assert!(keys.open(elsewhere, &kept).is_err(), "to another column");
    let elsewhere = SealedAt {
        table: "provider",
        ..place(1)
    };
    assert!(keys.open(elsewhere, &kept).is_err(), "to another table");
    assert!(
        tests::keys().open(place(1), &kept).is_err(),
        "another's key"
    );
}

#[tokio::test]
async fn no_byte_of_a_sealed_secret_can_be_altered_or_cut_off() {
    let stage = Stage::new().await;
    let keys = tests::keys();
    let kept = sealed(&stage, place(1), &keys).await;
    for at in 0..kept.bytes().len() {
        let mut altered = kept.bytes().to_vec();
        altered[at] ^= 1;
        assert!(keys.open(place(1), &altered.into()).is_err(), "byte {at}");
        let cut = kept.bytes()[..at].to_vec();
        assert!(keys.open(place(1), &cut.into()).is_err(), "only {at} bytes");
    }
}

#[tokio::test]
async fn a_new_key_seals_and_the_old_one_still_opens() {
    let stage = Stage::new().await;
    let old = KeyRing::new_key(&SystemEntropy);
    let new = KeyRing::new_key(&SystemEntropy);
    let before = KeyRing::parse(&old).expect("a ring");
    let kept = sealed(&stage, place(1), &before).await;
    assert!(!before.is_old(&kept));

    let both = KeyRing::parse(&format!("# the newest\n{new} # of today\n{old}\n")).expect("a ring");
    assert_eq!(both.open(place(1), &kept).expect("the secret"), SECRET);
    assert!(both.is_old(&kept));
    let anew = sealed(&stage, place(1), &both).await;
    assert!(!both.is_old(&anew));
    assert!(before.open(place(1), &anew).is_err());
    assert_eq!(both.ids()[1], before.ids()[0]);
}

#[test]
fn keys_that_are_none_are_refused_without_being_repeated() {
    for wrong in ["", "# nothing", "abc", &"g".repeat(64), &"ab".repeat(33)] {
        let reason = KeyRing::parse(wrong).expect_err("no key");
        assert!(wrong.len() < 3 || !reason.contains(wrong), "{reason}");
    }
    assert_eq!(format!("{:?}", tests::keys()), "KeyRing of 1");
}
