//! How good a pattern of the claim watch is, by what moderators made of its suggestions. Pure.

/// What became of what a pattern suggested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    pub suggested: u64,
    pub confirmed: u64,
    pub dismissed: u64,
}

/// So many suggestions are looked at before a pattern is judged.
const DECIDED_MIN: u64 = 8;
/// A pattern that is right less often than this is noise.
const PRECISION_MIN: f64 = 0.25;

impl Watched {
    /// The share of its suggestions that were right, of those that were decided; nothing before one was.
    pub fn precision(&self) -> Option<f64> {
        let decided = self.confirmed + self.dismissed;
        (decided > 0).then(|| self.confirmed as f64 / decided as f64)
    }

    /// Whether it costs moderators more than it brings.
    pub fn is_noisy(&self) -> bool {
        let decided = self.confirmed + self.dismissed;
        decided >= DECIDED_MIN && self.precision().is_some_and(|it| it < PRECISION_MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::Watched;

    fn watched(confirmed: u64, dismissed: u64) -> Watched {
        Watched {
            suggested: 20,
            confirmed,
            dismissed,
        }
    }

    #[test]
    fn a_pattern_retires_when_it_was_wrong_often_enough() {
        assert!(!watched(0, 7).is_noisy(), "too early to say");
        assert!(watched(0, 8).is_noisy());
        assert!(watched(1, 7).is_noisy());
        assert!(!watched(2, 6).is_noisy(), "a quarter is right");
        assert_eq!(watched(0, 0).precision(), None);
        assert_eq!(watched(3, 1).precision(), Some(0.75));
    }
}
