import Days

/// Reads the cells of one sheet as texts.
struct WorkbookSheetReader {
  let parts: WorkbookParts
  let limits: WorkbookLimits

  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - bytes: the sheet's part.
  ///   - name: the part's name, for faults.
  func sheet(_ bytes: [UInt8], name: String) throws(WorkbookProblem) -> SheetBuilder {
    let state = State(parts: parts, limits: limits)
    let reader = XMLReader()
    reader.onStart = { element, attributes in state.start(element, attributes) }
    reader.onText = { state.add($0) }
    reader.onEnd = { element in
      state.end(element)
      if state.sheet.problem != nil { reader.stop() }
    }
    let isWhole = reader.read(bytes)
    if let problem = state.sheet.problem { throw problem }
    guard isWhole else { throw .malformed(part: name) }
    return state.sheet
  }

  /// What is read so far; a class, because three closures add to it.
  private final class State {
    var sheet: SheetBuilder
    private let parts: WorkbookParts
    private var column = -1
    private var kind = ""
    private var form = WorkbookForms.Form()
    private var isValue = false
    private var isFormula = false
    private var hasFormula = false
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var inline = TextCollector()
    private var isHiddenByDefault = false

    init(parts: WorkbookParts, limits: WorkbookLimits) {
      self.parts = parts
      sheet = SheetBuilder(limits: limits)
    }

    func start(_ element: String, _ attributes: [String: String]) {
      // Nothing is read on after a fault; numbers may be beyond all bounds then.
      guard sheet.problem == nil else { return }
      switch element {
      case "row":
        column = -1
        sheet.begin(
          row: attributes["r"].flatMap { Int($0) } ?? sheet.rowNumber + 1,
          isHidden: attributes["hidden"].map { TextCollector.isOn($0) } ?? isHiddenByDefault)
      case "c":
        column = attributes["r"].flatMap(WorkbookSheetReader.column) ?? column + 1
        kind = attributes["t"] ?? "n"
        let place = attributes["s"].flatMap { Int($0) } ?? 0
        form = parts.forms.indices.contains(place) ? parts.forms[place] : WorkbookForms.Form()
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        hasFormula = false
        inline.begin()
      case "v": isValue = true
      case "f": (isFormula, hasFormula) = (true, true)
      case "sheetFormatPr":
        isHiddenByDefault = attributes["zeroHeight"].map { TextCollector.isOn($0) } ?? false
      case "col": hide(attributes)
      case "mergeCell": merge(attributes["ref"] ?? "")
      default: inline.start(element, attributes)
      }
    }

    func add(_ piece: UnsafeBufferPointer<UInt8>) {
      if isValue { value.append(contentsOf: piece) }
      if isFormula, formula.count < 200 { formula.append(contentsOf: piece) }
      inline.add(piece)
    }

    func end(_ element: String) {
      guard sheet.problem == nil else { return }
      switch element {
      case "v": isValue = false
      case "f": isFormula = false
      case "c": keep()
      case "row": sheet.endRow()
      default: inline.end(element)
      }
    }

    private func keep() {
      var cell = cell
      cell.isStruck = (cell.isStruck || form.isStruck) && !cell.text.isEmpty
      // A formula that yields a text may well yield an empty one.
      if hasFormula, cell.text.isEmpty, value.isEmpty, kind != "str" {
        cell.text = "=" + String(decoding: formula, as: UTF8.self).prefix(100)
        cell.isUnsaved = true
      }
      sheet.put(cell, at: column)
    }

    private var cell: SheetContent.Cell {
      let raw = String(decoding: value, as: UTF8.self)
      switch kind {
      case "s":
        guard let place = Int(raw), parts.texts.indices.contains(place) else {
          return SheetContent.Cell()
        }
        return parts.texts[place]
      case "inlineStr": return SheetContent.Cell(text: inline.text, isStruck: inline.isStruck)
      case "b": return SheetContent.Cell(text: raw.isEmpty ? "" : raw == "1" ? "yes" : "no")
      case "n":
        return SheetContent.Cell(
          text: WorkbookSheetReader.number(raw, form.isDate, parts.countsFrom1904))
      default: return SheetContent.Cell(text: raw)
      }
    }

    private func hide(_ attributes: [String: String]) {
      guard let hidden = attributes["hidden"], TextCollector.isOn(hidden),
        let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first >= 1, last >= first
      else { return }
      sheet.hide(first - 1...last - 1)
    }

    private func merge(_ range: String) {
      let ends = range.split(separator: ":").map(String.init)
      guard ends.count == 2, let first = WorkbookSheetReader.place(ends[0]),
        let last = WorkbookSheetReader.place(ends[1]), first.row <= last.row,
        first.column <= last.column
      else { return }
      sheet.merge(
        SheetContent.Merge(rows: first.row...last.row, columns: first.column...last.column))
    }
  }

  /// The row, from 1, and the column, from 0, of a cell's name; nil if it is no name.
  static func place(_ name: String) -> (row: Int, column: Int)? {
    guard let column = column(name), let row = Int(name.drop { !$0.isNumber }), row > 0 else {
      return nil
    }
    return (row, column)
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
  ///
  /// A spreadsheet reckons in binary fractions, so what is whole but for rounding is whole.
  static func number(_ raw: String, _ isDate: Bool, _ from1904: Bool) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    let whole = value.rounded()
    let isWhole = abs(value - whole) <= 1e-9 * max(1_000, abs(value))
    if isDate, (1..<2_958_466).contains(value), let origin = Day(year: 1899, month: 12, day: 30) {
      // Until 28 February 1900 the format is a day ahead, as it knows a 29 February in that year.
      let early = value < 60 && !from1904 ? 1 : 0
      return (origin + Int(isWhole ? whole : value) + early + (from1904 ? 1_462 : 0)).iso
    }
    guard isWhole, abs(value) < 1e15 else { return raw }
    return String(Int(whole))
  }
}
