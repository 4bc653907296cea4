import Days
import Migrations

/// Dates all stages of a practice from the days that pricing decided.
///
/// Between two decided days any way of spending the lag that costs the least will do. Stages are
/// set as early as that allows, so that idle time comes late, where it serves as a reserve.
struct Dating {
  let model: Model

  /// The dates of every stage: those of before where they are as good.
  ///
  /// - Parameter former: the dates to keep where they lie on the same decided days, keep the rules
  ///   and cost no more.
  func schedule(of practice: Int, days: [Int32], keeping former: Schedule?) -> Schedule {
    let dated = schedule(of: practice, days: days)
    guard let former, former != dated, former.count == dated.count,
      fits(former, practice: practice, days: days),
      spent(former, practice) <= spent(dated, practice) + 1e-9
    else { return dated }
    return former
  }

  /// Whether dates lie on the decided days and keep the pathway between them.
  private func fits(_ dates: Schedule, practice place: Int, days: [Int32]) -> Bool {
    let chain = model.practices[place]
    let region = model.region
    let practice = region.practices[place]
    let isOnDays = zip(chain.nodes, days).allSatisfy { node, day in
      dates.day(of: node.event) == model.timetable.day(Int(day))
    }
    guard isOnDays else { return false }
    return region.pathway.stages.enumerated().allSatisfy { stage, rules in
      let own = dates[stage]
      guard own.start <= own.finish, region.calendar.isWorking(own.start),
        region.calendar.isWorking(own.finish), stage == 0 || dates[stage - 1].finish < own.start
      else { return false }
      guard practice.actuals[stage] == nil else { return true }
      let lengths = rules.lengths(forListSize: practice.listSize)
      let length = region.calendar.count(in: own.start..<(own.finish + 1))
      guard (lengths.minimum...lengths.maximum).contains(length) else { return false }
      guard stage > 0, case .workingDays(let most)? = rules.longestWait else { return true }
      // Where the wait is too long already, any start will do.
      return idle(before: stage, dates) <= most
        || ChainLayout.isOvertaken(waitBefore: stage, practice, region.asOf, region: region)
    }
  }

  private func idle(before stage: Int, _ dates: Schedule) -> Int {
    model.region.calendar.count(in: (dates[stage - 1].finish + 1)..<dates[stage].start)
  }

  /// What lengths and waits of dates cost, in points.
  private func spent(_ dates: Schedule, _ place: Int) -> Double {
    let region = model.region
    let practice = region.practices[place]
    let weights = region.objective
    return dates.indices.reduce(0) { sum, stage in
      let usual = region.pathway.stages[stage].lengths(forListSize: practice.listSize).usual
      let length = region.calendar.count(in: dates[stage].start..<(dates[stage].finish + 1))
      return sum + weights.squeeze * Double(max(0, usual - length))
        + weights.stretch * Double(max(0, length - usual))
        + (stage > 0 ? weights.wait * Double(idle(before: stage, dates)) : 0)
    }
  }

  /// The dates of every stage.
  func schedule(of practice: Int, days: [Int32]) -> Schedule {
    let chain = model.practices[practice]
    let stages = model.region.pathway.stages
    var dates = [StageDates?](repeating: nil, count: stages.count)
    var start: Int?
    func setStart(_ stage: Int, _ day: Int) { start = day }
    func setFinish(_ stage: Int, _ day: Int) {
      guard let first = start else { return }
      dates[stage] = StageDates(
        start: model.timetable.day(first), finish: model.timetable.day(day))
    }
    // The event in hand: its place along the pathway and its day.
    var stage = chain.nodes[0].event.stage
    var atStart = chain.nodes[0].event.edge == .start
    var day = Int(days[0])
    if atStart { setStart(stage, day) }
    for (place, arc) in chain.arcs.enumerated() {
      var budget = Budget(arc: arc, lag: Int(days[place + 1] - days[place]), model: model)
      for part in arc.parts {
        switch part {
        case .length(_, let lengths):
          day +=
            lengths.minimum - 1 + budget.takeSqueezed(lengths.usual - lengths.minimum)
            + budget.takeStretch(lengths.maximum - lengths.usual)
          setFinish(stage, day)
          atStart = false
        case .recorded(let length, _):
          day += length - 1
          setFinish(stage, day)
          atStart = false
        case .gap(let longest):
          // A stage of one day has no part of its own: it ends where it starts.
          if atStart { setFinish(stage, day) }
          stage += 1
          day += 1 + budget.takeWait(longest)
          setStart(stage, day)
          atStart = true
        }
      }
    }
    if atStart { setFinish(stage, day) }
    return dates.compactMap { $0 }
  }

  /// How the days of an arc beyond its least lag are spent: so many of each kind.
  private struct Budget {
    private var squeezed = 0
    private var stretch = 0
    private var wait = 0
    /// Waits still to come in the arc, the last of which take what is left first.
    private var gapsLeft: [Int] = []

    init(arc: ChainArc, lag: Int, model: Model) {
      let objective = ScaledObjective(model.region.objective)
      var extra = lag - arc.leastLag
      var room = (squeezed: 0, stretch: 0, wait: 0)
      for part in arc.parts {
        switch part {
        case .length(_, let lengths):
          room.squeezed += lengths.usual - lengths.minimum
          room.stretch += lengths.maximum - lengths.usual
        case .gap(let longest):
          room.wait += min(longest, 1_000_000)
          gapsLeft.append(min(longest, 1_000_000))
        case .recorded: break
        }
      }
      squeezed = min(extra, room.squeezed)
      extra -= squeezed
      // Cheapest first, as the arc's pieces are; a tie goes to waiting, which is a reserve.
      if objective.wait <= objective.stretch {
        wait = min(extra, room.wait)
        stretch = extra - wait
      } else {
        stretch = min(extra, room.stretch)
        wait = extra - stretch
      }
    }

    mutating func takeSqueezed(_ most: Int) -> Int {
      let taken = min(squeezed, most)
      squeezed -= taken
      return taken
    }

    mutating func takeStretch(_ most: Int) -> Int {
      let taken = min(stretch, most)
      stretch -= taken
      return taken
    }

    /// What this gap must take because the later ones cannot.
    mutating func takeWait(_ longest: Int) -> Int {
      gapsLeft.removeFirst()
      let later = gapsLeft.reduce(0, +)
      let taken = max(0, min(wait - later, longest))
      wait -= taken
      return taken
    }
  }
}
