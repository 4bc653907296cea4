/// A row of a linear program: a bounded sum of columns.
///
/// Rows count from 0 in the order in which they were added. A handle stays the same row while no
/// row is deleted; see `LinearProgram.deleteRows`.
package struct Row: Hashable, Comparable, Sendable {
  /// The row's place from 0, as GLPK's number less one.
  let position: Int32

  /// The handle of the row at this place.
  ///
  /// The program traps on places it does not have.
  package init(_ index: Int) { position = Int32(index) }

  /// The row's place from 0: its index in arrays of duals and row values.
  package var index: Int { Int(position) }

  /// The number by which GLPK knows it: it counts from 1.
  var number: Int32 { position + 1 }

  /// Orders rows by place.
  package static func < (one: Row, other: Row) -> Bool { one.position < other.position }
}

/// A column of a linear program: a variable.
///
/// Columns count from 0 in the order in which they were added. A handle stays the same column while
/// no column is deleted; see `LinearProgram.deleteColumns`.
package struct Column: Hashable, Comparable, Sendable {
  /// The column's place from 0, as GLPK's number less one.
  let position: Int32

  /// The handle of the column at this place.
  ///
  /// The program traps on places it does not have.
  package init(_ index: Int) { position = Int32(index) }

  /// The column's place from 0: its index in arrays of values and reduced costs.
  package var index: Int { Int(position) }

  /// The number by which GLPK knows it: it counts from 1.
  var number: Int32 { position + 1 }

  /// Orders columns by place.
  package static func < (one: Column, other: Column) -> Bool { one.position < other.position }
}

/// All that a new column brings with it.
package struct NewColumn: Sendable {
  /// What one unit of the column costs.
  package var cost: Double
  /// The values allowed to it.
  package var bounds: Bounds
  /// Its coefficients: finite, and each row once at most.
  package var entries: [(Row, Double)]

  /// A column with these properties, checked when it is added.
  package init(cost: Double, bounds: Bounds, entries: [(Row, Double)]) {
    self.cost = cost
    self.bounds = bounds
    self.entries = entries
  }
}
