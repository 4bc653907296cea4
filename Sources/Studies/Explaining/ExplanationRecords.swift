import Days
public import Migrations
public import Planning

/// An explanation of a practice for programs.
public struct PracticeExplanationRecord: Encodable {
  let practice: String
  let goLive: String?
  let cost: Double
  let reason: String
  let bindings: [Binding]
  let trials: [Trial]
  let weeks: [Week]

  struct Binding: Encodable {
    let stage: String
    let start: String
    let earliest: String
    let slack: Int
    let causes: [Cause]
  }

  struct Cause: Encodable {
    let kind: String
    let words: String
    let rule: String?
    let slots: [SlotRecord]?
  }

  struct Trial: Encodable {
    let week: String
    let ended: String
    let cost: Double?
    let bound: Double?
    let more: Double?
    let moreAtLeast: Double?
    let moves: [MoveRecord]

    private enum CodingKeys: String, CodingKey {
      case week, ended, cost, bound, more, moves
      case moreAtLeast = "more_at_least"
    }
  }

  struct Week: Encodable {
    let week: String
    let moreAtLeast: Double

    private enum CodingKeys: String, CodingKey {
      case week
      case moreAtLeast = "more_at_least"
    }
  }

  /// The record of an explanation of a plan.
  public init(_ explanation: PracticeExplanation, plan: Plan, region: Region) {
    let words = ExplanationWords(region: region)
    practice = region.practices[explanation.practice].code.text
    goLive =
      explanation.planned.schedule.isEmpty
      ? nil : explanation.planned.schedule[region.pathway.goLive].start.iso
    cost = hundredths(explanation.planned.cost.withoutMoves)
    reason = explanation.planned.reason
    bindings = explanation.bindings.map { binding in
      Binding(
        stage: region.pathway.stages[binding.stage].code, start: binding.start.iso,
        earliest: binding.earliest.iso, slack: binding.slack,
        causes: binding.causes.map { Self.cause($0, words) })
    }
    trials = explanation.trials.map { trial in
      let least = explanation.bound(ofWeek: trial.week) ?? 0
      let before = plan.cost.withoutMoves
      return Trial(
        week: trial.week.iso, ended: RunFigures(of: trial.outcome, in: region).ending.rawValue,
        cost: trial.plan.map { hundredths($0.cost.withoutMoves) },
        bound: trial.plan.map { _ in lowered(least) },
        more: trial.plan.map { hundredths($0.cost.withoutMoves - before) },
        moreAtLeast: trial.plan.map { _ in lowered(max(0, least - before)) },
        moves: trial.moves.map { MoveRecord($0, in: region) })
    }
    weeks = explanation.weeks.map {
      Week(week: $0.week.iso, moreAtLeast: lowered(max(0, $0.bound - plan.cost.withoutMoves)))
    }
  }

  private static func cause(_ cause: DateBinding.Cause, _ words: ExplanationWords) -> Cause {
    let text = words.cause(cause)
    return switch cause {
    case .agreed: Cause(kind: "agreed", words: text, rule: "pin", slots: nil)
    case .recorded: Cause(kind: "recorded", words: text, rule: "pin", slots: nil)
    case .dearer: Cause(kind: "dearer", words: text, rule: nil, slots: nil)
    case .full(let slots):
      Cause(
        kind: "full", words: text, rule: "capacity",
        slots: slots.map { SlotRecord($0, in: words.region) })
    case .linked: Cause(kind: "linked", words: text, rule: "link", slots: nil)
    case .rule(let rule, _): Cause(kind: "rule", words: text, rule: rule.rawValue, slots: nil)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case practice, cost, reason, bindings, trials, weeks
    case goLive = "go_live"
  }
}

/// A full slot for programs.
struct SlotRecord: Encodable {
  let resource: String
  let period: String
  let capacity: Double
  let used: Double
  let holders: [String]

  init(_ slot: FullSlot, in region: Region) {
    resource = slot.resource.text
    period = slot.period.iso
    capacity = slot.capacity
    used = slot.used
    holders = slot.holders.map { region.practices[$0].code.text }
  }
}

/// A go-live that differs, for programs.
struct MoveRecord: Encodable {
  let practice: String
  let was: String?
  let now: String?

  init(_ move: GoLiveMove, in region: Region) {
    practice = region.practices[move.practice].code.text
    was = move.was?.iso
    now = move.now?.iso
  }
}

/// Points to two decimals, never above the value: for what is proven at least.
func lowered(_ value: Double) -> Double { (value * 100 + 1e-6).rounded(.down) / 100 }
