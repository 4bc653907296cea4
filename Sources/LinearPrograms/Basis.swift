import CGLPK
import CGLPKShim

/// Which rows and columns are basic, and at which bound the others are: where a solve begins.
package struct Basis: Hashable, Sendable {
  var rows: [UInt8]
  var columns: [UInt8]

  /// The number of rows that the program had.
  package var rowCount: Int { rows.count }
  /// The number of columns that the program had.
  package var columnCount: Int { columns.count }
}

extension LinearProgram {
  /// The basis as it is now.
  package func saveBasis() -> Basis {
    checkUsable()
    var basis = Basis(
      rows: Array(repeating: 0, count: rowCount), columns: Array(repeating: 0, count: columnCount))
    cglpk_read_basis(problem, &basis.rows, &basis.columns)
    return basis
  }

  /// Goes back to a basis saved from this program.
  ///
  /// Rows added since become basic, columns added since nonbasic. Traps if there are fewer rows or
  /// columns than then; after deletions a saved basis has no meaning. Bounds and costs are not part
  /// of a basis.
  package mutating func restore(_ basis: Basis) {
    checkUsable()
    demand(
      basis.rowCount <= rowCount && basis.columnCount <= columnCount,
      "a basis of \(basis.rowCount) rows and \(basis.columnCount) columns does not fit a program"
        + " of \(rowCount) and \(columnCount)")
    expect(
      cglpk_write_basis(
        problem, Int32(basis.rowCount), basis.rows, Int32(basis.columnCount), basis.columns))
  }

  /// Makes all rows basic and all columns nonbasic.
  ///
  /// Without negative costs and with lower bounds on all columns the dual method then has no first
  /// phase.
  package mutating func useStandardBasis() {
    checkUsable()
    expect(cglpk_standard_basis(problem))
  }

  /// Makes GLPK's guess of a good basis: as triangular as it can.
  ///
  /// Measured far slower than the standard basis on programs with capacity rows and costs of 0 or
  /// more.
  package mutating func useAdvancedBasis() {
    checkUsable()
    // GLPK's heuristic is not made for a program without rows or columns.
    if rowCount == 0 || columnCount == 0 { return useStandardBasis() }
    expect(cglpk_advanced_basis(problem))
  }
}
