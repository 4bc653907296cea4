"""HiGHS on the step model: python highs.py MODEL.json STAGES.csv SECONDS THREADS mip|lp"""

import sys

import highspy
import numpy as np

from answer import Clock, report
from problem import Problem
from step import Step


def load(step, relaxed=False, constant=True):
    starts, indices, values = [0], [], []
    for _, _, terms in step.rows:
        for column, value in terms.items():
            indices.append(column)
            values.append(value)
        starts.append(len(indices))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(step.cost), len(step.rows)
    lp.col_cost_ = np.array(step.cost, dtype=float)
    lp.col_lower_ = np.array(step.lower, dtype=float)
    lp.col_upper_ = np.array(step.upper, dtype=float)
    lp.row_lower_ = np.array([row[0] for row in step.rows], dtype=float)
    lp.row_upper_ = np.array([row[1] for row in step.rows], dtype=float)
    # Solvers read an objective's constant in MPS in two ways, so files have none.
    lp.offset_ = float(step.constant) if constant else 0.0
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(starts)
    lp.a_matrix_.index_ = np.array(indices)
    lp.a_matrix_.value_ = np.array(values, dtype=float)
    if not relaxed:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[whole] for whole in step.integer]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(lp)
    return solver


def main(model_path, stages_path, seconds, threads, what):
    clock = Clock()
    problem = Problem.read(model_path)
    step = Step(problem)
    solver = load(step, relaxed=what == "lp")
    solver.setOptionValue("threads", int(threads))
    solver.setOptionValue("parallel", "on" if int(threads) > 1 else "off")
    solver.setOptionValue("mip_rel_gap", 0.0)
    # Building the model counts: the limit is for the whole.
    solver.setOptionValue("time_limit", max(1.0, float(seconds) - clock.seconds))
    solver.run()
    info = solver.getInfo()
    status = solver.modelStatusToString(solver.getModelStatus())
    if what == "lp":
        solved = status == "Optimal"
        report(status, bound=info.objective_function_value if solved else None,
               seconds=clock.seconds, model=step.size)
        return
    found = info.primal_solution_status == 2
    bound = info.mip_dual_bound if abs(info.mip_dual_bound) < 1e30 else None
    if found:
        problem.write_stages(stages_path, step.dates(solver.getSolution().col_value))
    report(status, info.objective_function_value if found else None, bound, clock.seconds,
           step.size)


if __name__ == "__main__":
    main(*sys.argv[1:])
