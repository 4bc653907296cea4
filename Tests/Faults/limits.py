#!/usr/bin/env python3
"""Feeds tranche what no planner has, and watches that time, memory and words stay within bounds.

    Tests/Faults/limits.py TRANCHE

Prints a row for each input: exit status, seconds, megabytes, and the first error. Exits 1 where an input took
more than 60 seconds or 2 GB, ended by a signal, or was refused without words.
"""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
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
    return lambda folder: (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def rows(name, heading, row, count):
    def write(folder):
        with open(folder / name, "w") as file:
            file.write(heading)
            for number in range(count):
                file.write(row(number))
    return write


CASES = {
    "a cell of 10 MB": text("practices.csv", PRACTICES + "A81003," + "x" * 10_000_000 + ",emis\n"),
    "an open quote and 50 MB": text("practices.csv", PRACTICES + 'A81003,"' + "x,\n" * 16_000_000),
    "50 MB of commas": text("practices.csv", PRACTICES + "," * 50_000_000),
    "50 MB of line ends": text("practices.csv", PRACTICES + "\n" * 50_000_000),
    "50 MB of zero bytes": text("practices.csv", bytes(50_000_000)),
    "a million rows, all wrong": rows(
        "practices.csv", PRACTICES, lambda number: f"Z{number},Practice,nothing,,\n", 1_000_000),
    "a million rows, all right": rows(
        "practices.csv", PRACTICES, lambda number: f"Z{number:06},Practice {number},emis\n", 1_000_000),
    "a million links": lambda folder: rows(
        "links.csv", "rule,first,second,lag\n", lambda number: "before,A81001,A81002,1w\n", 1_000_000)(folder),
    "a million closures": rows(
        "closures.csv", "ods_code,from,to,rule\n", lambda number: "A81001,2027-05-03,2027-05-07,avoid\n", 1_000_000),
    "a blackout of 10,000 ranges": text(
        "practices.csv", "ods_code,practice_name,source_system,blackout\nA81001,Mill,emis,\""
        + ";".join(["2027-05-03 to 2027-05-07"] * 10_000) + "\"\n"),
    "a list of 2,000 headings": text(
        "practices.csv", "ods_code,practice_name,source_system," + ",".join(f"c{i}" for i in range(2_000)) + "\n"),
    "100,000 protected periods": text("region.toml", TOML + "".join(
        f'[[protected]]\nname = "p{i}"\nfrom = "05-03"\nto = "05-07"\nrule = "avoid"\n' for i in range(100_000))),
    "100,000 resources": text("region.toml", TOML + "".join(
        f'[[resource]]\nid = "r{i}"\ncapacity = 1\ncount = "days"\nstages = ["GL"]\n' for i in range(100_000))),
    "100,000 systems": text("region.toml", TOML + "".join(f'[[system]]\nid = "s{i}"\n' for i in range(100_000))),
    "100,000 unknown keys": text("region.toml", TOML + "[rules]\n" + "".join(f"k{i} = 1\n" for i in range(100_000))),
    "a horizon of 20 years": text("region.toml", TOML.replace("2028-12-22", "2046-12-21")),
    "a horizon of 2,000 years": text("region.toml", TOML.replace("2028-12-22", "4028-12-22")),
    "deep lists": text("region.toml", TOML + "x = " + "[" * 1_000_000),
    "deep tables": text("region.toml", TOML + "x = " + "{a=" * 1_000_000),
    "deep keys": text("region.toml", TOML + ".".join(["a"] * 1_000_000) + " = 1\n"),
    "deep headings": text("region.toml", "[" + ".".join(["a"] * 1_000_000) + "]\n"),
    "a text of 50 MB": text("region.toml", TOML + 'x = "' + "x" * 50_000_000 + '"\n'),
    "a number of a million digits": text("region.toml", TOML + "x = " + "9" * 1_000_000 + "\n"),
    "numbers at the edges": text(
        "region.toml", TOML.replace("= 2\n", "= 9223372036854775807\n") + '[rules]\npilot_gap = "9223372036854775807w"\n'),
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
}


def trial(tranche, name, spoil, folder):
    """Runs `check`, and `plan` where that finds nothing wrong; the row of the table."""
    (folder / "region.toml").write_text(TOML)
    (folder / "practices.csv").write_text(PRACTICES)
    spoil(folder)
    if (folder / "practices.xlsx").exists():
        (folder / "practices.csv").unlink()
    faults = []
    for verb in (["check"], ["plan", "--time-limit", "5s", "--progress", "none", "-o", str(folder / "plan")]):
        begin = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                [tranche, verb[0], str(folder), *verb[1:]], stdin=subprocess.DEVNULL, stdout=out, stderr=errors,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS, 3 * SECONDS)))
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - begin
            errors.seek(0)
            out.seek(0)
            said = (errors.read() + out.read()).decode(errors="replace")
        code = os.waitstatus_to_exitcode(status)
        megabytes = usage.ru_maxrss / 1_024
        first = next((line for line in said.splitlines() if "error" in line), "")[:100]
        print(f"{name:52} {verb[0]:6} {code:4} {seconds:7.1f} s {megabytes:7.0f} MB  {first}", flush=True)
        if code not in (0, 1, 3, 4, 65, 66):
            faults.append(f"{name}: {verb[0]} ended with {code}")
        if code >= 64 and "error" not in said:
            faults.append(f"{name}: {verb[0]} was refused without words")
        if seconds > SECONDS or megabytes > MEGABYTES:
            faults.append(f"{name}: {verb[0]} took {seconds:.0f} s and {megabytes:.0f} MB")
        if len(said) > 20_000_000:
            faults.append(f"{name}: {verb[0]} said {len(said)} characters")
        if code != 0:
            break
    return faults


def main():
    tranche = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    faults = []
    for name, spoil in CASES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="tranche-limits-"))
        try:
            faults += trial(tranche, name, spoil, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
