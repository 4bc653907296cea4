/// A number with one decimal.
func tenths(_ value: Double) -> String {
  let scaled = Int((value * 10).rounded())
  return "\(scaled < 0 ? "-" : "")\(abs(scaled) / 10).\(abs(scaled) % 10)"
}

/// A share in whole per cent; never 0 % or 100 % for what sometimes happens or fails.
func percent(_ share: Double) -> String {
  if share > 0, share < 0.005 { return "<1%" }
  if share < 1, share > 0.995 { return ">99%" }
  return "\(Int((share * 100).rounded()))%"
}

extension String {
  /// The text without spaces at its end.
  var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
