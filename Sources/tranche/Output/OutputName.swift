import Glibc

/// The name of an output below its folder, split into the folders and the file.
struct OutputName: Hashable {
  /// The name as it was given, such as `practices/A81001/index.html`.
  let text: String
  /// The folders above the file, outermost first.
  let folders: [String]
  /// The file's own name.
  let base: String

  /// A name that stays below the folder; nil for one that is empty, absolute, too long, that
  /// climbs with `..`, or holds a control character.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let base = parts.last,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 200 }),
      text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 })
    else { return nil }
    self.text = text
    self.base = base
    folders = Array(parts.dropLast())
  }

  /// The name beside it under which it is written first.
  func temporary(_ process: Int32) -> String { ".\(base).\(process).part" }

  /// The file that a temporary name belongs to, and the process that wrote it; nil if it is none.
  static func parts(ofTemporary name: String) -> (base: String, process: Int32)? {
    guard name.hasPrefix("."), name.hasSuffix(".part") else { return nil }
    let rest = name.dropFirst().dropLast(5)
    guard let dot = rest.lastIndex(of: "."), dot != rest.startIndex else { return nil }
    let number = rest[rest.index(after: dot)...]
    guard number.allSatisfy({ $0.isASCII && $0.isWholeNumber }), let process = Int32(number),
      process > 0
    else { return nil }
    return (String(rest[..<dot]), process)
  }

  /// Does something in the folder that holds the file, which is made if it is not there.
  func inFolder<Result>(
    below root: borrowing FolderHandle,
    _ body: (borrowing FolderHandle) throws(FolderHandle.Fault) -> Result
  ) throws(FolderHandle.Fault) -> Result {
    guard let first = folders.first else { return try body(root) }
    var folder = try root.folder(first)
    for name in folders.dropFirst() { folder = try folder.folder(name) }
    return try body(folder)
  }
}
