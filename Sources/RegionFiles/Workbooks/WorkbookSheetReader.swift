import Days

/// Reads the cells of one sheet as texts.
struct WorkbookSheetReader {
  let parts: WorkbookParts
  let limits: WorkbookLimits

  /// The rows that hold something, each with its number from 1 and its cells from column A on.
  typealias Rows = [(number: Int, cells: [String])]

  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - bytes: the sheet's part.
  ///   - name: the part's name, for faults.
  ///   - most: how many rows to read; nil for all.
  func rows(_ bytes: [UInt8], name: String, most: Int? = nil) throws(WorkbookProblem) -> Rows {
    let state = State(parts: parts, limits: limits)
    let reader = XMLReader()
    reader.onStart = { element, attributes in state.start(element, attributes) }
    reader.onText = { state.add($0) }
    reader.onEnd = { element in
      state.end(element)
      if state.problem != nil || most.map({ state.rows.count >= $0 }) ?? false { reader.stop() }
    }
    let isWhole = reader.read(bytes)
    if let problem = state.problem { throw problem }
    guard isWhole else { throw .malformed(part: name) }
    return state.rows
  }

  /// What is read so far; a class, because three closures add to it.
  private final class State {
    var rows: Rows = []
    var problem: WorkbookProblem?
    private let parts: WorkbookParts
    private let limits: WorkbookLimits
    private var row = 0
    private var column = -1
    private var cells: [String] = []
    private var kind = ""
    private var isDate = false
    private var isValue = false
    private var value: [UInt8] = []
    private var inline = TextCollector()
    private var count = 0
    private var held = 0

    init(parts: WorkbookParts, limits: WorkbookLimits) {
      self.parts = parts
      self.limits = limits
    }

    func start(_ element: String, _ attributes: [String: String]) {
      // Nothing is read on after a fault; numbers may be beyond all bounds then.
      guard problem == nil else { return }
      switch element {
      case "row":
        row = attributes["r"].flatMap { Int($0) } ?? row + 1
        column = -1
        cells = []
        if !(1...1_048_576).contains(row) || row <= rows.last?.number ?? 0 {
          problem = .malformed(part: "row \(row)")
        }
      case "c":
        column = attributes["r"].flatMap(WorkbookSheetReader.column) ?? column + 1
        kind = attributes["t"] ?? "n"
        let form = attributes["s"].flatMap { Int($0) } ?? 0
        isDate = parts.isDate.indices.contains(form) && parts.isDate[form]
        value.removeAll(keepingCapacity: true)
        inline.begin()
      case "v": isValue = true
      default: inline.start(element)
      }
    }

    func add(_ piece: UnsafeBufferPointer<UInt8>) {
      if isValue { value.append(contentsOf: piece) }
      inline.add(piece)
    }

    func end(_ element: String) {
      guard problem == nil else { return }
      switch element {
      case "v": isValue = false
      case "c": keep()
      case "row":
        if cells.contains(where: { !$0.isEmpty }) { rows.append((row, cells)) }
      default: inline.end(element)
      }
    }

    private func keep() {
      let text = text
      guard !text.isEmpty else { return }
      guard (0..<16_384).contains(column) else {
        return problem = .malformed(part: "column \(column)")
      }
      count += 1
      // Empty cells before this one are held as well, and so is every text as often as it stands.
      held += text.utf8.count + max(0, column - cells.count)
      guard count <= limits.cells, held <= limits.part else {
        return problem = .tooLarge("its sheet holds too many cells")
      }
      while cells.count < column { cells.append("") }
      if cells.count == column { cells.append(text) } else { cells[column] = text }
    }

    private var text: String {
      let raw = String(decoding: value, as: UTF8.self)
      switch kind {
      case "s":
        guard let place = Int(raw), parts.texts.indices.contains(place) else { return "" }
        return parts.texts[place]
      case "inlineStr": return inline.text
      case "b": return raw == "1" ? "yes" : "no"
      case "n": return WorkbookSheetReader.number(raw, isDate, parts.countsFrom1904)
      default: return raw
      }
    }
  }

  /// The column of a cell's name, from 0: `I17` is in column 8; nil if it is no name.
  static func column(_ name: String) -> Int? {
    var column = 0
    for byte in name.utf8.prefix(while: { $0 >= 65 }) {
      guard (65...90).contains(byte & 0xDF), column < 100_000 else { return nil }
      column = column * 26 + Int(byte & 0xDF) - 64
    }
    return column > 0 ? column - 1 : nil
  }

  /// A number as a planner would type it: a date where it looks like one, whole where it is.
  static func number(_ raw: String, _ isDate: Bool, _ from1904: Bool) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    if isDate, (1..<2_958_466).contains(value), let origin = Day(year: 1899, month: 12, day: 30) {
      // Until 28 February 1900 the format is a day ahead, as it knows a 29 February in that year.
      let early = value < 60 && !from1904 ? 1 : 0
      return (origin + Int(value) + early + (from1904 ? 1_462 : 0)).iso
    }
    guard value == value.rounded(), abs(value) < 1e15 else { return raw }
    return String(Int(value))
  }
}
