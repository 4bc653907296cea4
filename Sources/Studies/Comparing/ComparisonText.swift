import Days
public import Migrations

/// A comparison for people: one line per change with its cause, then the counts, then the short
/// list of who is touched; nothing is left out without saying so.
public struct ComparisonText: Sendable {
  /// Whether each stage that changed has a line of its own.
  public var isFull: Bool
  /// The only practices to show; nil for all.
  public var only: Set<PracticeCode>?
  /// Whether only ASCII characters are used.
  public var isASCII: Bool
  /// The first line where what was asked for says more than the names of files; nil for those.
  public var heading: String?

  /// A form of text.
  public init(isFull: Bool = false, only: Set<PracticeCode>? = nil, isASCII: Bool = false) {
    self.isFull = isFull
    self.only = only
    self.isASCII = isASCII
  }

  private var arrow: String { isASCII ? "->" : "→" }

  /// The text of a comparison, each line ended.
  public func text(_ comparison: PlanComparison) -> String {
    lines(comparison).map { $0 + "\n" }.joined()
  }

  /// The lines of a comparison.
  public func lines(_ comparison: PlanComparison) -> [String] {
    var lines = [heading ?? title(comparison)]
    let shown = comparison.changes.filter { only?.contains($0.code) ?? true }
    if !shown.isEmpty || comparison.heldCount > 0 { lines.append("") }
    let width = shown.map { "\($0.code) \($0.name)".count }.max() ?? 0
    for change in shown {
      lines.append(line(change, width: min(width, 44)))
      lines += change.worse.map { "    ! \($0)" }
      if isFull { lines += change.stages.map(line) }
    }
    if comparison.heldCount > 0 {
      lines.append(
        "  = \(counted(comparison.heldCount, "practice")) held by pins or records, unchanged")
    }
    let hidden = comparison.changes.count - shown.count
    if hidden > 0 { lines.append("  (\(counted(hidden, "other change")) not asked for)") }
    lines += ["", counts(comparison), costs(comparison)]
    lines += lists(comparison)
    return lines
  }

  private func title(_ comparison: PlanComparison) -> String {
    func words(_ plan: PlanSnapshot) -> String {
      plan.revision.map { "revision \($0)" } ?? (plan.isAccepted ? "accepted plan" : "draft")
    }
    var title =
      "\(comparison.new.regionName): \(words(comparison.old)) \(arrow) \(words(comparison.new))."
    title +=
      comparison.inputs.isEmpty
      ? " The inputs are the same."
      : " Inputs that differ: \(comparison.inputs.joined(separator: ", "))."
    return title
  }

  private func line(_ change: PlanComparison.Change, width: Int) -> String {
    let symbol: String
    let what: String
    func day(_ day: Day?) -> String { day?.shortWords ?? "none" }
    switch change.kind {
    case .moved:
      let days = (change.now ?? Day(number: 0)) - (change.was ?? Day(number: 0))
      symbol = "~"
      what =
        "go-live \(day(change.was)) \(arrow) \(day(change.now)), "
        + "\(days > 0 ? "+" : "-")\(counted(abs(days), "day"))"
    case .leftOut:
      symbol = "!"
      what = "left out, was to go live \(day(change.was))"
    case .placed:
      symbol = "+"
      what = "no longer left out, go-live \(day(change.now))"
    case .added:
      symbol = "+"
      what = change.now.map { "new, go-live \($0.shortWords)" } ?? "new, left out"
    case .removed:
      symbol = "-"
      what = change.was.map { "gone, was to go live \($0.shortWords)" } ?? "gone, was left out"
    case .stages:
      let codes = change.stages.map(\.code).joined(separator: " ")
      symbol = "."
      what = "go-live stays \(day(change.now)), other dates of \(codes)"
    }
    let who = "\(change.code) \(change.name)"
    let fill = String(repeating: " ", count: max(0, width - who.count))
    return "  \(symbol) \(who)\(fill)  \(what)" + (change.cause.isEmpty ? "" : "  \(change.cause)")
  }

  private func line(_ stage: PlanComparison.StageChange) -> String {
    func words(_ dates: StageDates?) -> String {
      guard let dates else { return "none" }
      return dates.start == dates.finish
        ? dates.start.shortWords : "\(dates.start.shortWords) to \(dates.finish.shortWords)"
    }
    return "      \(stage.code)  \(words(stage.was)) \(arrow) \(words(stage.now))"
  }

  private func counts(_ comparison: PlanComparison) -> String {
    let words: [(PlanComparison.Kind, String)] = [
      (.moved, "moved"), (.leftOut, "left out"), (.placed, "placed"), (.added, "added"),
      (.removed, "removed"), (.stages, "with other dates before the same go-live"),
    ]
    var parts = words.compactMap { kind, word in
      comparison.count(kind) == 0 ? nil : "\(comparison.count(kind)) \(word)"
    }
    parts.append("\(comparison.unchangedCount) unchanged")
    return parts.joined(separator: ", ")
  }

  private func costs(_ comparison: PlanComparison) -> String {
    let (old, new) = (comparison.old, comparison.new)
    var text =
      old.hasCosts && new.hasCosts
      ? "Cost \(plain(old.cost.withoutMoves)) \(arrow) \(inPoints(new.cost.withoutMoves))"
      : "Costs are left out, as they could not be counted again"
    let terms = Cost.Term.allCases.compactMap { term -> String? in
      guard term != .moved else { return nil }
      let more = new.cost[term] - old.cost[term]
      guard abs(more) >= 0.005 else { return nil }
      return "\(term.rawValue) \(more > 0 ? "+" : "")\(plain(more))"
    }
    if !terms.isEmpty { text += " (\(terms.joined(separator: ", ")))" }
    let last = (old.entries.compactMap(\.goLive).max(), new.entries.compactMap(\.goLive).max())
    if let before = last.0, let after = last.1, before != after {
      text += "; last go-live \(before.shortWords) \(arrow) \(after.shortWords)"
    }
    return text
  }

  /// Who is touched, a line per kind, last of all.
  private func lists(_ comparison: PlanComparison) -> [String] {
    let words: [(PlanComparison.Kind, String)] = [
      (.moved, "Moved"), (.leftOut, "Left out"), (.placed, "Placed"), (.added, "Added"),
      (.removed, "Removed"), (.stages, "Other dates"),
    ]
    return words.compactMap { kind, word in
      let codes = comparison.changes.filter { $0.kind == kind }.map(\.code.text).sorted()
      return codes.isEmpty ? nil : "\(word): \(codes.joined(separator: " "))"
    }
  }
}
