import Days

/// Where a key or value stands: in the file, or in an option of the command line.
struct SourcePosition: Hashable, Sendable {
  /// The line, from 1; 0 if unknown.
  var line: Int
  /// The column, from 1; 0 if unknown.
  var column: Int
  /// The text of the option that set the value, such as `--set objective.wait=1`; nil for files.
  var option: String?

  /// A position in the file, or an option.
  init(line: Int, column: Int, option: String? = nil) {
    self.line = line
    self.column = column
    self.option = option
  }
}

/// A TOML value with its place in the file.
struct TOMLValue: Sendable {
  /// What it is.
  var content: Content
  /// Where it begins.
  var position: SourcePosition

  /// What a value is.
  enum Content: Sendable {
    case table(TOMLTable)
    case array([TOMLValue])
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(Day)
    /// A date with a time of day.
    case dateTime
    /// A time of day.
    case time
  }

  /// The kind in words, with an article.
  var kind: String {
    switch content {
    case .table: "a table"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .dateTime: "a date with a time"
    case .time: "a time of day"
    }
  }

  /// As it would be written in a file, shortened, to be quoted in messages.
  var text: String {
    switch content {
    case .table: "{ … }"
    case .array: "[ … ]"
    case .string(let text): "\"\(text.prefix(60))\""
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .boolean(let flag): String(flag)
    case .date(let day): day.iso
    case .dateTime: "a date with a time"
    case .time: "a time of day"
    }
  }
}

/// A TOML table: keys and values in the order of the file.
struct TOMLTable: Sendable {
  /// A key with its value.
  struct Entry: Sendable {
    /// The key.
    var key: String
    /// Where the key stands.
    var position: SourcePosition
    /// Its value.
    var value: TOMLValue
  }

  /// The entries in the order of the file.
  var entries: [Entry] = []

  /// The value of a key.
  subscript(key: String) -> TOMLValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      guard let newValue else {
        entries.removeAll { $0.key == key }
        return
      }
      if let place = entries.firstIndex(where: { $0.key == key }) {
        entries[place].value = newValue
        entries[place].position = newValue.position
      } else {
        entries.append(Entry(key: key, position: newValue.position, value: newValue))
      }
    }
  }
}
