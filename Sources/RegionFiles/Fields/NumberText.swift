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
    var digits = ""
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar != "," && scalar != " " && scalar.value != 0xA0 {
        // A decimal part is tolerated where it is nothing: a spreadsheet wrote 8738.0.
        guard scalar == ".", let dot = text.firstIndex(of: "."),
          text[text.index(after: dot)...].allSatisfy({ $0 == "0" })
        else { return nil }
        break
      }
    }
    return Int(digits)
  }
}
