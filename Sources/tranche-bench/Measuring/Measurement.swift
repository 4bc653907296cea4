/// What one run of the planner on one region came to.
struct Measurement: Codable {
  /// `planned`, `impossible`, `out of time`, or what went wrong in words.
  var outcome: String
  var practices = 0
  var cost: Double?
  var bound: Double?
  var unscheduled: Int?
  var columns = 0
  var rounds = 0
  var rows = 0
  var pivots = 0
  /// Seconds until the gap was at most so many tenths of a per cent; absent where it never was.
  var secondsToGap: [String: Double] = [:]
  /// Seconds at the last report of each phase: `first plan`, `prices` (the relaxation), and so on.
  var phases: [String: Double] = [:]
  var seconds = 0.0
  /// Rules that the plan breaks, by the checker.
  var findings: Int?
  /// The share of the weeks with go-lives, or with none, that are full; see `Fullness`.
  var fullWeeks: Double?
  /// The most memory in MB, from the parent's account of the child.
  var megabytes: Double?

  /// The gaps that are timed, in tenths of a per cent.
  static let gaps = [50, 20, 10, 5]

  /// The gap in per cent.
  var gap: Double? {
    guard let cost, let bound else { return nil }
    return max(0, (cost - bound) / max(cost, 1)) * 100
  }
}
