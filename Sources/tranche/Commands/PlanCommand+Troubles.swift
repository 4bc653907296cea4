import TrancheKit

extension PlanCommand {
  /// Says so where GLPK's failures may have cost something: what is told is true all the same.
  func tellTroubles(_ plan: Plan) {
    guard plan.proof == .stopped, let count = plan.work["engine_troubles"], count > 0 else {
      return
    }
    common.console.say(
      "GLPK failed on \(count) linear \(count.form("programme", "programmes")). Plan and bound"
        + " hold, but better ones may have been missed; another --seed takes another way.")
  }
}
