import Days
import Migrations

/// Turns the best that a run found into the answer: dates of all stages, cost, uses, certificate.
extension PlanningRun {
  func finishedPlan() -> Plan {
    let dating = Dating(model: model)
    let reasons = reasons()
    let region = model.region
    let mean = region.meanListSize
    var total = Cost()
    let practices = region.practices.indices.map { place -> PlannedPractice in
      let practice = region.practices[place]
      let earliest = model.practices[place].earliest.map(model.timetable.day)
      guard let days = best.days[place], let earliest else {
        let cost = Cost.ofLeavingOut(practice, in: region, meanListSize: mean)
        total += cost
        return PlannedPractice(
          practice: place, status: .unscheduled, schedule: [], earliestGoLive: earliest,
          cost: cost, reason: reasons[place])
      }
      let schedule = dating.schedule(of: place, days: days, keeping: options.start[place])
      let cost = Cost.of(
        schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean)
      total += cost
      return PlannedPractice(
        practice: place,
        status: PlannedPractice.status(
          of: practice, lastStage: region.pathway.stages.count - 1),
        schedule: schedule, earliestGoLive: earliest, cost: cost, reason: reasons[place])
    }
    let rounding = Rounding(of: model)
    let slack = rounding.slack(of: proof.prices, in: model)
    let bound = min(boundInPoints(slack: slack), total.total)
    var plan = Plan(
      practices: practices, cost: total, bound: bound, proof: .stopped, uses: uses(),
      certificate: certificate(proof.prices), seed: options.seed, work: work.counts)
    if total.total - boundInPoints(slack: 0) < 1e-6 {
      plan.proof = .optimal
    } else if plan.gap <= options.gap {
      plan.proof = .withinGap
    }
    if let cases = tree?.proof(beside: plan, rounding: rounding, certificate: certificate) {
      plan.take(cases: cases, gap: options.gap)
    }
    return plan
  }

  /// Why each practice is on its dates or left out: most of the time that a large region's answer
  /// takes, so on all threads.
  private func reasons() -> [String] {
    let (model, state) = (model, best)
    let former = FormerPlan(schedules: options.start, uses: options.startUses)
    let (count, slice) = (model.region.practices.count, 50)
    return Parallel.map((count + slice - 1) / slice, threads: options.threads) {
      part, _ -> [String] in
      let reasons = Reasons(model: model, state: state, former: former)
      return (part * slice..<min(count, (part + 1) * slice)).map { place in
        state.days[place] != nil && model.practices[place].earliest != nil
          ? reasons.scheduled(place) : reasons.leftOut(place)
      }
    }.flatMap { $0 }
  }

  /// The proven bound in points, rounded down to whole millionths.
  private func boundInPoints(slack: Double) -> Double {
    (proof.bound - slack).rounded(.down) / ScaledObjective.unit
  }

  /// Prices as a plan's file states them.
  private func certificate(_ prices: Prices) -> Certificate {
    var certificate = Certificate(unit: model.priceUnit)
    let unit = Double(model.priceUnit.millionths)
    for (row, price) in prices.rows.enumerated() where price > 0 {
      certificate.prices.append(
        Certificate.Price(
          resource: model.region.resources[model.rows.resource(of: row)].id,
          period: model.rows.period(of: row, timetable: model.timetable),
          units: Int(price / unit)))
    }
    let timetable = model.timetable
    func days(_ range: ClosedRange<Int>) -> ClosedRange<Day> {
      timetable.day(range.lowerBound)...timetable.day(range.upperBound)
    }
    for (row, price) in prices.links {
      let link = model.links[row.link]
      certificate.links.append(
        Certificate.LinkPrice(
          first: model.region.practices[link.first].code,
          second: model.region.practices[link.second].code, firstDays: days(row.first),
          secondDays: days(row.second), units: Int(price / unit)))
    }
    return certificate
  }

  /// The rows that are used or priced.
  private func uses() -> [ResourceUse] {
    model.rows.capacity.indices.compactMap { row in
      let price = Int((proof.prices.rows[row] / 1_000).rounded())
      let used = model.rows.capacity[row] - best.room[row]
      guard used > 1e-9 || price > 0 else { return nil }
      return ResourceUse(
        resource: model.region.resources[model.rows.resource(of: row)].id,
        period: model.rows.period(of: row, timetable: model.timetable),
        capacity: model.region.resources[model.rows.resource(of: row)].capacity(
          inPeriod: model.rows.period(of: row, timetable: model.timetable)),
        used: (used * 1e6).rounded() / 1e6, price: price)
    }
  }
}
