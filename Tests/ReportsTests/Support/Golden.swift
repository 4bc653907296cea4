import FoundationEssentials
import Testing

@testable import Reports

/// Files that outputs are compared with whole.
///
/// Set `TRANCHE_RECORD=1` to write them anew, then read the difference before committing it.
/// Set `TRANCHE_LOOK` to a folder to have every compared output written there as well.
enum Golden {
  static func expect(
    _ file: OutputFile, name: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let environment = ProcessInfo.processInfo.environment
    let name = name ?? file.name
    if let folder = environment["TRANCHE_LOOK"] { try write(file, to: folder + "/" + name) }
    let path = #filePath.replacing("Support/Golden.swift", with: "Golden/" + name)
    if environment["TRANCHE_RECORD"] == "1" { try write(file, to: path) }
    guard let golden = FileManager.default.contents(atPath: path) else {
      Issue.record("no golden file \(name)", sourceLocation: sourceLocation)
      return
    }
    if Array(golden) == file.bytes { return }
    let wanted = String(decoding: golden, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs from line \((line?.offset ?? min(wanted.count, found.count)) + 1):
      wanted \(line.map { String($0.element.0.prefix(400)) } ?? "\(wanted.count) lines")
      found  \(line.map { String($0.element.1.prefix(400)) } ?? "\(found.count) lines")
      """, sourceLocation: sourceLocation)
  }

  /// Writes an output that is only to be looked at.
  static func look(_ file: OutputFile, name: String) throws {
    if let folder = ProcessInfo.processInfo.environment["TRANCHE_LOOK"] {
      try write(file, to: folder + "/" + name)
    }
  }

  private static func write(_ file: OutputFile, to path: String) throws {
    try Data(file.bytes).write(to: URL(filePath: path))
  }
}
