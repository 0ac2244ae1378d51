use super::{Piece, Reader, Share, allocate};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{EvidenceId, PersonId};
use proptest::prelude::*;
use std::collections::HashSet;

fn uuid(n: usize) -> uuid::Uuid {
    uuid::Uuid::from_u128(n as u128 + 1)
}

fn start() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

/// One person of a round, their piece, and how they take it.
#[derive(Clone, Debug)]
struct Somebody {
    gives: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Open,
    Given,
    /// Declined, or late and passed on.
    Declined,
    PassedOn,
}

/// A round as it goes on: whom it asked for what, and what became of it.
struct Round {
    share: Share,
    /// In the order in which they handed in.
    people: Vec<Somebody>,
    here: usize,
    asked: Vec<(usize, usize, Fate)>,
}

impl Round {
    fn new(each: usize, people: Vec<Somebody>) -> Self {
        Self {
            share: Share {
                each,
                is_last: false,
            },
            people,
            here: 0,
            asked: Vec::new(),
        }
    }

    fn count(&self, matches: impl Fn(&(usize, usize, Fate)) -> bool) -> usize {
        self.asked.iter().filter(|it| matches(it)).count()
    }

    fn pieces(&self) -> Vec<Piece> {
        let piece = |n: usize| Piece {
            evidence: EvidenceId::from(uuid(n)),
            by: PersonId::from(uuid(n)),
            since: start() + TimeDelta::minutes(n as i64),
            given: self.count(|it| it.0 == n && it.2 == Fate::Given),
            open: self.count(|it| it.0 == n && it.2 == Fate::Open),
            known: self
                .asked
                .iter()
                .filter(|it| it.0 == n)
                .map(|it| PersonId::from(uuid(it.1)))
                .collect(),
        };
        (0..self.here).map(piece).collect()
    }

    fn readers(&self) -> Vec<Reader> {
        let reader = |n: usize| Reader {
            person: PersonId::from(uuid(n)),
            given: self.count(|it| it.1 == n && it.2 == Fate::Given),
            open: self.count(|it| it.1 == n && it.2 == Fate::Open),
            let_pass: self.count(|it| it.1 == n && it.2 == Fate::PassedOn),
            asked_at: None,
        };
        (0..self.here).map(reader).collect()
    }

    fn shares_out(&mut self) {
        let place = |id: uuid::Uuid| id.as_u128() as usize - 1;
        for (evidence, person) in allocate(self.share, self.pieces(), self.readers()) {
            let it = (place(evidence.into()), place(person.into()), Fate::Open);
            self.asked.push(it);
        }
        self.holds();
    }

    fn hands_in(&mut self) {
        if self.here < self.people.len() {
            self.here += 1;
            self.shares_out();
        }
    }

    /// What is open for the `n`th time becomes something else.
    fn becomes(&mut self, n: usize, fate: Fate) {
        let open = self.asked.iter_mut().filter(|it| it.2 == Fate::Open);
        let open: Vec<_> = open.collect();
        let count = open.len();
        if count > 0
            && let Some(it) = open.into_iter().nth(n % count)
        {
            it.2 = fate;
            self.shares_out();
        }
    }

    /// What is always so.
    fn holds(&self) {
        let mut once = HashSet::new();
        for (piece, person, _) in &self.asked {
            assert_ne!(piece, person, "nobody looks at their own");
            assert!(once.insert((piece, person)), "nobody twice at the same");
        }
        let readers = self.readers();
        for reader in &readers {
            assert!(reader.open <= self.share.each + 1, "nobody has more open");
        }
        for piece in self.pieces() {
            let who_could = readers
                .iter()
                .filter(|it| piece.suits(it) && it.has_room(&piece, self.share));
            if piece.has_nobody(self.share) {
                assert_eq!(
                    who_could.count(),
                    0,
                    "somebody could be asked for {piece:?}"
                );
            }
        }
    }

    /// Nothing more comes; who gives, gives, and who does not lets it pass, until nobody is asked.
    fn ends(&mut self) {
        self.share.is_last = true;
        self.shares_out();
        while let Some(n) = self.asked.iter().position(|it| it.2 == Fate::Open) {
            self.asked[n].2 = match self.people[self.asked[n].1].gives {
                true => Fate::Given,
                false => Fate::PassedOn,
            };
            self.shares_out();
        }
    }
}

fn people(gives: &[bool]) -> Vec<Somebody> {
    gives
        .iter()
        .map(|gives| Somebody { gives: *gives })
        .collect()
}

#[test]
fn the_first_waits_for_the_second_and_is_served_before_others() {
    let mut round = Round::new(2, people(&[true; 3]));
    round.hands_in();
    assert!(round.asked.is_empty(), "there is nobody yet");
    round.hands_in();
    let both: HashSet<(usize, usize)> = round.asked.iter().map(|it| (it.0, it.1)).collect();
    assert_eq!(
        both,
        HashSet::from([(0, 1), (1, 0)]),
        "each looks at the other's"
    );
    round.hands_in();
    assert_eq!(round.asked.len(), 6, "each gives two and gets two");
}

#[test]
fn who_comes_last_is_looked_at_by_who_has_done_their_share() {
    let mut round = Round::new(2, people(&[true; 4]));
    for _ in 0..3 {
        round.hands_in();
    }
    for _ in 0..6 {
        round.becomes(0, Fate::Given);
    }
    round.hands_in();
    assert_eq!(round.count(|it| it.0 == 3), 1, "one of them looks at once");
    round.ends();
    assert_eq!(round.count(|it| it.0 == 3 && it.2 == Fate::Given), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever happens in whatever order, the invariants hold; `Round::holds` asserts them each time.
    #[test]
    fn nobody_is_left_without_whoever_could_look(
        each in 1_usize..=4,
        steps in prop::collection::vec((0_u8..4, 0_usize..50), 0..80),
    ) {
        let mut round = Round::new(each, people(&[true; 30]));
        for (what, n) in steps {
            match what {
                0 => round.becomes(n, Fate::Given),
                1 => round.becomes(n, Fate::Declined),
                2 => round.becomes(n, Fate::PassedOn),
                _ => round.hands_in(),
            }
        }
        round.ends();
    }

    /// Those who give nothing get what everybody gets, as long as enough others give.
    #[test]
    fn what_somebody_gets_does_not_depend_on_what_they_give(
        each in 1_usize..=3,
        gives in prop::collection::vec(prop::bool::weighted(0.7), 1..25),
    ) {
        let mut round = Round::new(each, people(&gives));
        for _ in 0..gives.len() {
            round.hands_in();
        }
        round.ends();
        for (n, _) in gives.iter().enumerate() {
            let others = gives.iter().enumerate().filter(|(at, gives)| *at != n && **gives);
            let could = others.count().min(each);
            let got = round.count(|it| it.0 == n && it.2 == Fate::Given);
            prop_assert_eq!(got, could, "piece {} of {:?}", n, gives);
        }
    }

    /// Where everybody gives, nobody gives more than two beyond their share, whoever comes when.
    #[test]
    fn the_share_is_fair(each in 1_usize..=4, count in 2_usize..40, early in any::<bool>()) {
        let mut round = Round::new(each, people(&vec![true; count]));
        for _ in 0..count {
            round.hands_in();
            while early && round.count(|it| it.2 == Fate::Open) > 0 {
                round.becomes(0, Fate::Given);
            }
        }
        round.ends();
        for n in 0..count {
            let gave = round.count(|it| it.1 == n && it.2 == Fate::Given);
            prop_assert!(gave <= each + 2, "{} gave {} of {}", n, gave, each);
        }
    }
}
