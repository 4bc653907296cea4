#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that was read, with its lines at hand for messages about it.
///
/// A class, so that the places of its lines are found once, and only if there is something to say.
final class SourceFile {
  /// The name by which messages call it, below the region folder.
  let name: String
  /// Its bytes; UTF-8 where a reader has decoded them.
  let bytes: [UInt8]
  /// Whether its lines may be repeated in messages; not if it holds patient data.
  var showsContents = true
  /// Where its rows stand in a workbook; nil for a file of text, which has lines.
  var origin: WorkbookOrigin?
  /// Where each line begins; LF, CRLF and CR end lines.
  private lazy var lineStarts = findLineStarts()

  /// A file of these bytes.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The largest file that is read, in bytes.
  static let largest = 100 * 1_024 * 1_024

  /// Why a file could not be read.
  enum Problem: Error {
    case missing
    case notAFile
    case tooLarge(Int)
    case unreadable(String)
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads a file whole, if it is a file and not too large.
  static func read(_ path: String, name: String) throws(Problem) -> SourceFile {
    var information = stat()
    guard stat(path, &information) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing }
      throw .unreadable(String(cString: strerror(errno)))
    }
    guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard information.st_size <= largest else { throw .tooLarge(Int(information.st_size)) }
    guard let stream = fopen(path, "rb") else {
      throw .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(information.st_size))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      // The file may have grown since it was measured.
      guard bytes.count <= largest else { throw .tooLarge(bytes.count) }
    }
    guard ferror(stream) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return SourceFile(name: name, bytes: bytes)
  }

  /// The bytes of a line, counted from 1, without its end; empty if there is no such line.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    return bytes[lineStarts[number - 1]..<end].prefix { $0 != 10 && $0 != 13 }
  }

  private func findLineStarts() -> [Int] {
    var starts = [0]
    // No reader gets beyond so many lines, and a file of nothing but line ends has a hundred million.
    for index in bytes.indices where starts.count < 1_000_000 {
      let byte = bytes[index]
      let isPair = byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
      if byte == 10 || (byte == 13 && !isPair) { starts.append(index + 1) }
    }
    return starts
  }
}

extension SourceFile {
  /// A diagnostic about this file, with the line it is about.
  func diagnostic(
    _ code: String, line number: Int? = nil, column: Int? = nil, cell: String? = nil,
    _ message: String, why: String? = nil, fix: String? = nil
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      code: code, file: name, line: number, column: column, cell: cell, message: message, why: why,
      fix: fix)
    if origin != nil {
      diagnostic.line = nil
      diagnostic.column = nil
      return diagnostic
    }
    guard showsContents, let number, number > 0, let column, column > 0 else { return diagnostic }
    let shown = excerpt(line: number, column: column)
    diagnostic.excerpt = shown?.text
    diagnostic.caret = shown?.caret
    return diagnostic
  }

  /// The part of a line around a column, and where the column is in it.
  private func excerpt(line number: Int, column: Int) -> (text: String, caret: Int)? {
    let width = 72
    // Only the part near the column is decoded: a line may be a megabyte long.
    let text = Array(
      String(decoding: line(number).prefix(column * 4 + 400), as: UTF8.self).unicodeScalars)
    guard !text.isEmpty, column <= text.count + 1 else { return nil }
    let first = column <= width - 12 ? 0 : column - width / 2
    let last = min(text.count, first + width)
    var shown = String.UnicodeScalarView()
    if first > 0 { shown.append("…") }
    // Control characters would disturb the terminal; a tab would put the caret elsewhere.
    for scalar in text[first..<last] {
      shown.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
    }
    if last < text.count { shown.append("…") }
    return (String(shown), column - first + (first > 0 ? 1 : 0))
  }
}
