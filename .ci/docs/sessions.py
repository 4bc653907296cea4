#!/usr/bin/env python3
"""Runs the commands that the papers show again, and says which lines a program of today says otherwise.

A block with lines that begin with `$ ` is a session. Lines of `...` stand for any lines, `...` in a line for any text. A
block that begins with `...` goes on with what the last command said. Nothing is compared after a command that shows
nothing. Takes some minutes; exit 1 where a line is out of date.

Usage: .ci/docs/sessions.py PROGRAM [PAPER...]
"""
import argparse
import csv
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = ROOT / "Sources/TrancheKit/TrancheKit.docc"
PAPERS = [ROOT / "README.md", *(CATALOG / f"{name}.md" for name in ("PlannersGuide", "OneRealQuestion", "Replanning"))]
# What a planner's day and answer would be.
ALSO = {"init": " --today 2026-11-20", "accept": " --yes"}


def practice_map(path):
    """A list in the form of the official one, with the rows of it that the region was made of."""
    with open(ROOT / "Data/regions/devon-cornwall/practices.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {
        "PRACTICE_CODE": "ods_code", "PRACTICE_NAME": "practice_name", "PRACTICE_POSTCODE": "postcode",
        "PCN_CODE": "pcn_code", "PCN_NAME": "pcn_name", "ICB_CODE": "icb_code", "ICB_NAME": "icb_name",
    }
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*names, "SUPPLIER_NAME"])
        writer.writerows([*(row.get(own, "") for own in names.values()), "EMIS"] for row in rows)
        # As many others as the map of August 2026 has: of other boards, and of these on the new system already.
        for number in range(5_958 + 120):
            board, system = ("QZ9", "EMIS") if number < 5_958 else ("QT6", "TPP")
            writer.writerow([f"A{number:05}", f"PRACTICE {number}", "", "", "", board, "", system])


def sessions(text):
    """Every command with the lines it is shown to say, and every CSV of records, in order."""
    command, shown = None, []
    for block in re.findall(r"^```\n(.*?)^```$", text, re.M | re.S):
        if block.startswith("ods_code,stage,actual_start"):
            if command:
                yield "command", command, shown
            command, shown = None, []
            yield "records", block, None
        if not re.search(r"^\$ |\A\.\.\.$", block, re.M):
            continue
        for line in block.rstrip("\n").split("\n"):
            if line.startswith("$ "):
                if command:
                    yield "command", command, shown
                command, shown = line[2:], []
            else:
                shown.append(line)
    if command:
        yield "command", command, shown


def outdated(shown, said):
    """The shown lines that are not said, in their order."""
    place = 0
    free = False
    for line in shown:
        if line.strip() == "...":
            free = True
            continue
        wanted = re.compile(re.escape(line.rstrip()).replace(r"\.\.\.", ".*"))
        there = [n for n in range(place, len(said)) if wanted.fullmatch(said[n].rstrip())]
        if there and (free or there[0] == place):
            place = there[0] + 1
            free = False
        else:
            yield line
            free = True


def run(paper, program):
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "Data").symlink_to(ROOT / "Data")
        practice_map(folder / "gp-reg-pat-prac-map.csv")
        subprocess.run(["cp", "-r", ROOT / "Data/regions/devon-cornwall", folder / "region"], check=True)
        surroundings = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
        surroundings.pop("COLUMNS", None)
        for kind, text, shown in sessions(paper.read_text(encoding="utf-8")):
            if kind == "records":
                (folder / "region/actuals.csv").write_text(text)
                continue
            verb = text.split()[1]
            said = subprocess.run(
                ["bash", "-c", text + ALSO.get(verb, "")], cwd=folder, env=surroundings, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout.rstrip("\n").split("\n")
            missing = list(outdated(shown, said)) if shown else []
            print(f"{'ok  ' if not missing else 'OLD '} {paper.name}: {text}", flush=True)
            for line in missing:
                print(f"       {line}")
            if missing:
                print("     now says:")
                print("\n".join(f"       {line}" for line in said[:60]), flush=True)
            faults += len(missing)
    return faults


def main():
    parser = argparse.ArgumentParser(description="Runs the commands that the papers show, and compares.")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("papers", nargs="*", type=pathlib.Path, default=PAPERS)
    asked = parser.parse_args()
    faults = sum(run(paper.resolve(), asked.program.resolve()) for paper in asked.papers)
    raise SystemExit(f"{faults} lines are out of date" if faults else 0)


main()
