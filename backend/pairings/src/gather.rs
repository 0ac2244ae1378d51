//! All that a solution depends on, gathered from what people said and from the rounds before.
use crate::matching::{Candidate, Met, Part, Problem, left_over, may_stay, ordered, twos};
use crate::tables::Lefts;
use crate::{Left, PairRole, PairSeen, Profile, Reason, ReasonKind, Round, Solution};
use crate::{UnpairedReason, Why, WhyNot, store};
use chrono::{DateTime, NaiveDate, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use communities::{Membership, Role};
use identity::Person;
use kernel::{Actor, Conn, Error, ObjectiveId, PersonId, Result};
use std::collections::{HashMap, HashSet};

const DAY: i32 = 24 * 60;

/// A problem, and who and what its numbers are.
pub(crate) struct Gathered {
    pub problem: Problem,
    pub people: Vec<PersonId>,
    pub at: HashMap<PersonId, usize>,
    objectives: Vec<ObjectiveId>,
    goals: Vec<String>,
    languages: Vec<String>,
}

/// Words, and the numbers by which they are compared.
#[derive(Default)]
struct Numbers(Vec<String>);

impl Numbers {
    fn of(&mut self, word: &str) -> u32 {
        let word = word.trim().to_lowercase();
        let known = self.0.iter().position(|known| *known == word);
        let at = known.unwrap_or_else(|| {
            self.0.push(word);
            self.0.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }
}

/// Whether rounds ask somebody: learners at once, everybody else who may take part when they have said
/// something of themself for it.
pub fn is_asked(role: Role, said: Option<&Profile>) -> bool {
    match role {
        Role::Learner => true,
        Role::Moderator | Role::Facilitator | Role::Expert => said.is_some(),
        Role::Observer => false,
    }
}

/// Who is asked takes part until they say that they do not.
pub(crate) fn takes_part(role: Role, said: Option<&Profile>, starts_at: DateTime<Utc>) -> bool {
    let asleep = |until: NaiveDate| until > starts_at.date_naive();
    let is_away = |said: &Profile| {
        said.opted_out || said.paused_at.is_some() || said.snoozed_until.is_some_and(asleep)
    };
    is_asked(role, said) && !said.is_some_and(is_away)
}

/// Somebody who takes part, and what they said.
struct Taker {
    person: Person,
    profile: Profile,
    /// Whether they are there only because they are with somebody already: nobody else comes to them.
    only_stays: bool,
}

async fn takers(conn: &Conn<'_>, round: &Round, paired: &HashSet<PersonId>) -> Result<Vec<Taker>> {
    let community = round.community_id;
    let mut profiles = store::profiles_in(conn, community).await?;
    let members = communities::everybody_in(conn, community).await?;
    let taking = |member: &&Membership| {
        let profile = profiles.get(&member.person_id);
        takes_part(member.role, profile, round.starts_at)
    };
    let of = |member: &Membership| member.person_id;
    let taking: HashSet<PersonId> = members.iter().filter(taking).map(of).collect();
    let ids: Vec<PersonId> = members
        .iter()
        .map(of)
        .filter(|person| taking.contains(person) || paired.contains(person))
        .collect();
    let mut people = Vec::with_capacity(ids.len());
    for some in ids.chunks(1_000) {
        people.extend(identity::people_by_ids(conn, some).await?);
    }
    people.retain(|person| person.suspended_at.is_none() && person.placeholder_of.is_none());
    people.sort_by_key(|person| person.id);
    let taker = |person: Person| {
        let said = profiles.remove(&person.id);
        let profile = said.unwrap_or_else(|| store::standing_profile(community, &person));
        Taker {
            only_stays: !taking.contains(&person.id),
            person,
            profile,
        }
    };
    Ok(people.into_iter().map(taker).collect())
}

/// Gathers what a round depends on; `board` are the pairs that stand in it now.
///
/// # Errors
/// `Invalid` on `zone` when somebody's time zone is unknown.
pub(crate) async fn gather(conn: &Conn<'_>, round: &Round, board: &[PairSeen]) -> Result<Gathered> {
    gather_with(conn, round, (board, &HashSet::new())).await
}

/// The same for a round that goes on, with everybody who is in one of its pairs: who wants to be with
/// nobody for a time goes on being with whom they are, and nobody else comes to them.
///
/// # Errors
/// `Invalid` on `zone` when somebody's time zone is unknown.
pub(crate) async fn gather_as_it_stands(
    conn: &Conn<'_>,
    round: &Round,
    pairs: &[PairSeen],
) -> Result<Gathered> {
    let present = pairs.iter().flat_map(PairSeen::present);
    let paired = present.map(|member| member.person_id).collect();
    gather_with(conn, round, (&[], &paired)).await
}

async fn gather_with(
    conn: &Conn<'_>,
    round: &Round,
    (board, paired): (&[PairSeen], &HashSet<PersonId>),
) -> Result<Gathered> {
    let community = round.community_id;
    let takers = takers(conn, round, paired).await?;
    let people: Vec<PersonId> = takers.iter().map(|taker| taker.person.id).collect();
    let at: HashMap<PersonId, usize> = people
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, at))
        .collect();
    let objectives = sessions::objectives_of_community(conn, community).await?;
    let objectives: Vec<ObjectiveId> = objectives.into_iter().map(|it| it.id).collect();
    let ratings = store::ratings_of(conn, community, None).await?;
    // Whom somebody names themself goes before whom their directory names.
    let managers = scim::managers_of(conn, &people).await?;
    let mut words: [Numbers; 5] = Default::default();
    let mut candidates = Vec::with_capacity(people.len());
    for taker in &takers {
        let mut candidate = candidate(taker, &mut words, round.starts_at)?;
        let manager = taker.profile.manager_id;
        let manager = manager.or_else(|| managers.get(&taker.person.id).copied());
        candidate.manager = manager.and_then(|id| at.get(&id).copied());
        let rated = objectives.iter().map(|objective| {
            let rating = ratings.get(&(taker.person.id, *objective))?;
            u8::try_from(*rating).ok()
        });
        candidate.ratings = rated.collect();
        candidates.push(candidate);
    }
    let mut problem = Problem {
        people: candidates,
        rules: round.rules.0.clone(),
        ..Problem::default()
    };
    for (one, other) in store::all_apart(conn, community).await? {
        if let (Some(one), Some(other)) = (at.get(&one), at.get(&other)) {
            problem.apart.insert(ordered(*one, *other));
        }
    }
    remember(conn, round, (&mut problem, &at)).await?;
    let known = |seen: &PairSeen| -> Vec<usize> {
        seen.present()
            .filter_map(|member| at.get(&member.person_id).copied())
            .collect()
    };
    // No lock holds against what people said since.
    let holds = |seen: &&PairSeen| seen.pair.locked && may_stay(&problem, &known(seen));
    let (locked, before): (Vec<_>, Vec<_>) = board.iter().partition(holds);
    let groups = |pairs: Vec<&PairSeen>| -> Vec<Vec<usize>> {
        let known = pairs.into_iter().map(known);
        known.filter(|it| it.len() > 1).collect()
    };
    let (locked, before) = (groups(locked), groups(before));
    (problem.locked, problem.before) = (locked, before);
    let by_hand = round.unpaired.0.iter();
    let by_hand = by_hand.filter(|left| left.reason == UnpairedReason::ByHand);
    let stay = takers.iter().filter(|taker| taker.only_stays);
    problem.out = by_hand
        .map(|left| left.person)
        .chain(stay.map(|taker| taker.person.id))
        .filter_map(|person| at.get(&person).copied())
        .collect();
    let [languages, _, _, _, goals] = words;
    Ok(Gathered {
        problem,
        people,
        at,
        objectives,
        goals: goals.0,
        languages: languages.0,
    })
}

fn candidate(taker: &Taker, words: &mut [Numbers; 5], at: DateTime<Utc>) -> Result<Candidate> {
    let Taker {
        person, profile, ..
    } = taker;
    let zone: Tz = person.zone.parse().map_err(|_| {
        let words = format!("the time zone of {} is not known", person.name);
        Error::invalid("zone", words).hint("they can choose another in their profile")
    })?;
    let offset = zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    let shift = offset.local_minus_utc() / 60;
    let hours = profile.hours();
    let from = (hours.first_minute() - shift).rem_euclid(DAY);
    let [languages, teams, sites, levels, goals] = words;
    let mut spoken = 0_u64;
    for language in &profile.languages.0 {
        spoken |= 1_u64.checked_shl(languages.of(language)).unwrap_or(0);
    }
    Ok(Candidate {
        works_from: u32::try_from(from).unwrap_or(0),
        works_for: u32::try_from(hours.minutes()).unwrap_or(0),
        languages: spoken,
        team: profile.team.as_deref().map(|word| teams.of(word)),
        site: profile.site.as_deref().map(|word| sites.of(word)),
        level: profile.level.as_deref().map(|word| levels.of(word)),
        goal: profile.goal.as_deref().map(|word| goals.of(word)),
        part: part_of(profile.role),
        capacity: usize::try_from(profile.capacity).unwrap_or(1),
        ..Candidate::default()
    })
}

fn part_of(role: PairRole) -> Part {
    match role {
        PairRole::Peer => Part::Peer,
        PairRole::Mentor => Part::Mentor,
        PairRole::Mentee => Part::Mentee,
    }
}

/// Who met whom in the rounds before, and who was left out.
async fn remember(
    conn: &Conn<'_>,
    round: &Round,
    (problem, at): (&mut Problem, &HashMap<PersonId, usize>),
) -> Result<()> {
    let mut lived = store::lived_rounds(conn, round.community_id).await?;
    lived.retain(|before| before.id != round.id);
    let ids: Vec<_> = lived.iter().map(|round| round.id).collect();
    let ago: HashMap<_, u32> = ids.iter().copied().zip(1..).collect();
    for seen in store::pairs_of_rounds(conn, Actor::System, &ids).await? {
        let group: Vec<usize> = seen
            .members
            .iter()
            .filter_map(|member| at.get(&member.person_id).copied())
            .collect();
        let rounds_ago = ago.get(&seen.pair.round_id).copied().unwrap_or(1);
        for (a, b) in twos(&group) {
            let met = problem.met.entry(ordered(a, b)).or_insert(Met {
                times: 0,
                rounds_ago,
            });
            met.times += 1;
            met.rounds_ago = met.rounds_ago.min(rounds_ago);
        }
    }
    for left in lived.iter().flat_map(|round| &round.unpaired.0) {
        if let Some(person) = at.get(&left.person) {
            problem.people[*person].left_out += 1;
        }
    }
    Ok(())
}

impl Gathered {
    fn ids(&self, group: &[usize]) -> Vec<PersonId> {
        group.iter().map(|at| self.people[*at]).collect()
    }

    /// The numbers of some people; nothing when one of them does not take part.
    pub fn numbers(&self, people: &[PersonId]) -> Option<Vec<usize>> {
        people.iter().map(|id| self.at.get(id).copied()).collect()
    }

    /// Why a group is one, in ids.
    pub fn reasons(&self, group: &[usize]) -> Vec<Reason> {
        let reasons = crate::matching::why(&self.problem, group);
        reasons.into_iter().map(|why| self.reason(why)).collect()
    }

    fn reason(&self, why: Why) -> Reason {
        let word = |words: &[String], at: u32| words.get(at as usize).cloned();
        let plain = Reason {
            kind: ReasonKind::New,
            minutes: None,
            objective: None,
            person: None,
            text: None,
            count: None,
        };
        let of = |kind: ReasonKind| Reason {
            kind,
            ..plain.clone()
        };
        match why {
            Why::Trio => of(ReasonKind::Trio),
            Why::Mentoring => of(ReasonKind::Mentoring),
            Why::Complements { objective, person } => Reason {
                objective: self.objectives.get(objective).copied(),
                person: Some(self.people[person]),
                ..of(ReasonKind::Complements)
            },
            Why::SameGoal(goal) => Reason {
                text: word(&self.goals, goal),
                ..of(ReasonKind::SameGoal)
            },
            Why::Overlap(minutes) => Reason {
                minutes: Some(minutes),
                ..of(ReasonKind::Overlap)
            },
            Why::DifferentTeam => of(ReasonKind::DifferentTeam),
            Why::DifferentSite => of(ReasonKind::DifferentSite),
            Why::DifferentLevel => of(ReasonKind::DifferentLevel),
            Why::Waited(rounds) => Reason {
                count: Some(rounds),
                ..of(ReasonKind::Waited)
            },
            Why::MetBefore(times) => Reason {
                count: Some(times),
                ..of(ReasonKind::MetBefore)
            },
            Why::New => of(ReasonKind::New),
            Why::SharedLanguage(language) => Reason {
                text: word(&self.languages, language),
                ..of(ReasonKind::SharedLanguage)
            },
        }
    }

    /// Who has nobody, and why; `before` is who had nobody before people were moved by hand.
    pub fn left(&self, solution: &Solution, before: Option<&Lefts>) -> Vec<Left> {
        let by_rules: HashSet<usize> = match before {
            None => solution.unpaired.iter().copied().collect(),
            Some(lefts) => {
                let by_rule = [UnpairedReason::NobodyFits, UnpairedReason::NobodyLeft];
                let lefts = lefts.0.iter().filter(|it| by_rule.contains(&it.reason));
                lefts
                    .filter_map(|it| self.at.get(&it.person).copied())
                    .collect()
            }
        };
        let left = |person: &usize| {
            let because = crate::matching::unpaired_because(&self.problem, solution, *person);
            let over = left_over(&self.problem, solution, (*person, &by_rules));
            let (reason, relaxation) = match because {
                WhyNot::NobodyFits(_) | WhyNot::NobodyLeft(_) if over => {
                    (UnpairedReason::LeftOver, None)
                }
                WhyNot::NobodyFits(it) => (UnpairedReason::NobodyFits, it),
                WhyNot::NobodyLeft(it) => (UnpairedReason::NobodyLeft, it),
                WhyNot::ByHand => (UnpairedReason::ByHand, None),
            };
            let with = relaxation.as_ref().map(|it| self.ids(&it.with));
            Left {
                person: self.people[*person],
                reason,
                rule: relaxation.as_ref().map(|it| it.rule),
                to: relaxation.as_ref().and_then(|it| it.to),
                with: with.unwrap_or_default(),
            }
        };
        solution.unpaired.iter().map(left).collect()
    }

    /// Who takes part and is in none of these groups.
    pub fn people_set(&self) -> HashSet<PersonId> {
        self.people.iter().copied().collect()
    }
}
