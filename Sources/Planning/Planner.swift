import LinearPrograms
public import Migrations

/// Plans a region: the one verb of this module.
///
/// The recipe: a first plan, one practice after the other; the relaxation by column generation,
/// whose prices prove a bound; then neighbourhoods and ruin-and-recreate, guided by those prices,
/// until plan and bound are as close as asked; in small regions branch and price where prices leave
/// a gap. Whatever stops it, plan and bound are valid.
public struct Planner: Sendable {
  /// How to plan, and when to stop.
  public struct Options: Sendable {
    /// Seconds at most; a run that ends by this need not repeat to the byte.
    public var timeLimit = 60.0
    /// The moment at which everything has to be over of which the run is a part.
    public var deadline = Deadline.never
    /// Processor seconds that are kept free of the deadline for what comes after the plan (checks,
    /// files), for each processor second that it takes to make the region ready for planning: both
    /// grow with the region, and on a busy machine.
    public var finishing = 0.0
    /// The gap at which to stop, as a fraction: 0.01 is 1 %.
    public var gap = 0.01
    /// The seed of every random choice.
    public var seed: UInt64 = 1
    /// Units of work at most, nil for no limit; see `Work.units`.
    public var workLimit: Int?
    /// Threads at most; the result does not depend on it.
    public var threads = 2
    /// How often to try for a better plan after the gap is reached, unless it is proven optimal.
    public var extraEpochs = 0
    /// Dates to start from, by practice.
    ///
    /// They are kept where they are legal, and returned to where that costs nothing. They steer
    /// the search and never change what is legal or what it costs.
    public var start: [Int: Schedule] = [:]
    /// What the plan whose dates these are used, with the capacities that there were; reasons tell
    /// by it which of them have changed since.
    public var startUses: [ResourceUse] = []

    /// The defaults: 60 seconds, 1 %, seed 1, two threads.
    public init() {}
  }

  /// What a run reports while it works.
  public struct Progress: Sendable {
    /// What it is doing, in a few words.
    public var phase: String
    /// Seconds since it began.
    public var seconds: Double
    /// Practices with dates in the best plan.
    public var scheduled: Int
    /// The best plan's cost in points, if there is a plan.
    public var cost: Double?
    /// The bound in points.
    public var bound: Double?
  }

  let region: Region
  let options: Options

  /// A planner for a region.
  public init(region: Region, options: Options = Options()) {
    self.region = region
    self.options = options
  }

  /// A planner for a region that was made in code; throws what is wrong with it.
  public init(checking region: Region, options: Options = Options()) throws(UnfitRegion) {
    let problems = region.problems
    guard problems.isEmpty else { throw UnfitRegion(problems: problems) }
    self.init(region: region, options: options)
  }

  /// Why a region cannot be planned at all.
  public struct UnfitRegion: Error, Hashable, CustomStringConvertible {
    /// What is wrong, each as a sentence.
    public let problems: [String]
    /// All that is wrong.
    public var description: String { problems.joined(separator: " ") }
  }

  /// Plans the region; `observe` is told of progress from time to time.
  ///
  /// A region that is not fit to be planned (see `Region.problems`) is impossible, and the summary
  /// says what is wrong with it.
  public func plan(
    cancellation: Cancellation = Cancellation(), observe: (Progress) -> Void = { _ in }
  ) -> Outcome {
    let problems = region.problems
    guard problems.isEmpty else {
      return .impossible(
        Explanation(
          summary: "The region cannot be planned. " + problems.joined(separator: " "), clashes: []))
    }
    let run = PlanningRun(region: region, options: options, cancellation: cancellation)
    return run.outcome(observe)
  }

  /// The version of GLPK that solves the linear programmes.
  public static var engineVersion: String { "GLPK \(LinearProgram.versionOfGLPK)" }
}

/// A wish to stop, which may be raised from any thread or a signal's handler.
public final class Cancellation: Sendable {
  let flag = CancelFlag()

  /// No wish yet.
  public init() {}

  /// Asks the run to stop at the next good moment, keeping the best plan.
  public func cancel() { flag.raise() }

  /// Whether a stop has been asked for.
  public var isCancelled: Bool { flag.isRaised }
}
