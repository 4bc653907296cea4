import Days

/// The texts of a new region's files.
struct StarterText {
  /// What was asked for.
  let starter: RegionStarter
  /// The practices taken.
  let practices: [StarterPractice]
  /// The system that they come to.
  let target: StarterSystem

  private var sources: [StarterSystem] {
    var sources: [StarterSystem] = []
    for practice in practices where !sources.contains(practice.system) {
      sources.append(practice.system)
    }
    if sources.isEmpty { sources = [StarterSystem(named: starter.fromSystem ?? "EMIS")] }
    return sources.filter { $0.id != target.id }
  }

  /// practices.csv, plain RFC 4180.
  var practicesCSV: String {
    var lines = [
      "ods_code,practice_name,postcode,pcn_code,pcn_name,icb_code,source_system,target_system,"
        + "list_size,preferred_date,must_be_live_by,priority,blackout,notes"
    ]
    for practice in practices {
      let cells = [
        practice.code, practice.name, practice.postcode, practice.pcn, practice.pcnName,
        practice.icb, practice.system.id, target.id, practice.listSize.map(String.init) ?? "",
      ]
      lines.append(cells.map(Self.cell).joined(separator: ",") + ",,,,,")
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

  /// The first Monday after today.
  private var first: Day { starter.today + (8 - starter.today.weekday.rawValue) }

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
    start = \(first.iso)   # no stage starts before this day
    finish = \(last.iso)   # all stages are over by this day
    division = "england-and-wales"   # whose bank holidays count
    target_system = \(Self.quoted(target.id))   # where practices go when practices.csv does not say

    [calendar]
    protected = "england"   # flu season, Christmas, QOF year end and school holidays as shipped; tranche check lists them
    # Your own [[protected]] tables come beside them; one with the id of a shipped period takes its place.

    \(sources.map(sourceTable).joined(separator: "\n\n"))

    # The system that practices come to.
    [[system]]
    id = \(Self.quoted(target.id))
    name = \(Self.quoted(target.name))
    loads_per_week = 4   # assumption: data loads a week, two for every practice
    go_lives_per_week = 2   # assumption: practices that begin work on the new system, a week
    concurrent = 16   # assumption: practices between kick-off and the end of post go-live
    trainers = 6   # assumption: each practice holds one in the two weeks before its go-live

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
