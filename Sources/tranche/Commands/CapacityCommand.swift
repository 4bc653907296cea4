import ArgumentParser
import TrancheKit

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

      By itself: use, spare and price of every resource; -o writes capacity.csv and capacity.svg. \
      --by buys the least extra capacity, in whole units at each resource's extra.cost, with which \
      everybody is live by a date; -o keeps that plan. --frontier does so for several dates; -o \
      writes frontier.csv and frontier.svg. --stop and --lose take capacity away and plan again.

      --time-limit is for the whole command: what it ends before is left away, and that is said. \
      Each plan made on the way has 10 s at most. --gap is for each of them (default 0.1%).

      Exit: 0 done, 1 practices are left out (--stop, --lose), 3 no capacity or no plan can do it, \
      4 no plan was found, 65 the inputs have errors, 66 an input is missing, 73 the folder cannot \
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

  var refusal: Refusal {
    Refusal(command: "capacity", common: common, closing: "Nothing was studied.")
  }

  private func showUse(_ plans: PlanStudy, _ folder: OutputFolder?) throws {
    let plan = try plans.plan()
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
}
