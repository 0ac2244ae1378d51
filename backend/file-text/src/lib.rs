//! The words of files that people attach: PDF, Word and PowerPoint.
//!
//! What it reads comes from anybody, and some of it is made to do harm. So it is run in a process of its own
//! that is [`confine`]d: whatever a file does there, it is only that file that cannot be read.
//!
//! What it promises:
//!
//! * **No more than so much.** What a part unpacks to and what comes out is bounded.
//! * **Words only.** No picture, no script, no link is followed, and nothing is run.

mod confined;
mod office;
mod pdf;

pub use confined::{MEMORY_BYTES_MAX, SECONDS_MAX, confine};

/// As much text as a file is searched by.
pub const TEXT_BYTES_MAX: usize = 256 * 1024;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Word,
    Slides,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Word, Self::Slides];

    pub fn of(media_type: &str) -> Option<Self> {
        Some(match media_type {
            "application/pdf" => Self::Pdf,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Self::Word,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => {
                Self::Slides
            }
            _ => return None,
        })
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "word",
            Self::Slides => "slides",
        }
    }
}

/// Why a file has no words for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not what it says it is.
    Broken,
    /// It is locked with a password.
    Locked,
    /// It unpacks to too much.
    TooLarge,
}

/// The words of a file, its paragraphs on lines of their own; at most [`TEXT_BYTES_MAX`] of them.
///
/// # Errors
/// When it is not what it says, or is made to be too much. It may also panic or not end: see [`confine`].
pub fn words(kind: Kind, bytes: &[u8]) -> Result<String, Unreadable> {
    let mut words = Words::default();
    match kind {
        Kind::Pdf => pdf::read(bytes, &mut words)?,
        Kind::Word => office::read_document(bytes, &mut words)?,
        Kind::Slides => office::read_slides(bytes, &mut words)?,
    }
    Ok(words.0.trim().to_owned())
}

/// Words as they are found.
#[derive(Default)]
struct Words(String);

impl Words {
    fn is_full(&self) -> bool {
        self.0.len() >= TEXT_BYTES_MAX
    }

    /// Adds a piece as far as there is room.
    fn add(&mut self, piece: &str) {
        let room = TEXT_BYTES_MAX.saturating_sub(self.0.len());
        self.0.push_str(&piece[..piece.floor_char_boundary(room)]);
    }

    fn end_line(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with('\n') {
            self.add("\n");
        }
    }
}
