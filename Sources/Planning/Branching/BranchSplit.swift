/// Where a branch is split in up to three: a practice left out, dated by a day, or dated after it.
struct BranchSplit: Sendable {
  /// The practice's place in the region's list.
  let practice: Int
  /// The node of its chain whose date is split.
  let node: Int
  /// The last day number of the earlier part.
  let latest: Int
  /// Whether leaving the practice out is a part as well.
  let mayBeLeftOut: Bool

  /// The parts: left out (if that is one), by the day, after it.
  var parts: [Narrowing] {
    let dated = [Int.min / 2...latest, latest + 1...Int.max / 2].map {
      Narrowing(practice: practice, kind: .dated(node: node, days: $0))
    }
    return mayBeLeftOut ? [Narrowing(practice: practice, kind: .leftOut)] + dated : dated
  }

  /// The split that a relaxation's solution asks for most; nil where every practice has whole dates.
  ///
  /// Go-lives first, because all of a practice's dates hang on that day; then the date that is
  /// most divided. The day is one before which about half of the solution lies. Practices that
  /// stand on dates for which there is no room even without the others come before all others.
  init?(of values: [Double], patterns: [Pattern], model: Model) {
    var days: [Int: [(days: [Int32]?, value: Double)]] = [:]
    var tooLarge: Set<Int> = []
    for (pattern, value) in zip(patterns, values) where value > 1e-6 {
      if pattern.uses.contains(where: { $0.amount > model.rows.capacity[Int($0.row)] + 1e-6 }) {
        tooLarge.formUnion(model.blocks[pattern.block].members)
      }
      for (member, own) in zip(model.blocks[pattern.block].members, pattern.days) {
        days[member, default: []].append((own, value))
      }
    }
    var best: (score: Double, practice: Int, node: Int, latest: Int)?
    func offer(_ practice: Int, _ node: Int, weight: Double) {
      guard let own = days[practice], own.count > 1 else { return }
      var byDay: [Int: Double] = [:]
      for case (let days?, let value) in own { byDay[Int(days[node]), default: 0] += value }
      let dates = byDay.sorted { $0.key < $1.key }
      let dated = dates.reduce(0) { $0 + $1.value }
      let out = max(0, 1 - dated)
      guard dated > 1e-6 else { return }
      var before = 0.0
      var cut: (day: Int, before: Double)?
      for (day, value) in dates {
        before += value
        if cut.map({ abs(before - dated / 2) < abs($0.before - dated / 2) - 1e-9 }) ?? true {
          cut = (day, before)
        }
      }
      guard let cut else { return }
      let score = max(min(out, dated), min(cut.before, dated - cut.before)) * weight
      if score > 1e-6, score > (best?.score ?? 0) + 1e-9 {
        best = (score, practice, node, cut.day)
      }
    }
    for practice in days.keys.sorted() {
      offer(
        practice, model.practices[practice].goLive, weight: tooLarge.contains(practice) ? 10 : 1)
    }
    if best == nil {
      for practice in days.keys.sorted() {
        for node in model.practices[practice].nodes.indices {
          offer(practice, node, weight: tooLarge.contains(practice) ? 10 : 1)
        }
      }
    }
    guard let best else { return nil }
    practice = best.practice
    node = best.node
    latest = best.latest
    mayBeLeftOut = !model.practices[best.practice].isCommitted
  }
}
