import TrancheKit

/// Finds out by what a plan is judged, or ends the command where that cannot be read.
struct Judging {
  let refusal: Refusal
  /// Which region, and what the user sets in it.
  let options: RegionOptions

  /// By what a plan is judged.
  ///
  /// - Parameters:
  ///   - reading: the plan as read.
  ///   - loaded: the region that it was read with.
  ///   - path: the plan that it started from, where the user names it.
  func judgement(
    of reading: PlanReading, _ loaded: LoadedRegion, from path: String? = nil
  ) throws -> Judgement {
    let question = loaded.question ?? loaded.region
    let plain = plain(question)
    guard reading.baseline != nil else {
      return Judgement(of: reading, in: question, plain: plain, accepted: [])
    }
    return Judgement(
      of: reading, in: question, plain: plain, accepted: try accepted(),
      named: try path.map { try named($0) })
  }

  /// The region by its files and the user's own settings, without what a plan was asked for.
  private func plain(_ question: Region) -> Region {
    let own = options.overrides
    let settings = own.map { Asked.Setting(key: $0.key, value: $0.value) }
    let asked = question.asked
    if asked.settings == settings, asked.additions.isEmpty, asked.changes.isEmpty {
      return question
    }
    var plain = RegionFolder.read(options.region, overrides: own, additions: []).region ?? question
    plain.asked.settings = settings
    return plain
  }

  /// The accepted plans.
  func accepted() throws -> [AcceptedPlans.Entry] {
    do throws(AcceptedHistory.Failure) {
      return try AcceptedPlans(region: options.region).read()
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
