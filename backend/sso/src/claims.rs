//! What a provider says of somebody, read by the names that its claims have. Pure.
use crate::refusal::{Refusal, Refused};
use identity::LANGUAGES;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A provider that names more groups of one person is not read to the end.
const GROUPS_MAX: usize = 1_000;
const SUBJECT_CHARS_MAX: usize = 255;

/// What the claims of a provider are called. A name may lead inwards, as `realm_access.roles`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct ClaimNames {
    pub subject: String,
    pub name: String,
    pub email: String,
    /// Empty: every address that the provider tells counts as verified.
    pub email_verified: String,
    pub groups: String,
    pub locale: String,
    pub zone: String,
}

impl Default for ClaimNames {
    fn default() -> Self {
        Self {
            subject: "sub".to_owned(),
            name: "name".to_owned(),
            email: "email".to_owned(),
            email_verified: "email_verified".to_owned(),
            groups: "groups".to_owned(),
            locale: "locale".to_owned(),
            zone: "zoneinfo".to_owned(),
        }
    }
}

/// Somebody as a provider describes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub subject: String,
    pub name: Option<String>,
    /// In the form in which addresses are kept.
    pub email: Option<String>,
    pub email_verified: bool,
    pub groups: Vec<String>,
    /// One of the languages we speak.
    pub language: Option<String>,
    pub zone: Option<String>,
}

impl Profile {
    /// The domain of the address, once the provider verified it.
    pub fn verified_domain(&self) -> Option<&str> {
        let email = self.email.as_deref().filter(|_| self.email_verified)?;
        email.rsplit_once('@').map(|(_, domain)| domain)
    }
}

/// Reads who somebody is.
///
/// # Errors
/// `NotTrusted` when no account is named.
pub(crate) fn read(names: &ClaimNames, claims: &Map<String, Value>) -> Result<Profile, Refusal> {
    let text = |name: &str| find(claims, name).and_then(word);
    let subject = text(&names.subject)
        .filter(|subject| subject.chars().count() <= SUBJECT_CHARS_MAX)
        .ok_or_else(|| Refused::NotTrusted.because("the answer names no account"))?;
    let email = text(&names.email).and_then(|email| identity::parse_email(&email).ok());
    let verified = match names.email_verified.as_str() {
        "" => true,
        name => find(claims, name).is_some_and(is_true),
    };
    Ok(Profile {
        subject,
        name: text(&names.name),
        email_verified: verified && email.is_some(),
        email,
        groups: find(claims, &names.groups).map_or_else(Vec::new, groups),
        language: text(&names.locale).and_then(|locale| language(&locale)),
        zone: text(&names.zone).and_then(|zone| identity::parse_zone(&zone).ok()),
    })
}

/// A claim by its whole name, as names may hold dots, else by the way inwards.
fn find<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    if name.is_empty() {
        return None;
    }
    claims.get(name).or_else(|| {
        let (first, rest) = name.split_once('.')?;
        find(claims.get(first)?.as_object()?, rest)
    })
}

/// Text, or the number that plain OAuth providers give their accounts.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Some directories write booleans as text, or as a number.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Bool(is) => *is,
        Value::String(text) => text.eq_ignore_ascii_case("true") || text == "1",
        Value::Number(number) => number.as_i64() == Some(1),
        _ => false,
    }
}

fn groups(value: &Value) -> Vec<String> {
    match value {
        Value::Array(groups) => groups.iter().take(GROUPS_MAX).filter_map(word).collect(),
        value => word(value).into_iter().collect(),
    }
}

fn language(locale: &str) -> Option<String> {
    let tag = locale.split(['-', '_']).next()?.to_lowercase();
    LANGUAGES.contains(&tag.as_str()).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn reading(names: &ClaimNames, claims: Value) -> Result<Profile, Refusal> {
        read(names, claims.as_object().expect("claims"))
    }

    #[test]
    fn what_directories_write_is_read() {
        let names = ClaimNames {
            groups: "realm_access.roles".to_owned(),
            ..ClaimNames::default()
        };
        let claims = json!({
            "sub": "0a", "name": " Ada ", "email": "Ada@Example.org", "email_verified": "True",
            "realm_access": { "roles": ["trainers", 7, null] }, "locale": "de-AT", "zoneinfo": "Europe/Vienna",
        });
        let ada = reading(&names, claims).expect("a profile");
        assert_eq!(ada.name.as_deref(), Some("Ada"));
        assert_eq!(ada.verified_domain(), Some("example.org"));
        assert_eq!(ada.groups, ["trainers", "7"]);
        assert_eq!(ada.language.as_deref(), Some("de"));
        assert_eq!(ada.zone.as_deref(), Some("Europe/Vienna"));
    }

    #[test]
    fn an_address_without_a_word_on_it_is_not_verified() {
        let claims = json!({ "sub": "m", "email": "ada@example.org" });
        let mallory = reading(&ClaimNames::default(), claims).expect("a profile");
        assert_eq!(mallory.verified_domain(), None);
    }

    #[test]
    fn an_answer_that_names_nobody_is_refused() {
        for claims in [json!({}), json!({ "sub": "" }), json!({ "sub": ["a"] })] {
            assert!(reading(&ClaimNames::default(), claims).is_err());
        }
    }

    proptest::proptest! {
        #[test]
        fn only_true_is_true(text in ".{0,8}") {
            let claims = json!({ "sub": "a", "email": "a@example.org", "email_verified": text.clone() });
            let read = reading(&ClaimNames::default(), claims).expect("a profile");
            proptest::prop_assert_eq!(read.email_verified, text.eq_ignore_ascii_case("true") || text == "1");
        }
    }
}
