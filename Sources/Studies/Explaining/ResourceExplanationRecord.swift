import Days
public import Migrations
public import Planning

/// An explanation of a resource for programs.
public struct ResourceExplanationRecord: Encodable {
  let resource: String
  let capacity: Double
  let per: String
  let used: Int
  let full: [Full]
  let prices: [Price]

  struct Full: Encodable {
    let slot: SlotRecord
    let price: Double
    let waiting: [String]
  }

  struct Price: Encodable {
    let period: String?
    let more: Side
    let fewer: Side?
  }

  struct Side: Encodable {
    let ended: String
    let cost: Double?
    let atLeast: Double?
    let atMost: Double?

    private enum CodingKeys: String, CodingKey {
      case ended, cost
      case atLeast = "at_least"
      case atMost = "at_most"
    }
  }

  /// The record of an explanation under a plan.
  public init(_ explanation: ResourceExplanation, plan: Plan, region: Region) {
    resource = explanation.resource.id.text
    capacity = explanation.resource.capacity
    per = explanation.resource.period.rawValue
    used = explanation.usedCount
    full = explanation.full.map { full in
      Full(
        slot: SlotRecord(full.slot, in: region), price: hundredths(full.price),
        waiting: full.waiting.map { region.practices[$0.practice].code.text })
    }
    func side(_ side: SlotPrice.Side, _ range: (Plan) -> ClosedRange<Double>) -> Side {
      let figures = RunFigures(of: side.outcome, in: region)
      guard case .planned(let found) = side.outcome else {
        return Side(ended: figures.ending.rawValue, cost: nil, atLeast: nil, atMost: nil)
      }
      let worth = range(found)
      return Side(
        ended: figures.ending.rawValue, cost: hundredths(found.cost.total),
        atLeast: lowered(worth.lowerBound), atMost: hundredths(worth.upperBound))
    }
    prices = explanation.prices.map { price in
      Price(
        period: price.period?.iso,
        more: side(price.more) { SlotWorth.gain(from: plan, to: $0) },
        fewer: price.fewer.map { side($0) { SlotWorth.loss(from: plan, to: $0) } })
    }
  }
}
