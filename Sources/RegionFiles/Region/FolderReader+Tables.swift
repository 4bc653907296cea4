/// Tables, which may be CSV or workbooks.
extension FolderReader {
  /// A table as CSV, or as a workbook where there is no CSV; a report where there is neither.
  func requireTable(_ name: String) -> SourceFile? {
    optionalTable(name) ?? (reports.hasErrors(about: name) ? nil : require(name + ".csv"))
  }

  /// A table as CSV, or as a workbook where there is no CSV; nil where there is neither.
  func optionalTable(_ name: String) -> SourceFile? {
    guard let file = optional(name + ".csv") else { return optional(name + ".xlsx") }
    if SourceFile.exists("\(path)/\(name).xlsx") {
      reports.add(
        Diagnostic(
          code: "W104", file: file.name,
          message: "there are both \(name).csv and \(name).xlsx; \(name).csv was read",
          fix: "take away the one that is out of date."))
    }
    return file
  }
}
