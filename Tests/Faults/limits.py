#!/usr/bin/env python3
"""Feeds tranche what no planner has, and watches that time, memory and words stay within bounds.

    Tests/Faults/limits.py TRANCHE [WORD...]      only the inputs whose name holds one of the words

Prints a row for each input: exit status, seconds, megabytes, and the first error. Exits 1 where an input took
more than 60 seconds of a processor, ten minutes by the clock or 2 GB, ended by a signal, was refused without saying
which file, what is wrong and what to do, or where anything was written outside the folder asked for.
"""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile

TOML = """format = 1
[region]
name = "Limits"
start = 2027-01-04
finish = 2028-12-22
division = "england-and-wales"
target_system = "tpp"
[[system]]
id = "emis"
[[system]]
id = "tpp"
go_lives_per_week = 2
"""
PRACTICES = "ods_code,practice_name,source_system\nA81001,Mill,emis\nA81002,Oak,emis\n"
SECONDS, MEGABYTES = 60, 2_000


def workbook(path, sheet, packing=zipfile.ZIP_DEFLATED):
    """A workbook with one sheet, whose XML comes in pieces."""
    with zipfile.ZipFile(path, "w", packing) as book:
        book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        book.writestr(
            "xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in sheet:
                part.write(piece)


def bomb(folder):
    def sheet():
        yield b"<worksheet><sheetData>"
        for _ in range(2_000):
            yield b" " * 1_048_576
        yield b"</sheetData></worksheet>"
    workbook(folder / "practices.xlsx", sheet())


def laughs(folder):
    text = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(10)) + "]><x>&k;</x>"
    workbook(folder / "practices.xlsx", [text.encode()])


def deep_xml(folder):
    workbook(folder / "practices.xlsx", [b"<a>" * 1_000_000])


def far_cell(folder):
    workbook(folder / "practices.xlsx", [
        b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ods_code</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999999"><c r="ZZZZZZ9"><v>1</v></c></row>'
        b"</sheetData></worksheet>"])


def text(name, content):
    """Writes a file, made when it is needed: what this process holds counts as its children's memory."""
    def write(folder):
        made = content() if callable(content) else content
        (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    return write


def rows(name, heading, row, count):
    def write(folder):
        with open(folder / name, "w") as file:
            file.write(heading)
            for number in range(count):
                file.write(row(number))
    return write


CASES = {
    "a cell of 10 MB": text("practices.csv", lambda: PRACTICES + "A81003," + "x" * 10_000_000 + ",emis\n"),
    "an open quote and 50 MB": text("practices.csv", lambda: PRACTICES + 'A81003,"' + "x,\n" * 16_000_000),
    "50 MB of commas": text("practices.csv", lambda: PRACTICES + "," * 50_000_000),
    "50 MB of line ends": text("practices.csv", lambda: PRACTICES + "\n" * 50_000_000),
    "50 MB of zero bytes": text("practices.csv", lambda: bytes(50_000_000)),
    "a million rows, all wrong": rows(
        "practices.csv", PRACTICES, lambda number: f"Z{number},Practice,nothing,,\n", 1_000_000),
    "a million rows, all right": rows(
        "practices.csv", PRACTICES, lambda number: f"Z{number:06},Practice {number},emis\n", 1_000_000),
    "a million links": lambda folder: rows(
        "links.csv", "rule,first,second,lag\n", lambda number: "before,A81001,A81002,1w\n", 1_000_000)(folder),
    "a million closures": rows(
        "closures.csv", "ods_code,from,to,rule\n", lambda number: "A81001,2027-05-03,2027-05-07,avoid\n", 1_000_000),
    "a blackout of 10,000 ranges": text(
        "practices.csv", lambda: "ods_code,practice_name,source_system,blackout\nA81001,Mill,emis,\""
        + ";".join(["2027-05-03 to 2027-05-07"] * 10_000) + "\"\n"),
    "a list of 2,000 headings": text(
        "practices.csv", lambda: "ods_code,practice_name,source_system," + ",".join(f"c{i}" for i in range(2_000)) + "\n"),
    "100,000 protected periods": text("region.toml", lambda: TOML + "".join(
        f'[[protected]]\nname = "p{i}"\nfrom = "05-03"\nto = "05-07"\nrule = "avoid"\n' for i in range(100_000))),
    "100,000 resources": text("region.toml", lambda: TOML + "".join(
        f'[[resource]]\nid = "r{i}"\ncapacity = 1\ncount = "days"\nstages = ["GL"]\n' for i in range(100_000))),
    "100,000 systems": text("region.toml", lambda: TOML + "".join(f'[[system]]\nid = "s{i}"\n' for i in range(100_000))),
    "100,000 unknown keys": text("region.toml", lambda: TOML + "[rules]\n" + "".join(f"k{i} = 1\n" for i in range(100_000))),
    "a horizon of 20 years": text("region.toml", lambda: TOML.replace("2028-12-22", "2046-12-21")),
    "a horizon of 2,000 years": text("region.toml", lambda: TOML.replace("2028-12-22", "4028-12-22")),
    "deep lists": text("region.toml", lambda: TOML + "x = " + "[" * 1_000_000),
    "deep tables": text("region.toml", lambda: TOML + "x = " + "{a=" * 1_000_000),
    "deep keys": text("region.toml", lambda: TOML + ".".join(["a"] * 1_000_000) + " = 1\n"),
    "deep headings": text("region.toml", lambda: "[" + ".".join(["a"] * 1_000_000) + "]\n"),
    "a text of 50 MB": text("region.toml", lambda: TOML + 'x = "' + "x" * 50_000_000 + '"\n'),
    "a number of a million digits": text("region.toml", lambda: TOML + "x = " + "9" * 1_000_000 + "\n"),
    "numbers at the edges": text(
        "region.toml", lambda: TOML.replace("= 2\n", "= 9223372036854775807\n") + '[rules]\npilot_gap = "9223372036854775807w"\n'),
    "a zip bomb of 2 GB": bomb,
    "a workbook of entities": laughs,
    "a workbook of a million elements, one in the other": deep_xml,
    "a workbook with its last cell far out": far_cell,
    "a folder as region.toml": lambda folder: ((folder / "region.toml").unlink(), (folder / "region.toml").mkdir()),
    "a pipe as practices.csv": lambda folder: ((folder / "practices.csv").unlink(), os.mkfifo(folder / "practices.csv")),
    "a device as practices.csv": lambda folder: (
        (folder / "practices.csv").unlink(), os.symlink("/dev/zero", folder / "practices.csv")),
    "a link to itself as practices.csv": lambda folder: (
        (folder / "practices.csv").unlink(), os.symlink("practices.csv", folder / "practices.csv")),
    # What is just within the limits has to be read in bounded time and memory, too.
    "100 MB of cells": text("practices.csv", lambda: PRACTICES + (",".join(["x"] * 1_000) + "\n") * 50_000),
    "4 MB of tables": text("region.toml", lambda: TOML + "[[a]]\n" * 690_000),
    "10,000 practices": rows(
        "practices.csv", "ods_code,practice_name,source_system,pcn_code,list_size\n",
        lambda number: f"Z{number:05},Practice {number},emis,U{number // 5:05},{3_000 + number}\n", 10_000),
    "10,000 practices, each with another partner": rows(
        "practices.csv", "ods_code,practice_name,source_system,partner\n",
        lambda number: f"Z{number:05},Practice {number},emis,Partner {number}\n", 10_000),
    "200,000 rows with quotation marks in their middle": rows(
        "practices.csv", PRACTICES, lambda number: f'Z{number:06},The "Old" Mill,emis\n', 200_000),
    "200,000 closures of unknown practices": lambda folder: (
        rows("practices.csv", "ods_code,practice_name,source_system\n",
             lambda number: f"Z{number:05},Practice {number},emis\n", 6_000)(folder),
        rows("closures.csv", "ods_code,from,to\n", lambda number: f"Y{number},2027-05-03,2027-05-07\n", 200_000)(folder)),
    "1,000 closures of each of 200 practices": lambda folder: (
        rows("practices.csv", "ods_code,practice_name,source_system\n",
             lambda number: f"Z{number:05},Practice {number},emis\n", 200)(folder),
        rows("closures.csv", "ods_code,from,to,rule\n",
             lambda number: f"Z{number % 200:05},2027-05-03,2028-05-03,avoid\n", 200_000)(folder)),
    "10,000 links, one after the other": lambda folder: (
        rows("practices.csv", "ods_code,practice_name,source_system\n",
             lambda number: f"Z{number:05},Practice {number},emis\n", 9_990)(folder),
        rows("links.csv", "rule,first,second\n",
             lambda number: f"before,Z{9_988 - number:05},Z{9_989 - number:05}\n", 9_989)(folder)),
    "5,000 protected periods": text("region.toml", lambda: TOML + "".join(
        f'[[protected]]\nname = "p{i}"\nfrom = "05-03"\nto = "05-07"\nrule = "avoid"\n' for i in range(5_000))),
    "5,000 resources": text("region.toml", lambda: TOML + "".join(
        f'[[resource]]\nid = "r{i}"\ncapacity = 1\ncount = "days"\nstages = ["GL"]\n' for i in range(5_000))),
    "5,000 resources for each of 5,000 networks": lambda folder: (
        text("region.toml", lambda: TOML + "".join(
            f'[[resource]]\nid = "r{i}"\neach = "pcn"\ncapacity = 1\ncount = "days"\nstages = ["GL"]\n'
            for i in range(5_000)))(folder),
        rows("practices.csv", "ods_code,practice_name,source_system,pcn_code\n",
             lambda number: f"Z{number:05},Practice {number},emis,U{number}\n", 5_000)(folder)),
    "5,000 pilots": rows(
        "practices.csv", "ods_code,practice_name,source_system,pilot\n",
        lambda number: f"Z{number:05},Practice {number},emis,{'yes' if number % 2 else ''}\n", 10_000),
    "names that climb out of the folder": lambda folder: (
        text("region.toml", lambda: TOML.replace('"Limits"', '"../../climbed"').replace("[region]", '[region]\ncode = "../climbed"'))(folder),
        text("practices.csv", lambda: "ods_code,practice_name,source_system,pcn_code,partner\n"
             "../../CLIMBED,../climbed,emis,../climbed,../../climbed\n/climbed,/climbed,emis,/climbed,/climbed\n"
             "A81003,..,emis,..,..\nA81004,climbed/..,emis,a/../../b,.\n")(folder)),
}

# What else is run where plan makes a plan, or what is run at all; the plan's folder is `plan`, others lie beside it.
EXPORT = ["export", "--plan", "{plan}", "--to", "csv,html,ics,json,mermaid,mspdi,svg,xlsx", "-o", "{out}"]
AFTER_PLAN = {
    "names that climb out of the folder": [EXPORT, ["pack", "--plan", "{plan}", "-o", "{out}"]],
}
PLANS = {
    "a stages.csv of a million rows": ("stages.csv", lambda: "ods_code,stage,start,finish\n" + "".join(
        f"Z{i},order,2027-01-04,2027-01-05\n" for i in range(1_000_000))),
    "a stages.csv of 200,000 strangers": ("stages.csv", lambda: "ods_code,stage,start,finish\n" + "".join(
        f"Z{i},order,2027-01-04,2027-01-05\n" for i in range(200_000))),
    "a plan.json of deep lists": ("plan.json", lambda: "[" * 1_000_000),
    "a plan.json of 90 MB of practices": ("plan.json", lambda: '{"practices":[' + ",".join(
        ['{"ods_code":"A81001","status":"scheduled","stages":[]}'] * 1_600_000) + "]}"),
}


def run(tranche, name, arguments):
    """Runs one command and prints its row; its exit status and what is wrong with how it ended."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [tranche, *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=errors,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS, 3 * SECONDS)))
        waiting = threading.Timer(10 * SECONDS, process.kill)
        waiting.start()
        _, status, usage = os.wait4(process.pid, 0)
        waiting.cancel()
        seconds = usage.ru_utime + usage.ru_stime
        errors.seek(0)
        out.seek(0)
        said = (errors.read() + out.read()).decode(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    megabytes = usage.ru_maxrss / 1_024
    verb = arguments[0]
    first = next((line for line in said.splitlines() if "error" in line), "")[:100]
    print(f"{name:52} {verb:6} {code:4} {seconds:7.1f} s {megabytes:7.0f} MB  {first}", flush=True)
    faults = []
    if code not in (0, 1, 3, 4, 65, 66):
        faults.append(f"{name}: {verb} ended with {code}")
    if code >= 64 and not ("error" in first and re.search(r"\.(toml|csv|xlsx|json)\b", first)):
        faults.append(f"{name}: {verb} was refused without saying which file and what is wrong")
    if code >= 64 and "   fix  " not in said and "   why  " not in said:
        faults.append(f"{name}: {verb} was refused without saying why, or what to do")
    if seconds > SECONDS or megabytes > MEGABYTES:
        faults.append(f"{name}: {verb} took {seconds:.0f} s and {megabytes:.0f} MB")
    if len(said) > 20_000_000:
        faults.append(f"{name}: {verb} said {len(said)} characters")
    return code, faults


def trial(tranche, name, spoil, below):
    """Runs `check`, and `plan` and what follows where that finds nothing wrong; what is wrong with it."""
    folder, plan, out = (below / part for part in ("region", "plan", "out"))
    folder.mkdir()
    (folder / "region.toml").write_text(TOML)
    (folder / "practices.csv").write_text(PRACTICES)
    spoil(folder)
    if (folder / "practices.xlsx").exists():
        (folder / "practices.csv").unlink()
    before = set(below.parent.rglob("*"))
    faults = []
    verbs = [["check"], ["plan", "--time-limit", "5s", "--progress", "none", "-o", "{plan}"], *AFTER_PLAN.get(name, [])]
    if name in PLANS:
        verbs = [["verify", "--plan", "{plan}", *(["--proof"] if PLANS[name][0] == "plan.json" else [])]]
    for verb, *options in verbs:
        options = [option.format(plan=plan, out=out) for option in options]
        code, found = run(tranche, name, [verb, str(folder), *options])
        faults += found
        if code != 0:
            break
    after = (path for path in below.parent.rglob("*") if not {plan, out} & {path, *path.parents})
    return faults + [f"{name}: {stray} was written outside the folder" for stray in sorted(set(after) - before)]


def spoil_plan(name):
    """Makes a folder with a plan that is spoilt in one file."""
    file, content = PLANS[name]

    def spoil(folder):
        plan = folder.parent / "plan"
        plan.mkdir()
        (plan / "stages.csv").write_text("ods_code,stage,start,finish\nA81001,order,2027-01-04,2027-01-05\n")
        (plan / file).write_text(content())
    return spoil


def main():
    tranche = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    faults = []
    for name, spoil in {**CASES, **{name: spoil_plan(name) for name in PLANS}}.items():
        if wanted and not any(word in name for word in wanted):
            continue
        # Two folders deep, so that what climbs out is found and falls nowhere it matters.
        top = pathlib.Path(tempfile.mkdtemp(prefix="tranche-limits-"))
        try:
            (top / "a").mkdir()
            faults += trial(tranche, name, spoil, top / "a")
        finally:
            shutil.rmtree(top, ignore_errors=True)
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
