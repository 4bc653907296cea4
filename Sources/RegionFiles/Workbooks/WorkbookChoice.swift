import Days

/// Chooses which sheets of a workbook are the table.
///
/// All sheets that carry the headings are, but for hidden ones; those that are named are, in any
/// case. Whoever looks at the workbook should see what is read.
struct WorkbookChoice {
  /// One sheet with its headings.
  struct Sheet {
    let name: String
    let content: SheetContent
    /// Its headings, by the place of its rows.
    let heading: HeadingRows.Found

    /// How many rows are below the headings.
    var rowCount: Int { max(0, content.rows.count - heading.end) }
  }

  /// The headings that are known.
  let names: HeadingNames
  /// The sheets to read, by name; empty for those that carry the headings.
  let wanted: [String]
  /// Where messages go.
  let reports: Reports
  /// The sheets that are read.
  private(set) var sheets: [Sheet] = []
  /// Whether day numbers count from 1904.
  private(set) var countsFrom1904 = false

  /// A choice of sheets.
  init(names: HeadingNames, wanted: [String], reports: Reports) {
    self.names = names
    self.wanted = wanted
    self.reports = reports
  }

  /// Chooses the sheets; false, with a report, if one that is named is not there.
  mutating func choose(
    from source: any SheetSource, file: String
  ) throws(WorkbookProblem) -> Bool {
    countsFrom1904 = source.countsFrom1904
    let all = source.sheetNames.prefix(100)
    guard reportMissing(among: all.map(\.name), file) else { return false }
    let folded = Set(wanted.map(Trimming.folded))
    // The program's own workbook has one sheet to be changed and given back.
    let own = Set(all.map(\.name)).isSuperset(of: ["Inputs", "Week by week"])
    var best: Sheet?
    var like: [(sheet: Sheet, isHidden: Bool)] = []
    for (place, entry) in all.enumerated() {
      let isNamed = folded.contains(Trimming.folded(entry.name))
      if own, wanted.isEmpty, entry.name != "Inputs" { continue }
      guard let sheet = try sheet(source, place, entry.name) else { continue }
      let isFull = sheet.heading.fields.isSuperset(of: names.required) && !names.required.isEmpty
      if isNamed || wanted.isEmpty && isFull && !entry.isHidden {
        sheets.append(sheet)
        if entry.isHidden { reportHidden(sheet, file) }
        continue
      }
      if isFull || looksAlike(sheet) { like.append((sheet, entry.isHidden)) }
      if entry.isHidden { continue }
      if sheet.heading.fields.count > best?.heading.fields.count ?? -1 { best = sheet }
    }
    if sheets.isEmpty, let best { sheets = [best] }
    guard !sheets.isEmpty else { return try nothingVisible(like, source, file) }
    let read = Set(sheets.map(\.name))
    for (sheet, isHidden) in like where !read.contains(sheet.name) && sheet.rowCount > 0 {
      reportUnread(sheet, isHidden: isHidden, file)
    }
    return true
  }

  private func sheet(
    _ source: any SheetSource, _ place: Int, _ name: String
  ) throws(WorkbookProblem) -> Sheet? {
    guard let content = try source.sheet(place) else { return nil }
    let first = content.rows.prefix(HeadingRows.deepest).map { $0.cells.map(\.text) }
    let heading = HeadingRows(names: names).find(in: first) ?? HeadingRows.Found(count: 0)
    return Sheet(name: name, content: content, heading: heading)
  }

  /// Whether a sheet holds what identifies a row and something more, though not all headings.
  private func looksAlike(_ sheet: Sheet) -> Bool {
    guard names.required.count > 1 else { return false }
    return sheet.heading.fields.isSuperset(of: names.required.prefix(2))
  }

  private func reportMissing(among all: [String], _ file: String) -> Bool {
    let known = Set(all.map(Trimming.folded))
    let missing = wanted.filter { !known.contains(Trimming.folded($0)) }
    for name in missing {
      reports.add(
        Diagnostic(
          code: "E185", file: file,
          message: "there is no sheet \"\(name.prefix(40))\", which [input] sheet names",
          why: "The sheets are \(all.prefix(20).joined(separator: ", ")).",
          fix: Suggestion.sentence(for: name, in: all)))
    }
    return missing.isEmpty
  }

  private func nothingVisible(
    _ like: [(sheet: Sheet, isHidden: Bool)], _ source: any SheetSource, _ file: String
  ) throws(WorkbookProblem) -> Bool {
    guard let first = like.first else { throw .notAWorkbook }
    reports.add(
      Diagnostic(
        code: "E185", file: file, message: "the only sheets with rows are hidden",
        why: "What nobody sees is read only if it is named.",
        fix: "show the sheet, or write sheet = \"\(first.sheet.name.prefix(40))\" under [input]"
          + " in region.toml."))
    return false
  }

  private func reportHidden(_ sheet: Sheet, _ file: String) {
    reports.add(
      Diagnostic(
        code: "W185", file: file,
        message: "the hidden sheet \"\(sheet.name.prefix(40))\" was read, as [input] names it:"
          + " \(counted(sheet.rowCount, "row"))",
        fix: "show the sheet, so that everybody sees what is planned."))
  }

  private func reportUnread(_ sheet: Sheet, isHidden: Bool, _ file: String) {
    reports.add(
      Diagnostic(
        code: "W186", file: file,
        message: "the \(isHidden ? "hidden " : "")sheet \"\(sheet.name.prefix(40))\" looks like"
          + " such a table and was not read: \(counted(sheet.rowCount, "row"))",
        why: wanted.isEmpty
          ? isHidden ? "Hidden sheets are read only if they are named." : "It lacks headings."
          : "[input] sheet names others.",
        fix: "if it belongs to the plan, name it under [input] in region.toml: sheet = [\"...\"]."))
  }
}
