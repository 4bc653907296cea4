/// Puts the sheets of a workbook into one table, columns matched by their headings.
struct WorkbookTable {
  /// The headings that are known.
  let names: HeadingNames
  let limits: WorkbookLimits
  /// Where everything came from.
  var origin = WorkbookOrigin()
  private var headings: [String] = []
  private var rows: [[String]] = []
  private var filled = 0

  /// A table without sheets.
  init(names: HeadingNames, limits: WorkbookLimits) {
    self.names = names
    self.limits = limits
  }

  /// Adds the rows of a sheet below those of the others.
  mutating func add(_ sheet: WorkbookChoice.Sheet) throws(WorkbookProblem) {
    let place = origin.sheets.count
    let content = sheet.content
    origin.sheets.append(sheet.name)
    let targets = targets(sheet.heading.headings)
    origin.columns.append([])
    for (own, column) in targets.enumerated() { setColumn(column, of: place, to: own) }
    let isHidden: (Int) -> Bool = { own in
      content.hiddenColumns.contains(where: { $0.contains(own) })
    }
    // A million hidden ranges are no spreadsheet's work.
    origin.hiddenColumns.append(
      content.hiddenColumns.count > 20_000
        ? [] : Set(targets.indices.filter(isHidden).map { targets[$0] }))
    if place == 0 {
      let first =
        content.rows.indices.contains(sheet.heading.first)
        ? content.rows[sheet.heading.first].number : 1
      origin.rows.append(WorkbookOrigin.Row(sheet: 0, number: first))
    }
    let titles = content.rows.prefix(sheet.heading.end)
    origin.titles += titles.flatMap { $0.cells.map(\.text) }
    origin.titleRows += sheet.heading.first
    var data = Array(content.rows.dropFirst(sheet.heading.end))
    guard (rows.count + data.count) * max(1, headings.count) <= limits.part else {
      throw .tooLarge("its sheet holds too many cells")
    }
    try fill(&data, content.merges, width: sheet.heading.headings.count, place)
    let comments = Dictionary(grouping: content.comments, by: \.row)
    for row in data { add(row, of: place, targets, comments[row.number] ?? []) }
  }

  /// The table's column of each heading of a sheet; new ones are added.
  private mutating func targets(_ own: [String]) -> [Int] {
    var taken: Set<Int> = []
    return own.map { heading in
      let key = key(heading)
      if !key.isEmpty,
        let known = headings.indices.first(where: {
          !taken.contains($0) && self.key(headings[$0]) == key
        })
      {
        taken.insert(known)
        return known
      }
      headings.append(heading)
      taken.insert(headings.count - 1)
      return headings.count - 1
    }
  }

  private func key(_ heading: String) -> String {
    heading.isEmpty ? "" : names.field(heading) ?? Trimming.folded(heading)
  }

  private mutating func setColumn(_ column: Int, of sheet: Int, to own: Int?) {
    while origin.columns[sheet].count <= column { origin.columns[sheet].append(nil) }
    origin.columns[sheet][column] = own
  }

  private mutating func add(
    _ row: SheetContent.Row, of sheet: Int, _ targets: [Int], _ comments: [SheetContent.Comment]
  ) {
    let place = origin.rows.count
    var texts = [String](repeating: "", count: headings.count)
    for (own, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      guard own < targets.count else {
        let name = origin.prefix(sheet) + CSVTable.letters(own) + String(row.number)
        origin.remarks.append(WorkbookOrigin.Remark(kind: .beyond(name), row: place, column: own))
        continue
      }
      let column = targets[own]
      texts[column] = cell.text
      if cell.isUnsaved {
        origin.remarks.append(WorkbookOrigin.Remark(kind: .unsaved, row: place, column: column))
        if !names.isKnown(headings[column]) { texts[column] = "" }
      }
      if cell.isStruck {
        origin.remarks.append(WorkbookOrigin.Remark(kind: .struck, row: place, column: column))
      }
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    for comment in comments { add(comment, at: place, sheet, targets, &texts) }
    origin.rows.append(
      WorkbookOrigin.Row(sheet: sheet, number: row.number, isHidden: row.isHidden))
    rows.append(texts)
  }

  /// Keeps a remark with the row's own notes, if the table has such.
  private mutating func add(
    _ comment: SheetContent.Comment, at place: Int, _ sheet: Int, _ targets: [Int],
    _ texts: inout [String]
  ) {
    let isWithin = comment.column < targets.count
    let column = isWithin ? targets[comment.column] : 0
    origin.remarks.append(
      WorkbookOrigin.Remark(kind: .comment(comment.text), row: place, column: column))
    guard names.field("notes") == "notes" else { return }
    var notes = headings.firstIndex { names.field($0) == "notes" }
    if notes == nil {
      headings.append("notes")
      notes = headings.count - 1
    }
    guard let notes else { return }
    while texts.count < headings.count { texts.append("") }
    let heading = isWithin ? headings[column] : ""
    let words = heading.isEmpty ? comment.text : "\(heading): \(comment.text)"
    texts[notes] += texts[notes].isEmpty ? words : "; \(words)"
  }

  /// Gives the value of merged cells to each of them.
  ///
  /// Merged cells that are all there is in a row are a heading of the rows below it.
  private mutating func fill(
    _ data: inout [SheetContent.Row], _ merges: [SheetContent.Merge], width: Int, _ sheet: Int
  ) throws(WorkbookProblem) {
    for merge in merges {
      filled += 1
      var place = data.partitioningIndex { $0.number >= merge.rows.lowerBound }
      guard place < data.count, data[place].number == merge.rows.lowerBound,
        data[place].cells.indices.contains(merge.columns.lowerBound),
        merge.columns.lowerBound < width
      else { continue }
      let cell = data[place].cells[merge.columns.lowerBound]
      let isAlone = data[place].cells.enumerated().allSatisfy {
        $1.text.isEmpty || merge.columns.contains($0)
      }
      guard !cell.text.isEmpty, !(isAlone && merge.columns.count > 1) else { continue }
      let columns = merge.columns.clamped(to: 0...max(0, width - 1))
      while place < data.count, data[place].number <= merge.rows.upperBound {
        filled += columns.count
        guard filled <= limits.cells else { throw .tooLarge("its sheet merges too many cells") }
        while data[place].cells.count <= columns.upperBound {
          data[place].cells.append(SheetContent.Cell())
        }
        for column in columns where data[place].cells[column].text.isEmpty {
          data[place].cells[column] = cell
        }
        place += 1
      }
      let first = CSVTable.letters(merge.columns.lowerBound) + String(merge.rows.lowerBound)
      let last = CSVTable.letters(merge.columns.upperBound) + String(merge.rows.upperBound)
      origin.fills.append(
        WorkbookOrigin.Fill(range: "\(origin.prefix(sheet))\(first):\(last)", value: cell.text))
    }
  }

  /// The table as CSV, each row with as many cells as the headings, as a spreadsheet saves them.
  func csv() throws(WorkbookProblem) -> [UInt8] {
    guard (rows.count + 1) * max(1, headings.count) <= limits.part else {
      throw .tooLarge("its sheet holds too many cells")
    }
    var bytes: [UInt8] = []
    for row in [headings] + rows {
      for column in headings.indices {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        guard column < row.count, !row[column].isEmpty else { continue }
        bytes += Array("\"\(row[column].replacing("\"", with: "\"\""))\"".utf8)
      }
      bytes.append(10)
    }
    return bytes
  }
}

extension Array {
  /// The first place at which something holds that holds to the end from some place on.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
