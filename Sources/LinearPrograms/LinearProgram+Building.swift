import CGLPK
import CGLPKShim

extension LinearProgram {
  /// The most rows, and the most columns, that GLPK can hold.
  private static var most: Int { 100_000_000 }

  /// Adds a row.
  ///
  /// It comes in basic, so that the dual method can go on from the last basis.
  @discardableResult
  package mutating func addRow(_ bounds: Bounds) -> Row { addRows([bounds])[0] }

  /// Adds a row over columns that exist.
  ///
  /// Each column once at most, all coefficients finite.
  @discardableResult
  package mutating func addRow(_ bounds: Bounds, entries: [(Column, Double)]) -> Row {
    checkUsable()
    let batch = EntryBatch(columns: entries, in: &self)
    let row = addRow(bounds)
    expect(
      cglpk_set_row_entries(problem, row.number, batch.count, batch.numbers, batch.values))
    return row
  }

  /// Adds rows in this order, as `addRow` does.
  @discardableResult
  package mutating func addRows(_ bounds: [Bounds]) -> [Row] {
    checkUsable()
    // GLPK aborts when asked to add nothing.
    if bounds.isEmpty { return [] }
    demand(rowCount + bounds.count <= Self.most, "GLPK holds at most \(Self.most) rows")
    let checked = bounds.map { $0.checked() }
    expect(
      cglpk_add_rows(
        problem, Int32(bounds.count), checked.map(\.type), checked.map(\.low), checked.map(\.high)))
    let first = rowCount
    rowCount += bounds.count
    return (first..<rowCount).map { Row($0) }
  }

  /// Adds a column.
  ///
  /// Each row once at most, all numbers finite.
  ///
  /// It comes in nonbasic at its lower bound (at its upper one if it has no other, at 0 if free),
  /// so that the primal method can go on from the last basis.
  @discardableResult
  package mutating func addColumn(
    cost: Double, bounds: Bounds, entries: [(Row, Double)]
  ) -> Column {
    addColumns([NewColumn(cost: cost, bounds: bounds, entries: entries)])[0]
  }

  /// Adds columns in this order, as `addColumn` does, faster than one by one.
  @discardableResult
  package mutating func addColumns(_ columns: [NewColumn]) -> [Column] {
    checkUsable()
    // GLPK aborts when asked to add nothing.
    if columns.isEmpty { return [] }
    demand(columnCount + columns.count <= Self.most, "GLPK holds at most \(Self.most) columns")
    var starts: [Int32] = [0]
    starts.reserveCapacity(columns.count + 1)
    var batch = EntryBatch()
    for column in columns {
      demand(column.cost.isFinite, "the cost of a column is \(column.cost)")
      batch.append(rows: column.entries, in: &self)
      starts.append(batch.count)
    }
    let bounds = columns.map { $0.bounds.checked() }
    expect(
      cglpk_add_columns(
        problem, Int32(columns.count), columns.map(\.cost), bounds.map(\.type),
        bounds.map(\.low), bounds.map(\.high), starts, batch.numbers, batch.values))
    let first = columnCount
    columnCount += columns.count
    return (first..<columnCount).map { Column($0) }
  }

  /// Deletes columns, each once.
  ///
  /// The columns after them move up: the handles of all columns are counted anew, in the same order
  /// without gaps.
  ///
  /// Returns the new handle of each old column by its old index, nil for the deleted ones. The
  /// basis survives if all of them were nonbasic; otherwise the next solve starts from the standard
  /// basis.
  @discardableResult
  package mutating func deleteColumns(_ columns: [Column]) -> [Column?] {
    checkUsable()
    if columns.isEmpty { return (0..<columnCount).map { Column($0) } }
    repetitions.begin(limit: columnCount)
    for column in columns {
      check(column)
      demand(repetitions.insert(column.index), "column \(column.index) is deleted twice")
    }
    expect(
      cglpk_delete_columns(problem, Int32(columns.count), [0] + columns.map(\.number)))
    let old = columnCount
    columnCount -= columns.count
    return renumbered(old, without: columns.map(\.index)).map { $0.map { Column($0) } }
  }

  /// Deletes rows, each once, with renumbering and result as in `deleteColumns`.
  ///
  /// The basis survives if all of them were basic.
  @discardableResult
  package mutating func deleteRows(_ rows: [Row]) -> [Row?] {
    checkUsable()
    if rows.isEmpty { return (0..<rowCount).map { Row($0) } }
    repetitions.begin(limit: rowCount)
    for row in rows {
      check(row)
      demand(repetitions.insert(row.index), "row \(row.index) is deleted twice")
    }
    expect(cglpk_delete_rows(problem, Int32(rows.count), [0] + rows.map(\.number)))
    let old = rowCount
    rowCount -= rows.count
    return renumbered(old, without: rows.map(\.index)).map { $0.map { Row($0) } }
  }
}

/// The new places of things that lose some of their number.
private func renumbered(_ count: Int, without gone: [Int]) -> [Int?] {
  var stays = [Bool](repeating: true, count: count)
  for index in gone { stays[index] = false }
  var next = 0
  return stays.map { stay in
    guard stay else { return nil }
    defer { next += 1 }
    return next
  }
}
