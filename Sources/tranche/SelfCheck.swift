import TrancheKit

/// The last gate before a plan is written: the checker, which shares nothing with the planner.
struct SelfCheck {
  let console: Console

  /// What is wrong with a plan in one sentence; nil if the checker agrees with it.
  static func fault(in plan: Plan, of region: Region) -> String? {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where planned.status != .unscheduled {
      schedules[planned.practice] = planned.schedule
    }
    if let finding = Checker().findings(schedules: schedules, region: region).first {
      return "the checker refuses the plan: \(finding.message)"
    }
    let cost = PlanCost(of: region).cost(of: schedules).total
    guard abs(cost - plan.cost.total) > 1e-3 + 1e-9 * abs(cost) else { return nil }
    return "the plan says it costs \(plan.cost.total) points, the checker \(cost)"
  }

  /// Ends the command with a fault if the plan breaks a rule, or costs what it does not say.
  func demand(_ plan: Plan, keeps region: Region) throws {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where planned.status != .unscheduled {
      schedules[planned.practice] = planned.schedule
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    let cost = PlanCost(of: region).cost(of: schedules).total
    let isCostRight = abs(cost - plan.cost.total) <= 1e-3 + 1e-9 * abs(cost)
    guard !findings.isEmpty || !isCostRight else { return }
    console.complain(
      "error: tranche made a plan that its own checker refuses. Nothing was written.")
    for finding in findings.prefix(20) {
      console.complain("  \(finding.rule.rawValue): \(finding.message)")
    }
    if !isCostRight {
      console.complain("  the plan says it costs \(plan.cost.total) points, the checker \(cost)")
    }
    console.complain("   fix  please report this with the region folder; it is a fault in tranche")
    throw ExitStatus.fault.code
  }
}
