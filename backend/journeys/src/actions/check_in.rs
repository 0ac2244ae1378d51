//! Opens a check-in: questions that stay open for some days, each person asked in their own hours.
use super::people::of_roles;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use checkins::{
    CancelCheckIn, DefineCheckIn, Language, QUESTIONS_MAX, QuestionInput, QuestionKind, Visibility,
};
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens a check-in with questions that are written in lines.
pub struct CheckIn;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    title: String,
    questions: String,
    #[serde(default = "facilitators")]
    visibility: Visibility,
    #[serde(default)]
    commitment: bool,
    rrule: Option<String>,
    days_open: Option<i32>,
    audience: Option<Vec<Role>>,
}

fn facilitators() -> Visibility {
    Visibility::Facilitators
}

const FIELDS: [Field; 7] = [
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "What it is called, 1 to 150 characters.",
    },
    Field {
        name: "questions",
        kind: FieldKind::Text,
        needed: true,
        about: "One question a line. Words after :: and between | make a scale of 3 to 5 words.",
    },
    Field {
        name: "visibility",
        kind: FieldKind::Line,
        needed: false,
        about: "Who reads the answers: pair, facilitators, cohort or anonymous; without it, facilitators.",
    },
    Field {
        name: "commitment",
        kind: FieldKind::YesNo,
        needed: false,
        about: "Whether it ends with what each said they would do.",
    },
    Field {
        name: "rrule",
        kind: FieldKind::Line,
        needed: false,
        about: "By what recurrence it comes back, as FREQ=WEEKLY;COUNT=6; without it, it comes once.",
    },
    Field {
        name: "daysOpen",
        kind: FieldKind::Number,
        needed: false,
        about: "How many days it stays open, 1 to 60; without it, 7.",
    },
    Field {
        name: "audience",
        kind: FieldKind::Roles,
        needed: false,
        about: "Whom it asks; without it, the learners.",
    },
];

impl Settings {
    /// What is asked, with its places filled once there is an occasion.
    fn asked(&self, occasion: Option<&Occasion>) -> Result<Vec<QuestionInput>> {
        let fill = |text: &str| occasion.map_or(text.to_owned(), |it| it.fill(text));
        let mut asked = Vec::new();
        for typed in self.questions.lines().filter(|it| !it.trim().is_empty()) {
            let (words, scale) = match typed.split_once("::") {
                Some((words, scale)) => (words, Some(scale)),
                None => (typed, None),
            };
            let options: Vec<String> = scale
                .into_iter()
                .flat_map(|it| it.split('|'))
                .map(|it| it.trim().to_owned())
                .collect();
            asked.push(QuestionInput {
                kind: match scale {
                    Some(_) => QuestionKind::Scale,
                    None => QuestionKind::ShortText,
                },
                words: fill(words),
                options,
                visibility: self.visibility,
                optional: false,
                misconception: None,
                mistaken: None,
            });
        }
        if self.commitment {
            let language = occasion.map_or(Language::English, |it| it.language);
            asked.push(QuestionInput {
                kind: QuestionKind::Commitment,
                words: language.what_became().to_owned(),
                options: Vec::new(),
                visibility: match self.visibility {
                    Visibility::Anonymous => Visibility::Facilitators,
                    named => named,
                },
                optional: true,
                misconception: None,
                mistaken: None,
            });
        }
        if asked.is_empty() || asked.len() > QUESTIONS_MAX {
            let words = format!("ask 1 to {QUESTIONS_MAX} questions");
            return Err(Error::invalid("questions", words));
        }
        asked.iter().try_for_each(QuestionInput::check)?;
        Ok(asked)
    }
}

impl Action for CheckIn {
    fn kind(&self) -> &'static str {
        "open_check_in"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            settings.title = line("title", &settings.title, room::TITLE_CHARS_MAX)?;
            if settings.audience.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::invalid("audience", "name at least one role"));
            }
            if settings
                .days_open
                .is_some_and(|days| !(1..=60).contains(&days))
            {
                return Err(Error::invalid("daysOpen", "1 to 60 days"));
            }
            if let Some(rule) = &settings.rrule {
                checkins::comes_back(rule, settings.days_open)?;
            }
            settings.asked(None).map(|_| ())
        })
    }

    /// Looking back is never too late.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            occasion.speaker()?;
            Ok(Effect {
                title: Some(occasion.fill(&settings.title)),
                body: Some(occasion.fill(&settings.questions)),
                channel: None,
                people: of_roles(conn, occasion, settings.audience.as_deref()).await?,
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let command = DefineCheckIn {
                community: occasion.community.id,
                session: occasion.session.as_ref().map(|session| session.id),
                title: room::title(occasion, &settings.title),
                questions: settings.asked(Some(occasion))?,
                audience: settings.audience.clone(),
                opens_at: Some(tx.now()),
                days_after_session: None,
                rrule: settings.rrule.clone(),
                days_open: settings.days_open,
                nonce: room::nonce(occasion),
            };
            let defined = within(tx, occasion.speaker()?, command).await?;
            Ok(Outcome {
                check_in: Some(defined.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let cancel = CancelCheckIn {
                check_in: done.check_in.ok_or_else(nothing)?,
            };
            within(tx, by, cancel).await.map(|_| ())
        })
    }
}
