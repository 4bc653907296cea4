import TrancheKit

/// Checks a plan and writes its files: what every command does that keeps a plan.
struct PlanDelivery {
  let refusal: Refusal
  let isPlainCSV: Bool

  /// Writes a plan that keeps every rule, or ends the command.
  func write(_ plan: Plan, of loaded: LoadedRegion, to folder: OutputFolder) throws -> PlanReport {
    try SelfCheck(console: refusal.common.console).demand(plan, keeps: loaded.region)
    let report = PlanReport(
      region: loaded.region, plan: plan,
      inputs: loaded.reading.fingerprints.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      },
      version: Tranche.version, stamp: refusal.common.stamp)
    let style: CSVStyle = isPlainCSV ? .plain : .people
    let writers: [any PlanWriter] = [
      .csv(style), GanttHTMLWriter(digest: Fingerprint.sha256), .svg, PlanTextFile.calendar, .json,
    ]
    // Each format by itself, so that large regions are written in the time of the slowest.
    let files = try Parallel.map(writers.count, threads: 2) { place, _ in
      Result { try writers[place].files(for: report) }
    }.flatMap { try $0.get() }
    do { try folder.write(files) } catch { try refusal.end(error) }
    return report
  }
}
