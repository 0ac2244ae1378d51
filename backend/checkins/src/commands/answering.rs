use super::somebody;
use crate::asking::{
    AnswerInput, COMMITMENT_CHANGED, COMMITMENT_DONE, Given, all_answered, parse_because,
};
use crate::policy::{Answer as MayAnswer, CheckInSeen, is_answerable};
use crate::store::{Occasion, Untold};
use crate::whom::ask_when_there;
use crate::{
    AwayChanged, CheckInAnswered, CheckInState, Question, QuestionKind, Response, ResponseState,
    Visibility, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, CheckInId, CheckInQuestionId, Command, Error, Permit, PersonId, Result, Tx, permit,
};
use pairings::{CommitmentOutcome, SettleCommitment};

/// As long may somebody say that they are away.
const AWAY_MAX: TimeDelta = TimeDelta::days(366);
/// As much of a reason stands on the page of a pair.
const REASON_CHARS_MAX: usize = 300;

type Answering = Permit<MayAnswer, CheckInSeen>;

async fn answering(tx: &Tx, actor: Actor, id: CheckInId) -> Result<Answering> {
    let seen = store::check_in_seen(&tx.conn(), actor, id).await?;
    permit::<MayAnswer, _>(actor, seen)
}

async fn asked(tx: &Tx, id: CheckInId) -> Result<Vec<Question>> {
    let found = store::questions_of(&tx.conn(), &[id]).await?;
    Ok(found.into_values().flatten().collect())
}

/// The person's response, as far as it is: one is made for who answers before they are asked.
async fn response(tx: &Tx, seen: &Answering, person: PersonId) -> Result<Response> {
    let state = seen.check_in.state(tx.now());
    if !is_answerable(state) {
        return Err(match state {
            CheckInState::Cancelled => Error::conflict("this was taken back"),
            _ => Error::conflict("this is not open yet"),
        });
    }
    let found = store::response_of(&tx.conn(), seen.check_in.id, person).await?;
    match found {
        Some(row) if row.state.is_sent() => Err(Error::conflict("you have answered this")),
        Some(row) => Ok(row),
        None => {
            let row = Response {
                id: tx.id(),
                check_in_id: seen.check_in.id,
                person_id: person,
                state: ResponseState::Waiting,
                asked_at: tx.now(),
                told_at: Some(tx.now()),
                sent_at: None,
                skipped_because: None,
            };
            store::insert_response(tx, seen, row.clone()).await?;
            Ok(row)
        }
    }
}

/// Keeps what somebody answered so far, question by question; the rest stays. It is nobody else's until
/// it is sent.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SaveCheckInInput")]
pub struct SaveCheckIn {
    pub check_in: CheckInId,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for SaveCheckIn {
    type Done = Response;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Response> {
        let seen = answering(tx, actor, self.check_in).await?;
        keep(tx, &seen, &self.answers).await
    }
}

/// Keeps the answers of whoever has this leave.
pub(crate) async fn keep(tx: &Tx, seen: &Answering, answers: &[AnswerInput]) -> Result<Response> {
    let person = somebody(seen.actor())?;
    let row = response(tx, seen, person).await?;
    let questions = asked(tx, seen.check_in.id).await?;
    let given = parse(&questions, answers)?;
    still_asked(seen, (&questions, &given), tx.now())?;
    store::save_answers(tx, seen, (row.id, &given)).await?;
    name_promise(tx, seen, (&row, &questions, &given)).await?;
    let row = Response {
        state: ResponseState::Saved,
        skipped_because: None,
        ..row
    };
    store::update_response(tx, seen, row.clone()).await?;
    Ok(row)
}

fn parse(questions: &[Question], answers: &[AnswerInput]) -> Result<Vec<Given>> {
    answers.iter().map(|it| it.parse(questions)).collect()
}

/// What is said of anonymous answers was said when it closed: one more would be told apart.
fn still_asked(
    seen: &Answering,
    (questions, given): (&[Question], &[Given]),
    now: DateTime<Utc>,
) -> Result<()> {
    let anonymous = crate::due::anonymous_of(questions);
    let is_over = seen.check_in.state(now) == CheckInState::Closed;
    match is_over && given.iter().any(|it| anonymous.contains(&it.question)) {
        true => Err(Error::invalid(
            "answers",
            "what is asked without a name can be answered until it closes",
        )
        .hint("send the others")),
        false => Ok(()),
    }
}

/// Sends what was saved before and what is given. Once it closed, what was saved without a name is
/// dropped.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerCheckInInput")]
pub struct AnswerCheckIn {
    pub check_in: CheckInId,
    #[graphql(default)]
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for AnswerCheckIn {
    type Done = Response;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Response> {
        let seen = answering(tx, actor, self.check_in).await?;
        send(tx, &seen, &self.answers).await
    }
}

/// Sends the answers of whoever has this leave.
pub(crate) async fn send(tx: &Tx, seen: &Answering, answers: &[AnswerInput]) -> Result<Response> {
    let person = somebody(seen.actor())?;
    let row = response(tx, seen, person).await?;
    let questions = asked(tx, seen.check_in.id).await?;
    let is_late = seen.check_in.state(tx.now()) == CheckInState::Closed;
    let given = parse(&questions, answers)?;
    still_asked(seen, (&questions, &given), tx.now())?;
    if is_late {
        let over = crate::due::anonymous_of(&questions);
        store::drop_answers(tx, seen, (row.id, &over)).await?;
    }
    store::save_answers(tx, seen, (row.id, &given)).await?;
    name_promise(tx, seen, (&row, &questions, &given)).await?;
    let kept = saved_of(tx, &row).await?;
    let to_answer = questions
        .iter()
        .filter(|it| !is_late || it.visibility != Visibility::Anonymous);
    all_answered(to_answer, &kept)?;
    settle_promise(tx, seen, &row).await?;
    forget_names(tx, seen, (&row, &questions)).await?;
    let row = Response {
        state: match is_late {
            true => ResponseState::Late,
            false => ResponseState::Sent,
        },
        sent_at: Some(tx.now()),
        skipped_because: None,
        ..row
    };
    store::update_response(tx, seen, row.clone()).await?;
    answered(tx, seen).await?;
    Ok(row)
}

/// An answer to what somebody said on the page of their pair names it: as that stands there, it stands here.
async fn name_promise(
    tx: &Tx,
    seen: &Answering,
    (row, questions, given): (&Response, &[Question], &[Given]),
) -> Result<()> {
    let is_asked = |it: &&Given| {
        let of = |question: &Question| {
            question.id == it.question && question.kind == QuestionKind::Commitment
        };
        questions.iter().any(of)
    };
    let answered = given.iter().filter(is_asked).map(|it| it.question);
    let answered: Vec<CheckInQuestionId> = answered.collect();
    if answered.is_empty() {
        return Ok(());
    }
    let occasion = Occasion::of(&seen.check_in, somebody(seen.actor())?);
    let standing = store::standing_commitments(&tx.conn(), &[occasion]).await?;
    match standing.get(&occasion).and_then(|it| it.of_pair) {
        Some(id) => store::name_commitment(tx, seen, (row.id, &answered), id).await,
        None => Ok(()),
    }
}

/// What somebody said on the page of their pair, and answers for here, is settled there as well.
async fn settle_promise(tx: &Tx, seen: &Answering, row: &Response) -> Result<()> {
    let kept = store::answers_of(&tx.conn(), &[row.id]).await?;
    let settles = |it: &crate::Answer| {
        let outcome = match it.choice {
            Some(COMMITMENT_DONE) => CommitmentOutcome::Done,
            Some(COMMITMENT_CHANGED) => CommitmentOutcome::ChangedMind,
            _ => return None,
        };
        Some((it.commitment_id?, outcome, in_a_line(&it.text)))
    };
    let Some((commitment, outcome, because)) = kept.iter().find_map(settles) else {
        return Ok(());
    };
    let settle = SettleCommitment {
        commitment,
        outcome,
        reason: (outcome == CommitmentOutcome::ChangedMind).then_some(because),
    };
    match settle.run(tx, seen.actor()).await {
        Err(Error::NotFound(_)) => Ok(()), // who left the pair says nothing there any more
        settled => settled.map(|_| ()),
    }
}

/// The beginning of what may be longer, and of several lines.
fn in_a_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.chars().count() > REASON_CHARS_MAX {
        true => line
            .chars()
            .take(REASON_CHARS_MAX - 1)
            .chain(['…'])
            .collect(),
        false => line,
    }
}

/// What somebody saved.
async fn saved_of(tx: &Tx, row: &Response) -> Result<Vec<Given>> {
    let kept = store::answers_of(&tx.conn(), &[row.id]).await?;
    let kept = kept.into_iter().map(|it| Given {
        question: it.question_id,
        text: it.text,
        choice: it.choice,
    });
    Ok(kept.collect())
}

async fn forget_names(
    tx: &Tx,
    seen: &Answering,
    (row, questions): (&Response, &[Question]),
) -> Result<()> {
    let anonymous = crate::due::anonymous_of(questions);
    let kept = store::answers_of(&tx.conn(), &[row.id]).await?;
    for it in kept {
        if anonymous.contains(&it.question_id) {
            store::forget_name(tx, seen, it).await?;
        }
    }
    Ok(())
}

async fn answered(tx: &Tx, seen: &Answering) -> Result<()> {
    let fact = CheckInAnswered {
        community: seen.check_in.community_id,
        check_in: seen.check_in.id,
        person: somebody(seen.actor())?,
    };
    tx.emit(seen.actor(), &fact).await
}

/// Says that one does not answer this time, and why. One may still answer after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SkipCheckInInput")]
pub struct SkipCheckIn {
    pub check_in: CheckInId,
    /// Why, 1 to 300 characters: for oneself and the facilitators.
    pub because: String,
}

#[async_trait]
impl Command for SkipCheckIn {
    type Done = Response;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Response> {
        let because = parse_because(&self.because)?;
        let person = somebody(actor)?;
        let seen = answering(tx, actor, self.check_in).await?;
        let row = Response {
            state: ResponseState::Skipped,
            skipped_because: Some(because),
            ..response(tx, &seen, person).await?
        };
        store::update_response(tx, &seen, row.clone()).await?;
        answered(tx, &seen).await?;
        Ok(row)
    }
}

/// Says that one is away until then, and asked nothing; or back, and asked what is open still.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SetAwayInput")]
pub struct SetAway {
    /// At most a year ahead; nothing when one is back.
    pub until: Option<DateTime<Utc>>,
}

#[async_trait]
impl Command for SetAway {
    type Done = PersonId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PersonId> {
        let person = somebody(actor)?;
        match self.until {
            Some(until) if until <= tx.now() => {
                return Err(Error::invalid("until", "this time has passed"));
            }
            Some(until) if until > tx.now() + AWAY_MAX => {
                return Err(Error::invalid("until", "a year is the longest"));
            }
            Some(_) | None => {}
        }
        store::set_away(tx, person, self.until).await?;
        ask_when_there(tx, Untold::Of(person)).await?;
        tx.emit(actor, &AwayChanged { person }).await?;
        Ok(person)
    }
}
