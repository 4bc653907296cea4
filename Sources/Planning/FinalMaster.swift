import LinearPrograms
import Migrations

/// The master problem that a relaxation ended with, to be written for other solvers.
///
/// Its columns are the patterns made until then, its rows those that were needed; its optimum is
/// the relaxation's value. Another solver that is run on it must find that value again. With all
/// rows its columns are integer, and each of its solutions in integers is a plan.
public struct FinalMaster: ~Copyable {
  /// A way of writing linear programmes down.
  public enum Format: Sendable {
    /// Free MPS.
    case mps
    /// CPLEX LP.
    case lp
  }

  /// Why a file could not be written.
  public struct WriteFailure: Error {
    /// The reason, as GLPK gives it.
    public let reason: String
  }

  /// The relaxation's value over the columns, in points.
  public let value: Double
  /// The proven bound, in points: at most `value`, and close to it if `isConverged`.
  public let bound: Double
  /// Whether no further pattern could improve the value by more than the tolerance.
  public let isConverged: Bool
  /// How many rows there are.
  public let rows: Int
  /// How many columns there are.
  public let columns: Int

  private var problem: MasterProblem
  private let extra: [String]

  /// Takes over a master as a run left it; nil if it was never solved.
  init?(
    _ problem: consuming MasterProblem, result: ColumnGeneration.Result, model: Model, allRows: Bool
  ) {
    guard let value = result.value else { return nil }
    let constant = model.unavoidableCost
    if constant > 0 { problem.addConstant(constant) }
    if allRows { problem.makeWhole() }
    extra = constant > 0 ? ["left_out_by_own_rules"] : []
    self.value = value / ScaledObjective.unit
    bound = result.best.bound / ScaledObjective.unit
    isConverged = result.isConverged
    rows = problem.rowCount
    columns = problem.patterns.count + extra.count
    self.problem = problem
  }

  /// Writes the problem to a file; the file may be left half written by a failure.
  public mutating func write(to path: String, as format: Format) throws(WriteFailure) {
    do {
      try problem.write(to: path, asMPS: format == .mps, extra: extra)
    } catch {
      throw WriteFailure(reason: error.description)
    }
  }
}

extension Planner {
  /// Solves the region's relaxation by column generation, as `plan` does after its first plan.
  ///
  /// - Parameters:
  ///   - allRows: whether it gets the rows that the relaxation did not need, too, and integer
  ///     columns.
  ///   - cancellation: ends it early; the master is then that of the last round.
  ///   - observe: is told of progress from time to time.
  /// - Returns: the master of the last round; nil if not even the first round came to an end, or
  ///   if the region is not fit to be planned (see `Region.problems`). Others may be planned on this
  ///   thread while it is held; it may not be handed to another thread.
  public func finalMaster(
    allRows: Bool = false, cancellation: Cancellation = Cancellation(),
    observe: (Progress) -> Void = { _ in }
  ) -> FinalMaster? {
    guard region.problems.isEmpty else { return nil }
    return PlanningRun(region: region, options: options, cancellation: cancellation)
      .finalMaster(allRows: allRows, observe)
  }
}

extension PlanningRun {
  /// The first plan, the first prices, and column generation to the end.
  func finalMaster(allRows: Bool, _ observe: (Planner.Progress) -> Void) -> FinalMaster? {
    makeFirstPlan()
    observe(progress("first plan"))
    let generation = ColumnGeneration(model: model, pool: pool, stop: stop)
    let start = best.patterns(
      of: Array(model.blocks.indices), model: model, generator: model.generator())
    let warm = Subgradient(model: model, pool: pool, target: best.total, effort: .start)
      .run(keeping: 5) { _ in mustStop }
    take(warm.best)
    var master = generation.emptyMaster()
    do {
      let result = try generation.run(
        on: &master, start: start + warm.patterns, centre: warm.best,
        tolerance: min(options.gap / 20, 1e-4)
      ) {
        take($0.best)
        observe(progress("prices, round \($0.rounds)"))
        return mustStop
      }
      return FinalMaster(master, result: result, model: model, allRows: allRows)
    } catch {
      return nil
    }
  }
}
