import TrancheKit

/// Chooses the last day of a region so that a wanted share of its open weeks is full.
///
/// The thought is that of the greedy plan: every day of delay costs, so go-lives fill the open
/// weeks from the front, `goLivesPerWeek` to a week, until all practices are live. With n
/// practices, c go-lives a week and W open weeks, n / c of the W weeks are full. Go-lives a week
/// are whole numbers, so the capacity stays as it is and W is cut: W = n / (c x share). A week
/// counts as open when some working day in it allows a go-live with the shortest final data
/// production, cutover and post go-live around it, all outside protected periods, and counting
/// starts at the first day that the shortest pathway reaches. All other capacities are set in
/// proportion with some room (see `RegionText`), so that the go-lives are what binds first, but
/// the others bind in places.
struct Calibration {
  let region: Region

  /// Working days that final data, cutover, go-live and post go-live take at least, before and
  /// after the go-live day.
  private var before: Int { minimum("FD") + minimum("CO") }
  private var after: Int { minimum("PG") }

  private func minimum(_ code: String) -> Int {
    region.pathway.index(of: code).map { region.pathway.stages[$0].lengths.minimum } ?? 1
  }

  /// The last day for so many open weeks; nil if the draft region is too short for them.
  func finish(openWeeks wanted: Int) -> Day? {
    let open = openWeeks
    guard wanted > 0, open.count >= wanted else { return nil }
    // The last open week ends on its Friday, and post go-live has its usual length.
    return region.calendar.day(open[wanted - 1].monday + 4, movedBy: after + 5)
  }

  /// The weeks with a working day on which some practice could go live.
  var openWeeks: [Week] {
    let days = region.calendar.workingDays
    let first = region.calendar.number(of: region.horizon.lowerBound) + leastLead
    let last = region.calendar.number(of: region.horizon.upperBound)
    let blocked = blockedDays()
    var weeks: [Week] = []
    for number in first..<max(first, last - after) {
      let around = (number - before)...(number + after)
      if around.contains(where: { blocked.contains(days[$0]) }) { continue }
      let week = Week(containing: days[number])
      if weeks.last != week { weeks.append(week) }
    }
    return weeks
  }

  /// The least working days from the first day to a go-live: the shortest pathway with the
  /// extract notice.
  private var leastLead: Int {
    let stages = region.pathway.stages
    let goLive = region.pathway.goLive
    let initial = region.pathway.index(of: "ID") ?? 0
    let notice = stages[0].lengths.minimum + 25
    let chain = stages[..<initial].reduce(0) { $0 + $1.lengths.minimum }
    return max(notice, chain)
      + stages[initial..<goLive].reduce(0) { $0 + $1.lengths.minimum }
  }

  private func blockedDays() -> Set<Day> {
    var blocked: Set<Day> = []
    for period in region.protectedPeriods where period.rule == .forbid {
      guard period.stages.contains(region.pathway.goLive) else { continue }
      for days in period.occurrences(touching: region.horizon) {
        for day in days.lowerBound..<(days.upperBound + 1) { blocked.insert(day) }
      }
    }
    return blocked
  }
}
