/// Numbers as text, without the C library's locale.
enum NumberText {
  /// A number without needless decimals: `3`, `0.4`, `1000000`.
  static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  /// A count with commas between thousands, as people read it.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// A number with commas between thousands where it is whole.
  static func readable(_ number: Double) -> String {
    Int(exactly: number).map(grouped) ?? String(number)
  }

  /// A count with its noun, as in `1 row` and `2 rows`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A whole number as typed, with or without commas or spaces between thousands; nil otherwise.
  static func whole(_ text: String) -> Int? {
    var whole = text[...]
    // A decimal part is tolerated where it is nothing: a spreadsheet wrote 8738.0.
    if let dot = text.firstIndex(of: ".") {
      guard text[text.index(after: dot)...].allSatisfy({ $0 == "0" }) else { return nil }
      whole = text[..<dot]
    }
    let groups = whole.split(omittingEmptySubsequences: false) { ", \u{A0}\u{202F}".contains($0) }
    guard groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      // A comma between other than three digits is a slip, or a decimal comma.
      groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(groups.joined())
  }
}
