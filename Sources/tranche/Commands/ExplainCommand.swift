import ArgumentParser
import TrancheKit

/// `tranche explain`: why a plan is as it is, each claim found by solving again.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what binds a practice, a resource, or a region without a plan.",
    discussion: """
        tranche explain --plan plan --practice L82003
        tranche explain --plan plan --resource tpp-go-lives
        tranche explain Data/regions/impossible --impossible

      For a practice: what keeps each of its dates from being earlier, its slack, and what other \
      go-live weeks would cost and who would have to move, everybody else kept as what-if --pin \
      keeps them. For a resource: its full periods, who holds them, who waits for them, and what \
      one more or one fewer would do. For a region that is impossible or overbooked: the fewest \
      rules that clash, and fixes in order of harm. \
      Everything that is said was found by planning again and judged by the checker.

      --time-limit is for the whole command: what it ends before is left away, and that is said. \
      Each plan made on the way has 10 s at most. --gap is for each of them (default 0.1%).

      Exit: 0 explained (also where nothing is impossible), 3 or 4 there is no plan to explain, \
      65 the inputs have errors, 66 an input is missing, 130 interrupted.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder (default: plan first).", completion: .directory)
  var plan: String?

  @Option(name: .long, help: ArgumentHelp("Explain this practice.", valueName: "ods"))
  var practice: String?

  @Option(name: .long, help: ArgumentHelp("Explain this resource.", valueName: "id"))
  var resource: String?

  @Flag(name: .long, help: "Explain why there is no plan, or why practices are left out.")
  var impossible = false

  @Option(
    name: .long,
    help: ArgumentHelp("How many other weeks to plan, besides the two beside.", valueName: "n"))
  var trials = 3

  func validate() throws {
    let asked = [practice != nil, resource != nil, impossible].count { $0 }
    guard asked == 1 else {
      throw ValidationError("Choose one of --practice, --resource and --impossible.")
    }
    guard (0...200).contains(trials) else {
      throw ValidationError("--trials must be from 0 to 200.")
    }
  }

  private var refusal: Refusal {
    Refusal(command: "explain", common: common, closing: "Nothing was explained.")
  }

  func run() throws {
    let study = try PlanStudy(
      refusal: refusal, regionOptions: regionOptions, solve: solve, path: plan)
    if let practice { return try explain(practice: practice, study) }
    if let resource { return try explain(resource: resource, study) }
    try explainImpossible(study)
  }

  private func explainImpossible(_ study: PlanStudy) throws {
    let outcome = try study.outcome()
    let found = ClashExplainer(
      region: study.region, options: study.options, cancellation: study.cancellation
    ).impossibility(of: outcome) { study.report($0) }
    try study.finish()
    for fix in found?.fixes ?? [] { try study.demand(fix.plan, keeps: fix.region) }
    if common.json {
      try study.write("impossibility", ImpossibilityRecord(found, region: study.region))
      return
    }
    guard let found else {
      common.console.line("Nothing is impossible: all practices have dates.")
      return
    }
    for line in ImpossibilityText(found, region: study.region).lines { common.console.line(line) }
  }

  private func explain(resource id: String, _ study: PlanStudy) throws {
    let resource = try study.resource(id)
    let planner = try study.planner()
    guard
      let explanation = Explainer(planner).resource(resource.id, observe: { study.report($0) })
    else { return }
    try study.finish()
    for side in explanation.prices.flatMap({ [$0.more] + ($0.fewer.map { [$0] } ?? []) }) {
      guard case .planned(let plan) = side.outcome else { continue }
      try study.demand(plan, keeps: planner.region(of: side.variant))
    }
    if common.json {
      try study.write(
        "explanation",
        ResourceExplanationRecord(explanation, plan: planner.plan, region: study.region))
    } else {
      let text = ResourceExplanationText(explanation, plan: planner.plan, region: study.region)
      for line in text.lines { common.console.line(line) }
    }
  }

  private func explain(practice code: String, _ study: PlanStudy) throws {
    let place = try study.place(ofPractice: code)
    let planner = try study.planner(isOfOnePractice: true)
    // Another week is asked of the plan as what-if and plan --from ask: everybody else stays.
    let kept = KeptPlan(planner.plan, of: study.region).keeping(in: study.region)
    let others = WarmPlanner(planner, pricingMovesIn: kept)
    let explanation = Explainer(planner, trials: others)
      .practice(place, trials: trials) { study.report($0) }
    try study.finish()
    for trial in explanation.trials {
      if let plan = trial.plan { try study.demand(plan, keeps: others.region) }
    }
    if common.json {
      try study.write(
        "explanation",
        PracticeExplanationRecord(explanation, plan: planner.plan, region: study.region))
    } else {
      let text = PracticeExplanationText(explanation, plan: planner.plan, region: study.region)
      for line in text.lines { common.console.line(line) }
    }
  }
}
