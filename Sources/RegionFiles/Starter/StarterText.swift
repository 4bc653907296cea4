import Days

/// The texts of a new region's files.
struct StarterText {
  /// What was asked for.
  let starter: RegionStarter
  /// The practices taken, with their columns.
  let table: StarterTable
  /// The system that they come to.
  let target: StarterSystem

  private var practices: [StarterPractice] { table.practices }

  /// The systems that practices come to, the one that was asked for first.
  private var targets: [StarterSystem] {
    practices.reduce(into: [target]) { if !$0.contains($1.target) { $0.append($1.target) } }
  }

  private var sources: [StarterSystem] {
    var sources: [StarterSystem] = []
    for practice in practices where !sources.contains(practice.system) {
      sources.append(practice.system)
    }
    if sources.isEmpty { sources = [StarterSystem(named: starter.fromSystem ?? "EMIS")] }
    return sources.filter { source in !targets.contains { $0.id == source.id } }
  }

  /// practices.csv, plain RFC 4180.
  var practicesCSV: String {
    // The usual columns are there to be filled; further ones where the list has them.
    let usual: [PracticeField] = [
      .odsCode, .name, .postcode, .pcnCode, .pcnName, .icbCode, .source, .target, .listSize,
      .preferredDate, .mustBeLiveBy, .priority, .blackout, .notes,
    ]
    let further = PracticeField.allCases.filter { field in
      !usual.contains(field) && practices.contains { $0.texts[field]?.isEmpty == false }
    }.filter { field in
      // The board's name is only kept where there is no code for it.
      field != .icbName || practices.allSatisfy(\.icb.isEmpty)
    }
    let fields = usual + further
    var lines = [
      (fields.map(\.rawValue) + table.otherHeadings).map(Self.cell).joined(separator: ",")
    ]
    for practice in practices {
      let cells = fields.map { field in
        switch field {
        case .source: practice.system.id
        case .target: practice.target.id
        default: practice.texts[field] ?? ""
        }
      }
      lines.append((cells + practice.others).map(Self.cell).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\""
    for character in text { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }

  /// A text as TOML writes it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 32 || scalar.value == 127: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The first Monday four weeks or more after today: nobody places orders within days of a plan
  /// that is not made yet.
  private var first: Day {
    let soonest = starter.today + 28
    return soonest + (8 - soonest.weekday.rawValue) % 7
  }

  /// The last day of the same week two years on: 104 weeks, so that it is a Friday.
  private var last: Day { first + 104 * 7 - 3 }

  private var name: String {
    if !starter.name.isEmpty { return starter.name }
    var names: [String] = []
    for practice in practices where !practice.icbName.isEmpty {
      var words = practice.icbName.split(separator: " ")
      // The official name ends in three words that everybody writes as one.
      if words.suffix(3) == ["Integrated", "Care", "Board"] {
        words.replaceSubrange((words.count - 3)..., with: ["ICB"])
      }
      let short = words.joined(separator: " ")
      if !names.contains(short) { names.append(short) }
    }
    return names.isEmpty || names.count > 3 ? "Our region" : names.joined(separator: " and ")
  }

  private var code: String {
    let codes = Set(practices.map(\.icb)).filter { !$0.isEmpty }.sorted()
    return codes.isEmpty || codes.count > 3 ? "REGION" : codes.joined(separator: "-")
  }

  /// region.toml, with a comment on every number.
  var regionTOML: String {
    """
    # \(comment(name)): practices that move to \(comment(target.name)).
    #
    # Every number marked "assumption" is a placeholder: ask your suppliers and partners, and put in what they say.
    # Then run: tranche check

    format = 1

    [region]
    name = \(Self.quoted(name))
    code = \(Self.quoted(code))   # names the plan's calendars; do not change it later
    start = \(first.iso)   # no stage starts before this day; move it to when the first orders can be placed
    finish = \(last.iso)   # all stages are over by this day
    division = "england-and-wales"   # whose bank holidays count
    target_system = \(Self.quoted(target.id))   # where practices go when practices.csv does not say

    [calendar]
    protected = "england"   # flu season, Christmas, QOF year end and school holidays as shipped; tranche check lists them
    # Your own [[protected]] tables come beside them; one with the id of a shipped period takes its place.

    \(sources.map(sourceTable).joined(separator: "\n\n"))

    \(targets.map(targetTable).joined(separator: "\n\n"))

    # Delivery partners. Take the signs away, and fill the column "partner" of practices.csv.
    # [[partner]]
    # id = "csu"
    # name = "Our delivery partner"
    # project_managers = 8   # migrations they can lead at once
    # engineers = 3   # for surveys and go-lives, a week
    # floor_walkers = 6   # one for each 8,000 patients begun, from go-live to two days after

    [rules]
    pcn_cutovers_per_week = 1   # assumption: neighbours in cutover together is what to avoid
    # deadlines = "forbid"   # makes must_be_live_by a hard rule; else lateness has a price
    # max_elapsed = "30w"   # from order to go-live at most

    # How the plan is judged: "balanced", "earliest" or "gentle".
    # [objective]
    # preset = "balanced"

    """
  }

  private func targetTable(_ system: StarterSystem) -> String {
    // A system that others leave at the same time has extracts too.
    let isLeft = practices.contains { $0.system.id == system.id }
    let extracts =
      isLeft
      ? "extracts_per_week = 4   # assumption: data extracts a week, two for every practice that"
        + " leaves it\n" : ""
    return """
      \(system == target ? "# The system that practices come to." : "# Another system that practices come to.")
      [[system]]
      id = \(Self.quoted(system.id))
      name = \(Self.quoted(system.name))
      \(extracts)loads_per_week = 4   # assumption: data loads a week, two for every practice
      go_lives_per_week = 2   # assumption: practices that begin work on the new system, a week
      concurrent = 16   # assumption: practices between kick-off and the end of post go-live
      trainers = 6   # assumption: each practice holds one in the two weeks before its go-live
      """
  }

  private func sourceTable(_ system: StarterSystem) -> String {
    """
    # A system that practices leave.
    [[system]]
    id = \(Self.quoted(system.id))
    name = \(Self.quoted(system.name))
    extracts_per_week = 4   # assumption: data extracts a week, two for every practice
    """
  }

  /// A text fit for a comment: on one line.
  private func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }
}
