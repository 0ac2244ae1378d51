//! A year on one clock: four cohorts, one in each quarter and each in a zone of its own, and a community of
//! practice of everybody in them. What follows their sessions happens by itself; people do what they are asked.
mod people;

use crate::journeys::{does, goes_to, instant_of, step};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use communities::{Community, CommunityKind, CreateCommunity, Role};
use people::Neighbours;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::{Person, Stage};

/// Where each cohort is at home, and whence its people come.
const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kolkata",
];
const LEARNERS: usize = 6;
const FIRST_DAY: &str = "2026-01-05";

/// A cohort and its session.
struct Course<'stage> {
    cohort: Community,
    learners: Vec<Person<'stage>>,
    session: Value,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

struct Year<'stage> {
    stage: &'stage Stage,
    amara: Person<'stage>,
    courses: Vec<Course<'stage>>,
    practice: Community,
}

fn day_of_course(number: usize, days: u64) -> NaiveDate {
    let first: NaiveDate = FIRST_DAY.parse().expect("a day");
    let quarters = u64::try_from(number).expect("a quarter") * 91;
    first + Days::new(quarters + days)
}

impl<'stage> Year<'stage> {
    async fn begins(stage: &'stage Stage) -> Self {
        let amara = stage.person("Amara").await;
        let practice = community(stage, CommunityKind::Practice, ("Leading", "UTC")).await;
        stage.joins(&amara, &practice, Role::Facilitator).await;
        let mut it = Self {
            stage,
            amara,
            practice,
            courses: Vec::new(),
        };
        for number in 0..ZONES.len() {
            let course = it.course(number).await;
            it.courses.push(course);
        }
        it.plans_the_practice().await;
        it
    }

    /// A cohort with its learners, its session, and what follows the session.
    async fn course(&self, number: usize) -> Course<'stage> {
        let zone = ZONES[number];
        let name = format!("Cohort {}", number + 1);
        let cohort = community(self.stage, CommunityKind::Cohort, (&name, zone)).await;
        let id = cohort.id.to_string();
        let lobby = channels::ChannelKind::Discussion;
        self.stage.channel(&cohort, "lobby", lobby).await;
        self.stage
            .joins(&self.amara, &cohort, Role::Facilitator)
            .await;
        let mut learners = Vec::new();
        for seat in 1..=LEARNERS {
            let person = self.stage.person(&format!("{name} learner {seat}")).await;
            let profile = "mutation($zone: String!) { updateProfile(input: { zone: $zone }) { person { id } } }";
            let moved = person.asks(profile, json!({ "zone": zone })).await;
            assert!(moved.get("errors").is_none(), "{moved}");
            self.stage.joins(&person, &cohort, Role::Learner).await;
            self.stage
                .joins(&person, &self.practice, Role::Learner)
                .await;
            learners.push(person);
        }
        let day = day_of_course(number, 10);
        let part = json!({ "starts": format!("{day}T10:00"), "ends": format!("{day}T12:00") });
        let session = json!({ "community": id, "title": "Listening first", "format": "WORKSHOP",
            "parts": [part] });
        let session = does(&self.amara, "createSession", session).await["id"].clone();
        let named = json!({ "session": session });
        does(&self.amara, "publishSession", named).await;
        let template = json!({ "community": id, "name": "After a session", "steps": steps() });
        let template = does(&self.amara, "createJourneyTemplate", template).await["id"].clone();
        let applied = json!({ "template": template, "session": session });
        does(&self.amara, "applyJourney", applied).await;
        let before = format!("{}T09:00:00Z", day_of_course(number, 3));
        let baseline = json!({ "community": id, "kind": "BASELINE", "session": session,
            "opensAt": before, "followUps": [30], "nonce": name });
        does(&self.amara, "definePulse", baseline).await;
        let times = crate::sessions::looks_at(&self.amara, &session, "startsAt endsAt").await;
        Course {
            cohort,
            learners,
            starts_at: instant_of(&times["startsAt"]),
            ends_at: instant_of(&times["endsAt"]),
            session,
        }
    }

    /// The community of practice pairs its people and asks them once in each quarter.
    async fn plans_the_practice(&self) {
        let id = self.practice.id.to_string();
        let lobby = channels::ChannelKind::Discussion;
        self.stage.channel(&self.practice, "lobby", lobby).await;
        // They live all round the world: meeting takes one of them out of their hours.
        let plan = json!({ "community": id, "rrule": "FREQ=MONTHLY;INTERVAL=3;COUNT=4",
            "firstAt": "2026-01-12T10:00:00Z", "weeks": 6, "publishes": true,
            "rules": { "cooldownRounds": 4, "minOverlapMinutes": 0 } });
        does(&self.amara, "planPairing", plan).await;
        let questions = json!([{ "kind": "SCALE", "words": "How do you lead now?",
            "options": ["as before", "a little differently", "differently"],
            "visibility": "ANONYMOUS" }]);
        let check_in = json!({ "community": id, "title": "This quarter", "questions": questions,
            "opensAt": "2026-03-02T09:00:00Z", "rrule": "FREQ=MONTHLY;INTERVAL=3;COUNT=4",
            "daysOpen": 7, "nonce": "quarterly" });
        does(&self.amara, "defineCheckIn", check_in).await;
        let pulse = json!({ "community": id, "kind": "TRANSFER", "daysOpen": 14,
            "opensAt": "2026-02-02T09:00:00Z", "nonce": "of everybody" });
        does(&self.amara, "definePulse", pulse).await;
    }

    /// Holds the sessions of a day, each at its hours.
    async fn holds_sessions_of(&self, day: NaiveDate) {
        for course in &self.courses {
            if course.starts_at.date_naive() != day {
                continue;
            }
            let named = json!({ "session": course.session });
            goes_to(self.stage, &course.starts_at.to_rfc3339());
            does(&self.amara, "startSession", named.clone()).await;
            goes_to(self.stage, &course.ends_at.to_rfc3339());
            does(&self.amara, "closeSession", named).await;
            self.stage.settle().await;
        }
    }

    /// Does by itself what is due by now.
    async fn lives(&self) {
        self.stage.runs_what_is_due().await;
        self.stage.pairs_people().await;
        self.stage.checks_in().await;
        self.stage.takes_pulses().await;
    }

    async fn rounds_of(&self, community: &Community) -> Vec<Value> {
        let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard {
            rounds(first: 20) { edges { node { state repeats meetings unpaired { reason }
                health { pairs met silent } pairs { members { person { name } leftAt } } } } } } } } }";
        let answer = self
            .amara
            .asks(ask, json!({ "id": community.id.to_string() }))
            .await;
        let edges = &answer["data"]["node"]["pairingBoard"]["rounds"]["edges"];
        let edges = edges.as_array().unwrap_or_else(|| panic!("{answer}"));
        edges.iter().map(|edge| edge["node"].clone()).collect()
    }

    async fn check_ins_of(&self, community: &Community) -> Vec<Value> {
        let ask = "query($slug: String!) { community(slug: $slug) {
            checkIns(filter: ALL, first: 20) { edges { node { title state expectedCount sentCount
                summary { title } board { skipped { person { name } } questions {
                    answerCount withheld tally { count } } } } } } } }";
        let answer = self
            .amara
            .asks(ask, json!({ "slug": community.slug }))
            .await;
        let edges = &answer["data"]["community"]["checkIns"]["edges"];
        let edges = edges.as_array().unwrap_or_else(|| panic!("{answer}"));
        edges.iter().map(|edge| edge["node"].clone()).collect()
    }
}

impl Year<'_> {
    async fn pulses_of(&self, community: &Community) -> Vec<Value> {
        let ask = "query($slug: String!) { community(slug: $slug) {
            pulses(filter: ALL, first: 20) { edges { node { kind state askedCount answeredCount
                spared { why count } results { respondentCount items { answerCount mean }
                    changes { key count change } } } } } } }";
        let slug = json!({ "slug": community.slug });
        let answer = self.amara.asks(ask, slug).await;
        let edges = &answer["data"]["community"]["pulses"]["edges"];
        let edges = edges.as_array().unwrap_or_else(|| panic!("{answer}"));
        edges.iter().map(|edge| edge["node"].clone()).collect()
    }

    /// What each cohort said of itself without names, and what everybody was asked.
    async fn pulses_were_taken(&self) {
        for course in &self.courses {
            let pulses = self.pulses_of(&course.cohort).await;
            let kinds: Vec<_> = pulses.iter().map(|it| it["kind"].clone()).collect();
            assert_eq!(kinds, ["FOLLOW_UP", "TRANSFER", "BASELINE"]);
            for it in &pulses {
                assert_eq!(
                    (&it["state"], &it["askedCount"], &it["answeredCount"]),
                    (&json!("CLOSED"), &json!(6), &json!(5)),
                    "one skipped it: {it}"
                );
                assert_eq!(it["results"]["respondentCount"], 5, "{it}");
            }
            let changes = pulses[0]["results"]["changes"].as_array();
            let changes = changes.expect("changes");
            assert_eq!(changes.len(), 3, "of each scale");
            for it in changes {
                let same = (&json!(5), &json!(1.0));
                assert_eq!((&it["count"], &it["change"]), same, "{it}");
            }
        }
        let pulses = self.pulses_of(&self.practice).await;
        assert_eq!(pulses.len(), 1);
        let it = &pulses[0];
        let spared = json!([{ "why": "ASKED_RECENTLY", "count": 6 }]);
        assert_eq!(it["spared"], spared, "their cohort had asked them: {it}");
        assert_eq!(
            (&it["askedCount"], &it["answeredCount"]),
            (&json!(18), &json!(15))
        );
    }
}

async fn community(stage: &Stage, kind: CommunityKind, (name, zone): (&str, &str)) -> Community {
    let command = CreateCommunity {
        kind,
        name: name.to_owned(),
        slug: None,
        purpose: "To learn together".to_owned(),
        norms: None,
        zone: zone.to_owned(),
        starts_on: None,
        ends_on: None,
        norms_html: String::new(),
    };
    stage.does(command).await.expect("a community")
}

/// What follows a session: pairs at once, a check-in a fortnight later, and the day after that a pulse.
fn steps() -> Value {
    let pairs = json!({ "weeks": 4, "publishes": true });
    let check_in = json!({ "title": "Two weeks on", "daysOpen": 7,
        "questions": "How often did you try it? :: never | once | often" });
    json!([
        step(
            "pairs",
            "pair_people",
            pairs,
            json!({ "anchor": "SESSION_END", "minutes": 30 })
        ),
        step(
            "check-in",
            "open_check_in",
            check_in,
            json!({ "anchor": "SESSION_END", "days": 14, "at": "09:00" })
        ),
        step(
            "pulse",
            "open_pulse",
            json!({ "kind": "transfer" }),
            json!({ "anchor": "SESSION_END", "days": 15, "at": "09:00" })
        ),
    ])
}

#[tokio::test]
async fn a_year_of_four_cohorts_and_a_community_of_practice() {
    let stage = Stage::new().await;
    let year = Year::begins(&stage).await;
    let mut neighbours = Neighbours::of(&year).await;
    let mut day: NaiveDate = FIRST_DAY.parse().expect("a day");
    while day.year() == 2026 {
        year.holds_sessions_of(day).await;
        let evening = day.and_hms_opt(22, 0, 0).expect("an hour").and_utc();
        goes_to(&stage, &evening.to_rfc3339());
        year.lives().await;
        neighbours.do_what_they_are_asked(&year).await;
        day += TimeDelta::days(1);
    }

    for course in &year.courses {
        let rounds = year.rounds_of(&course.cohort).await;
        assert_eq!(rounds.len(), 1, "{rounds:?}");
        assert_eq!(rounds[0]["state"], "ENDED");
        let health = json!({ "pairs": 3, "met": 3, "silent": 0 });
        assert_eq!(rounds[0]["health"], health);
        let check_ins = year.check_ins_of(&course.cohort).await;
        assert_eq!(check_ins.len(), 1, "{check_ins:?}");
        let it = &check_ins[0];
        assert_eq!(
            (&it["state"], &it["expectedCount"], &it["sentCount"]),
            (&json!("CLOSED"), &json!(6), &json!(5)),
            "one skipped it, one was late: {it}"
        );
        assert!(it["summary"]["title"].is_string(), "{it}");
        assert_eq!(it["board"]["skipped"].as_array().map(Vec::len), Some(1));
    }

    let rounds = year.rounds_of(&year.practice).await;
    assert_eq!(rounds.len(), 4, "once in each quarter");
    let mut met: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for round in &rounds {
        assert_eq!(round["state"], "ENDED", "{round}");
        assert_eq!(round["repeats"], 0);
        assert_eq!(round["unpaired"], json!([]));
        for two in people::twos(round) {
            *met.entry(two).or_default() += 1;
        }
    }
    assert!(met.values().all(|times| *times == 1), "nobody met again");
    let check_ins = year.check_ins_of(&year.practice).await;
    assert_eq!(check_ins.len(), 4, "{check_ins:?}");
    for it in &check_ins {
        assert_eq!(
            (&it["state"], &it["sentCount"]),
            (&json!("CLOSED"), &json!(16))
        );
        assert_eq!(it["board"]["questions"][0]["answerCount"], 16, "{it}");
    }
    year.pulses_were_taken().await;
    let tally = neighbours.heard.clone();
    let expected = BTreeMap::from([
        // Four cohorts once, the community of practice four times.
        ("asked", 4 * 6 + 4 * 24),
        ("late", 4),
        ("paused", 1),
        // Three pulses of each cohort, and one of everybody that spared a cohort.
        ("pulse answered", 4 * 3 * 5 + 15),
        ("pulse asked", 4 * 3 * 6 + 18),
        ("pulse reminded", 4 * 3 + 3),
        ("pulse skipped", 4 * 3 + 3),
        ("sent", 4 * 4 + 4 * 16),
        ("skipped", 4 + 4 * 4),
    ]);
    assert_eq!(tally, expected);
}
