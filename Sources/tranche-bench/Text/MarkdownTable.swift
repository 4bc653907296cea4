/// A table in Markdown, with columns as wide as their widest cell, or as CSV.
struct MarkdownTable {
  let headings: [String]
  var rows: [[String]] = []

  /// The table for people.
  var markdown: String {
    let widths = headings.indices.map { column in
      ([headings] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { column, pair in
        let space = String(repeating: " ", count: pair.1 - pair.0.count)
        return column == 0 ? pair.0 + space : space + pair.0
      }
      return "| " + padded.joined(separator: " | ") + " |\n"
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: max(3, width)) + (column == 0 ? "" : ":")
    }
    return line(headings) + "|" + rule.joined(separator: "|") + "|\n"
      + rows.map(line).joined()
  }

  /// The same for programs.
  var csv: String {
    ([headings] + rows).map { $0.map(SimpleCSV.quoted).joined(separator: ",") + "\n" }.joined()
  }
}
