import Files
public import Migrations

/// What came of reading a stages.csv.
public struct StagesReading: Sendable {
  /// The dates of each practice that has rows, in the pathway's order; they may be wrong in any
  /// way, and of the practices in `incomplete` some stages are missing.
  public var schedules: [PracticeCode: Schedule]
  /// The practices that lack stages; the findings name the stages.
  public var incomplete: Set<PracticeCode>
  /// What can be read but cannot be a plan: rows twice, missing or unknown stages, unknown
  /// practices.
  public var findings: [Finding]
  /// Everything there is to say.
  public var diagnostics: [Diagnostic]
  /// The SHA-256 of the file, in hexadecimal; empty if it could not be read.
  public var fingerprint: String
  /// Whether the file is missing, rather than wrong.
  public var missingFile: Bool

  /// Whether there is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads stages.csv, made by tranche or by hand: a row per practice and stage, in any order.
public enum StagesFile {
  /// Reads a file of this path; columns may stand in any order, stages are named by id or code.
  ///
  /// What cannot be read as dates of stages at all is a diagnostic: missing columns, empty cells,
  /// cells that are no dates. What can be read but cannot be a plan is a finding. Dates are not
  /// judged here.
  public static func read(_ path: String, for region: Region) -> StagesReading {
    let reports = Reports()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      let file = try SourceFile.read(path, name: name)
      var reader = StagesReader(region: region, reports: reports)
      reader.read(file)
      return StagesReading(
        schedules: reader.schedules, incomplete: reader.incomplete, findings: reader.findings,
        diagnostics: reports.diagnostics, fingerprint: Fingerprint.sha256(file.bytes),
        missingFile: false)
    } catch {
      var isMissing = false
      if case .missing = error { isMissing = true }
      let diagnostic = Diagnostic(
        code: "E100", file: name, message: "\(path) \(error.words)",
        fix: "name a folder that holds stages.csv.")
      return StagesReading(
        schedules: [:], incomplete: [], findings: [], diagnostics: [diagnostic], fingerprint: "",
        missingFile: isMissing)
    }
  }
}
