//! Programs are written, and sessions of them are held and ahead.
use super::{Teller, unknown};
use crate::calendar;
use crate::content::{Held, Place, Stretch, Taught};
use ::sessions::{
    AttendanceMark, AttendanceSource, AttendanceState, CloseSession, CreateProgram, CreateSession,
    DeliverProgram, Objective, ObjectivePlan, Part, PartPlan, PublishProgramVersion,
    PublishSession, RecordAttendance, SegmentPlan, SetAgenda, StartSession, WallTime,
};
use chrono::{NaiveTime, TimeDelta};
use communities::Role;
use identity::actor_of;
use kernel::{Actor, CommunityId, Error, ObjectiveId, Result, SessionId};

/// How long before today the programs were written.
const WRITTEN: &str = "120d 09:00";

impl Teller<'_> {
    pub(super) async fn programs_are_written(&self, programs: &[Taught]) -> Result<()> {
        let at = self.instant(WRITTEN)?;
        for taught in programs {
            let objectives = taught.objectives.iter().map(|aim| ObjectivePlan {
                number: None,
                statement: aim.statement.clone(),
                measure: Some(aim.measure.clone()),
            });
            let create = CreateProgram {
                title: taught.title.clone(),
                slug: Some(taught.slug.clone()),
                summary: Some(taught.summary.clone()),
                objectives: objectives.collect(),
            };
            let program = self.act(Actor::System, at, create).await?.id;
            let publish = PublishProgramVersion { program };
            self.act(Actor::System, at, publish).await?;
        }
        Ok(())
    }

    pub(super) async fn sessions_are_held(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        let Some(slug) = &place.runs else {
            return Ok(());
        };
        let conn = self.tx.conn();
        let at = self.instant(&place.founded)?;
        let program = ::sessions::program_seen_by_slug(&conn, Actor::System, slug).await?;
        let versions = ::sessions::versions_of(&conn, program.program.id).await?;
        let version = versions.first().ok_or_else(|| unknown(slug))?.id;
        let deliver = DeliverProgram { community, version };
        self.act(Actor::System, at, deliver).await?;
        let objectives = ::sessions::objectives_of_community(&conn, community).await?;
        for held in &place.sessions {
            let session = self.planned((community, held), place, &objectives).await?;
            match &held.journey {
                Some(_) => self.travelled((session, held), place).await?,
                None if held.day < 0 => self.was_held((session, held), place).await?,
                None => {}
            }
        }
        Ok(())
    }

    async fn planned(
        &self,
        (community, held): (CommunityId, &Held),
        place: &Place,
        objectives: &[Objective],
    ) -> Result<SessionId> {
        let at = self.instant(&place.founded)?;
        let lead = place
            .members
            .iter()
            .find(|member| member.role == Role::Facilitator)
            .ok_or_else(|| unknown("a facilitator"))?;
        let create = CreateSession {
            community,
            title: held.title.clone(),
            about: Some(held.about.clone()),
            format: held.format,
            parts: vec![PartPlan {
                starts: self.wall(held.day, &held.from)?,
                ends: self.wall(held.day, &held.to)?,
                zone: None,
            }],
            capacity: None,
            place: held.place.clone(),
            join_url: held.join_url.clone(),
            join_minutes_before: None,
            join_minutes_after: None,
            lead: Some(self.someone(&lead.key)?.id),
            backup: None,
            objectives: Some(numbered(objectives, &held.objectives)),
            about_html: String::new(),
        };
        let session = self.act(Actor::System, at, create).await?.id;
        let segments = held
            .agenda
            .iter()
            .map(|stretch| segment(stretch, objectives));
        let agenda = SetAgenda {
            session,
            segments: segments.collect(),
        };
        self.act(Actor::System, at, agenda).await?;
        self.act(Actor::System, at, PublishSession { session })
            .await?;
        Ok(session)
    }

    pub(super) async fn was_held(
        &self,
        (session, held): (SessionId, &Held),
        place: &Place,
    ) -> Result<()> {
        let seen = ::sessions::session_seen(&self.tx.conn(), Actor::System, session).await?;
        let part: &Part = seen.parts.first().ok_or_else(|| unknown(&held.title))?;
        let lead = seen.session.lead_id;
        let lead = self.people.values().find(|person| Some(person.id) == lead);
        let actor = lead.map_or(Actor::System, actor_of);
        let start = StartSession { session };
        self.act(actor, part.starts_at, start).await?;
        let learners = place
            .members
            .iter()
            .filter(|member| member.role == Role::Learner);
        let marks = learners.map(|member| {
            Ok(AttendanceMark {
                person: self.someone(&member.key)?.id,
                state: Some(state_of(held, &member.key)),
            })
        });
        let record = RecordAttendance {
            part: part.id,
            marks: marks.collect::<Result<_>>()?,
            note: None,
            source: Some(AttendanceSource::Demo),
        };
        self.act(actor, part.ends_at, record).await?;
        let after = part.ends_at + TimeDelta::minutes(10);
        self.act(actor, after, CloseSession { session }).await?;
        Ok(())
    }

    fn wall(&self, days: i64, time: &str) -> Result<WallTime> {
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(Error::internal)?;
        Ok(WallTime(calendar::day(self.tx.now(), days).and_time(time)))
    }
}

fn segment(stretch: &Stretch, objectives: &[Objective]) -> SegmentPlan {
    SegmentPlan {
        part: None,
        kind: stretch.kind,
        title: stretch.title.clone(),
        minutes: stretch.minutes,
        prompt: stretch.prompt.clone(),
        contingency: stretch.contingency.clone(),
        objectives: Some(numbered(objectives, &stretch.objectives)),
    }
}

fn numbered(objectives: &[Objective], numbers: &[i32]) -> Vec<ObjectiveId> {
    let wanted = objectives
        .iter()
        .filter(|objective| numbers.contains(&objective.number));
    wanted.map(|objective| objective.id).collect()
}

fn state_of(held: &Held, key: &str) -> AttendanceState {
    let named = [
        (&held.absent, AttendanceState::Absent),
        (&held.excused, AttendanceState::Excused),
        (&held.late, AttendanceState::Late),
        (&held.left_early, AttendanceState::LeftEarly),
    ];
    let named = named
        .iter()
        .find(|(keys, _)| keys.iter().any(|one| one == key));
    named.map_or(AttendanceState::Present, |(_, state)| *state)
}
