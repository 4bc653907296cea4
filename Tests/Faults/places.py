#!/usr/bin/env python3
"""Gives tranche places that cannot be written, signals, and a machine without its libraries.

    Tests/Faults/places.py TRANCHE [--signals N]

- a disk that fills up at every size from nothing to enough (a small tmpfs for an administrator, else a limit on files)
- a folder that is read-only (mounted so; else without the right to write), a folder that is a file, or another's
- a reader that goes away, before and while it is written to
- SIGINT, SIGTERM and SIGHUP, once at random moments of a plan, twice, and while the files are written
- a library that is missing or empty

Demanded are the right exit code, words on standard error, and the former files as they were, or all new ones. What
this machine does not allow is named and left out. Exits 1 with a sentence for each thing that went wrong.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from surroundings import CHANGED, FORMER, state

HERE = pathlib.Path(__file__).resolve().parent


class Places:
    def __init__(self, tranche, scratch):
        self.tranche, self.scratch, self.faults, self.runs = str(pathlib.Path(tranche).resolve()), scratch, [], 0
        self.region = scratch / "region"
        shutil.copytree(FORMER, self.region, ignore=shutil.ignore_patterns("accepted", "plan"))
        for name, extra in (("one", []), ("two", CHANGED)):
            assert self.run("plan", *extra, "--gap", "0", "-o", scratch / name).returncode == 0
        assert state(scratch / "one") != state(scratch / "two")

    def run(self, verb, *words, **how):
        self.runs += 1
        return subprocess.run(
            [self.tranche, verb, str(self.region), *map(str, words)], capture_output=True, text=True, timeout=120,
            stdin=subprocess.DEVNULL, **how)

    def demand(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)
            print("FAULT:", sentence, flush=True)

    def writers(self):
        """Each writing verb with its arguments, the folder apart."""
        one = self.scratch / "one"
        return {
            "plan": ["--gap", "0", "--progress", "none"], "export": ["--plan", one, "--to", "html,json,svg,xlsx"],
            "pack": ["--plan", one], "what-if": ["--plan", one, *CHANGED, "--progress", "none"]}

    # Disks

    def full_disk(self):
        """Every size of disk: the run is refused and the former files stay, or all is there."""
        for verb, words in self.writers().items():
            wanted = self.scratch / "wanted"
            shutil.rmtree(wanted, ignore_errors=True)
            assert self.run(verb, *words, "-o", wanted).returncode == 0
            size = sum(path.stat().st_size + 4096 for path in wanted.rglob("*") if path.is_file())
            ends = {"refused": 0, "done": 0}
            for part in (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0, 1.1, 1.4, 2.5):
                with Disk(self.scratch / "disk", int(size * part) + 49152) as disk:
                    if disk is None:
                        print("No disk can be mounted here, so a full one was not tried.")
                        return
                    out = disk / "out"
                    former = self.place_former(out)
                    done = self.run(verb, *words, "-o", out)
                    left = state(out) if out.exists() else {}
                    left = {name: digest for name, digest in left.items() if "/." not in f"/{name}"}
                    if done.returncode == 0:
                        ends["done"] += 1
                        self.demand(set(state(wanted).items()) <= set(left.items()), f"{verb}: a disk of {part} lost files")
                    else:
                        ends["refused"] += 1
                        self.demand(done.returncode == 73, f"{verb}: full disk, exit {done.returncode}: {done.stderr[:200]}")
                        self.demand("No space left" in done.stderr, f"{verb}: full disk without words: {done.stderr[:200]}")
                        self.demand(left == former, f"{verb}: a full disk changed the former files")
                        self.demand(not list(out.rglob(".*.part")), f"{verb}: a full disk keeps files half written")
            self.demand(ends["refused"] and ends["done"], f"{verb}: full disk: {ends}")
            print(f"{verb} on disks that fill up: {ends['refused']} refused, {ends['done']} done", flush=True)

    def place_former(self, out):
        """A former file of the same name as a new one, if the disk has room for it."""
        try:
            out.mkdir()
            (out / "plan.json").write_text("{}")
        except OSError:
            pass
        return state(out) if out.exists() else {}

    def full_history(self):
        """A disk that fills up under accept: the history has no half revision."""
        for kilobytes in (4, 8, 16, 24, 32, 40, 48, 56, 64, 80, 120, 200):
            with Disk(self.scratch / "disk", kilobytes * 1024 + 40_000) as disk:
                if disk is None:
                    return
                region = disk / "region"
                try:
                    shutil.copytree(self.region, region)
                except shutil.Error:
                    continue
                words = ["--plan", str(self.scratch / "one"), "--yes", "--today", "2026-12-01"]
                done = subprocess.run([self.tranche, "accept", str(region), *words], capture_output=True, text=True)
                self.runs += 1
                history = region / "accepted" / "history.jsonl"
                lines = history.read_text().splitlines() if history.exists() else []
                self.demand(done.returncode in (0, 73), f"accept on a full disk: exit {done.returncode}: {done.stderr[:200]}")
                self.demand(len(lines) == (done.returncode == 0), f"accept on a full disk: {len(lines)} revisions")
                self.demand(done.returncode == 0 or "No space left" in done.stderr, f"accept: {done.stderr[:200]}")
        print("accept on disks that fill up", flush=True)

    def read_only(self):
        for verb, words in self.writers().items():
            with Disk(self.scratch / "disk", 4_000_000) as disk:
                if disk is not None:
                    former = self.place_former(disk / "out")
                    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
                    for out in (disk / "out", disk / "new" / "deep"):
                        done = self.run(verb, *words, "-o", out)
                        self.demand(done.returncode == 73 and "Read-only file system" in done.stderr,
                                    f"{verb} onto a read-only disk: exit {done.returncode}: {done.stderr[:200]}")
                    self.demand(state(disk / "out") == former, f"{verb}: a read-only disk was written")
            self.not_allowed(verb, words)
            occupied = self.scratch / "occupied"
            occupied.write_text("mine")
            done = self.run(verb, *words, "-o", occupied)
            self.demand(done.returncode == 73 and "is a file, not a folder" in done.stderr and occupied.read_text() == "mine",
                        f"{verb} onto a file: exit {done.returncode}: {done.stderr[:200]}")
        print("read-only disks, folders of others, files in place of folders: 4 verbs", flush=True)

    def not_allowed(self, verb, words):
        """A folder that this user may read only; an administrator becomes nobody for it."""
        prefix = []
        if os.geteuid() == 0:
            if not shutil.which("setpriv"):
                print("There is no setpriv here, so the rights of others were not tried.")
                return
            prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        out = self.scratch / "others"
        out.mkdir(exist_ok=True)
        out.chmod(0o555)
        self.scratch.chmod(0o755)
        done = subprocess.run(
            [*prefix, self.tranche, verb, str(self.region), *map(str, words), "-o", str(out)], capture_output=True,
            text=True, cwd="/")
        self.runs += 1
        if "setpriv" in done.stderr or done.returncode in (126, 127):
            print("This machine lets nobody run the program, so the rights of others were not tried.")
            return
        self.demand(done.returncode == 73 and "Permission denied" in done.stderr and not state(out),
                    f"{verb} into a folder without the right to: exit {done.returncode}: {done.stderr[:200]}")

    # Readers

    def readers(self):
        plan = str(self.scratch / "one")
        # A reader that has gone is no fault of the command, which ends with its own exit code.
        for command in ("show {r} --plan {p} --gantt", "check {r} --expanded", "verify {r} --plan {p} --json",
                        "export {r} --plan {p} --to json -o {o}", "plan {r} --gap 0 -o {o}", "schema region", "--help"):
            words = [word.format(r=self.region, p=plan, o=self.scratch / "read") for word in command.split()]
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([self.tranche, *words], stdout=writing, stderr=subprocess.PIPE, text=True)
            os.close(writing)
            self.runs += 1
            self.demand(done.returncode == 0, f"{words[0]} to nobody: exit {done.returncode}: {done.stderr[:200]}")
            with open("/dev/full", "w") as full:
                done = subprocess.run([self.tranche, *words], stdout=full, stderr=subprocess.PIPE, text=True)
            self.runs += 1
            self.demand(done.returncode == 73 and "standard output cannot be written" in done.stderr,
                        f"{words[0]} to a full device: exit {done.returncode}: {done.stderr[:200]}")
        print("readers that have gone: 7 commands", flush=True)

    # Signals

    def signals(self, count):
        """Once: 130 and the best plan, or 0 where it had ended. The former files, or all new ones."""
        long = self.scratch / "long"
        shutil.copytree(self.region, long)
        self.lengthen(long)
        dice, ends = random.Random(1), {}
        for place in range(count):
            number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[place % 3]
            twice = place % 4 == 3
            out = self.scratch / "at-work"
            shutil.rmtree(out, ignore_errors=True)
            shutil.copytree(self.scratch / "one", out)
            former = state(out)
            process = subprocess.Popen(
                [self.tranche, "plan", str(long), "--gap", "0", "--time-limit", "20s", "-o", str(out), "--progress", "none"],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            time.sleep(dice.uniform(0.05, 1.2))
            process.send_signal(number)
            if twice:
                time.sleep(dice.uniform(0, 0.05))
                process.send_signal(number)
            _, words = process.communicate(timeout=60)
            self.runs += 1
            if (out / ".tranche-commit").exists():
                self.run("verify", "--plan", out)
            left = state(out)
            is_former = left == former
            is_whole = set(left) == set(former) and not is_former and subprocess.run(
                [self.tranche, "verify", str(long), "--plan", str(out), "--proof"], capture_output=True).returncode == 0
            name = f"{number.name}{' twice' if twice else ''}"
            # Before the handler is there a signal ends the command as any other.
            early = process.returncode == -number
            # A quick machine may have proven the plan by then.
            ended = process.returncode == 0 and is_whole
            self.demand(process.returncode == 130 or early or ended,
                        f"{name}: exit {process.returncode}: {words[:200]}")
            self.demand(is_former or is_whole, f"{name}: a mixture of files")
            if process.returncode == 130 and not twice:
                self.demand(is_whole and "the best plan so far is kept" in words, f"{name}: nothing kept: {words[:200]}")
            self.demand(twice or early or not [f for f in out.rglob(".*.part")], f"{name}: files half written")
            end = "before it began" if early else "it had ended" if ended else "plan kept" if is_whole else "former files"
            key = f"{name}: {end}"
            ends[key] = ends.get(key, 0) + 1
        print("signals: " + ", ".join(f"{key} {number}" for key, number in sorted(ends.items())), flush=True)

    def lengthen(self, region):
        """More practices, so that a gap of 0 takes long."""
        with open(region / "practices.csv", "a") as file:
            for place in range(60):
                file.write(f"A996{place:02},Practice {place},emis,U9910{place // 4},{3000 + 411 * place},csu,\n")

    # Libraries

    def libraries(self):
        """A machine without a library: the system says which, before the program begins."""
        listed = subprocess.run(["ldd", self.tranche], capture_output=True, text=True).stdout
        for line in listed.splitlines():
            name = line.split()[0]
            if not name.startswith(("libglpk", "libzip", "libxlsxwriter", "libcairo.", "libnettle")):
                continue
            hidden = self.scratch / "hidden"
            shutil.rmtree(hidden, ignore_errors=True)
            hidden.mkdir()
            (hidden / name).write_bytes(b"")
            done = subprocess.run(
                [self.tranche, "plan", str(self.region), "-o", str(self.scratch / "none")], capture_output=True, text=True,
                env={**os.environ, "LD_LIBRARY_PATH": str(hidden)})
            self.runs += 1
            self.demand(done.returncode == 127 and name in done.stderr and not (self.scratch / "none").exists(),
                        f"without {name}: exit {done.returncode}: {done.stderr[:200]}")
            print(f"without {name}: exit {done.returncode}, \"{done.stderr.strip()[-90:]}\"", flush=True)


class Disk:
    """A small disk of its own at a path; None where none can be mounted."""

    def __init__(self, path, size):
        self.path, self.size = path, size

    def __enter__(self):
        self.path.mkdir(exist_ok=True)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={self.size},mode=755", "none", str(self.path)],
            capture_output=True).returncode == 0
        self.is_mounted = mounted
        return self.path if mounted else None

    def __exit__(self, *_):
        if self.is_mounted:
            subprocess.run(["umount", str(self.path)], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tranche")
    parser.add_argument("--signals", type=int, default=40)
    options = parser.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="tranche-places-"))
    try:
        places = Places(options.tranche, scratch)
        for part in (places.full_disk, places.full_history, places.read_only, places.readers, places.libraries):
            part()
        places.signals(options.signals)
        print(f"{places.runs} runs, {len(places.faults)} faults")
        return 1 if places.faults else 0
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
