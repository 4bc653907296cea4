/// `[input]`: how the tables beside region.toml are read.
extension RegionTable {
  /// Reads which sheets are read, and which headings mean which field.
  func readInput(_ settings: inout Settings) {
    guard let input = root.table("input", title: "[input]") else { return }
    settings.sheets = (input.strings("sheet") ?? []).filter { !$0.isEmpty }
    if let columns = input.table("columns") {
      for entry in columns.table.entries {
        guard let text = columns.string(entry.key, mayBeEmpty: true) else { continue }
        let heading = Trimming.folded(entry.key)
        if text.isEmpty {
          settings.inputColumns[heading] = .some(nil)
        } else if let field = PracticeField.named(text) {
          settings.inputColumns[heading] = field
        } else {
          columns.report(
            "E323", entry.key, "\"\(text.prefix(60))\" is no field of practices.csv",
            fix: Suggestion.nearest(to: text, in: PracticeField.allCases.map(\.rawValue))
              .map { "did you mean \"\($0)\"?" }
              ?? "use one of: "
              + PracticeField.allCases.map(\.rawValue).joined(separator: ", ")
              + "; or \"\" to pass the column through.")
        }
      }
    }
    input.finish()
  }
}
