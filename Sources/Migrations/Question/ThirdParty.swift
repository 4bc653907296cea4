public import Days

/// A kind of organisation that a practice has to tell of its migration, such as laboratories.
public struct ThirdParty: Hashable, Sendable {
  /// The id, such as `pharmacies`.
  public var id: String
  /// The kind of organisation, in words.
  public var name: String
  /// How long before disconnecting they want to know; not negative.
  public var notice: Length
  /// The id of the task on whose day the link goes off.
  public var disconnect: String
  /// The id of the task on whose day it comes back.
  public var reconnect: String
  /// Whether they have to act at all has to be asked of the supplier first.
  public var asksFirst: Bool
  /// What else to know.
  public var note: String
  /// The document and edition it comes from.
  public var source: String

  /// A kind of organisation.
  public init(
    id: String, name: String, notice: Length, disconnect: String, reconnect: String,
    asksFirst: Bool = false, note: String = "", source: String = ""
  ) {
    self.id = id
    self.name = name
    self.notice = notice
    self.disconnect = disconnect
    self.reconnect = reconnect
    self.asksFirst = asksFirst
    self.note = note
    self.source = source
  }
}
