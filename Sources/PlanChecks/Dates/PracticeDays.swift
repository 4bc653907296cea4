import Days
import Migrations

/// One practice's own rules as numbers of working days.
///
/// Events are numbered along the pathway: 2 x stage for its start, 2 x stage + 1 for its finish.
struct PracticeDays {
  let shared: RegionDays
  let place: Int
  /// The practice whose rules these are; not always as it stands in the region.
  let practice: Practice
  /// By stage.
  let stages: [StageRules]
  /// Lead times and the longest elapsed time, as far as they can bind.
  let couplings: [Coupling]
  /// Whether a single value already rules out every date, such as a pin on a Sunday.
  let isImpossible: Bool
  /// The number of the agreed go-live day.
  let pin: Int?

  /// What one stage of one practice keeps to.
  struct StageRules {
    var minimum: Int
    var maximum: Int
    var usual: Int
    /// A recorded stage is free of length, wait, weekday and `not_before`.
    var isRecorded: Bool
    var fixedStart: Int?
    var fixedFinish: Int?
    /// The first day on which a stage under way can be over.
    var firstFinish: Int?
    var firstStart: Int
    var mayStart: [Bool]
    var latestStart: [Int32]
    var blockedBefore: [Int32]
    var avoidBefore: [Int64]

    /// Whether the stage may lie on all these working days.
    func isOpen(from start: Int, to finish: Int) -> Bool {
      blockedBefore[finish + 1] == blockedBefore[start]
    }

    /// Lets the stage lie on all working days before a number.
    mutating func allow(before number: Int) {
      let forgiven = blockedBefore[min(max(number, 0), blockedBefore.count - 1)]
      for day in blockedBefore.indices {
        blockedBefore[day] = day <= number ? 0 : max(0, blockedBefore[day] - forgiven)
      }
    }

    /// Whether the stage may start on this day, judged by its first days alone.
    func allowsStart(_ day: Int) -> Bool {
      day + minimum < blockedBefore.count && isOpen(from: day, to: day + minimum - 1)
        && (isRecorded || mayStart[day])
    }
  }

  var goLive: Int { shared.region.pathway.goLive }
  var eventCount: Int { stages.count * 2 }

  /// - Parameters:
  ///   - place: the practice's place in the region's list.
  ///   - shared: the region's days.
  ///   - other: the practice as it would be under other dates; nil for as it is.
  ///   - seesToday: whether what is not on record has to start on or after the region's day.
  ///   - keepsReserves: whether the reserves of the region's plan hold too.
  init(
    _ place: Int, in shared: RegionDays, as other: Practice? = nil, seesToday: Bool = true,
    keepsReserves: Bool = true
  ) {
    let region = shared.region
    let practice = other ?? region.practices[place]
    self.shared = shared
    self.place = place
    self.practice = practice
    let isOverdue = region.baseline?.overdue.contains(practice.code) ?? false
    let today = seesToday && !isOverdue ? region.asOf.map(region.calendar.number(of:)) : nil
    let lastRecord = practice.actuals.keys.max() ?? -1
    var isImpossible = false
    func number(_ day: Day?) -> Int? {
      guard let day else { return nil }
      let number = shared.number(ofWorkingDay: day)
      if number == nil { isImpossible = true }
      return number
    }
    stages = region.pathway.stages.indices.map { stage in
      let lengths = region.pathway.stages[stage].lengths(forListSize: practice.listSize)
      let actual = practice.actuals[stage]
      var rules = StageRules(
        minimum: actual == nil ? lengths.minimum : 1,
        maximum: actual == nil ? lengths.maximum : shared.count, usual: lengths.usual,
        isRecorded: actual != nil, fixedStart: number(actual?.start),
        fixedFinish: number(actual?.finish),
        firstFinish: actual?.finish == nil
          ? actual?.finishesFrom.map(region.calendar.number(of:)) : nil,
        // What comes before a record has happened, whenever that was.
        firstStart: stage > lastRecord
          ? max(
            practice.notBefore.map(region.calendar.number(of:)) ?? 0,
            region.opening.map(region.calendar.number(of:)) ?? 0, today ?? 0) : 0,
        mayStart: shared.mayStart[stage], latestStart: shared.latestStart[stage],
        blockedBefore: shared.blockedBefore[stage], avoidBefore: shared.avoidBefore[stage])
      let closures = practice.closures.filter { $0.stages.contains(stage) }
      if !closures.isEmpty {
        var tally = DayTally(count: shared.count)
        for closure in closures { tally.add(closure.rule, on: closure.days, in: region) }
        rules.blockedBefore = zip(rules.blockedBefore, tally.blockedBefore).map { $0 + $1 }
        rules.avoidBefore = zip(rules.avoidBefore, tally.avoidBefore).map { $0 + $1 }
      }
      if let actual {
        // What has been worked on already is a fact: no period forbids it any more.
        let worked = max(actual.start, actual.finishesFrom ?? actual.start)
        rules.allow(
          before: actual.finish == nil ? region.calendar.number(of: worked + 1) : shared.count)
      } else if let today, stage == lastRecord + 1, stage > 0,
        let before = practice.actuals[stage - 1]?.finish.map(region.calendar.number(of:)),
        before < today, today < shared.count, Int(rules.latestStart[before]) < today
      {
        // The wait is too long as it is; today it can only be ended, not undone.
        rules.latestStart[before] = Int32.max
      }
      return rules
    }
    pin = practice.actuals[region.pathway.goLive] == nil ? number(practice.fixedGoLive) : nil
    let rules = region.pathway.leadTimes.filter { keepsReserves || !$0.isReserve }
    couplings = PracticeDays.couplings(of: practice, by: rules, in: region).filter { coupling in
      // A distance that ends in a record is a fact, and so is one that is over today.
      func recorded(_ event: Int) -> Day? {
        event % 2 == 0
          ? practice.actuals[event / 2]?.start : practice.actuals[event / 2]?.finish
      }
      if recorded(coupling.target) != nil { return false }
      guard case .atMost(let length) = coupling.kind, let today,
        coupling.target / 2 > lastRecord,
        let from = recorded(coupling.source).flatMap({ shared.number(ofWorkingDay: $0) })
      else { return true }
      return shared.limit(from, length) >= today
    }
    self.isImpossible =
      isImpossible || shared.first > shared.last
      || PracticeDays.hasContradiction(practice, region)
  }

  private static func couplings(
    of practice: Practice, by leadTimes: [LeadTime], in region: Region
  ) -> [Coupling] {
    var couplings: [Coupling] = []
    // A lead time against the order of the pathway is bad input and never reaches this place.
    for leadTime in leadTimes where leadTime.from.order < leadTime.to.order {
      let (source, target) = (leadTime.from.order, leadTime.to.order)
      if let length = leadTime.atLeast(for: practice) {
        couplings.append(Coupling(kind: .atLeast(length), source: source, target: target))
      }
      if let length = leadTime.atMost {
        couplings.append(Coupling(kind: .atMost(length), source: source, target: target))
      }
    }
    if let longest = region.rules.maximumElapsed, region.pathway.goLive > 0 {
      couplings.append(
        Coupling(kind: .atMost(longest), source: 0, target: region.pathway.goLive * 2))
    }
    return couplings
  }

  /// A lead time between a date and itself is 0 long and may ask for more or less than that.
  private static func hasContradiction(_ practice: Practice, _ region: Region) -> Bool {
    region.pathway.leadTimes.contains { leadTime in
      leadTime.from.order == leadTime.to.order
        && ((leadTime.atLeast(for: practice)?.count ?? 0) > 0
          || (leadTime.atMost?.count ?? 0) < 0)
    } || (region.pathway.goLive == 0 && (region.rules.maximumElapsed?.count ?? 0) < 0)
  }
}
