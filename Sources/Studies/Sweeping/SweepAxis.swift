/// One key of a sweep with the values it takes: `KEY=2..6`, `KEY=2..6:2` or `KEY=2,4,8`.
///
/// Numbers of a range may carry one unit, as `rules.pilot_gap=2w..6w:2w`.
public struct SweepAxis: Hashable, Sendable {
  /// The dotted key of region.toml.
  public let key: String
  /// The values as they would be typed, in order; at least one.
  public let values: [String]

  /// What is wrong with the text of an axis.
  public struct Problem: Error, Hashable {
    /// What, in one sentence.
    public let message: String
  }

  /// The most values of one axis.
  public static let mostValues = 10_000

  /// Reads an axis.
  public init(_ text: String) throws(Problem) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Problem(message: "'\(text)' has no values. Write KEY=2..6 or KEY=2,4,8.")
    }
    key = parts[0].filter { $0 != " " }
    let list = String(parts[1])
    guard !list.contains(where: { "\"\n\r".contains($0) }) else {
      throw Problem(message: "'\(text)': values stand without quotation marks.")
    }
    if list.contains("..") {
      values = try SweepAxis.range(list, of: text)
    } else {
      values = list.split(separator: ",", omittingEmptySubsequences: false).map {
        let trimmed = $0.drop { $0 == " " }
        return String(trimmed.prefix(trimmed.count - trimmed.reversed().prefix { $0 == " " }.count))
      }
    }
    guard values.allSatisfy({ !$0.isEmpty }) else {
      throw Problem(message: "'\(text)' has an empty value.")
    }
    guard Set(values).count == values.count else {
      throw Problem(message: "'\(text)' has a value twice.")
    }
  }

  /// The name for a column: the last part of the key.
  public var shortName: String { key.split(separator: ".").last.map(String.init) ?? key }

  private static func range(_ list: String, of text: String) throws(Problem) -> [String] {
    let problem = Problem(
      message: "'\(text)' is not a range. Write KEY=2..6, or KEY=2..6:2 for steps of 2.")
    let ends = list.split(separator: ":", omittingEmptySubsequences: false)
    let bounds = ends[0].split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count <= 2, bounds.count == 2 else { throw problem }
    guard let first = Amount(bounds[0]), let last = Amount(bounds[1]),
      first.unit == last.unit || first.unit.isEmpty
    else { throw problem }
    var step = Amount.one
    if ends.count == 2 {
      guard let given = Amount(ends[1]), given.unit.isEmpty || given.unit == last.unit else {
        throw problem
      }
      step = given
    }
    guard step.thousandths > 0, first.thousandths <= last.thousandths else { throw problem }
    guard (last.thousandths - first.thousandths) / step.thousandths < mostValues else {
      throw Problem(message: "'\(text)' has more than \(mostValues) values.")
    }
    return stride(from: first.thousandths, through: last.thousandths, by: step.thousandths).map {
      Amount(thousandths: $0, unit: last.unit).text
    }
  }
}

/// A number to three decimals with a unit, so that steps of 0.1 add up.
private struct Amount {
  var thousandths: Int
  var unit: String

  static let one = Amount(thousandths: 1_000, unit: "")

  init(thousandths: Int, unit: String) {
    self.thousandths = thousandths
    self.unit = unit
  }

  init?(_ text: some StringProtocol) {
    let text = String(text).filter { $0 != " " }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || "-.".contains($0)) }
    guard let value = Double(digits), abs(value) < 1e12,
      let scaled = Int(exactly: (value * 1_000).rounded())
    else { return nil }
    unit = String(text.dropFirst(digits.count))
    guard unit.allSatisfy({ $0.isLetter || $0 == "%" }) else { return nil }
    thousandths = scaled
  }

  var text: String {
    let size = thousandths.magnitude
    var number = (thousandths < 0 ? "-" : "") + String(size / 1_000)
    var rest = String(size % 1_000)
    rest = String(repeating: "0", count: 3 - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    if !rest.isEmpty { number += "." + rest }
    return number + unit
  }
}
