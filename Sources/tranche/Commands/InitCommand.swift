import ArgumentParser
import Days
import FoundationEssentials
import Glibc
import RegionFiles
import Reports

/// `tranche init`: a region folder to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a region folder.",
    discussion: """
        tranche init my-region --from gp-reg-pat-prac-map.csv --icb QT6,QJK \\
          --from-system EMIS --to-system TPP
        tranche init my-region                    an empty one, with comments
        tranche init my-region --example          the region of Devon and Cornwall

      Writes region.toml and practices.csv, and never over files that are there.
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  @Option(
    name: .long, help: "A list of practices, such as the official practice map.",
    completion: .file(extensions: ["csv"]))
  var from: String?

  @Option(name: .long, help: "ICB codes, split by commas (default: all).")
  var icb: String?

  @Option(name: .long, help: "Only practices on this system (default: any but the target).")
  var fromSystem: String?

  @Option(name: .long, help: "The system they move to (default TPP).")
  var toSystem = "TPP"

  @Option(name: .long, help: "The region's name.")
  var name = ""

  @Flag(name: .long, help: "The region that ships as an example.")
  var example = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let files: [(name: String, text: String)]
    if example {
      files = ShippedData.exampleRegion
    } else {
      files = try startedFiles()
    }
    try write(files)
  }

  private func startedFiles() throws -> [(name: String, text: String)] {
    let starter = RegionStarter(
      list: from,
      icbs: icb?.split(separator: ",").map {
        String($0.filter { $0 != " " })
      } ?? [],
      fromSystem: fromSystem, toSystem: toSystem, name: name, today: common.today ?? Clock.today)
    let start = starter.start()
    let text = DiagnosticText(isASCII: common.isASCII, closing: "Nothing was written.")
    guard !start.files.isEmpty else {
      common.console.complain(text.render(start.diagnostics))
      throw (start.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    if !start.diagnostics.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(start.diagnostics))
    }
    return start.files
  }

  private func write(_ files: [(name: String, text: String)]) throws {
    for file in files where access(folder + "/" + file.name, F_OK) == 0 {
      common.console.complain(
        "error: \(folder)/\(file.name) is there already, and init never writes over a file\n"
          + "   fix  choose another folder, or move the file away")
      throw ExitStatus.cannotWrite.code
    }
    do {
      let output = try OutputFolder(folder)
      try output.write(files.map { OutputFile(name: $0.name, text: $0.text) })
    } catch {
      common.console.complain("error: \(error.path) cannot be written: \(error.reason)")
      throw ExitStatus.cannotWrite.code
    }
    for file in files { common.console.line("Written: \(folder)/\(file.name)") }
    common.console.line(
      "Next: read region.toml, put in your capacities, then tranche check \(folder)")
  }
}

/// The machine's clock, asked only where a date has to be made up.
enum Clock {
  /// Today in UTC.
  static var today: Day { Day(number: Int(time(nil)) / 86_400) }
}
