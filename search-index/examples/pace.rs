//! How fast the index is on this machine: `cargo run --release -p search-index --example pace [POSTS]`.
//!
//! The posts are made of words that are as unevenly common as those of a language, in many channels,
//! and the asker reads half of them.

use std::time::{Duration, Instant};

use search_index::{Asked, Change, Count, Document, Index, Query};

const CHANNELS: u64 = 200;
const VOCABULARY: u64 = 60_000;
const BATCH: u64 = 2_000;
const SEARCHES: u64 = 2_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let posts = std::env::args().nth(1);
    let posts: u64 = posts.map_or(Ok(50_000), |n| n.parse())?;
    let folder = tempfile::tempdir()?;
    let (index, _) = Index::open(folder.path())?;
    let text: u64 = (0..posts).map(|n| document(n).body.len() as u64).sum();

    let mut rebuild = index.begin_rebuild()?;
    let start = Instant::now();
    for first in (0..posts).step_by(500) {
        let batch = first..(first + 500).min(posts);
        rebuild.apply(batch.map(document).map(Change::from))?;
    }
    rebuild.finish("0")?;
    rate("rebuilt", posts, start.elapsed());

    let start = Instant::now();
    let changed = posts.min(10 * BATCH);
    for first in (0..changed).step_by(BATCH as usize) {
        let batch = first..(first + BATCH).min(changed);
        index.apply(batch.map(document).map(Change::from), &first.to_string())?;
    }
    rate("replaced in batches", changed, start.elapsed());

    let stats = index.stats()?;
    let share = stats.bytes as f64 / text as f64 * 100.0;
    println!(
        "{:<22}{:>9} kB, {share:.0} % of the text",
        "index",
        stats.bytes / 1000
    );
    let start = Instant::now();
    index.verify()?;
    println!("{:<22}{:>9} ms", "verified in", start.elapsed().as_millis());
    if let Some(peak) = peak_memory() {
        println!("{:<22}{peak:>12}", "most memory");
    }

    let audience: Vec<String> = (0..CHANNELS / 2).map(channel).collect();
    let search = |text: String, count: Count| -> Result<(), search_index::Error> {
        let asked = Asked::read(&text)?;
        let query = Query {
            asked: &asked,
            audience: &audience,
            limit: 20,
            after: None,
            now: 0,
            count,
        };
        index.search(&query).map(drop)
    };
    let mut random = Random(7);
    spread("one word", || search(word(random.zipf()), Count::Total))?;
    let mut random = Random(8);
    spread("two words", || {
        let two = format!("{} {}", word(random.zipf()), word(random.zipf()));
        search(two, Count::Total)
    })?;
    let mut random = Random(8);
    spread("two, with facets", || {
        let two = format!("{} {}", word(random.zipf()), word(random.zipf()));
        search(two, Count::Facets)
    })?;
    let mut random = Random(9);
    spread("one letter wrong", || {
        search(format!("{}x", word(random.zipf())), Count::Total)
    })?;
    let mut random = Random(10);
    spread("titles as typed", || {
        let typed = word(random.zipf());
        index
            .titles(&typed[..typed.len().min(3)], &audience, 8)
            .map(drop)
    })?;
    Ok(())
}

/// The most memory this process has had, where the system tells.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}

fn rate(what: &str, posts: u64, took: Duration) {
    println!(
        "{what:<22}{:>9.0} posts/s",
        posts as f64 / took.as_secs_f64()
    );
}

fn spread(
    what: &str,
    mut search: impl FnMut() -> Result<(), search_index::Error>,
) -> Result<(), search_index::Error> {
    let mut took = Vec::new();
    for _ in 0..SEARCHES {
        let start = Instant::now();
        search()?;
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took[(took.len() as f64 * share) as usize];
    println!("{what:<22}{:>9.3} ms p50 {:>9.3} ms p99", at(0.5), at(0.99));
    Ok(())
}

fn document(n: u64) -> Document {
    let mut random = Random(n + 1);
    let channel = channel(random.below(CHANNELS));
    let text = |random: &mut Random, words: u64| {
        let words: Vec<String> = (0..words).map(|_| word(random.zipf())).collect();
        words.join(" ")
    };
    Document {
        id: format!("post_{n:010}"),
        audience: vec![channel.clone()],
        title: if n.is_multiple_of(5) {
            text(&mut random, 7)
        } else {
            String::new()
        },
        body: text(&mut random, 20 + n % 120),
        thread: format!("thread_{:010}", n / 5),
        author: format!("person_{:05}", random.below(10_000)),
        community: format!("community_{:03}", n % 40),
        kind: if n.is_multiple_of(5) {
            "question"
        } else {
            "reply"
        }
        .to_owned(),
        created: (n as i64) * 60_000,
        channel,
        ..Document::default()
    }
}

fn channel(n: u64) -> String {
    format!("channel_{n:04}")
}

/// A word for each rank: the small words of English first, then pronounceable ones.
fn word(rank: u64) -> String {
    const SMALL: [&str; 24] = [
        "the", "to", "and", "of", "a", "in", "is", "that", "it", "for", "you", "with", "on",
        "this", "be", "are", "not", "have", "what", "how", "we", "they", "or", "at",
    ];
    const SYLLABLES: [&str; 20] = [
        "an", "ter", "ing", "ses", "lo", "mi", "ra", "tion", "per", "al", "be", "con", "di", "ti",
        "na", "re", "gro", "up", "sti", "ke",
    ];
    if let Some(small) = SMALL.get(rank as usize) {
        return (*small).to_owned();
    }
    let mut word = String::new();
    let mut rest = rank + 20;
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % 20) as usize]);
        rest /= 20;
    }
    word
}

/// The same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A rank of the vocabulary, the first the likeliest.
    fn zipf(&mut self) -> u64 {
        let uniform = self.next() as f64 / u64::MAX as f64;
        (VOCABULARY as f64).powf(uniform) as u64 - 1
    }
}
