import Migrations

/// The codes of practices, as people type them.
extension PracticesFile {
  /// The code in a cell; nil, with a report, if it is none or is there already.
  func readCode(
    _ record: CSVScanner.Record, _ column: Int, _ cells: CellReader
  ) -> PracticeCode? {
    let written = cells.table.text(record, column)
    guard !written.isEmpty else {
      cells.report(
        "E112", record, column, "row \(record.row) has no ODS code",
        fix: "add the code, or delete the row.")
      return nil
    }
    let code = PracticeCode(Self.withoutBlanks(written.uppercased()))
    if let first = rows[code] {
      cells.report(
        "E120", record, column, "practice \(code.text.prefix(20)) appears twice",
        why: "It is in cells \(cells.table.cell(first, column)) and"
          + " \(cells.table.cell(record, column)).",
        fix: first.sheet == record.sheet
          ? "remove one row, or give the branch its own code."
          : "read the sheet that holds: write sheet = \"\(sheetName(first, cells))\" or"
            + " \"\(sheetName(record, cells))\" under [input] in region.toml; or remove one row.")
      return nil
    }
    guard accepts(code.text, record, column, cells) else { return nil }
    if written != code.text {
      cells.report(
        "W131", record, column, "\"\(written.prefix(20))\" was read as \(code.text.prefix(20))",
        why: written.uppercased() == code.text
          ? "Codes that differ only in case are the same." : "A code has no blanks or brackets.")
    }
    return code
  }

  private func sheetName(_ record: CSVScanner.Record, _ cells: CellReader) -> String {
    let sheets = cells.table.file.origin?.sheets ?? []
    return sheets.indices.contains(record.sheet) ? String(sheets[record.sheet].prefix(40)) : ""
  }

  /// The code without blanks inside and brackets around it, if that makes it a code.
  private static func withoutBlanks(_ text: String) -> String {
    let kept = text.filter { !$0.isWhitespace && !"()[]\"'".contains($0) }
    return isCode(kept) ? kept : text
  }

  /// Whether a text is a letter and five digits.
  private static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 6 && (65...90).contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// Whether a code may stand: those of other shapes with a warning, those that are a slip not.
  private func accepts(
    _ code: String, _ record: CSVScanner.Record, _ column: Int, _ cells: CellReader
  ) -> Bool {
    guard !Self.isCode(code) else { return true }
    let parts = code.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let codes = parts.filter(Self.isCode)
    let look: [Character: Character] = ["O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"]
    let mended = String(
      code.enumerated().map { place, letter in place == 0 ? letter : look[letter] ?? letter })
    if code.utf8.count == 9, Self.isCode(String(code.prefix(6))),
      code.utf8.dropFirst(6).allSatisfy({ (48...57).contains($0) })
    {
      cells.report(
        "E132", record, column, "\"\(code)\" is the code of a branch",
        why: "A practice moves with its branches, once.",
        fix: "its practice is \(code.prefix(6)): name the branch there, under branches, and delete"
          + " this row.")
    } else if codes.count > 1 {
      cells.report(
        "E131", record, column, "\"\(code.prefix(40))\" holds \(codes.count) codes",
        fix: "write a row for each practice.")
    } else if let only = codes.first {
      cells.report(
        "E131", record, column, "\"\(code.prefix(40))\" is more than a practice's code",
        fix: "did you mean \(only)?")
    } else if Self.isCode(mended) {
      cells.report(
        "E131", record, column, "\"\(code)\" has a letter where a practice's code has a digit",
        fix: "did you mean \(mended)?")
    } else {
      cells.report(
        "W130", record, column,
        "\"\(code.prefix(20))\" has not the shape of a practice's code",
        why: "A practice's code in England is a letter and five digits.", fix: "check it.")
      return true
    }
    return false
  }
}
