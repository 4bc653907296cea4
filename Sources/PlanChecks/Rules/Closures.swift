import Migrations

/// No working day of a listed stage lies in the practice's own closures or blackouts.
struct ClosuresCheck: PlanCheck {
  var rule: Rule { .closure }

  func findings(in plan: CheckedPlan) -> [Finding] {
    plan.scheduled.flatMap { place in
      plan.region.practices[place].closures.filter { $0.rule == .forbid }.flatMap { closure in
        let reason = closure.reason.isEmpty ? "" : " (\(closure.reason))"
        return closure.stages.sorted().filter(plan.region.pathway.stages.indices.contains)
          .compactMap {
            forbidden(
              rule: rule, by: "the practice's own closure\(reason)", range: closure.days, stage: $0,
              place: place, in: plan)
          }
      }
    }
  }
}
