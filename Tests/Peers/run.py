"""Runs every peer on region folders, one after the other, and prints a table side by side.

python run.py REGION... --tranche PATH --bench PATH [--seconds 60] [--threads 2] [--csv FILE]
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
FIELDS = ["region", "solver", "threads", "cost", "bound", "gap %", "left out", "seconds", "first",
          "MB", "verdict", "model"]


def peers(threads):
    """Name, script, arguments around the common four, threads."""
    return [
        ("CP-SAT, cold", "cpsat.py", [], threads, False),
        ("CP-SAT, hint", "cpsat.py", [], threads, True),
        ("CP-SAT, cold, 1 worker", "cpsat.py", [], 1, False),
        ("CP-SAT, hint, 1 worker", "cpsat.py", [], 1, True),
        ("HiGHS MIP", "highs.py", ["mip"], threads, False),
        ("HiGHS LP only", "highs.py", ["lp"], 1, False),
        ("CBC", "mps_solvers.py cbc", [], threads, False),
        ("glpsol", "mps_solvers.py glpsol", [], 1, False),
        ("PyJobShop", "jobshop.py", [], threads, False),
    ]


def last_json(text):
    for line in reversed(text.strip().splitlines()):
        if line.startswith("{"):
            return json.loads(line)
    return {}


def verify(tranche, region, stages):
    """The judgement and the cost of any stages.csv."""
    run = subprocess.run([tranche, "verify", region, "--plan", str(stages), "--json", "-q"],
                         capture_output=True, text=True)
    answer = json.loads(run.stdout)
    wanted = len({line.split(",")[0] for line in stages.read_text().splitlines()[1:]})
    return answer["cost"]["total"], len(answer["findings"]), wanted


def own(options, region, folder):
    """tranche itself; then its very first plan, the hint for others."""
    hint = folder / "hint"
    subprocess.run([options.tranche, "plan", region, "-o", str(hint), "--work", "1", "-q"],
                   capture_output=True)
    plan = folder / "plan"
    began = time.monotonic()
    subprocess.run(
        [options.tranche, "plan", region, "-o", str(plan), "-q", "--gap", "0",
         "--time-limit", f"{options.seconds}s", "--threads", str(options.threads)],
        capture_output=True)
    seconds = time.monotonic() - began
    bound = json.loads((plan / "plan.json").read_text())["summary"]["bound"]
    cost, findings, placed = verify(options.tranche, region, plan / "stages.csv")
    first, _, _ = verify(options.tranche, region, hint / "stages.csv")
    return hint / "stages.csv", first, {
        "solver": "tranche", "threads": options.threads, "cost": cost, "bound": bound,
        "seconds": seconds, "findings": findings, "placed": placed, "model": ""}


def peer(options, name, script, extra, threads, model, stages, hint):
    stages.unlink(missing_ok=True)
    parts = script.split()
    command = [sys.executable, str(HERE / parts[0]), *parts[1:], str(model), str(stages),
               str(options.seconds), str(threads), *extra]
    if hint:
        command.append(str(hint))
    began = time.monotonic()
    try:
        # Beyond its limit a solver gets as long again, then it is ended.
        run = subprocess.run(command, capture_output=True, text=True,
                             timeout=2 * options.seconds + 60)
        answer = last_json(run.stdout)
        if not answer:
            answer = {"status": "failed: " + (run.stderr.strip().splitlines() or ["?"])[-1][:60]}
    except subprocess.TimeoutExpired:
        answer = {"status": "never ended"}
    answer.setdefault("seconds", time.monotonic() - began)
    return answer


def run_region(options, region):
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = folder / "model.json"
        subprocess.run([options.bench, "export", region, "--to", str(model)], check=True,
                       capture_output=True)
        count = len(json.loads(model.read_text())["practices"])
        hint, hint_cost, ours = own(options, region, folder)
        rows.append(ours)
        rows.append({"solver": "tranche, first plan", "threads": 1, "cost": hint_cost,
                     "findings": 0})
        show(region, ours)
        for title, script, extra, threads, with_hint in peers(options.threads):
            if options.only and not any(word == title for word in options.only.split(";")):
                continue
            stages = folder / "stages.csv"
            answer = peer(options, title, script, extra, threads, model, stages,
                          hint if with_hint else None)
            row = {"solver": title, "threads": threads, "bound": answer.get("bound"),
                   "seconds": answer.get("seconds"), "first": answer.get("first"),
                   "megabytes": answer.get("megabytes"), "model": answer.get("model", ""),
                   "status": answer.get("status")}
            if stages.exists():
                row["cost"], row["findings"], row["placed"] = verify(
                    options.tranche, region, stages)
                said = answer.get("objective")
                # A peer that says less than the checker, or other than it at its optimum, has
                # another model. Above it a search may be that ended before its cost variables
                # were as low as they can be.
                row["mismatch"] = said is not None and (
                    row["cost"] > said + 0.01
                    or (str(answer.get("status")).upper() == "OPTIMAL"
                        and abs(said - row["cost"]) > 0.01))
            rows.append(row)
            show(region, row)
    best = max(row["bound"] for row in rows if row.get("bound") is not None)
    return [cells(region, count, row, best) for row in rows]


def show(region, row):
    print(Path(region).name, row, file=sys.stderr, flush=True)


def number(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def cells(region, count, row, best):
    cost = row.get("cost")
    gap = None if cost is None else max(0, (cost - best) / max(cost, 1)) * 100
    if cost is None:
        verdict = "no plan: " + str(row.get("status")) if "LP" not in row["solver"] else str(
            row.get("status"))
    else:
        verdict = "no findings" if not row["findings"] else f"{row['findings']} findings"
        if row.get("mismatch"):
            verdict += ", OTHER COST"
    left = count - row["placed"] if "placed" in row else None
    return [Path(region).name, row["solver"], str(row["threads"]), number(cost, 2),
            number(row.get("bound"), 2), number(gap, 2), number(left, 0),
            number(row.get("seconds"), 1), number(row.get("first"), 1),
            number(row.get("megabytes"), 0), verdict, row.get("model", "")]


def markdown(rows):
    lines = ["| " + " | ".join(FIELDS) + " |",
             "|" + "|".join("---" if i < 2 else "--:" for i in range(len(FIELDS))) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("regions", nargs="+")
    parser.add_argument("--tranche", required=True)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", help="only these peers, by title, with ; between")
    parser.add_argument("--csv")
    options = parser.parse_args()
    rows = []
    for region in options.regions:
        rows += run_region(options, region)
        if options.csv:
            with open(options.csv, "w", newline="") as file:
                csv.writer(file).writerows([FIELDS] + rows)
    print(markdown(rows))


if __name__ == "__main__":
    main()
