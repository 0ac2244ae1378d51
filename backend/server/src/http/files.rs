//! Attachments, in and out.
use super::observe::Asker;
use super::refusal::Refusal;
use super::sign_in::asking;
use crate::front::Front;
use bytes::{Bytes, BytesMut};
use channels::FILE_BYTES_MAX;
use futures_util::StreamExt;
use kernel::{Error, FileId};
use poem::http::{Method, StatusCode, header};
use poem::web::{Data, Path};
use poem::{Body, Request, Response, handler};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// How long an upload may pause, and how long it may take.
const PAUSE_MAX: Duration = Duration::from_secs(30);
const UPLOAD_MAX: Duration = Duration::from_secs(10 * 60);
/// Types that channels drew anew, and that a browser may show in place.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// `POST /files`: the content as the body, the name in `x-file-name`, percent-encoded.
#[handler]
pub async fn upload(
    request: &Request,
    body: Body,
    Data(front): Data<&Arc<Front>>,
) -> poem::Result<Response> {
    let asker = Asker::of(request);
    let taken = take_in(front, request, body, &asker).await;
    Ok(taken.unwrap_or_else(|refusal| refusal.into_plain(&asker.request_id)))
}

async fn take_in(
    front: &Front,
    request: &Request,
    body: Body,
    asker: &Asker,
) -> Result<Response, Refusal> {
    if *request.method() != Method::POST {
        let message = "send files by POST";
        return Err(Refusal::invalid(StatusCode::METHOD_NOT_ALLOWED, message));
    }
    if !front.origins.permit(request) {
        return Err(Refusal::foreign_page());
    }
    let asking = asking(front, request, asker).await?;
    let person = asking.actor.person().ok_or(Error::SignInFirst)?;
    front.rates.person(person)?;
    let announced = request
        .header(header::CONTENT_LENGTH)
        .and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|bytes| bytes > FILE_BYTES_MAX) {
        return Err(too_large());
    }
    let name = request.header("x-file-name").and_then(percent_decoded);
    let name = name.ok_or_else(|| {
        let message = "name the file in x-file-name, percent-encoded";
        Refusal::invalid(StatusCode::BAD_REQUEST, message)
    })?;
    let _place = front.uploads.enter(person).await?;
    let content = tokio::time::timeout(UPLOAD_MAX, read(body))
        .await
        .map_err(|_| broken_off())??;
    let app = &front.app;
    let file = app
        .files
        .accept(&app.db, asking.actor, &name, content)
        .await?;
    let told = json!({
        "id": file.id.to_string(),
        "name": file.name,
        "mediaType": file.media_type,
        "bytes": file.bytes,
        "width": file.width,
        "height": file.height,
        "url": api::file_url(&file),
    });
    Ok(Response::builder()
        .status(StatusCode::CREATED)
        .content_type("application/json")
        .header(header::CACHE_CONTROL, "no-store")
        .body(told.to_string()))
}

async fn read(body: Body) -> Result<Bytes, Refusal> {
    let mut content = BytesMut::new();
    let mut chunks = std::pin::pin!(body.into_bytes_stream());
    loop {
        let chunk = tokio::time::timeout(PAUSE_MAX, chunks.next()).await;
        match chunk.map_err(|_| broken_off())? {
            None => return Ok(content.freeze()),
            Some(Err(_)) => return Err(broken_off()),
            Some(Ok(chunk)) if content.len() + chunk.len() > FILE_BYTES_MAX => {
                return Err(too_large());
            }
            Some(Ok(chunk)) => content.extend_from_slice(&chunk),
        }
    }
}

/// `GET /files/ID/NAME`: to whom the policy shows it. The name is for the person; the id decides.
#[handler]
pub async fn download(
    request: &Request,
    Path((id, _name)): Path<(String, String)>,
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
    // Nobody learns what is an id, and what is one of a file.
    asking.actor.person().ok_or(Error::SignInFirst)?;
    let id: FileId = id.parse().map_err(|_| Error::NotFound("file"))?;
    let app = &front.app;
    let (file, content) = app.files.fetch(&app.db, asking.actor, id).await?;
    let shown = PICTURES.contains(&file.media_type.as_str());
    let disposition = if shown { "inline" } else { "attachment" };
    let name = percent_encoded(&file.name);
    Ok(Response::builder()
        .content_type(&file.media_type)
        .header(
            header::CONTENT_DISPOSITION,
            format!("{disposition}; filename*=UTF-8''{name}"),
        )
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        )
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::CACHE_CONTROL, "private, max-age=3600")
        .body(content))
}

/// Everything but what is plain in every place becomes `%XX`.
fn percent_encoded(name: &str) -> String {
    use std::fmt::Write;
    name.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                text.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            _ => write!(text, "%{byte:02X}").unwrap_or_default(),
        }
        text
    })
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        let digits = std::str::from_utf8(digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

fn too_large() -> Refusal {
    let message = format!(
        "this file is larger than {} MB",
        FILE_BYTES_MAX / 1024 / 1024
    );
    let mut refusal = Refusal::invalid(StatusCode::PAYLOAD_TOO_LARGE, message);
    refusal.hint = Some("share a link to it instead".to_owned());
    refusal
}

fn broken_off() -> Refusal {
    let message = "the upload broke off; try again";
    Refusal::invalid(StatusCode::REQUEST_TIMEOUT, message)
}
