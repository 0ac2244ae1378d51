//! The web app: the files that the build left, and one page for every address that is a screen.
use crate::config::PublicUrl;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::{IntoResponse, Request, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

/// A debug build reads the folder each time; a release holds it.
#[derive(RustEmbed)]
#[folder = "../../frontend/build"]
#[allow_missing = true]
#[exclude = "*.gz"]
struct Build;

const PAGE: &str = "index.html";
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

const UNBUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
    <title>Interlude</title><h1>The web app is not built yet</h1>\
    <p>The server runs. Build the web app with <code>make build</code>, or follow your edits with \
    <code>make dev</code>, and reload this page.</p></html>";

pub struct WebApp {
    /// The policy for the page, with the hash of its one inline script.
    policy: HeaderValue,
    sockets: String,
}

impl WebApp {
    pub fn new(public: &PublicUrl) -> Self {
        let sockets = public.socket_origin();
        Self {
            policy: policy(&sockets),
            sockets,
        }
    }

    pub fn serve(&self, request: &Request) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return super::refusal::text(StatusCode::METHOD_NOT_ALLOWED, "this address only shows");
        }
        let path = request.uri().path().trim_start_matches('/');
        match Build::get(path).filter(|_| path != PAGE) {
            Some(file) => asset(request, path, &file),
            // A stale tab that asks for a script must not be given a page.
            None if path.starts_with("_app/") => {
                super::refusal::text(StatusCode::NOT_FOUND, "there is no such file")
            }
            None => self.page(request),
        }
    }

    fn page(&self, request: &Request) -> Response {
        let Some(page) = Build::get(PAGE) else {
            return UNBUILT
                .with_content_type("text/html; charset=utf-8")
                .with_header(header::CONTENT_SECURITY_POLICY, "default-src 'none'")
                .into_response();
        };
        let mut response = asset(request, PAGE, &page);
        // The folder of a debug build may change under us, and the hash with it.
        let policy = if cfg!(debug_assertions) {
            policy(&self.sockets)
        } else {
            self.policy.clone()
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        for (name, value) in [
            ("cross-origin-opener-policy", "same-origin"),
            (
                "permissions-policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            ("x-frame-options", "DENY"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

fn asset(request: &Request, path: &str, file: &EmbeddedFile) -> Response {
    let tag = format!("\"{}\"", kernel::hex(&file.metadata.sha256_hash()[..16]));
    let kept = if path.starts_with("_app/immutable/") {
        FOREVER
    } else {
        ASK_AGAIN
    };
    let builder = Response::builder()
        .header(header::CACHE_CONTROL, kept)
        .header(header::VARY, "accept-encoding")
        .header(header::ETAG, &tag);
    if request.header(header::IF_NONE_MATCH) == Some(tag.as_str()) {
        return builder.status(StatusCode::NOT_MODIFIED).finish();
    }
    let builder = builder.content_type(media_type(path));
    match Build::get(&format!("{path}.br")).filter(|_| takes_brotli(request)) {
        Some(small) => builder
            .header(header::CONTENT_ENCODING, "br")
            .body(small.data.into_owned()),
        None => builder.body(file.data.clone().into_owned()),
    }
}

fn takes_brotli(request: &Request) -> bool {
    let accepted = request.header(header::ACCEPT_ENCODING).unwrap_or_default();
    accepted
        .split(',')
        .filter_map(|coding| coding.split(';').next())
        .any(|coding| coding.trim() == "br")
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "ftl") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// What the page may load and run: our own files, and the inline scripts it was built with.
fn policy(sockets: &str) -> HeaderValue {
    let page = Build::get(PAGE).map_or_else(Vec::new, |file| file.data.into_owned());
    let hashes: String = inline_scripts(&String::from_utf8_lossy(&page))
        .map(|script| {
            format!(
                " 'sha256-{}'",
                BASE64_STANDARD.encode(Sha256::digest(script))
            )
        })
        .collect();
    let policy = format!(
        "default-src 'none'; script-src 'self'{hashes}; style-src-elem 'self'; \
         style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self' {sockets}; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
         require-trusted-types-for 'script'; trusted-types svelte-trusted-html interlude-html"
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// The text of every script element that names no file.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script")?;
        (!attributes.contains("src=")).then_some(script)
    })
}
