import TrancheKit

/// The figures of a run for programs.
struct FiguresAnswer: Encodable {
  let ended: String
  let scheduled: Int
  let unscheduled: Int
  let firstGoLive: String?
  let lastGoLive: String?
  let preferred: Int
  let late: Int
  let cost: Double?
  let bound: Double?
  let gap: Double?

  init(_ figures: RunFigures) {
    ended = figures.ending.rawValue
    scheduled = figures.scheduled
    unscheduled = figures.unscheduled
    firstGoLive = figures.firstGoLive?.iso
    lastGoLive = figures.lastGoLive?.iso
    preferred = figures.preferred
    late = figures.late
    cost = figures.cost.map(JSONText.points)
    bound = figures.bound.map(JSONText.points)
    gap = figures.gap.map(JSONText.points)
  }

  private enum CodingKeys: String, CodingKey {
    case ended, scheduled, unscheduled, preferred, late, cost, bound, gap
    case firstGoLive = "first_go_live"
    case lastGoLive = "last_go_live"
  }
}

/// What `what-if --json` says.
struct WhatIfAnswer: Encodable {
  let command = "what-if"
  let ok: Bool
  let exit: Int32
  let name: String
  let folder: String?
  let base: FiguresAnswer
  let changed: FiguresAnswer
  let comparison: ComparisonRecord?
  let summary: String?

  init(_ study: WhatIf, name: String, folder: String?, status: ExitStatus) {
    ok = status == .done
    exit = status.rawValue
    self.name = name
    self.folder = folder
    base = FiguresAnswer(study.baseFigures)
    changed = FiguresAnswer(study.changedFigures)
    comparison = study.comparison.map(ComparisonRecord.init)
    summary = study.changed.explanation?.summary
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, name, folder, base, changed, comparison, summary
  }
}

/// What `sweep --json` says.
struct SweepAnswer: Encodable {
  let command = "sweep"
  let ok = true
  let keys: [String]
  let total: Int
  let rows: [Row]

  struct Row: Encodable {
    let row: Int
    let values: [String]
    let figures: FiguresAnswer
  }

  init(_ table: SweepTable) {
    keys = table.keys
    total = table.total
    rows = table.rows.map {
      Row(row: $0.number, values: $0.values, figures: FiguresAnswer($0.figures))
    }
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, keys, total, rows
  }
}

/// An answer of a study: the verb, whether it went well, and one value under its own name.
struct StudyAnswer<Value: Encodable>: Encodable {
  let command: String
  let name: String
  let value: Value

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(command, forKey: Key("command"))
    try container.encode(true, forKey: Key("ok"))
    try container.encode(value, forKey: Key(name))
  }
}
