use super::{changeable, led, tell};
use crate::{
    Asking, CheckIn, CheckInAsked, CheckInState, News, ResponseState, Theme, Visibility, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, CheckInAnswerId, CheckInId, CheckInThemeId, Command, Error, Result, SessionId, Tx,
};
use sessions::SessionState;

/// Reminds who was asked, has not answered and is not away: once.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "NudgeCheckInInput")]
pub struct NudgeCheckIn {
    pub check_in: CheckInId,
}

#[async_trait]
impl Command for NudgeCheckIn {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        led(tx, actor, self.check_in).await?;
        let seen = changeable(tx, actor, self.check_in).await?;
        let row = &seen.check_in;
        if row.state(tx.now()) != CheckInState::Open {
            return Err(Error::conflict("this is not open"));
        }
        if row.nudged_at.is_some() {
            return Err(Error::conflict("they were reminded: once is enough"));
        }
        let responses = store::responses_of(&tx.conn(), row.id).await?;
        let people: Vec<_> = responses.iter().map(|it| it.person_id).collect();
        let away = store::away_among(&tx.conn(), &people).await?;
        let silent = responses.iter().filter(|it| {
            let waits = matches!(it.state, ResponseState::Waiting | ResponseState::Saved);
            let is_away = away
                .get(&it.person_id)
                .is_some_and(|until| *until > tx.now());
            waits && it.told_at.is_some() && !is_away
        });
        let facts: Vec<CheckInAsked> = silent
            .map(|it| CheckInAsked {
                community: row.community_id,
                check_in: row.id,
                person: it.person_id,
                asking: Asking::Again,
            })
            .collect();
        if facts.is_empty() {
            return Err(Error::conflict("nobody is waited for"));
        }
        let row = CheckIn {
            nudged_at: Some(tx.now()),
            ..row.clone()
        };
        store::update_check_in(tx, &seen, row.clone()).await?;
        tx.emit_all(actor, &facts).await?;
        tell(tx, actor, (&row, News::Arranged)).await?;
        Ok(row)
    }
}

/// Takes a theme or an answer into a session: the next one of the community, or the one given.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "TakeIntoSessionInput")]
pub struct TakeIntoSession {
    pub check_in: CheckInId,
    /// Either a theme or an answer.
    pub theme: Option<CheckInThemeId>,
    pub answer: Option<CheckInAnswerId>,
    /// A session of the community that is still to come.
    pub session: Option<SessionId>,
}

#[async_trait]
impl Command for TakeIntoSession {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let seen = led(tx, actor, self.check_in).await?;
        let session = self.session(tx, actor, &seen.check_in).await?;
        match (self.theme, self.answer) {
            (Some(theme), None) => {
                let themes = store::themes_of(&tx.conn(), seen.check_in.id).await?;
                let found = themes.into_iter().find(|it| it.theme.id == theme);
                let theme = found.ok_or(Error::NotFound("theme"))?.theme;
                let row = Theme {
                    taken_into: Some(session),
                    ..theme
                };
                store::update_theme(tx, &seen, row).await?;
            }
            (None, Some(answer)) => {
                let answers = store::sent_answers(&tx.conn(), seen.check_in.id).await?;
                let known = answers.iter().any(|it| {
                    let readable = matches!(
                        it.question.visibility,
                        Visibility::Cohort | Visibility::Facilitators
                    );
                    it.answer.id == answer && readable
                });
                if !known {
                    return Err(Error::NotFound("answer"));
                }
                store::set_taken(tx, &seen, (answer, session)).await?;
            }
            (None, None) | (Some(_), Some(_)) => {
                return Err(Error::invalid("theme", "take a theme or an answer"));
            }
        }
        tell(tx, actor, (&seen.check_in, News::Arranged)).await?;
        Ok(seen.into_subject().check_in)
    }
}

impl TakeIntoSession {
    async fn session(&self, tx: &Tx, actor: Actor, row: &CheckIn) -> Result<SessionId> {
        let conn = tx.conn();
        let is_over = |state| matches!(state, SessionState::Closed | SessionState::Cancelled);
        let Some(id) = self.session else {
            let all = sessions::sessions_of(&conn, actor, row.community_id).await?;
            let mut ahead: Vec<_> = all
                .into_iter()
                .map(|seen| seen.session)
                .filter(|it| !is_over(it.state) && it.starts_at > tx.now())
                .collect();
            ahead.sort_by_key(|it| it.starts_at);
            let next = ahead.first().map(|it| it.id);
            return next.ok_or_else(|| {
                Error::invalid("session", "no session is still to come").hint("plan one first")
            });
        };
        let place = (row.community_id, Some(id));
        let followed = sessions::session_followed(&conn, actor, place).await?;
        if followed.is_some_and(|seen| is_over(seen.session.state)) {
            return Err(Error::invalid("session", "this session is over")
                .hint("choose one that is still to come"));
        }
        Ok(id)
    }
}
