public import Days

/// What a replan changes of its baseline: go-lives that differ, and notices to be sent again.
public struct Moves: Sendable {
  /// One go-live that differs from the baseline's.
  public struct Move: Hashable, Sendable {
    /// The practice's place in the region's list.
    public var practice: Int
    /// The baseline's go-live.
    public var was: Day
    /// The go-live now; nil if the practice is left out.
    public var now: Day?
    /// Whether it was near, and so better left alone.
    public var isFrozen: Bool
  }

  /// The go-lives that differ, in the region's order; those on record are not counted.
  public var goLives: [Move]
  /// The practices whose extract was asked for by a notice already sent and is now on another
  /// day, by place in the region's list.
  public var notices: [Int]

  /// The moves of a plan for a region with a baseline; none without one.
  public init(of plan: Plan, in region: Region) {
    goLives = []
    notices = []
    guard let baseline = region.baseline else { return }
    let goLive = region.pathway.goLive
    let extract = region.pathway.leadTimes.first { $0.id == "extract-notice" }?.to
    for planned in plan.practices {
      let practice = region.practices[planned.practice]
      let day = planned.schedule.isEmpty ? nil : planned.schedule[goLive].start
      if let was = baseline.goLives[practice.code], was != day, practice.actuals[goLive] == nil {
        goLives.append(
          Move(
            practice: planned.practice, was: was, now: day,
            isFrozen: baseline.frozen.contains(practice.code)))
      }
      if let extract, let asked = baseline.notices[practice.code],
        practice.actuals[extract.stage] == nil,
        planned.schedule.isEmpty || planned.schedule.day(of: extract) != asked
      {
        notices.append(planned.practice)
      }
    }
  }
}
