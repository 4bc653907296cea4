/// A CSV file of the kinds that benchmarks start from: commas, quotes, a heading, UTF-8.
struct SimpleCSV {
  let headings: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records = SimpleCSV.records(text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
    headings = records.isEmpty ? [] : records.removeFirst().map { $0.lowercased() }
    rows = records
  }

  /// The column of the first of these headings that there is.
  func column(_ names: String...) -> Int? {
    names.lazy.compactMap { headings.firstIndex(of: $0) }.first
  }

  private static func records(_ text: Substring) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = text.utf8.makeIterator()
    var next = bytes.next()
    func endField() {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    while let byte = next {
      next = bytes.next()
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && next == byte:
        field.append(byte)
        next = bytes.next()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: endField()
      case UInt8(ascii: "\n") where !isQuoted:
        endField()
        records.append(record)
        record = []
      case UInt8(ascii: "\r") where !isQuoted: break
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !record.isEmpty {
      endField()
      records.append(record)
    }
    return records.filter { $0.count > 1 }
  }

  /// A field as it is written.
  static func quoted(_ text: String) -> String {
    text.contains { "\",\n\r".contains($0) }
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
