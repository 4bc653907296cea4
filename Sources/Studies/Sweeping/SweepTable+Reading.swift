import Days

/// Reading back the CSV of shards, and putting them together.
extension SweepTable {
  /// What is wrong with a table, or with putting tables together.
  public struct Problem: Error, Hashable {
    /// What, in one sentence.
    public let message: String
  }

  /// Reads the CSV that `csv` wrote; a last line without its end is refused, as it may be cut.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - name: what messages call it.
  public init(csv text: String, name: String) throws(Problem) {
    guard text.hasSuffix("\n") else { throw Problem(message: "\(name) is cut short") }
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let heading = lines.first, heading.count > SweepTable.headings.count + 2,
      Array(heading.prefix(2)) == ["row", "rows"],
      Array(heading.suffix(SweepTable.headings.count)) == SweepTable.headings
    else { throw Problem(message: "\(name) is no table of tranche sweep --csv") }
    keys = Array(heading[2..<(heading.count - SweepTable.headings.count)])
    total = 0
    rows = []
    for (place, cells) in lines.dropFirst().enumerated() {
      guard cells.count == heading.count, let row = SweepTable.row(cells, keys: keys.count),
        let total = Int(cells[1]), row.number <= total
      else { throw Problem(message: "\(name), line \(place + 2), is no row of a sweep") }
      guard rows.isEmpty || total == self.total else {
        throw Problem(message: "\(name) has rows of different sweeps")
      }
      self.total = total
      rows.append(row)
    }
  }

  private static func row(_ cells: [String], keys: Int) -> SweepRow? {
    let rest = Array(cells.dropFirst(2 + keys))
    guard let number = Int(cells[0]), number >= 1,
      let ending = RunFigures.Ending(rawValue: rest[0]), let scheduled = Int(rest[1]),
      let unscheduled = Int(rest[2]), let preferred = Int(rest[5]), let late = Int(rest[6])
    else { return nil }
    var figures = RunFigures(ending: ending)
    figures.scheduled = scheduled
    figures.unscheduled = unscheduled
    figures.firstGoLive = Day(iso: rest[3])
    figures.lastGoLive = Day(iso: rest[4])
    figures.preferred = preferred
    figures.late = late
    figures.cost = Double(rest[7])
    figures.bound = Double(rest[8])
    figures.gap = Double(rest[9])
    return SweepRow(number: number, values: Array(cells[2..<(2 + keys)]), figures: figures)
  }

  /// The table of the whole sweep from those of its shards, in any order.
  ///
  /// Rows may come twice if they are the same; a missing row is a problem, and named.
  public static func merged(_ tables: [(name: String, table: SweepTable)]) throws(Problem)
    -> SweepTable
  {
    // A shard of a sweep with fewer rows than shards has none, and says nothing of the total.
    let filled = tables.filter { !$0.table.rows.isEmpty }
    guard let first = filled.first ?? tables.first else {
      throw Problem(message: "there is no table to put together")
    }
    var rows: [Int: (name: String, row: SweepRow)] = [:]
    for (name, table) in tables {
      guard table.keys == first.table.keys, table.rows.isEmpty || table.total == first.table.total
      else {
        throw Problem(message: "\(name) and \(first.name) are of different sweeps")
      }
      for row in table.rows {
        if let other = rows[row.number], other.row != row {
          throw Problem(
            message: "row \(row.number) differs between \(other.name) and \(name)")
        }
        rows[row.number] = (name, row)
      }
    }
    let total = first.table.total
    let missing = (1...max(1, total)).filter { rows[$0] == nil }
    guard missing.isEmpty else {
      let some = missing.prefix(10).map(String.init).joined(separator: ", ")
      throw Problem(
        message:
          "\(missing.count) of \(counted(total, "row")) \(missing.count.form("is", "are")) missing: \(some)"
          + (missing.count > 10 ? " and more" : ""))
    }
    return SweepTable(
      keys: first.table.keys, total: total,
      rows: rows.keys.sorted().compactMap { rows[$0]?.row })
  }
}
