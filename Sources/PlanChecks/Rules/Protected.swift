import Days
import Migrations

/// No working day of a listed stage lies in a protected period that forbids it.
struct ProtectedCheck: PlanCheck {
  var rule: Rule { .protected }

  func findings(in plan: CheckedPlan) -> [Finding] {
    let periods = plan.region.protectedPeriods.filter { $0.rule == .forbid }
    return plan.scheduled.flatMap { place in
      periods.flatMap { findings(of: $0, place: place, in: plan) }
    }
  }

  private func findings(of period: ProtectedPeriod, place: Int, in plan: CheckedPlan) -> [Finding] {
    guard let schedule = plan.schedules[place] else { return [] }
    return schedule.indices.filter(period.stages.contains).flatMap { stage in
      period.occurrences(touching: schedule[stage].start...schedule[stage].finish).compactMap {
        forbidden(
          rule: rule, by: "the protected period '\(period.name)'", range: $0, stage: stage,
          place: place, in: plan)
      }
    }
  }
}
