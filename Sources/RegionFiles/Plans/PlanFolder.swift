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
  /// The SHA-256 of plan.json itself; empty if it could not be read.
  public var fingerprint: String

  /// The reserves that the plan was asked to keep; see `Region.keeping`.
  public var reserves: [Reserve] = []

  /// The region that the plan was made for: with what it started from and the reserves it keeps.
  public func region(of region: Region) -> Region {
    (baseline.map(region.replanning) ?? region).keeping(reserves)
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
  public static func read(_ path: String, for region: Region) -> PlanReading {
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
        let plan = rebuilding.plan(record)
        reading.baseline = record.replan.map(rebuilding.baseline)
        reading.reserves = rebuilding.reserves(record.reserves ?? [])
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

  /// The path of plan.json for a plan's folder, or for the file itself.
  static func file(of path: String) -> String {
    path.hasSuffix(".json") ? path : "\(path)/plan.json"
  }
}
