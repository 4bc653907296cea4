import Migrations

/// How far the plan is from the best possible, in words.
extension PlanSentences {
  /// How far the plan is from the best possible.
  public var quality: String {
    let plan = report.plan
    let cost = plan.cost.total
    let points = Figures.words(cost)
    if let baseline = report.region.baseline, !baseline.goLives.isEmpty {
      // What moves count is no cost that anybody pays, and a frozen one would drown the others.
      let opening =
        "The plan costs \(Figures.points(Figures.words(plan.cost.withoutMoves))), moves left aside."
      if plan.isProvenBest { return opening + " With moves counted, no plan is better." }
      return opening + " With moves counted, no plan is better by more than "
        + "\(Figures.percentAtMost(plan.gap))."
        + (plan.proof == .stopped
          ? " The search was stopped before it could close the distance." : "")
    }
    if plan.proof == .optimal || plan.branching != nil && plan.isProvenBest {
      return "No plan can cost less than this one, which costs \(Figures.points(points))."
        + (plan.branching.map { " " + byCases($0) } ?? "")
    }
    let bound = min(plan.bound, cost)
    let least = Figures.words(max(0, bound), rounding: .down)
    let opening = "No plan can cost less than \(Figures.points(least)); this one costs \(points)"
    let middle =
      bound > 0 ? ", at most \(Figures.percentAtMost((cost - bound) / bound)) more." : "."
    let cases = plan.branching.map { " " + byCases($0) } ?? ""
    let stopped =
      plan.proof == .stopped
      ? " The search was stopped before it could close the distance." : ""
    return opening + middle + cases + stopped
  }

  /// What prices alone prove, and in how many cases the rest was proven.
  private func byCases(_ branching: BranchProof) -> String {
    let cases = branching.branches.count {
      if case .priced = $0 { true } else { false }
    }
    let least = Figures.words(max(0, report.plan.boundByPrices), rounding: .down)
    return "Prices alone prove \(least); the rest is proven case by case, in "
      + "\(Figures.words(cases)) cases."
  }
}
