//! Who is asked to look at what. Pure.
//!
//! - nobody looks at their own, and nobody twice at the same;
//! - nobody has more before them than their share and one;
//! - what has nobody is served first, and has nobody only while there is nobody who could be asked: for
//!   a first look that is everybody who has room, for another who gave their share and one at the most;
//! - beyond that, only those are asked who still owe their share; once nothing more can be handed in,
//!   everybody who has room;
//! - what somebody gave says nothing of what they get.
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use kernel::{EvidenceId, PersonId};
use std::collections::HashSet;

/// Something that was handed in, and wants to be looked at.
#[derive(Clone, Debug)]
pub struct Piece {
    pub evidence: EvidenceId,
    pub by: PersonId,
    pub since: DateTime<Utc>,
    /// How much feedback it has.
    pub given: usize,
    /// How many are waited for.
    pub open: usize,
    /// Who looked at it, is asked to, or could not.
    pub known: HashSet<PersonId>,
}

/// Somebody who handed something in, and so looks at what others did.
#[derive(Clone, Debug)]
pub struct Reader {
    pub person: PersonId,
    pub given: usize,
    /// How much waits for them.
    pub open: usize,
    /// How much they let pass and did not give since.
    pub let_pass: usize,
    pub asked_at: Option<DateTime<Utc>>,
}

/// How a round shares out.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// How much feedback each gets, and gives.
    pub each: usize,
    /// Whether nothing more is handed in.
    pub is_last: bool,
}

impl Piece {
    fn lacks(&self, share: Share) -> bool {
        self.given + self.open < share.each
    }

    /// Whether nobody is asked, and somebody should be.
    pub fn has_nobody(&self, share: Share) -> bool {
        self.open == 0 && self.lacks(share)
    }

    fn suits(&self, reader: &Reader) -> bool {
        self.by != reader.person && !self.known.contains(&reader.person)
    }
}

impl Reader {
    /// Somebody who was asked for nothing yet.
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            given: 0,
            open: 0,
            let_pass: 0,
            asked_at: None,
        }
    }

    fn owes(&self, share: Share) -> bool {
        self.given + self.open < share.each
    }

    /// Who let something pass is asked again where there is nobody else, and not to fill up.
    fn owes_and_gives(&self, _: &Piece, share: Share) -> bool {
        self.owes(share) && self.let_pass == 0
    }

    /// Whether they could be asked to look at this.
    fn has_room(&self, piece: &Piece, share: Share) -> bool {
        let may_do_more = piece.given == 0 || share.is_last;
        self.open <= share.each && (may_do_more || self.given + self.open <= share.each)
    }

    /// Whose turn it is: who gives, and owes, and has least, and was asked longest ago.
    fn turn(&self, share: Share) -> impl Ord + use<> {
        let load = self.given + self.open;
        let is_done = !self.owes(share);
        (self.let_pass, is_done, load, self.asked_at, self.person)
    }
}

/// Whom to ask for what, in this order.
pub fn allocate(
    share: Share,
    pieces: Vec<Piece>,
    readers: Vec<Reader>,
) -> Vec<(EvidenceId, PersonId)> {
    let mut sharing = Sharing {
        share,
        pieces,
        readers,
        asked: Vec::new(),
    };
    sharing.pass(Piece::has_nobody, Reader::has_room);
    for _ in 0..share.each {
        sharing.pass(Piece::lacks, Reader::owes_and_gives);
    }
    if share.is_last {
        for _ in 0..share.each {
            sharing.pass(Piece::lacks, Reader::has_room);
        }
    }
    sharing.asked
}

struct Sharing {
    share: Share,
    pieces: Vec<Piece>,
    readers: Vec<Reader>,
    asked: Vec<(EvidenceId, PersonId)>,
}

impl Sharing {
    /// Asks one person more for each piece that wants it, of those who may be asked.
    fn pass(&mut self, wants: fn(&Piece, Share) -> bool, may: fn(&Reader, &Piece, Share) -> bool) {
        let share = self.share;
        // What has least comes first, then what waits longest.
        self.pieces
            .sort_by_key(|it| (it.given + it.open, it.since, it.evidence));
        for piece in self.pieces.iter_mut().filter(|it| wants(it, share)) {
            let readers = self.readers.iter_mut();
            let suited = readers.filter(|it| piece.suits(it) && may(it, piece, share));
            let Some(reader) = suited.min_by_key(|it| it.turn(share)) else {
                continue;
            };
            piece.open += 1;
            piece.known.insert(reader.person);
            reader.open += 1;
            self.asked.push((piece.evidence, reader.person));
        }
    }
}
