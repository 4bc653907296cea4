import TrancheKit

/// A region's tables with what `check` found in them, as a workbook.
struct CheckedTables {
  /// The region folder.
  let folder: String
  let diagnostics: [Diagnostic]
  /// The sheets that region.toml names.
  var sheets: [String] = []

  /// The workbook's bytes.
  func bytes() throws -> [UInt8] {
    // Of a table with patient data nothing is repeated, not even in a file.
    let withheld = Set(diagnostics.filter { $0.code == "E190" }.map(\.file))
    let grids = TableGrid.read(folder, sheets: sheets).filter { !withheld.contains($0.file) }
    let tables = grids.map { grid in
      CheckedWorkbook.Table(
        file: grid.file, rows: grid.rows,
        marks: diagnostics.filter { diagnostic in
          diagnostic.file == grid.file && diagnostic.severity != .note
            && grid.sheet.map { diagnostic.isAbout(sheet: $0) } ?? true
        }.compactMap(mark), sheet: grid.sheet)
    }
    return try CheckedWorkbook(tables: tables, findings: diagnostics.map(PlanSource.finding))
      .bytes()
  }

  private func mark(_ diagnostic: Diagnostic) -> CheckedWorkbook.Mark? {
    guard let place = diagnostic.place else { return nil }
    let severity = diagnostic.severity == .error ? "Error" : "Warning"
    let parts = [
      "\(severity) \(diagnostic.code): \(diagnostic.message).", diagnostic.why,
      diagnostic.fix.map { "To do: \($0)" },
    ]
    return CheckedWorkbook.Mark(
      row: place.row, column: place.column, isError: diagnostic.severity == .error,
      text: parts.compactMap(\.self).joined(separator: "\n"))
  }
}
