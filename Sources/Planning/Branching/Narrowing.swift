/// What a branch assumes of one practice: that it is left out, or that one of its dates lies within
/// some days.
struct Narrowing: Hashable, Sendable {
  /// The two ways to narrow.
  enum Kind: Hashable, Sendable {
    /// It has no dates.
    case leftOut
    /// It has dates, and that of a node lies within these day numbers.
    case dated(node: Int, days: ClosedRange<Int>)
  }

  /// The practice's place in the region's list.
  let practice: Int
  let kind: Kind

  /// Whether dates (nil for none) are within what is assumed.
  func allows(_ days: [Int32]?) -> Bool {
    switch (kind, days) {
    case (.leftOut, nil): true
    case (.leftOut, _), (.dated, nil): false
    case (.dated(let node, let range), let days?): range.contains(Int(days[node]))
    }
  }
}
