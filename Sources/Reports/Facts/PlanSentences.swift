import Days
import Migrations

/// The plan in sentences that a board can read, most important first.
public struct PlanSentences: Sendable {
  let report: PlanReport
  let goLives: [(practice: Practice, planned: PlannedPractice, day: Day)]

  /// The sentences of a report.
  public init(of report: PlanReport) {
    self.report = report
    let goLive = report.region.pathway.goLive
    goLives = report.plan.practices.filter { !$0.schedule.isEmpty }.map {
      (report.region.practices[$0.practice], $0, $0.schedule[goLive].start)
    }
  }

  /// Every sentence, in order.
  public var all: [String] {
    [
      scheduled, firstAndLast, byTranche, quality, preferred, deadlines, protected, longest,
    ].compactMap(\.self) + reserves + leftOut + notPlanned + tightest
  }

  /// How many of how many practices have dates.
  public var scheduled: String {
    let count = report.plan.practices.count
    if count == 0 { return "There is no practice to schedule." }
    let placed = goLives.count
    let noun = count.form("practice", "practices")
    if placed == count {
      return count == 1
        ? "The only practice is scheduled." : "All \(Figures.words(count)) \(noun) are scheduled."
    }
    let out = count - placed
    return
      "\(Figures.words(placed)) of \(Figures.words(count)) \(noun) "
      + "\(placed.form("is", "are")) scheduled; \(Figures.words(out)) "
      + "\(out.form("is", "are")) left out."
  }

  /// The practices whose status says that they are not planned, each with it; empty if none.
  public var notPlanned: [String] {
    report.region.setAside.map { entry in
      "\(entry.practice.name) (\(entry.practice.code)) is not planned: \(entry.reason)."
    }
  }

  /// The first and the last go-live; nil if there is none.
  public var firstAndLast: String? {
    guard let first = goLives.map(\.day).min(), let last = goLives.map(\.day).max() else {
      return nil
    }
    return first == last
      ? "The go-live is on \(first.longWords)."
      : "The first go-live is on \(first.longWords) and the last on \(last.longWords)."
  }

  /// How many go live in each tranche; nil if there is none.
  public var byTranche: String? {
    let tranches = Tranches(of: report.region)
    let counts = tranches.windows.compactMap { window -> String? in
      let days = goLives.map(\.day).filter(window.contains).sorted()
      guard let first = days.first, let last = days.last else { return nil }
      let name = tranches.name(of: first)
      return "\(Figures.words(days.count)) in \(name) (\((first...last).words))"
    }
    return counts.isEmpty ? nil : "Go-lives by tranche: \(counts.joined(separator: ", "))."
  }

  /// How many go live on their preferred date; nil if nobody gave one.
  public var preferred: String? {
    let days = goLives.compactMap { entry in
      entry.practice.daysAfterPreferred(entry.day).map { abs($0) }
    }
    return tally(
      days, asked: "with a preferred date", one: "goes live on it", many: "go live on it",
      not: "does not go live on it", furthest: "furthest is", away: "away")
  }

  /// How many are live by the date they must be; nil if nobody gave one.
  public var deadlines: String? {
    let days = goLives.compactMap { entry in
      entry.practice.mustBeLiveBy.map { max(0, entry.day - $0) }
    }
    return tally(
      days, asked: "with a date to be live by", one: "meets it", many: "meet it",
      not: "does not meet it", furthest: "latest is", away: "after it")
  }

  /// A sentence on how many distances are 0 and how far the furthest is.
  private func tally(
    _ days: [Int], asked: String, one: String, many: String, not: String, furthest: String,
    away: String
  ) -> String? {
    guard let most = days.max() else { return nil }
    let met = days.count { $0 == 0 }
    let total = Figures.words(days.count)
    let opening =
      switch (met, days.count) {
      case (1, 1): "The only practice \(asked) \(one)"
      case (0, 1): "The only practice \(asked) \(not)"
      case (days.count, _): "All \(total) practices \(asked) \(many)"
      case (0, _): "None of the \(total) practices \(asked) \(one)"
      case (1, _): "1 of the \(total) practices \(asked) \(one)"
      default: "\(Figures.words(met)) of the \(total) practices \(asked) \(many)"
      }
    return most == 0
      ? "\(opening)." : "\(opening); the \(furthest) \(Length.days(most).words) \(away)."
  }
}
