import ArgumentParser
import Days
import Migrations
import RegionFiles
import Reports
import Studies

/// `tranche show`: a plan in the terminal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan in the terminal.",
    discussion: """
        tranche show --plan plan --gantt
        tranche show --plan plan --only 2027-06
        tranche show --plan plan --practice L82003
        tranche show --plan plan --groups         networks, pilots and linked practices
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "A row per practice along the weeks.")
  var gantt = false

  @Flag(name: .long, help: "Each resource week by week.")
  var capacity = false

  @Flag(name: .long, help: "What happens day by day.")
  var month = false

  @Flag(name: .long, help: "Key dates of each practice.")
  var dates = false

  @Flag(name: .long, help: "Networks split across tranches, pilots, linked practices.")
  var groups = false

  @Option(name: .long, help: "Only this month, as 2027-06, with --month.", transform: parseMonth)
  var only: Day?

  @Option(name: .long, help: "Only this practice, with --dates (repeatable).")
  var practice: [String] = []

  func validate() throws {
    guard [gantt, capacity, month, dates, groups].filter(\.self).count <= 1 else {
      throw ValidationError("Choose one of --gantt, --capacity, --month, --dates and --groups.")
    }
  }

  func run() throws {
    let loaded = try regionOptions.read(common, closing: "Nothing was shown.")
    let reading = PlanFolder.read(plan, for: loaded.region)
    guard let read = reading.plan else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was shown.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    if groups {
      let study = GroupStudy(of: read, in: loaded.region)
      common.console.write(
        common.json ? try JSONText.of(GroupsAnswer(GroupRecord(study))) : study.text)
      return
    }
    let region = reading.baseline.map(loaded.region.replanning) ?? loaded.region
    let report = PlanReport(
      region: region, plan: read,
      inputs: reading.inputs.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      },
      version: reading.version, stamp: common.stamp)
    if common.json {
      for file in PlanJSONWriter.json.files(for: report) { common.console.write(file.text) }
      return
    }
    common.console.write(view.text(for: report))
  }

  private var view: any PlanText {
    if capacity { return CapacityText(style: common.style) }
    if month || only != nil { return MonthText(style: common.style, month: only) }
    if dates || !practice.isEmpty {
      return DatesText(
        style: common.style,
        practices: practice.isEmpty ? nil : Set(practice.map { $0.uppercased() }))
    }
    return GanttText(style: common.style)
  }
}

/// What `show --groups --json` says.
private struct GroupsAnswer: Encodable {
  let command = "show"
  let ok = true
  let groups: GroupRecord

  init(_ groups: GroupRecord) { self.groups = groups }

  private enum CodingKeys: String, CodingKey {
    case command, ok, groups
  }
}

/// Reads a month as `2027-06`.
@Sendable
func parseMonth(_ text: String) throws -> Day {
  guard let day = Day(iso: text + "-01") else {
    throw ValidationError("'\(text)' is not a month. Write it as 2027-06.")
  }
  return day
}
