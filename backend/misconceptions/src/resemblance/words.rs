//! The features of a text.
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const WORD: f32 = 1.0;
const PAIR: f32 = 0.75;
const THREE_LETTERS: f32 = 0.15;

/// Words that say nothing by themselves, in both languages of the house. Those that turn a statement round
/// are not among them.
const STOP_WORDS: [&str; 84] = [
    "a", "aber", "als", "also", "am", "an", "and", "are", "as", "at", "auch", "auf", "be", "bei",
    "but", "by", "can", "da", "das", "dass", "dem", "den", "der", "des", "die", "dies", "do",
    "durch", "ein", "eine", "einem", "einen", "einer", "er", "es", "for", "from", "fur", "hat",
    "have", "i", "ich", "ihr", "im", "in", "is", "ist", "it", "its", "kann", "man", "mit", "my",
    "of", "on", "or", "sich", "sie", "sind", "so", "that", "the", "their", "then", "there", "they",
    "this", "to", "und", "vom", "von", "was", "we", "werden", "wie", "will", "wir", "wird", "with",
    "you", "your", "zu", "zum", "zur",
];

/// Each feature of a text once, with what it weighs by its kind.
pub(super) fn features(text: &str) -> HashMap<u64, f32> {
    let words = words(text);
    let mut features = HashMap::with_capacity(words.len() * 8);
    for word in &words {
        features.insert(hashed(('w', word)), WORD);
        let letters: Vec<char> = std::iter::once('^')
            .chain(word.chars())
            .chain(std::iter::once('$'))
            .collect();
        for three in letters.windows(3) {
            features.insert(hashed(('t', three)), THREE_LETTERS);
        }
    }
    for pair in words.windows(2) {
        features.insert(hashed(('p', pair)), PAIR);
    }
    features
}

fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && STOP_WORDS.binary_search(word).is_err())
        .map(|word| stem(word).to_owned())
        .collect()
}

/// A word without the ending of its number, case or time, as far as that can be told from its letters.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 8] = ["ing", "ern", "ed", "en", "er", "es", "e", "s"];
    const LEFT_MIN: usize = 4;
    let ending = ENDINGS
        .iter()
        .find(|ending| word.ends_with(**ending) && word.chars().count() >= ending.len() + LEFT_MIN);
    ending.map_or(word, |ending| &word[..word.len() - ending.len()])
}

fn hashed(feature: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    feature.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
#[test]
fn stop_words_are_in_order() {
    assert!(STOP_WORDS.is_sorted());
}
