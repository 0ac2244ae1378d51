//! Invitations: links that let somebody in.
use crate::tables::{community, invitation};
use crate::{Community, CommunitySeen, Invitation, Manage, Role};
use chrono::{DateTime, TimeDelta, Utc};
use identity::{OverseePeople, Secret, token_hash};
use kernel::{
    CommunityId, Conn, First, InvitationId, Organisation, Page, Permit, PersonId, Result, Tx,
    key_of,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait,
};
use std::collections::HashSet;

/// As many addresses one statement names.
const EMAILS_MAX: usize = 500;
/// How long a link works.
const INVITATION_LIFE: TimeDelta = TimeDelta::days(14);

/// An invitation, what it invites to, and who invites.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitationSeen {
    pub invitation: Invitation,
    pub community: Community,
    /// The name of who invites; none when the platform itself does.
    pub invited_by: Option<String>,
    /// The name an archive gave to the invited person, when this link makes that account theirs.
    pub claims: Option<String>,
}

/// How a link reaches the one it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// Shown to who invites, to hand over.
    Shown,
    /// In a letter to the invited address.
    Mailed,
}

/// Who is invited, to what, by whom.
pub(crate) struct Invitee {
    pub community: CommunityId,
    pub email: String,
    pub role: Role,
    pub by: Option<PersonId>,
}

/// The invitation with this token, while it is open. The token itself is the leave to read it.
pub async fn invitation_seen(
    conn: &Conn<'_>,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<InvitationSeen>> {
    let open = invitation::Column::TokenHash
        .eq(token_hash(token))
        .and(is_open(now));
    one_seen(conn, open).await
}

/// The address that was invited with this token, open or not.
pub(crate) async fn invited_email(conn: &Conn<'_>, token: &str) -> Result<Option<String>> {
    let found = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(token_hash(token)))
        .one(conn)
        .await?;
    Ok(found.map(|invitation| invitation.email))
}

/// The invitations that are open, the latest first; `text` is part of an address. Of the two links of each, the one
/// that was shown.
pub async fn open_invitations_page(
    conn: &Conn<'_>,
    _: &Permit<OverseePeople, Organisation>,
    (text, now): (Option<&str>, DateTime<Utc>),
    (first, after): (First, Option<&str>),
) -> Result<Page<(Invitation, Community)>> {
    let mut query = invitation::Entity::find()
        .join(JoinType::InnerJoin, invitation::Relation::Community.def())
        .select_also(community::Entity)
        .filter(invitation::Column::Mailed.eq(false))
        .filter(is_open(now));
    if let Some(text) = text {
        let address = Expr::col((invitation::Entity, invitation::Column::Email));
        query = query.filter(address.like(super::members::containing(text)));
    }
    if let Some(after) = after {
        let last: InvitationId = key_of(after)?;
        query = query.filter(invitation::Column::Id.lt(last));
    }
    let rows = query
        .order_by_desc(invitation::Column::Id)
        .limit(first.and_one())
        .all(conn)
        .await?;
    let rows: Vec<(Invitation, Community)> = rows
        .into_iter()
        .filter_map(|(invitation, community)| Some((invitation, community?)))
        .collect();
    Ok(Page::cut(rows, first, |(invitation, _)| {
        invitation.id.to_string()
    }))
}

/// The invitations to an address that are open, the latest first.
pub async fn open_invitations_to(
    conn: &Conn<'_>,
    _: &Permit<OverseePeople, Organisation>,
    (email, now): (&str, DateTime<Utc>),
) -> Result<Vec<InvitationSeen>> {
    let found = invitation::Entity::find()
        .join(JoinType::InnerJoin, invitation::Relation::Community.def())
        .select_also(community::Entity)
        .filter(invitation::Column::Mailed.eq(false))
        .filter(invitation::Column::Email.eq(email))
        .filter(is_open(now))
        .order_by_desc(invitation::Column::Id)
        .all(conn)
        .await?;
    let mut open = Vec::with_capacity(found.len());
    for (invitation, community) in found {
        if let Some(community) = community {
            open.push(as_seen(conn, (invitation, community)).await?);
        }
    }
    Ok(open)
}

/// As `invitation_seen`, by id, for the letter.
pub(crate) async fn invitation_by_id(
    conn: &Conn<'_>,
    id: InvitationId,
    now: DateTime<Utc>,
) -> Result<Option<InvitationSeen>> {
    one_seen(conn, invitation::Column::Id.eq(id).and(is_open(now))).await
}

async fn one_seen(conn: &Conn<'_>, condition: Expr) -> Result<Option<InvitationSeen>> {
    let found = invitation::Entity::find()
        .join(JoinType::InnerJoin, invitation::Relation::Community.def())
        .select_also(community::Entity)
        .filter(condition)
        .one(conn)
        .await?;
    match found {
        Some((invitation, Some(community))) => {
            Ok(Some(as_seen(conn, (invitation, community)).await?))
        }
        _ => Ok(None),
    }
}

/// An invitation with the names that belong to it.
pub(crate) async fn as_seen(
    conn: &Conn<'_>,
    (invitation, community): (Invitation, Community),
) -> Result<InvitationSeen> {
    let invited_by = match invitation.invited_by {
        Some(id) => identity::person_by_id(conn, id).await?,
        None => None,
    };
    let known = match invitation.mailed {
        true => identity::person_by_email(conn, &invitation.email).await?,
        false => None,
    };
    let claimed = known.filter(|person| person.placeholder_of.is_some());
    Ok(InvitationSeen {
        invitation,
        community,
        invited_by: invited_by.map(|person| person.name),
        claims: claimed.map(|person| person.name),
    })
}

pub(super) fn is_open(now: DateTime<Utc>) -> Expr {
    invitation::Column::AcceptedAt
        .is_null()
        .and(invitation::Column::ExpiresAt.gt(now))
}

pub(crate) async fn insert_invitation(
    tx: &Tx,
    invitee: Invitee,
    (token, delivery): (&Secret, Delivery),
) -> Result<Invitation> {
    let row = invitation::ActiveModel {
        id: Set(tx.id()),
        community_id: Set(invitee.community),
        email: Set(invitee.email),
        role: Set(invitee.role),
        invited_by: Set(invitee.by),
        token_hash: Set(token.hash()),
        mailed: Set(delivery == Delivery::Mailed),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + INVITATION_LIFE),
        accepted_at: Set(None),
    };
    Ok(row.insert(&tx.conn()).await?)
}

/// Which of these addresses hold an open link to a community.
pub async fn openly_invited(
    conn: &Conn<'_>,
    (community, now): (CommunityId, DateTime<Utc>),
    emails: &[&str],
) -> Result<HashSet<String>> {
    let found = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::Email)
        .filter(invitation::Column::CommunityId.eq(community))
        .filter(invitation::Column::Email.is_in(emails.iter().copied()))
        .filter(is_open(now))
        .into_tuple::<String>()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// Takes back every open link to one of these addresses, for whoever takes back what brought them in.
pub async fn take_back_invitations(
    tx: &Tx,
    community: &Permit<Manage, CommunitySeen>,
    emails: &[String],
) -> Result<()> {
    for some in emails.chunks(EMAILS_MAX) {
        invitation::Entity::delete_many()
            .filter(invitation::Column::CommunityId.eq(community.community.id))
            .filter(invitation::Column::Email.is_in(some.iter().map(String::as_str)))
            .filter(invitation::Column::AcceptedAt.is_null())
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Takes back every open link to this address.
pub(crate) async fn delete_open_invitations(
    tx: &Tx,
    community: CommunityId,
    email: &str,
) -> Result<()> {
    invitation::Entity::delete_many()
        .filter(invitation::Column::CommunityId.eq(community))
        .filter(invitation::Column::Email.eq(email))
        .filter(invitation::Column::AcceptedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes back every open link to this address, to whatever community.
pub(crate) async fn delete_open_invitations_to(tx: &Tx, email: &str) -> Result<()> {
    invitation::Entity::delete_many()
        .filter(invitation::Column::Email.eq(email))
        .filter(invitation::Column::AcceptedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes back every open link that this person handed out or had sent.
pub(crate) async fn delete_open_invitations_by(
    tx: &Tx,
    community: CommunityId,
    person: PersonId,
) -> Result<()> {
    invitation::Entity::delete_many()
        .filter(invitation::Column::CommunityId.eq(community))
        .filter(invitation::Column::InvitedBy.eq(person))
        .filter(invitation::Column::AcceptedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Uses up every link to this address.
pub(crate) async fn accept_invitations(tx: &Tx, community: CommunityId, email: &str) -> Result<()> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(Some(tx.now())))
        .filter(invitation::Column::CommunityId.eq(community))
        .filter(invitation::Column::Email.eq(email))
        .filter(invitation::Column::AcceptedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}
