import ArgumentParser
import TrancheKit

/// `tranche verify`: judges any plan, made here or by hand, by code that shares nothing with the
/// planner.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Judge a plan against every hard rule.",
    discussion: """
        tranche verify Data/regions/devon-cornwall --plan plan
        tranche verify --plan my-dates.csv
        tranche verify --plan plan --proof

      Reads stages.csv of the plan's folder, which may be made by hand: a row for \
      every practice and stage with ods_code, stage, start and finish. A practice \
      without rows is left out. With --proof it also reads plan.json and proves \
      its bound again, in whole numbers, from the prices that it states.

      A replan brings stages taken as done, frozen go-lives and costs of moving \
      with it. They are compared with actuals.csv and with the accepted revision \
      that it started from, or the plan of --from; what is not so is a finding \
      (replan), and so are tables that differ from plan.json (files). The first \
      line says by what the plan was judged.

      Exit: 0 no findings, 1 broken rules or a bound that is not proven, \
      65 a file cannot be read as dates of stages, 66 a file is missing.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder, or a stages.csv.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "Prove the bound of plan.json again.")
  var proof = false

  @Option(
    name: .customLong("from"),
    help: "The plan that a replan started from, where it is not an accepted one.",
    completion: .directory)
  var baseline: String?

  func run() throws {
    let refusal = Refusal(command: "verify", common: common, closing: "Nothing was verified.")
    let isFile = plan.lowercased().hasSuffix(".csv")
    var record: PlanReading?
    let judgement: Judgement
    if isFile {
      judgement = Judgement(datesAloneIn: try regionOptions.read(refusal).region)
    } else {
      // A plan is judged, and costed, by the question that it answers.
      let (loaded, reading) = try regionOptions.read(
        plan: plan, refusal, allowsDifferences: true)
      // A folder may hold stages.csv alone, but what plan.json says must not be passed over.
      guard reading.plan != nil || reading.missingFile else {
        try refusal.end(.badInput, reading.diagnostics)
      }
      record = reading.plan == nil ? nil : reading
      judgement =
        reading.plan == nil
        ? Judgement(datesAloneIn: loaded.region)
        : try Judging(refusal: refusal, options: regionOptions)
          .judgement(of: reading, loaded, from: baseline)
    }
    let region = judgement.region
    let reading = PlanInput.stages(isFile ? plan : plan + "/stages.csv", for: region)
    guard !reading.hasErrors else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    if !reading.diagnostics.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(reading.diagnostics))
    }
    let schedules = places(of: reading.schedules, in: region)
    let (broken, doubts) = judgement.findings(schedules)
    // Of a practice that lacks stages the checker can say only how many; the reader says which.
    let judged = broken.filter { finding in
      finding.rule != .pathway || finding.practice.map { !reading.incomplete.contains($0) } ?? true
    }
    let cost = PlanCost(of: judgement.believed).cost(of: schedules)
    let costWithMoves =
      judgement.isUnnamed ? PlanCost(of: region).cost(of: schedules) : cost
    let folder = isFile ? parent(of: plan) : plan
    let isLegal = judged.isEmpty && reading.findings.isEmpty
    let proven =
      proof
      ? try prove(
        judgement, folder, schedules, cost: costWithMoves.total, isLegal: isLegal, refusal) : nil
    let answer = VerifyAnswer(
      findings: reading.findings + judged, others: others(record, doubts),
      past: RecordChecks(of: region).findings(),
      judged: JudgementRecord(judgement, schedules, cost: costWithMoves), cost: cost,
      proof: proven)
    if common.json {
      common.console.write(try JSONText.of(answer))
    } else {
      tell(answer, region, scheduled: schedules.count)
    }
    if !answer.ok { throw ExitStatus.unsatisfied.code }
  }

  /// Findings that are not about dates: what plan.json brings, and tables that differ from it.
  private func others(
    _ record: PlanReading?, _ doubts: [BaselineCheck.Doubt]
  ) -> [VerifyAnswer.Item] {
    doubts.map {
      VerifyAnswer.Item(
        rule: "replan", odsCode: $0.practice.text.isEmpty ? nil : $0.practice.text,
        message: $0.message)
    }
      + (record?.differences ?? []).map {
        VerifyAnswer.Item(rule: "files", odsCode: $0.practice?.text, message: $0.message + ".")
      }
  }

  private func places(
    of schedules: [PracticeCode: Schedule], in region: Region
  ) -> [Int: Schedule] {
    var places: [Int: Schedule] = [:]
    for (place, practice) in region.practices.enumerated() {
      if let schedule = schedules[practice.code] { places[place] = schedule }
    }
    return places
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[...slash])
  }

  /// Proves the bound that plan.json states.
  private func prove(
    _ judgement: Judgement, _ folder: String, _ dates: [Int: Schedule], cost: Double,
    isLegal: Bool, _ refusal: Refusal
  ) throws -> VerifyAnswer.Proof {
    let region = judgement.region
    let reading = PlanInput.read(folder, for: region, allowsDifferences: true)
    guard let stated = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let bound = proveBound(certificate: stated.certificate, region: region)
    let cases = stated.branching.map { ($0, proveBound(branching: $0, region: region)) }
    var faults = bound.faults + (cases?.1.faults ?? [])
    if isLegal {
      let proofs = [("prices", bound)] + (cases.map { [("cases", $0.1)] } ?? [])
      faults += proofs.compactMap { contradiction($0, $1, cost: cost) }
    }
    // Bounds are whole millionths of a point, rounded down where they are written.
    if stated.boundByPrices > bound.points + 1e-6, stated.branching != nil {
      faults.append(
        "plan.json states the bound \(stated.boundByPrices) by prices alone, which prove "
          + "\(bound.points).")
    }
    var said: Set<String> = []
    faults = faults.filter { said.insert($0).inserted }
    var proof = VerifyAnswer.Proof(
      stated: stated.bound, proven: bound.points, statedCost: reading.statedCost, cost: cost,
      statedGap: reading.statedGap, saysOptimal: stated.proof == .optimal, faults: faults,
      branching: cases.map { VerifyAnswer.Proof.Branching(stated: $0.bound, proven: $1.points) })
    if judgement.bringsAnything {
      proof.plain = PlainProof(
        of: stated, dates: judgement.plainDates(dates), in: judgement.plain)
      if let doubt = judgement.doubt(of: proof) { proof.faults.append(doubt) }
    }
    if judgement.isUnnamed {
      proof.believed = PlainProof(of: stated, dates: dates, in: judgement.believed)
    }
    return proof
  }

  /// What is wrong with a proof that a legal plan contradicts; whatever it says, it is no proof.
  private func contradiction(_ what: String, _ bound: ProvenBound, cost: Double) -> String? {
    if bound.isImpossible { return "The \(what) say that there is no plan, but this one is legal." }
    guard bound.points > cost + 0.01 else { return nil }
    return
      "The \(what) come to a bound of \(bound.points) points, but this plan is legal and costs "
      + "\(JSONText.points(cost))."
  }

  private func tell(_ answer: VerifyAnswer, _ region: Region, scheduled: Int) {
    let console = common.console
    console.line(answer.judged.sentence)
    for finding in answer.findings { console.line("\(finding.rule): \(finding.message)") }
    let count = answer.findings.count
    let moved = answer.cost.terms[Cost.Term.moved.rawValue]
    let countsMoves = !(region.baseline?.goLives.isEmpty ?? true)
    console.line(
      count == 0
        ? "No rule is broken: \(scheduled.grouped) of "
          + "\(counted(region.practices.count, "practice")) \(scheduled.form("has", "have")) dates, at "
          + "a cost of \(answer.cost.withoutMoved) points"
          + (moved.map { "; moves count \($0) beside." } ?? ".")
        : "\(counted(count, "broken rule")).")
    for notice in [answer.judged.askedNotice, answer.judged.notice] {
      if let notice { console.line(notice) }
    }
    guard let proof = answer.proof else { return }
    for fault in proof.faults { console.line("proof: \(fault)") }
    if !proof.isBoundProven {
      console.line(
        "proof: plan.json states the bound \(proof.stated), its "
          + "\(proof.branching == nil ? "prices" : "prices and cases") prove \(proof.best).")
    }
    if let cases = proof.branching, !cases.holds {
      console.line(
        "proof: plan.json states the bound \(cases.stated) by cases, which prove "
          + "\(cases.proven).")
    }
    if !proof.isCostRight {
      console.line(
        "proof: plan.json states the cost \(proof.statedCost), its dates cost \(proof.cost).")
    }
    if let gap = proof.statedGap, !proof.isGapRight {
      console.line("proof: plan.json states the gap \(gap), but it is \(proof.gap).")
    }
    if !proof.isOptimalRight {
      console.line("proof: plan.json says that the plan is optimal, which is not proven.")
    }
    if let believed = proof.believed {
      if proof.holds {
        console.line(
          "Proven without a solver, and without the start that nobody confirms: no plan costs less "
            + "than \(believed.proven) points; gap \(believed.gapPercent) %.")
      }
    } else if proof.holds {
      console.line(
        "Proven without a solver: no plan costs less than \(proof.best) points"
          + (countsMoves ? ", moves counted; gap " : "; gap ") + "\(proof.gapPercent) %.")
      if let cases = proof.branching, cases.proven > proof.proven {
        console.line("Proven case by case; prices alone prove \(proof.proven) points.")
      }
    }
    let (proven, cost) = (proof.believed?.proven ?? proof.best, proof.believed?.cost ?? proof.cost)
    if let plain = proof.plain, plain.broken > 0 {
      console.line(
        "Without what plan.json brings, these dates break \(plain.broken) "
          + "rule\(plain.broken == 1 ? "" : "s"), and no plan costs less than \(plain.proven) by the "
          + "same proof.")
    } else if let plain = proof.plain, plain.proven != proven || plain.cost != cost {
      console.line(
        "Without what plan.json brings, it costs \(plain.cost) points, and no plan costs less than "
          + "\(plain.proven) by the same proof.")
    }
  }
}
