/// Something wrong, or worth knowing, about a file that was read: where, what, why, and what to do.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, Codable, Comparable {
    /// The file cannot be used as it is.
    case error
    /// The file can be used, but probably not as meant.
    case warning
    /// Something that was tolerated or assumed.
    case note

    /// Compares by weight; an error is the least, so that it sorts first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable code such as `E210`, to be searched for: E for errors, W warnings, N notes.
  public var code: String
  /// The file, by its name below the region folder, or the option such as `--set`.
  public var file: String
  /// The line in the file, from 1, if it is about one.
  public var line: Int?
  /// The column in the line, in characters from 1, if it is about one.
  public var column: Int?
  /// The spreadsheet cell such as `I17`, with the heading where there is one.
  public var cell: String?
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// Why that is wrong, if it is not plain.
  public var why: String?
  /// What to do about it.
  public var fix: String?
  /// The line of the file, or its part around the column.
  public var excerpt: String?
  /// Where in the excerpt, in characters from 1, a caret belongs.
  public var caret: Int?

  /// A diagnostic; the severity follows from the code's first letter.
  public init(
    code: String, file: String, line: Int? = nil, column: Int? = nil, cell: String? = nil,
    message: String, why: String? = nil, fix: String? = nil, excerpt: String? = nil,
    caret: Int? = nil
  ) {
    severity =
      switch code.first {
      case "W": .warning
      case "N": .note
      default: .error
      }
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
    self.message = message
    self.why = why
    self.fix = fix
    self.excerpt = excerpt
    self.caret = caret
  }
}
