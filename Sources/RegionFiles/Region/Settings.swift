public import Days
import Migrations

/// What region.toml says, as far as it could be read; practices.csv is read against it.
struct Settings {
  /// The region's name in words.
  var name = ""
  /// The region's code.
  var code = ""
  /// The first and last day of stages; nil if region.toml does not say, or wrongly.
  var horizon: ClosedRange<Day>?
  /// The day on which the records were true, if region.toml says.
  var asOf: Day?
  /// Working days; nil without a horizon or without bank holidays.
  var calendar: WorkingCalendar?
  /// The stages and lead times.
  var pathway = Pathway(stages: [], leadTimes: [])
  /// The protected periods that apply.
  var protectedPeriods: [ProtectedPeriod] = []
  /// The calendar's closures.
  var closures: [CalendarClosure] = []
  /// The systems, those that practices.csv brings included.
  var systems: [ClinicalSystem] = []
  /// The delivery partners, those that practices.csv brings included.
  var partners: [Partner] = []
  /// Whether `[[system]]` and `[[partner]]` could be read, so that names can be checked.
  var knowsParties = false
  /// The system that practices come to where practices.csv does not say.
  var defaultTarget: SystemID?
  /// The short forms of systems and partners.
  var shortForms: [ShortFormDraft] = []
  /// The resources before `each` and `share` are expanded.
  var resources: [ResourceDraft] = []
  /// Cutovers at once in a PCN, if limited.
  var pcnCutovers: Double?
  /// The tasks.
  var tasks: [MigrationTask] = []
  /// The kinds of organisation to tell.
  var thirdParties: [ThirdParty] = []
  /// Rules for every migration.
  var rules = Region.Rules()
  /// Weights.
  var objective = Objective()
  /// How to solve.
  var solve = Region.SolveSettings()
  /// What may go wrong.
  var risk = RiskSettings()
  /// What `[input.columns]` says: the field of a folded heading, or nil to pass it through.
  var inputColumns: [String: PracticeField?] = [:]
  /// `[output]`.
  var output = OutputSettings()
  /// The sheets of a workbook of practices to read; empty for those that carry the headings.
  var sheets: [String] = []
}

/// A short form with its number.
struct ShortFormDraft {
  /// Which one.
  var form: Resource.ShortForm
  /// Whose: the holder's id.
  var holder: Resource.Holder
  /// Its number.
  var capacity: Double
  /// Other numbers for a time.
  var changes: [Resource.CapacityChange] = []
  /// Points per unit and period of bought capacity; nil for the default.
  var extraCost: Double?
  /// Where it stands.
  var position: SourcePosition
}

/// A resource as written, before it is expanded.
struct ResourceDraft {
  /// The resource; of `each = "pcn"`, what all of them have in common.
  var resource: Resource
  /// Whether there is one for every PCN.
  var isForEachPCN = false
  /// The part of the PCN's patients that is its capacity.
  var share: Double?
  /// Where it stands.
  var position: SourcePosition
}

/// A value of `[output]`, kept as written for the part of the program that reads it.
public enum Setting: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number, whole or not.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// A date.
  case date(Day)
  /// A list.
  case list([Setting])
  /// A table.
  case table([String: Setting])
}

/// What `[output]` says of the files that are written.
public struct OutputSettings: Hashable, Sendable {
  /// How CSV files are written.
  public enum CSVStyle: String, Hashable, Sendable, CaseIterable {
    /// With a byte order mark, CRLF and harmless cells, for spreadsheets.
    case excel
    /// Plain RFC 4180.
    case plain
  }

  /// How CSV files are written; nil if region.toml does not say.
  public var csv: CSVStyle?
  /// The formats to export, in the planner's order; empty if region.toml does not say.
  public var formats: [String] = []
  /// The address that invites people to single events; nil if region.toml does not say.
  public var organiser: String?
  /// Other keys, kept as written.
  public var other: [String: Setting] = [:]

  /// No setting at all.
  public init() {}
}
