//! Word and PowerPoint: a zip of XML, in which the words stand in elements named `t`.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{Unreadable, Words};

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What one part may unpack to. A page of words is some kilobytes of XML.
const PART_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Parts that are looked into. A presentation has two for each slide.
const PARTS_MAX: usize = 1_000;

pub(crate) fn read_document(bytes: &[u8], words: &mut Words) -> Result<(), Unreadable> {
    let mut archive = open(bytes)?;
    read_part(&mut archive, "word/document.xml", words)?;
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        if archive.index_for_name(part).is_some() {
            read_part(&mut archive, part, words)?;
        }
    }
    Ok(())
}

/// The slides in their order, each with what is noted beneath it.
pub(crate) fn read_slides(bytes: &[u8], words: &mut Words) -> Result<(), Unreadable> {
    let mut archive = open(bytes)?;
    let number = |name: &str| {
        let rest = name.strip_prefix("ppt/")?;
        let slide = rest.strip_prefix("slides/slide").map(|number| (number, 0));
        let note = rest.strip_prefix("notesSlides/notesSlide");
        let (number, place) = slide.or(note.map(|number| (number, 1)))?;
        let number: u32 = number.strip_suffix(".xml")?.parse().ok()?;
        Some((number, place))
    };
    let mut parts: Vec<_> = archive
        .file_names()
        .filter_map(Result::ok)
        .filter_map(|name| Some((number(&name)?, name.into_owned())))
        .collect();
    if parts.is_empty() {
        return Err(Unreadable::Broken);
    }
    parts.sort_unstable();
    for (_, part) in parts.iter().take(PARTS_MAX) {
        if words.is_full() {
            break;
        }
        read_part(&mut archive, part, words)?;
    }
    Ok(())
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, Unreadable> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)
}

fn read_part(archive: &mut Archive<'_>, name: &str, words: &mut Words) -> Result<(), Unreadable> {
    let part = archive.by_name(name).map_err(|_| Unreadable::Broken)?;
    // One byte more tells that there is more.
    let mut part = part.take(PART_BYTES_MAX + 1);
    let mut xml = Reader::from_reader(BufReader::new(&mut part));
    let (mut buffer, mut in_text) = (Vec::new(), false);
    while !words.is_full() {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer);
        match event.map_err(|_| Unreadable::Broken)? {
            Event::Start(tag) => in_text = tag.local_name().as_ref() == "t",
            Event::Text(text) if in_text => words.add(&text),
            Event::GeneralRef(name) if in_text => match name.resolve_char_ref() {
                Ok(Some(letter)) => words.add(letter.encode_utf8(&mut [0; 4])),
                _ => words.add(resolve_predefined_entity(&name).unwrap_or(" ")),
            },
            Event::End(tag) => {
                in_text = false;
                if tag.local_name().as_ref() == "p" {
                    words.end_line();
                }
            }
            Event::Empty(tag) if ["tab", "br", "cr"].contains(&tag.local_name().as_ref()) => {
                words.add(" ");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    drop(xml);
    match part.limit() {
        0 => Err(Unreadable::TooLarge),
        _ => Ok(()),
    }
}
