//! What the people of the year do when they are asked: each by habit, so that it can be counted.
use super::Year;
use checkins::{Asking, CheckInAsked};
use kernel::{CheckInId, Cursor, PersonId, PulseId};
use pairings::{MeetingAsked, Paused};
use pulses::PulseAsked;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tests::Person;

/// How somebody deals with what they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    Answers,
    /// Once it is closed.
    AnswersLate,
    Skips,
}

/// Everybody who learns in one of the cohorts.
pub struct Neighbours {
    habits: HashMap<PersonId, (usize, usize, Habit)>,
    cursor: Cursor,
    late: BTreeSet<(String, PersonId)>,
    /// How often what happened.
    pub heard: BTreeMap<&'static str, usize>,
}

impl Neighbours {
    pub async fn of(year: &Year<'_>) -> Self {
        let mut habits = HashMap::new();
        for (course, of) in year.courses.iter().enumerate() {
            for (seat, person) in of.learners.iter().enumerate() {
                let habit = match seat {
                    0 => Habit::Skips,
                    1 => Habit::AnswersLate,
                    _ => Habit::Answers,
                };
                habits.insert(person.record.id, (course, seat, habit));
            }
        }
        let cursor = kernel::head(&year.stage.db().read()).await;
        Self {
            habits,
            cursor: cursor.expect("the log"),
            late: BTreeSet::new(),
            heard: BTreeMap::new(),
        }
    }

    fn counts(&mut self, what: &'static str) {
        *self.heard.entry(what).or_default() += 1;
    }

    fn person<'year, 'stage>(
        &self,
        year: &'year Year<'stage>,
        id: PersonId,
    ) -> Option<(&'year Person<'stage>, Habit)> {
        let (course, seat, habit) = self.habits.get(&id)?;
        Some((&year.courses[*course].learners[*seat], *habit))
    }

    /// Hears what was said since the last time, and does what follows of it.
    pub async fn do_what_they_are_asked(&mut self, year: &Year<'_>) {
        self.send_what_is_late(year).await;
        loop {
            let facts = kernel::facts_after(&year.stage.db().read(), self.cursor, 500).await;
            let facts = facts.expect("the log");
            let Some(last) = facts.last() else { return };
            self.cursor = last.cursor;
            for fact in &facts {
                if let Some(asked) = fact.as_event::<CheckInAsked>() {
                    self.is_asked(year, &asked).await;
                }
                if let Some(asked) = fact.as_event::<PulseAsked>() {
                    self.is_asked_without_name(year, &asked).await;
                }
                if let Some(asked) = fact.as_event::<MeetingAsked>() {
                    self.says_whether_met(year, &asked).await;
                }
                let paused = fact.as_event::<Paused>();
                if paused.is_some_and(|it| it.person == it.whom) {
                    self.counts("paused");
                }
            }
        }
    }

    async fn is_asked(&mut self, year: &Year<'_>, asked: &CheckInAsked) {
        assert_eq!(asked.asking, Asking::First, "nobody reminds anybody");
        self.counts("asked");
        let Some((person, habit)) = self.person(year, asked.person) else {
            return;
        };
        let id = asked.check_in;
        match habit {
            Habit::Answers => {
                sends(person, id).await;
                self.counts("sent");
            }
            // What is asked without a name is answered until it closes, or not at all.
            Habit::AnswersLate if asked.community == year.practice.id => {}
            Habit::AnswersLate => {
                self.late.insert((id.to_string(), asked.person));
            }
            Habit::Skips => {
                let input = json!({ "checkIn": id.to_string(), "because": "Not this time" });
                crate::journeys::does(person, "skipCheckIn", input).await;
                self.counts("skipped");
            }
        }
    }

    /// Whoever is late with check-ins answers a pulse when they are reminded.
    async fn is_asked_without_name(&mut self, year: &Year<'_>, asked: &PulseAsked) {
        let is_first = asked.asking == pulses::Asking::First;
        self.counts(match is_first {
            true => "pulse asked",
            false => "pulse reminded",
        });
        let Some((person, habit)) = self.person(year, asked.person) else {
            return;
        };
        match habit {
            Habit::AnswersLate if is_first => {}
            Habit::Answers | Habit::AnswersLate => {
                answers(person, asked.pulse).await;
                self.counts("pulse answered");
            }
            Habit::Skips => {
                let input = json!({ "pulse": asked.pulse.to_string() });
                crate::journeys::does(person, "skipPulse", input).await;
                self.counts("pulse skipped");
            }
        }
    }

    /// Sends what was put off, of what is closed by now.
    async fn send_what_is_late(&mut self, year: &Year<'_>) {
        let mut still = BTreeSet::new();
        for (check_in, id) in std::mem::take(&mut self.late) {
            let Some((person, _)) = self.person(year, id) else {
                continue;
            };
            let ask = "query($id: ID!) { node(id: $id) { ... on CheckIn { state } } }";
            let seen = person.asks(ask, json!({ "id": check_in })).await;
            match seen["data"]["node"]["state"].as_str() {
                Some("CLOSED") => {
                    let check_in = check_in.parse().expect("an id");
                    let sent = sends(person, check_in).await;
                    assert_eq!(sent["isLate"], true, "{sent}");
                    self.counts("late");
                }
                _ => {
                    still.insert((check_in, id));
                }
            }
        }
        self.late = still;
    }

    /// Everybody met, but for one in the community of practice who never says anything.
    async fn says_whether_met(&mut self, year: &Year<'_>, asked: &MeetingAsked) {
        let Some((person, _)) = self.person(year, asked.person) else {
            return;
        };
        if asked.community == year.practice.id && is_silent(year, asked.person) {
            return;
        }
        let input = json!({ "pair": asked.pair.to_string(), "answer": "YES" });
        crate::journeys::does(person, "sayWhetherMet", input).await;
    }
}

fn is_silent(year: &Year<'_>, person: PersonId) -> bool {
    year.courses[0].learners[0].record.id == person
}

/// Answers the one question of a check-in.
async fn sends(person: &Person<'_>, check_in: CheckInId) -> Value {
    let id = check_in.to_string();
    let ask = "query($id: ID!) { node(id: $id) { ... on CheckIn { questions { id } } } }";
    let seen = person.asks(ask, json!({ "id": id })).await;
    let question = &seen["data"]["node"]["questions"][0]["id"];
    let change = "mutation($input: AnswerCheckInInput!) { answerCheckIn(input: $input) {
        state isLate } }";
    let input = json!({ "checkIn": id, "answers": [{ "question": question, "choice": 1 }] });
    let answer = person.asks(change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["answerCheckIn"].clone()
}

/// Answers all of a pulse: a step higher than before where it asks again.
async fn answers(person: &Person<'_>, pulse: PulseId) {
    let ask = "query($id: ID!) { node(id: $id) { ... on Pulse { kind questions { id kind } } } }";
    let seen = person.asks(ask, json!({ "id": pulse.to_string() })).await;
    let seen = &seen["data"]["node"];
    let step = 1 + i64::from(seen["kind"] == "FOLLOW_UP");
    let answers = crate::pulses::all(seen, step);
    let input = json!({ "pulse": pulse.to_string(), "answers": answers });
    crate::journeys::does(person, "answerPulse", input).await;
}

/// Every two who were together in a round, by name.
pub fn twos(round: &Value) -> Vec<Vec<String>> {
    let mut twos = Vec::new();
    for group in crate::pairings::together(round) {
        for (at, one) in group.iter().enumerate() {
            twos.extend(
                group[at + 1..]
                    .iter()
                    .map(|other| vec![one.clone(), other.clone()]),
            );
        }
    }
    twos
}
