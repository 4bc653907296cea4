import FoundationEssentials

/// Whole files as text.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchFailure("\(path) cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Writes beside the target and renames, so that there is never half a file.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw BenchFailure("\(path) cannot be written: \(error)")
    }
  }

  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw BenchFailure("the folder \(path) cannot be made: \(error)")
    }
  }
}
