import Days

/// Numbers as text, without the C library's locale.
enum NumberText {
  /// A number without needless decimals: `3`, `0.4`, `1000000`.
  static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  /// A number with commas between thousands where it is whole.
  static func readable(_ number: Double) -> String {
    Int(exactly: number)?.grouped ?? String(number)
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
