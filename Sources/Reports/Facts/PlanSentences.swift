internal import Days
internal import Migrations

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
    ].compactMap(\.self) + leftOut + tightest
  }

  /// How many of how many practices have dates.
  public var scheduled: String {
    let count = report.plan.practices.count
    let placed = goLives.count
    let noun = count == 1 ? "practice" : "practices"
    if placed == count {
      return count == 1
        ? "The only practice is scheduled." : "All \(Figures.words(count)) \(noun) are scheduled."
    }
    let out = count - placed
    return
      "\(Figures.words(placed)) of \(Figures.words(count)) \(noun) "
      + "\(placed == 1 ? "is" : "are") scheduled; \(Figures.words(out)) "
      + "\(out == 1 ? "is" : "are") left out."
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
      return first == last
        ? "\(Figures.words(days.count)) in \(name) (\(first.words))"
        : "\(Figures.words(days.count)) in \(name) (\(first.words) to \(last.words))"
    }
    return counts.isEmpty ? nil : "By tranche: \(counts.joined(separator: ", ")) go live."
  }

  /// How far the plan is from the best possible.
  public var quality: String {
    let cost = report.plan.cost.total
    let bound = min(report.plan.bound, cost)
    let points = Figures.words(cost)
    if report.plan.proof == .optimal {
      return "No plan can cost less than this one, which costs \(points) points."
    }
    let least = Figures.words(max(0, bound), rounding: .down)
    let opening = "No plan can cost less than \(least) points; this one costs \(points)"
    let middle =
      bound > 0 ? ", at most \(Figures.percentAtMost((cost - bound) / bound)) more." : "."
    let stopped =
      report.plan.proof == .stopped
      ? " The search was stopped before it could close the distance." : ""
    return opening + middle + stopped
  }

  /// How many go live on their preferred date; nil if nobody gave one.
  public var preferred: String? {
    let asked = goLives.compactMap { entry in
      entry.practice.preferredDate.map { abs(entry.day - $0) }
    }
    guard !asked.isEmpty else { return nil }
    let met = asked.count { $0 == 0 }
    let of = asked.count == 1 ? "1 practice" : "\(Figures.words(asked.count)) practices"
    var text =
      "\(Figures.words(met)) of the \(of) with a preferred date "
      + "\(met == 1 ? "goes" : "go") live on it"
    if let furthest = asked.max(), furthest > 0 {
      text += "; the furthest is \(Length.days(furthest).words) away"
    }
    return text + "."
  }

  /// How many are live by the date they must be; nil if nobody gave one.
  public var deadlines: String? {
    let late = goLives.compactMap { entry in
      entry.practice.mustBeLiveBy.map { max(0, entry.day - $0) }
    }
    guard !late.isEmpty else { return nil }
    let met = late.count { $0 == 0 }
    let of = late.count == 1 ? "1 practice" : "\(Figures.words(late.count)) practices"
    var text =
      "\(Figures.words(met)) of the \(of) with a date to be live by "
      + "\(met == 1 ? "meets" : "meet") it"
    if let latest = late.max(), latest > 0 {
      text += "; the latest is \(Length.days(latest).words) after it"
    }
    return text + "."
  }
}
