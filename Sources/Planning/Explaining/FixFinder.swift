import Days
import Migrations

/// Ways out of a clash: each rule of it eased as little as may do, and everything planned again.
struct FixFinder {
  let explainer: ClashExplainer
  let observe: (Planner.Progress) -> Void
  /// The most steps of one way out.
  private let mostSteps = 4

  /// One thing that could be changed.
  struct Step {
    let words: String
    /// Points for bought capacity.
    var extra = 0.0
    /// Steps of one kind, smaller ones first: once one lets everybody in, larger ones say nothing.
    var ladder: String?
    /// Whether it is one unit in one period, which may be done again elsewhere.
    var isSingle = false
    let change: (inout Region) -> Void
  }

  init(explainer: ClashExplainer, observe: @escaping (Planner.Progress) -> Void) {
    self.explainer = explainer
    self.observe = observe
  }

  /// The ways out that help, least harm first.
  ///
  /// - Parameter leftOut: how many practices the region's plan leaves out; nil if it has no plan.
  func fixes(for clash: ClashExplainer.Clash, leftOut: Int?) -> [Fix] {
    var fixes: [Fix] = []
    var done: Set<String> = []
    var singles: [(step: Step, fix: Fix)] = []
    for step in steps(for: clash, in: explainer.region)
    where !explainer.mustStop {
      if let ladder = step.ladder, done.contains(ladder) { continue }
      var region = explainer.region
      step.change(&region)
      guard let fix = follow([step], region), fix.leftOutCount < leftOut ?? .max else { continue }
      fixes.append(fix)
      if step.isSingle { singles.append((step, fix)) }
      if fix.leftOutCount == 0, let ladder = step.ladder { done.insert(ladder) }
    }
    if let fix = several(singles, of: clash) { fixes.append(fix) }
    return fixes.enumerated().sorted {
      ($0.element.harm, $0.offset) < ($1.element.harm, $1.offset)
    }.map(\.element)
  }

  /// One more in several single periods, where one alone does not let everybody in: the best
  /// first, then the best beside it, and so on.
  private func several(
    _ singles: [(step: Step, fix: Fix)], of clash: ClashExplainer.Clash
  ) -> Fix? {
    guard singles.count <= 8,
      var best = singles.min(by: { $0.fix.harm < $1.fix.harm }),
      best.fix.leftOutCount > 0
    else { return nil }
    var steps = [best.step]
    while best.fix.leftOutCount > 0, steps.count < mostSteps, !explainer.mustStop {
      let further = self.steps(for: clash, in: best.fix.region).filter(\.isSingle)
      let tries = further.compactMap { step -> (step: Step, fix: Fix)? in
        var region = best.fix.region
        step.change(&region)
        return follow(steps + [step], region).map { (step, $0) }
      }
      guard let next = tries.min(by: { $0.fix.harm < $1.fix.harm }),
        next.fix.leftOutCount < best.fix.leftOutCount
      else { return nil }
      best = next
      steps.append(next.step)
    }
    return best.fix.leftOutCount == 0 ? best.fix : nil
  }

  /// Plans a changed region; where it still has no plan, eases its next clash, too.
  private func follow(_ steps: [Step], _ region: Region) -> Fix? {
    let planner = Planner(region: region, options: explainer.options)
    switch planner.plan(cancellation: explainer.cancellation, observe: observe) {
    case .planned(let plan):
      return Fix(
        steps: steps.map(\.words), region: region, plan: plan,
        extra: steps.reduce(0) { $0 + $1.extra })
    case .outOfTime: return nil
    case .impossible:
      guard steps.count < mostSteps, !explainer.mustStop else { return nil }
      let next = ClashExplainer(
        region: region, options: explainer.options, cancellation: explainer.cancellation)
      guard let clash = next.clash(mustAll: false) else { return nil }
      for step in self.steps(for: clash, in: region) where step.words != steps.last?.words {
        var further = region
        step.change(&further)
        if let fix = follow(steps + [step], further) { return fix }
      }
      return nil
    }
  }
}
