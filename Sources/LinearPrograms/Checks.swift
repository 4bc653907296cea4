/// Traps with this sentence unless the condition holds.
///
/// Not `precondition`, because an optimised build does not print the sentence of that.
@inline(__always)
func demand(
  _ condition: Bool, _ sentence: @autoclosure () -> String, file: StaticString = #file,
  line: UInt = #line
) {
  if !condition { trap(sentence(), file: file, line: line) }
}

/// Traps with this sentence.
@inline(never)
func trap(_ sentence: String, file: StaticString = #file, line: UInt = #line) -> Never {
  fatalError("LinearPrograms: \(sentence)", file: file, line: line)
}

/// Finds repeated numbers in short lists without allocating for each list.
struct RepetitionCheck {
  private var lists: [UInt32] = []
  private var list: UInt32 = 0

  /// Begins a list of numbers below `limit`.
  mutating func begin(limit: Int) {
    if lists.count < limit {
      lists.append(contentsOf: repeatElement(0, count: max(limit, 2 * lists.count) - lists.count))
    }
    if list == .max {
      for index in lists.indices { lists[index] = 0 }
      list = 0
    }
    list += 1
  }

  /// Tells whether this number is new in the list.
  mutating func insert(_ number: Int) -> Bool {
    if lists[number] == list { return false }
    lists[number] = list
    return true
  }
}

/// The whole number nearest to `value` within Int32, at least `low`.
func clamped(_ value: Int, from low: Int32 = 1) -> Int32 {
  Int32(max(Int(low), min(value, Int(Int32.max) - 1)))
}
