//! Every query on the tables of identity.
use crate::tables::{person, sign_in};
use crate::{Person, SignIn, is_alive};
use chrono::{DateTime, Utc};
use kernel::{Conn, PersonId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait};

mod accounts;
mod api_tokens;
mod change;
mod factors;
mod passkeys;
mod people;
mod rules;
mod throttles;
mod tokens;

pub(crate) use accounts::administrators_beside;
pub use accounts::{last_here_of, with_password};
pub(crate) use api_tokens::{
    Making, api_token_by_id, api_tokens_held, delete_api_token, delete_api_tokens_of,
    delete_api_tokens_past, insert_api_token, touch_api_token,
};
pub use api_tokens::{api_token_seen, api_tokens_of, api_tokens_page};
pub(crate) use change::*;
pub use factors::has_app;
pub use factors::recovery_codes_left;
pub(crate) use factors::{
    Factor, confirm_sign_in, delete_app, put_seed, replace_recovery_codes, reseal_seed, seed_of,
    seeds, set_second_factor, totp_of, use_recovery_code, use_step,
};
pub use passkeys::passkeys_of;
pub(crate) use passkeys::{
    PASSKEYS_MAX, ceremony_of, delete_expired_challenges, delete_passkey, insert_challenge,
    insert_passkey, own_passkey, passkey_named, take_challenge, update_passkey,
};
pub use people::{
    address_of, has_password, nobody_is_here, people_by_emails, people_by_ids, people_count,
    people_walked, person_by_email, person_by_handle, person_by_id,
};
pub(crate) use people::{credentials, free_beside, free_handle, handles, phc_of};
pub(crate) use rules::put_factor_rule;
pub use rules::{factor_due, factor_rule, people_without_factor};
pub(crate) use throttles::*;
pub(crate) use tokens::*;

/// More sign-ins than anybody has devices.
const SIGN_INS_MAX: u64 = 100;

/// The living sign-in with this token, and whose it is: the one question of every request.
pub async fn sign_in_seen(
    conn: &Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<(SignIn, Person)>> {
    let found = sign_in::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            sign_in::Relation::Person.def(),
        )
        .select_also(person::Entity)
        .filter(sign_in::Column::TokenHash.eq(token_hash.to_vec()))
        .one(conn)
        .await?;
    Ok(found.and_then(|(sign_in, person)| {
        let person = person?;
        is_alive(&sign_in, &person, now).then_some((sign_in, person))
    }))
}

/// Where a person is signed in, the latest used first.
pub async fn sign_ins_of(
    conn: &Conn<'_>,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<Vec<SignIn>> {
    let mut sign_ins = sign_in::Entity::find()
        .filter(sign_in::Column::PersonId.eq(person.id))
        .order_by_desc(sign_in::Column::LastSeenAt)
        .limit(SIGN_INS_MAX)
        .all(conn)
        .await?;
    sign_ins.retain(|sign_in| is_alive(sign_in, person, now));
    Ok(sign_ins)
}

pub(crate) async fn sign_in_ids(
    conn: &Conn<'_>,
    person: PersonId,
) -> Result<Vec<kernel::SignInId>> {
    Ok(sign_in::Entity::find()
        .select_only()
        .column(sign_in::Column::Id)
        .filter(sign_in::Column::PersonId.eq(person))
        .into_tuple()
        .all(conn)
        .await?)
}
