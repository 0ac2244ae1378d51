use crate::mailing::{Mailing, Told, WritesMail};
use crate::rounds::Round;
use crate::store::{self, Pending};
use crate::{
    Carry, LetterKind, LetterSentAgain, LetterState, MailKind, Occasion, OutboxLetter, Postbox,
    ReadOutbox, Stop,
};
use async_graphql::InputObject;
use chrono::TimeDelta;
use communities::Community;
use identity::Person;
use kernel::{
    Actor, Command, CommunityId, Error, LetterId, MailError, Organisation, PersonId, Result, Tx,
    permit,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Letters that one node sends in one go.
const CLAIM_MAX: u64 = 24;
const ATTEMPTS_MAX: i32 = 8;
/// How long a letter waits for a mail server that nobody can reach.
const WAITS_MAX: TimeDelta = TimeDelta::days(3);

/// Looks into a postbox, and writes the letter that is due, if one is.
pub struct WriteLetter<W> {
    pub person: PersonId,
    pub writer: Arc<W>,
}

impl<W: WritesMail> Command for WriteLetter<W> {
    type Done = Option<LetterId>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Option<LetterId>> {
        permit::<Carry, _>(actor, Organisation)?;
        let conn = tx.conn();
        let postbox = store::postbox_of(&conn, self.person).await?;
        let due = postbox.and_then(|it| it.next_at.map(|due| (it, due)));
        let Some((mut postbox, due)) = due.filter(|(_, due)| *due <= tx.now()) else {
            return Ok(None); // another node was here
        };
        let person = identity::person_by_id(&conn, self.person).await?;
        let Some(person) = person.filter(is_reachable) else {
            postbox.next_at = None;
            store::set_choices(tx, &postbox).await?;
            return Ok(None);
        };
        let hours = postbox.choices.hours(&person.zone);
        let today = hours.beginning(hours.day_of(tx.now()));
        let round = Round {
            choices: &postbox.choices,
            hours,
            due,
            now: tx.now(),
            sent_today: store::letters_since(&conn, person.id, today).await?,
        };
        let pending = store::pending_for(&conn, identity::actor_of(&person), tx.now()).await?;
        let (told, left) = parted(pending, &round);
        let next_at = left
            .kinds()
            .filter_map(|kind| round.later(kind))
            .chain(postbox.choices.next_regular(&person.zone, tx.now()))
            .min();
        let things = things(tx, &person, (&told, &round)).await?;
        store::mark_told(tx, &told).await?;
        let letter = match things.is_empty() {
            true => None,
            false => Some(self.write(tx, (person, &postbox), (things, &round)).await?),
        };
        postbox.next_at = next_at;
        store::set_choices(tx, &postbox).await?;
        Ok(letter)
    }
}

impl<W: WritesMail> WriteLetter<W> {
    async fn write(
        &self,
        tx: &Tx,
        (person, postbox): (Person, &Postbox),
        (told, round): (Vec<Told>, &Round<'_>),
    ) -> Result<LetterId> {
        let mut kinds: Vec<MailKind> = told.iter().map(Told::kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let stop = Stop {
            person: person.id,
            kinds,
        };
        let mailing = Mailing {
            occasion: round.occasion(),
            told,
            stop: stop.sign(&postbox.secret),
            person,
        };
        let kind = match mailing.occasion {
            Occasion::AtOnce => LetterKind::News,
            Occasion::Daily | Occasion::Sunday => LetterKind::Digest,
        };
        let written = self.writer.write(&mailing);
        let letter = OutboxLetter {
            subject: written.subject,
            body: written.text,
            html: written.html,
            unsubscribe: Some(written.unsubscribe),
            sealed: mailing.told.iter().any(Told::is_sealed),
            ..blank(tx, &mailing.person, kind)
        };
        Ok(store::insert_letter(tx, letter).await?.id)
    }
}

/// A letter to somebody, with nothing in it.
pub(super) fn blank(tx: &Tx, person: &Person, kind: LetterKind) -> OutboxLetter {
    OutboxLetter {
        id: tx.id(),
        person_id: person.id,
        kind,
        recipient: person.email.clone().unwrap_or_default(),
        subject: String::new(),
        body: String::new(),
        html: String::new(),
        unsubscribe: None,
        calendar: None,
        sealed: false,
        state: LetterState::Waiting,
        attempts: 0,
        run_at: tx.now(),
        lease: None,
        lease_until: None,
        failure: None,
        created_at: tx.now(),
        settled_at: None,
    }
}

fn is_reachable(person: &Person) -> bool {
    person.email.is_some() && person.suspended_at.is_none() && person.placeholder_of.is_none()
}

/// What is told now, and what is left for later.
fn parted(pending: Pending, round: &Round<'_>) -> (Pending, Pending) {
    let (said, said_later) = pending
        .conversations
        .into_iter()
        .partition(|seen| round.tells(store::kind_of(seen)));
    let (noticed, noticed_later) = pending
        .notices
        .into_iter()
        .partition(|notice| round.tells(notice.kind.mail_kind()));
    let told = Pending {
        conversations: said,
        notices: noticed,
    };
    let left = Pending {
        conversations: said_later,
        notices: noticed_later,
    };
    (told, left)
}

const QUESTIONS_MAX: u64 = 3;
const NEWS_MAX: usize = 5;

/// What a letter tells of, what matters most first.
async fn things(
    tx: &Tx,
    person: &Person,
    (told, round): (&Pending, &Round<'_>),
) -> Result<Vec<Told>> {
    let conn = tx.conn();
    let actor = identity::actor_of(person);
    let mut waits = Vec::new();
    if round.occasion() != Occasion::AtOnce && round.tells(MailKind::Question) {
        waits = channels::unanswered_for(&conn, actor, QUESTIONS_MAX).await?;
    }
    let mut news = Vec::new();
    if round.occasion() != Occasion::AtOnce && round.tells(MailKind::Summary) {
        let since = tx.now() - TimeDelta::days(8);
        news = store::unread_since(&conn, actor, since).await?;
        news.retain(|seen| {
            let named = |id| seen.thread.id == id;
            !told.conversations.iter().any(|it| named(it.item.thread_id))
                && !waits.iter().any(|it| named(it.thread.id))
        });
        news.truncate(NEWS_MAX);
    }
    let names = Names::of(tx, told, waits.iter().chain(&news)).await?;
    let noticed = told.notices.iter().filter_map(|notice| {
        Some(Told::Noticed {
            notice: notice.clone(),
            community: names.community(notice.community_id)?,
        })
    });
    let said = told.conversations.iter().filter_map(|seen| {
        Some(Told::Said {
            kind: store::kind_of(seen),
            latest: seen.latest.clone(),
            count: seen.item.new_count,
            author: names.people.get(&seen.latest.post.author_id)?.clone(),
            community: names.community(seen.latest.post.community_id)?,
        })
    });
    let waits = waits.into_iter().filter_map(|thread| {
        let community = names.community(thread.thread.community_id)?;
        Some(Told::Waits { thread, community })
    });
    let news = news.into_iter().filter_map(|thread| {
        let community = names.community(thread.thread.community_id)?;
        Some(Told::News { thread, community })
    });
    let mut things: Vec<Told> = noticed.chain(said).chain(waits).chain(news).collect();
    things.sort_by_key(Told::kind); // stable: of one kind the newest comes first
    Ok(things)
}

/// Who and where, by name.
struct Names {
    people: HashMap<PersonId, String>,
    communities: HashMap<CommunityId, Community>,
}

impl Names {
    async fn of(
        tx: &Tx,
        told: &Pending,
        threads: impl Iterator<Item = &channels::ThreadSeen>,
    ) -> Result<Self> {
        let conn = tx.conn();
        let authors: Vec<PersonId> = told
            .conversations
            .iter()
            .map(|seen| seen.latest.post.author_id)
            .collect();
        let people = identity::people_by_ids(&conn, &authors).await?;
        let places = told
            .conversations
            .iter()
            .map(|seen| seen.latest.post.community_id)
            .chain(told.notices.iter().map(|notice| notice.community_id))
            .chain(threads.map(|seen| seen.thread.community_id));
        let mut communities = HashMap::new();
        for id in places {
            if let std::collections::hash_map::Entry::Vacant(place) = communities.entry(id)
                && let Some(community) = communities::community_by_id(&conn, id).await?
            {
                place.insert(community);
            }
        }
        Ok(Self {
            people: people.into_iter().map(|it| (it.id, it.name)).collect(),
            communities,
        })
    }

    fn community(&self, id: CommunityId) -> Option<Community> {
        self.communities.get(&id).cloned()
    }
}

/// Takes letters to send.
pub(crate) struct ClaimLetters;

impl Command for ClaimLetters {
    type Done = Vec<OutboxLetter>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<OutboxLetter>> {
        permit::<Carry, _>(actor, Organisation)?;
        let mut due = store::due_letters(&tx.conn(), tx.now(), CLAIM_MAX).await?;
        store::lease(tx, &mut due).await?;
        Ok(due)
    }
}

/// Writes down how sending a letter went.
pub(crate) struct SettleLetter {
    pub letter: OutboxLetter,
    /// Nothing when it was not tried after all.
    pub outcome: Option<Result<(), MailError>>,
}

impl Command for SettleLetter {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<Carry, _>(actor, Organisation)?;
        let mut letter = self.letter.clone();
        let waits_too_long = tx.now() - letter.created_at > WAITS_MAX;
        match &self.outcome {
            None => {}
            Some(Ok(())) => {
                letter.state = LetterState::Sent;
                letter.attempts += 1;
                letter.failure = None;
            }
            // It is not the letter's fault, and does not count against it.
            Some(Err(MailError::Unreachable(words))) => {
                letter.run_at = tx.now() + TimeDelta::seconds(30);
                letter.failure = Some(words.clone());
                if waits_too_long {
                    letter.state = LetterState::Refused;
                }
            }
            Some(Err(MailError::Later(words))) => {
                letter.attempts += 1;
                letter.run_at = tx.now() + pause_after(letter.attempts);
                letter.failure = Some(words.clone());
                if letter.attempts >= ATTEMPTS_MAX {
                    letter.state = LetterState::Refused;
                }
            }
            Some(Err(MailError::Refused(words))) => {
                letter.attempts += 1;
                letter.failure = Some(words.clone());
                letter.state = LetterState::Refused;
            }
        }
        letter.settled_at = (letter.state != LetterState::Waiting).then_some(tx.now());
        store::settle(tx, &letter).await
    }
}

/// A minute, doubled for each attempt, 12 hours at most.
fn pause_after(attempts: i32) -> TimeDelta {
    let doublings = attempts.clamp(1, 11) - 1;
    TimeDelta::minutes(1 << doublings).min(TimeDelta::hours(12))
}

/// Keeps here what waits, as there is no mail server.
pub(crate) struct KeepLetters;

impl Command for KeepLetters {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        permit::<Carry, _>(actor, Organisation)?;
        store::keep_waiting(tx).await
    }
}

/// Sends a letter again that was refused or kept.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SendLetterAgainInput")]
pub struct SendLetterAgain {
    /// Which one.
    pub letter: LetterId,
}

impl Command for SendLetterAgain {
    type Done = OutboxLetter;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<OutboxLetter> {
        permit::<ReadOutbox, _>(actor, Organisation)?;
        let found = store::letter_by_id(&tx.conn(), self.letter).await?;
        let letter = found.ok_or(Error::NotFound("letter"))?;
        match letter.state {
            LetterState::Waiting => Ok(letter),
            LetterState::Sent => Err(Error::conflict("this letter was sent")),
            LetterState::Refused | LetterState::Kept => {
                let fact = LetterSentAgain {
                    person: letter.person_id,
                    letter: letter.id,
                };
                tx.emit(actor, &fact).await?;
                store::wait_again(tx, letter).await
            }
        }
    }
}

/// Clears away letters that were settled a month ago.
#[derive(Clone, Copy, Debug)]
pub struct SweepLetters;

impl Command for SweepLetters {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        permit::<Carry, _>(actor, Organisation)?;
        store::sweep(tx).await
    }
}
