use super::{AttendanceObject, SessionObject};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::loaders::failed;
use ::sessions::{
    CODE_SECONDS, Part, Prepare, See, SessionSeen, WallTime, Witness, code_at, minutes_of,
    wall_time,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Error, First, Result, SessionPartId, permit};

/// A stretch of a session without a longer pause: a day, or a half of it.
#[derive(Clone)]
pub struct PartObject {
    part: Part,
    session: SessionObject,
}

impl PartObject {
    pub fn of(part: Part, session: SessionObject) -> Self {
        Self { part, session }
    }

    /// The part, if the viewer may see its session.
    pub async fn find(ctx: &Context<'_>, id: SessionPartId) -> Result<Self> {
        let (part, seen) = ::sessions::part_seen(&ctx.conn(), ctx.actor(), id).await?;
        match permit::<See, SessionSeen>(ctx.actor(), seen) {
            Ok(seen) => Ok(Self::of(part, seen.into_subject().into())),
            Err(Error::NotFound(_)) => Err(Error::NotFound("part")),
            Err(error) => Err(error),
        }
    }
}

/// What to show so that people can check in.
#[derive(SimpleObject)]
pub struct CheckInCode {
    /// Two groups of three, as K7M-2QF.
    code: String,
    /// Until when to show it; then ask for the next.
    until: DateTime<Utc>,
    /// How long each is shown, in seconds.
    seconds: i32,
}

#[Object(name = "SessionPart")]
impl PartObject {
    /// Its id, which stays when the session moves.
    pub async fn id(&self) -> SessionPartId {
        self.part.id
    }

    /// Of which session.
    async fn session(&self) -> SessionObject {
        self.session.clone()
    }

    /// From 1, in the order of time.
    async fn number(&self) -> i32 {
        self.part.number
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.part.starts_at
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.part.ends_at
    }

    /// The time zone it is planned in, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.part.zone
    }

    /// What the clocks there show when it begins.
    async fn starts(&self) -> WallTime {
        wall_time(&self.part.zone, self.part.starts_at)
    }

    /// What the clocks there show when it ends.
    async fn ends(&self) -> WallTime {
        wall_time(&self.part.zone, self.part.ends_at)
    }

    /// How long it lasts.
    async fn minutes(&self) -> i32 {
        minutes_of(&self.part)
    }

    /// From when on learners see the address of the video call.
    async fn join_opens_at(&self) -> DateTime<Utc> {
        self.session.0.session.join_window(&self.part).0
    }

    /// Until when they see it.
    async fn join_closes_at(&self) -> DateTime<Utc> {
        self.session.0.session.join_window(&self.part).1
    }

    /// The code to check in with at this moment, for who leads; nothing for everybody else.
    async fn check_in_code(&self, ctx: &Context<'_>) -> Option<CheckInCode> {
        self.session.may::<Prepare>(ctx).then(|| {
            let code = code_at(&self.part.secret, ctx.db().now());
            CheckInCode {
                code: code.text,
                until: code.until,
                seconds: i32::try_from(CODE_SECONDS).unwrap_or(i32::MAX),
            }
        })
    }

    /// Who was there, as far as it was recorded. For who leads.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last one seen.")] after: Option<String>,
    ) -> Result<Connected<AttendanceObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let seen = SessionSeen::clone(&self.session.0);
        let seen = permit::<Witness, SessionSeen>(ctx.actor(), seen)?;
        let found = ::sessions::attendance_page(&ctx.conn(), &seen, self.part.id, page).await?;
        Ok(connected(found, |row| {
            AttendanceObject::of(row, self.clone())
        }))
    }

    /// Whether the viewer was there, as far as it was recorded.
    async fn viewer_attendance(&self, ctx: &Context<'_>) -> Result<Option<AttendanceObject>> {
        let own = &ctx.loaders().sessions.own_attendance;
        let own = own.load_one(self.part.id).await.map_err(failed)?;
        Ok(own.map(|row| AttendanceObject::of(row, self.clone())))
    }
}
