extension TerminalStyle {
  /// A text whose lines are broken at spaces where they are too wide, later ones set further in.
  ///
  /// Blanks inside a line stay, so that columns do; a word that is wider than a line is left whole.
  public func broken(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { broken(line: String($0)).joined(separator: "\n") }.joined(separator: "\n")
  }

  /// Names cut to a width so that those that differ still differ.
  public func distinct(_ names: [String], to width: Int) -> [String] {
    DistinctNames(ellipsis: ellipsis).shortened(names, to: width)
  }

  private func broken(line: String) -> [String] {
    let margin = line.prefix { $0 == " " }.count + 4
    var lines: [String] = []
    var rest = line[...]
    while true {
      let indent = lines.isEmpty ? "" : String(repeating: " ", count: min(margin, columns / 2))
      guard let end = self.end(of: rest, room: columns - indent.count) else {
        return lines + [indent + rest]
      }
      lines.append(indent + trimmed(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
      if rest.isEmpty { return lines }
    }
  }

  /// The blank at which a line of so many columns ends; nil where all of it fits or no blank is
  /// behind its first word.
  private func end(of line: Substring, room: Int) -> Substring.Index? {
    var used = 0
    var last: Substring.Index?
    var seesWord = false
    for index in line.indices {
      if line[index] == " " {
        if seesWord { last = index }
        // A line may end with the first blank behind a word that is too wide.
        if used > room, let last { return last }
      } else {
        seesWord = true
      }
      used += TerminalWidth.of(line[index])
      if used > room, let last { return last }
    }
    return nil
  }

  private func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
