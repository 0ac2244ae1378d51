use super::planning::{
    about, apart, followed, opening_after, opening_of_wave, outside, window, within_window,
    words_for,
};
use super::{somebody, tell};
use crate::asking::{QuestionInput, parse_questions};
use crate::templates::{Template, WAVES, Words};
use crate::{Cut, News, Pulse, PulseKind, Question, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use checkins::closing;
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, Role, WorkCalendar};
use identity::Secret;
use kernel::{
    Actor, Command, CommunityId, Db, Error, Permit, PulseId, Result, SessionId, Tx, ahead, line,
    permit,
};
use prompts::Audience;
use sessions::Session;

pub(super) const TITLE_CHARS_MAX: usize = 150;
const DAYS_OPEN_MAX: i32 = 60;
const ENOUGH_MAX: i32 = 100;
const ASKED_MAX: i32 = 100_000;

/// Asks many people a few questions at a time to come, and keeps that open for some days.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DefinePulseInput")]
pub struct DefinePulse {
    pub community: CommunityId,
    /// A reaction, a transfer pulse or a baseline; follow-ups come with a baseline.
    pub kind: PulseKind,
    /// The session that it follows. A reaction needs one.
    pub session: Option<SessionId>,
    /// 1 to 150 characters; the template's if nothing is said.
    pub title: Option<String>,
    /// 1 to 12; the template's if nothing is said.
    pub questions: Option<Vec<QuestionInput>>,
    /// Who is asked; the learners, if nothing is said.
    pub audience: Option<Vec<Role>>,
    /// When it opens, two years ahead at most; of a transfer pulse 14 to 28 days after its session, if it
    /// follows one. Without it a reaction opens when its session ends, a transfer pulse so many days after
    /// it, and a baseline now.
    pub opens_at: Option<DateTime<Utc>>,
    /// Days after its session, 0 to 365; of a transfer pulse 14 to 28, and 14 if nothing is said.
    pub days_after_session: Option<i32>,
    /// How long it stays open, 1 to 60 days; 3 of a reaction, 14 of a transfer pulse, 7 of the others if
    /// nothing is said.
    pub days_open: Option<i32>,
    /// Of a baseline: after how many days it is asked again, of 30, 60 and 90; all three if nothing is
    /// said.
    pub follow_ups: Option<Vec<i32>>,
    /// By what the answers are divided. What is asked again over time has no cut: the two could be
    /// subtracted from each other.
    pub cut: Option<Cut>,
    /// So many people stand at least behind whatever is shown: 5 to 100, 5 if nothing is said.
    pub enough: Option<i32>,
    /// Ask at most so many, who was asked longest ago first. Not of a baseline.
    pub ask_at_most: Option<i32>,
    /// A word of the client's own: sent twice, it is defined once.
    pub nonce: String,
}

/// What a pulse is made of.
struct Plan<'a> {
    place: &'a Permit<Ask, CommunitySeen>,
    session: Option<Session>,
    calendar: WorkCalendar,
    words: Words,
    template: Template,
}

impl DefinePulse {
    async fn plan<'a>(
        &self,
        tx: &Tx,
        actor: Actor,
        place: &'a Permit<Ask, CommunitySeen>,
    ) -> Result<Plan<'a>> {
        let conn = tx.conn();
        let session = followed(&conn, actor, (self.community, self.session)).await?;
        let words = words_for(&conn, actor).await?;
        let template = words.template(self.kind, &about(&conn, session.as_ref()).await?);
        Ok(Plan {
            place,
            session,
            calendar: communities::calendar_of(&conn, self.community).await?,
            words,
            template,
        })
    }

    /// From when it should be open, which may be past, and how many days after its session that is, if
    /// it follows one.
    fn opening(&self, plan: &Plan<'_>, now: DateTime<Utc>) -> Result<(DateTime<Utc>, Option<i32>)> {
        if self.opens_at.is_some() && self.days_after_session.is_some() {
            let words = "it opens either at an instant or so many days after a session";
            return Err(Error::invalid("opensAt", words));
        }
        if let Some(opens_at) = self.opens_at {
            return Ok((ahead("opensAt", opens_at, now)?, None));
        }
        let days = self.days_after_session.or(plan.template.days_after);
        match (days, &plan.session) {
            (None, _) => Ok((now, None)),
            (Some(days), _) if !window(self.kind).contains(&days) => {
                Err(outside("daysAfterSession", self.kind))
            }
            (Some(_), None) => Err(Error::invalid("opensAt", "say when it opens")
                .hint("at an instant, or so many days after a session")),
            (Some(days), Some(session)) => {
                let at = opening_after(self.kind, (session.ends_at, days), &plan.calendar);
                let is_over = closing(at, self.days_open(plan)?, plan.calendar.zone()) <= now;
                match is_over {
                    true => Err(Error::invalid("session", "this session was too long ago")
                        .hint("say when it opens")),
                    false => Ok((at, Some(days))),
                }
            }
        }
    }

    fn days_open(&self, plan: &Plan<'_>) -> Result<i32> {
        parse_days_open(self.days_open.unwrap_or(plan.template.days_open))
    }

    fn waves(&self) -> Result<Vec<i32>> {
        let asked = match (self.kind, &self.follow_ups) {
            (PulseKind::Baseline, None) => return Ok(WAVES.to_vec()),
            (_, None) => return Ok(Vec::new()),
            (PulseKind::Baseline, Some(asked)) => asked,
            (_, Some(asked)) if asked.is_empty() => return Ok(Vec::new()),
            (_, Some(_)) => {
                let words = "only a baseline is asked again";
                return Err(Error::invalid("followUps", words));
            }
        };
        let mut waves = asked.clone();
        waves.sort_unstable();
        waves.dedup();
        match waves.iter().all(|wave| WAVES.contains(wave)) {
            true => Ok(waves),
            false => Err(Error::invalid(
                "followUps",
                "it is asked again after 30, 60 or 90 days",
            )),
        }
    }

    fn enough(&self) -> Result<i32> {
        let least = i32::try_from(checkins::ENOUGH).unwrap_or(ENOUGH_MAX);
        match self.enough.unwrap_or(least) {
            enough if (least..=ENOUGH_MAX).contains(&enough) => Ok(enough),
            _ => Err(Error::invalid(
                "enough",
                format!("{least} to {ENOUGH_MAX} people stand behind what is shown"),
            )),
        }
    }

    fn ask_at_most(&self) -> Result<Option<i32>> {
        let Some(most) = self.ask_at_most else {
            return Ok(None);
        };
        if self.kind == PulseKind::Baseline {
            let words = "a baseline asks everybody: who is asked again must have been asked before";
            return Err(Error::invalid("askAtMost", words));
        }
        match (self.enough()?..=ASKED_MAX).contains(&most) {
            true => Ok(Some(most)),
            false => Err(Error::invalid(
                "askAtMost",
                "fewer than may be shown would be asked for nothing",
            )),
        }
    }

    /// Refuses what no pulse of this kind can be.
    fn check(&self) -> Result<()> {
        match self.kind {
            PulseKind::FollowUp => {
                Err(Error::invalid("kind", "follow-ups come with a baseline")
                    .hint("define a baseline"))
            }
            PulseKind::Reaction if self.session.is_none() => Err(Error::invalid(
                "session",
                "a reaction form is about a session: name it",
            )),
            PulseKind::Reaction if self.cut.is_some() => Err(Error::invalid(
                "cut",
                "a form is filled in by browsers, which belong to no part: it has no cut",
            )
            .hint("leave the cut out")),
            PulseKind::Baseline if self.cut.is_some() && !self.waves()?.is_empty() => {
                Err(Error::invalid(
                    "cut",
                    "what is asked again over time has no cut: the two could be subtracted",
                )
                .hint("leave the cut out, or the follow-ups"))
            }
            _ => Ok(()),
        }
    }

    fn row(&self, tx: &Tx, actor: Actor, plan: &Plan<'_>) -> Result<Pulse> {
        let (from, days_after) = self.opening(plan, tx.now())?;
        let days_open = self.days_open(plan)?;
        let id: PulseId = tx.id();
        let title = self.title.as_deref().unwrap_or(&plan.template.title);
        let form = self.kind == PulseKind::Reaction;
        Ok(Pulse {
            id,
            community_id: self.community,
            session_id: self.session,
            series_id: id,
            wave: 0,
            kind: self.kind,
            defined_by: somebody(actor)?,
            defined_at: tx.now(),
            nonce: line("nonce", &self.nonce, 80)?,
            title: line("title", title, TITLE_CHARS_MAX)?,
            audience: Audience::parse(self.audience.as_deref())?,
            cut: self.cut,
            enough: self.enough()?,
            ask_at_most: self.ask_at_most()?,
            zone: plan.place.community.zone.clone(),
            opens_at: from.max(tx.now()),
            closes_at: closing(from, days_open, plan.calendar.zone()),
            days_open,
            days_after,
            open_token: form.then(|| Secret::mint(tx).expose().to_owned()),
            opened_at: None,
            closed_at: None,
            cancelled_at: None,
            shared_at: None,
        })
    }

    /// What repeats a baseline.
    fn follow_up(&self, tx: &Tx, plan: &Plan<'_>, (first, wave): (&Pulse, i32)) -> Result<Pulse> {
        let opens_at = match &plan.session {
            Some(session) => {
                opening_after(PulseKind::FollowUp, (session.ends_at, wave), &plan.calendar)
            }
            None => opening_of_wave(first, wave),
        };
        Ok(Pulse {
            id: tx.id(),
            wave,
            kind: PulseKind::FollowUp,
            title: plan.words.title_of_wave(&first.title, wave),
            opens_at,
            closes_at: closing(opens_at, first.days_open, first.tz()),
            days_after: plan.session.as_ref().map(|_| wave),
            ..first.clone()
        })
    }
}

pub(super) fn parse_days_open(days: i32) -> Result<i32> {
    match (1..=DAYS_OPEN_MAX).contains(&days) {
        true => Ok(days),
        false => Err(Error::invalid(
            "daysOpen",
            format!("it stays open for 1 to {DAYS_OPEN_MAX} days"),
        )),
    }
}

#[async_trait]
impl Command for DefinePulse {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let place = communities::community_seen(&tx.conn(), actor, self.community).await?;
        let place = permit::<Ask, _>(actor, place)?;
        self.check()?;
        let plan = self.plan(tx, actor, &place).await?;
        let first = self.row(tx, actor, &plan)?;
        let asked = self.questions.as_ref().unwrap_or(&plan.template.questions);
        let ask =
            |pulse: PulseId| -> Result<Vec<Question>> { parse_questions(asked, pulse, || tx.id()) };
        let mut pulses = vec![(first.clone(), ask(first.id)?)];
        for wave in self.waves()? {
            let row = self.follow_up(tx, &plan, (&first, wave))?;
            let questions = ask(row.id)?;
            pulses.push((row, questions));
        }
        let rows: Vec<Pulse> = pulses.iter().map(|(row, _)| row.clone()).collect();
        apart(&rows)?;
        store::insert_pulses(tx, &place, pulses).await?;
        for row in &rows {
            tell(tx, actor, (row, News::Defined)).await?;
        }
        Ok(first)
    }
}

/// One that somebody defines: the step of a journey says by itself how long after its session it is.
struct ByHand(DefinePulse);

#[async_trait]
impl Command for ByHand {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let row = self.0.run(tx, actor).await?;
        if self.0.opens_at.is_some() {
            within_window(&tx.conn(), &row).await?;
        }
        Ok(row)
    }
}

/// Defines it once, however often the same request arrives.
///
/// # Errors
/// What the command answers.
pub async fn define_pulse(db: &Db, actor: Actor, command: DefinePulse) -> Result<Pulse> {
    let nonce = command.nonce.clone();
    let error = match db.write(actor, ByHand(command)).await {
        Ok(row) => return Ok(row),
        Err(error) => error,
    };
    let person = somebody(actor)?;
    // Whatever refuses the second request, the first may have been done.
    store::twin_of(&db.read(), person, &nonce)
        .await?
        .ok_or(error)
}
