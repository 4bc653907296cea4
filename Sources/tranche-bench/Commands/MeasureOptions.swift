import ArgumentParser
import TrancheKit

/// How long and how far to plan.
struct MeasureOptions: ParsableArguments {
  @Option(name: .long, help: "Seconds for each region.")
  var timeLimit = 60.0

  @Option(name: .long, help: "The gap at which to stop, in per cent.")
  var gap = 0.5

  @Option(name: .long, help: "Threads.")
  var threads = 2

  @Option(name: .long, help: "The seed of the planner.")
  var seed: UInt64 = 1

  var planner: Planner.Options {
    var options = Planner.Options()
    options.timeLimit = timeLimit
    options.gap = gap / 100
    options.threads = threads
    options.seed = seed
    return options
  }

  /// The same as arguments of a child process.
  var arguments: [String] {
    [
      "--time-limit", "\(timeLimit)", "--gap", "\(gap)", "--threads", "\(threads)", "--seed",
      "\(seed)",
    ]
  }
}
