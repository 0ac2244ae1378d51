//! How well a judged collection is searched, beside plain BM25, SQLite's FTS5 and PostgreSQL's ts_rank:
//! `cargo run --release -p search-index --example relevance -- Posts.xml`
//!
//! It reads the questions and answers of a Stack Exchange archive. Two measures: *titles* asks with the
//! title of each question that has an accepted answer, among all answers by their bodies alone; the one
//! relevant document is that answer. *sentences* keeps the product's documents, with title, tags and
//! what an answer stands under, and asks with the first sentence of the question.
//!
//! SQLite is asked through `sqlite3`, if it is there; PostgreSQL through `psql`, at TEST_DATABASE_URL.

mod archive;

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use archive::{Failure, Row, field, rows, without_tags};
use search_index::{Asked, Count, Document, Index, LIMIT_MAX, QUERY_CHARS_MAX, Query};

/// On a page of results.
const SHOWN: usize = 20;

struct Search {
    words: String,
    relevant: String,
}

/// The ids that each search found, best first, and how long all of it took.
type Answers = (Vec<Vec<String>>, Duration);

fn main() -> Result<(), Failure> {
    let path = std::env::args().nth(1).ok_or("name a Posts.xml")?;
    let rows = rows(&path)?;
    let (answers, titles) = by_titles(&rows);
    println!(
        "{} answers, {} titles of questions",
        answers.len(),
        titles.len()
    );
    report("ours", ours(&answers, &titles)?, &titles);
    report("plain BM25", plain(&answers, &titles), &titles);
    report("SQLite FTS5", fts5(&answers, &titles)?, &titles);
    if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
        report(
            "PostgreSQL ts_rank",
            ts_rank(&answers, &titles, &url)?,
            &titles,
        );
    }
    let (documents, sentences) = by_sentences(&rows);
    println!(
        "{} posts, {} first sentences",
        documents.len(),
        sentences.len()
    );
    report("ours", ours(&documents, &sentences)?, &sentences);
    report("plain BM25", plain(&documents, &sentences), &sentences);
    Ok(())
}

fn report(whose: &str, (found, took): Answers, searches: &[Search]) {
    let (mut ndcg, mut mrr, mut recall) = (0.0, 0.0, 0.0);
    for (ids, search) in found.iter().zip(searches) {
        let Some(place) = ids.iter().position(|id| *id == search.relevant) else {
            continue;
        };
        recall += 1.0;
        mrr += 1.0 / (place + 1) as f64;
        if place < 10 {
            ndcg += 1.0 / ((place + 2) as f64).log2();
        }
    }
    let of = searches.len() as f64;
    println!(
        "{whose:<20} nDCG@10 {:.3}  MRR {:.3}  R@100 {:.3}  {:>8.3} ms a search",
        ndcg / of,
        mrr / of,
        recall / of,
        took.as_secs_f64() * 1000.0 / of
    );
}

fn ours(documents: &[Document], searches: &[Search]) -> Result<Answers, Failure> {
    let index = Index::in_memory()?;
    let mut rebuild = index.begin_rebuild()?;
    rebuild.apply(documents.iter().cloned().map(Into::into))?;
    rebuild.finish("0")?;
    let audience = ["everybody".to_owned()];
    let texts: HashMap<&str, &Document> = documents.iter().map(|it| (it.id.as_str(), it)).collect();
    let (mut found, start) = (Vec::new(), Instant::now());
    for search in searches {
        let words: String = search.words.chars().take(QUERY_CHARS_MAX).collect();
        let asked = Asked::read(&words.replace(['"', ':', '-'], " "))?;
        let mut page = index.search(&Query {
            asked: &asked,
            audience: &audience,
            limit: LIMIT_MAX,
            after: None,
            now: 0,
            count: Count::Total,
        })?;
        // As many snippets as a page shows.
        for hit in page.hits.iter().take(SHOWN) {
            page.marker.body(hit, &texts[hit.id.as_str()].body);
        }
        found.push(page.hits.into_iter().map(|hit| hit.id).collect());
    }
    Ok((found, start.elapsed()))
}

/// BM25 as the books have it (k1 1.2, b 0.75), without stems or stop words, over all text of a document.
fn plain(documents: &[Document], searches: &[Search]) -> Answers {
    let bags: Vec<Vec<String>> = documents
        .iter()
        .map(|it| {
            words(&format!(
                "{} {} {} {}",
                it.title,
                it.under,
                it.tags.join(" "),
                it.body
            ))
        })
        .collect();
    let mean = bags.iter().map(Vec::len).sum::<usize>() as f64 / bags.len() as f64;
    let mut postings: HashMap<&str, HashMap<usize, f64>> = HashMap::new();
    for (doc, bag) in bags.iter().enumerate() {
        for word in bag {
            *postings.entry(word).or_default().entry(doc).or_default() += 1.0;
        }
    }
    let (mut found, start) = (Vec::new(), Instant::now());
    for search in searches {
        let asked: HashSet<String> = words(&search.words).into_iter().collect();
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for list in asked.iter().filter_map(|word| postings.get(word.as_str())) {
            let n = list.len() as f64;
            let rarity = (1.0 + (bags.len() as f64 - n + 0.5) / (n + 0.5)).ln();
            for (doc, times) in list {
                let length = 1.2 * (0.25 + 0.75 * bags[*doc].len() as f64 / mean);
                *scores.entry(*doc).or_default() += rarity * times * 2.2 / (times + length);
            }
        }
        let mut ranked: Vec<(usize, f64)> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = ranked.iter().take(LIMIT_MAX);
        found.push(best.map(|(doc, _)| documents[*doc].id.clone()).collect());
    }
    (found, start.elapsed())
}

fn fts5(documents: &[Document], searches: &[Search]) -> Result<Answers, Failure> {
    let mut sql = String::from(
        "CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, b, tokenize='porter');\nBEGIN;\n",
    );
    for it in documents {
        sql += &format!(
            "INSERT INTO t VALUES ('{}', '{}');\n",
            it.id,
            words(&it.body).join(" ")
        );
    }
    sql += "COMMIT;\n";
    for (n, search) in searches.iter().enumerate() {
        let asked = quoted(&words(&search.words), "\"", " OR ");
        sql += &format!(
            "SELECT {n}, id FROM t WHERE b MATCH '{asked}' ORDER BY rank LIMIT {LIMIT_MAX};\n"
        );
    }
    asked_of(Command::new("sqlite3").arg("-batch"), &sql, searches.len())
}

fn ts_rank(documents: &[Document], searches: &[Search], url: &str) -> Result<Answers, Failure> {
    let mut sql = String::from("CREATE TEMP TABLE t (id text, v tsvector);\n");
    for it in documents {
        let body = words(&it.body).join(" ");
        sql += &format!(
            "INSERT INTO t VALUES ('{}', to_tsvector('english', '{body}'));\n",
            it.id
        );
    }
    sql += "CREATE INDEX ON t USING gin (v);\n";
    for (n, search) in searches.iter().enumerate() {
        let asked = quoted(&words(&search.words), "", " | ");
        sql += &format!(
            "SELECT {n}, id FROM t, to_tsquery('english', '{asked}') q WHERE v @@ q \
             ORDER BY ts_rank(v, q) DESC, id LIMIT {LIMIT_MAX};\n"
        );
    }
    asked_of(
        Command::new("psql").args([url, "-qtA"]),
        &sql,
        searches.len(),
    )
}

/// Gives statements to a program and reads `search|id` lines. Filling the table is in its time.
fn asked_of(program: &mut Command, sql: &str, searches: usize) -> Result<Answers, Failure> {
    let start = Instant::now();
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = child.stdin.take().ok_or("no input")?;
    let sql = sql.to_owned();
    let writing = std::thread::spawn(move || input.write_all(sql.as_bytes()));
    let output = child.wait_with_output()?;
    writing.join().map_err(|_| "the writer failed")??;
    let mut found = vec![Vec::new(); searches];
    for line in String::from_utf8(output.stdout)?.lines() {
        let (n, id) = line.split_once('|').ok_or("no search and id")?;
        found[n.parse::<usize>()?].push(id.to_owned());
    }
    Ok((found, start.elapsed()))
}

fn quoted(words: &[String], mark: &str, between: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|it| format!("{mark}{it}{mark}")).collect();
    quoted.join(between)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn document(row: &Row) -> Document {
    Document {
        id: field(row, "Id").to_owned(),
        audience: vec!["everybody".to_owned()],
        body: without_tags(field(row, "Body")),
        ..Document::default()
    }
}

fn of_type<'a>(rows: &'a [Row], kind: &'a str) -> impl Iterator<Item = &'a Row> {
    rows.iter()
        .filter(move |row| field(row, "PostTypeId") == kind)
}

fn by_titles(rows: &[Row]) -> (Vec<Document>, Vec<Search>) {
    let answers: Vec<Document> = of_type(rows, "2").map(document).collect();
    let known: HashSet<&str> = answers.iter().map(|it| it.id.as_str()).collect();
    let asked = of_type(rows, "1").filter(|row| known.contains(field(row, "AcceptedAnswerId")));
    let searches = asked.map(|row| Search {
        words: field(row, "Title").to_owned(),
        relevant: field(row, "AcceptedAnswerId").to_owned(),
    });
    let searches = searches.collect();
    (answers, searches)
}

fn by_sentences(rows: &[Row]) -> (Vec<Document>, Vec<Search>) {
    let titles: HashMap<&str, &str> = of_type(rows, "1")
        .map(|row| (field(row, "Id"), field(row, "Title")))
        .collect();
    let answers = of_type(rows, "2").map(|row| Document {
        under: titles
            .get(field(row, "ParentId"))
            .copied()
            .unwrap_or("")
            .to_owned(),
        ..document(row)
    });
    // The question itself would give the search away: its title and tags stand for it.
    let questions = of_type(rows, "1").map(|row| Document {
        title: field(row, "Title").to_owned(),
        tags: field(row, "Tags")
            .split(['<', '>'])
            .filter(|tag| !tag.is_empty())
            .map(str::to_owned)
            .collect(),
        body: String::new(),
        ..document(row)
    });
    let documents = answers.chain(questions).collect();
    let asked = of_type(rows, "1").filter(|row| !field(row, "AcceptedAnswerId").is_empty());
    let searches = asked.map(|row| Search {
        words: first_sentence(&without_tags(field(row, "Body"))),
        relevant: field(row, "AcceptedAnswerId").to_owned(),
    });
    (documents, searches.collect())
}

fn first_sentence(text: &str) -> String {
    let end = text.find(['.', '?', '!']).unwrap_or(text.len());
    text[..end].to_owned()
}
