/// Why a workbook cannot be read as a table.
enum WorkbookProblem: Error, Hashable {
  /// It is no zip archive, or a broken one.
  case broken
  /// It is an archive, but no workbook.
  case notAWorkbook
  /// It is a workbook in a binary format.
  case binary
  /// It unpacks to more than a table of practices can be.
  case tooLarge(String)
  /// A part is not the XML that it should be.
  case malformed(part: String)

  /// The end of a sentence that begins with the file's name.
  var words: String {
    switch self {
    case .broken: "is a workbook that is damaged"
    case .notAWorkbook: "is an archive, but no workbook"
    case .binary: "is a workbook in a binary format"
    case .tooLarge(let what): "is not read: \(what)"
    case .malformed(let part): "is a workbook whose part \(part.prefix(60)) is damaged"
    }
  }
}

/// How much a workbook may unpack to, so that a small file cannot fill the memory.
struct WorkbookLimits {
  /// Files in the archive.
  var entries = 4_096
  /// Bytes of one part.
  var part = 100 * 1_024 * 1_024
  /// Bytes of all parts that are read.
  var total = 200 * 1_024 * 1_024
  /// How many times larger than its packed form a part of more than a megabyte may be.
  var ratio = 200
  /// Cells with something in them.
  var cells = 2_000_000
}
