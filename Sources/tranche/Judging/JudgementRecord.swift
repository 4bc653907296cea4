import TrancheKit

/// By what a plan was judged, for programs.
struct JudgementRecord: Encodable {
  /// The sentence that people read first.
  let sentence: String
  /// `dates`, `plan` or `replan`.
  let kind: String
  /// The revision that it started from; nil unless that is an accepted one.
  let revision: Int?
  let asOf: String?
  let facts: Int
  let frozen: Int
  let reserves: Int
  /// Whether the plan it started from is accepted, or was named.
  let isConfirmed: Bool
  /// What it was asked for beside the region's files, in words; empty for nothing.
  let asked: String
  /// What it breaks of the region's own rules that it was asked to leave aside, as a sentence; nil
  /// where it was asked for nothing.
  let askedNotice: String?
  /// What rests on the word of plan.json; nil where everything is confirmed.
  let notice: String?

  init(_ judgement: Judgement, _ dates: [Int: Schedule], cost: Cost) {
    asked = judgement.asked
    askedNotice = judgement.askedNotice(dates)
    sentence = judgement.sentence
    asOf = judgement.asOf?.iso
    facts = judgement.factCount
    frozen = judgement.frozenCount
    reserves = judgement.reserveCount
    notice = judgement.notice(of: cost)
    isConfirmed = notice == nil && judgement.doubts.isEmpty
    switch judgement.source {
    case .datesAlone: (kind, revision) = ("dates", nil)
    case .nothing: (kind, revision) = ("plan", nil)
    case .revision(let number): (kind, revision) = ("replan", number)
    case .named, .unknown: (kind, revision) = ("replan", nil)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case sentence, kind, revision, facts, frozen, reserves, asked, notice
    case askedNotice = "asked_notice"
    case asOf = "as_of"
    case isConfirmed = "confirmed"
  }
}

/// What a plan's prices and cases prove of the region without what plan.json brings.
struct PlainProof: Encodable {
  /// What the plan costs there.
  let cost: Double
  /// No plan costs less there.
  let proven: Double
  /// How many rules its dates break there; where they break any, the bound says nothing of them.
  let broken: Int

  init(of plan: Plan, dates: [Int: Schedule], in region: Region) {
    broken = Checker().findings(schedules: dates, region: region).count
    cost = JSONText.points(PlanCost(of: region).cost(of: dates).total)
    proven = BoundProof(of: plan, in: region).best
  }

  /// (cost - bound) / max(cost, 1).
  var gap: Double { max(0, cost - proven) / max(cost, 1) }
  /// The same in percent, never less than it is.
  var gapPercent: Double { (gap * 1e5).rounded(.up) / 1e3 }

  private enum CodingKeys: String, CodingKey {
    case cost, broken
    case proven = "proven_bound"
  }
}
