#!/usr/bin/env python3
"""Lets GLPK fail under tranche in every way it can, and demands a legal plan and a valid bound all the same.

    Tests/Faults/solver.py TRANCHE [--every]

Each function of GLPK that solves, each return code of it, giving up half way, and answers that are none: always, now
and then, and from some call on. With --every in one region more, and each single call fails once, too. The plan must keep every
rule and its certificate must prove its bound (`verify --proof`); the bound is never above the cost of the best plan
that a run without failures found. Exits 1 with a sentence for each thing that went wrong.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REGIONS = HERE.parents[1] / "Data" / "regions"
# GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EBOUND, GLP_EFAIL, GLP_EOBJLL, GLP_EOBJUL, GLP_EITLIM, GLP_ETMLIM, GLP_ENOPFS,
# GLP_ENODFS, GLP_EROOT, GLP_ESTOP, GLP_EMIPGAP, and a number that no version knows
CODES = {
    "glp_simplex": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99], "glp_exact": [1, 2, 4, 5, 8, 9],
    "glp_intopt": [4, 5, 9, 10, 11, 12, 13, 14, 99], "glp_factorize": [1, 2, 3]}


class Solver:
    def __init__(self, tranche, scratch):
        self.tranche, self.scratch, self.faults, self.runs, self.failed = tranche, scratch, [], 0, 0
        self.library = scratch / "failing.so"
        compiler = shutil.which("clang") or shutil.which("cc")
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-o", str(self.library), str(HERE / "failing.c"), "-ldl"], check=True)
        self.best = {}

    def demand(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)
            print("FAULT:", sentence, flush=True)

    def plan(self, region, failing, work=40):
        """Plans a region; exit code, summary of plan.json, the count of work, what was said."""
        out, count = self.scratch / "plan", self.scratch / "count"
        shutil.rmtree(out, ignore_errors=True)
        count.unlink(missing_ok=True)
        environment = {**os.environ, **failing}
        if failing:
            environment |= {"LD_PRELOAD": str(self.library), "FAIL_COUNT": str(count)}
        command = [
            self.tranche, "plan", str(REGIONS / region), "-o", str(out), "--gap", "0", "--work", str(work),
            "--time-limit", "60s", "--progress", "none"]
        self.runs += 1
        try:
            done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=180)
        except subprocess.TimeoutExpired:
            done = subprocess.CompletedProcess(command, -1, "", "it never ended")
        self.calls = int(count.read_text()) if count.exists() else 0
        self.failed += self.calls
        written = out / "plan.json"
        record = json.loads(written.read_text()) if written.exists() else None
        return done, record

    def usual(self, region):
        done, record = self.plan(region, {}, work=400)
        assert done.returncode in (0, 1, 3), done.stderr
        self.best[region] = record["summary"]["cost"]["total"] if record else None
        return done.returncode

    def trial(self, region, wanted, **failing):
        name = f"{region}, " + ", ".join(f"{key} {value}" for key, value in failing.items())
        done, record = self.plan(region, {f"FAIL_{key.upper()}": str(value) for key, value in failing.items()})
        if wanted == 3:
            # Without GLPK that cannot always be proven; a plan would be a lie.
            self.demand(done.returncode in (3, 4) and record is None, f"{name}: exit {done.returncode}")
            return
        # Practices may be left out that a solver that works would have placed.
        self.demand(done.returncode in (0, 1), f"{name}: exit {done.returncode}: {done.stderr[-300:]}")
        if record is None:
            return
        summary = record["summary"]
        self.demand(summary["bound"] <= self.best[region] + 0.01, f"{name}: bound {summary['bound']} is no bound")
        self.demand(summary["bound"] <= summary["cost"]["total"] + 0.01, f"{name}: bound above cost")
        troubles = record["work"]["engine_troubles"]
        if failing["with"] in ("abort", 5) and failing["in"] == "solvers" and self.calls > 5 and "every" not in failing:
            self.demand(troubles > 0, f"{name}: {self.calls} failures and no word of them")
            if summary["proof"] == "stopped":
                self.demand("GLPK failed on" in done.stderr, f"{name}: failures are not told: {done.stderr[-200:]}")
        verified = subprocess.run(
            [self.tranche, "verify", str(REGIONS / region), "--plan", str(self.scratch / "plan"), "--proof"],
            capture_output=True, text=True)
        self.demand(verified.returncode == 0, f"{name}: verify: {verified.stdout[-300:]}{verified.stderr[-300:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tranche")
    parser.add_argument("--every", action="store_true")
    options = parser.parse_args()
    if not (shutil.which("clang") or shutil.which("cc")):
        print("There is no C compiler here, so GLPK was not made to fail.")
        return 0
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="tranche-solver-"))
    try:
        solver = Solver(str(pathlib.Path(options.tranche).resolve()), scratch)
        for region in ["four-practices", "overbooked", "impossible"] + ["eight-practices"] * options.every:
            wanted = solver.usual(region)
            for function, codes in CODES.items():
                for code in codes:
                    solver.trial(region, wanted, **{"in": function, "with": code})
            for way in (5, "abort", "undone", "early"):
                solver.trial(region, wanted, **{"in": "solvers", "with": way})
                solver.trial(region, wanted, **{"in": "solvers", "with": way, "every": 3})
                solver.trial(region, wanted, **{"in": "solvers", "with": way, "from": 20})
            print(f"{region}: {solver.runs} runs and {solver.failed} failed calls so far", flush=True)
        if options.every:
            for call in range(1, 61):
                for way in (5, "abort", "undone", "early"):
                    solver.trial("eight-practices", 0, **{
                        "in": "solvers", "with": way, "from": call, "every": 1_000_000})
        print(f"{solver.runs} runs, {solver.failed} failed calls of GLPK, {len(solver.faults)} faults")
        return 1 if solver.faults else 0
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
