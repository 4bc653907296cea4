import ArgumentParser
import TrancheKit

/// `tranche-bench prices`: how fast the first prices prove how much.
struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices", abstract: "Measure the bound that the first prices prove.")

  @Argument(help: "The region folder.", completion: .directory)
  var region: String

  @Option(name: .long, help: "How often every practice is priced.")
  var passes: Int?

  @Option(name: .long, help: "Into how many parts the practices are divided.")
  var parts: Int?

  @Option(name: .long, help: "Threads at most.")
  var threads = 2

  func run() throws {
    let benchmark = PriceBenchmark(of: try LoadedFolder(region).region, threads: threads)
    for mark in benchmark.marks(passes: passes, parts: parts) {
      print(
        "\(mark.passes) passes, \(Numbers.text(mark.seconds, digits: 2)) s: "
          + "bound \(Numbers.text(mark.bound, digits: 2))")
    }
  }
}
