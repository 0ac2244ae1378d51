//! The reconciliation sheet: what became of every record of a source.
use kernel::cell;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many dropped records a sheet names one by one. Beyond it they are still counted, reason by
/// reason: a sheet must not grow with a site's down-votes.
const NAMED_MAX: usize = 10_000;
/// How many of them the printed sheet shows for each reason.
const SHOWN_MAX: usize = 5;

/// One line for each kind of record. Every record of the source is in exactly one of the other
/// columns, so the sheet adds up to the row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub lines: Vec<Line>,
}

/// What became of the records of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub kind: String,
    /// Counted when read, before anything was decided.
    pub source: u64,
    pub imported: u64,
    /// An earlier run brought them in.
    pub already: u64,
    pub dropped: Vec<Dropped>,
}

/// Records that were left behind for the same reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    pub reason: String,
    pub count: u64,
    /// Which ones, by their keys in the source; not all when there are very many.
    pub records: Vec<String>,
}

impl Line {
    pub fn dropped_count(&self) -> u64 {
        self.dropped.iter().map(|dropped| dropped.count).sum()
    }

    pub fn adds_up(&self) -> bool {
        self.source == self.imported + self.already + self.dropped_count()
    }
}

impl Sheet {
    pub fn adds_up(&self) -> bool {
        self.lines.iter().all(Line::adds_up)
    }

    /// The line of a kind of record; an empty one when the source had none.
    pub fn line(&self, kind: &str) -> Line {
        let found = self.lines.iter().find(|line| line.kind == kind);
        found.cloned().unwrap_or_else(|| Line {
            kind: kind.to_owned(),
            ..Line::default()
        })
    }

    pub(crate) fn source(&mut self, kind: &str, count: u64) {
        self.line_mut(kind).source += count;
    }

    pub(crate) fn imported(&mut self, kind: &str, count: u64) {
        if count > 0 {
            self.line_mut(kind).imported += count;
        }
    }

    pub(crate) fn already(&mut self, kind: &str, count: u64) {
        if count > 0 {
            self.line_mut(kind).already += count;
        }
    }

    pub(crate) fn dropped(&mut self, kind: &str, record: impl fmt::Display, reason: &str) {
        self.dropped_many(kind, (record, 1), reason);
    }

    /// As `dropped`, for several records that share a key.
    pub(crate) fn dropped_many(
        &mut self,
        kind: &str,
        (record, count): (impl fmt::Display, u64),
        reason: &str,
    ) {
        if count == 0 {
            return;
        }
        let named: usize = self.named();
        let line = self.line_mut(kind);
        let place = line
            .dropped
            .iter()
            .position(|dropped| dropped.reason == reason);
        let place = place.unwrap_or_else(|| {
            line.dropped.push(Dropped {
                reason: reason.to_owned(),
                ..Dropped::default()
            });
            line.dropped.len() - 1
        });
        let dropped = &mut line.dropped[place];
        dropped.count += count;
        if named < NAMED_MAX {
            dropped.records.push(record.to_string());
        }
    }

    /// Adds what another sheet counted.
    pub(crate) fn add(&mut self, other: Self) {
        for line in other.lines {
            let ours = self.line_mut(&line.kind);
            ours.source += line.source;
            ours.imported += line.imported;
            ours.already += line.already;
            for dropped in line.dropped {
                let unnamed = dropped.count - dropped.records.len() as u64;
                for record in dropped.records {
                    self.dropped(&line.kind, record, &dropped.reason);
                }
                if unnamed > 0 {
                    self.dropped_many(&line.kind, ("others", unnamed), &dropped.reason);
                }
            }
        }
    }

    fn named(&self) -> usize {
        let dropped = self.lines.iter().flat_map(|line| &line.dropped);
        dropped.map(|dropped| dropped.records.len()).sum()
    }

    fn line_mut(&mut self, kind: &str) -> &mut Line {
        let place = self.lines.iter().position(|line| line.kind == kind);
        let place = place.unwrap_or_else(|| {
            self.lines.push(Line {
                kind: kind.to_owned(),
                ..Line::default()
            });
            self.lines.len() - 1
        });
        &mut self.lines[place]
    }

    /// The whole sheet as a table for a spreadsheet: a row for each count, and for each dropped
    /// record that is named.
    pub fn to_csv(&self) -> String {
        let mut rows = csv::Writer::from_writer(Vec::new());
        let mut write = |cells: [&str; 5]| rows.write_record(cells);
        let written = write(["kind", "outcome", "count", "record", "reason"]).and_then(|()| {
            for line in &self.lines {
                for (outcome, count) in [
                    ("source", line.source),
                    ("imported", line.imported),
                    ("already there", line.already),
                    ("dropped", line.dropped_count()),
                ] {
                    write([&cell(&line.kind), outcome, &count.to_string(), "", ""])?;
                }
                for dropped in &line.dropped {
                    // The archive of somebody else names its records as it likes.
                    let (kind, reason) = (cell(&line.kind), cell(&dropped.reason));
                    for record in &dropped.records {
                        write([&kind, "dropped record", "", &cell(record), &reason])?;
                    }
                }
            }
            Ok(())
        });
        let bytes = written.ok().and_then(|()| rows.into_inner().ok());
        // Writing to memory cannot fail, and every cell was text before.
        String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }
}

/// For a terminal.
impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<28}{:>10}{:>10}{:>10}{:>10}",
            "", "source", "imported", "already", "dropped"
        )?;
        for line in &self.lines {
            writeln!(
                f,
                "{:<28}{:>10}{:>10}{:>10}{:>10}",
                line.kind,
                line.source,
                line.imported,
                line.already,
                line.dropped_count()
            )?;
        }
        for line in self.lines.iter().filter(|line| !line.dropped.is_empty()) {
            writeln!(f, "\nDropped {}:", line.kind)?;
            for dropped in &line.dropped {
                let shown = &dropped.records[..dropped.records.len().min(SHOWN_MAX)];
                let more = if dropped.count > shown.len() as u64 {
                    ", …"
                } else {
                    ""
                };
                let records = shown.join(", ");
                writeln!(
                    f,
                    "{:>10}  {} ({records}{more})",
                    dropped.count, dropped.reason
                )?;
            }
        }
        if !self.adds_up() {
            writeln!(f, "\nThis sheet does not add up: please report it.")?;
        }
        Ok(())
    }
}
