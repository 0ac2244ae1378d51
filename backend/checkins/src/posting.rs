//! The summary that is posted when a check-in closes.
use crate::due::anonymous_of;
use crate::store::{self, Counts};
use crate::summary::{self, Language};
use crate::{CheckIn, Question};
use channels::{ChannelKind, CreateThread, ThreadKind};
use identity::Person;
use kernel::{Actor, ChannelId, Command, Result, ThreadId, Tx};

/// Posts it where everybody reads it, in the name of who defined the check-in; of whoever leads the
/// community, where they left or may not write there. What cannot be posted, because nobody is there to
/// post it or no room, keeps nothing from closing.
pub(crate) async fn summary(
    tx: &Tx,
    row: &CheckIn,
    questions: &[Question],
) -> Result<Option<ThreadId>> {
    let conn = tx.conn();
    let counts = store::counts_of(&conn, &[row.id]).await?;
    let counts: Counts = counts.get(&row.id).copied().unwrap_or_default();
    if counts.sent == 0 {
        return Ok(None);
    }
    let channels = channels::channels_visible_to(&conn, Actor::System, &[row.community_id]).await?;
    let room = channels
        .into_iter()
        .find(|it| it.archived_at.is_none() && it.kind != ChannelKind::Questions);
    let Some(room) = room else {
        return Ok(None);
    };
    for speaker in speakers(tx, row).await? {
        let posted = post(tx, (row, questions), (room.id, counts, &speaker));
        if let Ok(thread) = tx.attempt(posted).await? {
            return Ok(Some(thread));
        }
    }
    Ok(None)
}

/// Who defined it, and then who leads.
async fn speakers(tx: &Tx, row: &CheckIn) -> Result<Vec<Person>> {
    let conn = tx.conn();
    let leads = communities::leads_of(&conn, &[row.community_id]).await?;
    let leads = leads.into_values().flatten();
    let definer = identity::person_by_id(&conn, row.defined_by).await?;
    Ok(definer
        .into_iter()
        .chain(leads.filter(|it| it.id != row.defined_by))
        .collect())
}

async fn post(
    tx: &Tx,
    (row, questions): (&CheckIn, &[Question]),
    (room, counts, speaker): (ChannelId, Counts, &Person),
) -> Result<ThreadId> {
    let conn = tx.conn();
    let named = store::sent_answers(&conn, row.id).await?;
    let nameless = store::nameless(&conn, &anonymous_of(questions)).await?;
    let chosen: Vec<summary::Chosen<'_>> = questions
        .iter()
        .map(|question| {
            let of_people = named.iter().filter(|it| it.question.id == question.id);
            let of_nobody = nameless.get(&question.id).into_iter().flatten();
            let chosen = of_people
                .map(|it| it.answer.choice)
                .chain(of_nobody.map(|(_, choice)| *choice));
            (question, chosen.collect())
        })
        .collect();
    let language = Language::of(&speaker.preferences.language);
    let mut begin = CreateThread {
        channel: room,
        kind: ThreadKind::Discussion,
        title: language.title(&row.title),
        body: summary::body(language, counts, &chosen),
        tags: Vec::new(),
        attachments: Vec::new(),
        nonce: row.id.to_string(),
        words: None,
    };
    let speaker = identity::actor_of(speaker);
    begin.prepare(&conn, speaker).await?;
    Ok(begin.run(tx, speaker).await?.id)
}
