//! Whatever is typed is answered.

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use search_index::{Document, Index, Mark};

use crate::{LEARNER, index_of, page_of, post, shown};

/// Asked by all cases, and changed by none.
static GUILD: LazyLock<Index> = LazyLock::new(|| index_of(posts()));

fn posts() -> impl Iterator<Item = Document> {
    (0..30).map(|n| {
        let bodies = [
            "Quiet learners speak up when <b>nobody</b> hurries them.",
            "Großgruppenmoderation braucht Stille & Geduld.",
            "研修講師は待ちます。",
            "الصمت أداة المعلم",
            "Dé tiempo: la pausa enseña.",
        ];
        let mut post = post(&format!("p{n}"), "Silence", bodies[n % bodies.len()]);
        post.tags = vec!["remote".into()];
        post.marks = vec![[Mark::Accepted, Mark::Obsolete, Mark::Filed][n % 3]];
        if n % 7 == 0 {
            post.audience = vec!["ch_hidden".into()];
        }
        post
    })
}

/// Only marks, in pairs, and nothing else that a browser would read.
fn is_safe(html: &str) -> bool {
    let marks = html.matches("<mark>").count();
    let closed = html.matches("</mark>").count();
    marks == closed && html.matches('<').count() == marks + closed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_typed_is_answered_with_what_may_be_read(
        pieces in prop::collection::vec(
            "-?(quiet|silence|qiuet|gross|研|研修|الصمت|é|pausa)\\*?|\"|-|(is|has|from|in|tag|kind|session|before|after):[^ ]{0,6}|\\PC{0,12}",
            0..24,
        ),
        ids in prop::collection::vec("[a-z]{0,3}", 0..4),
    ) {
        let text: String = pieces.join(" ").chars().take(512).collect();
        let asked = search_index::Asked::read(&text).expect("short enough");
        let names = asked.names().count();
        let asked = asked.with_names(std::iter::repeat_n(ids, names));
        let posts: Vec<Document> = posts().collect();
        let mut page = page_of(&GUILD, (&asked, &LEARNER), (7, None));
        let (total, kinds) = (page.total, std::mem::take(&mut page.facets.kinds));
        let mut seen = HashSet::new();
        while let Some(last) = page.hits.last() {
            let cursor = last.cursor.clone();
            for (at, hit) in page.hits.clone().iter().enumerate() {
                let number: usize = hit.id[1..].parse().expect("a number");
                prop_assert!(!number.is_multiple_of(7), "{} is hidden", hit.id);
                prop_assert!(seen.insert(hit.id.clone()), "{} comes twice", hit.id);
                let (title, said) = shown(&mut page, at, &posts[number]);
                prop_assert!(is_safe(&title) && is_safe(&said));
                let cursor = hit.cursor.to_string().parse().ok();
                prop_assert_eq!(cursor.as_ref(), Some(&hit.cursor));
            }
            page = page_of(&GUILD, (&asked, &LEARNER), (7, Some(&cursor)));
        }
        prop_assert_eq!(seen.len() as u64, total);
        let kinds: u64 = kinds.iter().map(|share| share.count).sum();
        prop_assert_eq!(kinds, total);
    }
}
