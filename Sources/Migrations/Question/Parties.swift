public import Days

/// A clinical system that practices leave or join.
public struct ClinicalSystem: Hashable, Sendable {
  /// The id in the region file.
  public var id: SystemID
  /// The name in words, such as `SystmOne`.
  public var name: String
  /// Other spellings met in files.
  public var aliases: [String]

  /// A clinical system.
  public init(id: SystemID, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A delivery partner, such as a commissioning support unit, whose people do the work on site.
public struct Partner: Hashable, Sendable {
  /// The id in the region file.
  public var id: PartnerID
  /// The name in words.
  public var name: String
  /// Other spellings met in files.
  public var aliases: [String]

  /// A delivery partner.
  public init(id: PartnerID, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A day or days on which everybody, or the named holders' resources, are closed.
public struct CalendarClosure: Hashable, Sendable {
  /// Both days inclusive.
  public var days: ClosedRange<Day>
  /// The ids of the systems or partners that close; empty for everybody.
  public var who: [String]
  /// Why, in the planner's words.
  public var reason: String

  /// A closure of the calendar.
  public init(days: ClosedRange<Day>, who: [String] = [], reason: String = "") {
    self.days = days
    self.who = who
    self.reason = reason
  }
}
