//! Attachments come in cleaned, and go out so that no browser runs them.
use super::House;
use flate2::Crc;
use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder, codecs::png::PngEncoder};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Visitor, nonce};

/// Where a photograph was taken, as it must never come out again.
const PLACE: &[u8] = b"GPS 52.5200 N 13.4050 E";
const SIDE: u32 = 16;

fn pixels() -> Vec<u8> {
    (0..SIDE * SIDE * 3).map(|n| (n % 251) as u8).collect()
}

/// A PNG with its place in an eXIf chunk and in a comment.
pub(super) fn png() -> Vec<u8> {
    let mut plain = Vec::new();
    PngEncoder::new(&mut plain)
        .write_image(&pixels(), SIDE, SIDE, ExtendedColorType::Rgb8)
        .expect("a picture");
    let after_header = 8 + 12 + 13;
    let exif = [b"MM\0*\0\0\0\x08\0\0\0\0\0\0", PLACE].concat();
    let comment = [b"Comment\0", PLACE].concat();
    let riders = [chunk(b"eXIf", &exif), chunk(b"tEXt", &comment)].concat();
    plain.splice(after_header..after_header, riders);
    plain
}

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("a short chunk");
    let named = [kind, content].concat();
    let mut sum = Crc::new();
    sum.update(&named);
    [&length.to_be_bytes()[..], &named, &sum.sum().to_be_bytes()].concat()
}

/// A JPEG with its place in an EXIF segment.
fn jpeg() -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new(&mut plain)
        .write_image(&pixels(), SIDE, SIDE, ExtendedColorType::Rgb8)
        .expect("a picture");
    let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", PLACE].concat();
    let length = u16::try_from(exif.len() + 2).expect("a short segment");
    let rider = [&[0xff, 0xe1][..], &length.to_be_bytes(), &exif].concat();
    plain.splice(2..2, rider);
    plain
}

pub(super) async fn uploads(visitor: &Visitor, name: &str, content: Vec<u8>) -> (u16, Value) {
    let request = visitor.request(Method::POST, "/files");
    let request = request.header("x-file-name", name).body(content);
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let text = answer.text().await.expect("a text");
    (status, serde_json::from_str(&text).expect("JSON"))
}

/// The status, the headers that keep a browser from running it, and the content.
pub(super) async fn fetches(visitor: &Visitor, file: &Value) -> (u16, [String; 4], Vec<u8>) {
    let path = file["url"].as_str().expect("an address");
    let answer = visitor.request(Method::GET, path).send().await;
    let answer = answer.expect("an answer");
    let header = |name: &str| {
        let value = answer.headers().get(name);
        value
            .map_or("", |value| value.to_str().expect("plain"))
            .to_owned()
    };
    let headers = [
        header("content-type"),
        header("content-disposition"),
        header("content-security-policy"),
        header("x-content-type-options"),
    ];
    let status = answer.status().as_u16();
    (
        status,
        headers,
        answer.bytes().await.expect("bytes").to_vec(),
    )
}

pub(super) fn holds(content: &[u8], part: &[u8]) -> bool {
    content.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn a_picture_does_not_tell_where_it_was_taken() {
    let house = House::open().await;

    for (name, content, kind) in [
        ("otter.png", png(), "image/png"),
        ("otter.jpg", jpeg(), "image/jpeg"),
    ] {
        assert!(holds(&content, PLACE));
        let (status, file) = uploads(&house.ada, name, content).await;
        assert_eq!(status, 201, "{file}");
        assert_eq!(
            (&file["width"], &file["height"]),
            (&json!(SIDE), &json!(SIDE))
        );

        let (status, headers, drawn) = fetches(&house.ada, &file).await;

        assert_eq!(status, 200);
        assert_eq!(headers[0], kind);
        assert!(headers[1].starts_with("inline; filename*="), "{headers:?}");
        assert!(!holds(&drawn, PLACE) && !holds(&drawn, b"Exif") && !holds(&drawn, b"eXIf"));
        let drawn = image::load_from_memory(&drawn).expect("a picture");
        assert_eq!((drawn.width(), drawn.height()), (SIDE, SIDE));
    }
}

#[tokio::test]
async fn what_a_browser_would_run_is_refused_in_words() {
    let house = House::open().await;
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let prolog = format!("<?xml version=\"1.0\"?>{svg}");
    let html = "<!doctype html><script>alert(1)</script>";

    for (name, content) in [
        ("otter.svg", svg),
        ("otter.svg", &prolog),
        ("otter.png", &prolog),
        ("page.html", html),
        ("notes.txt", html),
        (
            "later.html",
            "  \n<html><body onload=alert(1)></body></html>",
        ),
    ] {
        let (status, said) = uploads(&house.ada, name, content.into()).await;
        assert_eq!(status, 422, "{name}: {said}");
        let words = said["error"]["message"].as_str().unwrap_or_default();
        assert!(words.contains("cannot be shared here"), "{said}");
        assert!(said["error"]["hint"].is_string(), "{said}");
    }
}

#[tokio::test]
async fn whoever_sends_too_much_or_unasked_still_hears_why() {
    let house = House::open().await;
    let film = vec![0; 30 << 20];

    let (large, said) = uploads(&house.ada, "film.mp4", film.clone()).await;
    let (stranger, asked) = uploads(&house.server.visitor(), "film.mp4", film).await;

    assert_eq!((large, stranger), (413, 401));
    assert_eq!(said["error"]["message"], "this file is larger than 25 MB");
    assert_eq!(asked["error"]["message"], "please sign in");
}

#[tokio::test]
async fn a_file_is_there_for_those_who_may_read_its_post() {
    let house = House::open().await;
    let notes = b"what I tried on Monday".to_vec();
    let (status, file) = uploads(&house.ada, "my \"notes\".txt", notes.clone()).await;
    assert_eq!(status, 201, "{file}");

    let (before, ..) = fetches(&house.ben, &file).await;
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({
        "channel": house.lobby, "kind": "DISCUSSION", "title": "Monday", "nonce": nonce(),
        "body": "See my notes", "attachments": [file["id"]],
    });
    let begun = house.ada.asks(begin, json!({ "input": input })).await;
    assert!(begun.get("errors").is_none(), "{begun}");
    let (after, headers, content) = fetches(&house.ben, &file).await;
    let (stranger, ..) = fetches(&house.server.visitor(), &file).await;

    assert_eq!((before, after, stranger), (404, 200, 401));
    assert_eq!(content, notes);
    let [kind, disposition, policy, sniffing] = headers;
    assert_eq!(kind, "text/plain; charset=utf-8");
    assert_eq!(
        disposition,
        "attachment; filename*=UTF-8''my%20%22notes%22.txt"
    );
    assert_eq!(policy, "default-src 'none'; sandbox");
    assert_eq!(sniffing, "nosniff");
}
