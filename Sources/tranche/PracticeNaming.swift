import TrancheKit

/// Practices by what people call them on the command line: the code, the name, or a beginning that
/// fits no other.
enum PracticeNaming {
  /// The place of the practice with a code or a name, or the beginning of one.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - option: the option with its value, as it is shown.
  /// - Returns: the place, or what is wrong with the text.
  static func place(
    of text: String, in region: Region, option: String
  ) -> Result<Int, Unknown> {
    let lookup = PracticeLookup(region.practices)
    var places = lookup.places(of: text)
    if places.isEmpty { places = lookup.places(beginning: text) }
    if let only = places.first, places.count == 1 { return .success(only) }
    let problem: Diagnostic
    if !places.isEmpty {
      let some = places.prefix(8).map(lookup.words).joined(separator: ", ")
      let words = places.count > 8 ? "\(some) and \(places.count - 8) more" : some
      problem = Diagnostic(
        code: "E121", file: option, message: "several practices are called \(text)",
        fix: "use the code: \(words).")
    } else if let entry = region.setAside.first(where: {
      $0.practice.code.text == text.uppercased()
        || $0.practice.name.lowercased() == text.lowercased()
    }) {
      problem = Diagnostic(
        code: "E121", file: option,
        message: "\(entry.practice.name) (\(entry.practice.code)) is not planned:"
          + " \(entry.reason)", fix: "change its status in practices.csv to plan it.")
    } else {
      let codes = region.practices.map(\.code.text)
      let near =
        Suggestion.nearest(to: text, in: codes)
        ?? Suggestion.nearest(to: text, in: region.practices.map(\.name))
      problem = Diagnostic(
        code: "E121", file: option, message: "no practice has the code \(text)",
        fix: near.map { "did you mean \($0)?" } ?? "use a code or a name of practices.csv.")
    }
    return .failure(Unknown(diagnostic: problem))
  }

  /// A text that names no practice, or several.
  struct Unknown: Error {
    let diagnostic: Diagnostic
  }
}
