use super::invitations::invite;
use crate::mailing::{AnswerLink, Mailing, Told, WritesMail};
use crate::rounds::Round;
use crate::store::{self, Pending};
use crate::{Carry, LetterKind, LetterState, MailKind, Occasion, OutboxLetter, Postbox, Stop};
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::Community;
use identity::Person;
use kernel::{
    Actor, CheckInId, Command, CommunityId, LetterId, NoticeId, Organisation, PersonId, PostId,
    PulseId, Result, Tx, permit,
};
use misconceptions::Correction;
use std::collections::HashMap;
use std::sync::Arc;

/// Looks into a postbox, and writes the letter that is due, if one is.
pub struct WriteLetter<W> {
    pub person: PersonId,
    pub writer: Arc<W>,
}

#[async_trait]
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
        let pending = match round.tells(MailKind::Session) {
            true => invite(tx, self.writer.as_ref(), (&person, &postbox), pending).await?,
            false => pending,
        };
        let (told, left) = parted(pending, &round);
        let next_at = left
            .kinds()
            .filter_map(|kind| round.later(kind))
            .chain(postbox.choices.next_regular(&person.zone, tx.now()))
            .min();
        let things = things(tx, &person, (&told, &round)).await?;
        store::mark_told(tx, &told).await?;
        channels::note_mailed(tx, person.id, &quoted(&things)).await?;
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
        let named: Vec<_> = told.iter().filter_map(Told::titled).collect();
        let mailing = Mailing {
            titles: misconceptions::corrections_of_titles(&tx.conn(), &named).await?,
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
    let names = Names::of((tx, actor), told, waits.iter().chain(&news)).await?;
    let mut links = answering(tx, person.id, told).await?;
    let noticed = told.notices.iter().filter_map(|notice| {
        Some(Told::Noticed {
            notice: notice.clone(),
            community: names.community(notice.community_id)?,
            answer: links.remove(&notice.id),
        })
    });
    let mut corrected = corrected(tx, told).await?;
    let said = told.conversations.iter().filter_map(|seen| {
        Some(Told::Said {
            corrections: corrected.remove(&seen.latest.post.id).unwrap_or_default(),
            kind: store::kind_of(seen),
            latest: seen.latest.clone(),
            count: seen.item.new_count,
            author: match seen.latest.post.byline(actor) {
                Some(author) => Some(names.people.get(&author)?.clone()),
                None => None,
            },
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

/// The links that answer what is asked, without a sign-in: new ones for each letter, as only their
/// hashes are kept.
async fn answering(
    tx: &Tx,
    person: PersonId,
    told: &Pending,
) -> Result<HashMap<NoticeId, AnswerLink>> {
    let mut links = HashMap::new();
    for notice in &told.notices {
        let link = if let Ok(check_in) = notice.about.parse::<CheckInId>() {
            let minted = checkins::mint_link(tx, check_in, person).await?;
            minted.map(AnswerLink::CheckIn)
        } else if let Ok(pulse) = notice.about.parse::<PulseId>() {
            let minted = pulses::mint_link(tx, pulse, person).await?;
            minted.map(AnswerLink::Pulse)
        } else {
            None
        };
        links.extend(link.map(|link| (notice.id, link)));
    }
    Ok(links)
}

/// The posts that a letter quotes.
fn quoted(things: &[Told]) -> Vec<PostId> {
    let posts = things.iter().filter_map(|told| match told {
        Told::Said { latest, .. } => Some(latest.post.id),
        Told::Noticed { .. } | Told::Waits { .. } | Told::News { .. } => None,
    });
    posts.collect()
}

/// What is corrected of the posts that a letter quotes.
async fn corrected(tx: &Tx, told: &Pending) -> Result<HashMap<PostId, Vec<Correction>>> {
    let posts: Vec<_> = told
        .conversations
        .iter()
        .map(|seen| &seen.latest)
        .filter(|seen| misconceptions::may_be_corrected(&seen.post))
        .collect();
    let beside = misconceptions::corrections_beside(&tx.conn(), &posts).await?;
    Ok(beside
        .into_iter()
        .map(|(post, beside)| (post, beside.corrections))
        .collect())
}

/// Who and where, by name.
struct Names {
    people: HashMap<PersonId, String>,
    communities: HashMap<CommunityId, Community>,
}

impl Names {
    async fn of(
        (tx, actor): (&Tx, Actor),
        told: &Pending,
        threads: impl Iterator<Item = &channels::ThreadSeen>,
    ) -> Result<Self> {
        let conn = tx.conn();
        let authors: Vec<PersonId> = told
            .conversations
            .iter()
            .filter_map(|seen| seen.latest.post.byline(actor))
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
