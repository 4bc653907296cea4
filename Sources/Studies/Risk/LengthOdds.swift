import Glibc
public import Migrations

/// How likely each length of a stage is: the PERT distribution of its shortest, usual and longest
/// length, in whole working days.
///
/// A length of so many days stands for everything within half a day of it, so that the shortest
/// and the longest length can happen, too.
public struct LengthOdds: Hashable, Sendable {
  /// The shortest length in working days.
  public let shortest: Int
  /// The chance of each length from the shortest on; they add up to 1.
  public let chances: [Double]
  private let cumulative: [Double]

  /// The odds of a stage's lengths.
  public init(_ lengths: Stage.Lengths) {
    shortest = lengths.minimum
    let count = lengths.maximum - lengths.minimum + 1
    // Beta on from half a day below the shortest to half a day above the longest, with the usual
    // length as its mode and four times the weight of an end (Malcolm and others, 1959).
    let range = Double(count)
    let mode = (Double(lengths.usual - lengths.minimum) + 0.5) / range
    let (alpha, beta) = (4 * mode, 4 * (1 - mode))
    let steps = 400
    let masses = (0..<count).map { day in
      (0..<steps).reduce(0.0) { sum, step in
        let x = (Double(day) + (Double(step) + 0.5) / Double(steps)) / range
        return sum + pow(x, alpha) * pow(1 - x, beta)
      }
    }
    let total = masses.reduce(0, +)
    chances = masses.map { $0 / total }
    var sum = 0.0
    cumulative = chances.map {
      sum += $0
      return sum
    }
  }

  /// The length at a place in the distribution, from 0 up to but not 1.
  func length(at place: Double) -> Int {
    var day = 0
    while day < cumulative.count - 1, place >= cumulative[day] { day += 1 }
    return shortest + day
  }
}
