import Days

/// Says what cells hold besides their text: errors, comments, and what a workbook hides.
struct CellRemarks {
  /// The headings that the file's reader knows.
  let names: HeadingNames
  /// Where messages go.
  let reports: Reports

  /// Reports on the cells of a table, and marks those that hold an error.
  func report(on table: inout CSVTable) {
    let known = Set(
      table.headings.indices.filter {
        !table.headings[$0].isEmpty && names.isKnown(table.headings[$0])
      })
    var refused: Set<Int> = []
    for record in table.records {
      for column in known where column < record.fields.count {
        let field = table.fields[record.fields.lowerBound + column]
        // Most cells do not even begin like an error.
        guard field.start < field.end, Self.canBegin(table.file.bytes[field.start]) else {
          continue
        }
        let text = table.text(record, column)
        guard Self.isError(text) else { continue }
        refused.insert(record.fields.lowerBound + column)
        reports.add(
          table.diagnostic(
            "E164", record, column, "the cell holds the error \(text.prefix(20))",
            why: "What its formula should give is not known, so nothing is taken for it.",
            fix: "mend the formula, or type the value."))
      }
    }
    table.refusedFields = refused
    if let origin = table.file.origin { report(origin, known, &table) }
  }

  private func report(_ origin: WorkbookOrigin, _ known: Set<Int>, _ table: inout CSVTable) {
    // Rows of the workbook's table begin with its headings, and no two are on one line.
    var records: [Int: CSVScanner.Record] = [:]
    for record in table.records { records[place(of: record, origin)] = record }
    var struck: [Int: Set<Int>] = [:]
    var beyond: [String] = []
    for remark in origin.remarks {
      guard let record = records[remark.row] else { continue }
      switch remark.kind {
      case .unsaved where known.contains(remark.column):
        table.refusedFields.insert(record.fields.lowerBound + remark.column)
        reports.add(
          table.diagnostic(
            "E165", record, remark.column,
            "the cell holds the formula \(table.text(record, remark.column).prefix(60)) without its"
              + " value",
            why: "The program that wrote the workbook did not reckon it.",
            fix: "open the workbook in a spreadsheet and save it, or type the value."))
      case .comment(let text):
        reports.add(
          table.diagnostic(
            "N185", record, remark.column,
            "a comment on cell \(table.cell(record, remark.column)) says"
              + " \"\(table.file.showsContents ? String(text.prefix(200)) : "...")\"",
            why: names.field("notes") == "notes" ? "It is kept with the notes of its row." : nil))
      case .struck where known.contains(remark.column):
        struck[remark.row, default: []].insert(remark.column)
      case .beyond(let name): beyond.append(name)
      default: break
      }
    }
    reportStruck(struck, records, table)
    reportHidden(origin, records, known, table)
    if let first = beyond.first {
      reports.add(
        Diagnostic(
          code: "W170", file: table.file.name, cell: first,
          message: "\(counted(beyond.count, "cell")) right of the headings"
            + " \(beyond.count.form("was", "were")) not read, first \(first)",
          fix: "give the column a heading, or take the cells away."))
    }
    for fill in origin.fills.prefix(1_000) {
      reports.add(
        Diagnostic(
          code: "N186", file: table.file.name,
          message: "the merged cells \(fill.range) were read as"
            + " \"\(table.file.showsContents ? String(fill.value.prefix(40)) : "...")\" in each"))
    }
  }

  private func place(of record: CSVScanner.Record, _ origin: WorkbookOrigin) -> Int {
    // Cells with line ends make lines and places differ; rows are in order within their sheet.
    var (low, high) = (1, origin.rows.count)
    while low < high {
      let middle = (low + high) / 2
      let row = origin.rows[middle]
      if (row.sheet, row.number) < (record.sheet, record.row) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func reportStruck(
    _ struck: [Int: Set<Int>], _ records: [Int: CSVScanner.Record], _ table: CSVTable
  ) {
    let identifying = table.headings.indices.filter {
      ["ods_code", "odscode", "practice_name"].contains(names.field(table.headings[$0]) ?? "")
    }
    var rows: [CSVScanner.Record] = []
    for (place, columns) in struck.sorted(by: { $0.key < $1.key }) {
      guard let record = records[place] else { continue }
      if identifying.contains(where: columns.contains) {
        rows.append(record)
        continue
      }
      for column in columns.sorted() {
        reports.add(
          table.diagnostic(
            "W188", record, column,
            "cell \(table.cell(record, column)) is struck through, and was read as it stands",
            fix: "empty the cell if it no longer holds."))
      }
    }
    guard !rows.isEmpty else { return }
    reports.add(
      Diagnostic(
        code: "W188", file: table.file.name, cell: table.cell(rows[0], 0),
        message: "\(RowWords.of(rows, table.file.origin)) \(rows.count.form("is", "are")) struck"
          + " through, and \(rows.count.form("was", "were")) read as planned",
        why: "What a line through a row means is known to whoever drew it.",
        fix: "delete the row, or say in a column status that it is cancelled or on hold."))
  }

  private func reportHidden(
    _ origin: WorkbookOrigin, _ records: [Int: CSVScanner.Record], _ known: Set<Int>,
    _ table: CSVTable
  ) {
    let rows = table.records.filter { origin.rows[place(of: $0, origin)].isHidden }
    if !rows.isEmpty {
      reports.add(
        Diagnostic(
          code: "W187", file: table.file.name, cell: table.cell(rows[0], 0),
          message:
            "\(RowWords.of(rows, origin)) \(rows.count.form("is", "are")) hidden or filtered"
            + " away, and \(rows.count.form("was", "were")) read",
          fix: "show the rows if they belong to the plan, or delete them."))
    }
    for (sheet, columns) in origin.hiddenColumns.enumerated() {
      for column in columns.sorted() where known.contains(column) {
        guard
          let record = table.records.first(where: {
            $0.sheet == sheet && !table.text($0, column).isEmpty
          })
        else { continue }
        reports.add(
          table.diagnostic(
            "W189", record, column,
            "the column \"\(table.headings[column].prefix(60))\" is hidden,"
              + " and was read", fix: "show it, or delete it if it no longer holds."))
      }
    }
  }

  private static func canBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "E") || byte <= 32
  }

  /// Whether a text is what a spreadsheet shows where a formula has failed.
  static func isError(_ text: String) -> Bool {
    if text.hasPrefix("#") { return errors.contains(text.uppercased()) }
    return text.hasPrefix("Err:") && text.dropFirst(4).allSatisfy { $0.isNumber }
      && text.utf8.count == 7
  }

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#EXTERNAL!",
    "#PYTHON!", "#TIMEOUT!", "#N/A!", "#ERROR!",
  ]
}
