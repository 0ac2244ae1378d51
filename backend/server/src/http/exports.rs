//! What somebody takes along of all that is held about them, out.
use super::observe::Asker;
use super::refusal::Refusal;
use super::sign_in::asking;
use crate::front::Front;
use kernel::{Error, PersonalExportId};
use poem::http::header;
use poem::web::{Data, Path};
use poem::{Body, Request, Response, handler};
use std::sync::Arc;

/// `GET /exports/{id}`: the file, to the person it is about. No token opens this.
#[handler]
pub async fn download(
    request: &Request,
    Path(id): Path<String>,
    Data(front): Data<&Arc<Front>>,
) -> poem::Result<Response> {
    let asker = Asker::of(request);
    let given = give_out(front, request, &id, &asker).await;
    Ok(given.unwrap_or_else(|refusal| refusal.into_plain(&asker.request_id)))
}

async fn give_out(
    front: &Front,
    request: &Request,
    id: &str,
    asker: &Asker,
) -> Result<Response, Refusal> {
    let asking = asking(front, request, asker).await?;
    let person = asking.actor.person().ok_or(Error::SignInFirst)?;
    front.rates.person(person)?;
    let id: PersonalExportId = id.parse().map_err(|_| Error::NotFound("export"))?;
    let app = &front.app;
    let db = asking.writes_to(&app.db);
    let fetched = privacy::fetch_export(&db, &app.files, (asking.actor, id)).await?;
    Ok(Response::builder()
        .content_type("application/zip")
        .header(header::CONTENT_LENGTH, fetched.bytes)
        .header(
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{id}.zip\""),
        )
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        )
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from_bytes_stream(fetched.content)))
}
