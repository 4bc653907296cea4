import Files
public import Days
import Migrations

/// Starts a region folder: a commented region.toml, and practices.csv from an official list.
public struct RegionStarter: Sendable {
  /// The list to start from: NHS England's practice map, or any table of practices.
  public var list: String?
  /// The ICBs to take, by code or name; empty for all.
  public var icbs: [String]
  /// The system that practices leave, by any of its names; nil for all.
  public var fromSystem: String?
  /// The system that they come to.
  public var toSystem: String
  /// The region's name in words.
  public var name: String
  /// The day from which the horizon counts: it begins on the next Monday.
  public var today: Day

  /// What to write, and what there is to say; nothing is written here.
  public struct Start: Sendable {
    /// The files by name; empty if there are errors.
    public var files: [(name: String, text: String)]
    /// Everything there is to say.
    public var diagnostics: [Diagnostic]
    /// How many practices were taken.
    public var practiceCount: Int
    /// Whether the list is missing, rather than wrong.
    public var missingFile: Bool
  }

  /// A start.
  public init(
    list: String? = nil, icbs: [String] = [], fromSystem: String? = nil, toSystem: String = "TPP",
    name: String = "", today: Day
  ) {
    self.list = list
    self.icbs = icbs
    self.fromSystem = fromSystem
    self.toSystem = toSystem
    self.name = name
    self.today = today
  }

  /// The texts of the files to write.
  public func start() -> Start {
    let reports = Reports()
    var start = Start(files: [], diagnostics: [], practiceCount: 0, missingFile: false)
    let target = StarterSystem(named: toSystem)
    var table = StarterTable()
    if let list {
      do {
        let file = try SourceFile.read(
          list, name: list.split(separator: "/").last.map(String.init) ?? list)
        table = StarterList(starter: self, target: target, reports: reports).read(file)
      } catch {
        if case .missing = error { start.missingFile = true }
        reports.add(
          Diagnostic(code: "E100", file: list, message: "\(list) \(error.words)"))
      }
    }
    start.diagnostics = reports.diagnostics.filter { $0.severity != .note || $0.code >= "N500" }
    guard !reports.hasErrors else { return start }
    let text = StarterText(starter: self, table: table, target: target)
    start.files = [("region.toml", text.regionTOML), ("practices.csv", text.practicesCSV)]
    start.practiceCount = table.practices.count
    return start
  }
}

/// What a list holds for a new region: its practices, and which columns they have.
struct StarterTable {
  /// The practices taken, in the order of the list.
  var practices: [StarterPractice] = []
  /// The headings of the list's own columns.
  var otherHeadings: [String] = []
}

/// One practice of a list.
struct StarterPractice {
  /// The code, in capitals.
  var code: String
  /// The board's name, which names the region.
  var icbName: String
  /// The board's code.
  var icb: String
  /// The system it leaves.
  var system: StarterSystem
  /// The system it comes to.
  var target: StarterSystem
  /// What the list says of each field, as it stands there.
  var texts: [PracticeField: String]
  /// The list's own columns.
  var others: [String]
}

/// A system as a list names it, its spellings folded into one.
struct StarterSystem: Hashable {
  /// The id for region.toml.
  var id: String
  /// The name in words.
  var name: String

  /// The system of a name.
  init(named text: String) {
    if let known = PartyNames.wellKnown(text) {
      id = known.id.text
      name = known.name
    } else {
      let letters = text.lowercased().unicodeScalars.map { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
      }
      id = String(letters.prefix(40))
      name = text
    }
  }
}
