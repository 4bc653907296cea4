/// A table as read from a file: headings, rows, and the place of every cell.
struct CSVTable {
  /// The file, its bytes in UTF-8.
  let file: SourceFile
  /// The byte between the fields.
  let separator: UInt8
  /// The headings, trailing empty ones left out.
  let headings: [String]
  /// The row of the headings.
  let headingRecord: CSVScanner.Record
  /// The rows below the headings, blank rows and totals left out.
  let records: [CSVScanner.Record]
  /// All fields.
  let fields: [CSVScanner.Field]
  /// Whether the file could not be read to its end.
  var isCutShort = false
  /// The places of fields that hold an error instead of a value, which was said.
  var refusedFields: Set<Int> = []

  /// Whether a cell holds an error instead of a value, so that there is no more to say of it.
  func isRefused(_ record: CSVScanner.Record, _ column: Int) -> Bool {
    refusedFields.contains(record.fields.lowerBound + column) && column < record.fields.count
  }

  /// The text of a cell, without the spaces around it; empty where the row is too short.
  func text(_ record: CSVScanner.Record, _ column: Int) -> String {
    Trimming.trimmed(raw(record, column))
  }

  /// The text of a cell exactly as it stands, quotes undone.
  func raw(_ record: CSVScanner.Record, _ column: Int) -> String {
    guard column < record.fields.count else { return "" }
    return Self.text(fields[record.fields.lowerBound + column], in: file.bytes)
  }

  /// The text of a field exactly as it stands, quotes undone.
  static func text(_ field: CSVScanner.Field, in bytes: [UInt8]) -> String {
    guard field.hasDoubledQuotes else {
      return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
    }
    var text: [UInt8] = []
    var index = field.start
    while index < field.end {
      text.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The rows with as many cells as there are headings; the others are reported and not used.
  var completeRecords: [CSVScanner.Record] {
    records.filter { record in
      record.fields.count >= headings.count
        && (headings.count..<record.fields.count).allSatisfy { text(record, $0).isEmpty }
    }
  }

  /// The letters of a column, from 0: A to Z, AA and so on.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The cell as a spreadsheet names it, such as `I17`, or `EMIS!I17` where there are more sheets.
  func cell(_ record: CSVScanner.Record, _ column: Int) -> String {
    file.origin?.cell(sheet: record.sheet, row: record.row, column: column)
      ?? Self.letters(column) + String(record.row)
  }

  /// The line and column, in characters from 1, at which a cell begins in the file.
  func position(_ record: CSVScanner.Record, _ column: Int) -> (line: Int, column: Int) {
    guard !record.fields.isEmpty else { return (record.line, 1) }
    let place = record.fields.lowerBound + min(column, record.fields.count - 1)
    let field = fields[place]
    let start = field.isQuoted ? field.start - 1 : field.start
    let first = fields[record.fields.lowerBound]
    let recordStart = first.isQuoted ? first.start - 1 : first.start
    return Self.position(of: start, in: file.bytes, from: recordStart, line: record.line)
  }

  /// The line and column of a byte, counted from a byte that begins a known line.
  static func position(
    of byte: Int, in bytes: [UInt8], from start: Int, line: Int
  ) -> (line: Int, column: Int) {
    var line = line
    var column = 1
    var index = start
    while index < byte {
      let current = bytes[index]
      if current == 10 || (current == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10)) {
        line += 1
        column = 1
      } else if current & 0xC0 != 0x80, current != 13 {
        column += 1
      }
      index += 1
    }
    return (line, column)
  }

  /// A diagnostic about a cell.
  func diagnostic(
    _ code: String, _ record: CSVScanner.Record, _ column: Int, _ message: String,
    why: String? = nil, fix: String? = nil
  ) -> Diagnostic {
    let place = position(record, column)
    let heading = column < headings.count ? headings[column] : ""
    let name = cell(record, column)
    return file.diagnostic(
      code, line: place.line, column: place.column,
      cell: heading.isEmpty || !file.showsContents ? name : "\(name), \"\(heading.prefix(60))\"",
      message, why: why, fix: fix)
  }
}
