public import Days
import Migrations

/// A plan's risk for programs; encodes to an object with fixed keys.
public struct RiskRecord: Encodable, Sendable {
  private let replays: Int
  private let asked: Int
  private let timeRanOut: Bool
  private let seed: UInt64
  private let plannedFinish: String?
  private let finish: Quantiles
  private let chanceOfAll: Double
  private let chanceOfNoDates: Double
  private let inTime: Double
  private let daysLate: Double
  private let by: By?
  private let practices: [Practice]
  private let drivers: [Factor]
  private let reserves: [Factor]
  private let histogram: [Bar]

  private enum CodingKeys: String, CodingKey {
    case replays, seed, finish, by, practices, drivers, reserves, histogram
    case asked = "replays_asked"
    case timeRanOut = "time_ran_out"
    case plannedFinish = "planned_finish"
    case chanceOfAll = "chance_of_all"
    case chanceOfNoDates = "chance_of_no_dates"
    case inTime = "in_time"
    case daysLate = "days_late"
  }

  private struct Quantiles: Encodable, Sendable {
    let p50: String?
    let p80: String?
    let p95: String?

    init(_ quantiles: RiskProfile.Quantiles) {
      p50 = quantiles.half?.iso
      p80 = quantiles.fourFifths?.iso
      p95 = quantiles.most?.iso
    }
  }

  private struct By: Encodable, Sendable {
    let day: String
    let chanceOfAll: Double
    let practices: Double

    private enum CodingKeys: String, CodingKey {
      case day, practices
      case chanceOfAll = "chance_of_all"
    }
  }

  private struct Practice: Encodable, Sendable {
    let code: String
    let planned: String
    let wanted: String
    let chance: Double
    let goLive: Quantiles
    let daysLate: Double

    private enum CodingKeys: String, CodingKey {
      case planned, wanted, chance
      case code = "ods_code"
      case goLive = "go_live"
      case daysLate = "days_late"
    }
  }

  private struct Factor: Encodable, Sendable {
    let stage: String?
    let inTime: Double
    let daysLate: Double
    let gains: [String: Double]

    private enum CodingKeys: String, CodingKey {
      case stage, gains
      case inTime = "in_time"
      case daysLate = "days_late"
    }
  }

  private struct Bar: Encodable, Sendable {
    let name: String
    let count: Int
  }

  /// The record of a study.
  public init(
    _ study: RiskStudy, profile: RiskProfile, factors: RiskFactors, by day: Day? = nil
  ) {
    let region = study.region
    func code(_ entry: RiskProfile.Entry) -> String { region.practices[entry.practice].code.text }
    replays = profile.replays
    asked = study.options.replays
    timeRanOut = profile.replays < study.options.replays || !factors.isComplete
    seed = study.options.seed
    plannedFinish = profile.plannedFinish?.iso
    finish = Quantiles(profile.finish)
    chanceOfAll = rounded(profile.chanceOfAll)
    chanceOfNoDates = rounded(profile.chanceOfNoDates)
    inTime = rounded(profile.inTime)
    daysLate = rounded(profile.delay)
    by = day.map {
      let live = profile.live(by: $0)
      return By(
        day: $0.iso, chanceOfAll: rounded(live.all), practices: rounded(live.practices))
    }
    practices = profile.practices.map {
      Practice(
        code: code($0), planned: $0.planned.iso, wanted: $0.wanted.iso, chance: rounded($0.chance),
        goLive: Quantiles($0.quantiles), daysLate: rounded($0.delay))
    }
    func factor(_ factor: RiskFactors.Factor) -> Factor {
      var stage: String?
      if case .stage(let place) = factor.subject { stage = region.pathway.stages[place].id.text }
      let gains = zip(profile.practices, factor.gains).filter { $1 != 0 }.map {
        (code($0), rounded($1))
      }
      return Factor(
        stage: stage, inTime: rounded(factor.figures.inTime),
        daysLate: rounded(factor.figures.delay),
        gains: Dictionary(gains, uniquingKeysWith: { one, _ in one }))
    }
    drivers = factors.drivers.map(factor)
    reserves = factors.reserves.map(factor)
    histogram = RiskHistogram(of: profile.finishes).bins.map { Bar(name: $0.name, count: $0.count) }
  }
}

/// A figure to four decimals.
private func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
