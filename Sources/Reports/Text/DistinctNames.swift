/// Names cut to a width so that those that differ still differ.
///
/// Names such as `Delivery partner for Cornwall: engineers` differ only at their ends, which a cut
/// takes away. Where cut names would be the same, what they share is cut instead: each keeps the
/// first word of every part in which it differs, and as much of its end as there is room for.
struct DistinctNames {
  let ellipsis: String

  /// The names, each in at most so many columns, in the same order.
  func shortened(_ names: [String], to width: Int) -> [String] {
    let plain = names.map { TerminalWidth.cut($0, to: width, ellipsis: ellipsis) }
    // Half of the width decides who is alike, so that names of one kind are cut in one way.
    var kinds: [String: Set<String>] = [:]
    for name in names where TerminalWidth.of(TerminalWidth.harmless(name)) > width {
      kinds[TerminalWidth.cut(name, to: width / 2, ellipsis: ""), default: []].insert(name)
    }
    var parts: [String: [String]] = [:]
    for kind in kinds.values where kind.count > 1 {
      divide(
        kind.sorted().map { name in
          (name, TerminalWidth.harmless(name).split(separator: " ").map(String.init)[...])
        }, after: [], into: &parts)
    }
    guard !parts.isEmpty else { return plain }
    func cut(keepsFirst: Bool) -> [String] {
      zip(names, plain).map { name, cut in
        parts[name].flatMap { joined($0, width: width, keepsFirst: keepsFirst) } ?? cut
      }
    }
    // What all of a kind share may go, unless other kinds end in the same words.
    let short = cut(keepsFirst: false)
    return Set(short).count == Set(names).count ? short : cut(keepsFirst: true)
  }

  /// Divides names where they part: what they share is a part, and so is each end.
  ///
  /// The first part may be empty, which stands for nothing shared.
  private func divide(
    _ names: [(name: String, words: ArraySlice<String>)], after: [String],
    into parts: inout [String: [String]]
  ) {
    var shared: [String] = []
    if names.count > 1 {
      for place in names[0].words.indices {
        let offset = place - names[0].words.startIndex
        let word = names[0].words[place]
        let isShared = names.allSatisfy { entry in
          let own = entry.words.startIndex + offset
          return own < entry.words.endIndex && entry.words[own] == word
        }
        guard isShared else { break }
        shared.append(word)
      }
    }
    guard names.count > 1 else {
      for entry in names { parts[entry.name] = after + [entry.words.joined(separator: " ")] }
      return
    }
    let rest = names.map { (name: $0.name, words: $0.words.dropFirst(shared.count)) }
    let groups = Dictionary(grouping: rest) { $0.words.first ?? "" }
    // Names of the same words cannot be told apart, however wide the column.
    guard groups.count > 1 else {
      for entry in names { parts[entry.name] = after + [shared.joined(separator: " ")] }
      return
    }
    let before = shared.isEmpty && !after.isEmpty ? after : after + [shared.joined(separator: " ")]
    for key in groups.keys.sorted() { divide(groups[key] ?? [], after: before, into: &parts) }
  }

  /// The parts in one line: the end whole if there is room, then the part before it, and so on.
  ///
  /// - Returns: nil where not even the first letters of the parts have room.
  private func joined(_ parts: [String], width: Int, keepsFirst: Bool) -> String? {
    for letters in [Int.max, 6, 3] {
      let least = parts.enumerated().map { place, part in
        place == 0 && parts.count > 1 && !keepsFirst
          ? (part.isEmpty ? "" : ellipsis) : beginning(of: part, letters: letters)
      }
      let room = width - least.reduce(0) { $0 + TerminalWidth.of($1) }
      if room >= 0 { return filled(parts, least, room: room) }
    }
    return nil
  }

  /// The parts with the room that is left given to the last one first.
  private func filled(_ parts: [String], _ least: [String], room: Int) -> String {
    var room = room
    var kept = least
    for place in parts.indices.reversed() {
      let own = TerminalWidth.of(least[place]) + room
      let isLast = place == parts.count - 1
      let full = isLast || parts[place].isEmpty ? parts[place] : parts[place] + " "
      let text: String
      if TerminalWidth.of(full) <= own {
        text = full
      } else if own > TerminalWidth.of(ellipsis) {
        text = TerminalWidth.cut(parts[place], to: own, ellipsis: ellipsis)
      } else {
        continue
      }
      room = own - TerminalWidth.of(text)
      kept[place] = text
    }
    return kept.joined()
  }

  /// The first letters of a part's first word, with a mark where more follows.
  private func beginning(of part: String, letters: Int) -> String {
    let word = part.prefix { $0 != " " }.prefix(letters)
    return word.count < part.count ? word + ellipsis : String(word)
  }
}
