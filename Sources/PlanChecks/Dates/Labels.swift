/// The partial migrations that end in one event, day by day, none of them beaten by another.
struct Labels {
  /// How many coupling values belong to each label.
  let stride: Int
  /// The first label of each day of the event's window, and the end.
  private(set) var first: [Int] = [0]
  /// What each label costs so far.
  private(set) var cost: [Int64] = []
  /// The coupling values of each label, `stride` of them.
  private(set) var values: [Int32] = []

  init(stride: Int) { self.stride = stride }

  /// The labels of a day, counted from the window's first.
  func onDay(_ index: Int) -> Range<Int> { first[index]..<first[index + 1] }

  /// Ends the current day; later labels belong to the next.
  mutating func endDay() { first.append(cost.count) }

  /// Adds a label to the current day unless one there is at least as good, and drops those that it
  /// beats.
  ///
  /// - Parameters:
  ///   - newCost: what it costs so far.
  ///   - candidate: its coupling values, `stride` of them.
  ///   - order: what beats what.
  mutating func keep(_ newCost: Int64, _ candidate: [Int32], _ order: LabelOrder) {
    let start = first[first.count - 1]
    let (all, stride) = (cost.count, stride)
    // Nearly all of the time of a proof goes into these comparisons.
    let remaining = cost.withUnsafeMutableBufferPointer { cost -> Int? in
      values.withUnsafeMutableBufferPointer { values -> Int? in
        candidate.withUnsafeBufferPointer { candidate -> Int? in
          guard start < all, let values = values.baseAddress, let own = candidate.baseAddress
          else { return all }
          var count = all
          var label = start
          while label < count {
            let other = values + label * stride
            if order.isAsGood(cost[label], other, newCost, own) { return nil }
            if order.isAsGood(newCost, own, cost[label], other) {
              // The last takes its place.
              count -= 1
              cost[label] = cost[count]
              if label != count { other.update(from: values + count * stride, count: stride) }
            } else {
              label += 1
            }
          }
          return count
        }
      }
    }
    guard let remaining else { return }
    cost.removeLast(all - remaining)
    values.removeLast((all - remaining) * stride)
    cost.append(newCost)
    values.append(contentsOf: candidate)
  }

  /// Keeps the labels that promise most, so many of them.
  ///
  /// - Parameter rest: what the rest costs at least, by day of the window.
  mutating func keepBest(_ count: Int, rest: [Int64]) {
    guard cost.count > count else { return }
    var promised: [Int64] = []
    for day in 0..<(first.count - 1) {
      for label in onDay(day) { promised.append(cost[label] + rest[day]) }
    }
    let best = promised.indices.sorted { (promised[$0], $0) < (promised[$1], $1) }.prefix(count)
    let isKept = Set(best)
    var fewer = Labels(stride: stride)
    for day in 0..<(first.count - 1) {
      for label in onDay(day) where isKept.contains(label) {
        fewer.cost.append(cost[label])
        fewer.values += values[(label * stride)..<((label + 1) * stride)]
      }
      fewer.endDay()
    }
    self = fewer
  }
}

/// When one partial migration is at least as good as another on the same day of the same event:
/// whatever completes the second completes the first at no greater cost.
struct LabelOrder {
  /// The couplings open after the event, with their place among the values.
  private let open: [(index: Int, kind: Kind)]
  /// The priced resources, for what a period already paid may save.
  private let periods: [PricedPeriods]

  private enum Kind {
    case lowIsGood
    case highIsGood
    case mustBeEqual
    case paid(Int)
  }

  /// The order at an event.
  ///
  /// - Parameters:
  ///   - open: the couplings open after it, with their place among the values.
  ///   - periods: the priced resources.
  init(open: [(index: Int, coupling: Coupling)], periods: [PricedPeriods]) {
    self.open = open.map { index, coupling in
      switch coupling.kind {
      case .atLeast: (index, .lowIsGood)
      case .atMost: (index, .highIsGood)
      case .span, .goLive: (index, .mustBeEqual)
      case .paid(let priced): (index, .paid(priced))
      }
    }
    self.periods = periods
  }

  /// Whether the first is at least as good as the second.
  ///
  /// - Parameters:
  ///   - cost: what the first costs so far.
  ///   - values: its coupling values.
  ///   - otherCost: what the second costs so far.
  ///   - otherValues: its coupling values.
  func isAsGood(
    _ cost: Int64, _ values: UnsafePointer<Int32>, _ otherCost: Int64,
    _ otherValues: UnsafePointer<Int32>
  ) -> Bool {
    guard cost <= otherCost else { return false }
    var cost = cost
    for (index, kind) in open {
      let value = values[index]
      let other = otherValues[index]
      if value == other { continue }
      switch kind {
      case .lowIsGood: if value > other { return false }
      case .highIsGood: if value < other { return false }
      case .mustBeEqual: return false
      case .paid(let priced):
        // The second may yet save the price of the period that it has paid.
        if other >= 0 { cost += periods[priced].price[Int(other)] }
      }
    }
    return cost <= otherCost
  }
}
