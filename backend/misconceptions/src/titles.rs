//! Titles that say what was corrected. A title stands in lists, in what is found, in feeds and in letters, where
//! no post stands beside it; so whoever shows one shows what is corrected of it.
use crate::anchor::{Anchor, Text};
use crate::{Misconception, store};
use kernel::{Conn, MisconceptionId, Result, ThreadId};
use std::collections::{HashMap, HashSet};

/// A title of so many words can be a part of what is corrected; a shorter one names a subject.
const WORDS_MIN: usize = 4;

/// Of conversations with these titles, those whose title says something that is corrected in them, each with
/// what that is.
pub async fn corrections_of_titles(
    conn: &Conn<'_>,
    titles: &[(ThreadId, String)],
) -> Result<HashMap<(ThreadId, String), Vec<Misconception>>> {
    let threads: HashSet<ThreadId> = titles.iter().map(|(thread, _)| *thread).collect();
    let threads: Vec<ThreadId> = threads.into_iter().collect();
    if threads.is_empty() {
        return Ok(HashMap::new());
    }
    let known = store::occurrences_in_threads(conn, &threads).await?;
    let mut of = HashMap::new();
    for key in titles {
        let (thread, title) = key;
        let own = known.iter().filter(|(passage, record)| {
            passage.thread_id == *thread
                && record.state.is_public()
                && (says(title, &passage.quote) || says(title, &record.claim))
        });
        let mut met: HashSet<MisconceptionId> = HashSet::new();
        let records: Vec<Misconception> = own
            .filter(|(_, record)| met.insert(record.id))
            .map(|(_, record)| record.clone())
            .collect();
        if !records.is_empty() {
            of.insert(key.clone(), records);
        }
    }
    Ok(of)
}

/// Whether a title says this, or is itself a part of it.
fn says(title: &str, this: &str) -> bool {
    let stands = |quote: &str, within: &str| {
        let anchor = Anchor {
            quote: quote.to_owned(),
            ..Anchor::default()
        };
        anchor.find(&Text::of_line(within)).is_some()
    };
    let words = title.split_whitespace().count();
    stands(this, title) || (words >= WORDS_MIN && stands(title, this))
}

#[cfg(test)]
mod tests {
    use super::says;

    const WRONG: &str = "cut storming short, or people leave";

    #[test]
    fn a_title_says_what_is_corrected_whole_or_in_part() {
        assert!(says("Cut storming short, or people leave", WRONG));
        assert!(says(
            "My advice: Cut Storming short or people leave!",
            WRONG
        ));
        assert!(says("Cut storming short, or", WRONG));
        assert!(says("Is 3 < 4 & 5 > 4 so?", "3 < 4 & 5 > 4"));
    }

    #[test]
    fn a_title_that_names_the_subject_or_says_the_contrary_does_not() {
        assert!(!says("Storming", WRONG));
        assert!(!says("Cut storming short", WRONG));
        assert!(!says(
            "Never cut storming short, though people leave",
            WRONG
        ));
    }
}
