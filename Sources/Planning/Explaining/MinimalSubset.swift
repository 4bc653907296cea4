/// The smallest part of a clash that still clashes.
enum MinimalSubset {
  /// Items none of which can be left away without the rest holding together.
  ///
  /// `clashes` must say yes for all items, and for every set that holds one for which it says yes.
  /// Large parts are dropped first, so that a small clash among many items is found in few
  /// questions; a last pass tries every single item.
  static func of<Item>(_ items: [Item], clashes: ([Item]) -> Bool) -> [Item] {
    var kept = items
    var size = max(1, items.count / 2)
    while true {
      var start = 0
      while start < kept.count {
        var trial = kept
        trial.removeSubrange(start..<min(start + size, kept.count))
        if clashes(trial) { kept = trial } else { start += size }
      }
      if size == 1 { return kept }
      size /= 2
    }
  }
}
