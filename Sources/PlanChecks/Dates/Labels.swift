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
  mutating func insert(_ newCost: Int64, _ newValues: [Int32], _ order: LabelOrder) {
    let start = first[first.count - 1]
    var label = start
    while label < cost.count {
      if order.isAsGood(cost[label], values, label * stride, newCost, newValues, 0) { return }
      if order.isAsGood(newCost, newValues, 0, cost[label], values, label * stride) {
        remove(label)
      } else {
        label += 1
      }
    }
    cost.append(newCost)
    values.append(contentsOf: newValues)
  }

  private mutating func remove(_ label: Int) {
    let last = cost.count - 1
    if label != last {
      cost[label] = cost[last]
      for index in 0..<stride { values[label * stride + index] = values[last * stride + index] }
    }
    cost.removeLast()
    values.removeLast(stride)
  }
}

/// When one partial migration is at least as good as another on the same day of the same event:
/// whatever completes the second completes the first at no greater cost.
struct LabelOrder {
  /// The couplings open after the event, with their place among the values.
  let open: [(index: Int, coupling: Coupling)]
  /// The priced resources, for what a period already paid may save.
  let periods: [PricedPeriods]

  /// Whether the first is at least as good as the second.
  func isAsGood(
    _ cost: Int64, _ values: [Int32], _ start: Int,
    _ otherCost: Int64, _ otherValues: [Int32], _ otherStart: Int
  ) -> Bool {
    guard cost <= otherCost else { return false }
    var cost = cost
    for (index, coupling) in open {
      let value = values[start + index]
      let other = otherValues[otherStart + index]
      if value == other { continue }
      switch coupling.kind {
      case .atLeast: if value > other { return false }
      case .atMost: if value < other { return false }
      case .span, .goLive: return false
      case .paid(let priced):
        // The second may yet save the price of the period that it has paid.
        if other >= 0 { cost += periods[priced].price[Int(other)] }
      }
    }
    return cost <= otherCost
  }
}
