import Migrations

/// Where the practices of a region stand in their files, for what is said of them later.
public struct PracticePlaces: Sendable {
  /// Where a practice's row stands.
  struct Row: Sendable {
    var file: String
    var line: Int?
    /// The cell of each field, by the field's name.
    var cells: [String: String]
  }

  /// The file of practices, such as `practices.xlsx`.
  public var file = "practices.csv"
  /// The rows by code.
  var rows: [PracticeCode: Row] = [:]

  /// No places at all.
  public init() {}

  /// A diagnostic about a practice, at the cell of one of its fields if it has that.
  func diagnostic(
    _ code: String, _ practice: PracticeCode, _ field: PracticeField, _ message: String,
    why: String?, fix: String
  ) -> Diagnostic {
    let row = rows[practice]
    return Diagnostic(
      code: code, file: row?.file ?? file, line: row?.line,
      cell: row?.cells[field.rawValue] ?? row?.cells[PracticeField.odsCode.rawValue],
      message: message, why: why, fix: fix)
  }
}
