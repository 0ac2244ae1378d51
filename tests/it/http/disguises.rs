//! Files that are not what they say they are, and names that are more than names.
use super::House;
use super::files::{fetches, holds, png, uploads};
use flate2::Crc;

const SCRIPT: &[u8] = b"<script>alert(1)</script>";

/// A picture with something behind its end.
fn trailed() -> Vec<u8> {
    [&png()[..], SCRIPT, b"PK\x05\x06"].concat()
}

/// The head of a picture that says it has so many pixels, and nothing of them.
fn flood(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let named = [&b"IHDR"[..], &size, &[8, 2, 0, 0, 0]].concat();
    let mut sum = Crc::new();
    sum.update(&named);
    let length = 13_u32.to_be_bytes();
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &length,
        &named,
        &sum.sum().to_be_bytes(),
    ]
    .concat()
}

#[tokio::test]
async fn what_rides_on_a_picture_gets_off() {
    let house = House::open().await;

    for name in [
        "otter.png",
        "otter.png.html",
        "otter.html",
        "otter.svg",
        "otter",
    ] {
        let (status, file) = uploads(&house.ada, name, trailed()).await;
        assert_eq!(status, 201, "{file}");
        let (_, headers, content) = fetches(&house.ada, &file).await;
        assert_eq!(headers[0], "image/png", "{name}");
        assert_eq!(headers[2], "default-src 'none'; sandbox");
        assert_eq!(headers[3], "nosniff");
        assert!(!holds(&content, SCRIPT), "{name}");
    }
}

#[tokio::test]
async fn what_is_two_things_is_at_most_a_download() {
    let house = House::open().await;
    let pdf = [&b"%PDF-1.7\n"[..], SCRIPT].concat();
    let text = [&b"plain words, and then "[..], SCRIPT].concat();
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            "<script>alert(1)</script>"
                .bytes()
                .flat_map(|byte| [byte, 0]),
        )
        .collect();
    let seven = b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-".to_vec();

    for (name, content) in [
        ("paper.pdf", pdf.clone()),
        ("paper.html", pdf),
        ("notes.html", text),
        ("wide.html", wide),
        ("seven.html", seven),
        ("gif.gif", b"GIF89a=1;alert(1)//".to_vec()),
        (
            "jpeg.jpg",
            b"\xff\xd8\xff\xe0/*<script>alert(1)</script>*/".to_vec(),
        ),
        (
            "webp.webp",
            b"RIFF\x00\x00\x00\x00WEBPVP8 <script>alert(1)</script>".to_vec(),
        ),
        (
            "xml.txt",
            b"\xef\xbb\xbf <?xml version='1.0'?><x/>".to_vec(),
        ),
        ("page.txt", b"\n\n<!-- --><svg onload=alert(1)>".to_vec()),
    ] {
        let (status, file) = uploads(&house.ada, name, content).await;
        if status == 422 {
            continue;
        }
        assert_eq!(status, 201, "{name}: {file}");
        let (_, [kind, disposition, policy, sniffing], _) = fetches(&house.ada, &file).await;
        assert!(
            disposition.starts_with("attachment; "),
            "{name}: {disposition}"
        );
        assert!(
            !kind.contains("html") && !kind.contains("xml"),
            "{name}: {kind}"
        );
        assert_eq!(
            (policy.as_str(), sniffing.as_str()),
            ("default-src 'none'; sandbox", "nosniff")
        );
    }
}

#[tokio::test]
async fn a_flood_of_pixels_is_refused_before_it_is_drawn() {
    let house = House::open().await;

    for (width, height) in [
        (30_000, 30_000),
        (12_001, 1),
        (u32::MAX, u32::MAX),
        (0, 0),
        (12_000, 12_000),
    ] {
        let (status, said) = uploads(&house.ada, "flood.png", flood(width, height)).await;
        assert_eq!(status, 422, "{width} by {height}: {said}");
        assert_eq!(said["error"]["message"], "this picture cannot be read");
    }
}

#[tokio::test]
async fn a_name_is_a_name_wherever_it_points() {
    let house = House::open().await;

    for (name, kept) in [
        ("..%2F..%2Fetc%2Fpasswd", "..-..-etc-passwd"),
        ("..%5C..%5Cwin.ini", "..-..-win.ini"),
        ("%2Fetc%2Fpasswd", "-etc-passwd"),
        ("a%22%0D%0Aset-cookie:%20x=1", "a\" set-cookie: x=1"),
        ("otter.png%0A.html", "otter.png .html"),
        ("%E2%80%AEgnp.exe", "gnp.exe"),
        (
            "%3Cimg%20src=x%20onerror=alert(1)%3E.txt",
            "<img src=x onerror=alert(1)>.txt",
        ),
    ] {
        let (status, file) = uploads(&house.ada, name, b"plain words".to_vec()).await;
        assert_eq!((status, file["name"].as_str()), (201, Some(kept)), "{file}");
        let (status, headers, content) = fetches(&house.ada, &file).await;
        let [_, disposition, ..] = headers;
        let (_, shown) = disposition.split_once("filename*=UTF-8''").expect("a name");
        let plain = |c: char| c.is_ascii_alphanumeric() || "%.-_".contains(c);
        assert!(shown.chars().all(plain), "{disposition}");
        assert_eq!((status, content), (200, b"plain words".to_vec()));
    }
    for nameless in ["%00", "otter%00.png", "%ff", ""] {
        let (status, said) = uploads(&house.ada, nameless, b"plain words".to_vec()).await;
        assert!(matches!(status, 400 | 422), "{nameless}: {status} {said}");
    }
}
