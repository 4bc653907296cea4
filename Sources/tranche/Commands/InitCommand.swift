import ArgumentParser
import FoundationEssentials
import Glibc
import TrancheKit

/// `tranche init`: a region folder to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a region folder.",
    discussion: """
        tranche init my-region --from gp-reg-pat-prac-map.csv --icb QT6,QJK \\
          --from-system EMIS --to-system TPP
        tranche init my-region                an empty one, with comments
        tranche init my-region --example      the region of Devon and Cornwall

      Writes region.toml and practices.csv, and never over files that are there; \
      beside them region.schema.json, by which editors complete and underline. \
      Start from NHS England's practice map (Patients Registered at a GP Practice) \
      or from any list with a code, a name and a system.

      Exit: 0 written, 65 the list has errors, 66 it is missing, 73 the folder \
      cannot be written to or holds a region already.
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

  func validate() throws {
    if folder.isEmpty { throw ValidationError("The folder has no name.") }
    if example, from != nil { throw ValidationError("Choose either --from or --example.") }
    if from == nil, icb != nil { throw ValidationError("--icb chooses from a list: give --from.") }
  }

  private var refusal: Refusal {
    Refusal(command: "init", common: common, closing: "Nothing was written.")
  }

  func run() throws {
    if example { return try write(withSchema(ShippedData.exampleRegion), practices: nil) }
    let start = try started()
    try write(withSchema(start.files), practices: from == nil ? nil : start.practiceCount)
  }

  /// The files with the schema of region.toml, which names it in its first line.
  private func withSchema(
    _ files: [(name: String, text: String)]
  ) throws -> [(name: String, text: String)] {
    files.map { file in
      file.name == "region.toml" ? (file.name, RegionSchema.line + file.text) : file
    } + [(RegionSchema.fileName, try RegionSchema.text)]
  }

  private func started() throws -> RegionStarter.Start {
    let starter = RegionStarter(
      list: from,
      icbs: icb?.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        ?? [],
      fromSystem: fromSystem, toSystem: toSystem, name: name, today: common.today ?? Clock.today)
    let start = starter.start()
    guard !start.files.isEmpty else {
      try refusal.end(start.missingFile ? .missingInput : .badInput, start.diagnostics)
    }
    if !start.diagnostics.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(start.diagnostics))
    }
    return start
  }

  /// Writes the files and says how many practices they hold, where that was found out.
  private func write(_ files: [(name: String, text: String)], practices: Int?) throws {
    let output = OutputFolder(folder)
    let paths = files.map { file in "\(output.path)/\(file.name)" }
    let present = paths.filter { path in access(path, F_OK) == 0 }
    guard present.isEmpty else {
      try refusal.end(
        .cannotWrite,
        present.map { path in
          Diagnostic(
            code: "E601", file: path, message: "\(path) is there already",
            why: "init never writes over a file.",
            fix: "choose another folder, or move the file away.")
        })
    }
    do {
      try output.write(files.map { OutputFile(name: $0.name, text: $0.text) })
    } catch {
      try refusal.end(
        OutputFolder.Failure(
          path: error.path, reason: error.reason, fix: "choose another folder."))
    }
    if common.json {
      common.console.write(
        try JSONText.of(
          InitAnswer(folder: output.path, files: files.map(\.name), practices: practices)))
      return
    }
    for file in files {
      let count = file.name == "practices.csv" ? practices : nil
      common.console.line(
        "Written: \(output.path)/\(file.name)"
          + (count.map { " (\(counted($0, "practice")))" } ?? ""))
    }
    common.console.line("")
    common.console.line(
      "Next: put into \(output.path)/region.toml your own capacities and the first day on which "
        + "orders can be placed (start), then")
    common.console.line("  tranche check \(output.path)")
    common.console.line("  tranche plan \(output.path)")
  }
}

/// What `init --json` says.
private struct InitAnswer: Encodable {
  let command = "init"
  let ok = true
  let exit: Int32 = 0
  let folder: String
  let files: [String]
  let practices: Int?

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, folder, files, practices
  }
}

/// The machine's clock, asked only where a date has to be made up.
enum Clock {
  /// Today in UTC.
  static var today: Day { Day(number: Int(time(nil)) / 86_400) }
}
