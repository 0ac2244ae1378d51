//! People are put together for a time, and what becomes of it.
mod arranging;
mod belonging;
mod following;
mod keeping;
mod leaving;
mod looking;
mod mending;
mod permissions;
mod planning;
mod publishing;
mod telling;

use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage};

const ROUND: &str = "id state version repeats weight bound problem { field message hint }
    unpaired { person { name } reason relaxation { rule to with { name } } }
    pairs { id locked broken silent met viewerBelongs thread { id } commitments { words }
        reasons { kind minutes text count } members { person { id name } leftAt } }
    health { pairs met notMet unknown silent commitments done changedMind }";

/// A cohort that is put together.
pub struct Cohort<'stage> {
    pub stage: &'stage Stage,
    pub amara: Person<'stage>,
    pub people: Vec<Person<'stage>>,
    pub community: Community,
}

impl<'stage> Cohort<'stage> {
    pub fn named(&self, name: &str) -> &Person<'stage> {
        let found = self.people.iter().find(|person| person.record.name == name);
        found.expect("somebody of the cohort")
    }

    /// Amara leads these.
    pub async fn of(stage: &'stage Stage, names: &[&str]) -> Self {
        let amara = stage.person("Amara").await;
        let (community, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
        let mut people = Vec::new();
        for name in names {
            let person = stage.person(name).await;
            stage.joins(&person, &community, Role::Learner).await;
            people.push(person);
        }
        Self {
            stage,
            amara,
            people,
            community,
        }
    }

    pub fn id(&self) -> String {
        self.community.id.to_string()
    }

    /// Begins a round with these rules, and solves it; returns it as Amara sees it.
    pub async fn proposed(&self, rules: Value) -> Value {
        let input = json!({ "community": self.id(), "rules": rules });
        let round = changes(&self.amara, ("proposePairs", "id"), input).await;
        assert!(round.get("errors").is_none(), "{round}");
        self.stage.pairs_people().await;
        self.board().await
    }

    /// The newest round as Amara sees it.
    pub async fn board(&self) -> Value {
        let ask = format!(
            "query($id: ID!) {{ node(id: $id) {{ ... on Community {{
                pairingBoard {{ rounds(first: 1) {{ edges {{ node {{ {ROUND} }} }} }} }} }} }} }}"
        );
        let answer = self.amara.asks(&ask, json!({ "id": self.id() })).await;
        let board = &answer["data"]["node"]["pairingBoard"];
        assert!(!board.is_null(), "{answer}");
        board["rounds"]["edges"][0]["node"].clone()
    }

    pub async fn published(&self, rules: Value) -> Value {
        let round = self.proposed(rules).await;
        let input = json!({ "round": round["id"], "version": round["version"] });
        let told = changes(&self.amara, ("publishPairs", "id"), input).await;
        assert!(told.get("errors").is_none(), "{told}");
        self.stage.settle().await;
        self.board().await
    }

    pub async fn prefers(&self, person: &Person<'_>, wishes: Value) {
        let mut input = wishes;
        input["community"] = json!(self.id());
        let kept = changes(person, ("updatePairingPreferences", "optedOut"), input).await;
        assert!(kept.get("errors").is_none(), "{kept}");
    }
}

/// Asks for a change; returns what it answers, or the whole answer where that is an error.
pub async fn changes(person: &Person<'_>, (field, shown): (&str, &str), input: Value) -> Value {
    let name = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
    let ask = format!("mutation($input: {name}!) {{ {field}(input: $input) {{ {shown} }} }}");
    let answer = person.asks(&ask, json!({ "input": input })).await;
    match answer.get("errors") {
        Some(_) => answer,
        None => answer["data"][field].clone(),
    }
}

/// The viewer's page.
pub async fn page(person: &Person<'_>, community: &str) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairing { standing
        pairs { id viewerBelongs mayNudgeAt asksWhetherMet met viewerMet { answer note }
            members { person { name } isViewer leftAt } reasons { kind minutes }
            commitments { id words outcome reason viewerOwns } thread { id }
            suggestedTimes { startsAt endsAt calendarFile } }
        pastPairs(first: 5) { edges { node { id endedAt members { person { name } } } } }
        preferences { optedOut pausedAt languages notWith { name } } } } } }";
    let answer = person.asks(ask, json!({ "id": community })).await;
    let page = &answer["data"]["node"]["pairing"];
    assert!(!page.is_null(), "{answer}");
    page.clone()
}

/// Who is together, by name, in order.
pub fn together(round: &Value) -> Vec<Vec<String>> {
    let names = |pair: &Value| -> Vec<String> {
        let members = pair["members"].as_array().into_iter().flatten();
        let present = members.filter(|member| member["leftAt"].is_null());
        let mut names: Vec<String> = present
            .filter_map(|member| member["person"]["name"].as_str().map(str::to_owned))
            .collect();
        names.sort();
        names
    };
    let pairs = round["pairs"].as_array().into_iter().flatten();
    let mut pairs: Vec<Vec<String>> = pairs.map(names).collect();
    pairs.sort();
    pairs
}

/// Two are together, with all that can be said of it; returns the address of their room.
pub async fn room_of_two(stage: &Stage) -> String {
    let it = Cohort::of(stage, &["Ben", "Cleo"]).await;
    let ben = &it.people[0];
    it.prefers(
        ben,
        json!({ "goal": "Listen first", "languages": ["en", "de"] }),
    )
    .await;
    let apart =
        json!({ "community": it.id(), "person": it.amara.record.id.to_string(), "apart": true });
    changes(ben, ("keepApart", "optedOut"), apart).await;
    it.published(json!({})).await;
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-01-16" });
    changes(ben, ("makeCommitment", "id"), commit).await;
    changes(
        ben,
        ("sayWhetherMet", "id"),
        json!({ "pair": pair, "answer": "YES" }),
    )
    .await;
    let begin = json!({ "pair": pair, "body": "hello", "nonce": "hello" });
    let thread = changes(ben, ("beginPairTalk", "community { slug }"), begin).await;
    let slug = thread["community"]["slug"].as_str();
    slug.unwrap_or_else(|| panic!("{thread}")).to_owned()
}
