import Glibc

/// The two streams: data for people or programs on standard output, talk on standard error.
struct Console: Sendable {
  /// Whether talk is kept back.
  var isQuiet = false

  /// Writes text to standard output as it is.
  func write(_ text: String) { Console.put(text, to: 1) }

  /// Writes a line to standard output.
  func line(_ text: String = "") { Console.put(text + "\n", to: 1) }

  /// Writes a line of talk to standard error unless quiet.
  func say(_ text: String) { if !isQuiet { Console.put(text + "\n", to: 2) } }

  /// Writes an error to standard error, quiet or not.
  func complain(_ text: String) { Console.put(text.hasSuffix("\n") ? text : text + "\n", to: 2) }

  /// Writes all of a text to a file descriptor; a closed pipe ends the command in silence.
  static func put(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        if descriptor == 1 && errno == EPIPE { _exit(ExitStatus.done.rawValue) }
        return
      }
    }
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal: COLUMNS, else the terminal's own, else 80.
  static var width: Int {
    if let text = Environment["COLUMNS"], let columns = Int(text), columns > 0 { return columns }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }
}

/// The environment's variables.
enum Environment {
  static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
