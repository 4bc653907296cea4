/// One `--set key=value`, put into the tree of region.toml before it is interpreted.
struct Override {
  /// The dotted key; tables of lists are named by their id: `resource.trainers.capacity`.
  let key: String
  /// The value as typed.
  let value: String

  private var option: String { "--set \(key)=\(value)" }
  private var position: SourcePosition { SourcePosition(line: 0, column: 0, option: option) }

  /// The tables of region.toml that are lists, named by id.
  private static let lists = [
    "system", "partner", "resource", "stage", "lead_time", "task", "protected",
  ]
  /// Those whose shipped entries may be changed without standing in region.toml.
  private static let shipped = ["stage", "lead_time", "task"]
  /// All tables.
  private static let tables =
    lists + ["region", "calendar", "rules", "objective", "solve", "risk", "output", "input"]

  /// Changes the tree, or reports why the key names nothing.
  func apply(to root: inout TOMLTable, reports: Reports) {
    var path = key.split(separator: ".", omittingEmptySubsequences: false).map {
      Trimming.trimmed($0)
    }
    guard path.count >= 2, path.count <= 8, path.allSatisfy({ !$0.isEmpty }) else {
      if path == ["format"] {
        root["format"] = parsed
        return
      }
      report(
        "E391", "\"\(key.prefix(80))\" is not a dotted key",
        fix: "write TABLE.KEY=VALUE, such as rules.pilot_gap=6w.", reports)
      return
    }
    guard Self.tables.contains(path[0]) else {
      report(
        "E310", "unknown table \"\(path[0].prefix(60))\"",
        fix: Suggestion.sentence(for: path[0], in: Self.tables), reports)
      return
    }
    path = shortForm(path, in: root)
    if Self.lists.contains(path[0]) {
      applyToList(path, &root, reports)
    } else {
      var table = Self.table(root[path[0]]) ?? TOMLTable()
      set(path.dropFirst(), in: &table)
      put(table, path[0], &root)
    }
  }

  /// A resource that a short form stands for is changed there: `resource.tpp-go-lives.capacity`
  /// means `system.tpp.go_lives_per_week`, and so do its `changes` and `extra`.
  private func shortForm(_ path: [String], in root: TOMLTable) -> [String] {
    guard path.count >= 3, path[0] == "resource",
      ["capacity", "changes", "extra"].contains(path[2]),
      !Self.ids(root["resource"]).contains(path[1])
    else { return path }
    for (list, forms) in ShortFormNames.all {
      for holder in Self.ids(root[list]) {
        for (suffix, key) in forms where path[1] == "\(holder)-\(suffix)" {
          return [list, holder, key] + path.dropFirst(2)
        }
      }
    }
    return path
  }

  private func applyToList(_ path: [String], _ root: inout TOMLTable, _ reports: Reports) {
    var elements: [TOMLValue] = []
    switch root[path[0]]?.content {
    case .array(let values)?: elements = values
    case .table?: elements = [root[path[0]]].compactMap { $0 }
    default: break
    }
    guard path.count >= 3 else {
      report(
        "E391", "\"\(key.prefix(80))\" does not say what to change",
        fix: "write \(path[0]).ID.KEY=VALUE; [[\(path[0])]] is named by its id.", reports)
      return
    }
    let wanted = path[1].lowercased()
    let place = elements.firstIndex { element in
      guard let table = Self.table(element) else { return false }
      return [table["id"], table["code"]].contains { Self.text($0)?.lowercased() == wanted }
    }
    if let place, var table = Self.table(elements[place]) {
      set(path.dropFirst(2), in: &table)
      elements[place].content = .table(table)
    } else if Self.shipped.contains(path[0]) {
      var table = TOMLTable()
      table["id"] = TOMLValue(content: .string(path[1]), position: position)
      set(path.dropFirst(2), in: &table)
      elements.append(TOMLValue(content: .table(table), position: position))
    } else {
      let ids = Self.ids(root[path[0]])
      report(
        "E392", "there is no [[\(path[0])]] with the id \"\(path[1].prefix(60))\"",
        fix: Suggestion.sentence(for: path[1], in: ids), reports)
      return
    }
    root[path[0]] = TOMLValue(
      content: .array(elements), position: root[path[0]]?.position ?? position)
  }

  private func set(_ path: ArraySlice<String>, in table: inout TOMLTable) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      table[first] = parsed
      return
    }
    var inner = Self.table(table[first]) ?? TOMLTable()
    switch table[first]?.content {
    case .integer?, .number?:
      // A short form's number is its capacity, and stays that beside other keys.
      if path.count == 2, path.last == "capacity" {
        table[first] = parsed
        return
      }
      inner["capacity"] = table[first]
    default: break
    }
    set(path.dropFirst(), in: &inner)
    put(inner, first, &table)
  }

  private func put(_ table: TOMLTable, _ key: String, _ owner: inout TOMLTable) {
    owner[key] = TOMLValue(
      content: .table(table), position: owner[key]?.position ?? position)
  }

  /// The value as TOML where it is, and else as a text: `6w` needs no quotation marks.
  private var parsed: TOMLValue {
    let parsed = try? TOMLParser.parse(Array("x = \(value)\n".utf8))
    guard let parsed, parsed.entries.count == 1, let found = parsed["x"] else {
      return TOMLValue(content: .string(value), position: position)
    }
    return placed(found)
  }

  /// The same value, with every position in the option.
  private func placed(_ value: TOMLValue) -> TOMLValue {
    var value = value
    value.position = position
    switch value.content {
    case .array(let elements): value.content = .array(elements.map(placed))
    case .table(var table):
      for index in table.entries.indices {
        table.entries[index].position = position
        table.entries[index].value = placed(table.entries[index].value)
      }
      value.content = .table(table)
    default: break
    }
    return value
  }

  private func report(_ code: String, _ message: String, fix: String?, _ reports: Reports) {
    reports.add(Diagnostic(code: code, file: option, message: message, fix: fix))
  }

  private static func table(_ value: TOMLValue?) -> TOMLTable? {
    guard case .table(let table)? = value?.content else { return nil }
    return table
  }

  private static func text(_ value: TOMLValue?) -> String? {
    guard case .string(let text)? = value?.content else { return nil }
    return text
  }

  private static func ids(_ value: TOMLValue?) -> [String] {
    switch value?.content {
    case .array(let elements)?: elements.compactMap { text(table($0)?["id"]) }
    case .table(let table)?: [text(table["id"])].compactMap { $0 }
    default: []
    }
  }
}
