#!/usr/bin/env python3
"""Plans small random regions and solves each again by an independent exact model: the same optimum, the same judgement.

    Tests/Differential/differential.py TRANCHE [--regions N] [--from SEED] [--seconds S] [--keep FOLDER]

For each seed a region folder is written, planned by `tranche plan --gap 0`, and read again from its files by the
contract alone (question.py, resources.py, judge.py), then solved by CP-SAT (exact.py). Demanded is:

- where both prove an optimum, the same one within 1e-6 of a point, and always bound <= optimum <= cost;
- tranche says impossible exactly where CP-SAT does;
- the independent judge finds no broken rule in tranche's plan, and the cost that plan.json states;
- `tranche verify` finds none in CP-SAT's plan, and its cost;
- of both plans with dates moved at random, both judges name the same broken rules.

Exits 1 with a sentence for each thing that went wrong. Needs OR-Tools (requirements.txt).
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from exact import Exact
from judge import Judge, read_stages, write_stages
from question import Question
from regions import RandomRegion
from resources import Resources

TOLERANCE = 1e-6
# Figures in files are rounded to a hundredth of a point at most.
ROUNDING = 0.0051


class Trial:
    def __init__(self, options, seed, folder):
        self.options, self.seed, self.folder = options, seed, folder
        self.faults = []
        RandomRegion(seed).write(folder)

    def demand(self, holds, sentence):
        if not holds:
            self.faults.append(f"seed {self.seed}: {sentence}")

    def tranche(self, verb, *words):
        return subprocess.run(
            [self.options.tranche, verb, str(self.folder), *map(str, words)], capture_output=True, text=True,
            timeout=600)

    def verify(self, stages):
        """The ids of broken rules and the cost, by `tranche verify`."""
        done = self.tranche("verify", "--plan", stages, "--json")
        if done.returncode not in (0, 1):
            self.demand(False, f"verify: exit {done.returncode}: {done.stderr.strip()[:300]}")
            return None, None
        answer = json.loads(done.stdout)
        return {finding["rule"] for finding in answer["findings"]}, answer["cost"]["total"]

    def run(self):
        """What became of it, in a word."""
        plan = self.folder / "plan"
        done = self.tranche("plan", "-o", plan, "--gap", "0", "--work", "1000", "--time-limit", "15s",
                            "--progress", "none")
        words = done.stderr.strip()[:400]
        if done.returncode not in (0, 1, 3, 4, 65):
            self.demand(False, f"plan: exit {done.returncode}: {words}")
            return "fault"
        self.question = Question(self.folder)
        resources = Resources(self.question)
        self.judge = Judge(self.question, resources)
        self.exact = Exact(self.question, resources, self.judge)
        status, cost, bound, best = self.exact.solve(self.options.seconds)
        if done.returncode > 1 or status == "infeasible":
            # Bad input is what no plan can satisfy, such as a pin in a period that forbids it.
            self.demand(done.returncode in (0, 1, 4) or status in ("infeasible", "unknown"),
                        f"tranche says impossible ({done.returncode}), CP-SAT has a plan: {words}")
            self.demand(done.returncode > 1, "CP-SAT says impossible, tranche has a plan")
            return {3: "both impossible", 65: "both impossible, by one value"}.get(done.returncode, "out of time")
        record = json.loads((plan / "plan.json").read_text())
        summary = record["summary"]
        by_cases = record.get("branching", {"bound": summary["bound"]})["bound"]
        own = read_stages(self.question, plan / "stages.csv")
        own_cost = self.look_at(own, "tranche's plan", summary["cost"]["total"], plan / "stages.csv")
        self.demand(summary["bound"] <= own_cost + ROUNDING, "bound above cost")
        if best is None:
            return "CP-SAT found nothing"
        stages = self.folder / "stages.csv"
        write_stages(self.question, stages, best)
        # Stopped early, CP-SAT states a cost that may be above that of its own plan.
        cost = self.look_at(best, "CP-SAT's plan", cost if status == "optimal" else None, stages)
        self.demand(max(summary["bound"], by_cases) <= cost + ROUNDING, f"bound {by_cases} above {cost}")
        self.demand(bound <= own_cost + TOLERANCE, f"CP-SAT's bound {bound} above tranche's cost {own_cost}")
        is_optimal = own_cost - by_cases < 0.0101
        if "branching" in record:
            proof = json.loads(self.tranche("verify", "--plan", plan, "--proof", "--json").stdout)
            self.demand(proof["ok"], f"the proof by cases does not hold: {proof['proof']}")
        if is_optimal:
            self.demand(own_cost <= cost + ROUNDING + 0.01,
                        f"tranche calls {own_cost} optimal, CP-SAT has {cost}")
        if status != "optimal":
            return "CP-SAT out of time"
        self.demand(own_cost >= cost - TOLERANCE, f"tranche {own_cost} below CP-SAT's optimum {cost}")
        same = abs(own_cost - cost) <= TOLERANCE
        EXCESS.append((own_cost - cost) / max(cost, 1))
        return ("same optimum, both proven" if is_optimal else
                "same cost, proven by CP-SAT alone" if same else "dearer, not called optimal")

    def look_at(self, plan, name, stated, stages):
        """Both judges on a plan, and on plans near to it; the exact cost."""
        firsts = [self.exact.calendar.dates[day] if day is not None else None for day in self.exact.firsts]
        cost = float(sum(self.judge.cost(n, schedule, firsts[n]) for n, schedule in enumerate(plan)))
        self.demand(not self.judge.breaches(plan), f"{name} breaks {self.judge.breaches(plan)}")
        self.demand(stated is None or abs(cost - stated) <= ROUNDING, f"{name} costs {cost}, stated are {stated}")
        rules, verified = self.verify(stages)
        self.demand(not rules, f"verify finds {rules} in {name}")
        self.demand(verified is not None and abs(cost - verified) <= ROUNDING,
                    f"{name} costs {cost}, verify says {verified}")
        dice = random.Random(self.seed)
        for _ in range(self.options.moved):
            moved = self.moved(plan, dice)
            path = self.folder / "moved.csv"
            write_stages(self.question, path, moved)
            rules, _ = self.verify(path)
            wanted = self.judge.breaches(moved)
            self.demand(rules == wanted, f"{name} moved: verify finds {rules}, the judge {wanted}")
            for rule in wanted:
                BROKEN[rule] += 1
        return cost

    def moved(self, plan, dice):
        """A plan with the dates of one practice moved: all together, one edge, or from a stage on."""
        plan = [schedule and list(schedule) for schedule in plan]
        place = dice.choice([n for n, schedule in enumerate(plan) if schedule] or [0])
        if plan[place] is None:
            return plan
        if dice.random() < 0.1:
            plan[place] = None
            return plan
        by, first = dice.choice([-6, -3, -2, -1, 1, 2, 3, 6]), dice.randrange(len(plan[place]))
        way = dice.random()
        for k, (start, finish) in enumerate(plan[place]):
            if way < 0.4 or (way < 0.8 and k >= first):
                plan[place][k] = start + by, finish + by
            elif k == first:
                plan[place][k] = start, max(start, finish + by)
        return plan


BROKEN = collections.Counter()
EXCESS = []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tranche")
    parser.add_argument("--regions", type=int, default=40)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--moved", type=int, default=2, help="plans with moved dates for each plan")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the regions with faults")
    options = parser.parse_args()
    options.tranche = str(pathlib.Path(options.tranche).resolve())
    ends, faults, began = collections.Counter(), [], time.monotonic()
    for seed in range(options.first, options.first + options.regions):
        with tempfile.TemporaryDirectory(prefix="tranche-differential-") as name:
            trial = Trial(options, seed, pathlib.Path(name) / "region")
            ends[trial.run()] += 1
            for fault in trial.faults:
                print("FAULT:", fault, flush=True)
            if trial.faults and options.keep:
                shutil.copytree(trial.folder, options.keep / f"seed-{seed}", dirs_exist_ok=True)
            faults += trial.faults
    print(f"{options.regions} regions in {time.monotonic() - began:.0f} s: "
          + ", ".join(f"{count} {what}" for what, count in ends.most_common()))
    if EXCESS:
        print(f"above the proven optimum: {100 * sum(EXCESS) / len(EXCESS):.2f} % on average, {100 * max(EXCESS):.2f} % at most")
    print("rules broken by moving dates: " + ", ".join(f"{rule} {count}" for rule, count in BROKEN.most_common()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
