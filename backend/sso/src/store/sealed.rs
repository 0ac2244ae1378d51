//! What is sealed of signing in from elsewhere, to be sealed anew.
use crate::policy::Carry;
use crate::tables::{provider, sign_in};
use kernel::{Conn, Organisation, Permit, Result, Sealed, SignInId, SsoProviderId, Tx};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// The sealed ID tokens of the sign-ins after this one, at most so many.
pub(crate) async fn id_tokens_after(
    conn: &Conn<'_>,
    (last, most): (Option<SignInId>, u64),
) -> Result<Vec<(SignInId, Sealed)>> {
    let mut query = sign_in::Entity::find()
        .filter(sign_in::Column::IdToken.is_not_null())
        .order_by_asc(sign_in::Column::SignInId)
        .limit(most);
    if let Some(last) = last {
        query = query.filter(sign_in::Column::SignInId.gt(last));
    }
    let rows = query.all(conn).await?;
    let sealed = |row: sign_in::Model| Some((row.sign_in_id, row.id_token?));
    Ok(rows.into_iter().filter_map(sealed).collect())
}

pub(crate) async fn reseal_id_token(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    (id, token): (SignInId, Sealed),
) -> Result<()> {
    let row = sign_in::ActiveModel {
        sign_in_id: Set(id),
        id_token: Set(Some(token)),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn reseal_client_secret(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    (id, secret): (SsoProviderId, Sealed),
) -> Result<()> {
    let row = provider::ActiveModel {
        id: Set(id),
        client_secret: Set(Some(secret)),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}
