import ArgumentParser
import FoundationEssentials
import Glibc

/// `tranche-bench measure`: one region in this process; `run` starts it once per region.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure one region; used by run.", shouldDisplay: false)

  @Argument(help: "The region folder.", completion: .directory)
  var region: String

  @OptionGroup var options: MeasureOptions

  func run() throws {
    let region = try LoadedFolder(region).region
    // Each line at once, so that the parent knows how far a child that dies had come.
    func put(_ line: String) {
      print(line)
      fflush(nil)
    }
    let result = PlannerProbe(region: region, options: options.planner).measure(put)
    put(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
