//! Opens a round in which people are put together; it is solved in the background.
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Error, Result, Tx};
use pairings::{BeginRound, Begins, CancelPairing, Format, RulesInput};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens a round of pairs, or of groups.
pub struct Pairs;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    weeks: Option<i32>,
    group_size: Option<i32>,
    min_overlap_minutes: Option<i32>,
    cooldown_rounds: Option<i32>,
    #[serde(default)]
    different_teams: bool,
    #[serde(default)]
    publishes: bool,
    #[serde(default)]
    publish_after_days: Option<i32>,
}

const FIELDS: [Field; 7] = [
    Field {
        name: "weeks",
        kind: FieldKind::Number,
        needed: false,
        about: "For how many weeks people are together, 1 to 26; without it, 4.",
    },
    Field {
        name: "groupSize",
        kind: FieldKind::Number,
        needed: false,
        about: "How many belong together, 2 to 5; without it, 2.",
    },
    Field {
        name: "minOverlapMinutes",
        kind: FieldKind::Number,
        needed: false,
        about: "Minutes of a day in which they work at the same time, at least; without it, 60.",
    },
    Field {
        name: "cooldownRounds",
        kind: FieldKind::Number,
        needed: false,
        about: "After how many rounds two may meet again, sooner only where somebody would be alone; without it, 3.",
    },
    Field {
        name: "differentTeams",
        kind: FieldKind::YesNo,
        needed: false,
        about: "Whether nobody is with somebody of their team.",
    },
    Field {
        name: "publishes",
        kind: FieldKind::YesNo,
        needed: false,
        about: "Whether it is published without somebody looking at it; without it, facilitators look first.",
    },
    Field {
        name: "publishAfterDays",
        kind: FieldKind::Number,
        needed: false,
        about: "Working days that facilitators have to look at it, 1 to 10, before it is published by itself; without it, it waits for them.",
    },
];

impl Settings {
    fn begins(&self) -> Begins {
        let days = self.publish_after_days;
        let days = days.and_then(|days| u8::try_from(days).ok());
        match (self.publishes, days) {
            (true, _) => Begins::ByItselfPublished,
            (false, Some(days)) => Begins::ByItselfLookedAt(days),
            (false, None) => Begins::ByItself,
        }
    }

    fn rules(&self) -> RulesInput {
        let size = self.group_size.unwrap_or(2);
        RulesInput {
            format: match size {
                2 => Format::Pairs,
                _ => Format::Groups,
            },
            group_size: size,
            min_overlap_minutes: self.min_overlap_minutes.unwrap_or(60),
            different_teams: self.different_teams,
            not_manager: true,
            shared_language: true,
            cooldown_rounds: self.cooldown_rounds.unwrap_or(3),
            trio: true,
            weights: None,
        }
    }
}

impl Action for Pairs {
    fn kind(&self) -> &'static str {
        "pair_people"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            if settings
                .weeks
                .is_some_and(|weeks| !(1..=26).contains(&weeks))
            {
                return Err(Error::invalid("weeks", "a round takes 1 to 26 weeks"));
            }
            if settings
                .publish_after_days
                .is_some_and(|days| !(1..=10).contains(&days))
            {
                let words = "facilitators have 1 to 10 working days to look at it";
                return Err(Error::invalid("publishAfterDays", words));
            }
            settings.rules().parse().map(|_| ())
        })
    }

    /// Who is put together later still has the time that a round takes.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            occasion.speaker()?;
            let community = occasion.community.id;
            Ok(Effect {
                people: pairings::takers_in(conn, community, occasion.due_at).await?,
                ..Effect::default()
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let begin = BeginRound {
                community: occasion.community.id,
                rules: settings.rules().parse()?,
                starts_at: None,
                weeks: settings.weeks.unwrap_or(4),
                together: Vec::new(),
                begins: settings.begins(),
                session: occasion.session.as_ref().map(|session| session.id),
            };
            let round = within(tx, occasion.speaker()?, begin).await?;
            Ok(Outcome {
                round: Some(round.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let cancel = CancelPairing {
                round: done.round.ok_or_else(nothing)?,
            };
            within(tx, by, cancel).await.map(|_| ())
        })
    }
}
