import Migrations
import RegionFiles
import Reports

/// Checks a plan and writes its files: what every command does that keeps a plan.
struct PlanDelivery {
  let common: CommonOptions
  let isPlainCSV: Bool

  /// Writes a plan that keeps every rule, or ends the command.
  func write(_ plan: Plan, of loaded: LoadedRegion, to folder: OutputFolder) throws -> PlanReport {
    try SelfCheck(console: common.console).demand(plan, keeps: loaded.region)
    let report = PlanReport(
      region: loaded.region, plan: plan,
      inputs: loaded.reading.fingerprints.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      },
      version: Tranche.version, stamp: common.stamp)
    let style: CSVStyle = isPlainCSV ? .plain : .people
    let writers: [any PlanWriter] = [
      .json, .csv(style), .html, .svg, PlanTextFile.calendar,
    ]
    let files = try writers.flatMap { try $0.files(for: report) }
    do {
      try folder.write(files)
    } catch {
      common.console.complain("error: \(error.path) cannot be written: \(error.reason)")
      throw ExitStatus.cannotWrite.code
    }
    return report
  }
}
