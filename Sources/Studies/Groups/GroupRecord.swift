import Days
import Migrations

/// The study of groups for programs; encodes to an object with fixed keys.
public struct GroupRecord: Encodable, Sendable {
  private let networks: [Network]
  private let links: [Pair]
  private let pilots: [Pilot]

  private struct Network: Encodable, Sendable {
    let code: String
    let name: String?
    let split: Bool
    let days: Int
    let tranches: [String: [String]]
    let leftOut: [String]

    private enum CodingKeys: String, CodingKey {
      case code, name, split, days, tranches
      case leftOut = "left_out"
    }
  }

  private struct Pair: Encodable, Sendable {
    let rule: String
    let lag: String?
    let first: String
    let second: String
    let firstGoLive: String?
    let secondGoLive: String?
    let days: Int?

    private enum CodingKeys: String, CodingKey {
      case rule, lag, first, second, days
      case firstGoLive = "first_go_live"
      case secondGoLive = "second_go_live"
    }
  }

  private struct Pilot: Encodable, Sendable {
    let code: String
    let goLive: String?
    let next: String?
    let nextGoLive: String?
    let gap: String
    let distance: Int?

    private enum CodingKeys: String, CodingKey {
      case next, gap, distance
      case code = "ods_code"
      case goLive = "go_live"
      case nextGoLive = "next_go_live"
    }
  }

  /// The record of a study.
  public init(_ study: GroupStudy) {
    networks = study.networks.map { network in
      Network(
        code: network.code, name: network.name, split: network.isSplit, days: network.days,
        tranches: Dictionary(
          network.tranches.map { ($0.name, $0.goLives.map(\.code.text)) },
          uniquingKeysWith: { $0 + $1 }), leftOut: network.leftOut.map(\.text))
    }
    links = study.pairs.map { pair in
      let (rule, lag): (String, Length?) =
        switch pair.link.rule {
        case .together: ("together", nil)
        case .before(let lag): ("before", lag)
        case .apart(let lag): ("apart", lag)
        }
      return Pair(
        rule: rule, lag: lag?.description, first: pair.first.text, second: pair.second.text,
        firstGoLive: pair.firstDay?.iso, secondGoLive: pair.secondDay?.iso,
        days: pair.firstDay.flatMap { first in pair.secondDay.map { abs($0 - first) } })
    }
    pilots = study.pilots.map { pilot in
      Pilot(
        code: pilot.code.text, goLive: pilot.day?.iso, next: pilot.next?.code.text,
        nextGoLive: pilot.next?.day.iso, gap: pilot.gap.description, distance: pilot.distance)
    }
  }
}
