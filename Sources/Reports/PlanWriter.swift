import Files

/// One output format: a struct whose options are its stored properties, each with a default.
///
/// A new format is one new struct and one `static` name for it; nothing else here knows the list.
public protocol PlanWriter: Sendable {
  /// The files of this format; the same report gives the same bytes.
  func files(for report: PlanReport) throws -> [OutputFile]
}

/// One file to write: its name below the folder that is written to, and its bytes.
public struct OutputFile: Hashable, Sendable {
  /// The file's name, such as `plan.json`; folders are split by `/`, and it never leaves the folder.
  public var name: String
  /// What goes into it.
  public var bytes: [UInt8]

  /// A file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file of UTF-8 text; one that is read in a terminal, as `.txt` and `.csv` are, is harmless to
  /// it.
  public init(name: String, text: String) {
    let isPlain = name.hasSuffix(".txt") || name.hasSuffix(".csv")
    self.init(name: name, bytes: Array((isPlain ? HarmlessText.lines(text) : text).utf8))
  }

  /// The bytes read as UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
