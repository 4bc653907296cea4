import ArgumentParser
import TrancheKit

/// `tranche-bench pricing`: how long it takes to price one practice.
struct PricingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pricing", abstract: "Measure the pricing of one practice.")

  @Argument(help: "The region folder.", completion: .directory)
  var region: String

  @Option(name: .long, help: "How often each practice is priced; the best counts.")
  var repetitions = 20

  func run() throws {
    let benchmark = PricingBenchmark(of: try LoadedFolder(region).region)
    let seconds = benchmark.seconds(repetitions: repetitions)
    print(
      "\(benchmark.blockCount) practices or groups over \(benchmark.dayCount) working days: "
        + "median \(Numbers.text(Numbers.median(seconds).map { $0 * 1e6 }, digits: 1)), "
        + "worst \(Numbers.text(seconds.max().map { $0 * 1e6 }, digits: 1)) microseconds")
  }
}
