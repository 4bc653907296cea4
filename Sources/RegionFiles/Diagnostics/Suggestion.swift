/// The name that was probably meant.
public enum Suggestion {
  /// The candidate nearest to a misspelt name, or nil if none is near; case does not count.
  public static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      // A third of the letters may differ; of very short names, one.
      let most = max(1, max(wanted.count, other.count) / 3)
      let limit = min(most, (best?.distance ?? .max) - 1)
      // Names differ by at least the letters that one has more.
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = distance(wanted, other)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.name
  }

  /// `did you mean "x"?`, or the whole list where nothing is near and the list is short.
  static func sentence(for name: String, in candidates: some Collection<String>) -> String? {
    if let nearest = nearest(to: name, in: candidates) { return "did you mean \"\(nearest)\"?" }
    guard !candidates.isEmpty, candidates.count <= 20 else { return nil }
    return "use one of: \(candidates.joined(separator: ", "))."
  }

  /// The edit distance, a swap of neighbours counting 1.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !right.isEmpty else { return left.count }
    // Three rows of the table, which take turns.
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = before
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        let cost = left[row] == right[column] ? 0 : 1
        var least = min(last[column] + cost, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current[column + 1] = least
      }
      (before, last, current) = (last, current, before)
    }
    return last[right.count]
  }
}
