import Days
import Foundation
import Migrations
import PlanChecks
@testable import RegionFiles

/// The readers that are fuzzed.
///
/// An input is one file. What it is read against is the same for all inputs and is read once, in
/// `Ground`, unless the input decides how.
enum Target: String, CaseIterable {
  /// practices.csv.
  case csv
  /// closures.csv, links.csv and actuals.csv.
  case tables
  /// region.toml, with all that follows from it.
  case toml
  /// A date, a length of time, or any other cell.
  case fields
  /// stages.csv, read and judged as `verify` does.
  case stages
  /// plan.json.
  case plan
  /// plan.json, proven as `verify --proof` does.
  case proof
  /// practices.xlsx.
  case workbook
  /// The XML of a sheet, which a fuzzer hardly gets through the zip around it.
  case sheet

  static let chosen: Target = {
    let name = ProcessInfo.processInfo.environment["TRANCHE_FUZZ"] ?? ""
    guard let target = Target(rawValue: name) else {
      fatalError("TRANCHE_FUZZ is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: readPractices(SourceFile(name: "practices.csv", bytes: bytes))
    case .tables: readTables(bytes)
    case .toml: readRegion(bytes)
    case .fields: readFields(String(decoding: bytes, as: UTF8.self))
    case .stages: readStages(SourceFile(name: "stages.csv", bytes: bytes))
    case .plan: readPlan(bytes)
    case .proof: prove(bytes)
    case .workbook: readPractices(SourceFile(name: "practices.xlsx", bytes: bytes))
    case .sheet:
      _ = try? WorkbookSheetReader(parts: Ground.parts, limits: WorkbookLimits())
        .rows(bytes, name: "sheet")
    }
  }

  private func readPractices(_ file: SourceFile) {
    let reports = Reports()
    var reader = PracticesFile(
      settings: Ground.settings, knowsSettings: Ground.settings.knowsParties, reports: reports)
    reader.read(file)
    var region: Region?
    if !reports.hasErrors {
      region = RegionAssembly(settings: reader.settings, root: Ground.root(reports)).region(
        practices: reader.practices, links: [], otherColumnNames: reader.otherColumnNames)
    }
    demand(isGood: region != nil && !reports.hasErrors, or: reports.diagnostics)
  }

  private func readTables(_ bytes: [UInt8]) {
    let settings = Ground.settings
    var practices = Ground.region.practices
    let places = Dictionary(uniqueKeysWithValues: practices.enumerated().map { ($1.code, $0) })
    let reports = (closures: Reports(), links: Reports(), actuals: Reports())
    ClosuresFile(settings: settings, reports: reports.closures)
      .read(SourceFile(name: "closures.csv", bytes: bytes), into: &practices, places: places)
    let links = LinksFile(reports: reports.links)
      .read(SourceFile(name: "links.csv", bytes: bytes), practices: practices, places: places)
    precondition(links.allSatisfy { $0.first != $0.second }, "a practice linked to itself")
    ActualsFile(settings: settings, reports: reports.actuals)
      .read(SourceFile(name: "actuals.csv", bytes: bytes), into: &practices, places: places)
    precondition(
      practices.allSatisfy { $0.actuals.keys.allSatisfy(settings.pathway.stages.indices.contains) })
    for reports in [reports.closures, reports.links, reports.actuals] {
      demand(isGood: !reports.hasErrors, or: reports.diagnostics)
    }
  }

  private func readRegion(_ bytes: [UInt8]) {
    Ground.put(bytes, "region.toml")
    let reading = RegionFolder.read(Ground.path)
    demand(isGood: reading.region != nil, or: reading.diagnostics)
  }

  private func readFields(_ text: String) {
    if let day = Day(iso: text) { precondition(Day(iso: day.iso) == day) }
    if let length = Length(text) { precondition(length.count >= 0 || text.contains("-")) }
    let reading = DateText.read(text)
    if let day = reading.day { precondition(Day(iso: day.iso) == day) }
    _ = Trimming.trimmed(text)
    if let number = NumberText.whole(text) {
      precondition(NumberText.whole(String(number)) == number)
    }
  }

  private func readStages(_ file: SourceFile) {
    let region = Ground.region
    let reports = Reports()
    var reader = StagesReader(region: region, reports: reports)
    reader.read(file)
    var schedules: [Int: Schedule] = [:]
    for (place, practice) in region.practices.enumerated() {
      if let schedule = reader.schedules[practice.code] { schedules[place] = schedule }
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    let cost = Ground.costs.cost(of: schedules).total
    // Only a plan without findings has a cost that means something.
    precondition(!findings.isEmpty || cost.isFinite)
    _ = DiagnosticText(examplesPerCode: nil).render(reports.diagnostics)
  }

  private func readPlan(_ bytes: [UInt8]) {
    Ground.put(bytes, "plan.json")
    let reading = PlanFolder.read(Ground.path, for: Ground.region)
    demand(isGood: reading.plan != nil, or: reading.diagnostics)
    if let plan = reading.plan {
      precondition(plan.practices.count == Ground.region.practices.count)
    }
    let snapshot = PlanSnapshotFile.read(Ground.path)
    demand(isGood: snapshot.plan != nil, or: snapshot.diagnostics)
  }

  private func prove(_ bytes: [UInt8]) {
    Ground.put(bytes, "plan.json")
    let region = Ground.linked
    guard let plan = PlanFolder.read(Ground.path, for: region).plan else { return }
    var bounds = [proveBound(certificate: plan.certificate, region: region)]
    if let cases = plan.branching { bounds.append(proveBound(branching: cases, region: region)) }
    for bound in bounds where bound.faults.isEmpty {
      precondition(
        !bound.isImpossible && bound.points <= Ground.known + 1e-6,
        "more is proven than a legal plan costs")
    }
  }

  /// Whether a reading says either yes or why not, and never both; its words are made, too.
  private func demand(isGood: Bool, or diagnostics: [Diagnostic]) {
    precondition(
      isGood == diagnostics.allSatisfy { $0.severity != .error }, "neither an answer nor an error")
    _ = DiagnosticText(examplesPerCode: nil).render(diagnostics)
  }
}
