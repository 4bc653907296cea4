#!/usr/bin/env python3
"""Ends tranche at bad moments and looks at what is left: all former files, or all new ones.

    Tests/Faults/faults.py TRANCHE [--kills N] [--seed N] [--steps]

--kills   ends each of plan, accept, export and pack so many times with SIGKILL, at random moments
--steps   ends each of them at every single call by which it changes files, and lets every single one fail
          as on a full disk; needs a C compiler, and says so where there is none
Two runs into one folder are always tried. Exits 1 with a sentence for each thing that went wrong.
"""

import json
import argparse
import errno
import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REGION = HERE.parent / "TrancheTests" / "Former" / "format-1"
OTHER = ["--set", "system.tpp.go_lives_per_week=2", "--set", "rules.pcn_cutovers_per_week=2",
         "--set", "objective.delay=0", "--set", "objective.preference=9"]


def state(folder):
    """The files of a folder with their contents, without what hides."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            found[str(name)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


class Trials:
    def __init__(self, tranche, scratch):
        self.tranche = str(pathlib.Path(tranche).resolve())
        self.scratch = scratch
        self.region = scratch / "region"
        self.temporary = scratch / "temporary"
        self.temporary.mkdir()
        shutil.copytree(REGION, self.region)
        shutil.rmtree(self.region / "accepted")
        shutil.rmtree(self.region / "plan")
        self.faults = []
        self.counts = {}

    def command(self, *words):
        return [self.tranche, words[0], str(self.region), *words[1:]]

    def run(self, *words, environment=None):
        return subprocess.run(
            self.command(*words), env={**os.environ, "TMPDIR": str(self.temporary), **(environment or {})}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)

    def demand(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)
            print("FAULT:", sentence, flush=True)

    def verbs(self):
        """Each verb with the folder it writes, its arguments for two different results."""
        plan = ["--gap", "0", "--progress", "none"]
        formats = ["--to", "json,svg,mermaid,xlsx"]
        one, two = self.scratch / "one", self.scratch / "two"
        for folder, extra in [(one, []), (two, OTHER)]:
            done = self.run("plan", "--best", *plan, *extra, "-o", str(folder))
            assert done.returncode == 0, done.stderr
        moved = self.moved(one, two)
        return {
            "plan": (plan, plan + OTHER),
            "export": (["--plan", str(one), *formats], ["--plan", str(two), *formats]),
            "pack": (["--plan", str(one), "--practice", moved], ["--plan", str(two), "--practice", moved]),
        }

    def moved(self, one, two):
        """A practice whose dates differ in two plans, so that its pack does."""
        def practices(folder):
            plan = json.loads((folder / "plan.json").read_text())
            return {practice["ods_code"]: practice["stages"] for practice in plan["practices"]}
        first, second = practices(one), practices(two)
        return next(code for code in first if first[code] != second[code])

    def settle(self, folder):
        """Any command that reads a plan from the folder gives files their names that wait for them."""
        self.run("verify", "--plan", str(folder))
        self.demand(
            not (folder / ".tranche-commit").exists(), f"{folder.name}: the list of files was not carried out")

    def ended(self, words, delay=None, environment=None):
        """Runs a command, ends it after a delay; whether it came to its end by itself."""
        process = subprocess.Popen(
            self.command(*words), env={**os.environ, "TMPDIR": str(self.temporary), **(environment or {})}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return process.wait()

    def outputs(self, moments):
        """Plan, export and pack, each ended at the moments."""
        for verb, (former, new) in self.verbs().items():
            wanted = []
            for arguments in (former, new):
                folder = self.scratch / f"wanted-{verb}-{len(wanted)}"
                begin = time.monotonic()
                done = self.run(verb, *arguments, "-o", str(folder))
                assert done.returncode == 0, done.stderr
                duration = time.monotonic() - begin
                wanted.append(state(folder))
            differing = sum(wanted[0].get(name) != digest for name, digest in wanted[1].items())
            assert differing > len(wanted[1]) // 2, f"{verb}: the two results are too much alike"
            start = self.scratch / "wanted-{}-0".format(verb)
            outcomes = {"former": 0, "new": 0}
            for words, delay, environment in moments(verb, [*new], duration):
                folder = self.scratch / f"at-work-{verb}"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(start, folder)
                status = self.ended([verb, *words, "-o", str(folder)], delay, environment)
                is_listed = (folder / ".tranche-commit").exists()
                if is_listed:
                    self.settle(folder)
                left = state(folder)
                is_former = all(left.get(name) == digest for name, digest in wanted[0].items()) and set(
                    left) == set(wanted[0])
                is_new = all(left.get(name) == digest for name, digest in wanted[1].items())
                self.demand(is_former or is_new, f"{verb}, ended with {status}: a mixture of files")
                self.demand(status != 0 or is_new, f"{verb} ended well without its files")
                if status > 0:
                    self.demand(
                        status == 73 and (is_former or is_listed),
                        f"{verb}: exit {status}, wanted 73 and nothing written")
                    hidden = [path.name for path in folder.rglob(".*")]
                    self.demand(not hidden, f"{verb}: a failure left {hidden[:3]}")
                if status < 0:
                    # The next run gives everything its name and takes away what was left half written.
                    again = self.run(verb, *words, "-o", str(folder))
                    hidden = [path.name for path in folder.rglob(".*")]
                    self.demand(again.returncode == 0 and not hidden, f"{verb} after a kill keeps {hidden[:3]}")
                    now = state(folder)
                    self.demand(all(now.get(name) == digest for name, digest in wanted[1].items()),
                                f"{verb} after a kill: not the wanted files")
                    left = list(self.temporary.iterdir())
                    self.demand(not left, f"{verb}: a kill leaves {left[:3]} among the temporary files")
                outcomes["new" if is_new else "former"] += 1
            self.counts[verb] = outcomes

    def accepting(self, moments):
        """Accept, ended at the moments: the history has one revision or two, and goes on."""
        accepted = self.region / "accepted"
        one, two = str(self.scratch / "one"), str(self.scratch / "two")
        done = self.run("accept", "--plan", one, "--yes")
        assert done.returncode == 0, done.stderr
        start = self.scratch / "accepted"
        shutil.copytree(accepted, start)
        begin = time.monotonic()
        done = self.run("accept", "--plan", two, "--yes")
        assert done.returncode == 0, done.stderr
        duration = time.monotonic() - begin
        wanted = state(accepted)
        outcomes = {"former": 0, "new": 0}
        for words, delay, environment in moments("accept", ["--plan", two, "--yes"], duration):
            shutil.rmtree(accepted)
            shutil.copytree(start, accepted)
            status = self.ended(["accept", *words], delay, environment)
            left = state(accepted)
            lines = (accepted / "history.jsonl").read_text().splitlines()
            is_new = len(lines) == 2
            self.demand(len(lines) in (1, 2), f"accept: {len(lines)} revisions")
            if is_new:
                self.demand(left == wanted, "accept: a revision whose files are not whole")
            for name, digest in state(start).items():
                if name != "history.jsonl":
                    self.demand(left.get(name) == digest, f"accept: {name} of a former revision was changed")
            self.demand(status != 0 or is_new, "accept ended well without its revision")
            self.demand(status <= 0 or status == 73, f"accept: exit {status}, wanted 73")
            again = self.run("accept", *words)
            self.demand(again.returncode == 0, f"accept after a crash: exit {again.returncode}")
            self.demand(state(accepted) == wanted, "accept after a crash: not the wanted history")
            parts = [path.name for path in accepted.iterdir() if path.name.endswith(".part")]
            self.demand(not parts, f"accept after a crash keeps {parts[:3]}")
            outcomes["new" if is_new else "former"] += 1
        self.counts["accept"] = outcomes
        shutil.rmtree(accepted)

    def two_at_once(self, count):
        """Two runs write one folder: the files are those of the one or of the other."""
        wanted = [state(self.scratch / "wanted-pack-0"), state(self.scratch / "wanted-pack-1")]
        folder = self.scratch / "both"
        for _ in range(count):
            runs = [
                subprocess.Popen(
                    self.command("pack", "--plan", str(self.scratch / name), "-o", str(folder)),
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for name in ("one", "two")]
            statuses = [run.wait() for run in runs]
            self.demand(statuses == [0, 0], f"two at once: exits {statuses}")
            self.demand(
                any(all(state(folder).get(name) == digest for name, digest in one.items()) for one in wanted),
                "two at once: a mixture of files")
        self.counts["two at once"] = {"pairs": count}


def interfering(scratch):
    """The library that interferes, built; None where no compiler is."""
    for compiler in ("clang", "cc", "gcc"):
        if shutil.which(compiler):
            library = scratch / "interfere.so"
            subprocess.run(
                [compiler, "-shared", "-fPIC", "-o", str(library), str(HERE / "interfere.c"), "-ldl"], check=True)
            return library
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tranche")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", action="store_true")
    options = parser.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="tranche-faults-"))
    try:
        trials = Trials(options.tranche, scratch)
        dice = random.Random(options.seed)

        def at_random(verb, words, duration):
            for _ in range(options.kills):
                yield words, dice.uniform(0, duration * 1.1), None

        library = interfering(scratch) if options.steps else None
        if options.steps and library is None:
            print("There is no C compiler here, so the single steps were not tried.")

        def at_each_step(verb, words, duration):
            yield from at_random(verb, words, duration)
            if library is None:
                return
            for how in ("kill", str(errno.ENOSPC)):
                for step in range(1, 100_000):
                    environment = {
                        "LD_PRELOAD": str(library), "INTERFERE_AT": str(step), "INTERFERE_WITH": how}
                    # Past the last step a run ends well; then there is nothing more to try.
                    if step > steps_of(verb, words):
                        break
                    yield words, None, environment

        known = {}

        def steps_of(verb, words):
            if verb not in known:
                low, high = 0, 1
                while not ends_well(verb, words, high):
                    low, high = high, high * 2
                while high - low > 1:
                    middle = (low + high) // 2
                    low, high = (low, middle) if ends_well(verb, words, middle) else (middle, high)
                known[verb] = low
            return known[verb]

        def ends_well(verb, words, step):
            environment = {"LD_PRELOAD": str(library), "INTERFERE_AT": str(step), "INTERFERE_WITH": "kill"}
            where = ["-o", str(scratch / f"steps-{verb}")] if verb != "accept" else []
            shutil.rmtree(scratch / f"steps-{verb}", ignore_errors=True)
            if verb == "accept":
                accepted = trials.region / "accepted"
                shutil.rmtree(accepted)
                shutil.copytree(scratch / "accepted", accepted)
            else:
                shutil.copytree(scratch / f"wanted-{verb}-0", scratch / f"steps-{verb}")
            return trials.run(verb, *words, *where, environment=environment).returncode == 0

        trials.outputs(at_each_step)
        trials.accepting(at_each_step)
        trials.two_at_once(max(3, options.kills // 10))
        for verb, counts in trials.counts.items():
            print(f"{verb}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
        if known:
            print("steps: " + ", ".join(f"{verb} {count}" for verb, count in known.items()))
        return 1 if trials.faults else 0
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
