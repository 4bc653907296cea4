import ArgumentParser
import Glibc
import TrancheKit

/// How to solve, and when to stop.
struct SolveOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Stop the whole command after this long, writing included (default 60s).",
      valueName: "60s"),
    transform: parseSeconds)
  var timeLimit: Double?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop when provably this close to the best (default 1%).", valueName: "1%"),
    transform: parseShare)
  var gap: Double?

  @Flag(name: .long, help: "Exit 5 if the gap was not reached.")
  var requireGap = false

  @Option(
    name: .long, help: ArgumentHelp("The seed of random choices (default 1).", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Stop after so many units of work, which repeat on any machine, unlike seconds.",
      valueName: "n"))
  var work: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads to use; the plan does not depend on it (default 2).", valueName: "n"))
  var threads: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Refuse a region that is estimated to take more memory to plan.", valueName: "2GB"),
    transform: parseBytes)
  var memory: Double?

  func validate() throws {
    if let work, work < 1 { throw ValidationError("--work must be at least 1.") }
    if let threads, threads < 1 || threads > 64 {
      throw ValidationError("--threads must be from 1 to 64.")
    }
  }

  /// Seconds of a usual machine for telling reasons, checking a plan and writing its files, for each
  /// practice and year: 18 on 10,000 practices over two years.
  static let finishing = 0.9e-3

  /// What comes after a plan of a region, in seconds of this machine as busy as it is now.
  ///
  /// It is no more than half of the time that is left: a plan comes first.
  private static func finishing(_ region: Region, left: Double) -> Double {
    let days = region.horizon.upperBound - region.horizon.lowerBound
    let seconds = finishing * Double(region.practices.count) * Double(days) / 365
    var spent = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    let used = Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
    let slowness = min(10, max(1, Tranche.secondsSinceBegin / max(used, 0.001)))
    return min(seconds * slowness, max(0, left) / 2)
  }

  /// The planner's options: the command line's, else the region's, else the defaults.
  func planner(for region: Region) -> Planner.Options {
    var options = Planner.Options()
    options.timeLimit = timeLimit ?? region.solve.timeLimit ?? options.timeLimit
    let left = options.timeLimit - Tranche.secondsSinceBegin
    options.deadline = Deadline(in: left - SolveOptions.finishing(region, left: left))
    options.gap = gap ?? region.solve.gap ?? options.gap
    options.seed = seed ?? region.solve.seed ?? options.seed
    options.workLimit = work ?? region.solve.work
    options.threads = min(64, threads ?? region.solve.threads ?? options.threads)
    // A small region's plan gets nearer to the best in a second.
    if region.practices.count <= 300 { options.extraEpochs = 2 }
    return options
  }
}

/// Reads `60s`, `5m`, `1h` or plain seconds.
@Sendable
func parseSeconds(_ text: String) throws -> Double {
  let units: [(Character, Double)] = [("s", 1), ("m", 60), ("h", 3_600)]
  let unit = units.first { $0.0 == text.last }
  guard let number = Double(unit == nil ? Substring(text) : text.dropLast()), number > 0,
    number <= 1e6
  else { throw ValidationError("'\(text)' is not a time. Write it as 60s, 5m or 1h.") }
  return number * (unit?.1 ?? 1)
}

/// Reads `1%` or `0.01`.
@Sendable
func parseShare(_ text: String) throws -> Double {
  let isPercent = text.hasSuffix("%")
  guard let number = Double(isPercent ? text.dropLast() : Substring(text)), number >= 0,
    number.isFinite, isPercent || number < 1
  else { throw ValidationError("'\(text)' is not a share. Write it as 1% or 0.01.") }
  return isPercent ? number / 100 : number
}

/// `ODS=DATE`, an agreed go-live from the command line.
struct Pin: ExpressibleByArgument {
  let code: String
  let day: Day

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let day = Day(iso: parts[1]) else { return nil }
    code = String(parts[0])
    self.day = day
  }
}
