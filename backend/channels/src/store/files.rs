use crate::policy::{FileSeen, Tidy};
use crate::tables::{file, file_text};
use crate::{File, Unreadable};
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen};
use kernel::{Actor, Conn, Error, FileId, Organisation, Permit, PersonId, PostId, Result, Tx};
use sea_orm::sea_query::{Condition, Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use std::collections::HashMap;

pub async fn file_seen(conn: &Conn<'_>, actor: Actor, id: FileId) -> Result<FileSeen> {
    let file = file::Entity::find_by_id(id)
        .one(conn)
        .await?
        .ok_or(Error::NotFound("file"))?;
    let post = match file.post_id {
        Some(post) => Some(super::post_seen(conn, actor, post).await.map_err(hidden)?),
        None => None,
    };
    let community = match file.community_id {
        Some(id) => Some(communities::community_seen(conn, actor, id).await?),
        None => None,
    };
    Ok(FileSeen {
        file,
        post,
        community,
    })
}

fn hidden(error: Error) -> Error {
    match error {
        Error::NotFound(_) => Error::NotFound("file"),
        error => error,
    }
}

/// What a person uploaded, in the order of the ids, from one of them on: for giving it back to them.
pub async fn files_uploaded_by(
    conn: &Conn<'_>,
    person: PersonId,
    (after, limit): (Option<FileId>, u64),
) -> Result<Vec<File>> {
    let mut uploaded = file::Entity::find()
        .filter(file::Column::UploaderId.eq(person))
        .order_by_asc(file::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        uploaded = uploaded.filter(file::Column::Id.gt(after));
    }
    Ok(uploaded.all(conn).await?)
}

/// The files of these posts, which the caller may already read.
pub async fn files_of_posts(conn: &Conn<'_>, posts: &[PostId]) -> Result<Vec<File>> {
    Ok(file::Entity::find()
        .filter(file::Column::PostId.is_in(posts.iter().copied()))
        .order_by_asc(file::Column::CreatedAt)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_file(tx: &Tx, row: File) -> Result<File> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn insert_file_text(tx: &Tx, file_id: FileId, text: &str) -> Result<()> {
    let row = file_text::Model {
        file_id,
        text: text.to_owned(),
    };
    row.into_active_model().insert(&tx.conn()).await?;
    Ok(())
}

/// Files of these types that nobody read, the oldest first.
pub(crate) async fn unread_files(conn: &Conn<'_>, types: &[&str], limit: u64) -> Result<Vec<File>> {
    Ok(file::Entity::find()
        .filter(unread(types))
        .order_by_asc(file::Column::Id)
        .limit(limit)
        .all(conn)
        .await?)
}

pub(crate) async fn unread_count(conn: &Conn<'_>, types: &[&str]) -> Result<u64> {
    Ok(file::Entity::find()
        .filter(unread(types))
        .count(conn)
        .await?)
}

fn unread(types: &[&str]) -> Condition {
    let read = Query::select()
        .column(file_text::Column::FileId)
        .from(file_text::Entity)
        .to_owned();
    Condition::all()
        .add(file::Column::MediaType.is_in(types.iter().copied()))
        .add(file::Column::Unreadable.is_null())
        .add(file::Column::Id.not_in_subquery(read))
}

/// Keeps what is said in a file, unless somebody else has read it meanwhile.
pub(crate) async fn keep_file_text(
    tx: &Tx,
    _: &Permit<Tidy, Organisation>,
    (file_id, text): (FileId, &str),
) -> Result<()> {
    let row = file_text::Model {
        file_id,
        text: text.to_owned(),
    };
    let known = OnConflict::column(file_text::Column::FileId)
        .do_nothing()
        .to_owned();
    file_text::Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn set_unreadable(
    tx: &Tx,
    _: &Permit<Tidy, Organisation>,
    (id, why): (FileId, Unreadable),
) -> Result<()> {
    file::Entity::update_many()
        .col_expr(file::Column::Unreadable, Expr::value(Some(why)))
        .filter(file::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// What is said in the files of these posts: the post, the name of the file, its words. In the order in which
/// the files were attached; for the index, which keeps it to those who may read the post.
pub async fn said_in_files(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<Vec<(PostId, String, String)>> {
    let files = files_of_posts(conn, posts).await?;
    let ids = files.iter().map(|file| file.id);
    let texts = file_text::Entity::find()
        .filter(file_text::Column::FileId.is_in(ids))
        .all(conn)
        .await?;
    let mut texts: HashMap<FileId, String> =
        texts.into_iter().map(|it| (it.file_id, it.text)).collect();
    let said = files.into_iter().filter_map(|file| {
        let text = texts.remove(&file.id)?;
        Some((file.post_id?, file.name, text))
    });
    Ok(said.collect())
}

/// Of these files, those this person uploaded and attached to nothing yet.
pub(crate) async fn unattached_files(
    tx: &Tx,
    uploader: PersonId,
    ids: &[FileId],
) -> Result<Vec<File>> {
    Ok(file::Entity::find()
        .filter(file::Column::Id.is_in(ids.iter().copied()))
        .filter(file::Column::UploaderId.eq(uploader))
        .filter(file::Column::PostId.is_null())
        .filter(file::Column::CommunityId.is_null())
        .all(&tx.conn())
        .await?)
}

/// These files, which the caller may already read.
pub async fn files_by_ids(conn: &Conn<'_>, ids: &[FileId]) -> Result<Vec<File>> {
    Ok(file::Entity::find()
        .filter(file::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?)
}

/// Lets a whole community read a file of the asker's that is attached to nothing yet.
///
/// # Errors
/// `Invalid` when it is none of theirs, or is posted already.
pub async fn share_file(tx: &Tx, community: &Permit<Ask, CommunitySeen>, id: FileId) -> Result<()> {
    let uploader = community.actor().person().ok_or(Error::SignInFirst)?;
    if unattached_files(tx, uploader, &[id]).await?.is_empty() {
        let gone = Error::invalid("file", "this file is no longer there");
        return Err(gone.hint("upload it again"));
    }
    file::Entity::update_many()
        .col_expr(
            file::Column::CommunityId,
            Expr::value(Some(community.community.id)),
        )
        .filter(file::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Takes away what was uploaded before `before` and never attached.
pub(crate) async fn delete_unattached(
    tx: &Tx,
    _: &Permit<Tidy, Organisation>,
    before: DateTime<Utc>,
) -> Result<Vec<FileId>> {
    let left = Condition::all()
        .add(file::Column::PostId.is_null())
        .add(file::Column::CommunityId.is_null())
        .add(file::Column::CreatedAt.lt(before));
    let conn = tx.conn();
    let files = file::Entity::find().filter(left.clone()).all(&conn).await?;
    let ids: Vec<FileId> = files.into_iter().map(|file| file.id).collect();
    file_text::Entity::delete_many()
        .filter(file_text::Column::FileId.is_in(ids.iter().copied()))
        .exec(&conn)
        .await?;
    file::Entity::delete_many().filter(left).exec(&conn).await?;
    Ok(ids)
}

pub(crate) async fn attach_files(tx: &Tx, post: PostId, ids: &[FileId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    file::Entity::update_many()
        .col_expr(file::Column::PostId, Expr::value(Some(post)))
        .filter(file::Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
