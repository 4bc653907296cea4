import Migrations

extension Model {
  /// The same model in which no date costs anything: what is possible at all.
  func withoutOwnCosts(threads: Int) -> Model {
    var region = region
    region.objective = Objective()
    region.objective.delay = 0
    region.objective.preference = 0
    region.objective.late = 0
    region.objective.avoid = 0
    region.objective.weekday = 0
    region.objective.squeeze = 0
    region.objective.stretch = 0
    region.objective.wait = 0
    region.objective.moved = 0
    region.objective.movedPerDay = 0
    region.objective.unscheduled = 0
    let free = Model(region: region, threads: threads)
    var days: [Int: ClosedRange<Int>] = [:]
    for chain in practices {
      let node = chain.nodes[chain.goLive]
      days[chain.practice] = max(0, node.lower)...max(0, node.lower, node.upper)
    }
    return free.with(goLives: days)
  }

  /// Whether a pattern keeps to the days that its practices may go live on.
  func allows(_ pattern: Pattern) -> Bool {
    zip(blocks[pattern.block].members, pattern.goLives).allSatisfy { member, goLive in
      let chain = practices[member]
      guard let goLive else { return !chain.isCommitted }
      let node = chain.nodes[chain.goLive]
      return goLive >= node.lower && goLive <= node.upper
    }
  }
}
