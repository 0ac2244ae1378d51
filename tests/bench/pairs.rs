//! How long it takes to put people together: `pairs`. Prints a `Report` for each number of people as a
//! line of JSON.
use pairings::{Candidate, Format, Problem, Rules, solve};
use serde::Serialize;
use std::time::Instant;

const PEOPLE: [usize; 3] = [100, 500, 2_000];

#[derive(Serialize)]
struct Report {
    people: usize,
    format: &'static str,
    seconds: f64,
    groups: usize,
    unpaired: usize,
    repeats: usize,
    weight: i64,
    bound: i64,
}

/// People all over the world, who met some others before.
fn crowd(people: usize) -> Problem {
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: u64| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        chance % below
    };
    let number = |value: u64| u32::try_from(value).unwrap_or(0);
    let mut problem = Problem {
        rules: Rules {
            different_teams: true,
            ..Rules::default()
        },
        ..Problem::default()
    };
    for _ in 0..people {
        let rating = |_| u8::try_from(next(5) + 1).ok();
        problem.people.push(Candidate {
            ratings: (0..5).map(rating).collect(),
            works_from: number(next(24)) * 60,
            works_for: 480,
            languages: next(7) + 1,
            team: Some(number(next(people as u64 / 8))),
            site: Some(number(next(12))),
            level: Some(number(next(4))),
            goal: Some(number(next(10))),
            left_out: number(next(3) / 2),
            ..Candidate::default()
        });
    }
    for rounds_ago in 1..=4 {
        for person in 0..people {
            let other = usize::try_from(next(people as u64)).unwrap_or(0);
            if other != person {
                let pair = (person.min(other), person.max(other));
                let met = pairings::Met {
                    times: 1,
                    rounds_ago,
                };
                problem.met.insert(pair, met);
            }
        }
    }
    problem
}

fn measured(people: usize, (format, name, size): (Format, &'static str, usize)) -> Report {
    let mut problem = crowd(people);
    problem.rules.format = format;
    problem.rules.size = size;
    let begun = Instant::now();
    let solution = solve(&problem, &|_, _| true).unwrap_or_default();
    Report {
        people,
        format: name,
        seconds: begun.elapsed().as_secs_f64(),
        groups: solution.groups.len(),
        unpaired: solution.unpaired.len(),
        repeats: solution.repeats,
        weight: solution.weight,
        bound: solution.bound,
    }
}

fn main() -> Result<(), serde_json::Error> {
    for people in PEOPLE {
        for format in [
            (Format::Pairs, "pairs", 2),
            (Format::Groups, "groups of four", 4),
        ] {
            println!("{}", serde_json::to_string(&measured(people, format))?);
        }
    }
    Ok(())
}
