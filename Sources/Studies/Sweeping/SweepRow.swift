import Days

/// One line of a sweep's table: the values, and what the run with them came to.
public struct SweepRow: Hashable, Sendable {
  /// The number of the row in the whole sweep, from 1.
  public var number: Int
  /// The value of each key.
  public var values: [String]
  /// What the run came to.
  public var figures: RunFigures

  /// One line of the table.
  public init(number: Int, values: [String], figures: RunFigures) {
    self.number = number
    self.values = values
    self.figures = figures
  }
}

/// The table of a sweep, or of a shard of it.
public struct SweepTable: Hashable, Sendable {
  /// The dotted keys.
  public var keys: [String]
  /// How many rows the whole sweep has.
  public var total: Int
  /// The rows that there are, in order of their numbers.
  public var rows: [SweepRow]

  /// A table.
  public init(keys: [String], total: Int, rows: [SweepRow]) {
    self.keys = keys
    self.total = total
    self.rows = rows
  }

  /// The headings after those of the keys.
  static let headings = [
    "ended", "scheduled", "unscheduled", "first_go_live", "last_go_live", "preferred", "late",
    "cost", "bound", "gap",
  ]

  /// The heading line of the CSV, ended.
  public var csvHeading: String {
    (["row", "rows"] + keys + SweepTable.headings).joined(separator: ",") + "\n"
  }

  /// A row as a line of CSV, ended.
  public func csv(_ row: SweepRow) -> String {
    (["\(row.number)", "\(total)"] + row.values + SweepTable.cells(row.figures))
      .joined(separator: ",") + "\n"
  }

  /// The whole table as CSV: LF, no quotes, since no cell holds a comma.
  public var csv: String { csvHeading + rows.map(csv).joined() }

  static func cells(_ figures: RunFigures) -> [String] {
    func points(_ value: Double?) -> String { value.map { SweepTable.millionths($0) } ?? "" }
    return [
      figures.ending.rawValue, "\(figures.scheduled)", "\(figures.unscheduled)",
      figures.firstGoLive?.iso ?? "", figures.lastGoLive?.iso ?? "", "\(figures.preferred)",
      "\(figures.late)", points(figures.cost), points(figures.bound), points(figures.gap),
    ]
  }

  /// A number with at most six decimals and no exponent.
  static func millionths(_ value: Double) -> String {
    guard let scaled = Int(exactly: (value * 1e6).rounded()) else { return "\(value)" }
    var rest = String(scaled.magnitude % 1_000_000)
    rest = String(repeating: "0", count: 6 - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return (scaled < 0 ? "-" : "") + String(scaled.magnitude / 1_000_000)
      + (rest.isEmpty ? "" : "." + rest)
  }
}
