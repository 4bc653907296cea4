/// The data files that the program carries, as tables.
enum Shipped {
  /// The root table of a shipped TOML file; empty, with a report, if it is broken or absent.
  static func table(_ path: String, reports: Reports) -> TableReader {
    let file = SourceFile(name: path, bytes: Array((ShippedFiles.all[path] ?? "").utf8))
    return RegionFolder.table(of: file, reports: reports)
      ?? TableReader(
        name: path, table: TOMLTable(), position: SourcePosition(line: 0, column: 0), file: file,
        reports: reports)
  }
}
