#!/usr/bin/env python3
"""Runs tranche in surroundings that must change nothing: locales, time zones, terminals, clocks.

    Tests/Faults/surroundings.py TRANCHE

Every verb that writes is run as usual, then in each of the surroundings: the same exit code, the same bytes in the
same files, and the same words on standard output. What cannot be had on this machine is named and left out.
"""

import fcntl
import hashlib
import os
import pathlib
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios

HERE = pathlib.Path(__file__).resolve().parent
FORMER = HERE.parent / "TrancheTests" / "Former" / "format-1"
CHANGED = ["--set", "system.tpp.go_lives_per_week=2"]
EVERYTHING = "csv,html,ics,json,mermaid,mspdi,svg,xlsx"
VERBS = {
    "check": ["check", "region", "--expanded"],
    "plan": ["plan", "region", "-o", "out/plan", "--gap", "0", "--progress", "none"],
    "verify": ["verify", "region", "--plan", "wanted/plan", "--proof"],
    "months": ["show", "region", "--plan", "wanted/plan", "--month"],
    "dates": ["show", "region", "--plan", "wanted/plan", "--dates"],
    "explain": ["explain", "region", "--plan", "wanted/plan", "--practice", "A99302", "--trials", "1"],
    "what-if": ["what-if", "region", "--plan", "wanted/plan", *CHANGED, "-o", "out/what-if", "--progress", "none"],
    "risk": ["risk", "region", "--plan", "wanted/plan", "--replays", "200"],
    "export": ["export", "region", "--plan", "wanted/plan", "--to", EVERYTHING, "-o", "out/export"],
    "pack": ["pack", "region", "--plan", "wanted/plan", "-o", "out/pack"],
    "bad": ["plan", "no-such-region", "-o", "out/none"],
}
LOCALES = {"tr_TR.UTF-8": "tr_TR", "de_DE.UTF-8": "de_DE"}


def state(folder):
    """The files of a folder with what they hold."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Surroundings:
    def __init__(self, tranche, scratch):
        self.tranche, self.scratch = str(pathlib.Path(tranche).resolve()), scratch
        self.faults, self.runs = [], 0
        shutil.copytree(FORMER, scratch / "region", ignore=shutil.ignore_patterns("accepted", "plan"))
        self.usual = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(scratch), "COLUMNS": "100"}
        self.run("plan", self.usual)
        (scratch / "wanted").mkdir()
        shutil.move(scratch / "out" / "plan", scratch / "wanted" / "plan")
        self.wanted = {verb: self.run(verb, self.usual) for verb in VERBS}

    def run(self, verb, environment, **streams):
        """Exit code, standard output, standard error, and the files written."""
        out = self.scratch / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        streams = {"stdin": subprocess.DEVNULL, **streams}
        done = subprocess.run(
            [self.tranche, *VERBS[verb]], cwd=self.scratch, env=environment, capture_output=True, timeout=300,
            **streams)
        self.runs += 1
        return done.returncode, done.stdout, done.stderr, state(out)

    def demand(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)
            print("FAULT:", sentence, flush=True)

    def same(self, name, changes, verbs=VERBS, errors=True):
        """Runs all verbs with a changed environment."""
        environment = {key: value for key, value in {**self.usual, **changes}.items() if value is not None}
        for verb in verbs:
            wanted, got = self.wanted[verb], self.run(verb, environment)
            for what, one, other in zip(("exit code", "output", "errors", "files"), wanted, got):
                if what != "errors" or errors:
                    self.demand(one == other, f"{name}, {verb}: {what} differs: {str(one)[:200]} {str(other)[:200]}")
        print(f"{name}: {len(verbs)} commands", flush=True)

    def locales(self):
        # In C no more than ASCII is written to a terminal; the files are the same.
        environment = {**self.usual, "LC_ALL": "C"}
        for verb in VERBS:
            wanted, got = self.wanted[verb], self.run(verb, environment)
            self.demand(wanted[0] == got[0] and wanted[3] == got[3], f"LC_ALL=C, {verb}: other files or exit code")
            self.demand((got[1] + got[2]).isascii(), f"LC_ALL=C, {verb}: more than ASCII is written")
        self.same("no environment at all but a path", {"LC_ALL": None, "HOME": None})
        folder = self.scratch / "locales"
        folder.mkdir()
        for locale, source in LOCALES.items():
            made = shutil.which("localedef") and subprocess.run(
                ["localedef", "-i", source, "-f", "UTF-8", "--no-archive", str(folder / locale)],
                capture_output=True).returncode
            environment = {"LOCPATH": str(folder), "LC_ALL": locale, "LANG": locale}
            # Whether programs really get it: Python is one.
            heard = subprocess.run(
                [sys.executable, "-c", "import locale; print(locale.setlocale(locale.LC_ALL, ''))"],
                env={**self.usual, **environment}, capture_output=True, text=True)
            if made not in (0, 1) or locale not in heard.stdout:
                print(f"{locale} cannot be made here, so it was not tried.")
                continue
            self.same(locale, environment)

    def zones(self):
        for zone in ("Pacific/Kiritimati", "America/Adak", "Asia/Kolkata", "Europe/London", ":/no/such/zone"):
            self.same(f"TZ={zone}", {"TZ": zone})

    def clock(self):
        library = self.scratch / "clock.so"
        compiler = shutil.which("clang") or shutil.which("cc")
        if compiler is None:
            print("There is no C compiler here, so the clock was not set.")
            return
        subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(HERE / "clock.c"), "-ldl"], check=True)
        told = subprocess.run(
            [sys.executable, "-c", "import time; print(len({int(time.time()) // 200_000 for _ in range(7)}))"],
            env={**self.usual, "LD_PRELOAD": str(library)}, capture_output=True, text=True)
        self.demand(int(told.stdout) > 4, "the library does not set the clock")
        self.same("the clock set days forward and back at every look", {"LD_PRELOAD": str(library)})
        # A time limit is kept however the clock is set.
        done = subprocess.run(
            [self.tranche, "plan", "region", "-o", "out/limited", "--gap", "0", "--time-limit", "60s"],
            cwd=self.scratch, env={**self.usual, "LD_PRELOAD": str(library)}, capture_output=True, timeout=100)
        self.demand(done.returncode == 0, f"a time limit with a clock that is set: exit {done.returncode}")

    def terminals(self):
        for columns, rows in [(1, 1), (10, 3), (20, 5), (80, 24), (0, 0)]:
            status, text = self.on_terminal(["plan", "region", "-o", "out/plan", "--gap", "0"], columns, rows)
            self.demand(status == 0, f"a terminal of {columns} columns: exit {status}")
            self.demand(state(self.scratch / "out" / "plan") == self.wanted_plan(),
                        f"a terminal of {columns} columns: other files")
            for line in re.findall(r"\r\x1b\[K(Planning[^\r\n\x1b]*|P[lan]*(?=\r))", text):
                self.demand(len(line) < max(columns or 80, 2), f"progress wraps at {columns} columns: {line}")
            for show in ("--gantt", "--capacity", "--month", "--dates"):
                status, text = self.on_terminal(
                    ["show", "region", "--plan", "wanted/plan", show], columns, rows)
                self.demand(status == 0 and text, f"show {show} on {columns} columns: exit {status}")
            print(f"a terminal of {columns} by {rows}: 5 commands", flush=True)
        self.same("COLUMNS=1", {"COLUMNS": "1"}, ["plan", "export", "pack", "bad"])

    def wanted_plan(self):
        return state(self.scratch / "wanted" / "plan")

    def on_terminal(self, words, columns, rows):
        """Runs a command with all streams on a terminal of its own; its exit code and what it wrote there."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {key: value for key, value in self.usual.items() if key != "COLUMNS"}
        process = subprocess.Popen(
            [self.tranche, *words], cwd=self.scratch, env={**environment, "TERM": "xterm"}, stdin=slave,
            stdout=slave, stderr=slave)
        os.close(slave)
        heard = b""
        while True:
            try:
                if select.select([master], [], [], 120)[0]:
                    piece = os.read(master, 65536)
                    heard += piece
                    if piece:
                        continue
            except OSError:
                pass
            break
        os.close(master)
        self.runs += 1
        return process.wait(timeout=60), heard.decode(errors="replace")

    def odd_places(self):
        """A working folder that has gone, no standard input, no home, no folder for temporary files."""
        self.same("TMPDIR and HOME that are not there", {"TMPDIR": "/no/such", "HOME": "/no/such"})
        done = subprocess.run(
            ["sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && "$0" plan', self.tranche], cwd=self.scratch,
            env=self.usual, capture_output=True, text=True, timeout=60)
        self.demand(done.returncode == 66 and done.stderr, f"a folder that has gone: exit {done.returncode}")
        for closed in ("0<&-", "0<&- 2>&-"):
            done = subprocess.run(
                ["sh", "-c", f'"$0" plan region -o out/closed --gap 0 {closed}', self.tranche],
                cwd=self.scratch, env=self.usual, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
            self.demand(done.returncode == 0, f"plan {closed}: exit {done.returncode}")
            self.demand(state(self.scratch / "out" / "closed") == self.wanted_plan(), f"plan {closed}: other files")
        print("closed streams and folders that are not there", flush=True)


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 64
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="tranche-surroundings-"))
    try:
        trials = Surroundings(sys.argv[1], scratch)
        for part in (trials.locales, trials.zones, trials.clock, trials.terminals, trials.odd_places):
            part()
        print(f"{trials.runs} runs, {len(trials.faults)} faults")
        return 1 if trials.faults else 0
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
