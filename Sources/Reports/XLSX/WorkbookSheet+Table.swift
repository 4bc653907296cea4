import CXLSXWriter

/// Whole tables on a sheet.
extension WorkbookSheet {
  /// Writes a table from the first row on: headings, filter, widths, frozen headings and columns.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - frozen: the columns on the left that stay in sight.
  ///   - foot: what stands at the foot of every printed page.
  ///   - look: gives a cell its look; nil for none of its own.
  func write(
    _ table: ReportTable, frozen: Int, foot: String,
    look: (_ row: Int, _ column: Int) -> WorkbookStyle? = { _, _ in nil }
  ) {
    let tallest = table.columns.map { Self.lines($0.title, width: $0.width, isBold: true) }.max()
    row(0, height: Self.height(max(2, tallest ?? 2)))
    for (column, heading) in table.columns.enumerated() {
      write(heading.title, 0, column, .heading)
      width(heading.width, column...column)
    }
    let wrapped = table.columns.map { $0.width >= 50 }
    // Lists say the same for many practices.
    var counted: [String: Int] = [:]
    for (row, cells) in table.rows.enumerated() {
      var most = 1
      for (column, cell) in cells.enumerated() {
        let style = look(row, column) ?? (wrapped[column] ? .wrapped : .text)
        write(cell, row + 1, column, style)
        guard wrapped[column], case .text(let text) = cell else { continue }
        let width = table.columns[column].width
        let key = "\(width) \(text)"
        let lines = counted[key] ?? Self.lines(text, width: width)
        counted[key] = lines
        most = max(most, lines)
      }
      // Not every program makes room by itself.
      if most > 1 { self.row(row + 1, height: Self.height(most)) }
    }
    let last = max(1, table.rows.count)
    worksheet_autofilter(sheet, 0, 0, UInt32(last), UInt16(table.columns.count - 1))
    freeze(1, frozen)
    print(rows: 1, columns: frozen, foot: foot, widths: table.columns.map(\.width))
  }

  /// The lines that a text of 10 points takes in a column, or a little less.
  static func lines(_ text: String, width: Double, isBold: Bool = false) -> Int {
    text.split(whereSeparator: \.isNewline).reduce(0) { count, part in
      count + ArialWidth.lines(String(part), width: width * 8, size: isBold ? 14.5 : 13.3).count
    }
  }

  /// The height of a row of so many lines, in points; a row cannot be higher than a page of A4.
  static func height(_ lines: Int) -> Double { min(400, Double(lines) * 13 + 3) }

  /// Lets people choose one of a few words in the cells below a heading.
  func choices(_ words: [String], column: Int, rows: ClosedRange<Int>) {
    // The library of Debian 12 writes past its buffer where a list is not ASCII.
    var texts: [UnsafeMutablePointer<CChar>?] = words.filter { $0.utf8.allSatisfy { $0 < 128 } }
      .map { Self.copy($0) }
    texts.append(nil)
    texts.withUnsafeMutableBufferPointer { buffer in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = buffer.baseAddress
      worksheet_data_validation_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
        &validation)
    }
    for text in texts { text?.deallocate() }
  }

  private static func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (place, byte) in bytes.enumerated() { (copy + place).initialize(to: byte) }
    return copy
  }
}
