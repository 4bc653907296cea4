/// How the planner's own tables are read.
extension RegionTable {
  /// Reads `[input]`.
  func readInput(_ settings: inout Settings) {
    guard let reader = root.table("input", title: "[input]") else { return }
    settings.sheets = (reader.strings("sheet") ?? []).filter { !$0.isEmpty }
    reader.finish()
  }
}
