public import Days
public import Migrations
public import Planning

/// What has to be bought for a date, for programs.
public struct PurchaseRecord: Encodable {
  let by: String
  let ended: String
  let extra: Double?
  let bound: Double?
  let gap: Double?
  let cost: Double?
  let lastGoLive: String?
  let purchases: [Item]
  let settings: [String]
  let tooEarly: [String]

  struct Item: Encodable {
    let resource: String
    let from: String
    let to: String
    let units: Int
    let cost: Double
  }

  /// The record of what came of one date.
  public init(_ outcome: PurchaseOutcome, by date: Day, region: Region) {
    by = date.iso
    var bought: PurchasedPlan?
    switch outcome {
    case .bought(let plan):
      bought = plan
      ended = plan.gap < 1e-9 ? "optimal" : "bought"
      tooEarly = []
    case .tooEarly(let practices):
      ended = "too-early"
      tooEarly = practices.map { region.practices[$0].code.text }
    case .notFound:
      ended = "not-found"
      tooEarly = []
    }
    extra = bought.map { hundredths($0.extra) }
    bound = bought.map { lowered($0.bound) }
    gap = bought.map(\.gap)
    cost = bought.map { hundredths($0.plan.cost.withoutMoves) }
    lastGoLive = bought.flatMap { RunFigures(of: $0.plan, in: region).lastGoLive?.iso }
    purchases =
      bought?.purchases.map {
        Item(
          resource: $0.resource.text, from: $0.periods.lowerBound.iso,
          to: $0.periods.upperBound.iso, units: $0.units, cost: hundredths($0.cost))
      } ?? []
    settings = bought.map { PurchaseText(region: region).settings($0.purchases) } ?? []
  }

  private enum CodingKeys: String, CodingKey {
    case by, ended, extra, bound, gap, cost, purchases, settings
    case lastGoLive = "last_go_live"
    case tooEarly = "too_early"
  }
}

/// The use of every resource and period, for programs.
public struct CapacityUseRecord: Encodable {
  let resource: String
  let period: String
  let capacity: Double
  let used: Double
  let spare: Double
  let price: Double

  /// The records of a plan's uses.
  public static func all(of plan: Plan) -> [CapacityUseRecord] {
    plan.uses.map { use in
      CapacityUseRecord(
        resource: use.resource.text, period: use.period.iso, capacity: use.capacity,
        used: use.used, spare: max(0, use.capacity - use.used),
        price: Double(use.price) / 1_000)
    }
  }
}

/// What losing capacity does, for programs.
public struct ShockRecord: Encodable {
  let ended: String
  let cost: Double?
  let bound: Double?
  let before: Double
  let unscheduled: Int
  let lastGoLive: String?
  let resources: [String]
  let moves: [Move]

  struct Move: Encodable {
    let practice: String
    let was: String?
    let now: String?
  }

  /// The record of an effect.
  public init(_ effect: ShockEffect) {
    let figures = RunFigures(of: effect.outcome, in: effect.region)
    ended = figures.ending.rawValue
    cost = figures.cost.map(hundredths)
    bound = figures.bound.map(lowered)
    before = hundredths(effect.base.cost.total)
    unscheduled = figures.unscheduled
    lastGoLive = figures.lastGoLive?.iso
    resources = effect.steps.map(\.resource.text)
    moves = effect.moves.map {
      Move(
        practice: effect.region.practices[$0.practice].code.text, was: $0.was?.iso,
        now: $0.now?.iso)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case ended, cost, bound, before, unscheduled, resources, moves
    case lastGoLive = "last_go_live"
  }
}
