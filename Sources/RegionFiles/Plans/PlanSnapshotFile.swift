import Files
import Days
public import Migrations

/// Reads plan.json without the region it was made for.
public enum PlanSnapshotFile {
  /// What came of reading a plan.
  public struct Reading: Sendable {
    /// The plan; nil exactly if there are errors.
    public var plan: PlanSnapshot?
    /// Everything there is to say.
    public var diagnostics: [Diagnostic]
    /// Whether plan.json is missing, rather than wrong.
    public var missingFile: Bool
    /// The SHA-256 of plan.json; empty if it could not be read.
    public var fingerprint = ""
  }

  /// Reads `plan.json` of a folder, or a file that ends in `.json`.
  public static func read(_ path: String) -> Reading {
    let path = PlanFolder.file(of: path)
    do {
      let file = try SourceFile.read(path, name: path)
      return read(file, path)
    } catch {
      var isMissing = false
      if case .missing = error { isMissing = true }
      let diagnostic = Diagnostic(
        code: "E100", file: path, message: "\(path) \(error.words)",
        fix: "name a folder that tranche plan wrote, or its plan.json.")
      return Reading(plan: nil, diagnostics: [diagnostic], missingFile: isMissing)
    }
  }

  private static func read(_ file: SourceFile, _ path: String) -> Reading {
    func failure(_ diagnostic: Diagnostic) -> Reading {
      Reading(plan: nil, diagnostics: [diagnostic], missingFile: false)
    }
    switch PlanFile.decode(file.bytes) {
    case .failure(let problem): return failure(problem.diagnostic(of: file))
    case .success(let record):
      guard let snapshot = snapshot(record) else {
        return failure(
          file.diagnostic(
            "E402", "\(file.name) holds a status or a date that no plan of tranche has",
            fix: "plan again; do not edit plan.json."))
      }
      let problems = PlanDifference.diagnostics(
        PlanFolder.differences(record, beside: path), in: PlanFolder.folder(of: path))
      guard problems.isEmpty else {
        return Reading(plan: nil, diagnostics: problems, missingFile: false)
      }
      return Reading(
        plan: snapshot, diagnostics: [], missingFile: false,
        fingerprint: Fingerprint.sha256(file.bytes))
    }
  }

  private static func snapshot(_ record: PlanFile) -> PlanSnapshot? {
    guard let proof = Plan.Proof(rawValue: record.summary.proof) else { return nil }
    var entries: [PlanSnapshot.Entry] = []
    for practice in record.practices {
      guard let entry = entry(practice) else { return nil }
      entries.append(entry)
    }
    let total = record.summary.cost.total
    return PlanSnapshot(
      regionName: record.region?.name ?? "", isAccepted: record.status == "accepted",
      inputs: Dictionary(
        record.inputs.map { ($0.file, $0.sha256) }, uniquingKeysWith: { one, _ in one }),
      cost: cost(record.summary.cost.terms), proof: proof,
      gap: max(0, (total - record.summary.bound) / max(total, 1)), entries: entries)
  }

  private static func entry(_ practice: PlanFile.Practice) -> PlanSnapshot.Entry? {
    guard let status = PlannedPractice.Status(rawValue: practice.status) else { return nil }
    var stages: [PlanSnapshot.Stage] = []
    for stage in practice.stages {
      guard let start = Day(iso: stage.start), let finish = Day(iso: stage.finish) else {
        return nil
      }
      stages.append(
        PlanSnapshot.Stage(
          code: stage.code ?? stage.stage, dates: StageDates(start: start, finish: finish)))
    }
    return PlanSnapshot.Entry(
      code: PracticeCode(practice.code), name: practice.name ?? practice.code, status: status,
      goLive: practice.goLive.flatMap { Day(iso: $0) }, stages: stages,
      cost: cost(practice.terms ?? [:]), reason: practice.reason ?? "",
      tasks: Dictionary(
        (practice.tasks ?? []).compactMap { task in Day(iso: task.date).map { (task.id, $0) } },
        uniquingKeysWith: { one, _ in one }),
      parties: PlanSnapshot.Parties(
        systems: [practice.source, practice.target].compactMap(\.self), pcn: practice.pcn,
        partner: practice.partner, contactEmail: practice.contactEmail),
      earliestGoLive: practice.earliestGoLive.flatMap { Day(iso: $0) })
  }

  private static func cost(_ terms: [String: Double]) -> Cost {
    var cost = Cost()
    for (name, points) in terms {
      if let term = Cost.Term(rawValue: name) { cost[term] = points }
    }
    return cost
  }
}
