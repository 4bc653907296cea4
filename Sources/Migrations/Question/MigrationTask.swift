public import Days

/// Something to be done on a date that follows from the stages and never moves them.
public struct MigrationTask: Hashable, Sendable {
  /// The id, such as `pcse-notice`.
  public var id: String
  /// What to do, in words.
  public var title: String
  /// Whose task it is.
  public var role: String
  /// The part of the checklist it belongs to.
  public var section: String
  /// What its date follows from.
  public var anchor: Anchor
  /// How far from the anchor; negative is before it.
  public var offset: Length
  /// Whether the date is brought back to the last working day on or before it.
  public var onWorkingDayBefore: Bool
  /// The practices it applies to: empty for all, `dispensing` for those that dispense.
  public var applies: String
  /// Why it matters.
  public var why: String
  /// The document and edition it comes from.
  public var source: String

  /// What a task's date follows from.
  public enum Anchor: Hashable, Sendable {
    /// One end of a stage.
    case event(StageEvent)
    /// Another task, by id.
    case task(String)
  }

  /// A task.
  public init(
    id: String, title: String, role: String, section: String = "", anchor: Anchor, offset: Length,
    onWorkingDayBefore: Bool = false, applies: String = "", why: String = "", source: String = ""
  ) {
    self.id = id
    self.title = title
    self.role = role
    self.section = section
    self.anchor = anchor
    self.offset = offset
    self.onWorkingDayBefore = onWorkingDayBefore
    self.applies = applies
    self.why = why
    self.source = source
  }
}
