//! The posts of a Stack Exchange archive: one XML file, a `<row>` for each.

use std::collections::HashMap;

use quick_xml::events::Event;

pub type Failure = Box<dyn std::error::Error>;
pub type Row = HashMap<String, String>;

pub fn rows(path: &str) -> Result<Vec<Row>, Failure> {
    let mut reader = quick_xml::Reader::from_file(path)?;
    let (mut rows, mut buffer) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(rows),
            Event::Empty(tag) if tag.name().as_ref() == "row" => {
                let mut row = Row::new();
                for attribute in tag.attributes() {
                    let attribute = attribute?;
                    let value = quick_xml::escape::unescape(&attribute.value)?;
                    row.insert(attribute.key.as_ref().to_owned(), value.into_owned());
                }
                rows.push(row);
            }
            _ => {}
        }
        buffer.clear();
    }
}

pub fn field<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).map_or("", String::as_str)
}

pub fn without_tags(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        out.push(' ');
        out.push_str(text);
    }
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
