use ::journeys::{
    Action, Anchor, Condition, Field, FieldKind, JourneyAnchor, JourneyCondition, Offset, Reach,
    Step,
};
use async_graphql::Object;
use communities::DayUnit;
use serde_json::Value;

/// One step of a journey: when it happens, for whom, and what it does.
pub struct JourneyStepObject(pub Step);

#[Object(name = "JourneyStep")]
impl JourneyStepObject {
    /// Names it among the steps of its journey.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What people who plan call it.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What it counts from.
    async fn anchor(&self) -> JourneyAnchor {
        self.0.anchor.kind()
    }

    /// The key of the step it counts from, if it counts from one.
    async fn after(&self) -> Option<&str> {
        match &self.0.anchor {
            Anchor::Step(key) => Some(key),
            Anchor::SessionStart | Anchor::SessionEnd | Anchor::Enrolment => None,
        }
    }

    /// How many days after its anchor, before it when negative; nothing when it counts in minutes.
    async fn days(&self) -> Option<i32> {
        match self.0.offset {
            Offset::Days { days, .. } => Some(days),
            Offset::Minutes(_) => None,
        }
    }

    /// In which days; nothing when it counts in minutes.
    async fn unit(&self) -> Option<DayUnit> {
        match self.0.offset {
            Offset::Days { unit, .. } => Some(unit),
            Offset::Minutes(_) => None,
        }
    }

    /// At what local time, as 09:00; nothing when it keeps that of its anchor.
    async fn at(&self) -> Option<String> {
        match self.0.offset {
            Offset::Days { at, .. } => at.map(|at| at.format("%H:%M").to_string()),
            Offset::Minutes(_) => None,
        }
    }

    /// How many minutes after its anchor, before it when negative; nothing when it counts in days.
    async fn minutes(&self) -> Option<i32> {
        match self.0.offset {
            Offset::Minutes(minutes) => Some(minutes),
            Offset::Days { .. } => None,
        }
    }

    /// Whom of the members it is for; all when there is none.
    async fn condition(&self) -> Option<JourneyCondition> {
        self.0.condition.as_ref().map(Condition::kind)
    }

    /// The key of the step whose prompt the condition asks for.
    async fn about(&self) -> Option<&str> {
        match &self.0.condition {
            Some(Condition::NotAnswered(key)) => Some(key),
            Some(Condition::Attended | Condition::Missed) | None => None,
        }
    }

    /// What it does: the kind of one of `journeyActions`.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// What the action was told.
    async fn settings(&self) -> &Value {
        &self.0.settings
    }
}

/// One kind of thing that a step can do.
pub struct JourneyActionObject<'a>(pub &'a dyn Action);

#[Object(name = "JourneyAction")]
impl JourneyActionObject<'_> {
    /// Its name in steps.
    async fn kind(&self) -> &str {
        self.0.kind()
    }

    /// Whether it speaks to people by themselves, so that a step with it may have a condition.
    async fn takes_condition(&self) -> bool {
        self.0.reach() == Reach::Each
    }

    /// What its settings hold.
    async fn fields(&self) -> Vec<JourneyActionFieldObject> {
        let fields = self.0.fields().iter();
        fields.copied().map(JourneyActionFieldObject).collect()
    }
}

/// One thing that an action wants to know.
pub struct JourneyActionFieldObject(Field);

#[Object(name = "JourneyActionField")]
impl JourneyActionFieldObject {
    /// Its name in the settings.
    async fn name(&self) -> &str {
        self.0.name
    }

    /// How it is written.
    async fn kind(&self) -> FieldKind {
        self.0.kind
    }

    /// Whether the action cannot do without it.
    async fn needed(&self) -> bool {
        self.0.needed
    }

    /// What it means.
    async fn about(&self) -> &str {
        self.0.about
    }
}
