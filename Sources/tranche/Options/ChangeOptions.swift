import ArgumentParser
import TrancheKit

/// What a what-if run changes besides keys of region.toml.
struct ChangeOptions: ParsableArguments {
  @Option(name: .long, help: "Go live on this date, as ODS=DATE (repeatable).")
  var pin: [Pin] = []

  @Option(
    name: .long,
    help:
      "No final data, cutover, go-live or aftercare then, as ODS=FROM..TO or \"ODS=FROM to TO\" (repeatable)."
  )
  var block: [Block] = []

  @Option(name: .long, help: "Without this practice, by code or name (repeatable).")
  var drop: [String] = []

  @Option(
    name: .long,
    help: "With the practices of this file, in the shape of practices.csv (repeatable).",
    completion: .file(extensions: ["csv"]))
  var add: [String] = []

  @Option(
    name: .long, help: "With the changes in this file.", completion: .file(extensions: ["toml"]))
  var scenario: String?

  /// Everything that changes, the file first and the command line on top.
  struct Changes {
    var name = ""
    var settings: [(key: String, value: String)] = []
    var additions: [String] = []
    var region = RegionChanges()

    /// What changes, in the words of the options.
    var words: String {
      (settings.map { "\($0.key)=\($0.value)" } + additions.map { "added \($0)" }
        + region.pins.map { "pinned \($0.code)=\($0.day.iso)" }
        + region.blocks.map {
          "blocked \($0.code)=\($0.days.lowerBound.iso)..\($0.days.upperBound.iso)"
        } + region.drops.map { "dropped \($0)" }).joined(separator: ", ")
    }

    /// Replaces names of practices by their codes; says which ones name none, or several.
    mutating func resolve(in region: Region) -> [Diagnostic] {
      var problems: [Diagnostic] = []
      func code(_ text: PracticeCode, _ option: String) -> PracticeCode {
        switch PracticeNaming.place(of: text.text, in: region, option: option) {
        case .success(let place): return region.practices[place].code
        case .failure(let unknown):
          problems.append(unknown.diagnostic)
          return text
        }
      }
      self.region.pins = self.region.pins.map {
        (code($0.code, "--pin \($0.code)=\($0.day.iso)"), $0.day)
      }
      self.region.blocks = self.region.blocks.map {
        let days = "\($0.days.lowerBound.iso)..\($0.days.upperBound.iso)"
        return (code($0.code, "--block \($0.code)=\(days)"), $0.days)
      }
      self.region.drops = self.region.drops.map { code($0, "--drop \($0)") }
      return problems
    }

    /// Whether nothing changes.
    var isEmpty: Bool { settings.isEmpty && additions.isEmpty && region.isEmpty }
  }

  /// Reads the scenario, if there is one, and adds what the command line says.
  func changes(settings: [(key: String, value: String)], _ common: CommonOptions) throws -> Changes
  {
    var changes = Changes()
    if let scenario {
      let reading = ScenarioFile.read(scenario)
      guard let file = reading.scenario else {
        common.console.complain(
          DiagnosticText(isASCII: common.isASCII, closing: "Nothing was planned.")
            .render(reading.diagnostics))
        throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
      }
      changes.name = file.name
      changes.settings = file.settings
      changes.additions = file.additions
      changes.region.pins = file.pins
      changes.region.blocks = file.blocks
      changes.region.drops = file.drops
    }
    changes.settings += settings
    changes.additions += add
    changes.region.pins += pin.map { (PracticeCode($0.code), $0.day) }
    changes.region.blocks += block.map { (PracticeCode($0.code), $0.days) }
    changes.region.drops += drop.map { PracticeCode($0) }
    return changes
  }
}

/// `ODS=FROM..TO`, days that are blocked for a practice.
struct Block: ExpressibleByArgument {
  let code: String
  let days: ClosedRange<Day>

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    // As the column of practices.csv has it, "to" between the days does as well.
    let words = String(parts[1]).replacing(" to ", with: "..")
    let ends = words.split(separator: "..", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard ends.count == 2, let from = Day(iso: ends[0]), let to = Day(iso: ends[1]), from <= to
    else { return nil }
    code = String(parts[0])
    days = from...to
  }
}
