#!/usr/bin/env python3
"""Stops tranche by time and by interrupts, and plans again in fresh processes to compare every byte.

    Tests/Faults/stops.py TRANCHE [--runs N] [--seed N] [--limit SECONDS] [PART...]

The parts are `interrupts`, `bytes` and `times` (default: all). Exits 1 where a run ended by a signal, left a plan that
`verify` does not find legal, wrote other bytes from the same inputs and seed, or took more than its limit by a tenth
or a second, whichever is more, of a processor.
"""

import argparse
import filecmp
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

HEAD = """format = 1
[region]
name = "Stops"
start = 2027-01-04
finish = 2028-12-22
division = "england-and-wales"
target_system = "tpp"
[[system]]
id = "emis"
[[system]]
id = "tpp"
go_lives_per_week = {lives}
"""
TRAINERS = '[[resource]]\nid = "trainers"\ncapacity = {count}\ncount = "days"\nper = "day"\nstages = ["GL", "PG"]\n'


def regions(below):
    """Six regions: plain, with links, by the day, scarce, with pilots, and of 400 practices."""
    kinds = [
        ("plain", 12, 2, "", []), ("links", 9, 2, "", ["together", "together", "before", "apart"]),
        ("daily", 10, 3, TRAINERS.format(count=3), ["apart"]), ("scarce", 16, 1, "", ["before", "before"]),
        ("chain", 8, 2, "", ["together", "together", "before", "before", "apart"]), ("large", 400, 6, "", [])]
    found = []
    for name, count, lives, more, rules in kinds:
        folder = below / name
        folder.mkdir()
        (folder / "region.toml").write_text(HEAD.format(lives=lives) + more)
        (folder / "practices.csv").write_text("ods_code,practice_name,source_system,list_size\n" + "".join(
            f"Z{number:05},Practice {number},emis,{2_000 + 731 * (number * 37 % 23)}\n" for number in range(count)))
        if rules:
            (folder / "links.csv").write_text("rule,first,second,lag\n" + "".join(
                f"{rule},Z{place:05},Z{place + 1:05},{'' if rule == 'together' else '1w'}\n"
                for place, rule in enumerate(rules)))
        found.append(folder)
    return found


def run(command, interrupt_at=None):
    """Runs a command; its exit status, processor seconds and wall seconds."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (600, 600)))
    ended = threading.Event()

    def watch():
        ticks = os.sysconf("SC_CLK_TCK")
        while not ended.wait(0.002):
            try:
                fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                return
            if (int(fields[11]) + int(fields[12])) / ticks >= interrupt_at:
                process.send_signal(signal.SIGINT)
                return
    if interrupt_at is not None:
        threading.Thread(target=watch, daemon=True).start()
    _, status, usage = os.wait4(process.pid, 0)
    ended.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, time.monotonic() - began


def interrupts(tranche, folders, below, arguments, dice):
    for number in range(arguments.runs):
        folder, moment = folders[number % len(folders)], dice.uniform(0.02, 3)
        out = below / f"interrupted-{number}"
        code, _, _ = run([tranche, "plan", folder, "-o", out, "--gap", "0%", "--time-limit", "30s",
                          "--seed", str(number), "--threads", "1"], moment)
        what = f"interrupt {number} of {folder.name} after {moment:.2f} s"
        if code not in (0, 1, 130):
            yield f"{what}: ended with {code}"
        elif (out / "plan.json").exists():
            if run([tranche, "verify", folder, "--plan", out])[0] != 0:
                yield f"{what}: verify refuses the plan"
        elif moment > 0.5:
            yield f"{what}: left no plan"


def bytes_again(tranche, folders, below, arguments, dice):
    for folder in folders[:5]:
        plans = []
        for number in range(4):
            out = below / f"again-{folder.name}-{number}"
            run([tranche, "plan", folder, "-o", out, "--gap", "0%", "--work", "60", "--time-limit", "600s",
                 "--threads", str(1 + number % 2)])
            plans.append(out)
        for other in plans[1:]:
            for name in ("plan.json", "stages.csv", "plan.csv"):
                if not filecmp.cmp(plans[0] / name, other / name, shallow=False):
                    yield f"{folder.name}: {name} differs from process to process"


def times(tranche, folders, below, arguments, dice):
    limit = arguments.limit
    for folder in folders:
        plan = below / f"plan-{folder.name}"
        run([tranche, "plan", folder, "-o", plan, "--work", "20"])
        first = (folder / "practices.csv").read_text().splitlines()[1].split(",")[0]
        for verb in (["plan", "-o", below / "timed"], ["explain", "--practice", first], ["explain", "--resource", "tpp-go-lives"],
                     ["capacity", "--frontier"], ["capacity", "--by", "2027-09-01"],
                     ["what-if", "--set", "system.tpp.go_lives_per_week=5"]):
            asked = [verb[0], folder, *verb[1:]]
            if verb[0] in ("explain", "capacity"):
                asked += ["--plan", plan]
            code, processor, wall = run([tranche, *asked, "--gap", "0%", "--time-limit", f"{limit}s", "--threads", "1"])
            words = " ".join(str(word) for word in verb[:2])
            print(f"{folder.name:8} {words:24} {code:4} {processor:6.1f} s of a processor {wall:6.1f} s", flush=True)
            if code < 0:
                yield f"{folder.name}: {words} ended with {code}"
            # A processor that others use as well is not the command's fault.
            if min(processor, wall) > limit + max(1, limit / 10):
                yield f"{folder.name}: {words} took {processor:.1f} s of a processor, {wall:.1f} s, of {limit}"


PARTS = {"interrupts": interrupts, "bytes": bytes_again, "times": times}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tranche")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=5)
    arguments = parser.parse_args()
    tranche = str(pathlib.Path(arguments.tranche).resolve())
    faults = []
    with tempfile.TemporaryDirectory(prefix="tranche-stops-") as top:
        below = pathlib.Path(top)
        folders = regions(below)
        for part in arguments.parts or PARTS:
            found = list(PARTS[part](tranche, folders, below, arguments, random.Random(arguments.seed)))
            print(f"{part}: {len(found)} faults", flush=True)
            faults += found
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
