public import Days
import Files
public import Migrations

/// What came of reading a plan's folder.
public struct PlanReading: Sendable {
  /// The plan, with a value per practice of the region in its order; nil exactly if there are
  /// errors.
  public var plan: Plan?
  /// The total cost as written, which need not be the sum of the terms where somebody edited it.
  public var statedCost = 0.0
  /// The gap as written; nil if the file does not say.
  public var statedGap: Double?
  /// Everything there is to say.
  public var diagnostics: [Diagnostic]
  /// The files that the plan was made from, with the SHA-256 they had then.
  public var inputs: [(file: String, sha256: String)]
  /// The version of the program that made it.
  public var version: String
  /// Whether the region has accepted it.
  public var isAccepted: Bool
  /// Whether plan.json is missing, rather than wrong.
  public var missingFile: Bool
  /// What the plan started from, if it is a replan; see `Region.replanning(from:)`.
  public var baseline: Baseline?
  /// The day on which the records were true when the plan was made; nil if there was none.
  public var asOf: Day?
  /// The SHA-256 of plan.json itself; empty if it could not be read.
  public var fingerprint: String

  /// The reserves that the plan was asked to keep; see `Region.keeping`.
  public var reserves: [Reserve] = []
  /// Where plan.json, plan.csv and stages.csv of the folder differ in what they share.
  public var differences: [PlanDifference] = []

  /// The region that the plan was made for: with what it started from and the reserves it keeps.
  public func region(of region: Region) -> Region {
    (baseline.map(region.replanning) ?? asOf.map(region.seen(on:)) ?? region).keeping(reserves)
  }

  /// Whether there is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads back what `tranche plan` wrote.
public enum PlanFolder {
  /// Reads `plan.json` of a folder, or a file that ends in `.json`, against a region.
  ///
  /// Practices that the region no longer has are left out with a warning; practices that the plan
  /// does not have, or has with other stages, are unscheduled with a warning.
  ///
  /// Where plan.csv or stages.csv stands beside plan.json and says otherwise, that is an error.
  ///
  /// - Parameter allowsDifferences: whether `differences` are left to the caller to judge.
  public static func read(
    _ path: String, for region: Region, allowsDifferences: Bool = false
  ) -> PlanReading {
    let reports = Reports()
    var reading = PlanReading(
      plan: nil, diagnostics: [], inputs: [], version: "", isAccepted: false, missingFile: false,
      baseline: nil, fingerprint: "")
    let path = file(of: path)
    do {
      let file = try SourceFile.read(path, name: "plan.json")
      reading.fingerprint = Fingerprint.sha256(file.bytes)
      switch PlanFile.decode(file.bytes) {
      case .failure(let problem): reports.add(problem.diagnostic(of: file))
      case .success(let record):
        reading.statedCost = record.summary.cost.total
        reading.statedGap = record.summary.gap
        reading.inputs = record.inputs.map { ($0.file, $0.sha256) }
        reading.version = record.version ?? ""
        reading.isAccepted = record.status == "accepted"
        let rebuilding = PlanRebuilding(region: region, reports: reports)
        if record.wholeQuestion == nil { rebuilding.refuse("asked holds a date that is none") }
        let plan = rebuilding.plan(record)
        reading.asOf = record.region?.asOf.flatMap { Day(iso: $0) }
        reading.baseline = record.replan.map(rebuilding.baseline)
        reading.reserves = rebuilding.reserves(record.reserves ?? [])
        reading.differences = differences(record, beside: path)
        if !allowsDifferences {
          for problem in PlanDifference.diagnostics(reading.differences, in: folder(of: path)) {
            reports.add(problem)
          }
        }
        if !reports.hasErrors { reading.plan = plan }
      }
    } catch {
      if case .missing = error { reading.missingFile = true }
      reports.add(
        Diagnostic(
          code: "E100", file: "plan.json", message: "\(path) \(error.words)",
          fix: "name a folder that tranche plan wrote."))
    }
    reading.diagnostics = reports.diagnostics
    return reading
  }

  /// Where the tables beside a plan.json differ from it; a file of another name has none.
  static func differences(_ record: PlanFile, beside path: String) -> [PlanDifference] {
    guard path.split(separator: "/").last == "plan.json" else { return [] }
    return PlanTables(record, folder: folder(of: path)).differences
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What the plan of a folder was asked for beside the region's files; nil if there is no plan that
  /// can be read, which `read` explains.
  public static func asked(_ path: String) -> Asked? {
    guard let file = try? SourceFile.read(file(of: path), name: "plan.json"),
      case .success(let record) = PlanFile.decode(file.bytes)
    else { return nil }
    return record.wholeQuestion
  }

  /// The path of plan.json for a plan's folder, or for the file itself.
  static func file(of path: String) -> String {
    path.hasSuffix(".json") ? path : "\(path)/plan.json"
  }
}
