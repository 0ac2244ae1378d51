//! What was found, shown in the texts it was found in. Whoever owns the documents brings these: so nothing is
//! shown but what they say now.

use crate::document::Attached;
use crate::fold::composed;
use crate::query::Hit;
use crate::snippet::{Html, Marker, READ_BYTES};

impl Marker {
    /// The part of the body of a hit that has the most of what was asked, or its beginning.
    pub fn body(&mut self, hit: &Hit, text: &str) -> Html {
        self.excerpt(&composed(text), &hit.tongues)
    }

    /// The title of a hit, or of what it stands under.
    pub fn title(&mut self, hit: &Hit, text: &str) -> Html {
        self.line(&composed(text), &hit.tongues)
    }

    /// The first file of a hit that has any of what was asked, by its name, and where.
    pub fn in_files<'a>(&mut self, hit: &Hit, files: &'a [Attached]) -> Option<(&'a str, Html)> {
        files.iter().find_map(|file| {
            let found = self.in_file(file, &hit.tongues)?;
            Some((file.name.as_str(), found))
        })
    }

    fn in_file(&mut self, file: &Attached, tongues: &[usize]) -> Option<Html> {
        let text = composed(&file.text);
        let mut text = text.as_str();
        if self.line(&composed(&file.name), tongues).is_marked() {
            return Some(self.excerpt(text, tongues));
        }
        while !text.is_empty() {
            let (read, rest) = text.split_at(text.floor_char_boundary(READ_BYTES));
            let excerpt = self.excerpt(read, tongues);
            if excerpt.is_marked() {
                return Some(excerpt);
            }
            text = rest;
        }
        None
    }
}
