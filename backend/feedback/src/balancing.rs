//! Puts a round right after anything changed in it: what is late passes on, what nobody waits for is
//! released, what lacks somebody is asked of somebody, and who leads hears of what nobody can look at.
use crate::allocating::{Piece, Reader, Share, allocate};
use crate::life::ALONE_FOR;
use crate::{
    Evidence, EvidenceChanged, EvidenceNews, Feedback, FeedbackChanged, FeedbackNews,
    FeedbackRound, FeedbackRoundState, FeedbackState, RoundMoved, store,
};
use chrono::{DateTime, Utc};
use communities::{Role, Standing, WorkCalendar};
use kernel::{Actor, Conn, EvidenceId, FeedbackRoundId, Permit, PersonId, Result, ThreadId, Tx};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Why a round is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Somebody changed something in it.
    Change,
    /// Time passed, or something changed around it.
    Around,
}

/// Puts a round right. In an archived community nothing moves.
///
/// # Errors
/// `NotFound` when there is no such round.
pub(crate) async fn balance<Action, Subject>(
    tx: &Tx,
    leave: &Permit<Action, Subject>,
    (round, cause): (FeedbackRoundId, Cause),
) -> Result<()> {
    let conn = tx.conn();
    let mut table = Table::read(tx, round).await?;
    if table.members.values().any(|it| it.archived_at.is_some()) {
        return Ok(());
    }
    table.pass_on();
    table.release_what_is_over();
    table.release_what_is_too_much(&conn).await?;
    table.ask(tx);
    let with_nobody = table.mark();
    table.write(tx, leave).await?;
    if cause == Cause::Around && table.news.is_empty() && table.marked.is_empty() {
        return Ok(());
    }
    let fact = RoundMoved {
        community: table.round.community_id,
        feedback_round: round,
        with_nobody,
    };
    tx.emit(Actor::System, &fact).await
}

/// What a fact says of one person's feedback.
pub(crate) fn fact_of(
    round: &FeedbackRound,
    feedback: &Feedback,
    news: FeedbackNews,
) -> FeedbackChanged {
    FeedbackChanged {
        community: round.community_id,
        feedback_round: round.id,
        evidence: feedback.evidence_id,
        feedback: feedback.id,
        person: feedback.person_id,
        news,
    }
}

/// What a fact says of something that was handed in.
pub(crate) fn fact_about(row: &Evidence, news: EvidenceNews) -> EvidenceChanged {
    EvidenceChanged {
        community: row.community_id,
        feedback_round: row.round_id,
        evidence: row.id,
        person: row.person_id,
        feedback: None,
        news,
    }
}

/// A row by which somebody is asked from now on; one that was there before is asked anew.
pub(crate) fn asked(
    tx: &Tx,
    (round, calendar): (&FeedbackRound, &WorkCalendar),
    (evidence, person): (EvidenceId, PersonId),
) -> Feedback {
    Feedback {
        id: tx.id(),
        round_id: round.id,
        evidence_id: evidence,
        person_id: person,
        asked_by: None,
        asked_at: tx.now(),
        due_at: round.due(tx.now(), calendar),
        reminded_at: None,
        passed_on_at: None,
        declined_at: None,
        released_at: None,
        given_at: None,
        marks: None,
        post_id: None,
    }
}

/// A round with all that sharing out needs to know, and what is news of it.
struct Table {
    round: FeedbackRound,
    evidence: Vec<Evidence>,
    feedback: Vec<Feedback>,
    /// From here on they are new.
    known: usize,
    members: HashMap<PersonId, Standing>,
    /// The conversations that others can read and reply to.
    readable: HashSet<ThreadId>,
    calendar: WorkCalendar,
    now: DateTime<Utc>,
    /// By their places.
    news: Vec<(usize, FeedbackNews)>,
    marked: BTreeSet<usize>,
}

impl Table {
    async fn read(tx: &Tx, id: FeedbackRoundId) -> Result<Self> {
        let conn = tx.conn();
        let round = store::round_row(&conn, id).await?;
        let evidence = store::pieces_of(&conn, id).await?;
        let feedback = store::asked_in(&conn, id).await?;
        let threads: Vec<ThreadId> = evidence.iter().map(|it| it.thread_id).collect();
        Ok(Self {
            members: members(&conn, &round, &evidence).await?,
            readable: channels::threads_open_among(&conn, &threads).await?,
            calendar: communities::calendar_of(&conn, round.community_id).await?,
            now: tx.now(),
            known: feedback.len(),
            news: Vec::new(),
            marked: BTreeSet::new(),
            round,
            evidence,
            feedback,
        })
    }

    /// Whether something wants to be looked at, for as long as it is not complete.
    fn wants(&self, it: &Evidence) -> bool {
        it.withdrawn_at.is_none()
            && self.round.cancelled_at.is_none()
            && self.members.contains_key(&it.person_id)
            && self.readable.contains(&it.thread_id)
    }

    fn of(&self, evidence: EvidenceId) -> impl Iterator<Item = &Feedback> {
        self.feedback
            .iter()
            .filter(move |it| it.evidence_id == evidence)
    }

    fn count(&self, evidence: EvidenceId, state: FeedbackState) -> usize {
        self.of(evidence).filter(|it| it.state() == state).count()
    }

    /// What is late is asked of somebody else; who was asked may still give it.
    fn pass_on(&mut self) {
        for (at, it) in self.feedback.iter_mut().enumerate() {
            if it.state() == FeedbackState::Asked && it.due_at <= self.now {
                it.passed_on_at = Some(self.now);
                self.news.push((at, FeedbackNews::PassedOn));
            }
        }
    }

    fn release(&mut self, places: Vec<usize>) {
        for at in places {
            self.feedback[at].released_at = Some(self.now);
            self.news.push((at, FeedbackNews::Released));
        }
    }

    /// Nobody is waited for where nothing is wanted any more, and nobody who is gone.
    fn release_what_is_over(&mut self) {
        let wanted = self.evidence.iter().filter(|it| self.wants(it));
        let wanted: HashSet<EvidenceId> = wanted.map(|it| it.id).collect();
        let over = self.feedback.iter().enumerate().filter(|(_, it)| {
            let goes_on =
                wanted.contains(&it.evidence_id) && self.members.contains_key(&it.person_id);
            it.is_open() && !goes_on
        });
        let over = over.map(|(at, _)| at).collect();
        self.release(over);
    }

    /// Where more are waited for than are wanted, who was asked last is let go; but neither who began to
    /// write, nor who was asked by name.
    async fn release_what_is_too_much(&mut self, conn: &Conn<'_>) -> Result<()> {
        let mut released = Vec::new();
        for it in &self.evidence {
            let has = |state| self.count(it.id, state);
            let sum = has(FeedbackState::Given) + has(FeedbackState::Asked);
            let mut too_many = sum.saturating_sub(self.round.wanted());
            let all = self.feedback.iter().enumerate().rev();
            let waits = all.filter(|(_, row)| {
                let own = row.evidence_id == it.id && row.asked_by.is_none();
                own && row.state() == FeedbackState::Asked
            });
            for (at, row) in waits {
                if too_many == 0 {
                    break;
                }
                if !has_begun(conn, row.person_id, it.thread_id).await? {
                    released.push(at);
                    too_many -= 1;
                }
            }
        }
        self.release(released);
        Ok(())
    }

    fn share(&self) -> Share {
        Share {
            each: self.round.wanted(),
            is_last: self.round.state(self.now) != FeedbackRoundState::Open,
        }
    }

    fn piece(&self, it: &Evidence) -> Piece {
        let known = self.of(it.id);
        let known = known.filter(|row| row.state() != FeedbackState::Released);
        Piece {
            evidence: it.id,
            by: it.person_id,
            since: it.handed_in_at,
            given: self.count(it.id, FeedbackState::Given),
            open: self.count(it.id, FeedbackState::Asked),
            known: known.map(|row| row.person_id).collect(),
        }
    }

    /// Those who handed something in, and may write.
    fn readers(&self) -> Vec<Reader> {
        let stands = self.evidence.iter().filter(|it| it.withdrawn_at.is_none());
        let writes = stands.filter(|it| {
            let standing = self.members.get(&it.person_id);
            standing.is_some_and(|it| it.role != Role::Observer && it.muted_until.is_none())
        });
        let mut readers: HashMap<PersonId, Reader> = writes
            .map(|it| (it.person_id, Reader::new(it.person_id)))
            .collect();
        for row in &self.feedback {
            let Some(reader) = readers.get_mut(&row.person_id) else {
                continue;
            };
            let state = row.state();
            reader.given += usize::from(state == FeedbackState::Given);
            reader.open += usize::from(state == FeedbackState::Asked);
            reader.let_pass += usize::from(state == FeedbackState::PassedOn);
            reader.asked_at = reader.asked_at.max(Some(row.asked_at));
        }
        readers.into_values().collect()
    }

    /// Asks somebody for what lacks somebody.
    fn ask(&mut self, tx: &Tx) {
        let wanted = self.evidence.iter().filter(|it| self.wants(it));
        let pieces = wanted.map(|it| self.piece(it)).collect();
        for whom in allocate(self.share(), pieces, self.readers()) {
            let row = asked(tx, (&self.round, &self.calendar), whom);
            let mut all = self.feedback.iter();
            let before = all.position(|it| (it.evidence_id, it.person_id) == whom);
            let at = before.unwrap_or(self.feedback.len());
            match before {
                Some(at) => {
                    let id = self.feedback[at].id;
                    self.feedback[at] = Feedback { id, ..row };
                }
                None => self.feedback.push(row),
            }
            self.news.push((at, FeedbackNews::Asked));
        }
    }

    /// Says of each piece whether it is complete, and since when nobody can be asked. Returns how much that
    /// is, where it is news to who leads; 0 where it was so, and is so no longer.
    fn mark(&mut self) -> Option<usize> {
        let (share, now) = (self.share(), self.now);
        let (mut is_told, mut was_told) = (false, false);
        for at in 0..self.evidence.len() {
            let it = &self.evidence[at];
            let piece = self.piece(it);
            let is_alone = self.wants(it) && piece.has_nobody(share);
            let is_old = it.handed_in_at + ALONE_FOR <= now || share.is_last;
            let mut row = it.clone();
            row.complete_at = match piece.given >= share.each {
                true => it.complete_at.or(Some(now)),
                false => None,
            };
            row.alone_since = is_alone.then(|| it.alone_since.unwrap_or(now));
            row.told_at = match is_alone && (is_old || it.told_at.is_some()) {
                true => it.told_at.or(Some(now)),
                false => None,
            };
            is_told |= it.told_at.is_none() && row.told_at.is_some();
            was_told |= it.told_at.is_some() && row.told_at.is_none();
            if row != *it {
                self.evidence[at] = row;
                self.marked.insert(at);
            }
        }
        let with_nobody = self.evidence.iter().filter(|it| it.told_at.is_some());
        let with_nobody = with_nobody.count();
        (is_told || (was_told && with_nobody == 0)).then_some(with_nobody)
    }

    async fn write<Action, Subject>(&self, tx: &Tx, leave: &Permit<Action, Subject>) -> Result<()> {
        let changed: BTreeSet<usize> = self.news.iter().map(|(at, _)| *at).collect();
        for at in changed.range(..self.known) {
            store::update_feedback(tx, leave, self.feedback[*at].clone()).await?;
        }
        store::insert_feedback(tx, leave, self.feedback[self.known..].to_vec()).await?;
        for at in &self.marked {
            store::update_evidence(tx, leave, self.evidence[*at].clone()).await?;
        }
        let facts = self.news.iter();
        let facts = facts.map(|(at, news)| fact_of(&self.round, &self.feedback[*at], *news));
        tx.emit_all(Actor::System, &facts.collect::<Vec<_>>())
            .await?;
        // Who handed something in sees whether somebody looks at it.
        let about: HashSet<EvidenceId> = changed
            .iter()
            .map(|at| self.feedback[*at].evidence_id)
            .collect();
        let pieces = self.evidence.iter().filter(|it| about.contains(&it.id));
        let facts = pieces.map(|it| fact_about(it, EvidenceNews::ReadersChanged));
        tx.emit_all(Actor::System, &facts.collect::<Vec<_>>()).await
    }
}

/// Where everybody stands who handed something in or may be asked, but for those who are suspended.
async fn members(
    conn: &Conn<'_>,
    round: &FeedbackRound,
    evidence: &[Evidence],
) -> Result<HashMap<PersonId, Standing>> {
    let mut members = communities::standings(conn, round.community_id).await?;
    let people: Vec<PersonId> = evidence.iter().map(|it| it.person_id).collect();
    for person in identity::people_by_ids(conn, &people).await? {
        if person.suspended_at.is_some() {
            members.remove(&person.id);
        }
    }
    Ok(members)
}

/// Whether somebody keeps a reply in this conversation that they are still writing.
async fn has_begun(conn: &Conn<'_>, person: PersonId, thread: ThreadId) -> Result<bool> {
    let draft = channels::draft_of(conn, person, &format!("reply:{thread}")).await?;
    Ok(draft.is_some_and(|it| !it.body.trim().is_empty()))
}
