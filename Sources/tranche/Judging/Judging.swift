import Migrations
import RegionFiles
import Studies

/// Finds out by what a plan is judged, or ends the command where that cannot be read.
struct Judging {
  let refusal: Refusal
  /// The region folder.
  let region: String

  /// By what a plan is judged.
  ///
  /// - Parameters:
  ///   - reading: the plan as read.
  ///   - region: the region by its own files alone.
  ///   - path: the plan that it started from, where the user names it.
  func judgement(
    of reading: PlanReading, in region: Region, from path: String?
  ) throws -> Judgement {
    guard reading.baseline != nil else { return Judgement(of: reading, in: region, accepted: []) }
    return Judgement(
      of: reading, in: region, accepted: try accepted(), named: try path.map { try named($0) })
  }

  /// The accepted plans.
  func accepted() throws -> [AcceptedPlans.Entry] {
    do throws(AcceptedHistory.Failure) {
      return try AcceptedPlans(region: region).read()
    } catch {
      try refusal.end(.badInput, [error.diagnostic])
    }
  }

  private func named(_ path: String) throws -> (path: String, plan: PlanSnapshot) {
    let reading = PlanInput.snapshot(path)
    guard let plan = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    return (path, plan)
  }
}
