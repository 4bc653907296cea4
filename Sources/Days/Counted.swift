/// A count with its noun, in the singular where it is one: `1 practice`, `3,581 practices`.
///
/// - Parameters:
///   - number: how many; commas stand between thousands.
///   - noun: the noun in the singular; its plural ends in `s`.
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number.grouped) \(number.form(noun, noun + "s"))"
}

extension Int {
  /// One of two forms of a word, as `is` and `are`: the first where the number is one or minus one.
  public func form(_ one: String, _ many: String) -> String { magnitude == 1 ? one : many }

  /// The number as people read it, with commas between thousands.
  public var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
