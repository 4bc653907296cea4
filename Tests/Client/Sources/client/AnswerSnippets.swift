import TrancheKit

// The code of the catalog's articles on the answer.

func plannerWithLimits() {
  let region = threePractices()
  var options = Planner.Options()
  options.timeLimit = 3_600
  options.workLimit = 20_000
  options.gap = 0.005
  options.deadline = Deadline(in: 4_000)
  let cancellation = Cancellation()
  let outcome = Planner(region: region, options: options).plan(cancellation: cancellation) {
    progress in
    // Good enough for a draft: everybody has dates, and a minute is over.
    if progress.scheduled == region.practices.count, progress.seconds > 60 {
      cancellation.cancel()
    }
  }
  guard case .planned(let plan) = outcome else { fatalError("There is no plan.") }
  precondition(plan.gap <= 0.005 && !cancellation.isCancelled)
}

func outcomeInWords(_ region: Region, _ outcome: Outcome) -> [String] {
  switch outcome {
  case .planned(let plan):
    return plan.practices.map { planned in
      let name = region.practices[planned.practice].name
      guard planned.status != .unscheduled else { return "\(name): \(planned.reason)" }
      return "\(name): \(planned.schedule[region.pathway.goLive].start.words)"
    }
  case .impossible(let why), .outOfTime(let why):
    return [why.summary]
  }
}

func boundOfAPlan(_ plan: Plan) {
  let region = threePractices()
  let byPrices = proveBound(certificate: plan.certificate, region: region)
  let byCases = plan.branching.map { proveBound(branching: $0, region: region) }
  let bound = max(byPrices.points, byCases?.points ?? 0)
  let cost = PlanCost(of: region).cost(of: plan.schedulesByPlace).total
  let gap = max(0, (cost - bound) / max(cost, 1))
  precondition(byPrices.faults.isEmpty && !byPrices.isImpossible && gap < 0.001)
  precondition(bound <= cost)
}

func findingsOfDates(_ plan: Plan) {
  let region = threePractices()
  var dates = plan.schedulesByPlace
  dates[1] = dates[0]
  let findings = Checker().findings(schedules: dates, region: region)
  let words = findings.map { "\($0.rule.rawValue): \($0.message)" }
  let slack = PlanSlack(of: plan.schedulesByPlace, in: region).slack(of: 0)
  let earliest = EarliestGoLive(of: region).day(of: 0)
  precondition(findings.map(\.rule) == [.capacity] && words[0].hasPrefix("capacity: "))
  precondition(slack?.stages.count == region.pathway.stages.count)
  precondition(earliest == plan.practices[0].earliestGoLive)
}

func whyThisDate(_ plan: Plan) {
  let region = threePractices()
  let warm = WarmPlanner(region: region, plan: plan, options: Planner.Options())
  warm.settle()
  let why = Explainer(warm).practice(2, trials: 1)
  let text = PracticeExplanationText(why, plan: warm.plan, region: region).lines
  let slots = Explainer(warm).resource("tpp-go-lives", singles: 1)
  precondition(!why.bindings.isEmpty && !text.isEmpty)
  precondition(why.weeks.contains { $0.bound > 0 } && slots?.full.isEmpty == false)
}

func whyNoPlan() {
  var region = threePractices()
  region.practices[0].pinnedGoLive = day("2027-06-07")
  region.practices[1].pinnedGoLive = day("2027-06-08")
  let outcome = Planner(region: region).plan()
  let explainer = ClashExplainer(region: region, options: Planner.Options())
  let clash = explainer.impossibility(of: outcome)
  let rules = clash?.explanation.clashes.map(\.rule)
  let waysOut = clash?.fixes.map { $0.steps.joined(separator: " ") }
  precondition(clash?.isProven == true && rules?.contains(.capacity) == true)
  precondition(waysOut?.isEmpty == false)
}

func reportsOfAPlan(_ plan: Plan) throws {
  let region = threePractices()
  var report = PlanReport(
    region: region, plan: plan, version: "client", stamp: .day(day("2026-12-01")))
  report.slack = PlanSlack(of: plan.schedulesByPlace, in: region).all()
  let writers: [any PlanWriter] = [
    .json, .csv(.plain), PDFWriter(paper: .a4), PortfolioWriter(),
    CalendarWriter(identifier: NameUUID.of), ReportHTMLWriter(digest: Fingerprint.sha256),
  ]
  let files = try writers.flatMap { try $0.files(for: report) }
  let sentences = PlanSentences(of: report).all
  let chart = GanttText(style: TerminalStyle(width: 100)).text(for: report)
  precondition(files.contains { $0.name == "portfolio.xlsx" && !$0.bytes.isEmpty })
  precondition(sentences[0] == "All 3 practices are scheduled." && chart.contains("Rowan House"))
}
