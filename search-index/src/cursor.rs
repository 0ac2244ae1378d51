//! A place among the results of one search, from which the next page begins.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::measure::Measure;
use crate::rank::Place;
use crate::sieve::Reach;

/// A place among the results of one search. Written with `Display`, read with `FromStr`.
///
/// It carries what its search was measured by, so that the pages that begin at it go on in the same
/// order whatever is written meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    pub(crate) reach: Reach,
    pub(crate) place: Place,
    pub(crate) measure: Measure,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reach = match self.reach {
            Reach::AllWords => 'a',
            Reach::SomeWords => 's',
        };
        let (score, id) = (self.place.score.to_bits(), &self.place.id);
        write!(f, "{reach}{score:08x}{}~{id}", self.measure)
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let read = || {
            let reach = match text.get(..1)? {
                "a" => Reach::AllWords,
                "s" => Reach::SomeWords,
                _ => return None,
            };
            let score = f32::from_bits(u32::from_str_radix(text.get(1..9)?, 16).ok()?);
            let (measure, id) = text.get(9..)?.split_once('~')?;
            let known = score.is_finite() && score.is_sign_positive() && !id.is_empty();
            let place = Place {
                score,
                id: id.to_owned(),
            };
            known.then_some(Self {
                reach,
                place,
                measure: Measure::read(measure)?,
            })
        };
        read().ok_or(Error::Cursor)
    }
}
