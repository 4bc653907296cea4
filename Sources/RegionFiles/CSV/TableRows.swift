import Days

/// Tells the rows of a table from what stands between and below them: sections, totals, keys.
struct TableRows {
  /// The headings that the file's reader knows.
  let names: HeadingNames
  /// The table's own headings.
  let headings: [String]
  /// Where messages go.
  let reports: Reports

  /// The rows that are rows of the table; the others are noted.
  func kept(
    _ rows: [CSVScanner.Record], _ scan: CSVScanner, _ file: SourceFile
  ) -> [CSVScanner.Record] {
    var kept = rows
    var left: [(record: CSVScanner.Record, words: String)] = []
    let fields = headings.map { $0.isEmpty ? nil : names.field($0) }
    let isOfPractices = names.required.contains(PracticeField.name.rawValue)
    if isOfPractices, let code = fields.firstIndex(of: PracticeField.odsCode.rawValue),
      let name = fields.firstIndex(of: PracticeField.name.rawValue)
    {
      let source = fields.firstIndex(of: PracticeField.source.rawValue)
      kept = []
      for record in rows {
        func text(_ column: Int?) -> String {
          guard let column, column < record.fields.count else { return "" }
          let field = scan.fields[record.fields.lowerBound + column]
          return Trimming.trimmed(CSVTable.text(field, in: file.bytes))
        }
        if isPractice(text(code), name: text(name), source: text(source)) {
          kept.append(record)
        } else {
          let words = headings.indices.lazy.map { text($0) }.first { !$0.isEmpty }
          left.append((record, words ?? ""))
        }
      }
    } else if let last = rows.last, isTotal(last, scan, file) {
      kept.removeLast()
      left = [(last, "")]
    }
    if !left.isEmpty { note(left, file, isOfPractices) }
    return kept
  }

  private func isPractice(_ code: String, name: String, source: String) -> Bool {
    let digits = code.utf8.count { (48...57).contains($0) }
    if digits >= 2, !code.contains(where: \.isWhitespace), code.utf8.count <= 12 { return true }
    // The headings again, as on every printed page.
    if names.field(code) == PracticeField.odsCode.rawValue,
      names.field(name) == PracticeField.name.rawValue
    {
      return false
    }
    let first = (code.isEmpty ? name : code).lowercased()
    let words = first.split { !$0.isLetter }
    let opening: Set<Substring> = ["total", "totals", "grand", "sum", "count", "key", "legend"]
    let isClosing = words.first.map(opening.contains) ?? false || words.last == "total"
    if isClosing, name.isEmpty || code.isEmpty || source.isEmpty { return false }
    return !(name.isEmpty && source.isEmpty)
  }

  /// A spreadsheet's total stands last, and its row often has fewer cells.
  private func isTotal(_ row: CSVScanner.Record, _ scan: CSVScanner, _ file: SourceFile) -> Bool {
    let words = row.fields.prefix(3).map {
      Trimming.folded(CSVTable.text(scan.fields[$0], in: file.bytes))
    }
    guard let first = words.first(where: { !$0.isEmpty }) else { return false }
    return ["total", "totals", "grandtotal", "sum"].contains(first)
  }

  private func note(
    _ left: [(record: CSVScanner.Record, words: String)], _ file: SourceFile, _ isOfPractices: Bool
  ) {
    let words = left.prefix(3).map(\.words).filter { !$0.isEmpty && file.showsContents }
      .map { "\"\($0.prefix(40))\"" }
    let rows = RowWords.of(left.map(\.record), file.origin)
    let isOne = left.count == 1
    reports.add(
      Diagnostic(
        code: "N175", file: file.name, line: file.origin == nil ? left[0].record.line : nil,
        message: isOfPractices
          ? "\(rows) \(isOne ? "holds" : "hold") no practice and \(isOne ? "was" : "were") left out"
            + (words.isEmpty ? "" : ": \(words.joined(separator: ", "))")
          : "\(rows) is a total and was left out"))
  }
}

/// Rows in words.
enum RowWords {
  /// Such as `row 7`, or `rows 5, 9 to 12`, with their sheets where there are several.
  static func of(_ records: [CSVScanner.Record], _ origin: WorkbookOrigin?) -> String {
    var runs: [(sheet: Int, first: Int, last: Int)] = []
    for record in records {
      if let run = runs.last, run.sheet == record.sheet, run.last + 1 == record.row {
        runs[runs.count - 1].last = record.row
      } else {
        runs.append((record.sheet, record.row, record.row))
      }
    }
    let words = runs.prefix(12).map { run in
      let prefix = origin?.prefix(run.sheet) ?? ""
      return run.first == run.last
        ? "\(prefix)\(run.first)" : "\(prefix)\(run.first) to \(run.last)"
    }
    let more = runs.count > 12 ? " and more" : ""
    return "\(records.count.form("row", "rows")) \(words.joined(separator: ", "))\(more)"
  }
}
