public import Days
import Files
public import Migrations

/// A scenario: what a what-if run changes, kept in a file.
public struct ScenarioFile: Sendable {
  /// What it is called in words; empty if it has no name.
  public var name = ""
  /// Settings as for `--set`.
  public var settings: [(key: String, value: String)] = []
  /// Agreed go-lives.
  public var pins: [(code: PracticeCode, day: Day)] = []
  /// Days on which a practice takes no cutover.
  public var blocks: [(code: PracticeCode, days: ClosedRange<Day>)] = []
  /// Practices that drop out.
  public var drops: [PracticeCode] = []
  /// Further files of practices, by path from the working folder.
  public var additions: [String] = []

  /// What came of reading a scenario.
  public struct Reading: Sendable {
    /// The scenario; nil exactly if there are errors.
    public var scenario: ScenarioFile?
    /// Everything there is to say.
    public var diagnostics: [Diagnostic]
    /// Whether the file is missing, rather than wrong.
    public var missingFile: Bool
  }

  /// Reads a scenario: `name`, `[set]` with keys of region.toml, `[pin]` with ODS = date,
  /// `[[block]]` with `practice`, `from`, `to`, `drop` and `add` as lists.
  public static func read(_ path: String) -> Reading {
    let reports = Reports()
    var isMissing = false
    var scenario: ScenarioFile?
    do {
      let file = try SourceFile.read(path, name: path)
      Inputs.remember(path)
      if let root = RegionFolder.table(of: file, reports: reports) {
        scenario = ScenarioReader(folder: folder(of: path), reports: reports, file: file)
          .read(root.table)
      }
    } catch {
      if case .missing = error { isMissing = true }
      reports.add(
        Diagnostic(
          code: "E100", file: path, message: "\(path) \(error.words)",
          fix: "name a TOML file with the scenario."))
    }
    return Reading(
      scenario: reports.hasErrors ? nil : scenario, diagnostics: reports.diagnostics,
      missingFile: isMissing)
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { $0 + "/" }.joined()
  }
}

/// The parts of a scenario's file.
private struct ScenarioReader {
  let folder: String
  let reports: Reports
  let file: SourceFile

  private static let keys = ["name", "set", "pin", "block", "drop", "add"]

  func read(_ root: TOMLTable) -> ScenarioFile {
    var scenario = ScenarioFile()
    for entry in root.entries {
      switch (entry.key, entry.value.content) {
      case ("name", .string(let text)): scenario.name = text
      case ("set", .table(let table)): flatten(table, "", &scenario.settings)
      case ("pin", .table(let table)):
        for pin in table.entries {
          guard case .date(let day) = pin.value.content else {
            report(pin, "the pin of \(pin.key.prefix(20)) is not a date")
            continue
          }
          scenario.pins.append((PracticeCode(pin.key.uppercased()), day))
        }
      case ("block", .array(let blocks)): scenario.blocks += blocks.compactMap { block($0, entry) }
      case ("drop", .array(let codes)):
        scenario.drops += texts(codes, entry).map { PracticeCode($0.uppercased()) }
      case ("add", .array(let paths)):
        // A file beside the scenario is meant, wherever the command is run.
        scenario.additions += texts(paths, entry).map { $0.hasPrefix("/") ? $0 : folder + $0 }
      case (let key, _) where Self.keys.contains(key):
        report(entry, "\"\(key)\" is \(entry.value.kind), which it cannot be")
      case (let key, _):
        report(
          entry, "unknown key \"\(key.prefix(60))\"",
          fix: Suggestion.sentence(for: key, in: Self.keys))
      }
    }
    return scenario
  }

  private func flatten(
    _ table: TOMLTable, _ prefix: String, _ settings: inout [(key: String, value: String)]
  ) {
    for entry in table.entries {
      let key = prefix + entry.key
      if case .table(let inner) = entry.value.content, !inner.entries.isEmpty {
        flatten(inner, key + ".", &settings)
      } else if let text = entry.value.written {
        settings.append((key, text))
      } else {
        report(entry, "the value of \(key.prefix(60)) cannot be set")
      }
    }
  }

  private func block(
    _ value: TOMLValue, _ entry: TOMLTable.Entry
  ) -> (code: PracticeCode, days: ClosedRange<Day>)? {
    guard case .table(let table) = value.content,
      case .string(let code)? = table["practice"]?.content,
      case .date(let from)? = table["from"]?.content, case .date(let to)? = table["to"]?.content,
      from <= to, table.entries.count == 3
    else {
      report(
        entry, "a block needs practice, from and to, and nothing else",
        fix: "write [[block]] with practice = \"L82003\", from = 2027-06-01, to = 2027-06-12.")
      return nil
    }
    return (PracticeCode(code.uppercased()), from...to)
  }

  private func texts(_ values: [TOMLValue], _ entry: TOMLTable.Entry) -> [String] {
    values.compactMap { value in
      if case .string(let text) = value.content { return text }
      report(entry, "\"\(entry.key)\" is a list of texts, but holds \(value.kind)")
      return nil
    }
  }

  private func report(_ entry: TOMLTable.Entry, _ message: String, fix: String? = nil) {
    reports.add(
      file.diagnostic(
        "E393", line: entry.position.line, column: entry.position.column, message, fix: fix))
  }
}

extension TOMLValue {
  /// The value as it would be typed after `--set KEY=`; nil for what cannot be typed.
  fileprivate var written: String? {
    switch content {
    case .string(let text):
      "\""
        + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n") + "\""
    case .integer, .number, .boolean, .date: text
    case .array(let elements):
      elements.allSatisfy { $0.written != nil }
        ? "[" + elements.compactMap(\.written).joined(separator: ", ") + "]" : nil
    case .table(let table):
      table.entries.allSatisfy { $0.value.written != nil }
        ? "{ "
          + table.entries.compactMap { entry in
            entry.value.written.map { "\"\(entry.key)\" = \($0)" }
          }.joined(separator: ", ") + " }" : nil
    case .dateTime, .time: nil
    }
  }
}
