//! What comes of what a provider says: whose account it is, and what their groups give. Pure.
use crate::claims::Profile;
use crate::refusal::{Refusal, Refused};
use crate::tables::{Grants, Provider};
use async_graphql::Enum;
use communities::Role;
use identity::Person;
use kernel::{CommunityId, PersonId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a sign-in does with accounts here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "SsoAct")]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The account is somebody's: they are signed in.
    SignIn,
    /// Somebody has its verified address: it becomes theirs.
    Link,
    /// A new person comes to be.
    Create,
    /// Nobody comes in.
    Refuse,
}

/// Who is here that it may be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Known {
    /// Whose account it is.
    Owner(Person),
    /// Who has its address.
    Address(Person),
    Nobody,
}

/// What a test sign-in found that a sign-in would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Would {
    pub act: Act,
    pub person: Option<PersonId>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub groups: Vec<String>,
    pub locale: Option<String>,
    pub zone: Option<String>,
    pub administrator: bool,
    pub memberships: Vec<(CommunityId, Role)>,
    /// The code of a refusal.
    pub refused: Option<String>,
}

/// What somebody's groups give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    pub administrator: bool,
    pub memberships: BTreeMap<CommunityId, Role>,
}

/// Whether somebody comes in, and as whom.
///
/// # Errors
/// Why not.
pub(crate) fn decide(
    provider: &Provider,
    profile: &Profile,
    known: &Known,
) -> Result<Act, Refusal> {
    let domain = profile.verified_domain();
    match known {
        Known::Owner(person) => unless_suspended(person).map(|()| Act::SignIn),
        // Said before it is said whether anybody has the address.
        _ if profile.email.is_some() && domain.is_none() => {
            Err(Refused::EmailUnverified.because("the provider did not verify the e-mail address"))
        }
        Known::Address(person) => {
            if !domain.is_some_and(|domain| provider.trusted_domains.hold(domain)) {
                let detail = "somebody has this address, and its domain is not among the trusted";
                return Err(Refused::EmailTaken.because(detail));
            }
            // A provider does not ask for it: they link the account themself, once they have shown it.
            if person.second_factor_since.is_some() {
                let detail =
                    "who has this address has a second factor, and links accounts themself";
                return Err(Refused::EmailTaken.because(detail));
            }
            // Somebody else may have come by a link that was shown to them, and know its password.
            if person.email_unproven_since.is_some() {
                let detail = "who has this address has not shown yet that they read its letters";
                return Err(Refused::EmailTaken.because(detail));
            }
            unless_suspended(person).map(|()| Act::Link)
        }
        Known::Nobody if !provider.creates_accounts => {
            Err(Refused::Unknown.because("nobody has this account, and the provider creates none"))
        }
        Known::Nobody if !provider.is_offered_to(domain) => {
            Err(Refused::Unknown.because("the address is of none of the provider's domains"))
        }
        Known::Nobody => Ok(Act::Create),
    }
}

fn unless_suspended(person: &Person) -> Result<(), Refusal> {
    match person.suspended_at {
        Some(_) => Err(Refused::Suspended.because("the person is suspended")),
        None => Ok(()),
    }
}

/// What these groups give by the rules of a provider. Of two rules for one community the first holds.
pub(crate) fn given(provider: &Provider, groups: &[String]) -> Given {
    let mut given = Given::default();
    for rule in &provider.group_rules.0 {
        if !groups.contains(&rule.group) {
            continue;
        }
        match rule.grants {
            Grants::Administrator => given.administrator = true,
            Grants::Membership { community, role } => {
                given.memberships.entry(community).or_insert(role);
            }
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{GroupRule, GroupRules, GroupSource, Kind, Words};
    use identity::Preferences;
    use kernel::{Id, SystemEntropy};

    fn id<I: Id>() -> I {
        let now = "2026-01-05T09:00:00Z".parse().expect("an instant");
        I::mint(now, &SystemEntropy)
    }

    fn provider() -> Provider {
        let now = "2026-01-05T09:00:00Z".parse().expect("an instant");
        Provider {
            id: id(),
            slug: "acme".to_owned(),
            name: "Acme".to_owned(),
            kind: Kind::OpenId,
            issuer: "https://id.example.org".to_owned(),
            client_id: "interlude".to_owned(),
            client_secret: None,
            scopes: Words::default(),
            authorization_url: None,
            token_url: None,
            userinfo_url: None,
            domains: Words::default(),
            trusted_domains: Words(vec!["example.org".to_owned()]),
            creates_accounts: true,
            asks_second_factor: false,
            claims: crate::ClaimNames::default(),
            group_rules: GroupRules::default(),
            groups_from: GroupSource::SignIn,
            is_on: true,
            is_configured: false,
            created_at: now,
            changed_at: now,
        }
    }

    fn ada() -> Person {
        let now = "2026-01-05T09:00:00Z".parse().expect("an instant");
        Person {
            id: id(),
            handle: "ada".to_owned(),
            name: "Ada".to_owned(),
            pronunciation: None,
            email: Some("ada@example.org".to_owned()),
            zone: "UTC".to_owned(),
            ask_me_about: None,
            working_on: None,
            preferences: Preferences::default(),
            placeholder_of: None,
            created_at: now,
            onboarded_at: None,
            administrator_since: None,
            second_factor_since: None,
            email_unproven_since: None,
            suspended_at: None,
            suspended_by_directory: false,
        }
    }

    fn verified(email: &str) -> Profile {
        Profile {
            subject: "1".to_owned(),
            email: Some(email.to_owned()),
            email_verified: true,
            ..Profile::default()
        }
    }

    fn refused(provider: &Provider, profile: &Profile, known: &Known) -> Option<Refused> {
        let outcome = decide(provider, profile, known);
        outcome.err().map(|refusal| refusal.refused)
    }

    #[test]
    fn an_unverified_address_opens_nothing_and_tells_nothing() {
        let mallory = Profile {
            email_verified: false,
            ..verified("ada@example.org")
        };
        for known in [Known::Address(ada()), Known::Nobody] {
            assert_eq!(
                refused(&provider(), &mallory, &known),
                Some(Refused::EmailUnverified)
            );
        }
    }

    #[test]
    fn an_account_is_linked_only_by_a_trusted_domain() {
        let known = Known::Address(ada());
        let ada_there = verified("ada@example.org");
        assert_eq!(decide(&provider(), &ada_there, &known), Ok(Act::Link));
        let elsewhere = Provider {
            trusted_domains: Words(vec!["example.com".to_owned()]),
            ..provider()
        };
        assert_eq!(
            refused(&elsewhere, &ada_there, &known),
            Some(Refused::EmailTaken)
        );
    }

    #[test]
    fn nobody_shares_an_account_or_gets_past_a_second_factor_by_an_address() {
        let ada_there = verified("ada@example.org");
        let guarded = || Person {
            second_factor_since: Some(ada().created_at),
            ..ada()
        };
        let unproven = Person {
            email_unproven_since: Some(ada().created_at),
            ..ada()
        };
        let unproven = refused(&provider(), &ada_there, &Known::Address(unproven));
        assert_eq!(unproven, Some(Refused::EmailTaken));
        let by_address = refused(&provider(), &ada_there, &Known::Address(guarded()));
        let linked_by_herself = decide(&provider(), &ada_there, &Known::Owner(guarded()));
        assert_eq!(by_address, Some(Refused::EmailTaken));
        assert_eq!(linked_by_herself, Ok(Act::SignIn));
    }

    #[test]
    fn whoever_is_suspended_stays_out_by_every_way() {
        let ada_there = verified("ada@example.org");
        let suspended = || Person {
            suspended_at: Some(ada().created_at),
            ..ada()
        };
        for known in [Known::Owner(suspended()), Known::Address(suspended())] {
            assert_eq!(
                refused(&provider(), &ada_there, &known),
                Some(Refused::Suspended)
            );
        }
    }

    #[test]
    fn accounts_are_made_only_for_the_domains_it_is_for() {
        let known = Known::Nobody;
        let narrow = Provider {
            domains: Words(vec!["example.org".to_owned()]),
            ..provider()
        };
        let colleague = verified("bo@example.org");
        assert_eq!(decide(&narrow, &colleague, &known), Ok(Act::Create));
        for stranger in [verified("bo@example.net"), Profile::default()] {
            assert_eq!(refused(&narrow, &stranger, &known), Some(Refused::Unknown));
        }
        let closed = Provider {
            creates_accounts: false,
            ..provider()
        };
        assert_eq!(refused(&closed, &colleague, &known), Some(Refused::Unknown));
    }

    #[test]
    fn of_two_rules_for_one_community_the_first_holds() {
        let community: CommunityId = id();
        let rule = |group: &str, role| GroupRule {
            group: group.to_owned(),
            grants: Grants::Membership { community, role },
        };
        let provider = Provider {
            group_rules: GroupRules(vec![
                rule("trainers", Role::Facilitator),
                rule("everybody", Role::Learner),
            ]),
            ..provider()
        };
        let groups = ["everybody".to_owned(), "trainers".to_owned()];
        let given = given(&provider, &groups);
        assert_eq!(given.memberships[&community], Role::Facilitator);
        assert!(!given.administrator);
    }
}
