import TrancheKit

/// A file read whole as UTF-8.
enum TextFile {
  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { RegularFile.exists(path) }

  static func read(_ path: String) -> Result<String, RegularFile.Problem> {
    do {
      return .success(String(decoding: try RegularFile.bytes(of: path), as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }
}
