import CGLPK
import CGLPKShim

extension LinearProgram {
  /// Sets the bounds of a row.
  package mutating func setBounds(of row: Row, _ bounds: Bounds) {
    checkUsable()
    check(row)
    let new = bounds.checked()
    expect(cglpk_set_row_bounds(problem, row.number, new.type, new.low, new.high))
  }

  /// Sets the bounds of a column.
  ///
  /// Those of an integer column are rounded inward, and trap if no whole number is left.
  ///
  /// A nonbasic column stays at its bound where that still exists.
  package mutating func setBounds(of column: Column, _ bounds: Bounds) {
    checkUsable()
    check(column)
    let whole = glp_get_col_kind(problem, column.number) != GLP_CV
    let new = (whole ? bounds.roundedInward() : bounds).checked()
    expect(cglpk_set_column_bounds(problem, column.number, new.type, new.low, new.high))
  }

  /// The bounds of a column.
  package func bounds(of column: Column) -> Bounds {
    checkUsable()
    check(column)
    let low = glp_get_col_lb(problem, column.number)
    let high = glp_get_col_ub(problem, column.number)
    switch glp_get_col_type(problem, column.number) {
    case GLP_LO: return .atLeast(low)
    case GLP_UP: return .atMost(high)
    case GLP_DB: return .between(low, high)
    case GLP_FX: return .exactly(low)
    default: return .free
    }
  }

  /// Sets what one unit of a column costs; finite.
  package mutating func setCost(of column: Column, _ cost: Double) {
    checkUsable()
    check(column)
    demand(cost.isFinite, "the cost of column \(column.index) is \(cost)")
    expect(cglpk_set_cost(problem, column.number, cost))
  }

  /// Sets the part of the objective that no column changes; finite, and 0 at first.
  package mutating func setConstantCost(_ cost: Double) {
    checkUsable()
    demand(cost.isFinite, "the constant cost is \(cost)")
    expect(cglpk_set_cost(problem, 0, cost))
  }

  /// Replaces all coefficients of a column.
  ///
  /// Each row once at most, all numbers finite.
  package mutating func setEntries(of column: Column, _ entries: [(Row, Double)]) {
    checkUsable()
    check(column)
    var batch = EntryBatch()
    batch.append(rows: entries, in: &self)
    expect(
      cglpk_set_column_entries(problem, column.number, batch.count, batch.numbers, batch.values))
  }

  /// Replaces all coefficients of a row.
  ///
  /// Each column once at most, all numbers finite.
  package mutating func setEntries(of row: Row, _ entries: [(Column, Double)]) {
    checkUsable()
    check(row)
    let batch = EntryBatch(columns: entries, in: &self)
    expect(cglpk_set_row_entries(problem, row.number, batch.count, batch.numbers, batch.values))
  }

  /// Makes a column an integer one, or no longer.
  ///
  /// Its bounds are rounded inward.
  package mutating func setInteger(_ column: Column, _ isInteger: Bool = true) {
    checkUsable()
    check(column)
    let kind = isInteger ? GLP_IV : GLP_CV
    expect(cglpk_set_column_kind(problem, column.number, kind))
    // The search returns GLP_EBOUND if an integer column has a bound between whole numbers.
    if isInteger { setBounds(of: column, bounds(of: column)) }
  }

  /// Scales rows and columns by powers of two for the solver.
  ///
  /// Values and duals are read unscaled.
  ///
  /// Once, before the first solve: scaling invalidates the factorisation.
  package mutating func scale() {
    checkUsable()
    expect(cglpk_scale(problem))
  }
}
