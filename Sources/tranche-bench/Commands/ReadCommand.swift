import ArgumentParser
import TrancheKit

/// `tranche-bench read`: how long it takes to read and check a region.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Measure the reading and checking of a region.")

  @Argument(help: "The region folder.", completion: .directory)
  var region: String

  @Option(name: .long, help: "How often; the best counts.")
  var repetitions = 3

  func run() throws {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    var count = 0
    for _ in 0..<max(1, repetitions) {
      let taken = try clock.measure { count = try LoadedFolder(region).region.practices.count }
      best = min(best, taken)
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    print("\(count) practices read and checked in \(Numbers.text(seconds, digits: 3)) seconds")
  }
}
