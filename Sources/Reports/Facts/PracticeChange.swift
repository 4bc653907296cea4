import Days
import Migrations

/// What changed for one practice since the revision before, in words.
struct PracticeChange: Sendable {
  let code: String
  let name: String
  /// What stands under all heads but the first: go-live was and now, how far it moved, how many
  /// stages changed, why.
  let cells: [String]

  /// The heads of a table of changes.
  static let heads = [
    "Practice", "Go-live was", "Go-live now", "Moved", "Stages changed", "Why",
  ]
}

extension ReportTables {
  /// A change for every practice of which a stage moved, went or came; none without a revision
  /// before.
  var practiceChanges: [PracticeChange] {
    guard let former = report.former, let table = changes else { return [] }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in table.rows {
      guard case .text(let code) = row[0] else { continue }
      if counts[code] == nil { order.append(code) }
      counts[code, default: 0] += 1
    }
    let now = Dictionary(
      report.snapshot.entries.map { ($0.code.text, $0) }, uniquingKeysWith: { one, _ in one })
    let was = Dictionary(
      former.plan.entries.map { ($0.code.text, $0) }, uniquingKeysWith: { one, _ in one })
    return order.map { code in
      let (old, new) = (was[code], now[code])
      return PracticeChange(
        code: code, name: (new ?? old)?.name ?? "",
        cells: [
          old?.goLive?.words ?? "not in the plan", new?.goLive?.words ?? "not in the plan",
          moved(from: old?.goLive, to: new?.goLive), "\(counts[code] ?? 0)",
          new.map(\.reason) ?? "No longer in the region.",
        ])
    }
  }

  /// How far a day moved, in words; empty where one of them is missing.
  private func moved(from was: Day?, to now: Day?) -> String {
    guard let was, let now else { return "" }
    let days = workingDays(from: was, to: now)
    if days == 0 { return "the same day" }
    return "\(counted(abs(days), "working day")) \(days > 0 ? "later" : "earlier")"
  }
}

extension CSVCell {
  /// What the cell holds, for people.
  var words: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): Figures.words(number)
    case .integer(let number): Figures.words(number)
    case .day(let day): day.words
    }
  }
}
