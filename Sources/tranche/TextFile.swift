import FoundationEssentials

/// A file read whole as UTF-8.
enum TextFile {
  /// Why it could not be read.
  struct Problem: Error {
    /// The end of a sentence.
    let reason: String
    /// Whether it is not there, rather than unreadable.
    let isMissing: Bool
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func read(_ path: String) -> Result<String, Problem> {
    guard FileManager.default.fileExists(atPath: path) else {
      return .failure(Problem(reason: "is missing", isMissing: true))
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return .failure(Problem(reason: "cannot be read", isMissing: false))
    }
    return .success(String(decoding: bytes, as: UTF8.self))
  }
}
