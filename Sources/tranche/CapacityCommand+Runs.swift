import TrancheKit

/// The runs of `capacity` that plan again: with more, and with less.
extension CapacityCommand {
  private func buyer(_ planner: WarmPlanner) -> CapacityBuyer {
    CapacityBuyer(planner, mode: study.mode.mode, from: study.from)
  }

  func buy(by date: Day, _ plans: PlanStudy, _ folder: OutputFolder?) throws {
    let planner = try plans.planner()
    let outcome = buyer(planner).buy(by: date) { plans.report($0) }
    try plans.finish()
    var kept = false
    if case .bought(let bought) = outcome {
      let region = planner.region(of: bought.variant)
      try plans.demand(bought.plan, keeps: region)
      try demand(bought, plans)
      if let folder {
        var loaded = plans.loaded
        loaded.region = region
        _ = try PlanDelivery(refusal: refusal, isPlainCSV: loaded.csvIsPlain)
          .write(bought.plan, of: loaded, to: folder)
        kept = true
      }
    }
    if common.json {
      try plans.write("purchase", PurchaseRecord(outcome, by: date, region: plans.region))
    } else {
      let text = PurchaseText(region: plans.region)
      for line in text.lines(of: outcome, by: date) { common.console.line(line) }
      if kept, let folder, case .bought(let bought) = outcome {
        let settings = text.settings(bought.purchases).map { " " + $0 }.joined()
        common.console.line()
        common.console.line("Kept in \(folder.path). Judge it with")
        common.console.line(
          "  tranche verify \(regionOptions.region) --plan \(folder.path)\(settings)")
      }
    }
    switch outcome {
    case .bought: break
    case .tooEarly: throw ExitStatus.impossible.code
    case .notFound: throw ExitStatus.outOfTime.code
    }
  }

  /// Ends the command with a fault if somebody is not live by the date after all.
  private func demand(_ bought: PurchasedPlan, _ plans: PlanStudy) throws {
    let goLive = plans.region.pathway.goLive
    let isKept = bought.plan.practices.allSatisfy {
      !$0.schedule.isEmpty && $0.schedule[goLive].start <= bought.by
    }
    guard !isKept else { return }
    common.console.complain("error: tranche bought capacity for a plan that misses the date.")
    throw ExitStatus.fault.code
  }

  func drawFrontier(_ plans: PlanStudy, _ folder: OutputFolder?) throws {
    let planner = try plans.planner()
    let frontier = CapacityFrontier(
      dates: CapacityFrontier.dates(count: study.points, planner: planner),
      buyer: buyer(planner), isCancelled: { plans.mustStop },
      observe: { plans.report($0) })
    try plans.finish()
    for bought in frontier.points.compactMap(\.bought) {
      try plans.demand(bought.plan, keeps: planner.region(of: bought.variant))
      try demand(bought, plans)
    }
    if let folder {
      do {
        try folder.write(FrontierFiles(frontier: frontier, region: plans.region).files)
      } catch { try refusal.end(error) }
    }
    if common.json {
      try plans.write(
        "frontier",
        frontier.points.map { PurchaseRecord($0.outcome, by: $0.by, region: plans.region) })
      return
    }
    common.console.line(
      "The least extra capacity found (\(study.mode.rawValue), in points) for everybody to be "
        + "live by a day, and what is proven to be needed:")
    for line in PurchaseText(region: plans.region).lines(of: frontier) {
      common.console.line(line)
    }
    if let folder {
      common.console.line()
      common.console.line("Written: \(folder.path)/frontier.csv, frontier.svg")
    }
  }

  func suffer(_ shock: CapacityShock, _ plans: PlanStudy) throws {
    let planner = try plans.planner()
    let effect = ShockEffect(of: shock, on: planner) { plans.report($0) }
    try plans.finish()
    var status = ExitStatus.done
    switch effect.outcome {
    case .planned(let plan):
      try plans.demand(plan, keeps: effect.region)
      if plan.scheduledCount < plan.practices.count { status = .unsatisfied }
    case .impossible: status = .impossible
    case .outOfTime: status = .outOfTime
    }
    if common.json {
      try plans.write("effect", ShockRecord(effect))
    } else {
      for line in effect.lines { common.console.line(line) }
    }
    if status != .done { throw status.code }
  }
}
