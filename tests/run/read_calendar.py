"""Reads a calendar from stdin with the `icalendar` package and says on stdout, as JSON, what it understood.

What a strict reader would refuse is an error: lines that are too long or end wrongly, what cannot be parsed,
a component without what it must have.
"""

import json
import sys

from icalendar import Calendar

text = sys.stdin.buffer.read()
assert text.endswith(b"\r\n"), "the last line has no end"
assert b"\n" not in text.replace(b"\r\n", b""), "a line ends without CR"
for line in text.split(b"\r\n"):
    assert len(line) <= 75, f"a line of {len(line)} bytes"
    line.decode("utf-8")  # none is cut within a letter

calendar = Calendar.from_ical(text)
assert not calendar.errors, calendar.errors
assert calendar["VERSION"] == "2.0" and calendar["PRODID"]


def address(value):
    return {"to": str(value), "cn": value.params.get("CN"), "rsvp": value.params.get("RSVP")}


def read(event):
    assert not event.errors, event.errors
    for needed in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE"):
        assert needed in event, f"an event without {needed}"
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]) if "STATUS" in event else None,
        "starts": event.decoded("DTSTART").isoformat(),
        "ends": event.decoded("DTEND").isoformat(),
        "summary": str(event["SUMMARY"]),
        "location": str(event["LOCATION"]) if "LOCATION" in event else None,
        "url": str(event["URL"]),
        "organizer": address(event["ORGANIZER"]) if "ORGANIZER" in event else None,
        "attendees": [address(it) for it in attendees],
    }


components = [component.name for component in calendar.subcomponents]
assert set(components) <= {"VEVENT"}, components
print(
    json.dumps(
        {
            "method": str(calendar["METHOD"]),
            "name": str(calendar.get("X-WR-CALNAME", "")),
            "zone": str(calendar.get("X-WR-TIMEZONE", "")),
            "events": [read(event) for event in calendar.walk("VEVENT")],
        }
    )
)
