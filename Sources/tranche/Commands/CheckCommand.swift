import ArgumentParser
import TrancheKit

/// `tranche check`: every problem in the inputs, and the arithmetic of windows and capacities.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every problem in the inputs.",
    discussion: """
        tranche check
        tranche check Data/regions/devon-cornwall --expanded
        tranche check --xlsx checked.xlsx     your own tables back, with notes

      Reports what is wrong, by file, line and cell, all in one run, and what no \
      plan can keep; then the protected periods that apply, with their sources.

      Exit: 0 no errors, 65 errors (with --strict also warnings), \
      66 an input is missing.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Print the resources that the short forms stand for.")
  var expanded = false

  @Flag(name: .long, help: "Warnings are errors, too.")
  var strict = false

  @Flag(name: .long, help: "Show every problem, not five of a kind.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write your tables to this workbook, with bad cells coloured and a note on each.",
      valueName: "file"), completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  func validate() throws {
    if let xlsx, !xlsx.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("The file after --xlsx must end in .xlsx.")
    }
  }

  func run() throws {
    let reading = RegionFolder.read(regionOptions.region, overrides: regionOptions.overrides)
    var diagnostics = reading.diagnostics
    if let region = reading.region {
      diagnostics +=
        RecordWarnings.of(region)
        + WindowArithmetic(region: region, places: reading.places).warnings()
    }
    if let xlsx { try write(diagnostics, reading.sheets, to: xlsx) }
    let isBad =
      reading.hasErrors || strict && diagnostics.contains { $0.severity == .warning }
    let status: ExitStatus =
      !isBad ? .done : reading.missingFile ? .missingInput : .badInput
    if common.json {
      common.console.write(
        try JSONText.of(
          CheckAnswer(status: status, diagnostics: diagnostics, region: reading.region)))
    } else {
      tell(diagnostics, reading.region)
    }
    if status != .done { throw status.code }
  }

  /// Writes the tables with what was found in them.
  private func write(_ diagnostics: [Diagnostic], _ sheets: [String], to path: String) throws {
    let refusal = Refusal(command: "check", common: common, closing: "Nothing was written.")
    let bytes = try refusal.making(path) {
      try CheckedTables(folder: regionOptions.region, diagnostics: diagnostics, sheets: sheets)
        .bytes()
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    do {
      try OutputFolder(String(folder)).write([OutputFile(name: String(name), bytes: bytes)])
    } catch {
      try refusal.end(
        OutputFolder.Failure(
          path: error.path, reason: error.reason, fix: "choose another file with --xlsx."))
    }
    common.console.say("Written: \(path)")
  }

  private func tell(_ diagnostics: [Diagnostic], _ region: Region?) {
    let text = DiagnosticText(examplesPerCode: all ? nil : 5, isASCII: common.isASCII)
    common.console.write(text.render(diagnostics))
    guard let region else { return }
    common.console.line(
      "\(region.name): \(counted(region.practices.count, "practice")), "
        + "\(counted(region.resources.count, "resource")), \(counted(region.links.count, "link")), "
        + "\(region.horizon.lowerBound.words) to "
        + "\(region.horizon.upperBound.words).")
    common.console.line("Protected periods that apply:")
    for period in region.protectedPeriods {
      common.console.line("  \(PeriodWords.of(period, in: region))")
    }
    if expanded {
      common.console.line("Resources:")
      for resource in region.resources {
        common.console.line("  \(ResourceWords.of(resource, in: region))")
      }
    }
  }
}

/// What `check --json` says.
private struct CheckAnswer: Encodable {
  let command = "check"
  let ok: Bool
  let exit: Int32
  let diagnostics: [Diagnostic]
  let practices: Int?
  let resources: [ResourceItem]?

  struct ResourceItem: Encodable {
    let id: String
    let name: String
    let capacity: Double
    let per: String
    let use: String
    let origin: String
  }

  init(status: ExitStatus, diagnostics: [Diagnostic], region: Region?) {
    ok = status == .done
    exit = status.rawValue
    self.diagnostics = diagnostics
    practices = region?.practices.count
    resources = region.map { region in
      region.resources.map {
        ResourceItem(
          id: $0.id.text, name: $0.name, capacity: $0.capacity, per: $0.period.rawValue,
          use: ResourceWords.use($0, in: region), origin: $0.origin)
      }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, diagnostics, practices, resources
  }
}
