//! Who met lately meets again only where somebody would be alone otherwise.
use super::{Fit, Format, Problem, Rule, Solution, Watch, solved};
use std::collections::HashSet;

impl Problem {
    /// The same, where who met lately may meet again: as few as possible, and the longer ago the rather.
    pub(super) fn meeting_again(&self) -> Self {
        let mut again = self.clone();
        let cooldown = self.rules.cooldown;
        for met in again.met.values_mut() {
            // Each round that is missing to the cooldown weighs like one more time together.
            met.times += (cooldown + 1).saturating_sub(met.rounds_ago);
        }
        again.rules.cooldown = 0;
        again.rules.weights.novelty = again.rules.weights.novelty.max(1);
        again
    }

    /// Whether two could meet whom nothing but the cooldown keeps apart.
    fn could_meet_again(&self, free: &[usize]) -> bool {
        let free: HashSet<usize> = free.iter().copied().collect();
        self.met.keys().any(|(a, b)| {
            let both = free.contains(a) && free.contains(b) && !self.are_apart(*a, *b);
            both && Fit::of(self, *a, *b).broken == [Rule::Cooldown]
        })
    }
}

/// A solution in which some meet again whom they met lately, if fewer are alone for it; nothing where that
/// helps nobody, and nothing at all when whoever watches ended it.
pub(super) fn with_fewer_alone(
    problem: &Problem,
    found: &Solution,
    watch: Watch<'_>,
) -> Option<Option<Solution>> {
    let alone = |solution: &Solution| {
        let waits = |person: &&usize| !problem.out.contains(*person);
        solution.unpaired.iter().filter(waits).count()
    };
    let free = problem.free();
    let fewest = match problem.rules.format {
        Format::Pairs if !problem.rules.trio => free.len() % 2,
        Format::Pairs | Format::Groups | Format::Mentoring => 0,
    };
    if alone(found) <= fewest || !problem.could_meet_again(&free) {
        return Some(None);
    }
    let again = solved(&problem.meeting_again(), watch)?;
    Some(Some(again).filter(|again| alone(again) < alone(found)))
}
