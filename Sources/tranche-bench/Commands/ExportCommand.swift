import ArgumentParser
import FoundationEssentials

/// `tranche-bench export`: a region's whole problem in plain numbers, for other solvers.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the expanded problem as JSON for other solvers.")

  @Argument(help: "The region folder.", completion: .directory)
  var region: String

  @Option(name: .long, help: "The file to write.", completion: .file())
  var to: String

  func run() throws {
    let problem = try PlainProblemBuilder(region: try LoadedFolder(region).region).problem()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try TextFile.write(
      String(decoding: try encoder.encode(problem), as: UTF8.self) + "\n", to: to)
    print("Written: \(to), \(problem.practices.count) practices, \(problem.days.count) days")
  }
}
