import Days
import Files

/// Diagnostics as text for people: place, what, the line with a caret, why, fix; the count last.
public struct DiagnosticText: Sendable {
  /// How many examples of one code are shown.
  public var examplesPerCode: Int?
  /// Whether notes are shown.
  public var showsNotes: Bool
  /// Whether only ASCII characters frame the text; the file's own letters stay.
  public var isASCII: Bool
  /// The last sentence after the counts, such as `Nothing was planned`.
  public var closing: String

  /// A form of text.
  ///
  /// - Parameters:
  ///   - examplesPerCode: examples of one code at most; nil for all.
  ///   - showsNotes: whether notes are shown, too.
  ///   - isASCII: whether frames are drawn with ASCII characters only.
  ///   - closing: a sentence behind the counts.
  public init(
    examplesPerCode: Int? = 5, showsNotes: Bool = true, isASCII: Bool = false, closing: String = ""
  ) {
    self.examplesPerCode = examplesPerCode
    self.showsNotes = showsNotes
    self.isASCII = isASCII
    self.closing = closing
  }

  /// The text of a list of diagnostics, errors first, ending with the counts; empty for no
  /// diagnostics at all.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    var blocks: [String] = []
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      guard severity != .note || showsNotes else { continue }
      blocks += self.blocks(diagnostics.filter { $0.severity == severity })
    }
    blocks.append(summary(diagnostics))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One diagnostic, without a line end at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    // Whatever was read is quoted, and none of it may disturb the terminal or look like a line of
    // ours.
    let diagnostic = diagnostic.harmless
    var place = diagnostic.file
    if let line = diagnostic.line {
      place += ":\(line)"
      if let column = diagnostic.column { place += ":\(column)" }
    }
    var text =
      "\(place): \(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"
    if let cell = diagnostic.cell {
      text += cell.hasPrefix("column") ? "        (\(cell))" : "        (cell \(cell))"
    }
    if let excerpt = diagnostic.excerpt, let line = diagnostic.line {
      let bar = isASCII ? "|" : "│"
      let number = String(line)
      let margin = String(repeating: " ", count: max(0, 5 - number.count))
      let space = String(repeating: " ", count: max(5, number.count))
      text += "\n\(margin)\(number) \(bar) \(excerpt)"
      if let caret = diagnostic.caret {
        text += "\n\(space) \(bar) \(String(repeating: " ", count: max(0, caret - 1)))^"
      }
    }
    if let why = diagnostic.why { text += "\n   why  \(why)" }
    if let fix = diagnostic.fix { text += "\n   fix  \(fix)" }
    return text
  }

  /// The blocks of one severity: each code's examples, then how many there are besides.
  private func blocks(_ diagnostics: [Diagnostic]) -> [String] {
    var counts: [String: Int] = [:]
    var last: [String: Int] = [:]
    var blocks: [String] = []
    for diagnostic in diagnostics {
      let key = "\(diagnostic.file) \(diagnostic.code)"
      counts[key, default: 0] += 1
      if let most = examplesPerCode, counts[key, default: 0] > most { continue }
      blocks.append(render(diagnostic))
      last[key] = blocks.count - 1
    }
    guard let most = examplesPerCode else { return blocks }
    for (key, place) in last {
      let more = counts[key, default: 0] - most
      guard more > 0 else { continue }
      let code = key.split(separator: " ").last ?? ""
      blocks[place] += "\n   and \(more.grouped) more of \(code) (--all shows them)"
    }
    return blocks
  }

  /// The counts, as in `9 errors in 2 files, 3 warnings`.
  private func summary(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.filter { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let notes = diagnostics.count { $0.severity == .note }
    var parts: [String] = []
    if !errors.isEmpty {
      let files = Set(errors.map(\.file)).count
      parts.append(
        "\(counted(errors.count, "error")) in \(counted(files, "file"))")
    }
    if warnings > 0 { parts.append(counted(warnings, "warning")) }
    if notes > 0 { parts.append(counted(notes, "note")) }
    return parts.joined(separator: ", ") + "." + (closing.isEmpty ? "" : " \(closing)")
  }
}

extension Diagnostic {
  /// The same with all its text harmless to a terminal, each part on one line.
  fileprivate var harmless: Diagnostic {
    var safe = self
    safe.file = HarmlessText.line(file)
    safe.cell = cell.map(HarmlessText.line)
    safe.message = HarmlessText.line(message)
    safe.why = why.map(HarmlessText.line)
    safe.fix = fix.map(HarmlessText.line)
    safe.excerpt = excerpt.map(HarmlessText.line)
    return safe
  }
}
