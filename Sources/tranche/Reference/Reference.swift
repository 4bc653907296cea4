/// A description of files by table and key, written by hand as text: a table's name and what it is
/// for, then a line for each key with type, default, unit and meaning between bars, and where it
/// has limits those: `1 to 250`, `at least 0`, or the words that it may be.
///
/// Tests compare every table, and of region.toml every limit, with what the reader knows.
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
    var limits = Limits.none

    /// Whether the table must have the key, or another one in its place.
    var isRequired: Bool { standard.hasPrefix("required") }

    /// The same key, but required.
    var required: Key {
      Key(
        key: key, type: type, standard: "required", unit: unit, meaning: meaning, limits: limits)
    }

    private enum CodingKeys: String, CodingKey {
      case key, type, unit, meaning
      case standard = "default"
    }
  }

  /// What a key may be within its type.
  enum Limits {
    case none
    /// A number from the least to the most; without a most, any from the least on.
    case numbers(Double, Double?)
    /// One of some words.
    case words([String])

    /// Reads `1 to 250`, `at least 0` or `week, day`.
    init(_ text: String) {
      let words = text.split(separator: " ")
      if words.count == 3, words[1] == "to", let least = Double(words[0]),
        let most = Double(words[2])
      {
        self = .numbers(least, most)
      } else if text.hasPrefix("at least "), let least = Double(words[2]) {
        self = .numbers(least, nil)
      } else {
        self = .words(text.split(separator: ",").map { $0.split(separator: " ").joined() })
      }
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
      } else if (5...6).contains(cells.count), !tables.isEmpty {
        tables[tables.count - 1].keys.append(
          Key(
            key: cells[0], type: cells[1], standard: cells[2], unit: cells[3], meaning: cells[4],
            limits: cells.count > 5 ? Limits(cells[5]) : .none))
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
        if key.isRequired {
          facts.append(key.standard)
        } else if !key.standard.isEmpty {
          facts.append("default \(key.standard)")
        }
        if !key.unit.isEmpty { facts.append(key.unit) }
        switch key.limits {
        case .numbers(let least, let most?): facts.append("\(least.plain) to \(most.plain)")
        case .numbers(let least, nil): facts.append("at least \(least.plain)")
        case .words(let words): facts.append(words.joined(separator: ", "))
        case .none: break
        }
        let name = key.key + String(repeating: " ", count: width - key.key.count)
        lines += TextLines.wrapped(
          "  \(name)\(facts.joined(separator: "; "))", width: columns, indent: width + 2)
        lines += TextLines.wrapped("      \(key.meaning)", width: columns, indent: 6)
      }
    }
    return lines
  }
}

extension Double {
  /// A whole number without a point.
  fileprivate var plain: String { self == rounded() ? String(Int(self)) : String(self) }
}
