"""Reads the file for Microsoft Project with MPXJ.

Usage: mspdi.py EXPORT STAGES.CSV [STAGES.CSV OF THE ACCEPTED PLAN]
"""
import csv
import datetime
import pathlib
import sys
import xml.etree.ElementTree as Tree

import jpype
import mpxj  # noqa: F401  puts MPXJ on the class path
from common import Faults, stages

SPACE = "{http://schemas.microsoft.com/project}"


def order(kind):
    """The order of elements by MPXJ's copy of the schema.

    That copy is of 2007 with what came later at its end; Project itself writes the dates of tasks by
    hand behind the duration, so there they are wanted.
    """
    annotation = jpype.JClass("jakarta.xml.bind.annotation.XmlType")
    names = [str(name).lower() for name in kind.class_.getAnnotation(annotation).propOrder()]
    later = [name for name in ("manualstart", "manualfinish", "manualduration") if name in names]
    names = [name for name in names if name not in later]
    if later:
        place = names.index("duration") + 1
        names[place:place] = later
    return names


def check_order(faults, element, kind):
    """Whether the children of an element stand in the schema's order, and are all known to it."""
    wanted = order(kind)
    places = [wanted.index(child.tag.removeprefix(SPACE).lower()) for child in element]
    faults.expect(places, sorted(places), f"order in {element.tag}")


def day(time):
    return datetime.date(time.getYear(), time.getMonthValue(), time.getDayOfMonth())


def deadlines(plan):
    """The days of plan.csv by which practices must be live."""
    with open(pathlib.Path(plan).with_name("plan.csv"), newline="", encoding="utf-8-sig") as file:
        return {row["ods_code"]: datetime.date.fromisoformat(row["must_be_live_by"])
                for row in csv.DictReader(file) if row["must_be_live_by"]}


def main(folder, plan, accepted=None):
    faults = Faults()
    wanted = stages(plan)
    baseline = stages(accepted) if accepted else {}
    limits = deadlines(plan)
    faults.expect(bool(limits) or not accepted, True, "the sample has a deadline")
    faults.expect(not accepted or any(baseline[key] != wanted[key] for key in baseline), True,
                  "the sample moves dates")
    path = f"{folder}/portfolio.mspdi.xml"
    jpype.startJVM()
    from java.io import File
    from org.mpxj.reader import UniversalProjectReader
    schema = jpype.JPackage("org").mpxj.mspdi.schema.Project
    root = Tree.parse(path).getroot()
    check_order(faults, root, schema)
    for task in root.iter(f"{SPACE}Task"):
        check_order(faults, task, jpype.JClass("org.mpxj.mspdi.schema.Project$Tasks$Task"))
    for calendar in root.iter(f"{SPACE}Calendar"):
        check_order(faults, calendar, jpype.JClass(
            "org.mpxj.mspdi.schema.Project$Calendars$Calendar"))
    project = UniversalProjectReader().read(File(path))
    found = {}
    for task in project.getTasks():
        code, stage = task.getText(1), task.getText(5)
        if stage is None or str(stage) == "EM":
            continue
        key = (str(code), str(stage))
        found[key] = (day(task.getStart()), day(task.getFinish()))
        start, finish = task.getBaselineStart(), task.getBaselineFinish()
        faults.expect((start and day(start), finish and day(finish)),
                      baseline.get(key, (None, None)), f"{key}: baseline")
        limit = task.getDeadline()
        faults.expect(limit and day(limit), limits.get(key[0]) if key[1] == "GL" else None,
                      f"{key}: deadline")
        faults.expect(str(task.getTaskMode()), "MANUALLY_SCHEDULED", f"{key}: by hand")
        faults.expect(task.getActualStart(), None, f"{key}: has not happened")
        faults.expect(bool(task.getMilestone()), key[1] in ("ID", "FD", "GL"), f"{key}: milestone")
        if key[1] != "PR":
            faults.expect(len(list(task.getPredecessors())), 1, f"{key}: predecessor")
    faults.expect(set(found), set(wanted), "stages")
    for key, dates in wanted.items():
        faults.expect(found.get(key), dates, key)
    calendar = project.getDefaultCalendar()
    days = [exception.getFromDate() for exception in calendar.getCalendarExceptions()]
    faults.expect([str(one) for one in days], sorted(str(one) for one in days), "exceptions")
    faults.expect(len(days) > 0, True, "exceptions")
    faults.end()


main(*sys.argv[1:])
