use super::{somebody, tell};
use crate::asking::few_enough;
use crate::schedule::{
    DAYS_AFTER, DAYS_AFTER_MAX, DAYS_OPEN, DAYS_OPEN_MAX, after_session, closing, most_days,
    not_too_seldom,
};
use crate::store::{self, Leave};
use crate::{CheckIn, News, Question, QuestionInput};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use communities::{Ask, Community, CommunitySeen, Often, Role, occurrences};
use kernel::{
    Actor, CheckInId, Command, CommunityId, Conn, Db, Error, MisconceptionId, Permit, Result,
    SessionId, Tx, ahead, line, permit,
};
use prompts::Audience;

pub(super) const TITLE_CHARS_MAX: usize = 150;

/// When a check-in opens: at an instant, and again by a recurrence if it comes back; or so many days
/// after a session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CheckInScheduleInput")]
pub struct ScheduleAsked {
    pub community: CommunityId,
    pub session: Option<SessionId>,
    pub opens_at: Option<DateTime<Utc>>,
    /// Days after the session, 0 to 365; 14 if there is a session and nothing is said.
    pub days_after_session: Option<i32>,
    /// RFC 5545, as FREQ=WEEKLY;BYDAY=WE;COUNT=6. At most once a day, and 100 times; every two years at
    /// least.
    pub rrule: Option<String>,
}

/// When it opens, as it was worked out.
pub(super) struct Times {
    pub opens_at: DateTime<Utc>,
    pub days_after: Option<i32>,
    /// All of its recurrence, of one that comes back.
    pub all: Vec<DateTime<Utc>>,
}

impl ScheduleAsked {
    pub(super) async fn times(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        community: &Community,
    ) -> Result<Times> {
        let zone: Tz = community.zone.parse().unwrap_or(Tz::UTC);
        let place = (community.id, self.session);
        let followed = sessions::session_to_follow(conn, actor, place).await?;
        let session = followed.map(|seen| seen.session);
        match (self.opens_at, session, &self.rrule) {
            (Some(_), _, _) if self.days_after_session.is_some() => Err(Error::invalid(
                "opensAt",
                "it opens either at an instant or so many days after a session",
            )),
            (Some(opens_at), _, Some(rule)) => {
                let all = occurrences(rule, (opens_at, zone), Often::OnceADay)?;
                not_too_seldom(&all)?;
                Ok(Times {
                    opens_at: all.first().copied().unwrap_or(opens_at),
                    days_after: None,
                    all,
                })
            }
            (None, _, Some(_)) => Err(Error::invalid(
                "opensAt",
                "say when it opens first: a recurrence counts from there",
            )),
            (Some(opens_at), _, None) => Ok(Times {
                opens_at,
                days_after: None,
                all: Vec::new(),
            }),
            (None, Some(session), None) => {
                let days = self.days_after_session.unwrap_or(DAYS_AFTER);
                if !(0..=DAYS_AFTER_MAX).contains(&days) {
                    let words = format!("0 to {DAYS_AFTER_MAX} days after the session");
                    return Err(Error::invalid("daysAfterSession", words));
                }
                let calendar = communities::calendar_of(conn, community.id).await?;
                Ok(Times {
                    opens_at: after_session(session.ends_at, days, &calendar),
                    days_after: Some(days),
                    all: Vec::new(),
                })
            }
            (None, None, None) => Err(Error::invalid("opensAt", "say when it opens")
                .hint("at an instant, or so many days after a session")),
        }
    }
}

/// When it would open: all of a recurrence, which comes 100 times at most.
///
/// # Errors
/// `Invalid` on what cannot be; `NotFound` when there is no such community for the asker.
pub async fn preview(
    conn: &Conn<'_>,
    actor: Actor,
    asked: &ScheduleAsked,
) -> Result<Vec<DateTime<Utc>>> {
    let community = communities::community_seen(conn, actor, asked.community).await?;
    let community = permit::<Ask, _>(actor, community)?;
    let times = asked.times(conn, actor, &community.community).await?;
    match times.all.is_empty() {
        true => Ok(vec![times.opens_at]),
        false => Ok(times.all),
    }
}

/// Whether a check-in can come back so and stay open for so long, whenever it begins.
///
/// # Errors
/// `Invalid` on what cannot be.
pub fn comes_back(rule: &str, days_open: Option<i32>) -> Result<()> {
    if rule.to_uppercase().contains("UNTIL") {
        let words = "this recurrence ends on a day that may be over when it begins";
        return Err(Error::invalid("rrule", words).hint("say how often it comes, as COUNT=6"));
    }
    let begins = (DateTime::UNIX_EPOCH, Tz::UTC);
    let all = occurrences(rule, begins, Often::OnceADay)?;
    not_too_seldom(&all)?;
    parse_days_open(days_open, most_days(&all, Tz::UTC)).map(|_| ())
}

/// When it closes: after so many days, and not later than it opens again.
pub(crate) fn closing_before(
    opens_at: DateTime<Utc>,
    days_open: i32,
    (zone, next): (Tz, Option<&DateTime<Utc>>),
) -> DateTime<Utc> {
    let closes_at = closing(opens_at, days_open, zone);
    next.map_or(closes_at, |next| closes_at.min(*next))
}

/// For how many days it is open: as `most` has it at most, where it comes again.
pub(super) fn parse_days_open(days: Option<i32>, most: Option<i32>) -> Result<i32> {
    let most = most.unwrap_or(DAYS_OPEN_MAX);
    let words = match days {
        None => return Ok(DAYS_OPEN.min(most)),
        Some(days) if !(1..=DAYS_OPEN_MAX).contains(&days) => {
            format!("it stays open for 1 to {DAYS_OPEN_MAX} days")
        }
        Some(days) if days <= most => return Ok(days),
        Some(_) if most == 1 => {
            "it opens again the next day: let it be open for one day".to_owned()
        }
        Some(_) => format!("it opens again before that: let it be open for {most} days at most"),
    };
    Err(Error::invalid("daysOpen", words))
}

/// Asks people something at a time to come, and keeps it open for some days.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DefineCheckInInput")]
pub struct DefineCheckIn {
    pub community: CommunityId,
    /// The session that it follows.
    pub session: Option<SessionId>,
    /// 1 to 150 characters.
    pub title: String,
    /// 1 to 8.
    pub questions: Vec<QuestionInput>,
    /// Who is asked; the learners, if nothing is said.
    pub audience: Option<Vec<Role>>,
    /// When it opens, two years ahead at most; or so many days after its session.
    pub opens_at: Option<DateTime<Utc>>,
    /// Days after the session, 0 to 365; 14 if there is a session and nothing is said.
    pub days_after_session: Option<i32>,
    /// RFC 5545, as FREQ=WEEKLY;BYDAY=WE;COUNT=6, on top of `opensAt`: it comes back.
    pub rrule: Option<String>,
    /// How long it stays open, 1 to 60 days; 7 if nothing is said. What comes back is closed when it opens
    /// again.
    pub days_open: Option<i32>,
    /// A word of the client's own: sent twice, it is defined once.
    pub nonce: String,
}

impl DefineCheckIn {
    fn schedule(&self) -> ScheduleAsked {
        ScheduleAsked {
            community: self.community,
            session: self.session,
            opens_at: self.opens_at,
            days_after_session: self.days_after_session,
            rrule: self.rrule.clone(),
        }
    }

    async fn row(
        &self,
        tx: &Tx,
        actor: Actor,
        place: &Permit<Ask, CommunitySeen>,
    ) -> Result<CheckIn> {
        let place = &place.community;
        let times = self.schedule().times(&tx.conn(), actor, place).await?;
        let opens_at = ahead("opensAt", times.opens_at, tx.now())?;
        let zone: Tz = place.zone.parse().unwrap_or(Tz::UTC);
        let days_open = parse_days_open(self.days_open, most_days(&times.all, zone))?;
        let id: CheckInId = tx.id();
        Ok(CheckIn {
            id,
            community_id: self.community,
            session_id: self.session,
            series_id: id,
            number: 0,
            defined_by: somebody(actor)?,
            defined_at: tx.now(),
            nonce: line("nonce", &self.nonce, 80)?,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            audience: Audience::parse(self.audience.as_deref())?,
            zone: place.zone.clone(),
            opens_at,
            closes_at: closing_before(opens_at, days_open, (zone, times.all.get(1))),
            days_open,
            days_after: times.days_after,
            rrule: self.rrule.clone(),
            series_start: self.opens_at.unwrap_or(times.opens_at),
            opened_at: None,
            closed_at: None,
            cancelled_at: None,
            nudged_at: None,
            summary_id: None,
        })
    }
}

pub(super) async fn parse_questions(
    tx: &Tx,
    actor: Actor,
    (row, asked): (&CheckIn, &[QuestionInput]),
) -> Result<Vec<Question>> {
    few_enough(asked)?;
    let questions = asked.iter().enumerate();
    let questions: Vec<Question> = questions
        .map(|(at, question)| {
            let parsed = question.parse((tx.id(), row.id), at);
            parsed.map_err(|error| error.in_list("questions", at))
        })
        .collect::<Result<_>>()?;
    corrected(tx, actor, (row.community_id, &questions)).await?;
    Ok(questions)
}

/// What is asked about again was corrected here, and whoever asks may see that: what holds instead is
/// told to everybody who answers.
async fn corrected(
    tx: &Tx,
    actor: Actor,
    (community, questions): (CommunityId, &[Question]),
) -> Result<()> {
    let ids: Vec<MisconceptionId> = questions
        .iter()
        .filter_map(|it| it.misconception_id)
        .collect();
    let known = misconceptions::misconceptions_visible_to(&tx.conn(), actor, &ids).await?;
    for (at, question) in questions.iter().enumerate() {
        let Some(id) = question.misconception_id else {
            continue;
        };
        let refused =
            |words: &'static str| Error::invalid("misconception", words).in_list("questions", at);
        let seen = known.iter().find(|seen| seen.record.id == id);
        let record = &seen.ok_or(Error::NotFound("misconception"))?.record;
        if record.community_id != community {
            return Err(refused("this misconception belongs to another community"));
        }
        if !record.state.is_public() {
            let words = "the correction of this misconception is not published, or was taken back";
            return Err(refused(words).hint("choose another, or ask by two statements alone"));
        }
    }
    Ok(())
}

#[async_trait]
impl Command for DefineCheckIn {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let place = communities::community_seen(&tx.conn(), actor, self.community).await?;
        let place = permit::<Ask, _>(actor, place)?;
        let row = self.row(tx, actor, &place).await?;
        let questions = parse_questions(tx, actor, (&row, &self.questions)).await?;
        store::insert_check_in(tx, Leave::Defined(&place), (row.clone(), questions)).await?;
        tell(tx, actor, (&row, News::Defined)).await?;
        Ok(row)
    }
}

/// Defines it once, however often the same request arrives.
///
/// # Errors
/// What the command answers.
pub async fn define_check_in(db: &Db, actor: Actor, command: DefineCheckIn) -> Result<CheckIn> {
    let nonce = command.nonce.clone();
    let error = match db.write(actor, command).await {
        Ok(row) => return Ok(row),
        Err(error) => error,
    };
    let person = somebody(actor)?;
    // Whatever refuses the second request, the first may have been done.
    store::twin_of(&db.read(), person, &nonce)
        .await?
        .ok_or(error)
}
