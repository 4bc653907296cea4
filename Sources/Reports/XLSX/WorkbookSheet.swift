import CXLSXWriter
import Days

/// A sheet of a workbook; rows and columns count from 0.
struct WorkbookSheet {
  let name: String
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let book: Workbook

  /// The day that the format counts from, for every day after February 1900.
  private static let origin = Day(year: 1899, month: 12, day: 30) ?? Day(number: -25_569)

  /// How many characters stand side by side on a page that is shrunk to type of 7 points.
  private static let mostOnPage = 290.0

  /// Writes a cell; dates and numbers keep their own form whatever the look.
  func write(_ cell: CSVCell, _ row: Int, _ column: Int, _ style: WorkbookStyle = .text) {
    let (row, column) = (UInt32(row), UInt16(column))
    var style = style
    switch cell {
    case .empty:
      if style != .text { worksheet_write_blank(sheet, row, column, book.format(style)) }
    case .text(let text):
      worksheet_write_string(sheet, row, column, WorkbookText.cell(text), book.format(style))
    case .number(let number):
      style.form = .decimal
      worksheet_write_number(sheet, row, column, number, book.format(style))
    case .integer(let number):
      style.form = .whole
      worksheet_write_number(sheet, row, column, Double(number), book.format(style))
    case .day(let day):
      style.form = .date
      let serial = Double(day - Self.origin)
      worksheet_write_number(sheet, row, column, serial, book.format(style))
    }
  }

  /// Writes a text.
  func write(_ text: String, _ row: Int, _ column: Int, _ style: WorkbookStyle = .text) {
    write(CSVCell.text(text), row, column, style)
  }

  /// Puts a note on a cell.
  func note(_ text: String, _ row: Int, _ column: Int) {
    var options = lxw_comment_options()
    options.width = 320
    options.height = 110
    worksheet_write_comment_opt(
      sheet, UInt32(row), UInt16(column), WorkbookText.plain(text), &options)
  }

  /// Sets the width of some columns, in characters.
  func width(_ width: Double, _ columns: ClosedRange<Int>) {
    worksheet_set_column(
      sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
  }

  /// Keeps the rows above and the columns left of a cell in sight.
  func freeze(_ row: Int, _ column: Int) {
    worksheet_freeze_panes(sheet, UInt32(row), UInt16(column))
  }

  /// Sets a row's height, and the depth of the outline that it is in.
  func row(_ row: Int, height: Double = 15, level: Int = 0) {
    var options = lxw_row_col_options()
    options.level = UInt8(level)
    worksheet_set_row_opt(sheet, UInt32(row), height, nil, &options)
  }

  /// Prints on A3 across, with the first rows and columns on every page.
  ///
  /// - Parameter widths: of all columns in characters; what is too wide for one page to be read
  ///   goes on beside it.
  func print(rows: Int, columns: Int, foot: String, widths: [Double] = []) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 8)
    let repeated = widths.prefix(columns).reduce(0, +)
    let rest = widths.dropFirst(columns).reduce(0, +)
    let pages = (rest / max(50, Self.mostOnPage - repeated)).rounded(.up)
    worksheet_fit_to_pages(sheet, UInt16(max(1, min(pages, 50))), 0)
    if rows > 0 { worksheet_repeat_rows(sheet, 0, UInt32(rows - 1)) }
    if columns > 0 { worksheet_repeat_columns(sheet, 0, UInt16(columns - 1)) }
    // An ampersand would begin a code, and a foot holds 255 characters.
    let text = WorkbookText.plain(foot).replacing("&", with: "+").prefix(180)
    worksheet_set_footer(sheet, "&L\(text)&RPage &P of &N")
  }

  /// Colours the cells of a range whose text is this.
  func colour(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, equal text: String,
    _ style: WorkbookStyle
  ) {
    condition(
      rows, columns, LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
      "\"\(text.replacing("\"", with: "\"\""))\"", style)
  }

  /// Colours the cells of a range for which a formula, written for its first cell, is true.
  func colour(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, where formula: String,
    _ style: WorkbookStyle
  ) {
    condition(
      rows, columns, LXW_CONDITIONAL_TYPE_FORMULA, LXW_CONDITIONAL_CRITERIA_NONE, formula, style)
  }

  private func condition(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ type: lxw_conditional_format_types,
    _ criteria: lxw_conditional_criteria, _ value: String, _ style: WorkbookStyle
  ) {
    var bytes = Array(value.utf8CString)
    bytes.withUnsafeMutableBufferPointer { buffer in
      var format = lxw_conditional_format()
      format.type = UInt8(type.rawValue)
      format.criteria = UInt8(criteria.rawValue)
      format.value_string = buffer.baseAddress
      format.format = book.format(style)
      worksheet_conditional_format_range(
        sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), &format)
    }
  }
}
