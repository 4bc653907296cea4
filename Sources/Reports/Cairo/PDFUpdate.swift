/// Adds to a file of cairo what cairo 1.16 cannot write: the language, texts for who cannot see a
/// drawing, and which way a table's headings reach.
///
/// An incremental update (ISO 32000-1, 7.5.6): the file stays as it is, and behind it stand the
/// objects that changed, their places, and a trailer that points back.
struct PDFUpdate {
  private let bytes: [UInt8]
  /// Where the table of places begins.
  private let table: Int
  /// Where each object begins, by its number.
  private let places: [Int]
  private let trailer: String
  private var changed: [(number: Int, text: String)] = []

  /// Reads where everything is; nil if the file is not built as cairo 1.16 does.
  init?(of bytes: [UInt8]) {
    self.bytes = bytes
    guard let mark = Self.find("startxref\n", in: bytes, from: max(0, bytes.count - 64)),
      let table = Int(Self.line(of: bytes, at: mark + 10)),
      Self.line(of: bytes, at: table) == "xref",
      let end = Self.find("trailer\n", in: bytes, from: table)
    else { return nil }
    self.table = table
    trailer = String(decoding: bytes[(end + 8)..<mark], as: UTF8.self)
    let lines = String(decoding: bytes[table..<end], as: UTF8.self).split(separator: "\n")
    // One stretch from object 0 on; its first line says from where and how many.
    guard lines.count > 2, lines[1] == "0 \(lines.count - 2)", trailer.contains(">>") else {
      return nil
    }
    places = lines.dropFirst(2).map { Int($0.prefix(10)) ?? 0 }
    guard places.dropFirst().allSatisfy({ (1..<table).contains($0) }) else { return nil }
  }

  /// Gives each part of the structure its entries, which are empty where there is nothing to say.
  ///
  /// - Parameter parts: the tags of all parts in the order in which they were begun.
  /// - Returns: false if the file's parts are others; then nothing changes.
  mutating func add(to parts: [(tag: String, entries: String)]) -> Bool {
    let found = places.indices.dropFirst().compactMap { number -> (number: Int, text: String)? in
      object(number, of: "StructElem").map { (number, $0) }
    }
    guard found.count == parts.count,
      zip(found, parts).allSatisfy({ $0.text.contains("/S /\($1.tag)\n") })
    else { return false }
    for (part, wanted) in zip(found, parts) where !wanted.entries.isEmpty {
      let head = "/S /\(wanted.tag)\n"
      changed.append((part.number, part.text.replacing(head, with: head + wanted.entries + "\n")))
    }
    return true
  }

  /// Says in which language the document is, and that its title is what a window should show.
  mutating func add(language: String) {
    let head = "<< /Type /Catalog\n"
    for number in places.indices.dropFirst() {
      guard let text = object(number, of: "Catalog") else { continue }
      let entries = "/Lang (\(language))\n/ViewerPreferences << /DisplayDocTitle true >>\n"
      changed.append((number, text.replacing(head, with: head + entries)))
    }
  }

  /// The file with its update.
  func updated() -> [UInt8] {
    if changed.isEmpty { return bytes }
    var all = bytes
    var rows = ""
    for (number, text) in changed {
      let place = "\(all.count)"
      let zeros = String(repeating: "0", count: 10 - place.count)
      rows += "\(number) 1\n\(zeros)\(place) 00000 n \n"
      all += Array(text.utf8)
    }
    let start = all.count
    let ending = trailer.replacing(">>", with: "   /Prev \(table)\n>>")
    all += Array("xref\n\(rows)trailer\n\(ending)startxref\n\(start)\n%%EOF\n".utf8)
    return all
  }

  /// A text as the format holds any letters: UTF-16 in hexadecimal digits, behind its mark.
  static func literal(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF\(units.joined())>"
  }

  /// An object with its number, if it is of this type.
  private func object(_ number: Int, of type: String) -> String? {
    let head = "\(number) 0 obj\n<< /Type /\(type)\n"
    guard bytes[places[number]...].starts(with: head.utf8),
      let end = Self.find("endobj\n", in: bytes, from: places[number])
    else { return nil }
    return String(decoding: bytes[places[number]..<(end + 7)], as: UTF8.self)
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { place in
      bytes[place] == wanted[0] && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }

  /// The line at a place; empty outside the file.
  private static func line(of bytes: [UInt8], at place: Int) -> String {
    guard bytes.indices.contains(place) else { return "" }
    return String(decoding: bytes[place...].prefix(80).prefix { $0 != 10 }, as: UTF8.self)
  }
}
