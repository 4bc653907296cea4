import Foundation

/// A session with the shell as text: commands with what they print and how they end.
///
/// `# ` begins a remark and `$ ` a command, run by `sh` in one fresh folder for the whole session.
/// Below a command stand its standard output, indented by two spaces, its standard error behind
/// `! `, and its exit status in brackets unless that is 0.
struct Transcript {
  let text: String

  /// The text that the same commands give now.
  func replayed() throws -> String {
    let shell = try Shell()
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        let outcome = try shell.run(String(line.dropFirst(2)))
        lines.append(String(line))
        lines += show(outcome.output, in: shell).map { $0.isEmpty ? "" : "  " + $0 }
        lines += show(outcome.errors, in: shell).map { $0.isEmpty ? "!" : "! " + $0 }
        if outcome.status != 0 { lines.append("[\(outcome.status)]") }
        lines.append("")
      } else if line.hasPrefix("#") {
        lines.append(String(line))
      }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a stream, with folders and the solver's version by name.
  private func show(_ stream: String, in shell: Shell) -> [String] {
    var stream = stream.replacingOccurrences(of: shell.folder, with: "FOLDER")
      .replacingOccurrences(of: Shell.root, with: "CHECKOUT")
      .replacingOccurrences(of: "\u{1B}", with: "<ESC>")
      .replacingOccurrences(of: "\r", with: "<CR>")
    stream = stream.replacingOccurrences(
      of: #"GLPK [0-9.]+"#, with: "GLPK VERSION", options: .regularExpression)
    var lines = stream.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
