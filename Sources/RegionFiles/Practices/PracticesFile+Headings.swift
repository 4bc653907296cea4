import Days
import Migrations

/// What there is to say about the columns of practices.csv.
extension PracticesFile {
  /// Reports what was taken for what, and what is missing.
  func report(_ headings: PracticeHeadings, _ cells: CellReader) {
    let table = cells.table
    for (column, other, field) in headings.doubles {
      cells.report(
        "E115", table.headingRecord, column,
        "columns \(CSVTable.letters(other)) and \(CSVTable.letters(column)) are both"
          + " \(field.rawValue): \"\(table.headings[other])\" and \"\(table.headings[column])\"",
        fix: "rename or delete one of the two, or write \"\(table.headings[column].prefix(40))\" ="
          + " \"\" below [input.columns].")
    }
    for (column, field) in headings.guesses {
      cells.report(
        "N118", table.headingRecord, column,
        "the column \"\(table.headings[column].prefix(60))\" was read as \(field.rawValue)",
        fix: "if it is something else, say so below [input.columns] in region.toml.")
    }
    for column in headings.unclear {
      let heading = table.headings[column].prefix(60)
      cells.report(
        "W119", table.headingRecord, column,
        "the column \"\(heading)\" is not read: are its days agreed or only wished?",
        why: "Agreed days are kept exactly; wishes are weighed against everything else.",
        fix: "write \"\(heading)\" = \"pinned_go_live\" (agreed) or \"preferred_date\" (wished), or"
          + " \"\" for neither, below [input.columns] in region.toml.")
    }
    var required: [PracticeField] = [.odsCode, .name, .source]
    if settings.defaultTarget == nil, knowsSettings { required.append(.target) }
    for field in required where columns[field] == nil {
      let unknown = table.headings.indices.filter { !headings.isRead($0) }
        .map { table.headings[$0] }.filter { !$0.isEmpty }
      let near = field.headings.lazy.compactMap { Suggestion.nearest(to: $0, in: unknown) }.first
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \(field.rawValue) is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", ")).",
          fix: near.map { "did you mean \"\($0)\"? Rename it to \(field.rawValue)." }
            ?? (field == .target
              ? "add it, or write target_system in [region]."
              : "add it; \(field.headings[1]) will do as well.")))
    }
  }

  /// Reports columns whose dates look as if the month came first.
  ///
  /// Where one cell cannot be day-first, those that can be either were most likely meant as it was,
  /// and mending that cell alone would leave the others wrong in silence.
  func reportMonthFirst(_ cells: CellReader) {
    let fields: [PracticeField] = [
      .preferredDate, .preferredFrom, .preferredTo, .mustBeLiveBy, .notBefore, .pinnedGoLive,
    ]
    for column in fields.compactMap({ columns[$0] }).sorted() { cells.reportMonthFirst(column) }
  }

  /// Reports each unknown system once, with the number of its rows.
  func reportUnknownSystems() {
    for unknown in unknownSystems.values.sorted(by: {
      ($0.first.line ?? 0, $0.text) < ($1.first.line ?? 0, $1.text)
    }) {
      var diagnostic = unknown.first
      if unknown.count > 1 {
        diagnostic.message += ", in \(counted(unknown.count, "row"))"
      }
      reports.add(diagnostic)
    }
  }
}
