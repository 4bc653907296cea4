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
    var originals: [String: Set<String>] = [:]
    for (name, cut) in zip(names, plain) { originals[cut, default: []].insert(name) }
    let alike = Set(originals.values.filter { $0.count > 1 }.flatMap(\.self))
    guard !alike.isEmpty else { return plain }
    var parts: [String: [String]] = [:]
    divide(
      alike.sorted().map { name in
        (name, TerminalWidth.harmless(name).split(separator: " ").map(String.init)[...])
      }, after: [], into: &parts)
    return zip(names, plain).map { name, cut in
      parts[name].flatMap { joined($0, width: width) } ?? cut
    }
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
  /// - Returns: nil where not even the first words have room.
  private func joined(_ parts: [String], width: Int) -> String? {
    let mark = TerminalWidth.of(ellipsis)
    // What all of them share may go altogether; of every other part the first word stays.
    let least = parts.enumerated().map { place, part in
      place == 0 && parts.count > 1 ? (part.isEmpty ? "" : ellipsis) : firstWord(part)
    }
    var room = width - least.reduce(0) { $0 + TerminalWidth.of($1) }
    guard room >= 0 else { return nil }
    var kept = least
    for place in parts.indices.reversed() {
      let own = TerminalWidth.of(least[place]) + room
      let isLast = place == parts.count - 1
      let full = isLast || parts[place].isEmpty ? parts[place] : parts[place] + " "
      let text: String
      if TerminalWidth.of(full) <= own {
        text = full
      } else if own > mark {
        text = TerminalWidth.cut(parts[place], to: own, ellipsis: ellipsis)
      } else {
        continue
      }
      room = own - TerminalWidth.of(text)
      kept[place] = text
    }
    return kept.joined()
  }

  /// The first word of a part, with a mark where more follows.
  private func firstWord(_ part: String) -> String {
    let words = part.split(separator: " ")
    return (words.first.map(String.init) ?? "") + (words.count > 1 ? ellipsis : "")
  }
}
