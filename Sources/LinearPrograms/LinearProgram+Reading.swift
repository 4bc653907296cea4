import CGLPK
import CGLPKShim

// Each function fills an array of the caller, and makes it longer or shorter only where it must, so
// that a loop allocates nothing. Before a solve all numbers are 0 or without meaning.
extension LinearProgram {
  /// The objective of the relaxation's values.
  package var objective: Double {
    checkUsable()
    return glp_get_obj_val(problem)
  }

  /// Reads the dual of each row: how much the least objective grows when the row's bounds grow by
  /// one unit.
  ///
  /// 0 or more for a row at its lower bound, 0 or less at its upper one.
  package func readRowDuals(into numbers: inout [Double]) {
    checkUsable()
    fit(&numbers, rowCount)
    cglpk_read_row_duals(problem, &numbers)
  }

  /// Reads the sum of each row.
  package func readRowValues(into numbers: inout [Double]) {
    checkUsable()
    fit(&numbers, rowCount)
    cglpk_read_row_values(problem, &numbers)
  }

  /// Reads the value of each column in the relaxation; integer values are in `IntegerOutcome`.
  package func readColumnValues(into numbers: inout [Double]) {
    checkUsable()
    fit(&numbers, columnCount)
    cglpk_read_column_values(problem, &numbers)
  }

  /// Reads the reduced cost of each column: its cost less the duals of its rows.
  package func readReducedCosts(into numbers: inout [Double]) {
    checkUsable()
    fit(&numbers, columnCount)
    cglpk_read_reduced_costs(problem, &numbers)
  }

  private func fit(_ numbers: inout [Double], _ count: Int) {
    if numbers.count > count {
      numbers.removeLast(numbers.count - count)
    } else if numbers.count < count {
      numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
    }
  }
}
