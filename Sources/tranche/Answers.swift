import TrancheKit

/// What `plan --json` says.
struct PlanAnswer: Encodable {
  let command = "plan"
  let ok: Bool
  let exit: Int32
  let folder: String
  /// Points, without moves.
  let cost: Double
  /// Points of the term `moved` beside them; absent where nothing moves.
  let moved: Double?
  /// No plan costs less, moves counted.
  let bound: Double
  /// What cases prove beyond prices; absent where there are none.
  let boundByCases: Double?
  let gap: Double
  let proof: String
  let scheduled: Int
  let unscheduled: Int
  let sentences: [String]
  let replan: ReplanAnswer?

  init(
    report: PlanReport, folder: String, costs: (former: Double, now: Double)?, status: ExitStatus
  ) {
    let plan = report.plan
    ok = status == .done
    exit = status.rawValue
    self.folder = folder
    cost = JSONText.points(plan.cost.withoutMoves)
    moved = plan.cost[.moved] > 0 ? JSONText.points(plan.cost[.moved]) : nil
    bound = (plan.bound * 1e6).rounded(.down) / 1e6
    boundByCases = plan.branching.map { ($0.bound * 1e6).rounded(.down) / 1e6 }
    gap = JSONText.points(plan.gap)
    proof = plan.proof.rawValue
    scheduled = plan.scheduledCount
    unscheduled = plan.practices.count - plan.scheduledCount
    sentences = PlanSentences(of: report).all
    replan = report.region.baseline.map { _ in
      ReplanAnswer(plan: plan, region: report.region, costs: costs)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, folder, cost, moved, bound, gap, proof, scheduled, unscheduled,
      sentences
    case replan
    case boundByCases = "bound_by_cases"
  }
}

/// What `--json` says where there is no plan.
struct ExplanationAnswer: Encodable {
  let command: String
  let ok = false
  let exit: Int32
  let summary: String
  let clashes: [Clash]

  struct Clash: Encodable {
    let rule: String
    let practices: [String]
    let resource: String?
    let period: String?
    let message: String
  }

  init(_ explanation: Explanation, _ status: ExitStatus, command: String = "plan") {
    self.command = command
    exit = status.rawValue
    summary = explanation.summary
    clashes = explanation.clashes.map {
      Clash(
        rule: $0.rule.rawValue, practices: $0.practices.map(\.text), resource: $0.resource?.text,
        period: $0.period, message: $0.message)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, summary, clashes
  }
}
