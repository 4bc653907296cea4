public import Days
public import Migrations
public import Planning

/// What has to be bought for a date, for people.
public struct PurchaseText {
  private let region: Region
  private let words: ExplanationWords

  /// The text of purchases in a region.
  public init(region: Region) {
    self.region = region
    words = ExplanationWords(region: region)
  }

  /// The lines for one date.
  public func lines(of outcome: PurchaseOutcome, by date: Day) -> [String] {
    switch outcome {
    case .tooEarly(let practices):
      return [
        "No capacity can have everybody live by \(date.words): the own rules of "
          + "\(words.codes(practices)) allow nothing so early."
      ]
    case .notFound:
      return ["No plan with everybody live by \(date.words) was found within the limits."]
    case .bought(let bought):
      let last = RunFigures(of: bought.plan, in: region).lastGoLive?.words ?? "none"
      guard !bought.purchases.isEmpty else {
        return [
          "Everybody can be live by \(date.words) with the capacity that there is.",
          "The plan costs \(inPoints(bought.plan.cost.withoutMoves)); its last go-live is on \(last).",
        ]
      }
      var lines = ["The least extra capacity found with which everybody is live by \(date.words):"]
      lines += bought.purchases.map { "  \(line($0))" }
      lines.append("")
      lines.append(proof(of: bought))
      lines.append(
        "The plan with it costs \(inPoints(bought.plan.cost.withoutMoves)) besides; its last go-live "
          + "is on \(last).")
      return lines
    }
  }

  /// How near the purchase is to the least, in one sentence.
  private func proof(of bought: PurchasedPlan) -> String {
    let extra = inPoints(bought.extra)
    if bought.gap < 1e-9 {
      return "It costs \(extra), and nothing cheaper would do: proven."
    }
    return "It costs \(extra); at least \(plain(lowered(bought.bound))) are needed: proven."
  }

  /// One purchase in one line.
  public func line(_ purchase: Purchase) -> String {
    let resource = region.resources.first { $0.id == purchase.resource }
    let unit = resource?.period.rawValue ?? "week"
    let first = purchase.periods.lowerBound
    let when =
      first == purchase.periods.upperBound
      ? (unit == "week" ? "in the week of \(first.words)" : "on \(first.words)")
      : "a \(unit), \(first.words) to \(purchase.periods.upperBound.words)"
    return "\(words.resource(purchase.resource)) (\(purchase.resource)): \(purchase.units) more "
      + "\(when)  (\(inPoints(purchase.cost)))"
  }

  /// The options that give a region at least what is bought, for `verify` and further runs.
  public func settings(_ purchases: [Purchase]) -> [String] {
    var most: [ResourceID: Int] = [:]
    for purchase in purchases {
      most[purchase.resource] = max(most[purchase.resource] ?? 0, purchase.units)
    }
    let settings = region.resources.compactMap { resource -> String? in
      guard let units = most[resource.id] else { return nil }
      let capacity = plain(resource.capacity + Double(units))
      // The networks' cutovers are one number for all of them.
      return resource.origin == "[rules] pcn_cutovers_per_week"
        ? "--set rules.pcn_cutovers_per_week=\(capacity)"
        : "--set resource.\(resource.id).capacity=\(capacity)"
    }
    var seen: Set<String> = []
    return settings.filter { seen.insert($0).inserted }
  }

  /// The table of a frontier.
  public func lines(of frontier: CapacityFrontier) -> [String] {
    var rows = [("live by", "extra", "at least", "gap", "what is bought")]
    for point in frontier.points {
      let date = point.by.shortWords
      switch point.outcome {
      case .tooEarly(let practices):
        rows.append((date, "-", "-", "-", "no capacity helps: \(words.codes(practices, most: 3))"))
      case .notFound: rows.append((date, "-", "-", "-", "no plan found"))
      case .bought(let bought):
        let what = summary(bought.purchases)
        rows.append(
          (
            date, plain(bought.extra), plain(lowered(bought.bound)),
            plain(bought.gap * 100) + "%", what.isEmpty ? "nothing" : what
          ))
      }
    }
    func width(_ column: ((String, String, String, String, String)) -> String) -> Int {
      rows.map { column($0).count }.max() ?? 0
    }
    let widths = (width { $0.0 }, width { $0.1 }, width { $0.2 }, width { $0.3 })
    return rows.map {
      "  " + padded($0.0, widths.0) + "  " + padded($0.1, widths.1) + "  "
        + padded($0.2, widths.2) + "  " + padded($0.3, widths.3) + "  " + $0.4
    }
  }

  /// Purchases in a few words, resource by resource.
  private func summary(_ purchases: [Purchase]) -> String {
    region.resources.compactMap { resource -> String? in
      let own = purchases.filter { $0.resource == resource.id }
      guard !own.isEmpty else { return nil }
      let steady = own.first { $0.periods.lowerBound != $0.periods.upperBound }
      let units = own.reduce(0) { $0 + $1.units }
      return steady.map { "\(resource.name) +\(units) until \($0.periods.upperBound.shortWords)" }
        ?? "\(resource.name) +\(units) in \(counted(own.count, resource.period.rawValue))"
    }.joined(separator: ", ")
  }
}
