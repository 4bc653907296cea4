import Days
import Migrations

/// What plan.json says of the plan that a replan started from.
extension PlanFile {
  struct Replan: Decodable {
    var asOf: String
    var freeze: String
    var mostMoves: Int?
    var baseline: String?
    var practices: [ReplannedPractice]

    enum CodingKeys: String, CodingKey {
      case freeze, practices, baseline
      case asOf = "as_of"
      case mostMoves = "max_moves"
    }
  }

  struct ReplannedPractice: Decodable {
    var code: String
    var goLive: String?
    var isFrozen: Bool
    var isKept: Bool?
    var isOverdue: Bool
    var noticedExtract: String?
    var facts: [Fact]

    enum CodingKeys: String, CodingKey {
      case facts
      case code = "ods_code"
      case goLive = "go_live"
      case isFrozen = "frozen"
      case isKept = "kept"
      case isOverdue = "overdue"
      case noticedExtract = "noticed_extract"
    }
  }

  struct Fact: Decodable {
    var stage: String
    var start: String
    var finish: String?
  }
}

extension PlanRebuilding {
  /// The baseline of a replan; parts that do not fit the region are left out.
  func baseline(_ record: PlanFile.Replan) -> Baseline {
    let freeze = Length(record.freeze)
    if freeze == nil { refuse("replan.freeze cannot be \"\(record.freeze.prefix(40))\"") }
    var baseline = Baseline(
      asOf: day(record.asOf) ?? region.horizon.lowerBound, freeze: freeze ?? .days(0),
      mostMoves: record.mostMoves)
    baseline.origin = record.baseline
    for practice in record.practices {
      let code = PracticeCode(practice.code.uppercased())
      baseline.goLives[code] = practice.goLive.flatMap { day($0) }
      if practice.isFrozen { baseline.frozen.insert(code) }
      if practice.isKept ?? false { baseline.kept.insert(code) }
      if practice.isOverdue { baseline.overdue.insert(code) }
      baseline.notices[code] = practice.noticedExtract.flatMap { day($0) }
      for fact in practice.facts {
        guard let stage = region.pathway.index(of: fact.stage), let start = day(fact.start) else {
          continue
        }
        baseline.facts[code, default: [:]][stage] = Practice.Actual(
          start: start, finish: fact.finish.flatMap { day($0) })
      }
    }
    return baseline
  }
}
