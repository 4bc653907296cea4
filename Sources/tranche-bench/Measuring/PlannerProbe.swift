import TrancheKit

/// Runs the planner on one region in this process and writes down what happened when.
struct PlannerProbe {
  let region: Region
  let options: Planner.Options

  /// Plans; `tell` hears of each new phase.
  func measure(_ tell: (String) -> Void) -> Measurement {
    var result = Measurement(outcome: "planned")
    result.practices = region.practices.count
    var phase = ""
    let clock = ContinuousClock()
    let began = clock.now
    let outcome = Planner(region: region, options: options).plan { progress in
      let words = progress.phase
      if words != phase {
        phase = words
        tell("\(words) at \(Numbers.text(progress.seconds, digits: 1)) s")
      }
      let kind = words.split(separator: ",").first.map(String.init) ?? words
      result.phases[kind] = progress.seconds
      note(cost: progress.cost, bound: progress.bound, at: progress.seconds, in: &result)
    }
    let elapsed = began.duration(to: clock.now).components
    result.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    switch outcome {
    case .planned(let plan): fill(&result, from: plan)
    case .impossible: result.outcome = "impossible"
    case .outOfTime: result.outcome = "out of time"
    }
    return result
  }

  private func note(cost: Double?, bound: Double?, at seconds: Double, in result: inout Measurement)
  {
    guard let cost, let bound else { return }
    let gap = max(0, (cost - bound) / max(cost, 1))
    for tenths in Measurement.gaps where gap <= Double(tenths) / 1_000 {
      let key = String(tenths)
      result.secondsToGap[key] = result.secondsToGap[key] ?? seconds
    }
  }

  private func fill(_ result: inout Measurement, from plan: Plan) {
    result.cost = plan.cost.total
    result.bound = plan.bound
    result.unscheduled = plan.practices.count - plan.scheduledCount
    result.columns = plan.work["columns"] ?? 0
    result.rounds = plan.work["rounds"] ?? 0
    result.rows = plan.work["rows"] ?? 0
    result.pivots = plan.work["pivots"] ?? 0
    // Work since the last report counts as done at the end.
    note(cost: plan.cost.total, bound: plan.bound, at: result.seconds, in: &result)
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where planned.status != .unscheduled {
      schedules[planned.practice] = planned.schedule
    }
    var findings = Checker().findings(schedules: schedules, region: region).count
    let cost = PlanCost(of: region).cost(of: schedules).total
    // A wrong cost is a finding too.
    if abs(cost - plan.cost.total) > 0.01 { findings += 1 }
    result.findings = findings
    result.fullWeeks = Fullness.share(of: plan, region: region)
  }
}
