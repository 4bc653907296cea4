import Days
public import Migrations

/// A base run and a changed run side by side.
public struct WhatIf: Sendable {
  /// One of the two runs.
  public struct Run: Sendable {
    /// The region that was planned.
    public var region: Region
    /// What came of it.
    public var outcome: Outcome

    /// A run.
    public init(region: Region, outcome: Outcome) {
      self.region = region
      self.outcome = outcome
    }

    /// The plan; nil if there is none.
    public var plan: Plan? {
      guard case .planned(let plan) = outcome else { return nil }
      return plan
    }

    /// Its figures.
    public var figures: RunFigures { RunFigures(of: outcome, in: region) }
  }

  /// The run as the region is.
  public let base: Run
  /// The run with the changes.
  public let changed: Run

  /// A base run and a changed run.
  public init(base: Run, changed: Run) {
    self.base = base
    self.changed = changed
  }

  /// What moved and why; nil if one of the two has no plan.
  public var comparison: PlanComparison? {
    guard let before = base.plan, let after = changed.plan else { return nil }
    return PlanComparison(
      old: PlanSnapshot(of: alike(before, in: base.region), in: base.region),
      new: PlanSnapshot(of: alike(after, in: changed.region), in: changed.region))
  }

  /// The figures of the base run, as they compare with those of the other.
  public var baseFigures: RunFigures { figures(base) }

  /// The figures of the changed run, as they compare with those of the base.
  public var changedFigures: RunFigures { figures(changed) }

  /// A plan with the costs by which both runs compare: those of the base run's earliest go-lives.
  private func alike(_ plan: Plan, in region: Region) -> Plan {
    plan.counted(from: zeros, in: region)
  }

  /// The base run's earliest go-lives, by practice.
  private var zeros: [PracticeCode: Day] {
    (base.plan?.practices ?? []).reduce(into: [:]) { zeros, planned in
      zeros[base.region.practices[planned.practice].code] = planned.earliestGoLive
    }
  }

  /// A bound holds for the costs that it was proven for: where those differ from the ones compared
  /// here, there is none.
  private func figures(_ run: Run) -> RunFigures {
    var figures = run.figures
    guard let plan = run.plan else { return figures }
    let cost = alike(plan, in: run.region).cost.total
    figures.cost = cost
    if run.region.baseline.map({ !$0.goLives.isEmpty }) ?? false
      || abs(cost - plan.cost.total) > 1e-6 || !hasSameZeros
    {
      figures.bound = nil
      figures.gap = nil
    }
    return figures
  }

  /// Whether every practice of both runs has the same earliest go-live in both.
  private var hasSameZeros: Bool {
    guard base.plan != nil, let after = changed.plan else { return true }
    let zeros = zeros
    return after.practices.allSatisfy { planned in
      zeros[changed.region.practices[planned.practice].code].map { $0 == planned.earliestGoLive }
        ?? true
    }
  }

  /// The figures side by side: a name, both values, and what the difference means.
  public var rows: [(name: String, base: String, changed: String, note: String)] {
    let (one, two) = (baseFigures, changedFigures)
    func day(_ day: Day?) -> String { day?.shortWords ?? "none" }
    func points(_ points: Double?) -> String { points.map(plain) ?? "none" }
    func percent(_ share: Double?) -> String { share.map { plain($0 * 100) + "%" } ?? "none" }
    var rows: [(name: String, base: String, changed: String, note: String)] = [
      ("ended", one.ending.words, two.ending.words, ""),
      ("scheduled", "\(one.scheduled)", "\(two.scheduled)", ""),
      ("left out", "\(one.unscheduled)", "\(two.unscheduled)", ""),
      (
        "first go-live", day(one.firstGoLive), day(two.firstGoLive),
        note(one.firstGoLive, two.firstGoLive)
      ),
      (
        "last go-live", day(one.lastGoLive), day(two.lastGoLive),
        note(one.lastGoLive, two.lastGoLive)
      ),
      ("on preferred date", "\(one.preferred)", "\(two.preferred)", ""),
      ("after their deadline", "\(one.late)", "\(two.late)", ""),
      ("cost, points", points(one.cost), points(two.cost), costNote(one, two)),
    ]
    if one.bound != nil || two.bound != nil {
      rows += [
        ("bound, points", points(one.bound), points(two.bound), ""),
        ("gap", percent(one.gap), percent(two.gap), ""),
      ]
    }
    return rows
  }

  private func note(_ was: Day?, _ now: Day?) -> String {
    guard let was, let now, was != now else { return "" }
    let days = now - was
    let words = abs(days) % 7 == 0 ? counted(abs(days) / 7, "week") : counted(abs(days), "day")
    return "\(words) \(days > 0 ? "later" : "earlier")"
  }

  /// A difference of costs is proven as far as it is beyond both gaps, where both are known.
  private func costNote(_ one: RunFigures, _ two: RunFigures) -> String {
    guard let before = one.cost, let after = two.cost, abs(after - before) >= 0.005 else {
      return ""
    }
    let difference = "\(inPoints(abs(after - before))) \(after < before ? "less" : "more")"
    guard let least = one.bound, let leastAfter = two.bound else { return difference }
    if after < least { return "\(difference), cheaper, proven" }
    if leastAfter > before { return "\(difference), dearer, proven" }
    return "\(difference), but within the gaps"
  }

  /// The peaks of resources whose use or capacity differ; none where one of the two has no plan.
  public var peaks: [(name: String, base: String, changed: String, note: String)] {
    guard base.plan != nil, changed.plan != nil else { return [] }
    func peaks(_ run: Run) -> [ResourceID: ResourcePeak] {
      let all = run.plan.map { ResourcePeak.all(of: $0, in: run.region) } ?? []
      return Dictionary(all.map { ($0.resource, $0) }, uniquingKeysWith: { one, _ in one })
    }
    let (one, two) = (peaks(base), peaks(changed))
    func words(_ peak: ResourcePeak?) -> String {
      peak.map { "\(plain($0.used)) of \(plain($0.capacity)), \($0.fullPeriods) full" } ?? "unused"
    }
    return changed.region.resources.filter { resource in
      let id = resource.id
      return one[id]?.used != two[id]?.used || one[id]?.capacity != two[id]?.capacity
    }.map { ($0.name, words(one[$0.id]), words(two[$0.id]), "") }
  }

  /// The table as lines, columns aligned.
  ///
  /// - Parameter shortened: the names of resources as short as the reader's screen needs them.
  public func lines(shortened: ([String]) -> [String] = { $0 }) -> [String] {
    let peaks = peaks
    var all: [(String, String, String, String)] = [("", "base", "this run", "")]
    for row in rows { all.append((row.name, row.base, row.changed, row.note)) }
    if !peaks.isEmpty { all.append(("most used at once, of", "", "", "")) }
    for (name, row) in zip(shortened(peaks.map(\.name)), peaks) {
      all.append(("  " + name, row.base, row.changed, row.note))
    }
    func width(_ column: ((String, String, String, String)) -> String) -> Int {
      all.map { column($0).count }.max() ?? 0
    }
    let widths = (width { $0.0 }, width { $0.1 }, width { $0.2 })
    return all.map { row in
      var line = "  " + padded(row.0, widths.0) + "  " + padded(row.1, widths.1)
      line += "  " + padded(row.2, widths.2) + "  " + row.3
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
