//! Words that mean the same, because somebody said so: "OKR" and "objectives and key results". Pure.
//!
//! They widen a search: what has one of them is found for any other, and ranks below what has the word
//! that was asked for.

use std::collections::{BTreeSet, HashMap};

use crate::analyze::Stemmers;
use crate::language::TONGUES;
use crate::parse::{Phrase, Sought, phrase, sought};
use crate::words::Shape;

/// Groups of words and phrases; within each, all mean the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alike {
    groups: Vec<Vec<Meaning>>,
    /// Of the first word of each, folded, where it stands: the group, and its place in that.
    begins: HashMap<String, Vec<(usize, usize)>>,
    /// The same of the stems of single words, in every language.
    stems: HashMap<String, Vec<(usize, usize)>>,
}

/// A word or a phrase of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// As it was given.
    pub written: String,
    pub words: Vec<Sought>,
    pub phrase: Phrase,
}

impl Alike {
    /// Reads groups of words and phrases. What has no letters is left out.
    pub fn of(groups: &[Vec<String>]) -> Self {
        let mut alike = Self::default();
        let mut stemmers = Stemmers::default();
        for written in groups {
            let meanings = written.iter().map(|written| Meaning {
                written: written.clone(),
                words: sought(written, 0),
                phrase: phrase(written),
            });
            let group = meanings.filter(|it| !it.words.is_empty()).collect();
            alike.add(group, &mut stemmers);
        }
        alike
    }

    fn add(&mut self, group: Vec<Meaning>, stemmers: &mut Stemmers) {
        for (place, meaning) in group.iter().enumerate() {
            let at = (self.groups.len(), place);
            let first = meaning.words[0].text.clone();
            self.begins.entry(first).or_default().push(at);
            if let [word] = meaning.words.as_slice()
                && word.shape == Shape::Word
            {
                for tongue in 0..TONGUES.len() {
                    let stem = stemmers.stem(tongue, &word.written);
                    self.stems.entry(stem).or_default().push(at);
                }
            }
        }
        self.groups.push(group);
    }

    /// What means the same as each of the words, alone or with its neighbours. `stems` are those of each
    /// word.
    pub(crate) fn beside(
        &self,
        words: &[Sought],
        stems: &[Vec<(usize, String)>],
    ) -> Vec<Vec<&Meaning>> {
        let mut beside = vec![BTreeSet::new(); words.len()];
        for (at, word) in words.iter().enumerate() {
            let by_stem = stems[at]
                .iter()
                .filter_map(|(_, stem)| self.stems.get(stem));
            let found = self.begins.get(&word.text).into_iter().chain(by_stem);
            for &(group, place) in found.flatten() {
                let meant = &self.groups[group][place];
                let long = meant.words.len();
                let rest = words[at..].iter().take(long).skip(1);
                let stands = at + long <= words.len()
                    && rest
                        .zip(&meant.words[1..])
                        .all(|(one, other)| one.text == other.text);
                if stands {
                    let others = (0..self.groups[group].len()).filter(|other| *other != place);
                    for other in others {
                        beside[at..at + long].iter_mut().for_each(|it| {
                            it.insert((group, other));
                        });
                    }
                }
            }
        }
        let meanings = |places: BTreeSet<(usize, usize)>| {
            let places = places.into_iter();
            places
                .map(|(group, place)| &self.groups[group][place])
                .collect()
        };
        beside.into_iter().map(meanings).collect()
    }
}
