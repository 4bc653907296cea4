/// The data files that the program carries, as tables.
enum Shipped {
  /// The root tables of the shipped TOML files that belong to no region, each parsed once.
  private static let tables: [String: TOMLTable] = {
    var tables: [String: TOMLTable] = [:]
    for (path, text) in ShippedFiles.all
    where path.hasSuffix(".toml") && !path.hasPrefix("regions/") {
      tables[path] = try? TOMLParser.parse(Array(text.utf8))
    }
    return tables
  }()

  /// The root table of a shipped TOML file; empty if there is none.
  static func table(_ path: String, reports: Reports) -> TableReader {
    TableReader(
      name: path, table: tables[path] ?? TOMLTable(), position: SourcePosition(line: 0, column: 0),
      file: SourceFile(name: path, bytes: Array((ShippedFiles.all[path] ?? "").utf8)),
      reports: reports)
  }
}
