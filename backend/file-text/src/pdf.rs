//! PDF, page by page.

use lopdf::Document;

use crate::{Unreadable, Words};

pub(crate) fn read(bytes: &[u8], words: &mut Words) -> Result<(), Unreadable> {
    let document = Document::load_mem(bytes).map_err(|_| Unreadable::Broken)?;
    if document.is_encrypted() {
        return Err(Unreadable::Locked);
    }
    for page in document.get_pages().keys() {
        if words.is_full() {
            break;
        }
        // A page that cannot be read takes nothing from the others.
        if let Ok(text) = document.extract_text(&[*page]) {
            words.add(&text);
            words.end_line();
        }
    }
    Ok(())
}
