import CGLPKShim

/// GLPK could not do what it was asked for, for a reason that no outcome describes.
package struct SolverError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, open for further kinds.
  package struct Code: RawRepresentable, Hashable, Sendable {
    /// The code's number.
    package let rawValue: Int32

    /// The code of this number.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// GLPK wanted to abort the process.
    ///
    /// Every program made on this thread is lost.
    package static let aborted = Code(rawValue: 1)
    /// This program was lost when GLPK wanted to abort during an earlier call on this thread.
    package static let programLost = Code(rawValue: 2)
    /// The file could not be written.
    package static let fileNotWritten = Code(rawValue: 3)
  }

  /// What went wrong.
  package let code: Code
  /// What was being done, as in "solving the relaxation".
  package let attempt: String
  /// GLPK's own lines about it, oldest first; may be empty.
  package let messages: [String]

  init(_ code: Code, _ attempt: String) {
    self.code = code
    self.attempt = attempt
    messages = code == .programLost ? [] : Self.lastMessages()
  }

  /// One sentence and GLPK's lines after it.
  package var description: String {
    let what =
      switch code {
      case .aborted: "GLPK gave up"
      case .programLost: "the program was lost by an earlier error of GLPK"
      case .fileNotWritten: "the file could not be written"
      default: "error \(code.rawValue)"
      }
    return "\(attempt): \(what)" + messages.map { "\n  \($0)" }.joined()
  }

  /// What GLPK said during the last guarded call on this thread, a line each.
  static func lastMessages() -> [String] {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4097) { buffer in
      let count = cglpk_messages(buffer.baseAddress, buffer.count)
      return buffer.prefix(count).withMemoryRebound(to: UInt8.self) {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
