/// A table with a heading a row, cut into blocks of columns that fit the width.
struct TextTable {
  let corner: String
  let headings: [String]
  let columns: [Column]
  /// Says which rows a block has nothing in, given their places, in place of these rows; nil where
  /// every row is drawn.
  var folded: (([Int]) -> String)?

  /// One column: its heading and a cell a row.
  struct Column {
    let heading: String
    let cells: [String]

    var width: Int { ([heading] + cells).map { TerminalWidth.of($0) }.max() ?? 0 }
  }

  /// The narrowest headings for the sake of which columns are kept in one block.
  private static let leastLabel = 16

  /// The lines, block after block with an empty line between; numbers are set to the right.
  func lines(style: TerminalStyle, alignRight: Bool) -> [String] {
    let longest = ([corner] + headings).map { TerminalWidth.of($0) }.max() ?? 0
    var label = min(longest, max(12, style.columns * 2 / 5))
    let whole = columns.reduce(0) { $0 + $1.width + 2 }
    if label + whole > style.columns, Self.leastLabel + whole <= style.columns {
      label = min(longest, style.columns - whole)
    }
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
    let names = DistinctNames(ellipsis: style.ellipsis).shortened(headings, to: label)
    return blocks.map { block in
      let unused =
        folded == nil
        ? []
        : headings.indices.filter { row in
          block.allSatisfy { $0.cells[row] == String(style.open) }
        }
      let drawn = headings.indices.filter { !unused.contains($0) }
      let rows = ([-1] + drawn).map { row in
        var line = TerminalWidth.fitted(
          row < 0 ? corner : names[row], to: label, ellipsis: style.ellipsis)
        for column in block {
          let cell = row < 0 ? column.heading : column.cells[row]
          let fill = String(
            repeating: " ", count: max(0, column.width - TerminalWidth.of(cell)))
          line += "  " + (alignRight ? fill + cell : cell + fill)
        }
        while line.last == " " { line.removeLast() }
        return line
      }
      guard let folded, !unused.isEmpty else { return rows }
      return rows + style.wrapped(folded(unused), indent: 2)
    }.joined(separator: [""]).map { $0 }
  }
}
