//! A list of people as a spreadsheet saves it: a line that names the columns, then a line for each
//! person. It is looked at first, applied in one transaction, and can be taken back.
mod commands;
mod letters;
mod plan;
pub(crate) mod table;

pub use commands::{ApplyRoster, PreviewRoster, SweepRosters, UndoRoster};
pub use letters::{InviteArrivals, invite_arrivals};
pub use table::ROSTER_BYTES_MAX;

use crate::landing::{find_community, founding};
use crate::{Progress, Roster, RosterFate, RosterLine, Sheet, store};
use async_trait::async_trait;
use kernel::{Actor, Command, Db, Error, Id, Result, RosterId, Tx};
use std::path::Path;
use std::sync::Arc;
use table::Line;

const PEOPLE: &str = "people";

/// What is to happen with a roster.
#[derive(Clone)]
pub enum Intent {
    /// Say what would happen, and change nothing.
    Rehearse,
    BringIn(Arc<dyn Progress>),
}

/// Makes the people of a roster members of a community, which is founded when it is not there. Who
/// has no account yet gets one that waits to be claimed, by invitation or by a new password. Answers
/// with the sheet, and with what the roster is called when it is to be taken back.
///
/// # Errors
/// `Invalid` on `roster` when the file is no table with names and addresses. What is wrong with a
/// single line is on the sheet.
pub async fn import_roster(
    db: &Db,
    community: &str,
    roster: &Path,
    intent: Intent,
) -> Result<(Sheet, Option<RosterId>)> {
    let lines = table::lines_of(&table::text_of(&bytes_of(roster)?)?)?;
    let progress = match intent {
        Intent::Rehearse => {
            let place = find_community(&db.read(), community).await?;
            let place = place.map(|community| community.id);
            let known = commands::known(&db.read(), (place, &lines)).await?;
            let nowhere = RosterId::mint(db.now(), db.parts().entropy.as_ref());
            return Ok((sheet_of(&plan::plan(nowhere, lines, &known)), None));
        }
        Intent::BringIn(progress) => progress,
    };
    let people = lines.len() as u64;
    progress.begin(PEOPLE, people);
    let name = roster.file_name().unwrap_or_default().to_string_lossy();
    let bring_in = BringInRoster {
        community: community.to_owned(),
        name: kernel::clean_line(&name),
        lines,
    };
    let roster = db.write(Actor::System, bring_in).await?;
    progress.advance(people);
    let lines = store::lines_of(&db.read(), roster.id).await?;
    Ok((sheet_of(&lines), Some(roster.id)))
}

/// The community, the roster and everybody on it: all of it or nothing.
struct BringInRoster {
    community: String,
    name: String,
    lines: Vec<Line>,
}

#[async_trait]
impl Command for BringInRoster {
    type Done = Roster;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Roster> {
        let community = match find_community(&tx.conn(), &self.community).await? {
            Some(community) => community,
            None => {
                let found = founding(&self.community, "Brought together by a roster.");
                found.run(tx, actor).await?
            }
        };
        let kept = (community.id, self.name.clone(), self.lines.as_slice());
        let roster = commands::keep(tx, actor, kept).await?;
        commands::apply(tx, actor, roster).await
    }
}

fn sheet_of(lines: &[RosterLine]) -> Sheet {
    let mut sheet = Sheet::default();
    for line in lines {
        sheet.source(PEOPLE, 1);
        match line.fate {
            RosterFate::Arrives | RosterFate::Joins | RosterFate::ChangesRole => {
                sheet.imported(PEOPLE, 1);
            }
            RosterFate::Stays => sheet.already(PEOPLE, 1),
            RosterFate::Refused => {
                let reason = line.reason.as_deref().unwrap_or_default();
                sheet.dropped(PEOPLE, format!("line {}", line.line), reason);
            }
        }
    }
    sheet
}

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let unreadable = |reason: &dyn std::fmt::Display| {
        Error::invalid(
            "roster",
            format!("{} cannot be read: {reason}", path.display()),
        )
    };
    let size = std::fs::metadata(path)
        .map_err(|error| unreadable(&error))?
        .len();
    if size > ROSTER_BYTES_MAX as u64 {
        return Err(unreadable(&"it is larger than any roster")
            .hint("give a table with a line for each person"));
    }
    std::fs::read(path).map_err(|error| unreadable(&error))
}
