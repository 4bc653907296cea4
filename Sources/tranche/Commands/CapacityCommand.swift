import ArgumentParser
import Days
import Migrations
import Planning
import RegionFiles
import Reports
import Studies

/// `tranche capacity`: what there is, what is used, what more would do, what less would.
struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity", abstract: "Say what capacity is used, and what more or less would do.",
    discussion: """
        tranche capacity --plan plan --heatmap
        tranche capacity --plan plan --csv
        tranche capacity --plan plan --by 2027-12-17 -o plan-christmas
        tranche capacity --plan plan --frontier -o frontier
        tranche capacity --plan plan --stop tpp --from 2027-06-07 --weeks 4
        tranche capacity --plan plan --lose cornwall-delivery=2

      By itself: use, spare and price of every resource; -o writes capacity.csv and capacity.svg.
      --by buys the least extra capacity, in whole units at each resource's extra.cost, with which
      everybody is live by a date; -o keeps that plan. --frontier does so for several dates; -o
      writes frontier.csv and frontier.svg. --stop and --lose take capacity away and plan again.

      --time-limit and --gap are for each plan that is made on the way (default 10s and 0.1%).

      Exit: 0 done, 1 practices are left out (--stop, --lose), 3 no capacity or no plan can do it,
      4 no plan was found, 65 the inputs have errors, 66 an input is missing, 73 the folder cannot
      be written to, 130 interrupted.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var study: CapacityOptions

  func run() throws {
    let folder = try study.output.map(openFolder)
    let plans = try PlanStudy(
      refusal: refusal, regionOptions: regionOptions, solve: solve, path: study.plan)
    if let date = study.by {
      try buy(by: date, plans, folder)
    } else if study.frontier {
      try drawFrontier(plans, folder)
    } else if let shock = try study.shock(in: plans.region, refusal) {
      try suffer(shock, plans)
    } else {
      try showUse(plans, folder)
    }
  }

  private func openFolder(_ path: String) throws -> OutputFolder {
    let folder = OutputFolder(path)
    do { try folder.probe() } catch { try refusal.end(error) }
    return folder
  }

  private var refusal: Refusal {
    Refusal(command: "capacity", common: common, closing: "Nothing was studied.")
  }

  // MARK: Use

  private func showUse(_ plans: PlanStudy, _ folder: OutputFolder?) throws {
    guard case .planned(let plan) = try plans.outcome() else {
      _ = try plans.planner()
      return
    }
    let report = PlanReport(
      region: plans.region, plan: plan, version: Tranche.version, stamp: common.stamp)
    let style: CSVStyle = plans.loaded.csvIsPlain ? .plain : .people
    if let folder {
      let files =
        CapacityCSVWriter(style: style).files(for: report)
        + CapacitySVGWriter().files(for: report)
      do { try folder.write(files) } catch { try refusal.end(error) }
    }
    if common.json {
      try plans.write("uses", CapacityUseRecord.all(of: plan))
    } else if study.csv {
      for file in CapacityCSVWriter(style: .plain).files(for: report) {
        common.console.write(file.text)
      }
    } else {
      common.console.write(
        CapacityTableText(style: common.style, hasHeatmap: study.heatmap).text(for: report))
      if let folder {
        common.console.line()
        common.console.line("Written: \(folder.path)/capacity.csv, capacity.svg")
      }
    }
  }

  // MARK: More

  private func buyer(_ planner: WarmPlanner) -> CapacityBuyer {
    CapacityBuyer(planner, mode: study.mode.mode, from: study.from)
  }

  private func buy(by date: Day, _ plans: PlanStudy, _ folder: OutputFolder?) throws {
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

  private func drawFrontier(_ plans: PlanStudy, _ folder: OutputFolder?) throws {
    let planner = try plans.planner()
    let frontier = CapacityFrontier(
      dates: CapacityFrontier.dates(count: study.points, planner: planner),
      buyer: buyer(planner), isCancelled: { plans.cancellation.isCancelled },
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

  // MARK: Less

  private func suffer(_ shock: CapacityShock, _ plans: PlanStudy) throws {
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
