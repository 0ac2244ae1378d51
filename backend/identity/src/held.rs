//! What this capability holds about a person.
use crate::tables::{
    api_token, last_here, one_time_token, passkey, passkey_challenge, password, person,
    recovery_code, sign_in, totp,
};
use kernel::{ApiTokenId, Holds, PasskeyId, PersonId, Rows, SignInId, TokenId, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    let held: Vec<Box<dyn Holds>> = vec![
        Rows::<person::Entity>::new()
            .id::<PersonId>()
            .of(person::Column::Id)
            .held(),
        Rows::<password::Entity>::new()
            .of(password::Column::PersonId)
            .without(
                &[password::Column::Phc],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<sign_in::Entity>::new()
            .id::<SignInId>()
            .of(sign_in::Column::PersonId)
            .without(
                &[sign_in::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<one_time_token::Entity>::new()
            .id::<TokenId>()
            .of(one_time_token::Column::PersonId)
            .without(
                &[one_time_token::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<api_token::Entity>::new()
            .id::<ApiTokenId>()
            .of(api_token::Column::PersonId)
            .others(
                &[api_token::Column::CreatedById],
                "who made it for a service",
            )
            .without(
                &[api_token::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        nobodys(
            "throttle",
            "what is counted stands under a hash, and for a short time",
        )
        .held(),
        Rows::<last_here::Entity>::new()
            .of(last_here::Column::PersonId)
            .held(),
        nobodys("factor_rule", "a rule of the organisation").held(),
    ];
    held.into_iter().chain(ways_in()).collect()
}

/// What they show at the door beside a password.
fn ways_in() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<passkey::Entity>::new()
            .id::<PasskeyId>()
            .of(passkey::Column::PersonId)
            .without(
                &[passkey::Column::Credential, passkey::Column::CredentialId],
                "by it their device is known again",
            )
            .held(),
        Rows::<passkey_challenge::Entity>::new()
            .id::<TokenId>()
            .of(passkey_challenge::Column::PersonId)
            .without(
                &[
                    passkey_challenge::Column::BrowserHash,
                    passkey_challenge::Column::Ceremony,
                ],
                "what is asked of a device for some minutes is sealed, and given to nobody",
            )
            .held(),
        Rows::<totp::Entity>::new()
            .of(totp::Column::PersonId)
            .without(&[totp::Column::Seed], "whoever has it signs in as them")
            .held(),
        Rows::<recovery_code::Entity>::new()
            .id::<TokenId>()
            .of(recovery_code::Column::PersonId)
            .without(
                &[recovery_code::Column::CodeHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
    ]
}
