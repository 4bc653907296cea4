import TrancheKit

/// Reads a region with one of its plans, and all that a report on them says.
struct PlanSource {
  let refusal: Refusal
  let regionOptions: RegionOptions
  /// The plan's folder.
  let plan: String

  /// The report, and what else the region's files say.
  func read() throws -> (report: PlanReport, loaded: LoadedRegion) {
    let (loaded, reading) = try regionOptions.read(plan: plan, refusal)
    guard let read = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let region = loaded.region
    let judgement = try Judging(refusal: refusal, options: regionOptions)
      .judgement(of: reading, loaded)
    let recounted = try Counting(refusal: refusal, path: plan, settings: regionOptions.settings)
      .plan(read, reading, loaded, judgement, proves: true)
    var warnings = reading.diagnostics + loaded.changes(since: reading.inputs)
    var report = PlanReport(
      region: region, plan: recounted,
      inputs: reading.inputs.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      }, version: reading.version, stamp: refusal.common.stamp)
    report.listed = loaded.reading.region?.practices
    warnings += try addRevisions(to: &report)
    let schedules = Self.schedules(of: read)
    report.slack = PlanSlack(of: schedules, in: region).all()
    let broken = Checker().findings(schedules: schedules, region: region)
    if !broken.isEmpty {
      warnings.append(
        Diagnostic(
          code: "W440", file: plan,
          message: "the plan breaks \(counted(broken.count, "rule")) of the "
            + "region as it is now: \(broken[0].message)",
          fix: "see tranche verify, and plan again."))
    }
    say(warnings)
    report.findings =
      broken.map {
        ReportFinding(
          kind: $0.rule.rawValue, place: $0.practice?.text ?? $0.resource?.text ?? "",
          message: $0.message)
      } + (loaded.reading.diagnostics + warnings).map(Self.finding)
    return (report, loaded)
  }

  private func say(_ warnings: [Diagnostic]) {
    guard !warnings.isEmpty else { return }
    refusal.common.console.say(
      DiagnosticText(isASCII: refusal.common.isASCII).render(warnings))
  }

  /// The dates of the scheduled practices by their place in the region's list.
  private static func schedules(of plan: Plan) -> [Int: Schedule] {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    return schedules
  }

  /// A message about a file, for lists.
  static func finding(_ diagnostic: Diagnostic) -> ReportFinding {
    var place = diagnostic.file
    if let cell = diagnostic.cell {
      place += ", \(cell)"
    } else if let line = diagnostic.line {
      place += ", line \(line)"
    }
    return ReportFinding(
      kind: diagnostic.severity.rawValue, code: diagnostic.code, place: place,
      message: diagnostic.message, fix: diagnostic.fix ?? "")
  }

  // MARK: Accepted plans

  /// Adds the accepted plans up to this one, if it is one of them, or else all of them.
  ///
  /// - Returns: a warning where a later plan has been accepted since.
  private func addRevisions(to report: inout PlanReport) throws -> [Diagnostic] {
    let revisions = try Judging(refusal: refusal, options: regionOptions).accepted()
      .map { entry in
        PlanReport.Revision(
          number: entry.record.revision,
          accepted: entry.record.accepted.flatMap { PlanReport.Stamp(iso: $0) }, plan: entry.plan)
      }
    let own = PlanSnapshot(of: report.plan, in: report.region)
    guard let place = revisions.lastIndex(where: { Self.haveSameDates($0.plan, own) }) else {
      report.revisions = revisions
      return []
    }
    report.standing = .accepted
    report.revisions = Array(revisions[...place])
    guard place < revisions.count - 1 else { return [] }
    let history = AcceptedHistory(region: regionOptions.region)
    return [
      Diagnostic(
        code: "W430", file: plan,
        message: "this is revision \(place + 1), and revision \(revisions.count) has been "
          + "accepted since",
        fix: "use \(history.folder)/\(AcceptedHistory.folderName(of: revisions.count)) "
          + "for what is agreed now.")
    ]
  }

  /// Whether two plans give every practice the same dates.
  private static func haveSameDates(_ one: PlanSnapshot, _ other: PlanSnapshot) -> Bool {
    func dates(_ plan: PlanSnapshot) -> [PracticeCode: [PlanSnapshot.Stage]] {
      Dictionary(plan.entries.map { ($0.code, $0.stages) }, uniquingKeysWith: { one, _ in one })
    }
    return dates(one) == dates(other)
  }
}
