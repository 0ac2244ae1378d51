//! Files as people attach them, and as nobody should.

use std::io::{Cursor, Write};

use file_text::{Kind, TEXT_BYTES_MAX, Unreadable, words};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A page that says this.
fn pdf(said: &str) -> Vec<u8> {
    let show = format!("BT /F1 12 Tf 72 720 Td ({said}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
           /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{show}\nendstream", show.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let (mut file, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (n, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = file.len();
    file += &format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

#[test]
fn a_document_says_its_paragraphs_and_its_notes() {
    let document = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:r><w:t>Count </w:t></w:r><w:r><w:t xml:space="preserve">to ten &amp; wait</w:t></w:r></w:p>
        <w:p><w:r><w:t>Then</w:t><w:tab/><w:t>speak&#x2026;</w:t><w:instrText>HYPERLINK</w:instrText></w:r></w:p>
        </w:body></w:document>"#;
    let note = r#"<w:footnotes xmlns:w="w"><w:p><w:t>Rowe 1974</w:t></w:p></w:footnotes>"#;
    let file = zip(&[
        ("word/footnotes.xml", note),
        ("word/document.xml", document),
    ]);
    assert_eq!(
        words(Kind::Word, &file).as_deref(),
        Ok("Count to ten & wait\nThen speak…\nRowe 1974")
    );
}

#[test]
fn slides_are_read_in_their_order_each_with_its_notes() {
    let slide = |said: &str| {
        format!(r#"<p:sld xmlns:a="a" xmlns:p="p"><a:p><a:t>{said}</a:t></a:p></p:sld>"#)
    };
    let (first, second, tenth) = (slide("One"), slide("Two"), slide("Ten"));
    let note = slide("Wait here");
    let file = zip(&[
        ("ppt/slides/slide10.xml", &tenth),
        ("ppt/slides/slide2.xml", &second),
        ("ppt/slides/slide1.xml", &first),
        ("ppt/notesSlides/notesSlide1.xml", &note),
        ("ppt/slides/_rels/slide1.xml.rels", &slide("not this")),
    ]);
    assert_eq!(
        words(Kind::Slides, &file).as_deref(),
        Ok("One\nWait here\nTwo\nTen")
    );
}

#[test]
fn a_pdf_says_its_pages() {
    assert_eq!(
        words(Kind::Pdf, &pdf("Silence is a tool")).as_deref(),
        Ok("Silence is a tool")
    );
}

#[test]
fn what_is_not_what_it_says_is_broken() {
    for kind in Kind::ALL {
        for nonsense in [&b""[..], b"nonsense", b"%PDF-1.4", b"PK\x03\x04 and on"] {
            assert_eq!(words(kind, nonsense), Err(Unreadable::Broken), "{kind:?}");
        }
    }
    let other = zip(&[("mimetype", "else")]);
    assert_eq!(words(Kind::Word, &other), Err(Unreadable::Broken));
    assert_eq!(words(Kind::Slides, &other), Err(Unreadable::Broken));
    let open = zip(&[("word/document.xml", "<w:p><w:t>cut off</w")]);
    assert_eq!(words(Kind::Word, &open), Err(Unreadable::Broken));
}

#[test]
fn a_file_that_is_made_to_be_too_much_is_given_up() {
    let words_of = |content: String| {
        let content = format!("<w:document>{content}</w:document>");
        words(Kind::Word, &zip(&[("word/document.xml", &content)]))
    };
    // Seventeen megabytes of nothing, from seventeen kilobytes.
    assert_eq!(
        words_of(format!("<w:p>{}</w:p>", " ".repeat(17_000_000))),
        Err(Unreadable::TooLarge)
    );
    let long = words_of("<w:p><w:t>é words</w:t></w:p>".repeat(100_000)).expect("words");
    assert!(long.len() <= TEXT_BYTES_MAX && long.len() > TEXT_BYTES_MAX - 20);
}
