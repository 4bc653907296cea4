import ArgumentParser
import TrancheKit

/// `tranche show`: a plan in the terminal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan in the terminal.",
    discussion: """
        tranche show --plan plan --gantt
        tranche show --plan plan --month --only 2027-06
        tranche show --plan plan --dates --practice L82003
        tranche show --plan plan --groups         networks, pilots, linked practices

      Drawings are as wide as the terminal, COLUMNS or --width; NO_COLOR is \
      honoured. With --json it prints plan.json again.

      Exit: 0 shown, 65 or 66 the region or the plan cannot be read.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "A row per practice along the weeks (the default).")
  var gantt = false

  @Flag(name: .long, help: "Each resource week by week.")
  var capacity = false

  @Flag(name: .long, help: "What happens day by day.")
  var month = false

  @Flag(name: .long, help: "Key dates of each practice.")
  var dates = false

  @Flag(name: .long, help: "Networks split across tranches, pilots, linked practices.")
  var groups = false

  @Option(
    name: .long, help: ArgumentHelp("Only this month, with --month.", valueName: "2027-06"),
    transform: parseMonth)
  var only: Day?

  @Option(
    name: .long,
    help: ArgumentHelp("Only this practice, with --dates (repeatable).", valueName: "ods"))
  var practice: [String] = []

  func validate() throws {
    guard [gantt, capacity, month, dates, groups].filter(\.self).count <= 1 else {
      throw ValidationError("Choose one of --gantt, --capacity, --month, --dates and --groups.")
    }
    if only != nil, gantt || capacity || dates {
      throw ValidationError("--only goes with --month.")
    }
    if !practice.isEmpty, gantt || capacity || month || only != nil {
      throw ValidationError("--practice goes with --dates.")
    }
  }

  func run() throws {
    let refusal = Refusal(command: "show", common: common, closing: "Nothing was shown.")
    let (loaded, reading) = try regionOptions.read(plan: plan, refusal)
    guard let read = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let codes = try PracticeChoice(codes: practice).found(in: loaded.region, refusal)
    let warnings = reading.diagnostics + loaded.changes(since: reading.inputs)
    if !warnings.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
    }
    if groups {
      let study = GroupStudy(of: read, in: loaded.region)
      common.console.write(
        common.json
          ? try JSONText.of(GroupsAnswer(GroupRecord(study))) : common.style.broken(study.text))
      return
    }
    let judgement = try Judging(refusal: refusal, options: regionOptions)
      .judgement(of: reading, loaded)
    let counted = try Counting(refusal: refusal, path: plan, settings: regionOptions.settings)
      .plan(read, reading, loaded, judgement, proves: common.json)
    let report = PlanReport(
      region: judgement.region, plan: counted,
      inputs: reading.inputs.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      },
      version: reading.version, stamp: common.stamp)
    if common.json {
      for file in PlanJSONWriter.json.files(for: report) { common.console.write(file.text) }
      return
    }
    common.console.writeColoured(view(of: codes).text(for: report))
  }

  private func view(of codes: [String]) -> any PlanText {
    if capacity { return CapacityText(style: common.style) }
    if month || only != nil { return MonthText(style: common.style, month: only) }
    if dates || !practice.isEmpty {
      return DatesText(
        style: common.style,
        practices: codes.isEmpty ? nil : Set(codes.map { $0.uppercased() }))
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
