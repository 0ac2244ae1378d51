//! How much what somebody wrote resembles a misconception. Pure, and fast enough to hold a post against a
//! thousand of them.
//!
//! A text becomes features: each word (folded to lower case without accents, stop words left out, "not"
//! and "never" kept), each pair of neighbouring words, and each three letters of a word with its ends,
//! which forgive endings and slips. A feature `f` weighs
//!
//! ```text
//! w(f) = base(f) · ln(1 + N / n(f)) / ln(1 + N)     base: word 1, pair 0.75, three letters 0.15
//! ```
//!
//! where `n(f)` of `N` patterns have it: what many of them say tells little. A post is read in windows of
//! one and of two sentences. Of a pattern `P` and a window `W`, with `I` the weight of what they share,
//!
//! ```text
//! coverage c = I / w(P)     precision p = I / w(W)     score = 5 · c · p / (4 · p + c)
//! ```
//!
//! which is the F-measure with coverage counting twice as much: that all of the claim is said matters more
//! than that nothing else is. The score of a post is that of its best window.
mod words;

use std::collections::{HashMap, HashSet};
use words::features;

/// From this score on a post is suggested to moderators.
pub const SUGGESTED_FROM: f32 = 0.5;
/// Words of a window that has no end of a sentence.
const WINDOW_WORDS_MAX: usize = 48;

/// Many misconceptions, ready to be compared with. Each may be told in several ways.
#[derive(Clone, Debug)]
pub struct Patterns<K> {
    keys: Vec<K>,
    /// The weight of each.
    weights: Vec<f32>,
    /// For each feature its weight, and the patterns that have it.
    shared: HashMap<u64, (f32, Vec<u32>)>,
}

/// What of a post resembles a misconception.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness<K> {
    pub key: K,
    /// 0 to 1.
    pub score: f32,
    /// The part of the post that does.
    pub passage: String,
}

impl<K: Copy + Eq + std::hash::Hash> Patterns<K> {
    /// Prepares patterns; a key may come with several texts.
    pub fn of<'a>(texts: impl Iterator<Item = (K, &'a str)>) -> Self {
        let mut keys = Vec::new();
        let mut told: Vec<HashMap<u64, f32>> = Vec::new();
        for (key, text) in texts {
            let features = features(text);
            if !features.is_empty() {
                keys.push(key);
                told.push(features);
            }
        }
        let mut shared: HashMap<u64, (f32, Vec<u32>)> = HashMap::new();
        for (number, features) in (0_u32..).zip(&told) {
            for (feature, base) in features {
                let entry = shared.entry(*feature).or_insert((*base, Vec::new()));
                entry.1.push(number);
            }
        }
        let all = told.len() as f32;
        for (weight, having) in shared.values_mut() {
            *weight *= (all / having.len() as f32).ln_1p() / all.ln_1p();
        }
        let weights = told
            .iter()
            .map(|features| features.keys().map(|it| shared[it].0).sum())
            .collect();
        Self {
            keys,
            weights,
            shared,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// What a text resembles from `SUGGESTED_FROM` on, the most alike first; each key once.
    pub fn resembled_by(&self, text: &str) -> Vec<Likeness<K>> {
        let mut best: HashMap<K, (f32, String)> = HashMap::new();
        let mut shares = vec![0_f32; self.keys.len()];
        let mut touched: Vec<u32> = Vec::new();
        for window in windows(text) {
            let weight = self.share(&window, (&mut shares, &mut touched));
            for number in touched.drain(..) {
                let number = number as usize;
                let share = std::mem::take(&mut shares[number]);
                let score = score(share, self.weights[number], weight);
                if score < SUGGESTED_FROM {
                    continue;
                }
                let known = best.get(&self.keys[number]);
                if known.is_none_or(|(known, _)| *known < score) {
                    best.insert(self.keys[number], (score, window.clone()));
                }
            }
        }
        let mut found: Vec<Likeness<K>> = best
            .into_iter()
            .map(|(key, (score, passage))| Likeness {
                key,
                score,
                passage,
            })
            .collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found
    }

    /// Adds up what a window shares with each pattern; returns the weight of the window.
    fn share(&self, window: &str, (shares, touched): (&mut [f32], &mut Vec<u32>)) -> f32 {
        let mut weight = 0.0;
        for (feature, base) in features(window) {
            let Some((worth, having)) = self.shared.get(&feature) else {
                weight += base;
                continue;
            };
            weight += worth;
            for number in having {
                let share = &mut shares[*number as usize];
                if *share == 0.0 {
                    touched.push(*number);
                }
                *share += worth;
            }
        }
        weight
    }
}

fn score(share: f32, pattern: f32, window: f32) -> f32 {
    if share <= 0.0 || pattern <= 0.0 || window <= 0.0 {
        return 0.0;
    }
    let (coverage, precision) = (share / pattern, share / window);
    (5.0 * coverage * precision / (4.0 * precision + coverage)).min(1.0)
}

/// A text in windows of one and of two sentences; what has no end is cut.
fn windows(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in text.split_inclusive(['.', '!', '?', '\n', ';', ':']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        for part in words.chunks(WINDOW_WORDS_MAX) {
            sentences.push(part.join(" "));
        }
    }
    let pairs = sentences.windows(2).map(|pair| pair.join(" "));
    let pairs: Vec<String> = pairs.collect();
    let mut windows = sentences;
    windows.extend(pairs);
    // What is said again in the same words is one window.
    let mut seen = HashSet::new();
    windows.retain(|window| seen.insert(window.clone()));
    windows
}

#[cfg(test)]
mod tests;
