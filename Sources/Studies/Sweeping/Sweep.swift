/// Every combination of values of one or two keys, numbered, and cut into shards.
public struct Sweep: Hashable, Sendable {
  /// The keys with their values; the last one changes fastest.
  public let axes: [SweepAxis]

  /// A sweep over one key or two.
  public init(axes: [SweepAxis]) { self.axes = axes }

  /// How many rows there are.
  public var count: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// The values of a row, one for each axis; rows are numbered from 1.
  public func values(ofRow row: Int) -> [String] {
    var rest = row - 1
    var values: [String] = []
    for axis in axes.reversed() {
      values.append(axis.values[rest % axis.values.count])
      rest /= axis.values.count
    }
    return values.reversed()
  }

  /// The settings of a row, as for `--set`.
  public func settings(ofRow row: Int) -> [(key: String, value: String)] {
    zip(axes.map(\.key), values(ofRow: row)).map { ($0, $1) }
  }

  /// The rows of a shard: every so-manieth one, so that dear corners of the grid are shared out.
  public func rows(of shard: Shard) -> [Int] {
    Array(stride(from: shard.number, through: count, by: shard.count))
  }
}

/// One of so many parts of a sweep, written `3/16`.
public struct Shard: Hashable, Sendable {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The whole sweep.
  public static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `3/16`; nil for anything else, and for numbers outside 1 to the count.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1,
      number <= count, count <= 100_000
    else { return nil }
    self.init(number: number, count: count)
  }
}
