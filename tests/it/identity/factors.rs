//! Second factors: set up, asked for, recovered, taken off.
use super::{BETTER, GOOD, opens, person_with_password, secret};
use chrono::{DateTime, TimeDelta, Utc};
use identity::{
    Attempt, BeginSecondFactor, CreateApiToken, FreshSignIn, MailReset, MailSignIn, NewPassword,
    Person, RECOVERY_CODES, RenewRecoveryCodes, ResetPassword, ResetSecondFactor, Scope,
    SealFactors, SecondFactorReset, Secret, SignInByLink, Visitor, actor_of, api_tokens_of,
    confirm_second_factor, mint_reset, mint_sign_in, recovery_codes_left, remove_second_factor,
    reset_password, sign_in, sign_in_by_link,
};
use kernel::{Actor, Cursor, Error, Fact, facts_after};
use sea_orm::{ConnectionTrait, Statement};
use tests::Stage;
use totp_rs::{Builder, Secret as Key};

const STEP: TimeDelta = TimeDelta::seconds(30);

/// An app on a phone, which knows the seed that was shown.
pub(super) struct Phone(Vec<u8>);

impl Phone {
    pub(super) fn shows(&self, at: DateTime<Utc>) -> Secret {
        let app = Builder::new().with_secret(self.0.clone()).build();
        let seconds = u64::try_from(at.timestamp()).expect("after 1970");
        Secret::new(app.expect("an app").generate(seconds).to_string())
    }
}

/// Somebody who has set a second factor up, with their phone and what they wrote down.
pub(super) async fn with_second_factor(stage: &Stage) -> (Person, Phone, Vec<Secret>) {
    let priya = person_with_password(stage, "Priya").await;
    let actor = actor_of(&priya);
    let here = tries(stage, None).await.expect("a sign-in").sign_in.id;
    let seed = stage.db().write(actor, BeginSecondFactor).await;
    let text = seed.expect("a seed").text;
    let key = Key::try_from_base32(text.expose()).expect("a key people can type");
    let phone = Phone(key.as_bytes().to_vec());
    let shown = phone.shows(stage.db().now());
    let codes = confirm_second_factor(stage.db(), actor, (here, shown)).await;
    stage.clock.advance(STEP);
    (priya, phone, codes.expect("codes to write down"))
}

async fn tries(stage: &Stage, code: Option<Secret>) -> Result<FreshSignIn, Error> {
    let attempt = Attempt {
        email: "priya@example.org".to_owned(),
        password: secret(GOOD),
        code,
        visitor: Visitor::default(),
    };
    sign_in(stage.db(), &stage.app.hasher, attempt).await
}

fn is_wrong_code<T>(tried: &Result<T, Error>) -> bool {
    matches!(tried, Err(Error::Invalid { field: "code", .. }))
}

#[tokio::test]
async fn after_the_password_the_code_is_asked_for_and_each_opens_once() {
    let stage = Stage::new().await;
    let (_, phone, _) = with_second_factor(&stage).await;
    let shown = phone.shows(stage.db().now());

    let without = tries(&stage, None).await;
    let with = tries(&stage, Some(shown.clone())).await;
    let replayed = tries(&stage, Some(shown.clone())).await;
    stage.clock.advance(STEP);
    let late = tries(&stage, Some(shown)).await;
    let next = tries(&stage, Some(phone.shows(stage.db().now()))).await;

    assert!(matches!(without, Err(Error::SecondFactor)));
    assert!(opens(&stage, &with.expect("a sign-in").token).await);
    assert!(is_wrong_code(&replayed), "a code is used up");
    assert!(is_wrong_code(&late), "also when its step is over");
    assert!(next.is_ok());
}

#[tokio::test]
async fn a_clock_may_be_off_by_one_step_and_not_by_two() {
    let stage = Stage::new().await;
    let (_, phone, _) = with_second_factor(&stage).await;
    stage.clock.advance(TimeDelta::minutes(5));
    let now = stage.db().now();

    let too_slow = tries(&stage, Some(phone.shows(now - STEP * 2))).await;
    let too_fast = tries(&stage, Some(phone.shows(now + STEP * 2))).await;
    let slow = tries(&stage, Some(phone.shows(now - STEP))).await;
    let fast = tries(&stage, Some(phone.shows(now + STEP))).await;
    let between = tries(&stage, Some(phone.shows(now))).await;

    assert!(is_wrong_code(&too_slow) && is_wrong_code(&too_fast));
    assert!(slow.is_ok() && fast.is_ok());
    assert!(is_wrong_code(&between), "nothing before the latest opens");
}

#[tokio::test]
async fn of_two_who_bring_one_code_at_once_one_comes_in() {
    let stage = Stage::new().await;
    let (_, phone, codes) = with_second_factor(&stage).await;
    for code in [phone.shows(stage.db().now()), codes[0].clone()] {
        let both = tokio::join!(
            tries(&stage, Some(code.clone())),
            tries(&stage, Some(code.clone()))
        );
        let came = [both.0.is_ok(), both.1.is_ok()];
        assert_eq!(came.iter().filter(|came| **came).count(), 1);
    }
}

#[tokio::test]
async fn guessed_codes_make_codes_rest_and_never_tell_of_the_password() {
    let stage = Stage::new().await;
    let (_, phone, _) = with_second_factor(&stage).await;
    for _ in 0..6 {
        assert!(is_wrong_code(&tries(&stage, Some(secret("000000"))).await));
    }

    let right = phone.shows(stage.db().now());
    let too_soon = tries(&stage, Some(right)).await;
    stage.clock.advance(TimeDelta::seconds(2));
    let later = tries(&stage, Some(phone.shows(stage.db().now()))).await;
    let attempt = Attempt {
        email: "priya@example.org".to_owned(),
        password: secret("not her password"),
        code: Some(secret("000000")),
        visitor: Visitor::default(),
    };
    let neither = sign_in(stage.db(), &stage.app.hasher, attempt).await;

    assert!(matches!(too_soon, Err(Error::SlowDown(_))));
    assert!(later.is_ok());
    assert!(matches!(
        neither,
        Err(Error::Invalid {
            field: "password",
            ..
        })
    ));
}

#[tokio::test]
async fn what_was_written_down_opens_once_each_as_people_type_it() {
    let stage = Stage::new().await;
    let (priya, _, codes) = with_second_factor(&stage).await;
    assert_eq!(codes.len(), RECOVERY_CODES);
    let typed = codes[3].expose().to_uppercase().replace('-', " ");

    let first = tries(&stage, Some(secret(&typed))).await;
    let again = tries(&stage, Some(codes[3].clone())).await;
    let left = recovery_codes_left(&stage.db().read(), priya.id).await;
    let renewed = stage.db().write(actor_of(&priya), RenewRecoveryCodes).await;
    let old = tries(&stage, Some(codes[4].clone())).await;
    let new = tries(&stage, Some(renewed.expect("codes")[0].clone())).await;

    assert!(first.is_ok());
    assert!(is_wrong_code(&again));
    assert_eq!(left.expect("a count"), 9);
    assert!(is_wrong_code(&old), "new codes end the old ones");
    assert!(new.is_ok());
}

#[tokio::test]
async fn setting_it_up_ends_every_other_sign_in_and_wants_a_right_code() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let actor = actor_of(&priya);
    let here = tries(&stage, None).await.expect("a sign-in");
    let there = tries(&stage, None).await.expect("a sign-in");
    let begin = async || stage.db().write(actor, BeginSecondFactor).await;
    begin().await.expect("a seed");

    let wrong = (here.sign_in.id, secret("000000"));
    let wrong = confirm_second_factor(stage.db(), actor, wrong).await;
    let not_asked_yet = tries(&stage, None).await;
    let seed = begin().await.expect("another seed, for the first was lost");
    let key = Key::try_from_base32(seed.text.expose()).expect("a key");
    let shown = Phone(key.as_bytes().to_vec()).shows(stage.db().now());
    let right = confirm_second_factor(stage.db(), actor, (here.sign_in.id, shown)).await;

    assert!(is_wrong_code(&wrong));
    assert!(not_asked_yet.is_ok(), "nobody is shut out half way");
    assert!(right.is_ok());
    assert!(opens(&stage, &here.token).await);
    assert!(!opens(&stage, &there.token).await);
    assert!(matches!(begin().await, Err(Error::Conflict { .. })));
}

#[tokio::test]
async fn a_letter_does_not_pass_by_the_second_factor() {
    let stage = Stage::new().await;
    let (_, phone, _) = with_second_factor(&stage).await;
    let job = MailReset {
        email: "priya@example.org".to_owned(),
    };
    let minted = mint_reset(stage.db(), &job).await.expect("an answer");
    let (_, token) = minted.expect("a token");
    let resets = async |code: Option<Secret>| {
        let reset = ResetPassword {
            token: token.clone(),
            password: NewPassword::new(secret(BETTER), &stage.app.hasher),
            code,
            visitor: Visitor::default(),
        };
        reset_password(stage.db(), reset).await
    };

    let job = MailSignIn {
        email: "priya@example.org".to_owned(),
    };
    let minted = mint_sign_in(stage.db(), &job).await.expect("an answer");
    let by_link = SignInByLink {
        token: minted.expect("a token").1,
        code: None,
        visitor: Visitor::default(),
    };
    let by_link = sign_in_by_link(stage.db(), by_link).await;
    let without = resets(None).await;
    let wrong = resets(Some(secret("000000"))).await;
    let with = resets(Some(phone.shows(stage.db().now()))).await;

    assert!(matches!(by_link, Err(Error::SecondFactor)));
    assert!(matches!(without, Err(Error::SecondFactor)));
    assert!(is_wrong_code(&wrong));
    assert!(with.is_ok(), "the letter is good until it was used");
}

#[tokio::test]
async fn taking_it_off_asks_for_it_and_leaves_nothing() {
    let stage = Stage::new().await;
    let (priya, phone, _) = with_second_factor(&stage).await;
    let actor = actor_of(&priya);

    let wrong = remove_second_factor(stage.db(), actor, secret("000000")).await;
    let shown = phone.shows(stage.db().now());
    let right = remove_second_factor(stage.db(), actor, shown).await;

    assert!(is_wrong_code(&wrong));
    assert_eq!(right.expect("a person").second_factor_since, None);
    assert!(tries(&stage, None).await.is_ok());
    let left = recovery_codes_left(&stage.db().read(), priya.id).await;
    assert_eq!(left.expect("a count"), 0);
}

#[tokio::test]
async fn an_administrator_helps_who_lost_their_phone_and_says_why() {
    let stage = Stage::new().await;
    let (priya, phone, _) = with_second_factor(&stage).await;
    let shown = phone.shows(stage.db().now());
    let signed_in = tries(&stage, Some(shown)).await.expect("a sign-in");
    let ines = stage.administrator("Ines").await;
    let ada = stage.person("Ada").await;
    let token = CreateApiToken {
        name: "calendar".to_owned(),
        scopes: vec![Scope::Read],
        days: None,
    };
    let made = stage.db().write(actor_of(&priya), token).await;
    made.expect("a token");
    let reset = |reason: &str| ResetSecondFactor {
        person: priya.id,
        reason: reason.to_owned(),
    };

    let by_ada = ada.does(reset("curious")).await;
    let silent = ines.does(reset(" ")).await;
    ines.does(reset("She called; her phone fell into the lake"))
        .await
        .expect("done");

    assert!(matches!(by_ada, Err(Error::NotFound("person"))));
    assert!(matches!(
        silent,
        Err(Error::Invalid {
            field: "reason",
            ..
        })
    ));
    assert!(!opens(&stage, &signed_in.token).await);
    let tokens = api_tokens_of(&stage.db().read(), priya.id).await;
    assert!(tokens.expect("tokens").is_empty());
    assert!(tries(&stage, None).await.is_ok());
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 200).await;
    let facts = facts.expect("the log");
    let told: Vec<SecondFactorReset> = facts.iter().filter_map(Fact::as_event).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].reason.contains("lake"));
    assert_eq!(
        facts
            .iter()
            .rfind(|fact| fact.as_event::<SecondFactorReset>().is_some())
            .and_then(|it| it.actor),
        Some(ines.record.id)
    );
}

#[tokio::test]
async fn the_database_and_the_log_tell_neither_seed_nor_codes() {
    let stage = Stage::new().await;
    let (_, phone, codes) = with_second_factor(&stage).await;
    let sealed = "SELECT seed FROM totp";
    let sealed = Statement::from_string(stage.db().backend(), sealed);
    let row = stage.db().read().query_one_raw(sealed).await;
    let row = row.expect("an answer").expect("a row");
    let seed: Vec<u8> = row.try_get("", "seed").expect("bytes");
    assert!(!seed.windows(phone.0.len()).any(|part| part == phone.0));

    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 200).await;
    let log = format!("{:?}", facts.expect("the log"));
    let words = codes.iter().map(|code| code.expose().replace('-', ""));
    assert!(words.into_iter().all(|word| !log.contains(&word)));
    let sealed_anew = stage.db().write(Actor::System, SealFactors).await;
    assert_eq!(sealed_anew.expect("a count"), 0, "the newest key sealed it");
}
