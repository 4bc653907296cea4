/// A table with a heading a row, cut into blocks of columns that fit the width.
struct TextTable {
  let corner: String
  let headings: [String]
  let columns: [Column]

  /// One column: its heading and a cell a row.
  struct Column {
    let heading: String
    let cells: [String]

    var width: Int { ([heading] + cells).map { TerminalWidth.of($0) }.max() ?? 0 }
  }

  /// The lines, block after block with an empty line between; numbers are set to the right.
  func lines(style: TerminalStyle, alignRight: Bool) -> [String] {
    let longest = ([corner] + headings).map { TerminalWidth.of($0) }.max() ?? 0
    let label = min(longest, max(12, style.columns * 2 / 5))
    var blocks: [[Column]] = []
    var room = 0
    for column in columns {
      if blocks.isEmpty || room < column.width + 2 {
        blocks.append([])
        room = style.columns - label
      }
      blocks[blocks.count - 1].append(column)
      room -= column.width + 2
    }
    return blocks.map { block in
      ([-1] + headings.indices).map { row in
        let heading = row < 0 ? corner : headings[row]
        var line = TerminalWidth.fitted(heading, to: label, ellipsis: style.ellipsis)
        for column in block {
          let cell = row < 0 ? column.heading : column.cells[row]
          let fill = String(
            repeating: " ", count: max(0, column.width - TerminalWidth.of(cell)))
          line += "  " + (alignRight ? fill + cell : cell + fill)
        }
        while line.last == " " { line.removeLast() }
        return line
      }
    }.joined(separator: [""]).map { $0 }
  }
}
