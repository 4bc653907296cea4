/// Lines for a terminal, broken at spaces.
enum TextLines {
  /// A line broken where it is too wide; spaces at its beginning stay, later lines are indented.
  static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
    let width = max(40, width)
    let margin = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(margin)
    var isEmpty = true
    for word in text.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
        if word.isEmpty { continue }
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
