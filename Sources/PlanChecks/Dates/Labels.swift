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

  /// Begins a label with the values of another, which may be changed until `keep` or `drop`.
  ///
  /// The values stand behind those of the labels, so that no memory is asked for each time.
  mutating func begin(_ other: [Int32], from start: Int) {
    for index in start..<(start + stride) { values.append(other[index]) }
  }

  /// A value of the label that was begun.
  subscript(begun index: Int) -> Int32 {
    get { values[cost.count * stride + index] }
    set { values[cost.count * stride + index] = newValue }
  }

  /// Forgets the label that was begun.
  mutating func drop() { values.removeLast(stride) }

  /// Adds the label that was begun to the current day unless one there is at least as good, and
  /// drops those that it beats.
  mutating func keep(_ newCost: Int64, _ order: LabelOrder) {
    let start = first[first.count - 1]
    var label = start
    while label < cost.count {
      let begun = cost.count * stride
      if order.isAsGood(cost[label], values, label * stride, newCost, values, begun) {
        drop()
        return
      }
      if order.isAsGood(newCost, values, begun, cost[label], values, label * stride) {
        remove(label)
      } else {
        label += 1
      }
    }
    cost.append(newCost)
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

  /// Removes a label while another is begun: the last takes its place, and the begun one that of
  /// the last.
  private mutating func remove(_ label: Int) {
    let last = cost.count - 1
    move(from: last, to: label)
    move(valuesFrom: last + 1, to: last)
    cost.removeLast()
    drop()
  }

  private mutating func move(from source: Int, to target: Int) {
    cost[target] = cost[source]
    move(valuesFrom: source, to: target)
  }

  private mutating func move(valuesFrom source: Int, to target: Int) {
    guard source != target else { return }
    for index in 0..<stride { values[target * stride + index] = values[source * stride + index] }
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
