import Days

/// Reads one table of a TOML file key by key, and says what it did not understand.
///
/// Every key that is asked for is known from then on; `finish` reports the others with the
/// nearest known name. A class, so that helpers can share it.
final class TableReader {
  /// The table as people write it: `[rules]`, `[[resource]] trainers`.
  var name: String
  /// The table.
  let table: TOMLTable
  /// Where the table stands.
  let position: SourcePosition
  /// The file it stands in.
  let file: SourceFile
  /// Where messages go.
  let reports: Reports
  private var known: [String] = []

  /// A reader of a table.
  init(
    name: String, table: TOMLTable, position: SourcePosition, file: SourceFile, reports: Reports
  ) {
    self.name = name
    self.table = table
    self.position = position
    self.file = file
    self.reports = reports
  }

  /// Whether the key is there; asking makes it known.
  func has(_ key: String) -> Bool { value(key) != nil }

  /// The value of a key, whatever it is.
  func value(_ key: String) -> TOMLValue? {
    if !known.contains(key) { known.append(key) }
    return table[key]
  }

  /// Where a key's value stands, or else the table.
  func position(of key: String) -> SourcePosition { table[key]?.position ?? position }

  /// Reports the keys that nobody asked for.
  func finish() {
    for entry in table.entries where !known.contains(entry.key) {
      report(
        "E310", at: entry.position, "unknown key \"\(entry.key.prefix(60))\" in \(name)",
        fix: Suggestion.sentence(for: entry.key, in: known))
    }
  }

  /// Reports something about a position in this file, or about the option that set the value.
  func report(
    _ code: String, at position: SourcePosition, _ message: String, why: String? = nil,
    fix: String? = nil
  ) {
    if let option = position.option {
      reports.add(Diagnostic(code: code, file: option, message: message, why: why, fix: fix))
    } else {
      reports.add(
        file.diagnostic(
          code, line: position.line > 0 ? position.line : nil,
          column: position.column > 0 ? position.column : nil, message, why: why, fix: fix))
    }
  }

  /// Reports something about a key's value.
  func report(
    _ code: String, _ key: String, _ message: String, why: String? = nil, fix: String? = nil
  ) {
    report(code, at: position(of: key), message, why: why, fix: fix)
  }

  /// Reports that a value is of the wrong kind.
  func mismatch(_ value: TOMLValue, _ key: String, wanted: String, fix: String) {
    report(
      "E320", at: value.position, "\"\(key)\" in \(name) must be \(wanted), not \(value.text)",
      fix: fix)
  }

  /// A reader of a table inside this one.
  func reader(_ name: String, _ table: TOMLTable, _ position: SourcePosition) -> TableReader {
    TableReader(name: name, table: table, position: position, file: file, reports: reports)
  }
}
