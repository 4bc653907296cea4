import Days

/// What is wrong with a region that was made in code.
///
/// The readers of files say more, by line and cell, and let none of this through. A region that is
/// put together by a program can hold anything: places of stages and practices that are none,
/// weights that are no numbers, a pathway without stages.
extension Region {
  /// What keeps the region from being planned or judged, each as a sentence; empty if nothing does.
  public var problems: [String] {
    var found = RegionProblems(region: self)
    found.look()
    return found.sentences
  }
}

/// Collects what is wrong with a region.
private struct RegionProblems {
  /// Lengths, lags and offsets beyond this many days, in either direction, are none.
  static let mostDays = 100_000
  /// Weights, costs and capacities beyond this are none.
  static let mostPoints = 1e9

  let region: Region
  var sentences: [String] = []

  init(region: Region) { self.region = region }

  mutating func look() {
    guard !region.pathway.stages.isEmpty else {
      sentences.append("The pathway has no stages.")
      return
    }
    lookAtPathway()
    lookAtWeights()
    lookAtPractices()
    lookAtResources()
    lookAtLinks()
    for period in region.protectedPeriods {
      lookAtProtection(
        period.rule, stages: period.stages, of: "the protected period \(period.id)")
    }
    for task in region.tasks {
      if case .event(let event) = task.anchor { demand(event, of: "the task \(task.id)") }
      demand(task.offset, "the offset of the task \(task.id)")
    }
    for reserve in region.reserves {
      demand(stage: reserve.stage, of: "a reserve")
      demand(reserve.atLeast, "a reserve", isFromZero: true)
    }
  }

  // MARK: Parts

  private mutating func lookAtPathway() {
    for stage in region.pathway.stages {
      for lengths in [stage.lengths] + stage.byListSize.map(\.lengths) {
        let isOrdered =
          lengths.minimum >= 1 && lengths.minimum <= lengths.usual
          && lengths.usual <= lengths.maximum && lengths.maximum <= Self.mostDays
        if !isOrdered {
          sentences.append(
            "The stage \(stage.id) has the lengths \(lengths.minimum), \(lengths.usual) and "
              + "\(lengths.maximum); they begin at 1 and do not fall.")
        }
      }
      demand(stage.longestWait, "the longest wait before \(stage.id)", isFromZero: true)
    }
    let lengths = region.pathway.stages.map(\.id)
    if Set(lengths).count < lengths.count { sentences.append("Two stages have the same id.") }
    for time in region.pathway.leadTimes {
      let name = "the lead time \(time.id)"
      demand(time.from, of: name)
      demand(time.to, of: name)
      if time.to.order < time.from.order {
        sentences.append("In \(name) the later date comes before the earlier one.")
      }
      demand(time.atLeast, name, isFromZero: true)
      demand(time.atMost, name, isFromZero: true)
      for own in time.bySource.values { demand(own, name, isFromZero: true) }
    }
    demand(region.rules.maximumElapsed, "rules.max_elapsed", isFromZero: true)
    demand(region.rules.pilotGap, "rules.pilot_gap")
  }

  private mutating func lookAtWeights() {
    let weights = region.objective
    for (name, value) in [
      ("delay", weights.delay), ("preference", weights.preference), ("late", weights.late),
      ("avoid", weights.avoid), ("weekday", weights.weekday), ("squeeze", weights.squeeze),
      ("stretch", weights.stretch), ("wait", weights.wait), ("moved", weights.moved),
      ("moved_per_day", weights.movedPerDay), ("unscheduled", weights.unscheduled),
      ("extra", weights.extra),
    ] {
      demand(value, "the weight \(name) of the objective")
    }
  }

  private mutating func lookAtPractices() {
    var codes: Set<PracticeCode> = []
    for practice in region.practices {
      if !codes.insert(practice.code).inserted {
        sentences.append("Two practices have the code \(practice.code).")
      }
      if let size = practice.listSize, !(0...10_000_000).contains(size) {
        sentences.append("The list size of \(practice.code) is \(size).")
      }
      for closure in practice.closures {
        lookAtProtection(
          closure.rule, stages: closure.stages, of: "a closure of \(practice.code)")
      }
      for (stage, actual) in practice.actuals.sorted(by: { $0.key < $1.key }) {
        demand(stage: stage, of: "a record of \(practice.code)")
        if let finish = actual.finish, finish < actual.start {
          sentences.append("A record of \(practice.code) ends before it begins.")
        }
      }
    }
  }

  private mutating func lookAtResources() {
    var ids: Set<ResourceID> = []
    for resource in region.resources {
      let name = "the resource \(resource.id)"
      if !ids.insert(resource.id).inserted {
        sentences.append("Two resources have the id \(resource.id).")
      }
      demand(resource.capacity, "the capacity of \(name)")
      for change in resource.changes { demand(change.capacity, "a capacity of \(name)") }
      if let cost = resource.extraCost { demand(cost, "the extra cost of \(name)") }
      if case .perPatients(let patients) = resource.amount, patients < 1 {
        sentences.append("One unit of \(name) is for \(patients) patients.")
      }
      switch resource.use {
      case .starts(let stages), .days(let stages):
        for stage in stages { demand(stage: stage, of: name) }
      case .span(let from, let to):
        for end in [from, to] {
          demand(end.event, of: name)
          demand(Length.workingDays(end.offset), "an offset of \(name)")
        }
      }
    }
  }

  private mutating func lookAtLinks() {
    for link in region.links {
      for place in [link.first, link.second] where !region.practices.indices.contains(place) {
        sentences.append(
          "A link names the practice at place \(place); there are \(region.practices.count).")
      }
      if link.first == link.second {
        sentences.append("A link ties the practice at place \(link.first) to itself.")
      }
      switch link.rule {
      case .together: break
      case .before(let lag), .apart(let lag): demand(lag, "the lag of a link")
      }
    }
  }

  private mutating func lookAtProtection(
    _ rule: Protection, stages: Set<Int>, of what: String
  ) {
    for stage in stages.sorted() { demand(stage: stage, of: what) }
    if case .avoid(let cost) = rule { demand(cost, "the cost of \(what)") }
  }

  // MARK: Values

  private mutating func demand(_ value: Double, _ what: String) {
    // Not a number is in no range.
    guard (0...Self.mostPoints).contains(value) else {
      sentences.append(
        "\(sentence(what)) is \(value); it must be a number from 0 to 1,000,000,000.")
      return
    }
  }

  private mutating func demand(stage: Int, of what: String) {
    guard region.pathway.stages.indices.contains(stage) else {
      sentences.append(
        "\(sentence(what)) names the stage at place \(stage); there are "
          + "\(region.pathway.stages.count).")
      return
    }
  }

  private mutating func demand(_ event: StageEvent, of what: String) {
    demand(stage: event.stage, of: what)
  }

  private mutating func demand(_ length: Length?, _ what: String, isFromZero: Bool = false) {
    guard let length else { return }
    let allowed = isFromZero ? 0...Self.mostDays : -Self.mostDays...Self.mostDays
    guard allowed.contains(length.count) else {
      sentences.append("\(sentence(what)) is \(length).")
      return
    }
  }

  private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
