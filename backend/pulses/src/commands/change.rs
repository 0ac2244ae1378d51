use super::define::{TITLE_CHARS_MAX, parse_days_open};
use super::planning::{apart, opening_of_wave, within_window};
use super::{changeable, tell};
use crate::asking::{QuestionInput, parse_questions};
use crate::policy::{Change, PulseSeen, Results};
use crate::{News, Pulse, PulseKind, PulseState, ResultsExported, due, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use checkins::closing;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Error, Permit, PulseId, Result, Tx, ahead, line, permit};

/// Changes what is given; the rest stays. What is asked and from when is fixed once it opened.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdatePulseInput")]
pub struct UpdatePulse {
    pub pulse: PulseId,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// 1 to 12. Those of a baseline are those of its follow-ups too.
    pub questions: Option<Vec<QuestionInput>>,
    /// When it opens, two years ahead at most; of a transfer pulse 14 to 28 days after its session, if it
    /// follows one.
    pub opens_at: Option<DateTime<Utc>>,
    /// How long it stays open, 1 to 60 days.
    pub days_open: Option<i32>,
}

impl UpdatePulse {
    fn check(&self, row: &Pulse, now: DateTime<Utc>) -> Result<()> {
        let fixed = self.questions.is_some() || self.opens_at.is_some();
        let words = match row.state(now) {
            PulseState::Cancelled => Some("this was taken back"),
            PulseState::Closed => Some("this is closed"),
            PulseState::Open if fixed => {
                Some("people are asked already: what is asked and from when stays")
            }
            _ if row.kind == PulseKind::FollowUp && self.questions.is_some() => {
                Some("a follow-up asks what its baseline asks")
            }
            PulseState::Open | PulseState::Planned => None,
        };
        match words {
            Some(words) => Err(Error::conflict(words)),
            None => Ok(()),
        }
    }

    fn changed(&self, row: &Pulse, now: DateTime<Utc>) -> Result<Pulse> {
        let mut row = row.clone();
        if let Some(title) = &self.title {
            row.title = line("title", title, TITLE_CHARS_MAX)?;
        }
        if let Some(opens_at) = self.opens_at {
            row.opens_at = ahead("opensAt", opens_at, now)?;
            row.days_after = None;
        }
        if let Some(days) = self.days_open {
            row.days_open = parse_days_open(days)?;
        }
        if self.opens_at.is_some() || self.days_open.is_some() {
            row.closes_at = closing(row.opens_at, row.days_open, row.tz());
        }
        match row.closes_at <= now {
            true => Err(Error::invalid("daysOpen", "it would be closed already")
                .hint("close it now instead")),
            false => Ok(row),
        }
    }

    /// What repeats it follows it, as long as that has not opened.
    async fn follow(&self, tx: &Tx, actor: Actor, first: &Pulse) -> Result<()> {
        let series = store::pulses_of_series(&tx.conn(), actor, &[first.series_id]).await?;
        for it in series {
            let is_ahead = it.pulse.wave > 0 && it.pulse.state(tx.now()) == PulseState::Planned;
            if !is_ahead {
                continue;
            }
            let seen = changeable(tx, actor, it.pulse.id).await?;
            let mut is_changed = false;
            if let Some(asked) = &self.questions {
                let questions = parse_questions(asked, it.pulse.id, || tx.id())?;
                store::replace_questions(tx, &seen, questions).await?;
                is_changed = true;
            }
            if self.opens_at.is_some() && it.pulse.days_after.is_none() {
                let opens_at = opening_of_wave(first, it.pulse.wave);
                let row = Pulse {
                    opens_at,
                    closes_at: closing(opens_at, it.pulse.days_open, it.pulse.tz()),
                    ..it.pulse.clone()
                };
                store::update_pulse(tx, &seen, row).await?;
                is_changed = true;
            }
            if is_changed {
                tell(tx, actor, (&it.pulse, News::Changed)).await?;
            }
        }
        Ok(())
    }

    /// Nothing is open while it is asked again.
    async fn keep_apart(&self, tx: &Tx, actor: Actor, row: &Pulse) -> Result<()> {
        if self.opens_at.is_none() && self.days_open.is_none() {
            return Ok(());
        }
        let series = store::pulses_of_series(&tx.conn(), actor, &[row.series_id]).await?;
        let series: Vec<Pulse> = series.into_iter().map(|it| it.pulse).collect();
        apart(&series)
    }
}

#[async_trait]
impl Command for UpdatePulse {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let seen = changeable(tx, actor, self.pulse).await?;
        self.check(&seen.pulse, tx.now())?;
        let row = self.changed(&seen.pulse, tx.now())?;
        if self.opens_at.is_some() {
            within_window(&tx.conn(), &row).await?;
        }
        if let Some(asked) = &self.questions {
            let questions = parse_questions(asked, row.id, || tx.id())?;
            store::replace_questions(tx, &seen, questions).await?;
        }
        store::update_pulse(tx, &seen, row.clone()).await?;
        if row.kind == PulseKind::Baseline {
            self.follow(tx, actor, &row).await?;
        }
        self.keep_apart(tx, actor, &row).await?;
        tell(tx, actor, (&row, News::Changed)).await?;
        Ok(row)
    }
}

/// Takes a pulse back, and what would repeat it after it. What was answered, and who did, is erased.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelPulseInput")]
pub struct CancelPulse {
    pub pulse: PulseId,
}

#[async_trait]
impl Command for CancelPulse {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let seen = changeable(tx, actor, self.pulse).await?;
        match seen.pulse.state(tx.now()) {
            PulseState::Cancelled => return Ok(seen.into_subject().pulse),
            PulseState::Closed => return Err(Error::conflict("this is closed")),
            PulseState::Open | PulseState::Planned => {}
        }
        take_back(tx, actor, &seen).await
    }
}

/// Takes back this one and those that would repeat it after it, but for what closed.
pub(crate) async fn take_back(
    tx: &Tx,
    actor: Actor,
    seen: &Permit<Change, PulseSeen>,
) -> Result<Pulse> {
    let series = store::pulses_of_series(&tx.conn(), actor, &[seen.pulse.series_id]).await?;
    let rows: Vec<Pulse> = series
        .into_iter()
        .map(|it| it.pulse)
        .filter(|it| it.wave >= seen.pulse.wave && it.closed_at.is_none())
        .collect();
    let ids: Vec<PulseId> = rows.iter().map(|it| it.id).collect();
    store::cancel(tx, seen, &ids).await?;
    store::erase_answers(tx, seen, &ids).await?;
    store::forget_who_answered(tx, seen, &ids).await?;
    due::forget_names(tx, seen).await?;
    for row in &rows {
        tell(tx, actor, (row, News::Cancelled)).await?;
    }
    Ok(Pulse {
        cancelled_at: Some(tx.now()),
        ..seen.pulse.clone()
    })
}

/// Closes a pulse now: nobody answers any more, and its results may be seen.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ClosePulseInput")]
pub struct ClosePulse {
    pub pulse: PulseId,
}

#[async_trait]
impl Command for ClosePulse {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let seen = changeable(tx, actor, self.pulse).await?;
        match seen.pulse.state(tx.now()) {
            PulseState::Open => due::close(tx, &seen).await,
            PulseState::Closed => Ok(seen.into_subject().pulse),
            PulseState::Planned => Err(Error::conflict("this is not open yet")
                .hint("take it back instead, if nobody should be asked")),
            PulseState::Cancelled => Err(Error::conflict("this was taken back")),
        }
    }
}

/// Lets everybody in the community see what the group said, as far as it may be shown.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SharePulseResultsInput")]
pub struct ShareResults {
    pub pulse: PulseId,
}

#[async_trait]
impl Command for ShareResults {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let seen = changeable(tx, actor, self.pulse).await?;
        if seen.pulse.state(tx.now()) != PulseState::Closed {
            return Err(Error::conflict("results are shared once it is closed"));
        }
        if seen.pulse.shared_at.is_some() {
            return Ok(seen.into_subject().pulse);
        }
        let row = Pulse {
            shared_at: Some(tx.now()),
            ..seen.pulse.clone()
        };
        store::update_pulse(tx, &seen, row.clone()).await?;
        tell(tx, actor, (&row, News::Shared)).await?;
        Ok(row)
    }
}

/// Takes along what the group said, as a table; that somebody did is told.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ExportPulseResultsInput")]
pub struct ExportResults {
    pub pulse: PulseId,
}

#[async_trait]
impl Command for ExportResults {
    type Done = Pulse;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pulse> {
        let seen = store::pulse_seen(&tx.conn(), actor, self.pulse).await?;
        let seen = permit::<Results, _>(actor, seen)?;
        let fact = ResultsExported {
            community: seen.pulse.community_id,
            pulse: seen.pulse.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(seen.into_subject().pulse)
    }
}
