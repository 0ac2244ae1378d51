//! Passkeys over HTTP: made, shown to come in and once more, named, taken off; and what is refused.
use super::{GOOD, person_with_password};
use crate::sso::browser::Browser as Page;
use chrono::TimeDelta;
use identity::{PasskeyAdded, PasskeyShown, SignInRefused};
use kernel::{Cursor, Fact, facts_after};
use serde_json::{Value, json};
use tests::{Authenticator, Door, OUR_PAGE, Stage, error_of};

const BEGIN: &str = "mutation { beginPasskey { options } }";
const ADD: &str = "mutation($input: AddPasskeyInput!) { addPasskey(input: $input) {
    recoveryCodes passkey { id name } viewer { secondFactor { hasApp recoveryCodesLeft } } } }";
const ASK: &str = "mutation { beginShowingPasskey { options } }";
const ENTER: &str = "mutation($input: SignInByPasskeyInput!) { signInByPasskey(input: $input) {
    email passkeys { id name lastUsedAt } } }";
const CONFIRM: &str =
    "mutation($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { email } }";
const VIEWER: &str = "{ viewer { email passkeys { id name lastUsedAt } secondFactor { since } } }";

/// Somebody at a browser who may hold a passkey to it.
struct Browser {
    page: Page,
}

impl Browser {
    fn at(stage: &Stage) -> Self {
        let page = Page::of(stage);
        Self { page }
    }

    /// With the cookie of somebody who is signed in.
    async fn of(stage: &Stage, handle: &str) -> Self {
        let mut browser = Self::at(stage);
        let cookie = Door::of(stage).cookie_of(&stage.finds(handle).await).await;
        let (name, value) = cookie.split_once('=').expect("a cookie");
        browser
            .page
            .cookies
            .insert(name.to_owned(), value.to_owned());
        browser
    }

    async fn asks(&mut self, query: &str, variables: Value) -> Value {
        self.page.asks_with(query, variables).await
    }

    /// What the server asks for now.
    async fn is_asked(&mut self, ask: &str, field: &str) -> Value {
        let answer = self.asks(ask, json!({})).await;
        let options = answer["data"][field]["options"].as_str();
        let options = options.unwrap_or_else(|| panic!("no options: {answer}"));
        serde_json::from_str(options).expect("JSON")
    }

    /// Makes a passkey with this name.
    async fn adds(&mut self, name: &str, phone: &mut Authenticator) -> Value {
        let options = self.is_asked(BEGIN, "beginPasskey").await;
        let credential = phone.makes(&options);
        let input = json!({ "name": name, "credential": credential });
        self.asks(ADD, json!({ "input": input })).await
    }

    /// Shows a passkey at the door.
    async fn enters(&mut self, phone: &mut Authenticator) -> Value {
        let options = self.is_asked(ASK, "beginShowingPasskey").await;
        let credential = phone.shows(&options);
        self.brings(ENTER, json!({ "credential": credential }))
            .await
    }

    async fn brings(&mut self, mutation: &str, input: Value) -> Value {
        self.asks(mutation, json!({ "input": input })).await
    }
}

/// Priya at a browser, and her phone with a passkey.
async fn with_a_passkey(stage: &Stage) -> (Browser, Authenticator, Value) {
    person_with_password(stage, "Priya").await;
    let mut priya = Browser::of(stage, "priya").await;
    let mut phone = Authenticator::at(OUR_PAGE);
    let added = priya.adds("My phone", &mut phone).await;
    assert!(added.get("errors").is_none(), "{added}");
    (priya, phone, added)
}

async fn log(stage: &Stage) -> Vec<Fact> {
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 200).await;
    facts.expect("the log")
}

fn opens_nothing(answer: &Value) -> bool {
    let (code, words) = error_of(answer);
    code == "INVALID" && words == "this passkey opens nothing here"
}

#[tokio::test]
async fn a_passkey_is_made_and_signs_in_without_a_name_or_a_password() {
    let stage = Stage::new().await;
    let (mut priya, mut phone, added) = with_a_passkey(&stage).await;
    let codes = added["data"]["addPasskey"]["recoveryCodes"].as_array();
    assert_eq!(codes.map(Vec::len), Some(10), "it is the first factor");
    let factor = &added["data"]["addPasskey"]["viewer"]["secondFactor"];
    assert_eq!(factor["hasApp"], false);

    let mut elsewhere = Browser::at(&stage);
    let options = elsewhere.is_asked(ASK, "beginShowingPasskey").await;
    assert_eq!(options["userVerification"], "required");
    assert_eq!(options["allowCredentials"], json!([]), "nobody is named");
    let entered = elsewhere.enters(&mut phone).await;

    assert_eq!(
        entered["data"]["signInByPasskey"]["email"], "priya@example.org",
        "{entered}"
    );
    let seen = elsewhere.asks(VIEWER, json!({})).await;
    assert_eq!(seen["data"]["viewer"]["email"], "priya@example.org");
    let mine = priya.asks(VIEWER, json!({})).await;
    let kept = &mine["data"]["viewer"]["passkeys"];
    assert_eq!(kept[0]["name"], "My phone");
    assert!(kept[0]["lastUsedAt"].is_string());
    let facts = log(&stage).await;
    assert_eq!(
        facts
            .iter()
            .filter_map(Fact::as_event::<PasskeyAdded>)
            .count(),
        1
    );
    assert_eq!(
        facts
            .iter()
            .filter_map(Fact::as_event::<PasskeyShown>)
            .count(),
        1
    );
}

#[tokio::test]
async fn who_has_a_passkey_is_not_let_in_by_a_password_alone() {
    let stage = Stage::new().await;
    let (_, _, added) = with_a_passkey(&stage).await;
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { email } }";
    let mut elsewhere = Browser::at(&stage);

    let alone = json!({ "email": "priya@example.org", "password": GOOD });
    let alone = elsewhere.brings(sign_in, alone).await;
    let code = &added["data"]["addPasskey"]["recoveryCodes"][0];
    let with = json!({ "email": "priya@example.org", "password": GOOD, "code": code });
    let with = elsewhere.brings(sign_in, with).await;

    assert_eq!(error_of(&alone).0, "SECOND_FACTOR");
    assert_eq!(with["data"]["signIn"]["email"], "priya@example.org");
}

#[tokio::test]
async fn what_was_shown_opens_once_and_not_in_another_browser() {
    let stage = Stage::new().await;
    let (_, mut phone, _) = with_a_passkey(&stage).await;
    let mut here = Browser::at(&stage);
    let options = here.is_asked(ASK, "beginShowingPasskey").await;
    let kept = here.page.cookies.clone();
    let shown = json!({ "credential": phone.shows(&options) });

    let mut there = Browser::at(&stage);
    let stolen = there.brings(ENTER, shown.clone()).await;
    there.is_asked(ASK, "beginShowingPasskey").await;
    let for_another = there.brings(ENTER, shown.clone()).await;
    let first = here.brings(ENTER, shown.clone()).await;
    here.page.cookies = kept;
    let again = here.brings(ENTER, shown).await;

    assert!(error_of(&stolen).1.contains("another browser began it"));
    assert!(opens_nothing(&for_another), "{for_another}");
    assert!(first.get("errors").is_none(), "{first}");
    assert!(error_of(&again).1.contains("was used before"), "{again}");
}

#[tokio::test]
async fn an_answer_after_five_minutes_is_too_late() {
    let stage = Stage::new().await;
    let (_, mut phone, _) = with_a_passkey(&stage).await;
    let mut late = Browser::at(&stage);
    let options = late.is_asked(ASK, "beginShowingPasskey").await;
    stage.clock.advance(TimeDelta::minutes(5));

    let shown = json!({ "credential": phone.shows(&options) });
    let answer = late.brings(ENTER, shown).await;

    assert!(error_of(&answer).1.starts_with("this took too long"));
}

#[tokio::test]
async fn what_another_page_or_nobody_sure_of_asked_for_opens_nothing() {
    let stage = Stage::new().await;
    let (_, phone, _) = with_a_passkey(&stage).await;
    let mut lured = Authenticator {
        origin: "https://interlude.example.com".to_owned(),
        ..phone.clone()
    };
    let mut another_port = Authenticator {
        origin: "http://localhost:9090".to_owned(),
        ..phone.clone()
    };
    let mut found = phone.unverified();
    let mut elsewhere = Browser::at(&stage);

    for held in [&mut lured, &mut another_port, &mut found] {
        let answer = elsewhere.enters(held).await;
        assert!(opens_nothing(&answer), "{}: {answer}", held.origin);
    }

    let facts = log(&stage).await;
    let refused = facts.iter().filter_map(Fact::as_event::<SignInRefused>);
    assert_eq!(refused.count(), 3);
}

#[tokio::test]
async fn a_copy_that_counts_from_before_opens_nothing() {
    let stage = Stage::new().await;
    let (_, mut phone, _) = with_a_passkey(&stage).await;
    let mut copy = phone.clone();
    let mut elsewhere = Browser::at(&stage);

    let first = elsewhere.enters(&mut phone).await;
    let copied = Browser::at(&stage).enters(&mut copy).await;

    assert!(first.get("errors").is_none(), "{first}");
    assert!(opens_nothing(&copied), "{copied}");
}

#[tokio::test]
async fn the_passkey_of_somebody_else_is_not_ones_own_to_show_or_to_change() {
    let stage = Stage::new().await;
    let (_, phone, added) = with_a_passkey(&stage).await;
    person_with_password(&stage, "Tomas").await;
    let mut tomas = Browser::of(&stage, "tomas").await;
    let mut own = Authenticator::at(OUR_PAGE);
    tomas.adds("Key", &mut own).await;

    // Her passkey, in his name and in hers; and his own in her name.
    let mut hers = phone.clone();
    hers.held[0].owner = own.held[0].owner.clone();
    let mut his = own.clone();
    his.held[0].owner = phone.held[0].owner.clone();
    let swapped = Browser::at(&stage).enters(&mut hers).await;
    let posing = Browser::at(&stage).enters(&mut his).await;
    let options = tomas.is_asked(ASK, "beginShowingPasskey").await;
    let shown = json!({ "passkey": phone.clone().shows(&options) });
    let confirmed = tomas.brings(CONFIRM, shown).await;
    let id = &added["data"]["addPasskey"]["passkey"]["id"];
    let rename = "mutation($input: RenamePasskeyInput!) { renamePasskey(input: $input) { id } }";
    let renamed = tomas
        .brings(rename, json!({ "passkey": id, "name": "Mine" }))
        .await;
    let remove = "mutation($input: RemovePasskeyInput!) { removePasskey(input: $input) { email } }";
    let removed = tomas.brings(remove, json!({ "passkey": id })).await;

    assert!(opens_nothing(&swapped), "{swapped}");
    assert!(opens_nothing(&posing), "{posing}");
    assert!(opens_nothing(&confirmed), "{confirmed}");
    assert_eq!(error_of(&renamed).0, "NOT_FOUND");
    assert_eq!(error_of(&removed).0, "NOT_FOUND");
}

#[tokio::test]
async fn a_passkey_shows_once_more_who_it_is() {
    let stage = Stage::new().await;
    let (mut priya, mut phone, added) = with_a_passkey(&stage).await;
    stage.clock.advance(TimeDelta::minutes(20));

    let late = priya.asks(BEGIN, json!({})).await;
    let options = priya.is_asked(ASK, "beginShowingPasskey").await;
    assert_eq!(
        options["allowCredentials"].as_array().map(Vec::len),
        Some(1)
    );
    let shown = json!({ "passkey": phone.shows(&options) });
    let confirmed = priya.brings(CONFIRM, shown).await;
    let mut tablet = Authenticator::at(OUR_PAGE);
    let second = priya.adds("Tablet", &mut tablet).await;

    assert_eq!(error_of(&late).0, "CONFIRM");
    assert!(confirmed.get("errors").is_none(), "{confirmed}");
    let codes = &second["data"]["addPasskey"]["recoveryCodes"];
    assert_eq!(*codes, json!([]), "the codes of the first go on: {second}");
    let rename = "mutation($input: RenamePasskeyInput!) { renamePasskey(input: $input) { name } }";
    let id = &added["data"]["addPasskey"]["passkey"]["id"];
    let renamed = priya
        .brings(rename, json!({ "passkey": id, "name": " Old phone " }))
        .await;
    assert_eq!(renamed["data"]["renamePasskey"]["name"], "Old phone");
}

#[tokio::test]
async fn with_the_last_passkey_the_second_factor_is_off() {
    let stage = Stage::new().await;
    let (mut priya, mut phone, added) = with_a_passkey(&stage).await;
    let remove = "mutation($input: RemovePasskeyInput!) { removePasskey(input: $input) { secondFactor { since } } }";
    let id = &added["data"]["addPasskey"]["passkey"]["id"];

    let removed = priya.brings(remove, json!({ "passkey": id })).await;
    let shown = Browser::at(&stage).enters(&mut phone).await;
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { email } }";
    let password = json!({ "email": "priya@example.org", "password": GOOD });
    let by_password = Browser::at(&stage).brings(sign_in, password).await;

    assert_eq!(
        removed["data"]["removePasskey"]["secondFactor"],
        Value::Null
    );
    assert!(opens_nothing(&shown), "{shown}");
    assert!(by_password.get("errors").is_none(), "{by_password}");
}

#[tokio::test]
async fn a_passkey_that_was_made_is_kept_once_and_for_who_was_asked() {
    let stage = Stage::new().await;
    let (mut priya, mut phone, _) = with_a_passkey(&stage).await;
    person_with_password(&stage, "Tomas").await;
    let mut tomas = Browser::of(&stage, "tomas").await;
    let options = priya.is_asked(BEGIN, "beginPasskey").await;
    assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
    let excluded = options["excludeCredentials"].as_array().map(Vec::len);
    assert_eq!(excluded, Some(1), "what holds one makes no second");

    // His sign-in, with what her browser kept.
    for (name, kept) in &priya.page.cookies {
        tomas
            .page
            .cookies
            .entry(name.clone())
            .or_insert(kept.clone());
    }
    let input = json!({ "name": "Hers", "credential": phone.makes(&options) });
    let crossed = tomas.brings(ADD, input.clone()).await;
    let used_up = priya.brings(ADD, input).await;
    let mut lured = Authenticator::at("https://interlude.example.com");
    let from_elsewhere = priya.adds("Lured", &mut lured).await;
    let mut found = Authenticator::at(OUR_PAGE).unverified();
    let unverified = priya.adds("Found", &mut found).await;

    for refused in [crossed, used_up, from_elsewhere, unverified] {
        assert_eq!(error_of(&refused).0, "INVALID", "{refused}");
    }
}
