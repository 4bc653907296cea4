"""CBC or glpsol on the step model: python mps_solvers.py cbc|glpsol MODEL.json STAGES.csv SECONDS THREADS

The model is the one that HiGHS solves, written as MPS by HiGHS, so that all three judge the same.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from answer import Clock, report
from problem import Problem


def cbc(mps, folder, seconds, threads):
    import pulp

    program = pulp.PULP_CBC_CMD().path
    answer = folder / "cbc.sol"
    command = [program, str(mps), "-seconds", str(seconds), "-timeMode", "elapsed"]
    if threads > 1:
        command += ["-threads", str(threads)]
    run(command + ["-solve", "-solution", str(answer)], folder, seconds)
    log = (folder / "log").read_text()
    bound = last(r"Lower bound:\s+([-\d.e+]+)", log) or last(r"best possible ([-\d.e+]+)", log)
    if not answer.exists():
        return "no answer", None, bound, {}
    lines = answer.read_text().splitlines()
    status = lines[0].split(" - ")[0]
    objective = last(r"objective value ([-\d.e+]+)", lines[0])
    values = {}
    for line in lines[1:]:
        parts = line.replace("**", "").split()
        values[parts[1]] = float(parts[2])
    # CBC writes the point of its relaxation where it has no plan.
    if "no integer solution" in lines[0] or "Infeasible" in status:
        return status, None, bound, {}
    return status, objective, objective if status == "Optimal" else bound, values


def glpsol(mps, folder, seconds, threads):
    answer = folder / "glpk.sol"
    program = shutil.which("glpsol")
    command = [program, "--freemps", str(mps), "--tmlim", str(int(seconds)), "--cuts",
               "--write", str(answer)]
    run(command, folder, seconds)
    log = (folder / "log").read_text()
    bound = last(r">=\s+([-\d.e+]+)", log)
    if not answer.exists():
        return "no answer", None, bound, {}
    status, objective, values = "?", None, {}
    for line in answer.read_text().splitlines():
        parts = line.split()
        if parts[0] == "s":
            # s mip ROWS COLUMNS STATUS OBJECTIVE
            status, objective = parts[4], float(parts[5])
        elif parts[0] == "j":
            values[int(parts[1]) - 1] = float(parts[2])
    if status not in ("o", "f"):
        return "no plan found", None, bound, {}
    return ("Optimal" if status == "o" else "feasible", objective,
            objective if status == "o" else bound, values)


def run(command, folder, seconds):
    with open(folder / "log", "w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            # A solver that does not look at its clock is ended some time after.
            process.wait(timeout=seconds + 30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def last(pattern, text):
    found = re.findall(pattern, text)
    return float(found[-1]) if found else None


def main(which, model_path, stages_path, seconds, threads):
    from highs import load
    from step import Step

    clock = Clock()
    problem = Problem.read(model_path)
    step = Step(problem)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mps = folder / "step.mps"
        load(step, constant=False).writeModel(str(mps))
        left = max(1, float(seconds) - clock.seconds)
        solve = {"cbc": cbc, "glpsol": glpsol}[which]
        status, objective, bound, values = solve(mps, folder, left, int(threads))
    if objective is not None:
        # Names are of HiGHS's making: a letter and the place; glpsol counts by itself.
        by_place = [0.0] * len(step.cost)
        for key, value in values.items():
            by_place[key if isinstance(key, int) else int(key[1:])] = value
        plan = step.dates(by_place)
        problem.write_stages(stages_path, plan)
        objective += step.constant
    if bound is not None:
        bound += step.constant
    report(status, objective, bound, clock.seconds, step.size)


if __name__ == "__main__":
    main(*sys.argv[1:])
