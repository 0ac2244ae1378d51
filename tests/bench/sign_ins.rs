//! How many people sign in within a second, at what argon2id costs here, and what each request pays to be known by.
//! `sign_ins [SECONDS]`, on a database of its own; run it in release. It tells what it found as JSON.
use identity::{
    Attempt, CreatePerson, NewPassword, NewPerson, Secret, Visitor, factor_due, sign_in,
    sign_in_seen, token_hash,
};
use kernel::Error;
use serde_json::json;
use std::error::Error as Failure;
use std::time::{Duration, Instant};
use tests::Stage;

const PASSWORD: &str = "four quiet otters juggle";
/// More at once than there are cores, and few enough that none waits too long in the queue. Each has an account of
/// their own: many at once at one account look like guessing.
const AT_ONCE: usize = 8;
const REQUESTS: u32 = 20_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Failure>> {
    let seconds = std::env::args().nth(1).unwrap_or("10".to_owned());
    let lasting = Duration::from_secs(seconds.parse()?);
    let stage = Stage::new().await;
    for who in 0..AT_ONCE {
        let person = NewPerson {
            email: Some(email(who)),
            ..NewPerson::named("Priya")
        };
        let password = NewPassword::new(Secret::new(PASSWORD), &stage.app.hasher);
        let create = CreatePerson {
            person,
            password: Some(password),
        };
        stage.does(create).await?;
    }

    let until = Instant::now() + lasting;
    let people = (0..AT_ONCE).map(|who| comes_again(&stage, (who, until)));
    let came = futures_util::future::try_join_all(people).await?;
    let per_second = f64::from(came.iter().sum::<u32>()) / lasting.as_secs_f64();

    let fresh = sign_in(stage.db(), &stage.app.hasher, attempt(0)).await?;
    let began = Instant::now();
    for _ in 0..REQUESTS {
        let hash = token_hash(fresh.token.expose());
        let seen = sign_in_seen(&stage.db().read(), &hash, stage.db().now()).await?;
        let (sign_in, person) = seen.ok_or("nobody is signed in")?;
        factor_due(&stage.db().read(), &sign_in, &person).await?;
    }
    let each = began.elapsed().as_secs_f64() * 1e6 / f64::from(REQUESTS);
    let told = json!({ "atOnce": AT_ONCE, "perSecond": per_second, "askerMicros": each });
    println!("{told}");
    Ok(())
}

async fn comes_again(stage: &Stage, (who, until): (usize, Instant)) -> Result<u32, Error> {
    let mut came = 0;
    while Instant::now() < until {
        sign_in(stage.db(), &stage.app.hasher, attempt(who)).await?;
        came += 1;
    }
    Ok(came)
}

fn email(who: usize) -> String {
    format!("priya-{who}@example.org")
}

fn attempt(who: usize) -> Attempt {
    Attempt {
        email: email(who),
        password: Secret::new(PASSWORD),
        code: None,
        visitor: Visitor::default(),
    }
}
