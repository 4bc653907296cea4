/// Collects what a reader has to say, in the order it says it.
///
/// A class, because the readers of one folder all add to the same list. It holds at most
/// `limit` diagnostics, so that a file of nothing but mistakes does not fill the memory.
final class Reports {
  /// What was said, at most `limit` of it.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many errors were said, those beyond the limit included.
  private(set) var errorCount = 0
  private let limit = 50_000
  private var comparisons = 0

  /// Whether there is any error.
  var hasErrors: Bool { errorCount > 0 }

  /// Whether there is any error about a table, whichever form it has.
  func hasErrors(about table: String) -> Bool {
    diagnostics.contains { $0.severity == .error && $0.file.hasPrefix(table + ".") }
  }

  /// Adds one.
  func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    if diagnostics.count < limit { diagnostics.append(diagnostic) }
  }

  /// The candidate nearest to a misspelt name, as `Suggestion` finds it, for the first names only.
  ///
  /// A table of another region misses with every row, and each row would be compared with every
  /// practice; nobody reads that far, and it would take minutes.
  func nearest(to name: String, in candidates: some Collection<String>) -> String? {
    guard comparisons <= 1_000_000 else { return nil }
    comparisons += candidates.count
    return Suggestion.nearest(to: name, in: candidates)
  }

  /// Takes the contents of a file out of everything said about it.
  ///
  /// For files that hold patient data: no line of them may be repeated anywhere.
  func hideContents(of file: String) {
    for index in diagnostics.indices where diagnostics[index].file == file {
      diagnostics[index].excerpt = nil
      diagnostics[index].caret = nil
    }
  }
}
