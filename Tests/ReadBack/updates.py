"""Compares the calendars of an accepted plan, of the draft after it, and of the next two accepted ones.

Usage: updates.py FIRST DRAFT SECOND THIRD ODS-CODE

The practice with the code moves in the draft, which is the second, and is gone from the third.
"""
import pathlib
import sys

import icalendar
from common import Faults


def events(folder, name="region"):
    """The events of a calendar by their key, and its method."""
    data = pathlib.Path(folder, "calendars", f"{name}.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    return {str(event["X-TRANCHE-KEY"]): event for event in calendar.walk("VEVENT")}


def dates(event):
    return event["DTSTART"].dt, event["DTEND"].dt


def main(first, draft, second, third, code):
    faults = Faults()
    before, open_, after, last = (events(folder) for folder in (first, draft, second, third))
    faults.expect(set(before) == set(open_) == set(after), True, "the same events")
    moved = {key for key in before if dates(before[key]) != dates(after[key])}
    faults.expect(bool(moved) and all(key.startswith(code) for key in moved), True, "what moved")
    for key, event in before.items():
        faults.expect((int(event["SEQUENCE"]), str(event["STATUS"])), (0, "CONFIRMED"), key)
        faults.expect(len({str(one[key]["UID"]) for one in (before, open_, after)}), 1, f"{key}: id")
        faults.expect(int(open_[key]["SEQUENCE"]), 0, f"{key}: a draft raises no number")
        faults.expect(str(open_[key]["STATUS"]), "TENTATIVE" if key in moved else "CONFIRMED", key)
        faults.expect(int(after[key]["SEQUENCE"]), 1 if key in moved else 0, f"{key}: number")
        faults.expect(
            after[key]["DTSTAMP"].dt > event["DTSTAMP"].dt, key in moved, f"{key}: time stamp")
        if key not in moved:
            faults.expect(after[key].to_ical(), event.to_ical(), f"{key}: as it was")
    for key, event in after.items():
        again = last.get(key)
        faults.expect(again is not None, True, f"{key}: still there")
        if again is None:
            continue
        faults.expect(str(again["UID"]), str(event["UID"]), f"{key}: id")
        is_gone = key.startswith(code)
        faults.expect(str(again["STATUS"]), "CANCELLED" if is_gone else "CONFIRMED", key)
        rises = is_gone or dates(again) != dates(event)
        faults.expect(int(again["SEQUENCE"]), int(event["SEQUENCE"]) + rises, f"{key}: number")
    for folder, method in ((second, "REQUEST"), (third, "CANCEL")):
        for kind in ("cutover-meeting", "final-data-production", "go-live"):
            path = pathlib.Path(folder, "calendars", "invites", f"{code}-{kind}.ics")
            invite = icalendar.Calendar.from_ical(path.read_bytes())
            faults.expect(str(invite["METHOD"]), method, str(path))
            own = invite.walk("VEVENT")[0]
            faults.expect(str(own["UID"]), str(after[f"{code}/{kind}"]["UID"]), f"{path}: id")
            faults.expect("ORGANIZER" in own, True, f"{path}: organiser")
            faults.expect("ATTENDEE" in own, True, f"{path}: who was invited")
    faults.end()


main(*sys.argv[1:])
