public import Migrations

/// What came of reading a region folder.
public struct RegionReading: Sendable {
  /// The region; nil exactly if there are errors.
  public var region: Region?
  /// Everything there is to say, file by file in the order of reading.
  public var diagnostics: [Diagnostic]
  /// The SHA-256 of each file that was read, in hexadecimal, by its name below the folder.
  public var fingerprints: [(file: String, sha256: String)]
  /// Whether a file that is needed is missing, rather than wrong.
  public var missingFile: Bool
  /// `[output]`.
  public var output: OutputSettings
  /// The sheets of a workbook of practices that `[input]` names; empty for those that carry the
  /// headings.
  public var sheets: [String] = []
  /// Where the practices stand in their files.
  public var places = PracticePlaces()

  /// Whether there is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads a region folder: region.toml, practices.csv and, if present, closures.csv, links.csv and
/// actuals.csv.
public enum RegionFolder {
  /// Reads a folder and reports everything that is wrong with it in one go.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - overrides: values of `--set`, by dotted key, put into region.toml before it is read.
  ///   - additions: paths of further files of practices, in the shape of practices.csv.
  public static func read(
    _ path: String, overrides: [(key: String, value: String)] = [], additions: [String] = []
  ) -> RegionReading {
    FolderReader(path: path, additions: additions).read(overrides: overrides)
  }

  /// The root table of a TOML file; nil, with a report, if it cannot be parsed.
  static func table(of file: SourceFile, reports: Reports) -> TableReader? {
    guard file.bytes.count <= TOMLParser.largest else {
      let megabytes = TOMLParser.largest / 1_048_576
      reports.add(
        file.diagnostic(
          "E391", "the file is larger than \(megabytes) MB, and was not read",
          why: "No region needs that many words: that of all England has 2 kB.",
          fix: "name the file that describes the region; tables belong into CSV files."))
      return nil
    }
    do {
      let table = try TOMLParser.parse(file.bytes)
      return TableReader(
        name: "the top of \(file.name)", table: table,
        position: SourcePosition(line: 1, column: 1), file: file, reports: reports)
    } catch {
      let position = error.position
      reports.add(
        file.diagnostic(
          "E390", line: position.line > 0 ? position.line : nil,
          column: position.column > 0 ? position.column : nil,
          "the file is not TOML: \(error.message)",
          why: "Nothing else in this file was checked."))
      return nil
    }
  }
}
