//! Sessions as calendar programs read them: feeds (RFC 5545) and invitations (RFC 5546). Pure.
//!
//! Times are in UTC, which every program shows in its own zone. The join link is not in a calendar: it is
//! shown in its hour only, on the page that is.
use crate::tables::AsSent;
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use kernel::{CalendarPart, SessionId, SessionPartId};

/// Whose calendar it is, from the outside: who invites, and where the pages are.
#[derive(Clone, Debug)]
pub struct House {
    pub name: String,
    /// The address letters come from.
    pub address: String,
    pub public_url: String,
}

/// A part of a session as it stands in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub session: SessionId,
    pub part: SessionPartId,
    /// Rises with each change.
    pub sequence: i32,
    pub sent: AsSent,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// What a letter does to an entry in somebody's own calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// It takes place, so: a new entry, or one that is otherwise now.
    Request,
    /// It does not take place, for nobody.
    Cancel,
    /// It takes place without them.
    Withdraw,
}

/// Somebody's name and address.
#[derive(Clone, Copy, Debug)]
pub struct Invited<'a> {
    pub name: &'a str,
    pub address: &'a str,
}

/// The calendar of a letter: one entry, for one person.
pub fn invitation(
    house: &House,
    (entry, errand): (&Entry, Errand),
    invited: Invited<'_>,
    now: DateTime<Utc>,
) -> CalendarPart {
    let method = match errand {
        Errand::Request => "REQUEST",
        Errand::Cancel | Errand::Withdraw => "CANCEL",
    };
    let mut event = event(house, entry, now);
    match errand {
        Errand::Request => event.add_property("STATUS", "CONFIRMED"),
        Errand::Cancel => event.add_property("STATUS", "CANCELLED"),
        // The session stands: only this person is off the list.
        Errand::Withdraw => &mut event,
    };
    let organizer = person("ORGANIZER", &house.name, &house.address).done();
    let attendee = person("ATTENDEE", invited.name, invited.address)
        .add_parameter("CUTYPE", "INDIVIDUAL")
        .add_parameter("ROLE", "REQ-PARTICIPANT")
        .add_parameter("PARTSTAT", "NEEDS-ACTION")
        // Nobody reads answers: who comes is seen in the room.
        .add_parameter("RSVP", "FALSE")
        .done();
    event.append_property(organizer);
    event.append_multi_property(attendee);
    let mut calendar = blank(method);
    calendar.push(event.done());
    CalendarPart {
        method: method.to_owned(),
        text: written(&calendar),
    }
}

/// A feed: every entry, those that are cancelled too, so that they are shown as that.
pub fn feed(
    house: &House,
    (name, zone): (&str, &str),
    entries: &[(Entry, Errand)],
    now: DateTime<Utc>,
) -> String {
    let mut calendar = blank("PUBLISH");
    calendar.append_property(("X-WR-CALNAME", clean(name).as_str()));
    calendar.append_property(("X-WR-TIMEZONE", clean(zone).as_str()));
    calendar.append_property(
        Property::new("REFRESH-INTERVAL", "PT1H")
            .add_parameter("VALUE", "DURATION")
            .done(),
    );
    calendar.append_property(("X-PUBLISHED-TTL", "PT1H"));
    for (entry, errand) in entries {
        let mut event = event(house, entry, now);
        event.add_property(
            "STATUS",
            match errand {
                Errand::Request => "CONFIRMED",
                Errand::Cancel | Errand::Withdraw => "CANCELLED",
            },
        );
        calendar.push(event.done());
    }
    written(&calendar)
}

fn blank(method: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Interlude//Interlude//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", method));
    calendar
}

fn event(house: &House, entry: &Entry, now: DateTime<Utc>) -> Event {
    let host = house.address.rsplit('@').next().unwrap_or_default();
    let page = format!("{}/go/{}", house.public_url, entry.session);
    let sent = &entry.sent;
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", entry.part))
        .add_property("SEQUENCE", entry.sequence.to_string())
        .add_property("DTSTAMP", instant(now))
        .add_property("LAST-MODIFIED", instant(entry.changed_at))
        .add_property("DTSTART", instant(sent.starts_at))
        .add_property("DTEND", instant(sent.ends_at))
        .summary(&clean(&sent.title))
        .description(&page)
        .url(&page);
    if let Some(place) = &sent.place {
        event.location(&clean(place));
    }
    event
}

fn person(role: &str, name: &str, address: &str) -> Property {
    let mut property = Property::new(role, format!("mailto:{}", clean(address)));
    // A quotation mark cannot be written in a parameter.
    property.add_parameter("CN", &clean(name).replace('"', "'"));
    property
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Without what could begin a line of its own.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// As it is read: every line of 75 bytes at the most, none cut within a letter.
fn written(calendar: &Calendar) -> String {
    let whole = calendar.to_string().replace("\r\n ", "");
    let lines = whole.split("\r\n").filter(|line| !line.is_empty());
    lines.map(folded).collect()
}

fn folded(line: &str) -> String {
    const BYTES_MAX: usize = 75;
    let mut text = String::with_capacity(line.len() + 8);
    let mut on_line = 0;
    for c in line.chars() {
        if on_line + c.len_utf8() > BYTES_MAX {
            text.push_str("\r\n ");
            on_line = 1;
        }
        text.push(c);
        on_line += c.len_utf8();
    }
    text + "\r\n"
}
