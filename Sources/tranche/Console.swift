import Glibc
import TrancheKit

/// The two streams: data for people or programs on standard output, talk on standard error.
///
/// Whatever goes to them is made harmless to a terminal on the way, wherever it came from.
struct Console: Sendable {
  /// Whether talk is kept back.
  var isQuiet = false
  /// The width at which lines of talk and answers are broken; nil where they go to a program.
  var width: Int?

  /// Writes text to standard output.
  func write(_ text: String) { Console.put(text, to: 1) }

  /// Writes a drawing of ours to standard output, which keeps its colours: ESC, `[`, numbers, `m`.
  ///
  /// Names in it have been made harmless before they were coloured.
  func writeColoured(_ text: String) {
    let escape = "\u{1B}"
    guard text.contains(escape) else { return Console.put(text, to: 1) }
    var parts = text.split(separator: escape, omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices {
      let colour = index == 0 ? nil : parts[index].prefixMatch(of: /\[[0-9;]*m/)
      let rest = colour.map { String(parts[index][$0.range.upperBound...]) } ?? parts[index]
      parts[index] = (colour.map { escape + $0.output } ?? "") + HarmlessText.lines(rest)
    }
    Console.putRaw(parts.joined(), to: 1)
  }

  /// Writes over the last line of standard error; an empty line takes it away.
  static func overwrite(_ line: some StringProtocol) {
    putRaw("\r\u{1B}[K\(HarmlessText.line(String(line)))", to: 2)
  }

  /// Writes a line for people to standard output.
  func line(_ text: String = "") { tell(text + "\n") }

  /// Writes text for people to standard output, broken at the width there is.
  func tell(_ text: String) {
    Console.put(width.map { TerminalStyle(width: $0).broken(text) } ?? text, to: 1)
  }

  /// Writes a line of talk to standard error unless quiet.
  func say(_ text: String) { if !isQuiet { complain(text) } }

  /// Writes an error to standard error, quiet or not.
  func complain(_ text: String) { Console.put(text.hasSuffix("\n") ? text : text + "\n", to: 2) }

  /// Writes all of a text, made harmless, to a file descriptor.
  ///
  /// A reader that has gone away, as in `tranche show | head`, is no fault: what is left is
  /// dropped and the command goes on to its own exit status. A full disk is one.
  static func put(_ text: String, to descriptor: Int32) {
    putRaw(HarmlessText.lines(text), to: descriptor)
  }

  private static func putRaw(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        guard descriptor == 1, errno != EPIPE else { return }
        failStandardOutput()
      }
    }
  }

  /// Says why standard output cannot be written, by the last error, and ends the command.
  static func failStandardOutput() -> Never {
    put("error: standard output cannot be written: \(String(cString: strerror(errno)))\n", to: 2)
    _exit(ExitStatus.cannotWrite.rawValue)
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal: COLUMNS, else the terminal's own, else 80.
  static var width: Int {
    if let text = Environment["COLUMNS"], let columns = Int(text), columns > 0 { return columns }
    for descriptor: Int32 in [1, 2] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return 80
  }
}

/// The environment's variables.
enum Environment {
  static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
