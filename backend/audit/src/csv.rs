//! Entries as lines for spreadsheets. Pure.
use crate::Entry;
use chrono::SecondsFormat;

/// The names of the columns.
pub const HEAD: &str =
    "number,id,at,kind,actor,via,address,device,object,person,community,before,after,hash\r\n";

/// An entry, in the order of `HEAD`.
pub fn line_of(entry: &Entry) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let person = |id: Option<kernel::PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    let community = entry.community_id.map(|id| id.to_string());
    let cells = [
        entry.number.to_string(),
        entry.id.to_string(),
        entry.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        entry.kind.clone(),
        person(entry.actor_id),
        text(&entry.via),
        text(&entry.address),
        text(&entry.device),
        text(&entry.object),
        person(entry.person_id),
        text(&community),
        text(&entry.before),
        text(&entry.after),
        entry.hash.clone(),
    ];
    cells.map(|text| kernel::csv_cell(&text)).join(",") + "\r\n"
}
