/// A number with at most two decimals and no exponent.
func plain(_ value: Double) -> String {
  guard let hundredths = Int(exactly: (value * 100).rounded()) else { return "\(value)" }
  let size = hundredths.magnitude
  var text = (hundredths < 0 ? "-" : "") + String(size / 100)
  if size % 100 != 0 {
    text += "." + (size % 100 < 10 ? "0" : "") + String(size % 100)
    if text.hasSuffix("0") { text.removeLast() }
  }
  return text
}

/// Points in words, in the singular where it is one.
func inPoints(_ value: Double) -> String {
  let number = plain(value)
  return number == "1" ? "1 point" : "\(number) points"
}

/// A text with spaces behind it up to a width.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

/// Points to two decimals.
func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
