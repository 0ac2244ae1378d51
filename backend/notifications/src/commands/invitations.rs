use super::letters::blank;
use crate::calendar::{Entry, Errand, Invited, invitation};
use crate::mailing::{Invitation, WritesMail};
use crate::reconcile::{Difference, Elsewhere};
use crate::store::{self, Pending};
use crate::{CalendarEntry, LetterKind, MailKind, Notice, OutboxLetter, Postbox, Stop};
use identity::Person;
use kernel::{First, Result, SessionId, Tx};
use sessions::SessionState;

/// More sessions than anybody has ahead.
const AHEAD_MAX: i32 = 100;

/// Writes the letters that make a person's own calendar right again; what they tell of is told with them.
/// Returns what is left to tell.
pub(super) async fn invite<W: WritesMail>(
    tx: &Tx,
    writer: &W,
    (person, postbox): (&Person, &Postbox),
    pending: Pending,
) -> Result<Pending> {
    let conn = tx.conn();
    let actor = identity::actor_of(person);
    let ahead = First::parse(AHEAD_MAX)?;
    let ahead = sessions::sessions_ahead(&conn, actor, tx.now(), ahead).await?;
    let entries = store::entries_of(&conn, person.id).await?;
    let difference = Difference {
        elsewhere: &elsewhere(tx, person, &entries).await?,
        ahead: &ahead,
        entries: &entries,
        wanted: postbox.choices.when(MailKind::Session),
        now: tx.now(),
    };
    let mut told: Vec<Notice> = Vec::new();
    for (entry, errand) in difference.errands() {
        let about = entry.session.to_string();
        let notice = pending.notices.iter().find(|it| it.about == about);
        told.extend(notice.cloned());
        let stop = Stop {
            person: person.id,
            kinds: vec![MailKind::Session],
        };
        let letter = Invitation {
            person: person.clone(),
            is_known: entries.iter().any(|it| it.part_id == entry.part),
            notice: notice.cloned(),
            stop: stop.sign(&postbox.secret),
            entry,
            errand,
        };
        write(tx, writer, &letter).await?;
    }
    let pending = Pending {
        notices: pending
            .notices
            .into_iter()
            .filter(|it| !told.iter().any(|told| told.id == it.id))
            .collect(),
        conversations: pending.conversations,
    };
    let told = Pending {
        notices: told,
        ..Pending::default()
    };
    store::mark_told(tx, &told).await?;
    Ok(pending)
}

/// Sessions in the calendar as they stand now, as far as the person still sees them.
async fn elsewhere(tx: &Tx, person: &Person, entries: &[CalendarEntry]) -> Result<Elsewhere> {
    let mut ids: Vec<SessionId> = entries.iter().map(|it| it.gathering_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let actor = identity::actor_of(person);
    let seen = sessions::sessions_visible_to(&tx.conn(), actor, &ids).await?;
    Ok(seen
        .into_iter()
        .filter(|seen| seen.standing.is_some())
        .map(|seen| {
            (
                seen.session.id,
                seen.session.state == SessionState::Cancelled,
            )
        })
        .collect())
}

async fn write<W: WritesMail>(tx: &Tx, writer: &W, letter: &Invitation) -> Result<()> {
    let person = &letter.person;
    let invited = Invited {
        name: &person.name,
        address: person.email.as_deref().unwrap_or_default(),
    };
    let change = (&letter.entry, letter.errand);
    let calendar = invitation(writer.house(), change, invited, tx.now());
    let written = writer.invite(letter);
    let row = OutboxLetter {
        subject: written.subject,
        body: written.text,
        html: written.html,
        unsubscribe: Some(written.unsubscribe),
        calendar: Some(calendar),
        ..blank(tx, person, LetterKind::Invitation)
    };
    store::insert_letter(tx, row).await?;
    store::keep_entry(tx, kept(tx, letter)).await
}

/// What the calendar says once the letter is read.
fn kept(tx: &Tx, letter: &Invitation) -> CalendarEntry {
    let Entry {
        session,
        part,
        sequence,
        sent,
        ..
    } = letter.entry.clone();
    CalendarEntry {
        part_id: part,
        person_id: letter.person.id,
        gathering_id: session,
        sequence,
        as_sent: sent,
        cancelled_at: (letter.errand != Errand::Request).then_some(tx.now()),
    }
}
