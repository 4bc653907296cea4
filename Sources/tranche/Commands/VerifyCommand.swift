import ArgumentParser
import Migrations
import PlanChecks
import RegionFiles

/// `tranche verify`: judges any plan, made here or by hand, by code that shares nothing with the
/// planner.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Judge a plan against every hard rule.",
    discussion: """
        tranche verify Data/regions/devon-cornwall --plan plan
        tranche verify --plan my-dates --proof

      Reads stages.csv of the plan's folder, which may be made by hand. With --proof it also reads
      plan.json and proves its bound again from the prices it states, in whole numbers.

      Exit: 0 no findings, 1 broken rules or a bound that is not proven.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder, or a stages.csv.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "Prove the bound of plan.json again.")
  var proof = false

  func run() throws {
    var region = try regionOptions.read(common, closing: "Nothing was verified.").region
    // A replan is judged, and costed, from what it started from.
    if !plan.hasSuffix(".csv"),
      let baseline = PlanFolder.read(plan, for: region).baseline
    {
      region = region.replanning(from: baseline)
    }
    let path = plan.hasSuffix(".csv") ? plan : plan + "/stages.csv"
    let reading = StagesFile.read(path, for: region)
    if reading.hasErrors {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was verified.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    var schedules: [Int: Schedule] = [:]
    for (place, practice) in region.practices.enumerated() {
      if let schedule = reading.schedules[practice.code] { schedules[place] = schedule }
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    let cost = PlanCost(of: region).cost(of: schedules)
    let proven = proof ? try prove(region, cost: cost.total) : nil
    let answer = VerifyAnswer(findings: findings, cost: cost, proof: proven)
    if common.json {
      common.console.write(try JSONText.of(answer))
    } else {
      tell(answer, region, scheduled: schedules.count)
    }
    if !answer.ok { throw ExitStatus.unsatisfied.code }
  }

  /// Proves the bound that plan.json states.
  private func prove(_ region: Region, cost: Double) throws -> VerifyAnswer.Proof {
    let folder = plan.hasSuffix(".csv") ? String(plan.dropLast("/stages.csv".count)) : plan
    let reading = PlanFolder.read(folder, for: region)
    guard let stated = reading.plan else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was proven.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    let bound = proveBound(certificate: stated.certificate, region: region)
    return VerifyAnswer.Proof(
      stated: stated.bound, proven: bound.points, statedCost: stated.cost.total, cost: cost,
      faults: bound.faults)
  }

  private func tell(_ answer: VerifyAnswer, _ region: Region, scheduled: Int) {
    let console = common.console
    for finding in answer.findings { console.line("\(finding.rule): \(finding.message)") }
    let count = answer.findings.count
    console.line(
      count == 0
        ? "No rule is broken: \(scheduled) of \(region.practices.count) practices have dates, cost "
          + "\(answer.cost.total) points."
        : "\(count) broken rule\(count == 1 ? "" : "s").")
    guard let proof = answer.proof else { return }
    for fault in proof.faults { console.line("proof: \(fault)") }
    if !proof.isBoundProven {
      console.line(
        "proof: plan.json states the bound \(proof.stated), its prices prove \(proof.proven).")
    }
    if !proof.isCostRight {
      console.line(
        "proof: plan.json states the cost \(proof.statedCost), its dates cost \(proof.cost).")
    }
    if proof.holds {
      console.line(
        "Proven without a solver: no plan costs less than \(proof.proven) points; gap "
          + "\(proof.gapPercent) %.")
    }
  }
}

/// What `verify --json` says.
struct VerifyAnswer: Encodable {
  let command = "verify"
  let ok: Bool
  let findings: [Item]
  let cost: CostItem
  let proof: Proof?

  struct Item: Encodable {
    let rule: String
    let odsCode: String?
    let resource: String?
    let period: String?
    let amount: Double
    let message: String

    private enum CodingKeys: String, CodingKey {
      case rule, resource, period, amount, message
      case odsCode = "ods_code"
    }
  }

  struct CostItem: Encodable {
    let total: Double
    let terms: [String: Double]
  }

  /// What the proof came to.
  struct Proof: Encodable {
    let stated: Double
    let proven: Double
    let statedCost: Double
    let cost: Double
    let faults: [String]

    var isBoundProven: Bool { stated <= proven + 1e-6 }
    var isCostRight: Bool { abs(statedCost - cost) <= 0.01 }
    var holds: Bool { isBoundProven && isCostRight && faults.isEmpty }
    var gapPercent: Double { (max(0, cost - proven) / max(cost, 1) * 1e5).rounded(.up) / 1e3 }

    private enum CodingKeys: String, CodingKey {
      case stated = "stated_bound"
      case proven = "proven_bound"
      case statedCost = "stated_cost"
      case cost, faults
    }
  }

  init(findings: [Finding], cost: Cost, proof: Proof?) {
    self.findings = findings.map {
      Item(
        rule: $0.rule.rawValue, odsCode: $0.practice?.text, resource: $0.resource?.text,
        period: $0.period, amount: JSONText.points($0.amount), message: $0.message)
    }
    var terms: [String: Double] = [:]
    for term in Cost.Term.allCases where cost[term] != 0 {
      terms[term.rawValue] = JSONText.points(cost[term])
    }
    self.cost = CostItem(total: JSONText.points(cost.total), terms: terms)
    self.proof = proof
    ok = findings.isEmpty && proof.map(\.holds) ?? true
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, findings, cost, proof
  }
}
