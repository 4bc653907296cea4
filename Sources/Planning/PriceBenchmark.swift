public import Migrations

/// Measures the first prices alone: how fast the subgradient steps prove how much.
///
/// For `tranche-bench`; the planner does not use it.
public struct PriceBenchmark {
  /// The bound that a pass ended with.
  public struct Mark: Sendable {
    /// How many passes over all practices were made.
    public let passes: Int
    /// Seconds since the first pass began.
    public let seconds: Double
    /// The best bound until then, in points.
    public let bound: Double
  }

  private let model: Model
  private let threads: Int
  private let target: Double

  /// Prepares a region, with a first plan, whose cost the steps need.
  public init(of region: Region, threads: Int) {
    let model = Model(region: region, threads: threads)
    self.model = model
    self.threads = threads
    target = Greedy(insertion: Insertion(model: model, generator: model.generator())).plan().total
  }

  /// How the best bound grew; nil for what the planner does by itself for a region of this size.
  public func marks(passes: Int?, parts: Int?) -> [Mark] {
    let pool = PricingPool(model: model, threads: threads)
    let usual = Subgradient(model: model, pool: pool, target: target).effort
    let steps = Subgradient(
      model: model, pool: pool, target: target,
      effort: usual.with(passes: passes ?? usual.passes, parts: parts ?? usual.parts))
    let clock = ContinuousClock()
    let began = clock.now
    var marks: [Mark] = []
    _ = steps.run(keeping: 0) { result in
      let bound = result.best.bound / ScaledObjective.unit
      if marks.last?.bound != bound {
        let parts = began.duration(to: clock.now).components
        marks.append(
          Mark(
            passes: result.passes,
            seconds: Double(parts.seconds) + Double(parts.attoseconds) * 1e-18, bound: bound))
      }
      return false
    }
    return marks
  }
}
