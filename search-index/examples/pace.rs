//! How fast the index is on this machine:
//! `cargo run --release -p search-index --example pace [POSTS [Posts.xml [FOLDER]]]`.
//!
//! With the archive of a Stack Exchange site the posts are made as that site writes: every word follows the
//! one before it somewhere in the archive, posts and titles are as long as its own, and one word in forty is
//! one that nobody there wrote, as each community has names and mistakes of its own. Without one they are of
//! made-up words that are as unevenly common as those of a language. They stand in many channels, and the
//! asker reads half of them. The index is made in a folder that is removed, or stays in FOLDER.

mod archive;

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use archive::{Failure, field, rows, without_tags};

use search_index::{Asked, Change, Count, Document, Index, Kinds, Page, Query};

const CHANNELS: u64 = 200;
const VOCABULARY: u64 = 60_000;
/// Words of an archive's posts that are none of its own: one in so many.
const STRANGE_ONE_IN: u64 = 40;
const STRANGE: u64 = 400_000;
const BATCH: u64 = 2_000;
const SEARCHES: u64 = 2_000;
const REPLIES: u64 = 5;

fn main() -> Result<(), Failure> {
    let mut args = std::env::args().skip(1);
    let posts: u64 = args.next().map_or(Ok(50_000), |n| n.parse())?;
    let speech = match args.next() {
        Some(path) => Speech::of(&path)?,
        None => Speech::MadeUp,
    };
    let passing = tempfile::tempdir()?;
    let folder = args.next().map_or(passing.path().to_owned(), PathBuf::from);
    let (index, _) = Index::open(folder)?;
    fill(&index, &speech, posts)?;
    ask(&index, &speech)
}

fn fill(index: &Index, speech: &Speech, posts: u64) -> Result<(), Failure> {
    let mut rebuild = index.begin_rebuild()?;
    let (mut text, mut took) = (0, Duration::ZERO);
    for first in (0..posts).step_by(500) {
        let batch: Vec<_> = (first..(first + 500).min(posts))
            .map(|n| speech.document(n))
            .collect();
        text += batch
            .iter()
            .map(|it| it.title.len() + it.body.len())
            .sum::<usize>();
        let start = Instant::now();
        rebuild.apply(batch.into_iter().map(Change::from))?;
        took += start.elapsed();
    }
    let start = Instant::now();
    rebuild.finish("0")?;
    rate("rebuilt", posts, took + start.elapsed());

    let changed = posts.min(10 * BATCH);
    let mut took = Duration::ZERO;
    for first in (0..changed).step_by(BATCH as usize) {
        let batch = first..(first + BATCH).min(changed);
        let batch: Vec<_> = batch.map(|n| speech.document(n)).collect();
        let start = Instant::now();
        index.apply(batch.into_iter().map(Change::from), &first.to_string())?;
        took += start.elapsed();
    }
    rate("replaced in batches", changed, took);

    let stats = index.stats()?;
    let share = stats.bytes as f64 / text as f64 * 100.0;
    println!(
        "{:<22}{:>9} kB, {share:.0} % of {} kB of text, in {} segments",
        "index",
        stats.bytes / 1000,
        text / 1000,
        stats.segments
    );
    let start = Instant::now();
    index.verify()?;
    println!("{:<22}{:>9} ms", "verified in", start.elapsed().as_millis());
    if let Some(peak) = peak_memory() {
        println!("{:<22}{peak:>12}", "most memory");
    }
    Ok(())
}

fn ask(index: &Index, speech: &Speech) -> Result<(), Failure> {
    let audience: Vec<String> = (0..CHANNELS / 2).map(channel).collect();
    let search = |text: String, count: Count| -> Result<Page, search_index::Error> {
        let asked = Asked::read(&text)?;
        let query = Query {
            asked: &asked,
            audience: &audience,
            limit: 20,
            after: None,
            now: 0,
            count,
        };
        index.search(&query)
    };
    let mut random = Random(7);
    spread("one word", || {
        search(speech.asked(&mut random, 1), Count::Total)
    })?;
    let mut random = Random(8);
    spread("two words", || {
        search(speech.asked(&mut random, 2), Count::Total)
    })?;
    let mut random = Random(8);
    spread("two, with facets", || {
        search(speech.asked(&mut random, 2), Count::Facets)
    })?;
    let mut random = Random(9);
    spread("one letter wrong", || {
        search(format!("{}x", speech.asked(&mut random, 1)), Count::Total)
    })?;
    let mut random = Random(10);
    spread("titles as typed", || {
        let typed = speech.asked(&mut random, 1);
        let typed: String = typed.chars().take(3).collect();
        let all = Kinds::AllBut(&[]);
        index.titles((&typed, all), &audience, 8)
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

fn spread<T>(
    what: &str,
    mut search: impl FnMut() -> Result<T, search_index::Error>,
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

fn channel(n: u64) -> String {
    format!("channel_{n:04}")
}

/// How posts are worded.
enum Speech {
    MadeUp,
    Archive(Box<Chain>),
}

/// The words of an archive, and which follow each.
struct Chain {
    words: Vec<String>,
    /// As often as they do.
    after: Vec<Vec<usize>>,
    lengths: Vec<u64>,
    titles: Vec<Vec<String>>,
}

impl Speech {
    fn of(path: &str) -> Result<Self, Failure> {
        let mut chain = Chain {
            words: Vec::new(),
            after: Vec::new(),
            lengths: Vec::new(),
            titles: Vec::new(),
        };
        let mut known: HashMap<String, usize> = HashMap::new();
        for row in rows(path)? {
            let (title, body) = (field(&row, "Title"), without_tags(field(&row, "Body")));
            if !title.is_empty() {
                let title = title.split_whitespace().map(str::to_owned);
                chain.titles.push(title.collect());
            }
            let mut last = None;
            for word in body.split_whitespace() {
                let id = *known.entry(word.to_owned()).or_insert(chain.words.len());
                if id == chain.words.len() {
                    chain.words.push(word.to_owned());
                    chain.after.push(Vec::new());
                }
                if let Some(last) = last.replace(id) {
                    let last: usize = last;
                    chain.after[last].push(id);
                }
            }
            chain.lengths.push(body.split_whitespace().count() as u64);
        }
        Ok(Self::Archive(Box::new(chain)))
    }

    fn document(&self, n: u64) -> Document {
        let mut random = Random(n + 1);
        let channel = channel(random.below(CHANNELS));
        let title = self.title(n / REPLIES);
        let opens = n.is_multiple_of(REPLIES);
        let (title, under) = match opens {
            true => (title, String::new()),
            false => (String::new(), title),
        };
        Document {
            id: id("post", n),
            audience: vec![channel.clone()],
            title,
            under,
            body: self.body(&mut random, n),
            thread: id("thread", n / REPLIES),
            author: id("person", random.below(10_000)),
            community: id("community", n % 40),
            kind: if opens { "question" } else { "reply" }.to_owned(),
            created: (n as i64) * 60_000,
            channel,
            ..Document::default()
        }
    }

    fn title(&self, thread: u64) -> String {
        let mut random = Random(!thread);
        match self {
            Self::MadeUp => text(&mut random, 7),
            // Half of one and half of another.
            Self::Archive(chain) => {
                let (one, other) = (chain.any_title(&mut random), chain.any_title(&mut random));
                let (one, other) = (&one[..one.len() / 2], &other[other.len() / 2..]);
                [one, other].concat().join(" ")
            }
        }
    }

    fn body(&self, random: &mut Random, n: u64) -> String {
        let Self::Archive(chain) = self else {
            return text(random, 20 + n % 120);
        };
        let length = chain.lengths[random.among(chain.lengths.len())];
        let mut words = Vec::new();
        let mut at = random.among(chain.words.len());
        for _ in 0..length {
            match random.below(STRANGE_ONE_IN) {
                0 => words.push(word(random.zipf(STRANGE))),
                _ => words.push(chain.words[at].clone()),
            }
            let after = &chain.after[at];
            at = match after.len() {
                0 => random.among(chain.words.len()),
                many => after[random.among(many)],
            };
        }
        words.join(" ")
    }

    /// So many words, of one title where there are titles.
    fn asked(&self, random: &mut Random, many: usize) -> String {
        let mut words: Vec<String> = Vec::new();
        while words.len() < many {
            match self {
                Self::MadeUp => words.push(word(random.zipf(VOCABULARY))),
                Self::Archive(chain) => {
                    let title = chain.any_title(random).iter();
                    let of_title = title
                        .filter(|word| word.len() >= 4 && word.chars().all(char::is_alphabetic));
                    let mut of_title: Vec<&String> = of_title.collect();
                    words.clear();
                    while words.len() < many && !of_title.is_empty() {
                        let any = of_title.swap_remove(random.among(of_title.len()));
                        words.push(any.clone());
                    }
                }
            }
        }
        words.join(" ")
    }
}

impl Chain {
    fn any_title(&self, random: &mut Random) -> &[String] {
        &self.titles[random.among(self.titles.len())]
    }
}

/// As long as those of the product, and as hard to guess.
fn id(kind: &str, n: u64) -> String {
    format!("{kind}_{n:010x}{:016x}", Random(n).next())
}

fn text(random: &mut Random, words: u64) -> String {
    let words: Vec<String> = (0..words).map(|_| word(random.zipf(VOCABULARY))).collect();
    words.join(" ")
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
    fn zipf(&mut self, vocabulary: u64) -> u64 {
        let uniform = self.next() as f64 / u64::MAX as f64;
        (vocabulary as f64).powf(uniform) as u64 - 1
    }

    fn among(&mut self, many: usize) -> usize {
        (self.next() % many as u64) as usize
    }
}
