/// One line of history.jsonl: a plan that was accepted.
///
/// The history is only ever added to, so a former line is never changed. A field that is added
/// without a new format is ignored by versions that do not know it; a line of another format is
/// refused.
public struct RevisionRecord: Codable, Hashable, Sendable {
  /// The one format of lines that this version writes and reads.
  public static let knownFormat = 1

  /// The format of the line; nil in lines that were written before they had one, which are of
  /// format 1.
  public var format: Int?
  /// The number, from 1.
  public var revision: Int
  /// The folder below `accepted/`.
  public var folder: String
  /// The SHA-256 of the revision's plan.json.
  public var plan: String
  /// The SHA-256 of each input, by file.
  public var inputs: [String: String]
  /// The date or time that the run was given, by ISO 8601; nil if it was given none.
  public var accepted: String?
  /// The points it costs, without what its moves count.
  public var cost: Double
  /// Practices with dates.
  public var scheduled: Int
  /// Practices left out.
  public var unscheduled: Int
  /// How many practices changed against the revision before, by kind of change.
  public var changes: [String: Int]

  /// One line of the history.
  public init(
    revision: Int, folder: String, plan: String, inputs: [String: String], accepted: String?,
    cost: Double, scheduled: Int, unscheduled: Int, changes: [String: Int]
  ) {
    format = RevisionRecord.knownFormat
    self.revision = revision
    self.folder = folder
    self.plan = plan
    self.inputs = inputs
    self.accepted = accepted
    self.cost = cost
    self.scheduled = scheduled
    self.unscheduled = unscheduled
    self.changes = changes
  }
}
