"""HiGHS on what `tranche model` wrote: python master.py FILE [VALUE]

Prints the optimum; with a VALUE in points it ends with 1 where the two differ.
"""

import sys

import highspy


def main(path, expected=None):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.readModel(path)
    solver.run()
    value = solver.getInfo().objective_function_value
    size = f"{solver.getNumRow()} rows, {solver.getNumCol()} columns"
    status = solver.modelStatusToString(solver.getModelStatus())
    print(f"{path}: {status}, {value:.6f} points, {size}")
    if expected is not None:
        difference = abs(value - float(expected)) / max(1, abs(float(expected)))
        print(f"relative difference {difference:.1e}")
        return 0 if difference <= 1e-6 else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
