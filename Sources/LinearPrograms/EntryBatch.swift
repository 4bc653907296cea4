/// Checked coefficients as GLPK wants them: numbers and values, element 0 of both unused.
struct EntryBatch {
  private(set) var numbers: [Int32] = [0]
  private(set) var values: [Double] = [0]

  /// The coefficients in the batch.
  var count: Int32 { Int32(numbers.count - 1) }

  init() {}

  /// The coefficients of one row.
  init(columns entries: [(Column, Double)], in program: inout LinearProgram) {
    program.repetitions.begin(limit: program.columnCount)
    for (column, value) in entries {
      program.check(column)
      demand(program.repetitions.insert(column.index), "column \(column.index) is twice in a row")
      append(column.number, value)
    }
  }

  /// Appends the coefficients of one column.
  mutating func append(rows entries: [(Row, Double)], in program: inout LinearProgram) {
    program.repetitions.begin(limit: program.rowCount)
    for (row, value) in entries {
      program.check(row)
      demand(program.repetitions.insert(row.index), "row \(row.index) is twice in a column")
      append(row.number, value)
    }
  }

  private mutating func append(_ number: Int32, _ value: Double) {
    // GLPK takes NaN here in silence, and calls a wrong answer optimal.
    demand(value.isFinite, "a coefficient is \(value)")
    demand(numbers.count <= 500_000_000, "GLPK holds at most 500000000 coefficients")
    numbers.append(number)
    values.append(value)
  }
}
