/// Splits the bytes of a table into records and fields, strictly by RFC 4180.
///
/// The package SwiftCSV was tried first: it pads short rows in silence, takes an unclosed quote
/// for the rest of the file, and knows no lines, so a planner could not be told where to look.
struct CSVScanner {
  /// One field: where its text is.
  struct Field {
    /// The first byte of the text, after an opening quote.
    var start: Int
    /// The byte after the text.
    var end: Int
    /// Whether it stood in quotes.
    var isQuoted: Bool
    /// Whether it holds doubled quotes.
    var hasDoubledQuotes = false
  }

  /// One record: a row of the table, which may be several lines of the file.
  struct Record {
    /// The places of its fields in the list of all fields.
    var fields: Range<Int>
    /// The line of the file on which it begins, from 1.
    var line: Int
    /// The row that a spreadsheet shows, from 1.
    var row: Int
    /// The place of the sheet that it stands in; 0 for a table of its own.
    var sheet = 0
  }

  /// Something that is not RFC 4180, and where.
  struct Problem {
    /// What is wrong.
    enum Kind {
      case textAfterQuote
      case quoteInside
      case unterminatedQuote
      case oversizedCell
      case tooManyCells
      case tooManyRows
      case tooManyFields
    }
    /// What is wrong.
    var kind: Kind
    /// The byte at which it shows.
    var byte: Int
  }

  /// The longest text of one cell, in bytes.
  static let longestCell = 1_024 * 1_024
  /// The most cells of a row, which is the width of a spreadsheet.
  static let mostCells = 16_384
  /// The most rows; all stages of all practices of England are 75,000.
  static let mostRows = 250_000
  /// The most cells of all rows together.
  static let mostFields = 5_000_000

  /// All fields in order.
  private(set) var fields: [Field] = []
  /// All records in order.
  private(set) var records: [Record] = []
  /// What was not RFC 4180; the scan stops at an unterminated quote and where a limit is reached.
  private(set) var problems: [Problem] = []

  /// Whether the scan had to stop before the end.
  var isCutShort: Bool {
    problems.contains { $0.kind != .textAfterQuote && $0.kind != .quoteInside }
  }

  /// Gives the records the rows that they have in a workbook.
  mutating func place(by origin: WorkbookOrigin) {
    for index in records.indices where origin.rows.indices.contains(index) {
      records[index].row = origin.rows[index].number
      records[index].sheet = origin.rows[index].sheet
    }
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  /// Scans a text in UTF-8.
  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    fields.reserveCapacity(min(bytes.count / 8, 1_000_000))
    while index < bytes.count, scanRecord() {}
  }

  /// Scans a record with its line end; false if the scan cannot go on.
  private mutating func scanRecord() -> Bool {
    let first = fields.count
    let firstLine = line
    var goesOn = true
    while true {
      goesOn = scanField()
      guard goesOn, index < bytes.count, bytes[index] == separator else { break }
      guard fields.count - first < Self.mostCells else {
        problems.append(Problem(kind: .tooManyCells, byte: index))
        goesOn = false
        break
      }
      index += 1
    }
    if index < bytes.count, goesOn { scanLineEnd() }
    records.append(
      Record(fields: first..<fields.count, line: firstLine, row: records.count + 1))
    guard goesOn, index < bytes.count else { return goesOn }
    if records.count < Self.mostRows, fields.count < Self.mostFields { return true }
    problems.append(
      Problem(
        kind: records.count < Self.mostRows ? .tooManyFields : .tooManyRows,
        byte: max(0, index - 1)))
    return false
  }

  private mutating func scanLineEnd() {
    let isPair =
      bytes[index] == Self.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == Self.lineFeed
    index += isPair ? 2 : 1
    line += 1
  }

  /// Scans a field up to its separator or line end; false if the scan cannot go on.
  private mutating func scanField() -> Bool {
    let start = index
    if start < bytes.count, bytes[start] == Self.quote { return scanQuoted() }
    var hasQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote, !hasQuote {
        hasQuote = true
        problems.append(Problem(kind: .quoteInside, byte: index))
      }
      index += 1
    }
    return finish(Field(start: start, end: index, isQuoted: false))
  }

  private mutating func scanQuoted() -> Bool {
    let opening = index
    var field = Field(start: opening + 1, end: bytes.count, isQuoted: true)
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          field.hasDoubledQuotes = true
          index += 2
          continue
        }
        field.end = index
        index += 1
        return finish(skipRest(of: field))
      }
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        scanLineEnd()
      } else {
        index += 1
      }
    }
    problems.append(Problem(kind: .unterminatedQuote, byte: opening))
    _ = finish(field)
    return false
  }

  /// Passes over what follows a closing quote and should not be there.
  private mutating func skipRest(of field: Field) -> Field {
    var isReported = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      // Spaces before the separator are harmless, and common in hand-made files.
      if byte != 32, !isReported {
        isReported = true
        problems.append(Problem(kind: .textAfterQuote, byte: index))
      }
      index += 1
    }
    return field
  }

  private mutating func finish(_ field: Field) -> Bool {
    fields.append(field)
    guard field.end - field.start <= Self.longestCell else {
      problems.append(Problem(kind: .oversizedCell, byte: field.start))
      return false
    }
    return true
  }
}
