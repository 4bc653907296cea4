import ArgumentParser
import FoundationEssentials

/// `tranche-bench run`: measures the planner on region folders, one child process each.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure the planner on region folders.",
    discussion: """
      Prints a row per region, then medians over the seeds of each size, tightness and kind.
      "s to LP" is when the last round of column generation ended; "full %"
      is the share of the open weeks whose go-live slots the plan takes whole.
      """)

  @Argument(
    help: "Region folders (default: those of Data/regions).", completion: .directory)
  var folders: [String] = []

  @OptionGroup var options: MeasureOptions

  @Option(name: .long, help: "Write the rows as CSV too.", completion: .file())
  var csv: String?

  func run() throws {
    var results: [(path: String, measurement: Measurement)] = []
    let folders = self.folders.isEmpty ? try RunCommand.shipped() : self.folders
    for path in folders.sorted(by: RunCommand.areInOrder) {
      let child = ChildRun(
        arguments: ["measure", path] + options.arguments,
        patience: 3 * options.timeLimit + 120)
      results.append((path, child.measurement()))
      let tables = ResultTables(results: results)
      Progress.say(tables.regions.rows.last?.joined(separator: "  ") ?? "")
      // After each region, so that a long series that is stopped leaves what it has.
      if let csv { try TextFile.write(tables.regions.csv, to: csv) }
    }
    let tables = ResultTables(results: results)
    print(tables.regions.markdown)
    print(tables.medians.markdown)
  }

  /// The folders of the regions that the project ships.
  private static func shipped() throws -> [String] {
    let root = "Data/regions"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
      throw ValidationError("Name region folders, or run in the project's folder.")
    }
    return names.map { "\(root)/\($0)" }
  }

  private static func areInOrder(_ left: String, _ right: String) -> Bool {
    guard let first = RegionLabel(left), let second = RegionLabel(right) else {
      return left < right
    }
    return first < second
  }
}
