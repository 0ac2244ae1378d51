//! What this capability holds about a person.
use crate::tables::{account, attempt, grant, sign_in, test};
use kernel::{Holds, Rows, SsoAccountId, SsoAttemptId, SsoGrantId, SsoTestId, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("sso_provider", "how everybody may sign in").held(),
        Rows::<account::Entity>::new()
            .id::<SsoAccountId>()
            .of(account::Column::PersonId)
            .held(),
        Rows::<attempt::Entity>::new()
            .id::<SsoAttemptId>()
            .of(attempt::Column::PersonId)
            .without(
                &[attempt::Column::StateHash, attempt::Column::BrowserHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<sign_in::Entity>::new()
            .under::<account::Entity>(
                sign_in::Column::AccountId,
                (account::Column::Id, account::Column::PersonId),
            )
            .without(
                &[sign_in::Column::IdToken],
                "whoever has it may end their sign-ins elsewhere",
            )
            .held(),
        Rows::<grant::Entity>::new()
            .id::<SsoGrantId>()
            .of(grant::Column::PersonId)
            .held(),
        Rows::<test::Entity>::new()
            .id::<SsoTestId>()
            .of(test::Column::PersonId)
            .held(),
        nobodys(
            "sso_logout",
            "ends of sign-ins that were heard of, by their hash",
        )
        .held(),
    ]
}
