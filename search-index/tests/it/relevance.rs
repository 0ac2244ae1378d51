//! How well what is found fits what was asked, over a small collection that people judged.
//!
//! `examples/relevance.rs` measures larger collections. This one guards what was reached: whoever
//! changes how results are ordered sees here what that does to every search.

use std::collections::HashMap;

use search_index::{Asked, Count, Index, Mark, Query};

use crate::{LEARNER, NOW, audience, index_of, post};

const COLLECTION: &str = include_str!("relevance/collection.txt");
/// What was reached. Raise it when it is more.
const NDCG_REACHED: f64 = 0.814;
const MRR_REACHED: f64 = 0.885;
/// What may be lost of it for a good reason.
const BEARABLE: f64 = 0.98;

struct Judged {
    words: String,
    grades: HashMap<String, f64>,
}

fn read() -> (Index, Vec<Judged>) {
    let (mut documents, mut searches) = (Vec::new(), Vec::new());
    let mut above = String::new();
    for part in COLLECTION.split("\n\n") {
        let mut lines = part.lines().filter(|line| !line.starts_with('#'));
        let Some((sign, head)) = lines.next().and_then(|line| line.split_once(' ')) else {
            continue;
        };
        let mut next = || lines.next().expect("a line under it");
        if sign == "?" {
            let grades = next().split(", ").map(|one| {
                let (id, grade) = one.rsplit_once(' ').expect("an id and a grade");
                (id.to_owned(), grade.parse().expect("a grade"))
            });
            searches.push(Judged {
                grades: grades.collect(),
                words: head.to_owned(),
            });
            continue;
        }
        let mut head = head.split(' ');
        let id = head.next().expect("an id");
        let title = next().trim_matches('-');
        let mut document = post(id, title, &lines.collect::<Vec<_>>().join("\n"));
        if title.is_empty() {
            document.under.clone_from(&above);
        } else {
            title.clone_into(&mut above);
        }
        document.marks = head
            .map(|mark| match mark {
                "verified" => Mark::Verified,
                "obsolete" => Mark::Obsolete,
                other => panic!("no mark: {other}"),
            })
            .collect();
        documents.push(document);
    }
    let known: Vec<String> = documents.iter().map(|it| it.id.clone()).collect();
    for id in searches.iter().flat_map(|search| search.grades.keys()) {
        assert!(known.contains(id), "no document is called {id}");
    }
    (index_of(documents), searches)
}

fn found(index: &Index, words: &str) -> Vec<String> {
    let query = Query {
        asked: &Asked::read(words).expect("read"),
        audience: &audience(&LEARNER),
        limit: 10,
        after: None,
        now: NOW,
        count: Count::Total,
    };
    let page = index.search(&query).expect("searched");
    page.hits.into_iter().map(|hit| hit.id).collect()
}

/// The gain of a list of grades, the later the less.
fn gain(grades: impl Iterator<Item = f64>) -> f64 {
    let places = (2..).map(f64::from);
    grades
        .zip(places)
        .map(|(grade, place)| (grade.exp2() - 1.0) / place.log2())
        .sum()
}

#[test]
fn what_is_found_fits_what_was_asked_as_well_as_ever() {
    let (index, searches) = read();
    let (mut ndcg, mut mrr, mut told) = (0.0, 0.0, String::new());
    for Judged { words, grades } in &searches {
        let found = found(&index, words);
        let graded = found
            .iter()
            .map(|id| grades.get(id).copied().unwrap_or(0.0));
        let mut best: Vec<f64> = grades.values().copied().collect();
        best.sort_by(|a, b| b.total_cmp(a));
        let own = gain(graded.clone()) / gain(best.into_iter().take(10));
        let first = graded.clone().position(|grade| grade > 0.0);
        ndcg += own;
        mrr += first.map_or(0.0, |place| 1.0 / (place + 1) as f64);
        told += &format!(
            "{own:.2} {words}: {}\n",
            found[..found.len().min(5)].join(" ")
        );
    }
    let (ndcg, mrr) = (ndcg / searches.len() as f64, mrr / searches.len() as f64);
    assert!(
        ndcg >= NDCG_REACHED * BEARABLE && mrr >= MRR_REACHED * BEARABLE,
        "nDCG@10 {ndcg:.4} (reached: {NDCG_REACHED}), MRR {mrr:.4} (reached: {MRR_REACHED})\n{told}"
    );
}
