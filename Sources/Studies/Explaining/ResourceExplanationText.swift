import Days
public import Migrations
public import Planning

/// Where a resource is short and what a slot is worth, for people.
public struct ResourceExplanationText {
  private let explanation: ResourceExplanation
  private let plan: Plan
  private let words: ExplanationWords

  /// The explanation of one resource under a plan.
  public init(_ explanation: ResourceExplanation, plan: Plan, region: Region) {
    self.explanation = explanation
    self.plan = plan
    words = ExplanationWords(region: region)
  }

  /// The lines.
  public var lines: [String] {
    let resource = explanation.resource
    let unit = resource.period.rawValue
    var lines = [
      "\(resource.name) (\(resource.id)): \(plain(resource.capacity)) a \(unit), "
        + "used in \(counted(explanation.usedCount, unit)), nothing left in "
        + "\(explanation.full.count)."
    ]
    guard !explanation.full.isEmpty else {
      return lines + ["There is room in every \(unit): nobody waits for it."]
    }
    lines += ["", "Full \(unit)s, who holds them, and who would be better off there:"]
    for full in explanation.full {
      let slot = full.slot
      var line =
        "  \(padded(slot.period.shortWords, 11))  \(plain(slot.used)) of \(plain(slot.capacity))  "
        + words.codes(slot.holders)
      line += full.price > 0 ? "; price \(plain(full.price))" : "; price 0"
      if !full.waiting.isEmpty {
        line += "; waiting: \(words.codes(full.waiting.map(\.practice), most: 3))"
      }
      lines.append(line)
    }
    return lines + prices
  }

  private var prices: [String] {
    guard !explanation.prices.isEmpty else { return [] }
    let resource = explanation.resource
    return ["", "What a slot is worth, by planning everything again:"]
      + explanation.prices.flatMap { price -> [String] in
        let when =
          price.period.map { words.period($0, of: resource.id) }
          ?? "in every \(resource.period.rawValue)"
        var lines = ["  One more \(when) \(worth(price.more))."]
        if let fewer = price.fewer {
          lines.append("  One fewer \(when) \(harm(fewer)).")
        }
        return lines
      }
  }

  private func worth(_ side: SlotPrice.Side) -> String {
    guard case .planned(let found) = side.outcome else { return "was not planned in time" }
    let gain = SlotWorth.gain(from: plan, to: found)
    if gain.upperBound < 0.005 { return "is worth nothing" }
    if gain.upperBound - gain.lowerBound < 0.005 {
      return "is worth \(inPoints(gain.lowerBound))"
    }
    return "is worth \(plain(gain.lowerBound)) to \(plain(gain.upperBound)) points"
  }

  private func harm(_ side: SlotPrice.Side) -> String {
    switch side.outcome {
    case .impossible: return "cannot be: agreed dates would not fit"
    case .outOfTime: return "was not planned in time"
    case .planned(let found):
      let loss = SlotWorth.loss(from: plan, to: found)
      let out = plan.scheduledCount - found.scheduledCount
      let left = out > 0 ? " and leaves \(counted(out, "practice")) out" : ""
      if loss.upperBound < 0.005 { return "costs nothing" }
      if loss.upperBound - loss.lowerBound < 0.005 {
        return "costs \(inPoints(loss.lowerBound))\(left)"
      }
      return "costs \(plain(loss.lowerBound)) to \(plain(loss.upperBound)) points\(left)"
    }
  }
}

/// The range in which the true difference of two best plans lies, by both plans and both bounds.
enum SlotWorth {
  /// What the better-off region saves: never less than 0, since it can keep the old plan.
  static func gain(from base: Plan, to more: Plan) -> ClosedRange<Double> {
    range(base.bound - more.cost.total, base.cost.total - more.bound)
  }

  /// What the worse-off region loses.
  static func loss(from base: Plan, to fewer: Plan) -> ClosedRange<Double> {
    range(fewer.bound - base.cost.total, fewer.cost.total - base.bound)
  }

  private static func range(_ least: Double, _ most: Double) -> ClosedRange<Double> {
    let low = max(0, least)
    return low...max(low, most)
  }
}
