/// A description of files by table and key, written by hand as text: a table's name and what it is
/// for, then a line for each key with type, default, unit and meaning between bars.
///
/// A test compares every table with what the reader knows.
struct Reference {
  /// One table, or one file of a region folder.
  struct Table: Encodable {
    let table: String
    let meaning: String
    var keys: [Key] = []
  }

  /// One key, or one column.
  struct Key: Encodable {
    let key: String
    let type: String
    let standard: String
    let unit: String
    let meaning: String

    private enum CodingKeys: String, CodingKey {
      case key, type, unit, meaning
      case standard = "default"
    }
  }

  /// The tables in the order of the text.
  let tables: [Table]

  /// Reads the text.
  init(_ text: String) {
    var tables: [Table] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      if cells.count == 2 {
        tables.append(Table(table: cells[0], meaning: cells[1]))
      } else if cells.count == 5, !tables.isEmpty {
        tables[tables.count - 1].keys.append(
          Key(
            key: cells[0], type: cells[1], standard: cells[2], unit: cells[3], meaning: cells[4]))
      } else {
        preconditionFailure("a line of the reference has \(cells.count) cells: \(line)")
      }
    }
    self.tables = tables
  }

  /// The text for people: a line of facts for each key, its meaning below.
  func lines(columns: Int) -> [String] {
    var lines: [String] = []
    for table in tables {
      if !lines.isEmpty { lines.append("") }
      lines += TextLines.wrapped("\(table.table)  \(table.meaning)", width: columns, indent: 2)
      let width = (table.keys.map(\.key.count).max() ?? 0) + 2
      for key in table.keys {
        var facts = [key.type]
        if key.standard == "required" {
          facts.append("required")
        } else if !key.standard.isEmpty {
          facts.append("default \(key.standard)")
        }
        if !key.unit.isEmpty { facts.append(key.unit) }
        let name = key.key + String(repeating: " ", count: width - key.key.count)
        lines += TextLines.wrapped(
          "  \(name)\(facts.joined(separator: "; "))", width: columns, indent: width + 2)
        lines += TextLines.wrapped("      \(key.meaning)", width: columns, indent: 6)
      }
    }
    return lines
  }
}
