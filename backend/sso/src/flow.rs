//! From the door to a provider and back: what is asked, what is heard, and what comes of it.
use crate::commands::{
    ComeIn, Gone, KeepTest, Link, NoteAttempt, NoteRefusal, StepUp, TakeAttempt, TestFound,
};
use crate::discovery::Sso;
use crate::hear::{Said, hear};
use crate::parse::path_of_ours;
use crate::refusal::{Refusal, Refused};
use crate::store;
use crate::tables::{Attempt, Claims, Provider, Purpose};
use crate::token_endpoint::{Round, authorization_url};
use identity::{FreshSignIn, Secret, Visitor};
use kernel::{Actor, Db, Error, PersonId, Result, SignInId, SsoTestId};

/// Who stands at the door.
#[derive(Clone, Default)]
pub struct Asker {
    /// What the browser keeps of earlier attempts.
    pub browser: Option<String>,
    pub visitor: Visitor,
    pub signed_in: Option<(SignInId, PersonId)>,
}

/// What somebody sets out for.
#[derive(Clone, Debug)]
pub struct Begin {
    pub provider: Provider,
    pub purpose: Purpose,
    /// Where they go on; what is no path of ours is the beginning.
    pub next: String,
    /// Whom the provider may expect.
    pub email: Option<String>,
}

/// Where the browser goes, and what it keeps until it comes back.
#[derive(Clone, Debug)]
pub struct Begun {
    pub url: String,
    pub browser: Secret,
}

/// What a browser brings from a provider.
#[derive(Clone, Default)]
pub struct Arrival {
    pub slug: String,
    pub state: String,
    pub code: Option<String>,
    /// RFC 9207.
    pub iss: Option<String>,
    pub error: Option<String>,
}

/// Where somebody came out.
#[derive(Debug)]
pub struct Landed {
    pub purpose: Purpose,
    pub next: String,
    pub outcome: Result<Outcome, Refusal>,
}

#[derive(Debug)]
pub enum Outcome {
    SignedIn(Box<FreshSignIn>),
    Linked,
    /// A test, also one that was refused.
    Tested(SsoTestId),
}

/// Why it does not go on: somebody is refused, or something of ours is broken.
#[derive(Debug)]
pub enum Stop {
    Refused(Refusal),
    Broken(Error),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

/// Notes the attempt, and says where the browser goes.
///
/// # Errors
/// When the provider is off, cannot be reached, or the asker should be signed in.
pub async fn begin(sso: &Sso, db: &Db, begin: Begin, asker: &Asker) -> Result<Begun, Stop> {
    let Begin {
        provider,
        purpose,
        next,
        email,
    } = begin;
    if !provider.is_on && purpose != Purpose::Test {
        return Err(Refused::Off.because("the provider is switched off").into());
    }
    if purpose != Purpose::SignIn && asker.signed_in.is_none() {
        return Err(Refused::SignInFirst.because("nobody is signed in").into());
    }
    let found = sso.metadata(&provider, db.now()).await;
    let metadata = match found {
        Ok(metadata) => metadata,
        Err(refusal) => {
            note(db, (Some(&provider), purpose), asker, &refusal).await?;
            return Err(refusal.into());
        }
    };
    let attempt = NoteAttempt {
        provider: provider.id,
        purpose,
        asker: asker.signed_in.filter(|_| purpose != Purpose::SignIn),
        next: path_of_ours(&next).to_owned(),
        browser: asker.browser.clone(),
    };
    let Gone { state, browser } = db.write(Actor::System, attempt).await?;
    let round = Round {
        browser: browser.expose(),
        state: state.expose(),
    };
    let asked = (purpose, email.as_deref());
    let url = authorization_url(sso, (&provider, &metadata), round, asked)?;
    Ok(Begun { url, browser })
}

/// Takes in what a browser brings from a provider.
///
/// # Errors
/// Only when something of ours is broken: a refusal is an outcome.
pub async fn arrive(sso: &Sso, db: &Db, arrival: &Arrival, asker: &Asker) -> Result<Landed> {
    let taken = match &asker.browser {
        Some(browser) => {
            let take = TakeAttempt {
                state: arrival.state.clone(),
                browser: browser.clone(),
            };
            db.write(Actor::System, take).await?
        }
        None => None,
    };
    let Some((attempt, provider)) = taken else {
        let detail = "it took too long, was used before, or another browser began it";
        let refusal = Refused::Expired.because(detail);
        let provider = store::provider_by_slug(&db.read(), &arrival.slug).await?;
        note(db, (provider.as_ref(), Purpose::SignIn), asker, &refusal).await?;
        return Ok(Landed {
            purpose: Purpose::SignIn,
            next: "/".to_owned(),
            outcome: Err(refusal),
        });
    };
    let heard = hear(sso, db, (&provider, &attempt), (arrival, asker)).await;
    let outcome = match heard {
        Ok(said) => conclude(db, (&provider, &attempt), said, asker).await?,
        Err(Stop::Broken(error)) => return Err(error),
        Err(Stop::Refused(refusal)) => refuse(db, (&provider, &attempt), refusal, asker).await?,
    };
    Ok(Landed {
        purpose: attempt.purpose,
        next: attempt.next,
        outcome,
    })
}

async fn conclude(
    db: &Db,
    (provider, attempt): (&Provider, &Attempt),
    said: Said,
    asker: &Asker,
) -> Result<Result<Outcome, Refusal>> {
    let claims = Claims(said.claims);
    if attempt.purpose == Purpose::Test {
        let found = match said.word {
            Ok(word) => TestFound::Said {
                word: Box::new(word),
                claims,
            },
            Err(refusal) => TestFound::Refused { refusal, claims },
        };
        return keep_test(db, (provider, attempt), found).await;
    }
    let word = match said.word {
        Ok(word) => word,
        Err(refusal) => return refuse(db, (provider, attempt), refusal, asker).await,
    };
    let visitor = asker.visitor.clone();
    let done = match (attempt.purpose, asker.signed_in) {
        (Purpose::Link, Some((_, person))) => {
            let linked = db.write(Actor::System, Link { word, person }).await?;
            linked.map(|()| Outcome::Linked)
        }
        (Purpose::StepUp, Some(asker)) => {
            let step = StepUp {
                word,
                asker,
                device: visitor.device,
            };
            let stepped = db.write(Actor::System, step).await?;
            stepped.map(|fresh| Outcome::SignedIn(Box::new(fresh)))
        }
        // What is refused here is told with the change.
        _ => {
            let come = db.write(Actor::System, ComeIn { word, visitor }).await?;
            return Ok(come.map(|fresh| Outcome::SignedIn(Box::new(fresh))));
        }
    };
    match done {
        Ok(outcome) => Ok(Ok(outcome)),
        Err(refusal) => refuse(db, (provider, attempt), refusal, asker).await,
    }
}

async fn refuse(
    db: &Db,
    (provider, attempt): (&Provider, &Attempt),
    refusal: Refusal,
    asker: &Asker,
) -> Result<Result<Outcome, Refusal>> {
    let fact = NoteRefusal {
        provider: Some(provider.id),
        purpose: attempt.purpose,
        person: attempt.person_id,
        visitor: asker.visitor.clone(),
        refusal: refusal.clone(),
    };
    db.write(Actor::System, fact).await?;
    match attempt.purpose {
        Purpose::Test => {
            let claims = Claims::default();
            keep_test(
                db,
                (provider, attempt),
                TestFound::Refused { refusal, claims },
            )
            .await
        }
        _ => Ok(Err(refusal)),
    }
}

async fn keep_test(
    db: &Db,
    (provider, attempt): (&Provider, &Attempt),
    found: TestFound,
) -> Result<Result<Outcome, Refusal>> {
    let keep = KeepTest {
        provider: provider.id,
        person: attempt.person_id.ok_or(Error::SignInFirst)?,
        found,
    };
    let test = db.write(Actor::System, keep).await?;
    Ok(Ok(Outcome::Tested(test)))
}

async fn note(
    db: &Db,
    (provider, purpose): (Option<&Provider>, Purpose),
    asker: &Asker,
    refusal: &Refusal,
) -> Result<()> {
    let fact = NoteRefusal {
        provider: provider.map(|provider| provider.id),
        purpose,
        person: asker.signed_in.map(|(_, person)| person),
        visitor: asker.visitor.clone(),
        refusal: refusal.clone(),
    };
    db.write(Actor::System, fact).await
}
