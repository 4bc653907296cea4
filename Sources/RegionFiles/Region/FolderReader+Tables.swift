#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The endings of files that hold tables.
enum TableFormats {
  /// Those that are read, in the order of preference.
  static let read = ["csv", "xlsx", "xlsm", "ods"]
  /// Those that are not, and what to save them as.
  static let others = [
    ("xls", "save it as .xlsx"), ("xlsb", "save it as .xlsx"), ("numbers", "export it as .xlsx"),
    ("fods", "save it as .ods"), ("tsv", "rename it to end in .csv"),
    ("txt", "rename it to end in .csv"),
  ]
}

/// Tables, which may be CSV or workbooks.
extension FolderReader {
  /// A table as CSV, or as a workbook where there is no CSV; a report where there is neither.
  func requireTable(_ name: String) -> SourceFile? {
    if let file = optionalTable(name) { return file }
    guard !reports.hasErrors(about: name) else { return nil }
    let near = tables().filter { $0 != "\(name).csv" }
    guard let first = near.first else { return require(name + ".csv") }
    missesFile()
    reports.add(
      Diagnostic(
        code: "E100", file: name + ".csv",
        message: "\(name).csv does not exist, nor \(name).xlsx, .xlsm or .ods",
        why: "The folder holds \(near.prefix(6).joined(separator: ", ")).",
        fix: "rename the one that holds the \(name), such as \(first), to"
          + " \(name).\(TableFormats.ending(of: first))."))
    return nil
  }

  /// A table as CSV, or as a workbook where there is no CSV; nil where there is neither.
  func optionalTable(_ name: String) -> SourceFile? {
    let there = TableFormats.read.map { "\(name).\($0)" }
      .filter { SourceFile.exists("\(path)/\($0)") }
    guard let first = there.first else {
      reportOther(name)
      return nil
    }
    let file = optional(first)
    for other in there.dropFirst() where file != nil {
      reports.add(
        Diagnostic(
          code: "W104", file: first,
          message: "there are both \(first) and \(other); \(first) was read",
          fix: "take away the one that is out of date."))
    }
    return file
  }

  /// Says which file lies there that is meant to be the table and cannot be read.
  private func reportOther(_ name: String) {
    for (ending, advice) in TableFormats.others {
      let file = "\(name).\(ending)"
      guard SourceFile.exists("\(path)/\(file)") else { continue }
      reports.add(
        Diagnostic(
          code: "E183", file: file, message: "\(file) is there, and cannot be read",
          why: "Tables are read from .\(TableFormats.read.joined(separator: ", .")).",
          fix: advice.replacing("it", with: file, maxReplacements: 1) + "."))
      return
    }
  }

  /// The files of the folder that could hold a table, by name.
  private func tables() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    // A folder of many thousands of files is no region's.
    while found.count < 1_000, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let own = ["closures.", "links.", "actuals.", "~", "."]
      guard !own.contains(where: name.hasPrefix) else { continue }
      let endings = TableFormats.read + ["xls", "xlsb"]
      if endings.contains(TableFormats.ending(of: name)) { found.append(name) }
    }
    return found.sorted()
  }
}

extension TableFormats {
  /// A name's ending in lower case; empty if it has none.
  static func ending(of name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}
