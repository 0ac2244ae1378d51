"""Receives iTIP messages (RFC 5546) one after another, as the calendar program of one person would.

Reads `{"to": "mailto:…", "messages": [calendar, …]}` from stdin and says on stdout, as a JSON list, what libical
takes each message for, given the event that stands in the calendar by then. A message that breaks the
restrictions of its method is an error.
"""

import ctypes
import json
import sys

MEANINGS = {
    11104: "new",
    11105: "update",
    11106: "reschedule",
    11117: "add instance",
    11118: "cancel",
    11120: "cancel for all",
    11124: "malformed",
    11125: "obsolete",
    11126: "missequenced",
    11127: "unknown",
}

ical, scheduling = ctypes.CDLL("libical.so.3"), ctypes.CDLL("libicalss.so.3")
for function in (ical.icalparser_parse_string, ical.icalcomponent_as_ical_string):
    function.restype = ctypes.c_void_p
ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
ical.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
ical.icalrestriction_check.argtypes = [ctypes.c_void_p]
scheduling.icalclassify.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p]

asked = json.load(sys.stdin)
stands, meanings = None, []
for text in asked["messages"]:
    message = ical.icalparser_parse_string(text.encode())
    assert message, "what came is no calendar"
    kept = ical.icalrestriction_check(message)
    said = ctypes.string_at(ical.icalcomponent_as_ical_string(message)).decode()
    assert kept and "X-LIC-ERROR" not in said, said
    meaning = scheduling.icalclassify(message, stands, asked["to"].encode())
    meanings.append(MEANINGS.get(meaning, str(meaning)))
    stands = message
print(json.dumps(meanings))
