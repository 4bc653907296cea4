public import Days
import Migrations

/// A plan's risk for people.
public struct RiskText: Sendable {
  private let study: RiskStudy
  private let profile: RiskProfile
  private let factors: RiskFactors
  private let by: Day?
  private let isFull: Bool
  private let isASCII: Bool

  /// The text of a study.
  ///
  /// - Parameters:
  ///   - by: a day for which to say how sure it is that everybody is live; nil for none.
  ///   - isFull: whether every practice is listed rather than the ten least sure ones.
  ///   - isASCII: whether bars must do with ASCII.
  public init(
    _ study: RiskStudy, profile: RiskProfile, factors: RiskFactors, by: Day? = nil,
    isFull: Bool = false, isASCII: Bool = false
  ) {
    self.study = study
    self.profile = profile
    self.factors = factors
    self.by = by
    self.isFull = isFull
    self.isASCII = isASCII
  }

  /// The text, each line ended.
  public var text: String {
    guard !profile.practices.isEmpty else { return "The plan dates nobody, so nothing can slip.\n" }
    let parts = [summary, histogram, drivers, factors.isComplete ? reserves : [], practices]
      .filter { !$0.isEmpty }
    return parts.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private var region: Region { study.region }

  private var summary: [String] {
    var lines = [
      "\(region.name): \(counted(profile.replays, "replay")) of the plan, seed "
        + "\(study.options.seed)."
    ]
    if profile.replays < study.options.replays {
      lines.append(
        "The time ran out: \(profile.replays) of the \(counted(study.options.replays, "replay")) "
          + "that were asked for are done.")
    }
    lines += [
      "The last go-live, planned for \(profile.plannedFinish?.words ?? "no day"), has happened by "
        + "\(words(profile.finish.half)) in half of the replays (P50), by "
        + "\(words(profile.finish.fourFifths)) in 80% of them (P80), by "
        + "\(words(profile.finish.most)) in 95% (P95).",
      "\(tenths(profile.inTime)) of \(counted(profile.practices.count, "practice")) are live by "
        + "their date on average, all of them in \(percent(profile.chanceOfAll)); a go-live is "
        + "\(tenths(profile.delay)) days late on average.",
    ]
    if let by {
      let live = profile.live(by: by)
      lines.append(
        "Everybody is live by \(by.words) in \(percent(live.all)) of the replays; "
          + "\(tenths(live.practices)) practices are on average.")
    }
    if profile.chanceOfNoDates > 0 {
      lines.append(
        "In \(percent(profile.chanceOfNoDates)) of the replays somebody finds no legal dates "
          + "before the region's last day.")
    }
    return lines
  }

  private func words(_ day: Day?) -> String { day?.shortWords ?? "no day before the horizon ends" }

  private var histogram: [String] {
    let bins = RiskHistogram(of: profile.finishes)
    let most = bins.bins.map(\.count).max() ?? 1
    let full = isASCII ? "#" : "█"
    let width = bins.bins.map(\.name.count).max() ?? 0
    return ["Last go-live, by \(bins.unit):"]
      + bins.bins.map { bin in
        let share = Double(bin.count) / Double(max(1, profile.replays))
        let bar = bin.count == 0 ? 0 : max(1, (bin.count * 40 + most / 2) / most)
        return "  \(padded(bin.name, width))  " + padded(percent(share), 6)
          + String(repeating: full, count: bar)
      }.map { $0.trimmingEnd }
  }

  private func name(_ subject: RiskFactors.Subject) -> String {
    switch subject {
    case .stage(let stage):
      "\(region.pathway.stages[stage].name) (\(region.pathway.stages[stage].code))"
    case .room: "Waiting for a slot"
    }
  }

  private func table(_ factors: [RiskFactors.Factor], _ heading: String) -> [String] {
    let width = (factors.map { name($0.subject).count } + [heading.count]).max() ?? 0
    return ["  \(padded(heading, width))  in time  days late"]
      + factors.map {
        "  \(padded(name($0.subject), width))  \(padded(tenths($0.figures.inTime), 7))  "
          + tenths($0.figures.delay)
      }
  }

  private var drivers: [String] {
    guard factors.isComplete else {
      return ["The time ran out before it was found what drives it and where a reserve pays."]
    }
    return [
      "What drives it, from \(counted(factors.replays, "replay")) with one thing as planned and "
        + "the same luck in all others (now "
        + "\(tenths(factors.base.inTime)) in time, \(tenths(factors.base.delay)) days late):"
    ] + table(factors.drivers, "if this went as planned")
  }

  private var reserves: [String] {
    guard let best = factors.reserves.first, case .stage(let stage) = best.subject else {
      return ["No stage may wait for a week, so there is nowhere to keep one in reserve."]
    }
    let id = region.pathway.stages[stage].id
    let gains = best.gains.enumerated().filter { $0.element > 0 }.sorted {
      ($1.element, $0.offset) < ($0.element, $1.offset)
    }.prefix(5).map { place, gain in
      let code = region.practices[profile.practices[place].practice].code
      return "\(code) +\(percent(gain))"
    }
    var lines = ["Where a week of reserve pays, had everybody been ready a week sooner:"]
    lines += table(factors.reserves, "before")
    if !gains.isEmpty { lines.append("  surest gains there: \(gains.joined(separator: ", "))") }
    lines.append("  Keep it: tranche plan --reserve \(id)=1w, then replay that plan.")
    return lines
  }

  private var practices: [String] {
    let chosen: [RiskProfile.Entry]
    if isFull {
      chosen = profile.practices
    } else {
      chosen = Array(
        profile.practices.enumerated().sorted {
          ($0.element.chance, $0.offset) < ($1.element.chance, $1.offset)
        }.prefix(10).map(\.element))
    }
    let labels = chosen.map {
      "\(region.practices[$0.practice].code) \(region.practices[$0.practice].name)"
    }
    let width = labels.map(\.count).max() ?? 0
    let title =
      isFull || chosen.count == profile.practices.count
      ? "Practices by planned go-live:"
      : "The \(chosen.count) practices least sure of their date (--full for all):"
    let deadlines = chosen.map { region.practices[$0.practice].mustBeLiveBy?.shortWords ?? "" }
    // Who has to be live by no day is wanted on the planned one, which stands there already.
    let isAsked = deadlines.contains { !$0.isEmpty }
    let asked = isAsked ? "live by      " : ""
    return [title, "  \(padded("", width))  planned      \(asked)chance  half (P50)   80% (P80)"]
      + zip(labels, zip(chosen, deadlines)).map { label, row in
        let (entry, deadline) = row
        return "  \(padded(label, width))  \(padded(entry.planned.shortWords, 11))  "
          + (isAsked ? padded(deadline, 13) : "") + "\(padded(percent(entry.chance), 6))  "
          + "\(padded(entry.quantiles.half?.shortWords ?? "-", 11))  "
          + "\(entry.quantiles.fourFifths?.shortWords ?? "-")"
      }
  }
}
