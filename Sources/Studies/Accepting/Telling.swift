import Days
import Files
public import Migrations

/// Who must be told of a plan: for each practice whose dates changed, who acts on which of them.
public struct Telling: Sendable {
  /// One thing to tell somebody.
  public struct Item: Hashable, Sendable, Encodable {
    /// The practice's code.
    public var practice: String
    /// The practice's name.
    public var name: String
    /// Whom to tell.
    public var who: String
    /// What the date is.
    public var what: String
    /// The date they were told before, by ISO 8601; nil if they were told none.
    public var was: String?
    /// The date now; nil if the practice has none any more.
    public var now: String?

    private enum CodingKeys: String, CodingKey {
      case practice = "ods_code"
      case name, who, what, was, now
    }
  }

  /// Everything to tell, in the order of the new plan.
  public let items: [Item]

  /// What to tell because of a plan.
  ///
  /// - Parameters:
  ///   - old: the plan that people know; nil if they know none.
  ///   - new: the plan that is accepted.
  ///   - region: the region of the new plan, for its calendar.
  public init(from old: PlanSnapshot?, to new: PlanSnapshot, in region: Region) {
    let before = Dictionary(
      (old?.entries ?? []).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
    let after = Set(new.entries.map(\.code))
    let gone = (old?.entries ?? []).filter { !after.contains($0.code) }
    let dates = TellingDates(of: region)
    var items: [Item] = []
    for (was, now) in new.entries.map({ (before[$0.code], Optional($0)) })
      + gone.map({ (Optional($0), nil) })
    {
      guard let entry = now ?? was else { continue }
      for kind in Kind.allCases {
        let (first, second) = (dates.day(kind, of: was), dates.day(kind, of: now))
        // What has happened already is known to those who did it.
        guard first != second, !dates.isRecorded(kind, entry.code) else { continue }
        for who in kind.who {
          items.append(
            Item(
              practice: entry.code.text, name: entry.name, who: who, what: kind.what,
              was: first?.iso, now: second?.iso))
        }
      }
    }
    self.items = items
  }

  /// The list for people: a practice, then who and what; each line ended.
  public var text: String {
    guard !items.isEmpty else { return "Nobody has to be told: no date changed.\n" }
    var text = ""
    var last = ""
    func words(_ iso: String?) -> String { iso.flatMap { Day(iso: $0)?.shortWords } ?? "none" }
    for item in items {
      if item.practice != last {
        text += HarmlessText.line("\(item.practice) \(item.name)") + "\n"
        last = item.practice
      }
      let change =
        switch (item.was, item.now) {
        case (nil, _): words(item.now)
        case (_, nil): "cancelled, was \(words(item.was))"
        default: "now \(words(item.now)), was \(words(item.was))"
        }
      text += "  \(item.who): \(item.what), \(change)\n"
    }
    return text
  }

  /// The list as CSV, RFC 4180 with a heading line.
  public var csv: String {
    func quoted(_ text: String) -> String {
      let safe = SpreadsheetText.guarded(HarmlessText.line(text))
      return safe.contains { ",\"\r\n".contains($0) }
        ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
    let lines = items.map {
      [$0.practice, quoted($0.name), quoted($0.who), quoted($0.what), $0.was ?? "", $0.now ?? ""]
        .joined(separator: ",") + "\r\n"
    }
    return "ods_code,practice_name,who,what,was,now\r\n" + lines.joined()
  }

  /// A date that somebody outside the practice acts on.
  fileprivate enum Kind: CaseIterable {
    case extract
    case linksOff
    case finalData
    case goLive

    var what: String {
      switch self {
      case .extract: "initial data extract"
      case .linksOff: "links off"
      case .finalData: "final data extract"
      case .goLive: "go-live, links on again"
      }
    }

    var who: [String] {
      switch self {
      case .extract, .finalData: ["Current supplier"]
      case .linksOff: ["PCSE", "Third parties", "Laboratories"]
      case .goLive:
        [
          "PCSE", "Third parties", "Laboratories", "Patients", "New supplier", "Delivery partner",
        ]
      }
    }
  }
}

/// The dates that are told, by the region's tasks where it has them.
private struct TellingDates {
  private let region: Region
  private let tasks: TaskDates
  private let recorded: [PracticeCode: Set<Int>]

  init(of region: Region) {
    self.region = region
    recorded = Dictionary(
      region.practices.map { ($0.code, Set($0.actuals.keys)) },
      uniquingKeysWith: { one, _ in one })
    tasks = TaskDates(of: region)
  }

  /// Whether the stage of a date has begun on record.
  func isRecorded(_ kind: Telling.Kind, _ code: PracticeCode) -> Bool {
    let stage: String? =
      switch kind {
      case .extract: "ID"
      case .finalData: "FD"
      case .goLive: region.pathway.stages[region.pathway.goLive].code
      case .linksOff: nil
      }
    guard let stage, let place = region.pathway.stages.firstIndex(where: { $0.code == stage })
    else { return false }
    return recorded[code]?.contains(place) ?? false
  }

  func day(_ kind: Telling.Kind, of entry: PlanSnapshot.Entry?) -> Day? {
    guard let entry, let goLive = entry.goLive else { return nil }
    func start(_ code: String) -> Day? {
      entry.stages.first { $0.code == code }?.dates.start
    }
    switch kind {
    case .extract: return start("ID")
    case .finalData: return start("FD")
    case .goLive: return goLive
    case .linksOff:
      let schedule = region.pathway.stages.compactMap { stage in
        entry.stages.first { $0.code == stage.code }?.dates
      }
      let isWhole = schedule.count == region.pathway.stages.count
      return tasks.thirdPartiesOff(in: isWhole ? schedule : [], finalData: start("FD"))
    }
  }
}
