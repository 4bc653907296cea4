"""Reads calendars with icalendar. Usage: ics.py EXPORT STAGES.CSV"""
import datetime
import glob
import sys

import icalendar
from common import Faults, stages

CODES = {
    "kickoff": "KO", "technical-survey": "TS", "initial-data-production": "ID",
    "final-data-production": "FD", "cutover": "CO", "go-live": "GL",
}


def main(folder, plan):
    faults = Faults()
    wanted = stages(plan)
    files = sorted(glob.glob(f"{folder}/calendars/**/*.ics", recursive=True))
    faults.expect(len(files) > 3, True, "files")
    for path in files:
        with open(path, "rb") as file:
            data = file.read()
        faults.expect(b"\r\n\r\n" in data, False, f"{path}: blank lines")
        faults.expect(max(len(line) for line in data.split(b"\r\n")) <= 75, True, f"{path}: long lines")
        calendar = icalendar.Calendar.from_ical(data)
        faults.expect(calendar.errors, [], path)
        uids = set()
        for event in calendar.walk("VEVENT"):
            faults.expect(event.errors, [], path)
            uids.add(str(event["UID"]))
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            faults.expect(type(start), datetime.date, "a date, not a time")
            faults.expect(start < end, True, "the end is exclusive")
            code, _, kind = str(event["X-TRANCHE-KEY"]).partition("/")
            if kind in CODES:
                last = end - datetime.timedelta(days=1)
                faults.expect((start, last), wanted[(code, CODES[kind])], event["X-TRANCHE-KEY"])
        faults.expect(len(uids), len(calendar.walk("VEVENT")), f"{path}: UIDs")
    with open(f"{folder}/calendars/region.ics", "rb") as file:
        region = icalendar.Calendar.from_ical(file.read())
    found = {str(event["X-TRANCHE-KEY"]) for event in region.walk("VEVENT")}
    for (code, stage) in wanted:
        kind = {value: key for key, value in CODES.items()}.get(stage)
        if kind:
            faults.expect(f"{code}/{kind}" in found, True, f"{code} {stage} in region.ics")
    faults.end()


main(*sys.argv[1:])
