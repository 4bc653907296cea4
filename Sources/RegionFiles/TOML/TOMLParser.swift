import CTomlPP
import Days

/// Reads TOML with toml++, keeping the place of every key and value.
enum TOMLParser {
  /// What is wrong with a document.
  struct Failure: Error {
    /// What, in the parser's words.
    var message: String
    /// Where, as far as is known.
    var position: SourcePosition
  }

  /// The largest document that is parsed, in bytes; its tree takes up to 50 times the memory.
  static let largest = 4 * 1_048_576

  /// The root table of a document.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> TOMLTable {
    let document = bytes.withUnsafeBytes { buffer in
      ctoml_parse(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document else {
      throw Failure(message: "memory has run out", position: SourcePosition(line: 0, column: 0))
    }
    defer { ctoml_free(document) }
    var line: Int32 = 0
    var column: Int32 = 0
    if let message = ctoml_error(document, &line, &column) {
      throw Failure(
        message: String(cString: message),
        position: SourcePosition(line: Int(line), column: Int(column)))
    }
    var count = 0
    guard let first = ctoml_nodes(document, &count), count > 0 else { return TOMLTable() }
    return Tree(nodes: UnsafeBufferPointer(start: first, count: count)).root()
  }

  /// Builds values from the flat list, in which parents come before their children.
  private struct Tree {
    let nodes: UnsafeBufferPointer<ctoml_node>

    func root() -> TOMLTable {
      var children = [[Int]](repeating: [], count: nodes.count)
      for index in nodes.indices where nodes[index].parent >= 0 {
        children[Int(nodes[index].parent)].append(index)
      }
      // From the back, children are complete before their parents.
      var values = [TOMLValue?](repeating: nil, count: nodes.count)
      for index in nodes.indices.reversed() {
        values[index] = value(index, children: children[index], values: &values)
      }
      guard case .table(let table)? = values[0]?.content else { return TOMLTable() }
      return table
    }

    private func value(_ index: Int, children: [Int], values: inout [TOMLValue?]) -> TOMLValue {
      let node = nodes[index]
      let position = SourcePosition(line: Int(node.line), column: Int(node.column))
      var elements: [TOMLValue] = []
      var table = TOMLTable()
      for child in children {
        guard let element = values[child].take() else { continue }
        if node.type == CTOML_ARRAY {
          elements.append(element)
        } else {
          let at = SourcePosition(
            line: Int(nodes[child].key_line), column: Int(nodes[child].key_column))
          table.entries.append(
            TOMLTable.Entry(
              key: text(nodes[child].key, nodes[child].key_length), position: at, value: element))
        }
      }
      // The parser sorts keys by name; messages and defaults want the order of the file.
      table.entries.sort {
        ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
      }
      return TOMLValue(
        content: content(of: node, table: table, elements: elements), position: position)
    }

    private func content(
      of node: ctoml_node, table: TOMLTable, elements: [TOMLValue]
    ) -> TOMLValue.Content {
      switch node.type {
      case Int32(CTOML_TABLE): .table(table)
      case Int32(CTOML_ARRAY): .array(elements)
      case Int32(CTOML_STRING): .string(text(node.text, node.text_length))
      case Int32(CTOML_INTEGER): .integer(Int(node.integer))
      case Int32(CTOML_FLOAT): .number(node.number)
      case Int32(CTOML_BOOLEAN): .boolean(node.integer != 0)
      case Int32(CTOML_DATE):
        Day(year: Int(node.year), month: Int(node.month), day: Int(node.day))
          .map(TOMLValue.Content.date) ?? .dateTime
      case Int32(CTOML_DATE_TIME): .dateTime
      default: .time
      }
    }

    private func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
      guard let start else { return "" }
      return start.withMemoryRebound(to: UInt8.self, capacity: length) {
        String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
      }
    }
  }
}
