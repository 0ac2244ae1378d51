//! The people of a dump: those of Users.xml, and those known only by what they wrote.
use super::author::Author;
use super::index::{Index, kind};
use super::rows::{Found, Scan};
use crate::origin::Origin;
use crate::people::{Newcomer, People, bring_in_people};
use crate::{Progress, Sheet};
use kernel::{Db, Error, Result};
use std::path::Path;
use tokio::sync::mpsc;

/// People that wait to be written, at most.
const WAITING_MAX: usize = 200;

pub(super) async fn bring_in(
    db: &Db,
    origin: &Origin,
    (folder, index): (&Path, &Index),
    (progress, people, sheet): (&dyn Progress, &mut People, &mut Sheet),
) -> Result<()> {
    let (out, mut users) = mpsc::channel(WAITING_MAX);
    let folder = folder.to_owned();
    let reading = tokio::task::spawn_blocking(move || read_users(&folder, &out));
    let mut some = Vec::with_capacity(WAITING_MAX);
    while users.recv_many(&mut some, WAITING_MAX).await > 0 {
        let newcomers = std::mem::take(&mut some);
        progress.advance(newcomers.len() as u64);
        bring_in_people(db, origin, newcomers, (kind::USERS, people, sheet)).await?;
    }
    sheet.add(reading.await.map_err(Error::internal)??);

    let mut unlisted: Vec<(&Author, &Option<String>)> = index
        .authors
        .iter()
        .filter(|(author, _)| !people.contains_key(&author.key()))
        .collect();
    unlisted.sort();
    sheet.source(kind::UNLISTED, unlisted.len() as u64);
    let newcomers = unlisted
        .into_iter()
        .map(|(author, name)| {
            let name = name.clone().unwrap_or_else(|| author.stand_in());
            Newcomer::named(author.key(), name)
        })
        .collect();
    bring_in_people(db, origin, newcomers, (kind::UNLISTED, people, sheet)).await
}

/// Sends every user of the file, and counts them.
fn read_users(folder: &Path, out: &mpsc::Sender<Newcomer>) -> Result<Sheet> {
    let mut sheet = Sheet::default();
    let Some(scan) = Scan::open(folder, ("Users.xml", "users"))? else {
        return Ok(sheet);
    };
    scan.each(|found, _| {
        sheet.source(kind::USERS, 1);
        match found {
            Found::Broken(place, reason) => sheet.dropped(kind::USERS, place, reason),
            Found::Row(place, row) => match row.number("Id") {
                None => sheet.dropped(kind::USERS, place, "it has no number"),
                Some(id) => {
                    let author = Author::Numbered(id);
                    let name = row.text("DisplayName").unwrap_or_else(|| author.stand_in());
                    // Nobody listens any more when a write failed; that error is the one to show.
                    let _ = out.blocking_send(Newcomer::named(author.key(), name));
                }
            },
        }
    })?;
    Ok(sheet)
}
