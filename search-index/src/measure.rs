//! What a search was measured by: how many documents there are, how many have each word, and the day.
//!
//! A score depends on it, and it changes with every post. So the first page's measure goes with its
//! cursors: on the pages after it what did not change scores the same to the last bit, however much
//! was written meanwhile, and is shown once.

use std::fmt;

use crate::language::TONGUES;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Days since 1970.
    pub today: i64,
    /// Readable ones.
    pub documents: u64,
    /// Places in [`TONGUES`].
    pub tongues: Vec<usize>,
    /// How many readable documents have each word, in the order in which they are asked for.
    pub found: Vec<u64>,
}

/// More words than fit into a search.
const WORDS_MAX: usize = 1_000;

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tongues: u32 = self.tongues.iter().map(|place| 1 << place).sum();
        write!(
            f,
            "{:x}.{:x}.{tongues:x}",
            self.today.max(0),
            self.documents
        )?;
        self.found
            .iter()
            .try_for_each(|found| write!(f, ".{found:x}"))
    }
}

impl Measure {
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text
            .split('.')
            .map(|part| u64::from_str_radix(part, 16).ok());
        let (today, documents, tongues) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let found: Vec<u64> = numbers.take(WORDS_MAX).collect::<Option<_>>()?;
        Some(Self {
            today: i64::try_from(today).ok()?,
            documents,
            tongues: (0..TONGUES.len())
                .filter(|place| tongues >> place & 1 == 1)
                .collect(),
            found,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_read_as_it_was_written() {
        let measure = Measure {
            today: 20_500,
            documents: 1_000_000,
            tongues: vec![0, 4, 17],
            found: vec![0, 12, 999_999],
        };
        assert_eq!(Measure::read(&measure.to_string()), Some(measure));
        for none in ["", "1.2", "1.2.x", "1.2.3.-4", "ffffffffffffffffff.1.1"] {
            assert_eq!(Measure::read(none), None, "{none}");
        }
    }
}
